"""What a mail leaves behind, as it is stored and read again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach.model import NeedKind, Span
from coach.relationship.trace import Asked, Promised, Trace

FULL = Trace(
    words=41,
    language="de",
    feelings={"anger": 1.5, "joy": -0.5},
    marks={"chasing": (Span(60, 80), Span(90, 99)), "praise": (Span(3, 9),), "rival": ()},
    rates={"articles": 9.76},
    formality=-0.415,
    needs=(Asked(NeedKind.QUESTION, Span(1, 5), "verb first"), Asked(NeedKind.COMPLAINT, Span(7, 9))),
    promises=(Promised(Span(2, 6), datetime(2026, 3, 2, 12, tzinfo=UTC), exact=True), Promised(Span(8, 9))),
    apology_due=True,
    edges=0.45,
)


@pytest.mark.parametrize("trace", [FULL, Trace(), Trace(words=3, language=None)])
def test_a_trace_comes_back_as_it_was_stored(trace: Trace) -> None:
    assert Trace.from_json(trace.to_json()) == trace


@pytest.mark.parametrize("text", ['{"no": "trace"}', "[]", "7", "{", "", FULL.to_json().replace("question", "riddle")])
def test_what_is_no_trace_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no trace"):
        Trace.from_json(text)


def test_the_first_of_several_marks_is_the_one_that_stands_first_in_the_mail() -> None:
    assert FULL.first("chasing", "praise") == Span(3, 9) == FULL.spans("chasing", "praise")[0]
    assert FULL.first("chasing") == Span(60, 80)
    assert FULL.first("leaving") is None
    assert FULL.first("rival") is None


def test_feelings_add_up_and_those_that_are_not_there_count_nothing() -> None:
    assert FULL.feeling("anger", "joy", "warm") == 1.0
    assert Trace().feeling("anger") == 0.0
    assert FULL.has("rival", "nothing")
    assert not FULL.has("nothing")
    assert not Trace().has("praise")
