"""Which "Sie" behind a verb is told to do something ("Schicken Sie mir") and which is asked or told of."""

from __future__ import annotations

from collections.abc import Container, Sequence

from coach.german.clauses import OPENS, Finite, end_of, finite, is_verb, start_of
from coach.languages._de_verbs import OUTCOMES
from coach.model import Token

NO_COMMAND = frozenset(  # "wissen Sie, ..." and "kennen Sie ..." ask, whatever stop the writer set
    """wissen hoffen mögen scheinen kennen heißen wohnen besitzen gehören bekommen kriegen erhalten möchten brauchen
    benötigen""".split()
)
CONDITIONS = frozenset("haben wünschen".split())  # "Haben Sie Fragen, melden Sie sich"
SOFT = frozenset("bitte doch mal einfach ruhig kurz".split())  # after "dann" they tell an order from a prediction
ASKING = frozenset("manchmal jemals eigentlich oft schon zufällig überhaupt etwa".split())
LEADS = frozenset("bitte also aber und oder doch nun sondern".split())
THEN = frozenset("dann sonst ansonsten".split())


def commands(tokens: Sequence[Token], place: int, verb: Finite, subjects: Container[int]) -> bool:
    """True for "Schicken Sie mir": a verb first, present, and no question."""
    if verb.place > place or verb.row.tense not in ("present", "konjunktiv1") or verb.verb.call is None:
        return False
    if verb.row.tense == "konjunktiv1" and verb.verb.infinitive != "sein":
        return False
    if verb.verb.infinitive == "sein" and verb.row.tense == "present":
        return False
    end = end_of(tokens, place)
    inside = {tokens[at].lower for at in range(place, end)}
    lead = {tokens[at].lower for at in range(start_of(tokens, verb.place), verb.place)}
    if verb.verb.infinitive in NO_COMMAND | OUTCOMES and not lead <= LEADS | THEN:
        return False
    begs = "bitte" in inside and all(tokens[at].tag not in OPENS for at in range(start_of(tokens, place), verb.place))
    if not (lead <= LEADS | THEN or begs) or (lead & THEN and not inside & SOFT):
        return False
    if verb.verb.infinitive in NO_COMMAND:
        return False
    if verb.verb.infinitive == "lassen" and "uns" in inside:
        return True
    if _asks(tokens, place) or (inside & ASKING and not _goes_on(tokens, end, "dann")):
        return False
    if verb.verb.infinitive in ("haben", "werden") and any(_is_unfinished(tokens[at]) for at in range(place, end)):
        return False
    return not _is_condition(tokens, verb, end) and not _tells_outcome(tokens, verb, inside, end, subjects)


def _goes_on(tokens: Sequence[Token], end: int, word: str) -> bool:
    return end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].lower == word


def _is_condition(tokens: Sequence[Token], verb: Finite, end: int) -> bool:
    """ "Bestellen Sie noch im Mai, sparen Sie 20 Euro"; "Rufen Sie an, melden Sie sich" bids twice."""
    if not (end + 2 < len(tokens) and tokens[end].text == "," and is_verb(tokens[end + 1])):
        return False
    if verb.verb.infinitive in CONDITIONS or tokens[end + 2].text != "Sie":
        return True
    then = finite(tokens, end + 1, "sie")
    return then is not None and (then.verb.call is None or then.verb.infinitive in OUTCOMES | NO_COMMAND)


def _tells_outcome(tokens: Sequence[Token], verb: Finite, inside: set[str], end: int, subjects: Container[int]) -> bool:
    """ "Wenn Sie unten klicken, sehen Sie den Plan": behind a clause, a verb of what follows from it."""
    start = start_of(tokens, verb.place)
    if verb.verb.infinitive not in OUTCOMES or start == 0 or tokens[start - 1].text != "," or inside & SOFT:
        return False
    before = range(start_of(tokens, start - 1), start - 1)
    told = any(tokens[at].tag.startswith(("KOU", "PW")) or tokens[at].tag in ("PTKZU", "VV(IZU)") for at in before)
    parted = any(tokens[at].tag == "PTKVZ" for at in range(verb.place, end))
    return not parted and (told or any(at in subjects for at in before))


def _asks(tokens: Sequence[Token], place: int) -> bool:
    for at in range(place, len(tokens) - 1):
        text, after = tokens[at].text, tokens[at + 1]
        if text[0] in "?;!" or (text == ":" and (is_verb(after) or after.tag.startswith(("PW", "PPER")))):
            return text[0] == "?"
    return tokens[-1].text.startswith("?")


def _is_unfinished(token: Token) -> bool:
    """A participle or infinitive: then "haben" and "werden" only help it."""
    return is_verb(token) and ("PP" in token.tag or "INF" in token.tag)
