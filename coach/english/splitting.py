"""Where a long English sentence can become two that both stand alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.joints import Joint
from coach.model import Token

SUBJECTS = frozenset("i we you it they he she this that there these those".split())
FINITE = ("VBP", "VBZ", "VBD", "MD")
BOUND = frozenset("if unless whether either neither both while until than when".split())
OPENERS = frozenset("when once after before since although though because as while whenever please".split())
ADVERBS = frozenset("also now still already then just really currently probably usually often never only".split())
MAY = frozenset("can could may might".split())
ASKING = frozenset("could can would will".split())


def joints(tokens: Sequence[Token]) -> Iterator[Joint]:
    """Every joint of this sentence at which both halves are main clauses."""
    asks = tokens[-1].text.startswith("?")
    for at in range(3, len(tokens) - 4):
        if tokens[at].text not in (";", ",") or not _stands_alone(tokens[:at]):
            continue
        if tokens[at].text == ";" and not asks:
            yield from _behind_semicolon(tokens, at)
        elif tokens[at].text == ",":
            yield from _behind_comma(tokens, at, asks=asks)


def _behind_semicolon(tokens: Sequence[Token], at: int) -> Iterator[Joint]:
    start = at + 1
    if tokens[start].lower in ("however", "therefore") and tokens[start + 1].text == ",":
        start += 2
    if _opens_main(tokens, start):
        yield Joint(at, at + 1)


def _behind_comma(tokens: Sequence[Token], at: int, *, asks: bool) -> Iterator[Joint]:
    word, behind = tokens[at + 1].lower, tokens[at + 2]
    if asks:
        if (
            word in ("and", "so", "but")
            and behind.lower in ASKING
            and tokens[at + 3].lower == "you"
            and not _asks(tokens)
        ):
            yield Joint(at, at + 2)
        return
    if word == "which":
        means = behind.lower == "means" or (behind.lower == "is" and tokens[at + 3].lower == "why")
        if means:
            yield Joint(at, at + 2, ". This" if behind.lower == "means" else ". That")
    elif word == "and" and _opens_main(tokens, at + 2):
        yield Joint(at, at + 2)
    elif word == "but" and _opens_main(tokens, at + 2):
        yield Joint(at, at + 2, ". However,")
    elif (
        word == "so"
        and _opens_main(tokens, at + 2)
        and not MAY.intersection(token.lower for token in tokens[at + 3 : at + 6])
    ):
        yield Joint(at, at + 1)
    elif word in ("however", "therefore"):
        start = at + 3 if behind.text == "," else at + 2
        if _opens_main(tokens, start):
            yield Joint(at, start, f". {word.capitalize()},")


def _asks(tokens: Sequence[Token]) -> bool:
    """The whole sentence is a question, not only its end."""
    return tokens[0].tag in ("WP", "WRB", "WDT", "MD") or tokens[0].tag in FINITE


def _opens_main(tokens: Sequence[Token], at: int) -> bool:
    """True if a main clause begins here: its subject, then the finite verb."""
    if at + 2 >= len(tokens):
        return False
    verb = at + 1
    if tokens[at].lower not in SUBJECTS:
        if tokens[at].tag not in ("DT", "PRP$") or tokens[at].lower in ("any", "some", "all", "no", "both", "each"):
            return False
        while verb < len(tokens) - 1 and tokens[verb].tag in ("JJ", "NN", "NNS", "NNP", "CD"):
            verb += 1
        if not tokens[verb - 1].tag.startswith("NN"):
            return False
    elif tokens[at].lower == "that" and tokens[at].tag == "IN":
        return False
    while verb < len(tokens) - 1 and tokens[verb].lower in ADVERBS:
        verb += 1
    return tokens[verb].tag in FINITE


def _stands_alone(before: Sequence[Token]) -> bool:
    """True if what stands before the joint is a main clause with nothing that reaches into the next one."""
    lower = [token.lower for token in before]
    if before[0].tag in ("VB", "VBG", "VBN", "TO", "IN") or lower[0] in OPENERS or BOUND.intersection(lower):
        return False
    if before[0].tag == "CC" and (before[1].tag == "MD" or before[1].tag in FINITE):
        return False  # "And can it ...": a question, whatever mark the writer set
    if ":" in lower or "-" in lower or "–" in lower or "--" in lower or ("not" in lower and "only" in lower):
        return False
    for at in range(1, len(before) - 1):
        if lower[at] == "," and lower[at + 1] in SUBJECTS:
            return False  # clauses in a row: "we checked it, we mended it"
        if lower[at] == "because" and lower[at + 1] != "of":
            return False  # what follows "and" may be another reason
        if lower[at] == "that" and "," in lower[at:]:
            return False
    return any(token.tag in FINITE for token in before)
