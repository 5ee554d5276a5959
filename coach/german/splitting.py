"""Where a long German sentence can become two that both stand alone; a clause with its verb last is put in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.german.clauses import is_stop
from coach.joints import Joint
from coach.model import Token

JOINING = frozenset("; , und aber doch".split())
SUBJECTS = frozenset("ich wir er es man du sie das dies".split())
LEADS = frozenset(
    """dann danach anschließend daher deshalb deswegen außerdem jetzt heute morgen leider dort dabei dazu dadurch
    trotzdem dennoch zusätzlich inzwischen mittlerweile gestern derzeit bisher damit hier somit""".split()
)
SPLICED = frozenset(
    "deshalb daher deswegen trotzdem dennoch außerdem allerdings zudem somit anschließend danach".split()
)
BOUND = frozenset(
    "wenn falls sobald sofern solange entweder weder sowohl zwar je desto umso ehe bevor ob einerseits kaum".split()
)
ARTICLES = ("ART", "PPOSAT", "PDAT")
ASKING = frozenset(
    "können könnten könntest kannst könnt würden würdest haben hast hätten hättest wären wärst dürfen".split()
)
OPENED = {"weshalb": "Deshalb", "weswegen": "Deshalb", "sodass": "Deshalb", "wobei": "Dabei", "wodurch": "Dadurch"}
HELPERS = ("VA", "VM")
PLACED = frozenset("ich wir er man du".split())


def joints(tokens: Sequence[Token]) -> Iterator[Joint]:
    """Every joint of this sentence at which both halves are main clauses."""
    asks = tokens[-1].text.startswith("?")
    for at in range(3, len(tokens) - 3):
        token = tokens[at]
        if token.lower not in JOINING or not _stands_alone(tokens[:at]):
            continue
        if token.text == ";" and not asks and _opens_main(tokens, at + 1, named=True):
            yield Joint(at, at + 1)
        elif token.lower in ("und", "aber", "doch"):
            yield from _joined(tokens, at, asks=asks)
        elif token.text == "," and not asks:
            yield from _spliced(tokens, at)


def _joined(tokens: Sequence[Token], at: int, *, asks: bool) -> Iterator[Joint]:
    """ ", und wir ...", ", aber die Ware ...", "und könnten Sie ...?"."""
    word, comma = tokens[at].lower, tokens[at - 1].text == ","
    first = at - 1 if comma else at
    if asks:
        behind = tokens[at + 1 : at + 3]
        if word == "und" and behind[0].lower in ASKING and behind[1].text in ("Sie", "du", "ihr") and not _asks(tokens):
            yield Joint(first, at + 1)
        return
    if word == "doch" and not comma:
        return
    if _opens_main(tokens, at + 1, named=comma):
        yield Joint(first, at + 1 if word == "und" else at)


def _asks(tokens: Sequence[Token]) -> bool:
    """The whole sentence is a question, not only its end."""
    return "FIN" in tokens[0].tag or tokens[0].tag.startswith("PW")


def _opens_main(tokens: Sequence[Token], at: int, *, named: bool) -> bool:
    """True if a main clause begins here: its subject or an adverb, then the finite verb, then more."""
    verb = at + 1
    if tokens[at].lower in SUBJECTS:
        if tokens[at].text in ("Sie", "sie", "das") and not named:
            return False
    elif tokens[at].lower not in LEADS:
        if not named or not tokens[at].tag.startswith(ARTICLES):
            return False
        verb = _behind_noun(tokens, at)
    if verb + 1 >= len(tokens) or "FIN" not in tokens[verb].tag or is_stop(tokens[verb + 1]):
        return False
    return not (tokens[at].lower == "das" and tokens[verb].tag.startswith("NN"))


def _behind_noun(tokens: Sequence[Token], at: int) -> int:
    """The place behind "die neue Ware"."""
    place = at + 1
    while place < len(tokens) - 1 and tokens[place].tag.startswith(("ADJ(A)", "CARD")):
        place += 1
    return place + 1 if tokens[place].tag.startswith(("NN", "NE")) else len(tokens)


def _spliced(tokens: Sequence[Token], at: int) -> Iterator[Joint]:
    word = tokens[at + 1].lower
    if word in SPLICED and "FIN" in tokens[at + 2].tag:
        yield Joint(at, at + 1)
    elif word in OPENED:
        yield from _in_order(tokens, at, at + 2, OPENED[word])
    elif word == "so" and tokens[at + 2].lower in ("dass", "daß"):
        yield from _in_order(tokens, at, at + 3, "Deshalb")


def _in_order(tokens: Sequence[Token], at: int, start: int, lead: str) -> Iterator[Joint]:
    """ ", sodass wir erst am Montag liefern können." -> ". Deshalb können wir erst am Montag liefern."."""
    end = len(tokens) - 1
    if end - start < 4 or tokens[end].text != "." or any(is_stop(token) for token in tokens[start:end]):
        return
    subject, verb = tokens[start], tokens[end - 1]
    finite = "FIN" in verb.tag or (subject.lower == "wir" and verb.lower.endswith("en"))
    helps = verb.tag.startswith(HELPERS) and finite
    group = [token for token in tokens[start : end - 2] if "FIN" in token.tag]
    if (
        subject.lower not in PLACED
        or not helps
        or group
        or any(token.lower in ("und", "oder") for token in tokens[start:end])
    ):
        return
    middle = _text(tokens[start + 1 : end - 1])
    yield Joint(at, at + 1, rest=f"{lead} {verb.text} {subject.text} {middle}.", weight=0.5)


def _text(tokens: Sequence[Token]) -> str:
    """The tokens as they stood, blanks where there were some."""
    written = ""
    for place, token in enumerate(tokens):
        written += (" " if place and tokens[place - 1].end < token.start else "") + token.text
    return written


def _stands_alone(before: Sequence[Token]) -> bool:
    """True if what stands before the joint is a main clause with nothing that reaches into the next one."""
    if (
        before[-1].text.startswith(("…", ".."))
        or "FIN" in before[0].tag
        or "IMP" in before[0].tag
        or before[0].lower == "bitte"
    ):
        return False
    lower = [token.lower for token in before]
    if BOUND.intersection(lower) or ":" in lower or "–" in lower or "-" in lower:
        return False
    if "nicht" in lower and "nur" in lower:
        return False
    return any("FIN" in token.tag for token in before) and not before[0].tag.startswith(("KOUS", "PREL"))
