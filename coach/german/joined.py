"""Further verbs of one subject: "Sie nehmen die Liste, prüfen sie und haben frei", "weil Sie kommen und helfen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.german.clauses import JOINS, Finite, end_of, finite, has_subject, is_verb
from coach.model import Token

STOPS = frozenset(";:.!?")
BETWEEN = frozenset("dann danach anschließend anschliessend auch nicht sofort so bitte also damit dabei".split())
HELPING = frozenset("haben sein werden dürfen können mögen müssen sollen wollen".split())
WITH_INFINITIVE = frozenset("dürfen können mögen müssen sollen wollen werden lassen gehen".split())


def joined_verbs(tokens: Sequence[Token], subject: int, verb: Finite, *, last: bool) -> Iterator[Finite]:
    """The finite verbs that joining words and commas tie to this verb; `last`: it closes its clause."""
    start = max(subject, verb.place)
    stop = next((at for at in range(start, len(tokens)) if tokens[at].text in STOPS), len(tokens))
    listed: list[Finite] = []
    for at in range(start + 1, stop - 1):
        if tokens[at].text == "," and not last and (found := _behind(tokens, at, subject, verb)):
            listed.append(found)  # a comma alone proves nothing: "Sie wissen, kommen die Teile, ..."
        if tokens[at].lower not in JOINS:
            continue
        found = _at_the_end(tokens, at, verb) if last and verb.place == at - 1 else _behind(tokens, at, subject, verb)
        if found:
            yield from listed
            yield found
        listed = []


def _at_the_end(tokens: Sequence[Token], join: int, verb: Finite) -> Finite | None:
    behind = range(join + 1, end_of(tokens, join))
    if _has_own_subject(tokens, behind):
        return None
    verbs = [at for at in behind if is_verb(tokens[at])]
    found = finite(tokens, verbs[-1], "sie") if verbs else None
    return found if found and (found.row.tense == verb.row.tense or verb.verb.call is not None) else None


def _behind(tokens: Sequence[Token], join: int, subject: int, verb: Finite) -> Finite | None:
    place = join + 1
    while place < len(tokens) - 1 and tokens[place].lower in BETWEEN:
        place += 1
    found = finite(tokens, place, "sie") if is_verb(tokens[place]) and "IZU" not in tokens[place].tag else None
    if found is None or _has_own_subject(tokens, range(join + 1, end_of(tokens, place))):
        return None
    if found.verb.infinitive in HELPING and "INF" not in tokens[place].tag:
        return found
    before = [tokens[at] for at in range(max(subject, verb.place) + 1, join) if is_verb(tokens[at])]
    unfinished = any("INF" in each.tag for each in before) or verb.verb.infinitive in WITH_INFINITIVE
    if unfinished or "PP" in tokens[place].tag or found.row.tense != verb.row.tense:
        return None
    return found


def _has_own_subject(tokens: Sequence[Token], places: range) -> bool:
    return has_subject(tokens, places) or any(tokens[at].text == "Sie" for at in places)
