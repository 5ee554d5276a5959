"""German imperatives: "Schicken Sie ...", "Ruf ... an und sag ab", "Gebt uns ..."; tags are STTS by HanTa."""

from __future__ import annotations

from coach.document import Analysis
from coach.meaning_words import Places
from coach.model import Token

BEFORE_COMMAND = frozenset("bitte dann also und nun jetzt so aber oder".split())
SUBJECTS = frozenset("ich du er es wir man ihr wer sie das dies dieser diese jemand niemand".split())
CALLS = frozenset(  # to one person, without ending: hardly ever anything else at the start of a clause
    """ruf sag schick gib nimm komm mach lass schau guck leg stell bring hol schreib meld frag hör lies sieh iss hilf sprich triff
    wirf trag zahl bestell prüf denk sei bleib geh fahr setz teil lad druck kauf räum streich klick öffne schließ vergiss
    versuch probier check nenn erklär zeig halt nutz füll füg trink spar wähl start stopp""".split()
)
ENDED_CALLS = frozenset(  # to one person with -e, to several with -t: also "(ich) melde", "(er) kommt"
    """rufe sage schicke mache lege stelle bringe hole schreibe melde frage höre trage zahle bestelle prüfe denke warte bleibe
    gehe fahre setze sende teile drucke kaufe räume klicke öffne schließe versuche probiere checke nenne erkläre zeige halte
    gebt ruft sagt schickt kommt macht lasst schaut legt stellt bringt holt schreibt meldet fragt hört lest seht helft seid bleibt
    geht fahrt setzt teilt sendet ladet druckt kauft nehmt bestellt prüft denkt wartet zahlt öffnet schließt vergesst
    versucht nennt zeigt""".split()
)
SPEAKS_ON = frozenset("mir uns bitte doch mal euch einfach ihm ihnen kurz gern gerne nicht daran dran noch".split())
NO_CALLS = frozenset(
    "danke siehe freu wünsch hüpf summ seufz gratuliere hoffe freue wünsche grüß bedanke vermute glaube".split()
)
NAMED_LIKE_CALLS = frozenset(
    "halt start stopp teil kauf druck".split()
)  # nouns and particles, too: only with a verb's tag


def commands(analysis: Analysis) -> Places:
    """The imperatives of a sentence: "Schicken Sie ...", "Ruf ... an und sag ab", "Bitte gebt uns ..."."""
    tokens = analysis.tokens
    if analysis.text.rstrip().endswith("?"):
        return ()
    found: list[int] = []
    for index in range(len(tokens)):
        if _begins(tokens, index, found) and _commands(tokens, index, first=not found):
            found.append(index)
    return tuple(found)


def _begins(tokens: tuple[Token, ...], index: int, found: list[int]) -> bool:
    """Whether a clause begins here, "bitte" aside; behind "und" only if a command stands before it."""
    joined = False
    while index > 0 and tokens[index - 1].lower in BEFORE_COMMAND:
        index -= 1
        joined = joined or tokens[index].lower in ("und", "oder")
    if joined and index > 0:
        return bool(found)
    return index == 0 or not tokens[index - 1].text[0].isalnum()


def _commands(tokens: tuple[Token, ...], index: int, *, first: bool) -> bool:
    word = tokens[index].lower
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if after is not None and after.text == "Sie":
        return word.endswith(("en", "rn", "ln")) and tokens[index].tag in (
            "VV(FIN)",
            "VV(INF)",
            "VV(IMP)",
            "VA(INF)",
            "NN",
            "VV(PP)",
        )
    if after is not None and after.lower in SUBJECTS:
        return False
    if word in NO_CALLS or (first and _has_subject(tokens, index)):
        return False
    verb = tokens[index].tag.startswith("V")
    if word in ENDED_CALLS or (tokens[index].tag == "VV(IMP)" and word.endswith(("e", "t"))):
        return after is not None and after.lower in SPEAKS_ON
    return tokens[index].tag == "VV(IMP)" or (word in CALLS and (verb or word not in NAMED_LIKE_CALLS))


def _has_subject(tokens: tuple[Token, ...], index: int) -> bool:
    """ "Ich komme und bringe ...": the verb's subject stands before it."""
    return any(token.lower in SUBJECTS for token in tokens[:index])
