"""German: tokens by spaCy's rules, parts of speech and lemmas by HanTa (Hannover Tagger, Wartena 2019)."""

from __future__ import annotations

import re

from coach.alternatives import one_of
from coach.language import Form, Language
from coach.languages import _de_answers as answers
from coach.languages import _de_bonds as bonds
from coach.languages import _de_care as care
from coach.languages import _de_facts as facts
from coach.languages import _de_formality as formality
from coach.languages import _de_grammar as grammar
from coach.languages import _de_habits, _de_plain, _de_tagger
from coach.languages import _de_needs as needs
from coach.languages import _de_politeness as politeness
from coach.languages import _de_promises as promises
from coach.languages import _de_registers as registers
from coach.languages import _de_words as words
from coach.lexicon import Lexicon

GREETINGS = (
    Form(
        "sehr_geehrte",
        ("sehr geehrte", "sehr geehrter", "sehr verehrte", "sehr verehrter"),
        1.0,
        "Sehr geehrte{r} {name}",
        needs_title=True,
    ),
    Form("werte", ("werte", "werter", "geschätzte", "geschätzter", "verehrte", "verehrter"), 0.8),
    Form("guten_tag", ("guten tag", "schönen guten tag"), 0.5, "Guten Tag {name}", needs_title=True),
    Form("guten_morgen", ("guten morgen", "guten abend", "schönen guten morgen"), 0.2, "Guten Morgen {name}"),
    Form("gruess_gott", ("grüß gott", "grüss gott", "grüezi"), 0.3, "Grüß Gott {name}", needs_title=True),
    Form("liebe", ("liebe", "lieber", "meine liebe", "mein lieber"), -0.2, "Liebe{r} {name}"),
    Form("hallo", ("hallo", "hallöchen", "halli hallo"), -0.5, "Hallo {name}"),
    Form("hi", ("hi", "hey", "hej", "huhu"), -0.9, "Hi {name}"),
    Form("moin", ("moin", "moin moin", "moinsen", "mahlzeit"), -0.8, "Moin {name}"),
    Form("servus", ("servus", "griaß di", "grüß dich", "grias di", "ahoi", "ciao"), -0.7, "Servus {name}"),
    Form("na", ("na", "morgen", "tach", "tag"), -0.9),
)

CLOSINGS = (
    Form("hochachtungsvoll", ("hochachtungsvoll",), 1.0),
    Form(
        "mit_freundlichen_gruessen",
        (
            "mit freundlichen grüßen", "mit freundlichen grüssen", "mit freundlichem gruß", "mit freundlichem gruss", "mit freundlichen gruessen",
            "mit besten empfehlungen", "ich verbleibe", "wir verbleiben",
        ),
        0.8, "Mit freundlichen Grüßen"
    ),
    Form("freundliche_gruesse", ("freundliche grüße", "freundliche grüsse", "freundliche gruesse", "freundlichen gruß", "freundlicher gruß", "freundlichen gruss"), 0.7, "Freundliche Grüße"),
    Form("mfg", ("mfg", "mit freundl. grüßen", "m.f.g."), 0.2, "MfG"),
    Form(
        "beste_gruesse",
        ("mit besten grüßen", "mit bestem gruß", "beste grüße", "besten gruß", "beste grüsse", "mit den besten grüßen"),
        0.3, "Beste Grüße"
    ),
    Form("viele_gruesse", ("viele grüße", "vielen gruß", "viele grüsse", "schöne grüße", "schönen gruß", "schöne grüsse", "grüße aus", "mit vielen grüßen", "viele gruesse", "vielen gruss", "schöne gruesse", "schoene gruesse", "schönen gruss"), -0.1, "Viele Grüße"),
    Form("herzliche_gruesse", ("herzliche grüße", "herzlichst", "mit herzlichen grüßen", "herzlichen gruß", "herzliche grüsse", "mit herzlichem gruß", "mit herzlichen grüssen", "ganz herzliche grüße", "ganz herzliche grüsse", "mit ganz herzlichen grüßen", "mit ganz herzlichen grüssen", "mit den herzlichsten grüßen", "mit den herzlichsten grüssen", "mit den allerherzlichsten grüßen", "mit den allerherzlichsten grüssen", "allerherzlichste grüße", "allerherzlichste grüsse", "allerherzlichst", "herzliche gruesse"), -0.1, "Herzliche Grüße"),
    Form("liebe_gruesse", ("liebe grüße", "lieben gruß", "mit lieben grüßen", "mit lieben grüssen", "ganz liebe grüße", "alles liebe", "liebe grüsse", "lieber gruß", "sonnige grüße"), -0.6, "Liebe Grüße"),
    Form("gruss", ("gruß", "grüße", "gruss", "grüsse", "grüßle", "es grüßt", "viele", "schöne"), -0.6, "Gruß"),
    Form("lg", ("lg", "glg", "vlg"), -0.9, "LG"),
    Form("vg", ("vg",), -0.9, "VG"),
    Form("kuerzel", ("bg", "hg", "fg", "gr."), -0.9),
    Form("bis_dann", ("bis dann", "bis bald", "bis morgen", "bis später", "bis denne", "bis dahin", "tschüss", "tschüß", "ciao", "servus", "baba", "mach's gut", "machs gut", "pfiat di", "pfiat euch"), -0.8),
    Form("dank", ("danke", "vielen dank", "besten dank", "danke dir", "danke und", "danke &", "merci", "dank und gruß", "danke vorab", "danke schon mal", "vorab vielen dank", "vorab danke", "nochmals vielen dank", "nochmals danke", "schon mal danke"), -0.2),
    Form("wunsch", ("schönes wochenende", "schönen tag", "schönen abend", "einen schönen", "ein schönes", "alles gute", "bleiben sie gesund", "schönen feierabend"), -0.2),
)  # fmt: skip

ABBREVIATIONS = frozenset(
    """z.b z. b bzw ca usw etc d.h d. u.a u. o.ä v.a i.d.r evtl ggf inkl exkl zzgl abzgl vgl nr str tel fax dr prof
    dipl ing hr fr hrn mio mrd min max std tägl bspw sog gem lt betr i.a i. a p.s s.o s.u mfg art abs abt geb jr sen
    st co mwst u.u z.t ff bzgl lfd zz u.s.w m.e zt o.g""".split()
)


_WITH_IT = (  # gibt's
    """gibt geht ist hab wird war mach wär hätt könnt stimmt passt läuft tut kommt steht hat will kann ich er sie wir man
    wenn ob wie was so du da""".split()
)
_WITH_YOU = (  # kannste
    "kann will has bis soll darf weiß mach komm geh sieh kenn mein find brauch wär hätt würd könn könnt wills ha bi".split()
)
_ONLY_WITH_I = (  # "ich glaub": else an imperative
    """find glaub denk mein geh komm mach schick meld ruf schau guck brauch sag frag schreib seh hoff freu bring hol lass
    bleib versteh kenn krieg wünsch""".split()
)
_ONLY_BEHIND_I = "versuch probier kauf bestell steh leg stell wohn".split()
_CLIPPED = """hab hätt wär würd nehm geb les ess treff helf vergess versprech schaun freun traun haun baun ham nich jetz nochma
    aufm ausm mitm nachm aufn gibts gehts habs ists wirds wars tuts nix ne nen""".split()
_PREFIXES = ("", *"ver be ent an aus auf ab ein nach vor um wieder".split())
_WORN = [prefix + verb for prefix in _PREFIXES for verb in ("sehn", "gehn", "stehn", "drehn", "ziehn")]
SHORT_FORMS = re.compile(
    r"\b(?:"
    + one_of(
        [
            *[rf"{word}['’]s" for word in _WITH_IT],
            *[f"{word}ste" for word in _WITH_YOU],
            *[f"{word}(?<=ich {word})" for word in (*_ONLY_WITH_I, *_ONLY_BEHIND_I)],
            *[rf"{word}(?= ich\b)" for word in _ONLY_WITH_I],
            "könnt(?= ich)",
            *_CLIPPED,
            *_WORN,
            "so[’']?n(?:e|en|er)?",
            "unsre[nmrs]?",
        ]
    )
    + r"|(?-i:[Ii]s|ma|net|ned|grad|rum|raus|runter|drauf|dran))\b|(?<!\w)['’](?:n|ne|nen|ner|s|nem)\b",
    re.IGNORECASE,
)


PLAINER = {
    "umgehend": "gleich", "unverzüglich": "gleich", "übersenden": "schicken", "übersende": "schicke",
    "übersandt": "geschickt", "lediglich": "nur", "bereits": "schon", "stets": "immer", "derzeit": "gerade",
    "benötigen": "brauchen", "benötige": "brauche", "erwerben": "kaufen", "zwecks": "für", "seitens": "von",
    "vorab": "vorher", "überdies": "außerdem", "nunmehr": "jetzt", "zeitnah": "bald",
}  # fmt: skip
MORE_FORMAL = {
    "asap": "so bald wie möglich", "schicken": "senden", "schicke": "sende", "kriegen": "erhalten", "kriegt": "erhält",
    "kriege": "erhalte", "nochmal": "noch einmal", "info": "Information", "infos": "Informationen", "nix": "nichts",
    "mega": "sehr", "checken": "prüfen", "checke": "prüfe", "gecheckt": "geprüft", "angucken": "ansehen",
    "anschauen": "ansehen", "dran": "daran", "drauf": "darauf", "drin": "darin", "sorry": "Entschuldigung",
}  # fmt: skip

ABRUPT_STARTS = frozenset("und also aber dann".split())
TITLES = frozenset("herr herrn frau fr. hr. fräulein dr. dr prof. prof damen herren".split())
HONORIFICS = frozenset("herr herrn frau hr fr fräulein damen herren".split())
MALE_HONORIFICS = frozenset("herr herrn hr".split())
GROUPS = frozenset(
    """zusammen alle leute team beide miteinander damen herren kollegen kolleginnen mitglieder familie freunde freundinnen
    mitspieler mitstreiter mitarbeiter mitarbeiterinnen profis experten studenten studentinnen studierende kunden kundinnen
    teilnehmer teilnehmerinnen eltern gäste nachbarn mädels jungs gruppe runde mannschaft forum newsgroup gemeinde börsianer
    interessenten leser leserinnen""".split()
)
LETTERS_PER_WORD = 5.6  # about the mean of German mail


LANGUAGE = Language(
    code="de",
    load=_de_tagger.load,
    lexicon=Lexicon(
        {category: entries.split() for category, entries in words.FUNCTION_WORDS.items()}
        | {
            "i": words.I_WORDS.split(),
            "we": words.WE_WORDS.split(),
            "du": words.DU_WORDS.split(),
            "sie": words.SIE_WORDS,
            "hedge": words.HEDGES,
            "booster": words.BOOSTERS,
            "warm": words.WARM,
            "negative": words.NEGATIVE,
            **grammar.WORD_LISTS,
            **formality.REGISTER,
            **politeness.CATEGORIES,
        }
    ),
    greetings=GREETINGS,
    closings=CLOSINGS,
    abbreviations=ABBREVIATIONS,
    ordinal_dot=True,
    telling_words=frozenset(words.TELLING_WORDS),
    short_forms=SHORT_FORMS,
    plainer=PLAINER,
    more_formal=MORE_FORMAL,
    needs=needs.NEEDS,
    answers=answers.ANSWERS,
    meanings=grammar.MEANINGS,
    question_words=needs.DIRECT_QUESTION_WORDS,
    abrupt_starts=ABRUPT_STARTS,
    titles=TITLES,
    honorifics=HONORIFICS,
    male_honorifics=MALE_HONORIFICS,
    groups=GROUPS,
    letters_per_word=LETTERS_PER_WORD,
    abstract_word=formality.ABSTRACT_WORD,
    labels={"de": "Deutsch", "en": "German"},
    habits=_de_habits.HABITS,
    plain=_de_plain.PLAIN,
    care=care.CARE,
    registers=registers.REGISTERS,
    facts=facts.FACTS,
    promises=promises.PROMISES,
    bonds=bonds.WORDS,
)
