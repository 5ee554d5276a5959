"""Emotion: anger, disappointment and trouble in the customer's mails against joy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coach.model import Span
from coach.relationship.change import carried, soft
from coach.relationship.content import is_read, sincerity
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Point, Sign, Signal, Words, bounded
from coach.relationship.signals._emotion_examples import EXAMPLES

BRIGHT = {"joy": 1.0, "splendid": 0.7, "gratitude": 0.5, "warm": 0.5}
DARK = {"anger": -1.6, "disappointment": -1.0}
MILD = {"pleasant": 0.3, "unpleasant": -0.35}  # "thank you", "fault": words of every day, which carry little feeling
LONE = -0.3  # a single "unfortunately" in a mail that needs no apology is one of them, or one "hate" in a long one
LONG = 40  # words
MOST_MILD = 0.5  # of all mild words of a mail together: a list of faults is no rage
PRAISE = 0.7
BAD, GOOD = ("anger", "disappointment", "unpleasant"), ("joy", "splendid", "gratitude", "praise", "warm", "pleasant")
HALF = 1.2  # of the weighed words of a mail
PULL = 0.5  # of a mail with feeling towards its mood
MORE = 0.05  # what one more of the same still adds
CALMS = 0.2  # of a mail without feeling towards none
FELT = 0.3  # from here on a mood is one that anybody would notice
LATEST = 5


def feeling_of(turn: Turn) -> float:
    """The mood of one mail, -1 to 1."""
    trace = turn.trace
    mild = _weighed(trace.feelings, MILD)
    bad = _weighed(trace.feelings, DARK)
    if not trace.apology_due and (bad == DARK["disappointment"] or (bad == DARK["anger"] and trace.words > LONG)):
        mild, bad = mild + LONE, 0.0
    good = _weighed(trace.feelings, BRIGHT) + PRAISE * trace.has("praise")
    mood = soft(good * sincerity(turn) + bad + max(min(mild, MOST_MILD), -MOST_MILD), HALF)
    return min(mood, 0.0) if trace.apology_due else mood


def _weighed(feelings: Mapping[str, float], weights: Mapping[str, float]) -> float:
    return sum([weight * feelings[name] for name, weight in weights.items() if name in feelings])


def measure(exchange: Exchange) -> Sign | None:
    moods = [(each, exchange.note(feeling_of, each)) for each in exchange.customers if is_read(each)]
    if not any(mood for _, mood in moods):
        return None
    points = carried(moods, exchange, _step)
    value = bounded(sum(each.share for each in points))
    shown = tuple(
        Point(each.mail, each.share, exchange.note(_bad_words if mood < 0 else _good_words, turn))
        for each, (turn, mood) in zip(points, moods, strict=True)
        if each.share
    )
    return Sign(value, len(moods), _say(value, [mood for _, mood in moods]), shown)


def _bad_words(turn: Turn) -> Span | None:
    return turn.trace.first(*BAD)


def _good_words(turn: Turn) -> Span | None:
    return turn.trace.first(*GOOD)


def _step(state: float, mood: float) -> float:
    """A good mail never spoils the mood, a bad one never mends it, one without feeling lets it calm down."""
    if not mood:
        return -CALMS * state
    room = mood - state
    if room * mood > 0:
        return PULL * room
    return MORE * mood * (1.0 - abs(state))


def _say(value: float, moods: Sequence[float]) -> Words:
    latest = moods[-LATEST:]
    upset, glad = (sum(sign * mood > FELT for mood in latest) for sign in (-1, 1))
    if upset and value < 0:
        if len(latest) == 1:
            return both("Die Mail zeigt Ärger oder Enttäuschung.", "The mail shows anger or disappointment.")
        return both(
            f"{upset} der letzten {len(latest)} Mails {'zeigt' if upset == 1 else 'zeigen'} Ärger oder Enttäuschung.",
            f"{upset} of the last {len(latest)} mails {'shows' if upset == 1 else 'show'} anger or disappointment.",
        )
    if glad and value > 0:
        if len(latest) == 1:
            return both("Die Mail zeigt Freude oder Anerkennung.", "The mail shows joy or appreciation.")
        return both(
            f"{glad} der letzten {len(latest)} Mails {'zeigt' if glad == 1 else 'zeigen'} Freude oder Anerkennung.",
            f"{glad} of the last {len(latest)} mails {'shows' if glad == 1 else 'show'} joy or appreciation.",
        )
    if -0.25 < value < 0.1:
        return both("Die letzten Mails sind sachlich.", "The latest mails are matter-of-fact.")
    if value > 0:
        return both("Die Stimmung ist freundlich.", "The mood is friendly.")
    return both("Leiser Unmut klingt durch.", "A slight displeasure comes through.")


SIGNAL = Signal(
    name="emotion",
    version=2,
    source="Herhausen et al. 2022 (anger in customer mail); own lists; negation after Taboada et al. 2011",
    label=both("Stimmung", "Mood"),
    explain=both(
        "Freude gegen Ärger und Enttäuschung in den Mails des Kunden, die letzten zählen am meisten.",
        "Joy against anger and disappointment in the customer's mails, the latest counting most.",
    ),
    weight=10,
    steady=1.5,
    measure=measure,
    examples=EXAMPLES,
)
