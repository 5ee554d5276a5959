"""Style match: whether the team's answers take up the customer's function words, more than chance at this length."""

from __future__ import annotations

from bisect import bisect_left

from coach.lsm import lsm
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Exchange
from coach.relationship.saying import both, shown
from coach.relationship.signal import Point, Sign, Signal, bounded

# LSM of two draws from the identical style, by words of the shorter one (simulated; history of 1,000 words)
EXPECTED = ((20, 0.5), (30, 0.6), (50, 0.7), (100, 0.8), (200, 0.86), (400, 0.89))
SPREAD = 0.12
ECHO = 0.1  # by so much more the customer echoes the team than the team them: dependence, not warmth


def measure(exchange: Exchange) -> Sign | None:
    team, customer = (_matches(exchange, side) for side in (Side.TEAM, Side.CUSTOMER))
    if not team:
        return None
    total = sum(weight for _, _, _, weight in team)
    raw = sum(found * weight for _, found, _, weight in team) / total
    usual = sum(expected * weight for _, _, expected, weight in team) / total
    echo = 0.0
    if customer:
        theirs = sum((found - expected) for _, found, expected, _ in customer) / len(customer)
        echo = max(theirs - (raw - usual) - ECHO, 0.0)
    value = bounded((raw - usual + 0.05) / SPREAD / 2 - echo / SPREAD / 2)
    points = tuple(Point(mail, value * weight / total) for mail, _, _, weight in team)
    figures = {code: (shown(raw, code, 2), shown(usual, code, 2)) for code in ("de", "en")}
    say = both(
        f"Funktionswörter der Antworten: zu {figures['de'][0]} wie die des Kunden, bei gleichem Stil üblich "
        f"{figures['de'][1]}.",
        f"Function words of the answers: match {figures['en'][0]}, usual for the same style {figures['en'][1]}.",
    )
    return Sign(value, len(team), say, points)


def _matches(exchange: Exchange, side: Side) -> list[tuple[int, float, float, float]]:
    """(mail, rLSM of the answer, what the same style would give at this length, weight) of each answer long enough."""
    found = []
    for before, turn in exchange.replies(side):
        if not (before.trace.rates and turn.trace.rates) or before.trace.language != turn.trace.language:
            continue
        words = min(before.trace.words, turn.trace.words)
        found.append((turn.mail, lsm(turn.trace.rates, before.trace.rates), expected(words), exchange.weight(turn)))
    return found


def expected(words: int) -> float:
    """The mean LSM of two texts of one style, the shorter of which has so many words; between rows, on a line."""
    at = bisect_left(EXPECTED, (words, 0.0))
    if at == 0:
        return EXPECTED[0][1]
    if at == len(EXPECTED):
        return EXPECTED[-1][1]
    (low, less), (high, more) = EXPECTED[at - 1], EXPECTED[at]
    return less + (more - less) * (words - low) / (high - low)


SIGNAL = Signal(
    name="style_match",
    version=1,
    source="rLSM: Müller-Frommeyer et al. 2019; echo: Danescu-Niculescu-Mizil et al. 2012; weighs little",
    label=both("Sprachstil", "Language style"),
    explain=both(
        "Ob die Antworten des Teams den Stil des Kunden aufnehmen; ein bloßes Echo des Kunden zählt nicht als Nähe.",
        "Whether the team's answers take up the customer's style; a one-sided echo by the customer is not closeness.",
    ),
    weight=3,
    steady=5,
    measure=measure,
)
