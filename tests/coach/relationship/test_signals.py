"""Every signal moves the way its examples say, in German and in English, and stays between -1 and 1."""

from __future__ import annotations

from functools import cache

import pytest

from coach import Coach
from coach.collect import collect
from coach.relationship.exchange import Exchange
from coach.relationship.signal import Example, Signal
from coach.relationship.story import exchange_in

SIGNALS = {each.name: each for each in collect("coach.relationship.signals", Signal).values()}
EXAMPLES = [
    pytest.param(signal, example, id=f"{name}-{number}-{example.language}-{'rises' if example.rises else 'falls'}")
    for name, signal in sorted(SIGNALS.items())
    for number, example in enumerate(signal.examples, 1)
]
LEAST = 6  # examples each way


@cache  # several signals and several tests have the same stories
def exchange(coach: Coach, *parts: str) -> Exchange:
    return exchange_in(coach, *parts)


def value_of(signal: Signal, coach: Coach, *parts: str) -> float:
    sign = signal.measure(exchange(coach, *parts))
    return sign.value if sign else 0.0


@pytest.mark.parametrize(("signal", "example"), EXAMPLES)
def test_signal_moves_as_its_example_says(signal: Signal, example: Example, coach: Coach):
    before = value_of(signal, coach, example.before)
    after = value_of(signal, coach, example.before, example.then)
    if example.rises:
        assert after > before, (before, after)
    else:
        assert after < before, (before, after)


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=sorted(SIGNALS))
def test_signal_shows_six_rises_and_six_falls_in_both_languages(signal: Signal):
    for rises in (True, False):
        told = [each.language for each in signal.examples if each.rises is rises]
        assert len(told) >= LEAST
        assert {"de", "en"} <= set(told)


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=sorted(SIGNALS))
def test_points_of_a_sign_do_not_exceed_its_value(signal: Signal, coach: Coach):
    for example in signal.examples:
        sign = signal.measure(exchange(coach, example.before, example.then))
        if sign is not None:
            assert set(sign.say) == {"de", "en"}
            mails = {each.mail for each in sign.points}
            assert mails <= {each.mail for each in exchange(coach, example.before, example.then).turns}


@pytest.mark.parametrize("signal", SIGNALS.values(), ids=sorted(SIGNALS))
def test_signal_says_its_source_and_has_words_in_both_languages(signal: Signal):
    assert signal.source
    assert set(signal.label) == set(signal.explain) == {"de", "en"}
    assert signal.name in {each.lower() for each in SIGNALS}
