"""German: tokens by spaCy's rules, parts of speech and lemmas by HanTa (Hannover Tagger, Wartena 2019)."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from coach.language import Form, Language, Tagger
from coach.languages import _de_words as words
from coach.lexicon import Lexicon
from coach.model import Token

# STTS tag (as HanTa writes it) -> universal part of speech; the longest matching beginning wins.
STTS_TO_UPOS = {
    "NN": "NOUN", "NNA": "NOUN", "NNI": "NOUN", "NE": "PROPN", "FM": "X", "V": "VERB", "VA": "AUX", "VM": "AUX",
    "ADJ": "ADJ", "ADV": "ADV", "ART": "DET", "AP": "ADP", "P": "PRON", "PAV": "ADV", "PROAV": "ADV", "PWAV": "ADV",
    "PDAT": "DET", "PIAT": "DET", "PIDAT": "DET", "PPOSAT": "DET", "KON": "CCONJ", "KOKOM": "ADP", "KOUS": "SCONJ",
    "KOUI": "SCONJ", "PTK": "PART", "PTKVZ": "ADP", "CARD": "NUM", "ITJ": "INTJ", "$": "PUNCT", "XY": "X",
}  # fmt: skip

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
    Form("servus", ("servus", "griaß di", "grüß dich", "grias di"), -0.7, "Servus {name}"),
    Form("na", ("na", "morgen", "tach", "tag"), -0.9),
)

CLOSINGS = (
    Form("hochachtungsvoll", ("hochachtungsvoll",), 1.0),
    Form(
        "mit_freundlichen_gruessen",
        (
            "mit freundlichen grüßen", "mit freundlichen grüssen", "mit freundlichem gruß", "mit freundlichem gruss",
            "freundliche grüße", "freundliche grüsse", "freundlichen gruß", "freundlicher gruß", "mit besten empfehlungen",
            "ich verbleibe", "wir verbleiben",
        ),
        0.8, "Mit freundlichen Grüßen"
    ),
    Form("mfg", ("mfg", "mit freundl. grüßen", "m.f.g."), 0.2, "MfG"),
    Form(
        "beste_gruesse",
        ("mit besten grüßen", "mit bestem gruß", "beste grüße", "besten gruß", "beste grüsse", "mit den besten grüßen"),
        0.3, "Beste Grüße"
    ),
    Form("viele_gruesse", ("viele grüße", "vielen gruß", "viele grüsse", "schöne grüße", "schönen gruß", "schöne grüsse", "grüße aus", "mit vielen grüßen"), -0.1, "Viele Grüße"),
    Form("herzliche_gruesse", ("herzliche grüße", "herzlichst", "mit herzlichen grüßen", "herzlichen gruß", "herzliche grüsse", "mit herzlichem gruß"), -0.1, "Herzliche Grüße"),
    Form("liebe_gruesse", ("liebe grüße", "lieben gruß", "mit lieben grüßen", "mit lieben grüssen", "ganz liebe grüße", "alles liebe", "liebe grüsse", "lieber gruß", "sonnige grüße"), -0.6, "Liebe Grüße"),
    Form("gruss", ("gruß", "grüße", "gruss", "grüsse", "grüßle", "es grüßt", "viele", "schöne"), -0.6, "Gruß"),
    Form("kuerzel", ("lg", "vg", "glg", "bg", "hg", "gr."), -0.9, "VG"),
    Form("bis_dann", ("bis dann", "bis bald", "bis morgen", "bis später", "bis denne", "bis dahin", "tschüss", "tschüß", "ciao", "servus", "baba", "mach's gut", "machs gut", "pfiat di", "pfiat euch"), -0.8),
    Form("dank", ("danke", "vielen dank", "besten dank", "danke dir", "danke und", "danke &", "merci", "dank und gruß", "danke vorab", "danke schon mal", "vorab vielen dank", "vorab danke", "nochmals vielen dank", "nochmals danke", "schon mal danke"), -0.2),
    Form("wunsch", ("schönes wochenende", "schönen tag", "schönen abend", "einen schönen", "ein schönes", "alles gute", "bleiben sie gesund", "schönen feierabend"), -0.2),
)  # fmt: skip

ABBREVIATIONS = frozenset(
    """z.b z. b bzw ca usw etc d.h d. u.a u. o.ä v.a i.d.r evtl ggf inkl exkl zzgl abzgl vgl nr str tel fax dr prof
    dipl ing hr fr hrn mio mrd min max std tägl bspw sog gem lt betr i.a i. a p.s s.o s.u mfg art abs abt geb jr sen
    st co mwst u.u z.t ff bzgl lfd zz u.s.w m.e zt o.g""".split()
)


SHORT_FORMS = re.compile(
    r"\b(?:(?:gibt|geht|ist|hab|wird|war|mach|wär|hätt|könnt|stimmt|passt|läuft|ich|er|wir|man|wenn|ob|wie|was|so)['’]s"
    r"|hab|hätt|wär|würd|gibts|gehts|habs|ists|wirds|wars|nix|ne|nen|(?-i:grad|rum|raus|rein|runter))\b"
    r"|(?<!\w)['’](?:n|ne|nen|ner|s|nem)\b",
    re.IGNORECASE,
)


SPELLED_OUT = {
    "hab": "habe", "hätt": "hätte", "wär": "wäre", "würd": "würde", "gibts": "gibt es", "gibt's": "gibt es",
    "gehts": "geht es", "geht's": "geht es", "habs": "habe es", "hab's": "habe es", "ists": "ist es", "ist's": "ist es",
    "wirds": "wird es", "wird's": "wird es", "wars": "war es", "war's": "war es", "nix": "nichts",
    "grad": "gerade", "'ne": "eine", "'nen": "einen", "'n": "ein", "’ne": "eine", "’nen": "einen", "’n": "ein",
}  # fmt: skip
INTENSIFIERS = frozenset(
    """sehr wirklich absolut total extrem unglaublich besonders überaus außerordentlich mega richtig echt völlig""".split()
)
KEEPS_EMPHASIS = frozenset("nicht kein keine keinen nie so zu wie viel viele gern gerne geehrte geehrter".split())
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

REQUEST = re.compile(
    r"\b(?:bitte|bitten (?:wir|ich)|(?:ich|wir) bitten?|(?:ich|wir) (?:brauchen?|bräuchten?|benötigen?|wüssten? gerne?)"
    r"|(?:könnten?|können|würden?|würdest|könntest|kannst) (?:sie|du|ihr|wir)"
    r"|wären? (?:sie so|es möglich|(?:ich|wir) (?:ihnen|dir) (?:sehr )?dankbar)"
    r"|(?:geben|gib|sagen|sag|schicken|schick|senden|melden|teilen) (?:sie|mir|uns|dich|kurz|bescheid))\b",
    re.IGNORECASE,
)
WISH = re.compile(
    r"\b(?:(?:ich|wir) (?:würden?|hätten?|möchten?|wünschen?)|(?:würden?|hätten?|möchten?) (?:ich|wir))\b",
    re.IGNORECASE,
)
NO_REQUEST = re.compile(
    r"(?:\bbrauch\w*\b.{0,20}\b(?:nichts|kein\w*|nicht)\b|entschuldig|um verzeihung|^(?:dann|das|dies|so|jetzt|nun|gerne?)\b.{0,12}"
    r"\b(?:können|kann|könnten) (?:wir|sie|ich)\b(?!.*\?)|\b(?:bin|sind|bei .{3,30}) (?:ich|wir) .{0,20}erreich)",
    re.IGNORECASE,
)
COMPLAINT = re.compile(
    r"\b(?:enttäusch\w*|verärgert|beschwer\w*|unzufrieden\w*|reklam\w*|inakzeptabel|unverschämt\w*|frechheit|zumutung"
    r"|(?:seit|schon|wieder|noch immer|immer noch)\b.{0,30}\b(?:defekt|kaputt|ausgefallen|gestört|fehlerhaft|unvollständig)"
    r"|(?:stimmt|stimmen|funktioniert|funktionieren|läuft|laufen|geht|klappt)\b.{0,25}\bnicht"
    r"|(?:schon )?(?:wieder|das (?:zweite|dritte|vierte|x-te) mal).{0,40}(?:zu spät|falsch|defekt|kaputt|verspätet)"
    r"|(?:warten|warte|gewartet) (?:wir |ich )?(?:jetzt |nun |schon |immer noch )*(?:seit|noch immer)|es fehl(?:t|en) )",
    re.IGNORECASE,
)
NO_COMPLAINT = re.compile(
    r"\b(?:behoben|gelöst|erledigt|keine?n? (?:fehler|problem\w*|beanstandung\w*|reklamation\w*)|nicht (?:defekt|kaputt)"
    r"|(?:haben|habe) (?:wir|ich) (?:uns|mich)|tut (?:uns|mir) leid)\b",
    re.IGNORECASE,
)
QUESTION_WORDS = frozenset("warum wieso weshalb was wer wann wo".split())
ABRUPT_STARTS = frozenset("und also aber dann".split())
TITLES = frozenset("herr herrn frau fr. hr. fräulein dr. dr prof. prof damen herren".split())
HONORIFICS = frozenset("herr herrn frau hr fr fräulein damen herren".split())
MALE_HONORIFICS = frozenset("herr herrn hr".split())
GROUPS = frozenset("zusammen alle leute team beide miteinander damen herren kollegen kolleginnen".split())
LETTERS_PER_WORD = 5.6  # about the mean of German mail

LONGEST_WORD = 40  # HanTa's time grows faster than the length; what is longer is an address or a code
PLACEHOLDER = "Ding"  # stands for what is no word, so that its neighbours are tagged in a whole sentence
KNOWN_WORDS = 30_000  # remembered with their analysis, about half a kilobyte each


def _is_readable(token: str) -> bool:
    return len(token) <= LONGEST_WORD and not any(char in "/@=\\_" for char in token)


def _load() -> Tagger:
    import spacy
    from HanTa import HanoverTagger

    tokenizer = spacy.blank("de").tokenizer
    tagger = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")
    # Taking a word apart is what takes long, and mails repeat their words; both calls depend on their arguments only.
    tagger._tag_word = functools.lru_cache(KNOWN_WORDS)(tagger._tag_word)
    tagger._analyze = functools.lru_cache(KNOWN_WORDS)(tagger._analyze)

    @functools.lru_cache(maxsize=4096)
    def universal(tag: str) -> str:
        fitting = [stts for stts in STTS_TO_UPOS if tag.startswith(stts)]
        return STTS_TO_UPOS[max(fitting, key=len)] if fitting else "X"

    def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
        tagged = []
        for sentence in sentences:
            tokens = [token for token in tokenizer(sentence) if not token.is_space]
            readable = [token.text if _is_readable(token.text) else PLACEHOLDER for token in tokens]
            analysis = tagger.tag_sent(readable) if tokens else []
            tagged.append(
                tuple(
                    Token(token.text, token.idx, token.idx + len(token.text), lemma, universal(stts), stts)
                    if read is not PLACEHOLDER
                    else Token(token.text, token.idx, token.idx + len(token.text), token.text, "X", "XY")
                    for token, read, (_, lemma, stts) in zip(tokens, readable, analysis, strict=True)
                )
            )
        return tagged

    return tag


LANGUAGE = Language(
    code="de",
    load=_load,
    lexicon=Lexicon(
        {category: entries.split() for category, entries in words.FUNCTION_WORDS.items()}
        | {
            "i": words.I_WORDS.split(),
            "we": words.WE_WORDS.split(),
            "du": words.DU_WORDS.split(),
            "sie": words.SIE_WORDS,
            "gratitude": words.GRATITUDE,
            "please": words.PLEASE,
            "apology": words.APOLOGY,
            "softener": words.SOFTENERS,
            "deference": words.DEFERENCE,
            "blunt": words.BLUNT,
            "hedge": words.HEDGES,
            "booster": words.BOOSTERS,
            "informal": words.INFORMAL,
            "formal": words.FORMAL,
            "warm": words.WARM,
            "negative": words.NEGATIVE,
        }
    ),
    greetings=GREETINGS,
    closings=CLOSINGS,
    abbreviations=ABBREVIATIONS,
    ordinal_dot=True,
    telling_words=frozenset(words.TELLING_WORDS),
    short_forms=SHORT_FORMS,
    spelled_out=SPELLED_OUT,
    intensifiers=INTENSIFIERS,
    keeps_emphasis=KEEPS_EMPHASIS,
    plainer=PLAINER,
    more_formal=MORE_FORMAL,
    request=REQUEST,
    wish=WISH,
    no_request=NO_REQUEST,
    complaint=COMPLAINT,
    no_complaint=NO_COMPLAINT,
    question_words=QUESTION_WORDS,
    abrupt_starts=ABRUPT_STARTS,
    titles=TITLES,
    honorifics=HONORIFICS,
    male_honorifics=MALE_HONORIFICS,
    groups=GROUPS,
    letters_per_word=LETTERS_PER_WORD,
    labels={"de": "Deutsch", "en": "German"},
)
