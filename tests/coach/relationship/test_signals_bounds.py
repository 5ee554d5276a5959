"""What holds of these signals whatever the mail: bounds, order, time zone, points that add up, and directions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.model import NeedKind, Span
from coach.relationship.address_ledger import Side
from coach.relationship.change import moved
from coach.relationship.exchange import Exchange, Turn, exchange_of
from coach.relationship.signal import Signal
from coach.relationship.signals.complaints import SIGNAL as COMPLAINTS
from coach.relationship.signals.customer_reply_time import SIGNAL as CUSTOMER_REPLY_TIME
from coach.relationship.signals.effort import SIGNAL as EFFORT
from coach.relationship.signals.emotion import SIGNAL as EMOTION
from coach.relationship.signals.reciprocity import SIGNAL as RECIPROCITY
from coach.relationship.signals.rhythm import SIGNAL as RHYTHM
from coach.relationship.signals.silence import SIGNAL as SILENCE
from coach.relationship.signals.team_reply_time import SIGNAL as TEAM_REPLY_TIME
from coach.relationship.signals.warmth import SIGNAL as WARMTH
from coach.relationship.trace import FEELINGS, Asked, Trace

SIGNALS = (
    COMPLAINTS, CUSTOMER_REPLY_TIME, EFFORT, EMOTION, RECIPROCITY, RHYTHM, SILENCE, TEAM_REPLY_TIME, WARMTH,
)  # fmt: skip
EVERY = pytest.mark.parametrize("signal", SIGNALS, ids=[each.name for each in SIGNALS])
START = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
NOW = START + timedelta(days=400)
MARKS = ("praise", "thanks", "settled", "personal", "chasing", "leaving", "escalation", "apology_repair")
LITTLE = 1e-9

spans = st.integers(0, 50).map(lambda start: (Span(start, start + 5),))
needs = st.sampled_from(tuple(NeedKind)).map(lambda kind: Asked(kind, Span(0, 5)))
traces = st.builds(
    Trace,
    words=st.integers(0, 300),
    language=st.sampled_from(("de", "en", "mixed", "other", None)),
    feelings=st.dictionaries(st.sampled_from(FEELINGS), st.floats(-2, 6), max_size=3),
    marks=st.dictionaries(st.sampled_from(MARKS), spans, max_size=2),
    needs=st.lists(needs, max_size=2).map(tuple),
    apology_due=st.booleans(),
    edges=st.none() | st.floats(-0.5, 1.2),
)
drafts = st.builds(
    Turn,
    mail=st.just(0),
    date=st.floats(0, 399).map(lambda days: START + timedelta(days=days)),
    side=st.sampled_from((Side.CUSTOMER, Side.TEAM)),
    trace=traces,
    thread=st.sampled_from(("a", "b", "c")),
    channel=st.sampled_from(("email", "email", "email", "chat", "call")),
    load=st.floats(0, 6),
)
histories = st.lists(drafts, max_size=14).map(
    lambda found: tuple(replace(turn, mail=number) for number, turn in enumerate(found, 1))
)


def value_of(signal: Signal, turns: Sequence[Turn], now: datetime = NOW) -> float:
    sign = signal.measure(exchange_of(turns, now))
    return sign.value if sign else 0.0


def customer_mail(turns: Sequence[Turn], trace: Trace, at: timedelta = timedelta(days=399, hours=12)) -> Turn:
    """A mail of the customer's after all others, in a conversation of its own."""
    return Turn(len(turns) + 1, START + at, Side.CUSTOMER, trace, thread="new")


@EVERY
@given(turns=histories)
@settings(max_examples=60, deadline=None)
def test_sign_is_bounded_and_its_points_add_up_to_it(signal: Signal, turns: tuple[Turn, ...]):
    sign = signal.measure(exchange_of(turns, NOW))
    if sign is None:
        return
    assert -1.0 <= sign.value <= 1.0
    assert sign.evidence > 0
    assert sum(each.share for each in sign.points) == pytest.approx(sign.value, abs=1e-6)
    assert {each.mail for each in sign.points} <= {each.mail for each in turns}
    assert all(sign.say[code].endswith(".") for code in ("de", "en"))


@EVERY
@given(turns=histories, data=st.data())
@settings(max_examples=40, deadline=None)
def test_sign_is_the_same_in_whatever_order_turns_come(signal: Signal, turns: tuple[Turn, ...], data: st.DataObject):
    shuffled = data.draw(st.permutations(turns))
    assert signal.measure(exchange_of(shuffled, NOW)) == signal.measure(exchange_of(turns, NOW))


@EVERY
@given(turns=histories, hours=st.integers(-12, 14))
@settings(max_examples=40, deadline=None)
def test_sign_does_not_depend_on_the_time_zone(signal: Signal, turns: tuple[Turn, ...], hours: int):
    zone = timezone(timedelta(hours=hours))
    moved_turns = [replace(each, date=each.date.astimezone(zone)) for each in turns]
    assert signal.measure(exchange_of(moved_turns, NOW.astimezone(zone))) == signal.measure(exchange_of(turns, NOW))


@given(turns=histories)
def test_one_more_angry_mail_never_lifts_the_mood_and_one_more_glad_never_spoils_it(turns: tuple[Turn, ...]):
    before = value_of(EMOTION, turns)
    angry = Trace(20, "de", feelings={"anger": 3.0}, apology_due=True)
    glad = Trace(20, "de", feelings={"joy": 3.0})
    thankful = Trace(20, "de", feelings={"gratitude": 1.0})
    assert value_of(EMOTION, (*turns, customer_mail(turns, angry))) <= before + LITTLE
    assert value_of(EMOTION, (*turns, customer_mail(turns, glad))) >= before - LITTLE
    assert value_of(EMOTION, (*turns, customer_mail(turns, thankful))) >= before - LITTLE


@given(turns=histories)
def test_one_more_complaint_never_raises(turns: tuple[Turn, ...]):
    complaint = Trace(20, "en", needs=(Asked(NeedKind.COMPLAINT, Span(0, 5)),), apology_due=True)
    assert value_of(COMPLAINTS, (*turns, customer_mail(turns, complaint))) <= value_of(COMPLAINTS, turns) + LITTLE


@given(turns=histories)
def test_word_that_all_is_well_never_lowers_complaints(turns: tuple[Turn, ...]):
    settled = Trace(20, "en", marks={"settled": (Span(0, 5),)})
    assert value_of(COMPLAINTS, (*turns, customer_mail(turns, settled))) >= value_of(COMPLAINTS, turns) - LITTLE


@given(warmths=st.lists(st.floats(0, 3), min_size=1, max_size=12))
def test_mail_as_warm_as_any_never_lowers_warmth(warmths: list[float]):
    turns = [_warm(number, number, warmth) for number, warmth in enumerate(warmths, 1)]
    more = _warm(len(turns) + 1, len(turns) + 1, max(warmths))
    assert value_of(WARMTH, (*turns, more)) >= value_of(WARMTH, turns) - LITTLE


def _warm(mail: int, day: int, warmth: float) -> Turn:
    trace = Trace(20, "de", feelings={"caring": warmth})
    return Turn(mail, START + timedelta(days=day), Side.CUSTOMER, trace, thread=str(mail))


@given(turns=histories, days=st.floats(0, 500), more=st.floats(0, 500))
def test_silence_only_falls_while_nothing_is_heard(turns: tuple[Turn, ...], days: float, more: float):
    sooner, later = NOW + timedelta(days=days), NOW + timedelta(days=days + more)
    assert value_of(SILENCE, turns, later) <= value_of(SILENCE, turns, sooner) + LITTLE


@given(turns=histories)
def test_answer_at_once_never_lowers_and_one_after_weeks_never_raises_the_teams_reply_time(turns: tuple[Turn, ...]):
    question = Trace(10, "de", needs=(Asked(NeedKind.QUESTION, Span(0, 5)),))
    now = START + timedelta(days=500)
    asked = customer_mail(turns, question, timedelta(days=460))
    answer = Turn(len(turns) + 2, asked.date + timedelta(hours=1), Side.TEAM, Trace(5, "de"), thread="new")
    late = replace(answer, date=asked.date + timedelta(days=30))
    quick = value_of(TEAM_REPLY_TIME, (*turns, asked, answer), now)
    slow = value_of(TEAM_REPLY_TIME, (*turns, asked, late), now)
    assert quick > slow


@pytest.mark.parametrize("usual", range(1, 9))
def test_step_that_lasts_shows_more_and_more_for_three_mails(usual: int):
    exchange = _at_steps([0.0] * usual + [1.0] * 3)
    shown = [moved([(turn, value) for turn, value in exchange[: usual + count]]) for count in (1, 2, 3)]
    assert shown[0] > 0
    assert all(later >= earlier - LITTLE for earlier, later in pairwise(shown))


def _at_steps(values: list[float]) -> list[tuple[Turn, float]]:
    return [
        (Turn(number, START + timedelta(days=number), Side.CUSTOMER, Trace()), value)
        for number, value in enumerate(values, 1)
    ]


@EVERY
def test_signal_says_nothing_where_nothing_was_written(signal: Signal):
    assert signal.measure(Exchange((), NOW)) is None


def test_note_of_a_call_breaks_the_silence_but_tells_nothing_of_tone_and_effort():
    note = Trace(12, "de", feelings={"anger": 3.0})
    turns = [
        Turn(number, START + timedelta(days=day), Side.CUSTOMER, note, thread=str(number), channel="call")
        for number, day in enumerate((0, 100, 399), 1)
    ]
    assert value_of(SILENCE, turns) > 0
    assert all(signal.measure(exchange_of(turns, NOW)) is None for signal in (EMOTION, WARMTH, EFFORT))


def test_answer_years_later_is_no_habit_of_the_customers():
    asks = Trace(10, "de", needs=(Asked(NeedKind.QUESTION, Span(0, 5)),))
    turns = (
        Turn(1, START - timedelta(days=900), Side.TEAM, asks, thread="a"),
        Turn(2, START, Side.CUSTOMER, Trace(10, "de"), thread="a"),
    )
    assert CUSTOMER_REPLY_TIME.measure(exchange_of(turns, NOW)) is None


def test_reminder_does_not_make_the_team_quicker():
    asks = Trace(10, "de", needs=(Asked(NeedKind.QUESTION, Span(0, 5)),))
    chases = replace(asks, marks={"chasing": (Span(0, 5),)})
    answer = Turn(3, START + timedelta(days=9, hours=1), Side.TEAM, Trace(5, "de"), thread="a")
    asked = Turn(1, START, Side.CUSTOMER, asks, thread="a")
    reminded = Turn(2, START + timedelta(days=9), Side.CUSTOMER, chases, thread="a")
    now = START + timedelta(days=10)
    assert value_of(TEAM_REPLY_TIME, (asked, reminded, answer), now) == value_of(TEAM_REPLY_TIME, (asked, answer), now)


def test_segments_rhythm_stands_in_for_a_habit_that_is_not_there_yet():
    turns = [
        Turn(number, START + timedelta(days=day), Side.CUSTOMER, Trace(10, "de"), thread=str(number))
        for number, day in enumerate((0, 120), 1)
    ]
    now = START + timedelta(days=121)
    sign = RHYTHM.measure(exchange_of(turns, now, timedelta(days=30)))
    assert sign is not None
    assert sign.value < 0
    assert RHYTHM.measure(exchange_of(turns, now)) is None
