"""A rule's condition is checked when it is read, and asked in a situation."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach import Coach, Context
from coach.condition import ConditionError, condition, conjuncts
from coach.condition import _environment as environment
from coach.condition import _named as named
from coach.facts import DEAR, FACTS, SETTLED
from coach.model import Relationship

DIMENSIONS = frozenset({"anger", "emoji", "formality", "closing"})
DRAFT = "Guten Tag Frau Wolf,\n\ndie Teile sind da. Passt der Montag?\n\nViele Grüße\nTom"


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("draft.words > 5", True),
        ("draft.words > 500", False),
        ("draft.questions == 1 && draft.has_closing", True),
        ("draft.level.anger > 0.5", False),
        ("draft.level.emoji > 0.5 || draft.has_greeting", True),
        ('draft.style.closing == "viele grüße"', None),
        ('relationship.grade == "C" && relationship.phase != "trust"', True),
        ('mailbox.address.endsWith("@example.com")', True),
        ("customer.known", False),
        ("customer.usual.formality > 1.0", False),
        ("!(customer.usual.formality > 1.0)", False),
        ("draft.outside_recipients == 2 && draft.outside_domains == 1", True),
        ('draft.subject.matches("(?i)angebot")', True),
        ("thread.is_reply && thread.complaints > 0 && thread.apology_due", True),
        ('!("regret" in draft.apology_parts)', True),
        ('draft.form == ""', True),
        ('"anger" in draft.level && draft.level.anger >= 0.0', True),
        ('!("anger" in draft.level) && draft.level.anger >= 0.0', False),
        ('"anger" in draft.level', True),
        ("size(draft.level) == 1 && draft.words > 3 && draft.level.anger >= 0.0", True),
        ('draft.level == {"anger": 0.0} && draft.level.anger == 0.0', True),
        ('"closing" in draft.style && draft.style.closing != ""', True),
    ],
)
def test_condition_in_a_situation(coach: Coach, text: str, holds: bool | None) -> None:
    context = Context(
        reply_to="Guten Tag,\n\ndie Ware ist schon wieder kaputt. Das ist sehr ärgerlich.",
        subject="Unser Angebot",
        to=("a@wolf.example", "b@wolf.example", "tom@example.com"),
        own_domains=frozenset({"example.com"}),
        mailbox="info@example.com",
        relationship=Relationship(grade="C", phase="acquaintance"),
    )
    situation = coach.situation(DRAFT, context=context)
    assert situation is not None
    found = condition(text, frozenset(coach.dimensions)).holds(situation)
    if holds is not None:
        assert found is holds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("draft.word > 5", "column 6: there is no fact 'draft.word'. Did you mean 'draft.words'?"),
        ("draft.words > 5.5", "compares a whole number and a number"),
        ("draft.words > 'x'", "'>' does not go with a whole number and a text"),
        ("draft.words >", "breaks off"),
        ("draft.words + 1", "this is no condition"),
        ("draft.level.angr > 1.0", "there is no dimension 'angr'. Did you mean 'anger'?"),
        ("draft.level['angr'] > 1.0", "there is no dimension 'angr'"),
    ],
)
def test_a_wrong_condition_says_what_and_where(text: str, said: str) -> None:
    with pytest.raises(ConditionError) as refused:
        condition(text, DIMENSIONS)
    assert said in "\n".join(refused.value.problems)


def test_all_mistakes_are_named_at_once() -> None:
    with pytest.raises(ConditionError) as refused:
        condition("draft.word > 5 && draft.level.angr > 1", DIMENSIONS)
    assert len(refused.value.problems) == 3


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_can_be_had_of_any_draft(coach: Coach, name: str) -> None:
    situation = coach.situation(DRAFT)
    assert situation is not None
    value = FACTS[name].of(situation, frozenset({"emoji", "closing"}))
    assert isinstance(value, bool | int | float | str | list | dict)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("draft.words > 5", ("draft.words > 5",)),
        ("draft.words > 5 && !customer.known", ("draft.words > 5", "!customer.known")),
        ("a && (b || c && d) && e[f && g]", ("a", "(b || c && d)", "e[f && g]")),
        ("a && b || c", ("a && b || c",)),
        ("a && b ? c : d && e", ("a && b ? c : d && e",)),
        ("a == 'x && y' && b == \"(\"", ("a == 'x && y'", 'b == "("')),
        ("a == r'\\' && b == '\\''", ("a == r'\\' && b == '\\''",)),
        ("a // && b", ("a // && b",)),
        ('a == "B" && b', ('a == "B"', "b")),
        ('a == "http://x" && b', ('a == "http://x"', "b")),
        ("a == b'x' && b", ("a == b'x' && b",)),
    ],
)
def test_what_all_has_to_be_so_is_told_apart_where_that_is_sure(text: str, parts: tuple[str, ...]) -> None:
    assert conjuncts(text) == parts


PARTS = (
    "draft.words > 5",
    "draft.questions == 1",
    "draft.level.anger >= 0.0",
    'draft.level["emoji"] > 0.5',
    '"anger" in draft.level',
    "size(draft.level) < 2",
    "customer.usual.formality > 1.0",
    'draft.style.closing != ""',
    '!("regret" in draft.apology_parts)',
    "thread.is_reply",
    'draft.subject.contains("a && b || (c")',
    "1 / (draft.words - draft.words) == 0",
    'relationship.grade in ["A", "B"]',
)
JOINED = st.recursive(
    st.sampled_from(PARTS),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(("&&", "&&", "||")), inner).map(" ".join),
        inner.map("({})".format),
        inner.map("!({})".format),
        st.tuples(inner, inner, inner).map(lambda three: "({} ? {} : {})".format(*three)),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JOINED, st.sampled_from((DRAFT, "So nicht! 😡", "Geht klar 🙂")), st.booleans())
def test_the_parts_of_a_condition_say_together_what_the_whole_says(
    coach: Coach, text: str, draft: str, answers: bool
) -> None:
    situation = coach.situation(draft, context=Context("Wann?" if answers else ""), language="de")
    assert situation is not None
    names, keys = named(text)
    data = {each: FACTS[each].of(situation, keys[each]) for each in names}
    whole = environment().compile(text).eval(data=data).value() is True
    asked = condition(text, frozenset(coach.dimensions))
    assert asked.holds(situation) is whole
    assert asked.may_hold(situation) or not whole


def test_the_facts_that_are_settled_or_dear_are_there() -> None:
    assert FACTS.keys() >= SETTLED
    assert FACTS.keys() >= DEAR


@pytest.mark.parametrize("name", sorted(SETTLED))
def test_a_settled_fact_does_not_hang_on_the_text(coach: Coach, name: str) -> None:
    context = Context("Guten Tag,\n\nwann liefern Sie?", subject="Termin", to=("a@wolf.example",), attachments=1)
    texts = (DRAFT, "die ware ist weg!!! :-)", "Anbei die Liste. Es tut uns leid. Betreff: Termin, b@wolf.example")
    every = [coach.situation(text, context=context, language="de") for text in texts]
    keys = frozenset({"emoji", "closing", "formality"})
    values = [FACTS[name].of(each, keys) for each in every if each is not None]
    assert values == [values[0]] * len(texts)


def test_what_is_settled_for_one_mail_is_found_anew_for_another(coach: Coach) -> None:
    asked = condition('thread.is_reply && draft.subject == "Termin" && draft.words > 5', frozenset(coach.dimensions))
    contexts = [
        Context("Wann?", subject="Termin"),
        Context("Wann?", subject="Angebot"),
        Context("Wann?", subject="Termin"),
    ]
    every = [coach.situation(DRAFT, context=each) for each in (*contexts, Context(subject="Termin"))]
    assert [each is not None and asked.holds(each) for each in every] == [True, False, True, False]
    assert [each is not None and asked.may_hold(each) for each in every] == [True, False, True, False]
