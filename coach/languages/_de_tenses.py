"""German tenses and modal verbs, read from HanTa's tags (STTS) and the forms of strong verbs."""

from __future__ import annotations

import functools
import re

from coach.document import Analysis
from coach.meaning_words import Places, Tenses
from coach.model import Token

REMEMBERED = 20_000  # verb forms
PRETERITES = {  # strong and mixed verbs: infinitive -> stem of the simple past
    "backen": "buk", "befehlen": "befahl", "beginnen": "begann", "beißen": "biss", "bergen": "barg", "biegen": "bog", "bieten": "bot",
    "binden": "band", "bitten": "bat", "blasen": "blies", "bleiben": "blieb", "braten": "briet", "brechen": "brach", "brennen": "brannte",
    "bringen": "brachte", "denken": "dachte", "dringen": "drang", "empfehlen": "empfahl", "essen": "aß", "fahren": "fuhr",
    "fallen": "fiel", "fangen": "fing", "finden": "fand", "fliegen": "flog", "fliehen": "floh", "fließen": "floss",
    "fressen": "fraß", "frieren": "fror", "geben": "gab", "gehen": "ging", "gelingen": "gelang", "gelten": "galt",
    "genießen": "genoss", "geschehen": "geschah", "gewinnen": "gewann", "gießen": "goss", "gleichen": "glich", "gleiten": "glitt",
    "graben": "grub", "greifen": "griff", "halten": "hielt", "hängen": "hing", "heben": "hob", "heißen": "hieß", "helfen": "half",
    "kennen": "kannte", "klingen": "klang", "kommen": "kam", "kriechen": "kroch", "laden": "lud", "lassen": "ließ", "laufen": "lief",
    "leiden": "litt", "leihen": "lieh", "lesen": "las", "liegen": "lag", "lügen": "log", "messen": "maß", "nehmen": "nahm",
    "nennen": "nannte", "pfeifen": "pfiff", "raten": "riet", "reißen": "riss", "reiten": "ritt", "rennen": "rannte", "riechen": "roch",
    "rufen": "rief", "schaffen": "schuf", "scheiden": "schied", "scheinen": "schien", "schieben": "schob", "schießen": "schoss",
    "schlafen": "schlief", "schlagen": "schlug", "schleichen": "schlich", "schließen": "schloss", "schmeißen": "schmiss",
    "schmelzen": "schmolz", "schneiden": "schnitt", "schreiben": "schrieb", "schreien": "schrie", "schreiten": "schritt",
    "schweigen": "schwieg", "schwimmen": "schwamm", "schwinden": "schwand", "sehen": "sah", "senden": "sandte", "singen": "sang",
    "sinken": "sank", "sitzen": "saß", "sprechen": "sprach", "springen": "sprang", "stechen": "stach", "stehen": "stand", "stehlen": "stahl",
    "steigen": "stieg", "sterben": "starb", "stinken": "stank", "stoßen": "stieß", "streichen": "strich", "streiten": "stritt",
    "tragen": "trug", "treffen": "traf", "treiben": "trieb", "treten": "trat", "trinken": "trank", "tun": "tat", "verderben": "verdarb",
    "vergessen": "vergaß", "verlieren": "verlor", "vermeiden": "vermied", "verschwinden": "verschwand", "verzeihen": "verzieh",
    "wachsen": "wuchs", "waschen": "wusch", "weichen": "wich", "weisen": "wies", "wenden": "wandte", "werben": "warb", "werfen": "warf",
    "wiegen": "wog", "wissen": "wusste", "ziehen": "zog", "zwingen": "zwang",
}  # fmt: skip
PAST_AUX = frozenset(
    """
    war warst waren wart hatte hattest hatten hattet wurde wurdest wurden wurdet konnte konntest konnten konntet
    musste musstest mussten musstet durfte durftest durften durftet wollte wolltest wollten wolltet mochte mochten
    """.split()
)
WISHED = re.compile(
    r"(?:könn|müss|dürf|möch|moech|koenn|muess|duerf|soll|bräuch|wüss|hät|wär)t?(?:e|est|en|et|te|test|ten|tet)"
)
WILL = frozenset("werde wirst wird werden werdet".split())
HAVE = frozenset("habe hab hast hat haben habt".split())
BE = frozenset("bin bist ist is sind seid".split())
# Verbs of motion and change make their perfect with "sein"; with others "ist geprüft" is a state of now.
WITH_BE = re.compile(
    r".*(?:gangen|kommen|fahren|fallen|flogen|flohen|laufen|reist|rannt|ritten|schritten|stiegen|storben|treten|wachsen|wesen|"
    r"worden|blieben|schehen|passiert|schienen|schwunden|troffen|tauscht|sprungen|sunken|wandert|eilt|folgt|lungen|glückt|"
    r"scheitert|wacht|schlafen|platzt|stürzt|rutscht|zogen|standen|brochen|rissen|landet|startet|gegnet|schmolzen|kehrt|rückt|altet)"
)
FINITE = ("VV(FIN)", "VA(FIN)", "VM(FIN)")
PARTICIPLES = ("VV(PP)", "VA(PP)", "VM(PP)")
INFINITIVES = ("VV(INF)", "VA(INF)", "VM(INF)", "VV(IZU)")
COMMAS = frozenset({",", ";", ":", "–", "—", "(", ")"})


def tenses(analysis: Analysis) -> Tenses:
    """The finite verbs of a sentence by tense; the perfect is past, "werden" with an infinitive future."""
    tokens = analysis.tokens
    past, present, future = [], [], []
    for index, token in enumerate(tokens):
        word = token.lower
        if not (token.tag in FINITE or word in PAST_AUX or (token.tag == "FM" and word in BE)):
            continue
        if _closes_bracket(tokens, index):
            continue
        if word in PAST_AUX or _is_preterite(word, token.lemma):
            past.append(index)
        elif word in WILL and _partner(tokens, index, INFINITIVES, plain=True):
            future.append(index)
        elif (word in HAVE and _partner(tokens, index, PARTICIPLES)) or (word in BE and _moved(tokens, index)):
            past.append(index)
        else:
            present.append(index)
    return Tenses(tuple(past), tuple(present), tuple(future))


def _closes_bracket(tokens: tuple[Token, ...], index: int) -> bool:
    """An infinitive at the end of its clause that was taken for a finite verb: "werden prüfen und Ihnen *berichten*"."""
    token = tokens[index]
    if token.tag != "VV(FIN)" or token.lower != token.lemma.lower():
        return False
    if index + 1 < len(tokens) and tokens[index + 1].text[0].isalnum():
        return False
    before = [tokens[at] for at in _around(tokens, index) if at < index]
    return any(each.lower in WILL or each.tag == "VM(FIN)" or each.lower.startswith("würd") for each in before)


@functools.lru_cache(REMEMBERED)
def _is_preterite(word: str, lemma: str) -> bool:
    if WISHED.fullmatch(word):
        return False
    infinitive = lemma.lower()
    stem = infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")
    base = max((each for each in PRETERITES if infinitive.endswith(each)), key=len, default="")
    if (
        base
        and (past := PRETERITES[base]) in word
        and word.rpartition(past)[2] in ("", "e", "en", "n", "st", "t", "est")
    ):
        return True
    return word.startswith(stem) and word[len(stem) :] in ("te", "ten", "test", "tet", "ete", "eten", "etest", "etet")


def _around(tokens: tuple[Token, ...], index: int) -> range:
    """The stretch between commas in which a verb stands, or the whole sentence behind it if it holds no other."""
    first = next((at + 1 for at in range(index - 1, -1, -1) if tokens[at].text in COMMAS), 0)
    last = next((at for at in range(index + 1, len(tokens)) if tokens[at].text in COMMAS), len(tokens))
    return range(first, last)


def _partner(tokens: tuple[Token, ...], index: int, tags: tuple[str, ...], *, plain: bool = False) -> bool:
    """Whether the rest of a verb's bracket stands in its clause, or behind a clause put in between.

    `plain` wants an infinitive that is not "worden sein": "werden" with a participle alone is the passive.
    """
    near = _around(tokens, index)
    if any(tokens[at].tag in tags for at in near):
        return True
    if plain and any(tokens[at].tag in PARTICIPLES for at in near):
        return any(tokens[at].lower in ("sein", "werden", "haben") and at != index for at in near)
    following = range(near.stop, len(tokens))
    return any(tokens[at].tag in tags and not _has_own_verb(tokens, at) for at in following)


def _has_own_verb(tokens: tuple[Token, ...], index: int) -> bool:
    return any(tokens[at].tag in FINITE or tokens[at].lower == "zu" for at in _around(tokens, index))


def _moved(tokens: tuple[Token, ...], index: int) -> bool:
    return any(tokens[at].tag in PARTICIPLES and WITH_BE.fullmatch(tokens[at].lower) for at in _around(tokens, index))


MODALS = re.compile(
    r"(?:kann(?!t)|konnt|könn|könnt|muss|müss|musst|müsst|soll|darf|dürf|durft|dürft|will|woll|wollt|mag|mög|mocht|möcht)"
    r"(?:st|t|e|en|est|et|test|te|ten|tet)?|(?:kann|will|soll|darf|muss|magst|willst)ste"
)


def modals(analysis: Analysis) -> Places:
    """The modal verbs of one sentence."""
    return tuple(index for index, token in enumerate(analysis.tokens) if _is_modal(token))


def _is_modal(token: Token) -> bool:
    """Whether a word is a form of dürfen, können, mögen, müssen, sollen or wollen."""
    if token.tag.startswith("VM"):
        return not token.lower.startswith("kannt")
    return token.pos in ("VERB", "AUX") and MODALS.fullmatch(token.lower) is not None
