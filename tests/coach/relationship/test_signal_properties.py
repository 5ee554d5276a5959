"""What holds for these signals whatever was written: bounds, order, time zones, and that good never hurts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.collect import collect
from coach.lsm import CATEGORIES
from coach.model import NeedKind, Span, Standing
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Kept, TakenUp, Turn, exchange_of
from coach.relationship.signal import Sign, Signal
from coach.relationship.trace import FEELINGS, Asked, Promised, Trace

NAMES = (
    "needs_answered", "promises_kept", "closeness", "last_impression", "loyalty", "style_match", "draft_match",
)  # fmt: skip
SIGNALS = {each.name: each for each in collect("coach.relationship.signals", Signal).values()}
NOW = datetime(2026, 9, 1, 12, tzinfo=UTC)
WORDS = Span(0, 4)
GOOD_MARKS = ("praise", "thanks", "trust", "recommends", "settled")
BAD_MARKS = ("leaving", "rival", "escalation", "chasing", "distance")

slow = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


def spans(names: Sequence[str]) -> dict[str, tuple[Span, ...]]:
    return dict.fromkeys(names, (WORDS,))


@st.composite
def a_turn(draw: st.DrawFn, mail: int) -> Turn:
    by_customer = draw(st.booleans())
    days = draw(st.floats(0.0, 900.0, allow_nan=False))
    date = NOW - timedelta(days=days)
    words = draw(st.integers(0, 120))
    language = draw(st.sampled_from(("de", "en")))
    due = draw(st.none() | st.floats(0.1, 30.0).map(lambda days: date + timedelta(days=days)))
    earlier = draw(st.integers(1, max(mail - 1, 1)))
    trace = Trace(
        words=words,
        language=language,
        feelings=draw(st.dictionaries(st.sampled_from(FEELINGS), st.floats(-3.0, 3.0), max_size=3)),
        marks=spans(draw(st.lists(st.sampled_from(GOOD_MARKS + BAD_MARKS), max_size=3))),
        rates=dict.fromkeys(CATEGORIES, draw(st.floats(0.0, 30.0))) if words >= 20 else {},
        formality=draw(st.none() | st.floats(-4.0, 4.0)),
        needs=(Asked(draw(st.sampled_from(tuple(NeedKind))), WORDS),) if by_customer and draw(st.booleans()) else (),
        promises=(Promised(WORDS, due),) if not by_customer and draw(st.booleans()) else (),
        apology_due=by_customer and draw(st.booleans()),
    )
    team = not by_customer
    return Turn(
        mail=mail,
        date=date,
        side=Side.CUSTOMER if by_customer else Side.TEAM,
        trace=trace if draw(st.integers(0, 9)) else Trace(),
        thread=draw(st.sampled_from(("1", "2", "3"))),
        channel=draw(st.sampled_from(("email", "email", "call"))) if by_customer else "email",
        took_up=(TakenUp(earlier, 0, draw(st.sampled_from(tuple(Standing)))),) if team and draw(st.booleans()) else (),
        kept=(Kept(earlier, 0, WORDS),) if team and draw(st.booleans()) else (),
        match=draw(st.none() | st.floats(0.0, 100.0)) if team else None,
        looked=team and draw(st.booleans()),
    )


@st.composite
def some_turns(draw: st.DrawFn) -> list[Turn]:
    return [draw(a_turn(number)) for number in range(1, draw(st.integers(0, 12)) + 1)]


def sign_of(name: str, turns: Sequence[Turn], now: datetime = NOW) -> Sign | None:
    return SIGNALS[name].measure(exchange_of(turns, now))


def value_of(name: str, turns: Sequence[Turn]) -> float:
    sign = sign_of(name, turns)
    return sign.value if sign else 0.0


@slow
@given(turns=some_turns())
def test_points_add_up_to_a_value_within_its_bounds(turns: list[Turn]) -> None:
    for sign in filter(None, (sign_of(name, turns) for name in NAMES)):
        well_made(sign, turns)


def well_made(sign: Sign, turns: Sequence[Turn]) -> None:
    assert -1.0 <= sign.value <= 1.0
    assert sign.evidence > 0
    assert sum(each.share for each in sign.points) == pytest.approx(sign.value, abs=1e-9)
    assert {each.mail for each in sign.points} <= {each.mail for each in turns}
    assert all((text[0].isupper() or text[0].isdigit()) and text.endswith(".") for text in sign.say.values())
    assert "None" not in sign.say["de"] + sign.say["en"].removeprefix("None of ")


@slow
@given(turns=some_turns(), seed=st.integers(0, 99), hours=st.integers(-12, 14))
def test_neither_the_order_of_arrival_nor_the_time_zone_matters(turns: list[Turn], seed: int, hours: int) -> None:
    zone = timezone(timedelta(hours=hours))
    moved = [replace(each, date=each.date.astimezone(zone)) for each in turns]
    Random(seed).shuffle(moved)
    for name in NAMES:
        assert sign_of(name, moved, NOW.astimezone(zone)) == sign_of(name, turns)


def added(turns: Sequence[Turn], **said: object) -> list[Turn]:
    """The turns with one more mail of the customer's, written just now in a conversation of its own."""
    trace = Trace(words=30, language="de", **said)  # type: ignore[arg-type]
    return [*turns, Turn(99, NOW, Side.CUSTOMER, trace, thread="99")]


@slow
@given(turns=some_turns(), marks=st.lists(st.sampled_from(("praise", "trust", "recommends")), min_size=1))
def test_one_more_good_mail_never_lowers(turns: list[Turn], marks: list[str]) -> None:
    for name in ("last_impression", "loyalty"):
        assert value_of(name, added(turns, marks=spans(marks))) >= value_of(name, turns) - 1e-9


@slow
@given(turns=some_turns(), marks=st.lists(st.sampled_from(("leaving", "escalation", "rival")), min_size=1))
def test_one_more_bad_mail_never_raises(turns: list[Turn], marks: list[str]) -> None:
    for name in ("last_impression", "loyalty"):
        assert value_of(name, added(turns, marks=spans(marks))) <= value_of(name, turns) + 1e-9


@slow
@given(turns=some_turns(), match=st.floats(90.0, 100.0))
def test_a_mail_that_fits_never_lowers_and_one_that_does_not_never_raises(turns: list[Turn], match: float) -> None:
    before = value_of("draft_match", turns)
    mail = Turn(99, NOW, Side.TEAM, Trace(words=30, language="de"), match=match)
    assert value_of("draft_match", [*turns, mail]) >= before - 1e-9
    assert value_of("draft_match", [*turns, replace(mail, match=100.0 - match)]) <= before + 1e-9


def question(mail: int, days: float) -> Turn:
    asked = Trace(words=10, language="de", needs=(Asked(NeedKind.QUESTION, WORDS),))
    return Turn(mail, NOW - timedelta(days=days), Side.CUSTOMER, asked, thread=str(mail))


def answer(mail: int, to: int, days: float, standing: Standing) -> Turn:
    return Turn(
        mail, NOW - timedelta(days=days), Side.TEAM, Trace(words=10, language="de"), thread=str(to),
        took_up=(TakenUp(to, 0, standing),), looked=True,
    )  # fmt: skip


@slow
@given(turns=some_turns(), days=st.floats(5.0, 300.0))
def test_one_more_answered_question_never_lowers_and_one_more_open_one_never_raises(
    turns: list[Turn], days: float
) -> None:
    turns = [each for each in turns if each.channel != "call"]  # a call may have answered what stands open
    before = value_of("needs_answered", turns)
    done = [*turns, question(98, days), answer(99, 98, days - 1, Standing.ANSWERED)]
    left = [*turns, question(98, days), answer(99, 98, days - 1, Standing.OPEN)]
    assert value_of("needs_answered", done) >= before - 1e-9
    assert value_of("needs_answered", left) <= before + 1e-9


TIMES: list[Callable[[int], datetime]] = [
    lambda number: NOW - timedelta(days=5),
    lambda number: NOW - timedelta(days=2000 * (number == 1)),
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("at", TIMES, ids=("all at the same moment", "an answer years later"))
def test_odd_times_break_nothing(name: str, at: Callable[[int], datetime]) -> None:
    sides = (Side.CUSTOMER, Side.TEAM) * 3
    trace = Trace(words=30, language="en", marks=spans(["praise"]), formality=0.3, rates=dict.fromkeys(CATEGORIES, 5.0))
    turns = [
        Turn(number, at(number), side, trace, thread="1", match=80.0, looked=True)
        for number, side in enumerate(sides, 1)
    ]
    sign = sign_of(name, turns)
    assert sign is None or -1.0 <= sign.value <= 1.0


@pytest.mark.parametrize("name", NAMES)
def test_call_notes_without_text_say_nothing(name: str) -> None:
    notes = [
        Turn(number, NOW - timedelta(days=number), Side.CUSTOMER, Trace(), thread=str(number), channel="call")
        for number in range(1, 6)
    ]
    assert sign_of(name, notes) is None


def test_a_call_after_a_question_leaves_open_whether_it_was_answered() -> None:
    asked = question(1, 20)
    note = Turn(2, NOW - timedelta(days=19), Side.CUSTOMER, Trace(), thread="2", channel="call")
    assert sign_of("needs_answered", [asked]) is not None
    assert sign_of("needs_answered", [asked, note]) is None


def test_two_languages_are_not_held_against_each_other() -> None:
    def mail(number: int, language: str, formality: float) -> Turn:
        trace = Trace(words=30, language=language, formality=formality)
        return Turn(number, NOW - timedelta(days=50 - number), Side.CUSTOMER, trace, thread="1")

    same = [mail(number, "de", 0.5) for number in range(1, 7)]
    assert value_of("closeness", same) == 0.0
    assert value_of("closeness", [*same, mail(8, "en", -4.0), mail(9, "en", -4.0)]) == 0.0


# --- what promises became --------------------------------------------------------------------------------------------


def promised(days: float, due: float) -> Turn:
    made = Trace(words=10, language="de", promises=(Promised(WORDS, NOW - timedelta(days=due)),))
    return Turn(1, NOW - timedelta(days=days), Side.TEAM, made, thread="1", looked=True)


def said(mail: int, days: float, thread: str, *marks: str) -> Turn:
    trace = Trace(words=10, language="de", marks=spans(marks))
    return Turn(mail, NOW - timedelta(days=days), Side.CUSTOMER, trace, thread=thread)


def kept(days: float) -> Turn:
    trace = Trace(words=10, language="de")
    return Turn(9, NOW - timedelta(days=days), Side.TEAM, trace, thread="1", kept=(Kept(1, 0, WORDS),), looked=True)


def test_a_promise_counts_more_the_better_it_was_kept() -> None:
    made = promised(30, 25)
    in_time, content = [made, kept(26)], [made, said(2, 24, "1", "thanks")]
    written, late = [made, said(2, 20, "2")], [made, kept(15)]
    missed, recalled = [made], [made, said(2, 20, "1", "chasing")]
    values = [value_of("promises_kept", each) for each in (in_time, content, written, late, missed, recalled)]
    assert values == sorted(values, reverse=True)
    assert len(set(values)) == len(values)
    assert values[1] > 0 > values[2]


def test_a_promise_that_is_not_due_yet_says_nothing() -> None:
    assert sign_of("promises_kept", [promised(3, -2)]) is None


def test_a_promise_that_a_person_ticked_is_kept() -> None:
    exchange = replace(exchange_of([promised(30, 25)], NOW), ticked=frozenset({(1, 0)}))
    sign = SIGNALS["promises_kept"].measure(exchange)
    assert sign is not None
    assert sign.value > 0


def test_a_promise_whose_time_passed_with_a_call_or_an_unread_mail_says_nothing() -> None:
    call = Turn(2, NOW - timedelta(days=26), Side.CUSTOMER, Trace(), thread="2", channel="call")
    unread = Turn(2, NOW - timedelta(days=26), Side.TEAM, Trace(words=9, language="de"), thread="2")
    assert sign_of("promises_kept", [promised(30, 25), call]) is None
    assert sign_of("promises_kept", [promised(30, 25), unread]) is None


def test_thanks_before_the_day_do_not_keep_a_promise() -> None:
    assert value_of("promises_kept", [promised(30, 25), said(2, 29.5, "1", "thanks")]) < 0


def test_years_of_praise_do_not_make_up_for_a_notice() -> None:
    praise = [said(number, 400 - 10 * number, str(number), "praise", "recommends") for number in range(1, 30)]
    assert value_of("loyalty", praise) > 0.5
    assert value_of("loyalty", [*praise, said(40, 3, "40", "leaving")]) < 0.0


def test_a_customer_who_is_met_in_their_own_style_echoes_nobody() -> None:
    rates = dict.fromkeys(CATEGORIES, 5.0)
    other = {name: (9.0 if number % 2 else 1.0) for number, name in enumerate(CATEGORIES)}

    def mail(number: int, side: Side, spread: dict[str, float]) -> Turn:
        trace = Trace(words=80, language="de", rates=spread)
        return Turn(number, NOW - timedelta(days=20 - number), side, trace, thread="1")

    customer, team = Side.CUSTOMER, Side.TEAM
    met = [mail(1, customer, rates), mail(2, team, rates), mail(3, customer, rates), mail(4, team, rates)]
    copied = [mail(1, customer, rates), mail(2, team, other), mail(3, customer, other), mail(4, team, other)]
    assert value_of("style_match", met) > 0.5
    assert value_of("style_match", copied) < value_of("style_match", met) / 2


def test_a_good_impression_does_not_hide_that_a_mail_waits() -> None:
    question = (Asked(NeedKind.QUESTION, Span(0, 5)),)
    warm = [said(number, 90 - 10 * number, str(number), "praise", "thanks") for number in range(1, 8)]
    last = replace(said(9, 8, "9", "praise"), trace=replace(said(9, 8, "9", "praise").trace, needs=question))
    sign = sign_of("last_impression", [*warm, last])
    assert sign is not None
    assert sign.value > 0
    assert sign.say == {
        "de": "Der Eindruck ist noch gut, doch die letzte Mail des Kunden wartet seit 8 Tagen auf Antwort.",
        "en": "The impression is still good, but the customer's last mail has been waiting for 8 days.",
    }
