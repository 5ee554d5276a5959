"""Style match: whether the team's answers take up the customer's function words and their tone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from coach.lsm import CATEGORIES, lsm
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Exchange, Turn, weighted_mean
from coach.relationship.saying import both, shown
from coach.relationship.signal import Point, Sign, Signal, Words, bounded
from coach.relationship.signals._style_match_examples import EXAMPLES

# LSM of two draws from the identical style, by words of the shorter one (simulated; the longer one has 1,000 words)
EXPECTED = ((20, 0.5), (30, 0.6), (50, 0.7), (100, 0.8), (200, 0.86), (400, 0.89))
LONG = 1000.0  # words of the longer text in that simulation
SPREAD = 0.12  # of the LSM of ordinary answers around it
TOLERATED = 0.05  # of LSM below the identical style; nobody writes as another does
NEAR = 0.9  # difference of formality between mail and answer that is usual: ordinary mail spreads about 1
WORDS, TONE = 0.5, 0.5  # what each counts where both are there
LATEST = 5  # mails of the customer that an answer is held against
ECHO = 0.1  # by so much more the customer echoes the team than the team them: dependence, not warmth
UNSURE = 0.5  # answers as usual that are thought beside those found, so that one alone does not say all
SPEAKS = 0.15  # of the value, from which on it is called good or bad


@dataclass(frozen=True, slots=True)
class _Match:
    """One answer: its LSM with the mails before it (None: too short), what the same style would give, by how much it
    is more formal (None: unknown), and its worth."""

    turn: Turn
    found: float | None
    usual: float
    formal: float | None
    worth: float


def measure(exchange: Exchange) -> Sign | None:
    team = _matches(exchange, Side.TEAM)
    if not team:
        return None
    total = UNSURE + sum(exchange.weight(each.turn) for each in team)
    echo = _echo(exchange)
    plain = [each.worth * exchange.weight(each.turn) / total for each in team]
    value = bounded(sum(plain) - echo)
    less = (sum(plain) - value) / len(team)
    points = tuple(Point(each.turn.mail, share - less) for each, share in zip(team, plain, strict=True))
    return Sign(value, len(team), _said(value, team, exchange), points)


def _matches(exchange: Exchange, side: Side) -> list[_Match]:
    """How the answers of a side take up the other's style, in their common language."""
    found = (
        _match(turn, _written_by(before.side, before, exchange), exchange)
        for before, turn in exchange.replies(side)
        if before.trace.language == turn.trace.language
    )
    return [each for each in found if each is not None]


NONE: tuple[list[datetime], list[Turn]] = ([], [])


def _written_by(side: Side, until: Turn, exchange: Exchange) -> list[Turn]:
    """The last mails of a side up to this turn, in its language."""
    dates, turns = exchange.once(_by_language).get((side, until.trace.language), NONE)
    end = bisect_right(dates, until.date)
    return turns[max(end - LATEST, 0) : end]


def _by_language(exchange: Exchange) -> Mapping[tuple[Side, str | None], tuple[list[datetime], list[Turn]]]:
    """The turns of each side in each language, and when they were."""
    found: dict[tuple[Side, str | None], tuple[list[datetime], list[Turn]]] = {}
    for each in exchange.turns:
        dates, turns = found.setdefault((each.side, each.trace.language), ([], []))
        dates.append(each.date)
        turns.append(each)
    return found


def _match(turn: Turn, model: Sequence[Turn], exchange: Exchange) -> _Match | None:
    words = _alike(turn, model, exchange)
    known = [each.trace.formality for each in model if each.trace.formality is not None]
    formal = None
    if turn.trace.formality is not None and known:
        formal = turn.trace.formality - sum(known) / len(known)
    heard = [] if words is None else [(bounded((words[0] - words[1] + TOLERATED) / SPREAD / 2), WORDS)]
    tone = [] if formal is None else [(bounded((NEAR - abs(formal)) / NEAR), TONE)]
    worth = weighted_mean(heard + tone)
    found, usual = words or (None, 0.0)
    return None if worth is None else _Match(turn, found, usual, formal, worth)


def _alike(turn: Turn, model: Sequence[Turn], exchange: Exchange) -> tuple[float, float] | None:
    """The LSM of a mail with several taken as one text, and what the same style would give at their lengths."""
    rated = [each for each in model if each.trace.rates]
    if not turn.trace.rates or not rated:
        return None
    return lsm(turn.trace.rates, _together(rated, exchange)), expected(
        turn.trace.words, sum(each.trace.words for each in rated)
    )


def _together(turns: Sequence[Turn], exchange: Exchange) -> Mapping[str, float]:
    """The percentages of function words of several mails taken as one text."""
    said = [exchange.note(_counts, each) for each in turns]
    words = sum([each.trace.words for each in turns])
    return {name: sum(column) / words for name, column in zip(CATEGORIES, zip(*said, strict=True), strict=True)}


def _counts(turn: Turn) -> tuple[float, ...]:
    """A hundred times how many function words of each category a mail has."""
    rates, words = turn.trace.rates, turn.trace.words
    return tuple([rates.get(name, 0.0) * words for name in CATEGORIES])


def _echo(exchange: Exchange) -> float:
    """How much more the customer's answers are like the team's mails than like their own earlier ones, as a share of
    the value: somebody who is met in their own style echoes nobody."""
    found = []
    for before, turn in exchange.replies(Side.CUSTOMER):
        if before.trace.language != turn.trace.language:
            continue
        ours = _alike(turn, _written_by(Side.TEAM, before, exchange), exchange)
        own = _alike(turn, _written_by(Side.CUSTOMER, before, exchange), exchange)
        if ours and own:
            found.append((ours[0] - ours[1]) - (own[0] - own[1]))
    return max(sum(found) / len(found) - ECHO, 0.0) / SPREAD / 2 if found else 0.0


def expected(words: int, others: float = LONG) -> float:
    """The mean LSM of two texts of one style with so many words each; between the rows of EXPECTED, on a line.

    What chance adds goes with 1/words of both, so a pair counts as one text against a long one (as EXPECTED has it).
    """
    both_sides = 1.0 / words + 1.0 / others - 1.0 / LONG
    alone = min(1.0 / both_sides, float(EXPECTED[-1][0])) if both_sides > 0 else float(EXPECTED[-1][0])
    at = bisect_left(EXPECTED, (alone, 0.0))
    if at == 0:
        (low, less), (high, more) = EXPECTED[0], EXPECTED[1]
        return max(less + (more - less) * (alone - low) / (high - low), 0.3)
    if at == len(EXPECTED):
        return EXPECTED[-1][1]
    (low, less), (high, more) = EXPECTED[at - 1], EXPECTED[at]
    return less + (more - less) * (alone - low) / (high - low)


def _said(value: float, team: Sequence[_Match], exchange: Exchange) -> Words:
    formal = _mean(team, exchange, lambda each: each.formal)
    if value < -SPEAKS:
        if formal is not None and abs(formal) > NEAR:
            de, en = ("förmlicher", "more formal") if formal > 0 else ("lockerer", "more casual")
            return both(
                f"Die Antworten sind deutlich {de}, als der Kunde schreibt.",
                f"The answers are much {en} than what the customer writes.",
            )
        de, en = "Die Antworten klingen anders, als der Kunde schreibt", "The answers sound unlike the customer's mails"
    elif value > SPEAKS:
        de, en = "Die Antworten nehmen den Stil des Kunden auf", "The answers take up the customer's style"
    else:
        de, en = (
            "Die Antworten treffen den Stil des Kunden teilweise",
            "The answers partly take up the customer's style",
        )
    found = _mean(team, exchange, lambda each: each.found)
    usual = _mean(team, exchange, lambda each: each.usual if each.found is not None else None)
    if found is None or usual is None or (found - usual) * value < 0:
        return both(f"{de}.", f"{en}.")
    share = {code: (shown(100 * found, code), shown(100 * usual, code)) for code in ("de", "en")}
    return both(
        f"{de}: kleine Wörter zu {share['de'][0]} % gleich verteilt, bei gleichem Stil üblich {share['de'][1]} %.",
        f"{en}: small words spread {share['en'][0]}% alike, {share['en'][1]}% being usual for the same style.",
    )


def _mean(team: Sequence[_Match], exchange: Exchange, of: Callable[[_Match], float | None]) -> float | None:
    return weighted_mean([(x, exchange.weight(each.turn)) for each in team if (x := of(each)) is not None])


SIGNAL = Signal(
    name="style_match",
    version=2,
    source="rLSM: Müller-Frommeyer et al. 2019; echo: Danescu-Niculescu-Mizil et al. 2012; weighs little",
    label=both("Sprachstil", "Language style"),
    explain=both(
        "Ob die Antworten des Teams den Stil des Kunden aufnehmen; ein bloßes Echo des Kunden zählt nicht als Nähe.",
        "Whether the team's answers take up the customer's style; a one-sided echo by the customer is not closeness.",
    ),
    weight=3,
    steady=5,
    measure=measure,
    examples=EXAMPLES,
)
