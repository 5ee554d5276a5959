"""The next step as it is named where too few people stand behind it: nobody can tell from it how the team worked."""

from __future__ import annotations

import pytest

from coach.relationship.steps import CHOICES, LOOK_INTO, STEPS
from server.standing_withheld import step_apart, without_the_team
from server.works_council import TEAM_STEPS

KINDS = [(kind, [each.step.name for each in choices]) for kind, choices in CHOICES.items()]


def test_the_steps_that_judge_the_team_are_steps():
    assert set(STEPS) >= TEAM_STEPS
    assert LOOK_INTO.name not in TEAM_STEPS


@pytest.mark.parametrize(("kind", "names"), KINDS)
def test_no_step_that_judges_the_team_is_named_nor_told_by_another_one_that_stands_there(kind: str, names: list[str]):
    first = next((at for at, name in enumerate(names) if name in TEAM_STEPS), len(names))
    assert [step_apart(kind, name) for name in names[:first]] == names[:first]
    assert {step_apart(kind, name) for name in names[first:]} <= {LOOK_INTO.name}


def test_what_customers_said_themselves_still_names_its_step():
    assert step_apart("danger", "call") == "call"
    assert step_apart("danger", "keep_promise") == step_apart("danger", "warm_up") == LOOK_INTO.name
    assert step_apart("ripe", "make_offer") == "make_offer"
    assert step_apart("forgotten", "answer") == "answer"


@pytest.mark.parametrize("step", ["keep_promise", "apologise", "answer", "warm_up"])
def test_what_is_kept_of_a_customer_is_handed_on_without_it(step: str):
    said = {
        "shares": [],
        "cases": {"danger": {"strength": 40.0, "step": step, "reasons": []}},
        "closeness": {"proofs": []},
    }
    assert without_the_team(said, ())["cases"]["danger"]["step"] == LOOK_INTO.name
