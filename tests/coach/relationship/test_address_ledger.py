"""Who says Du or Sie to whom, since when, and what became of an offer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.address import Talk
from coach.address.use import AddressUse
from coach.relationship.address_ledger import (
    AddressFact,
    AddressLedger,
    AddressStanding,
    Answer,
    Due,
    Ground,
    Offer,
    Side,
)
from coach.relationship.address_words import lines, reason

START = datetime(2026, 3, 1, 9, tzinfo=UTC)


def on(day: int) -> datetime:
    return START + timedelta(days=day - 1)


def fact(day: int, said: str, *, language: str = "de", mail: str = "", person: str = "") -> AddressFact:
    """ "customer sie offers" on this day of March; "-" for a mail that shows no form."""
    side, form, *rest = said.split()
    talk = next((Talk(each) for each in rest if each != "plural"), None)
    use = AddressUse(language, None if form == "-" else form, "plural" in rest, talk)
    return AddressFact(mail or f"{day:03} {said}", on(day), Side(side), use, person)


def standing(*said: str, language: str = "de") -> AddressStanding:
    """One mail a day."""
    found = AddressLedger.of(fact(day, each, language=language) for day, each in enumerate(said, 1)).standing(language)
    assert found is not None
    return found


def test_each_side_has_its_form_since_its_first_mail() -> None:
    found = standing("customer sie", "team sie", "customer sie", "customer -")
    assert (found.customer.form, found.customer.since, found.customer.mails) == ("sie", on(1), 2)
    assert (found.team.form, found.team.since) == ("sie", on(2))
    assert found.due == Due("sie", Ground.WRITES, Side.CUSTOMER, on(1))
    assert not found.asymmetric


def test_one_side_with_du_and_the_other_with_sie_is_asymmetric() -> None:
    assert standing("customer du", "team sie").asymmetric
    assert not standing("customer du").asymmetric


def test_one_mail_in_the_other_form_is_a_slip() -> None:
    found = standing("customer sie", "customer sie", "customer du", "customer sie")
    assert (found.customer.form, found.customer.before, found.customer.mixed) == ("sie", None, True)


def test_two_mails_in_the_other_form_are_a_change_since_the_first_of_them() -> None:
    found = standing("customer sie", "customer sie", "customer du", "customer du")
    assert (found.customer.form, found.customer.since, found.customer.before) == ("du", on(3), "sie")
    assert not found.customer.mixed


def test_mixed_mail_alone_is_mixed_and_nothing_is_due() -> None:
    found = standing("customer mixed", "customer mixed")
    assert (found.customer.form, found.customer.mixed, found.due) == ("mixed", True, None)


def test_ihr_to_a_firm_does_not_break_the_sie_to_its_people() -> None:
    found = standing("customer sie", "customer du plural", "customer du plural")
    assert (found.customer.form, found.customer.mixed) == ("sie", False)
    assert standing("customer du plural").customer.form == "du"


def test_an_offer_waits_for_its_answer() -> None:
    found = standing("customer sie", "customer sie offers")
    assert found.offer == Offer(Side.CUSTOMER, on(2))
    assert found.due == Due("du", Ground.OFFERED, Side.CUSTOMER, on(2))
    assert standing("customer sie", "team sie offers").due == Due("sie", Ground.WRITES, Side.CUSTOMER, on(1))


@pytest.mark.parametrize(
    ("answer", "spoken"),
    [("team du accepts", True), ("team - offers", True), ("team du", False), ("team - accepts", True)],
)
def test_an_offer_is_accepted_in_words_or_by_use(answer: str, spoken: bool) -> None:
    found = standing("customer sie", "customer sie offers", answer)
    assert found.offer == Offer(Side.CUSTOMER, on(2), Answer.ACCEPTED, on(3), spoken)
    assert found.due == Due("du", Ground.AGREED, Side.CUSTOMER, on(2))


def test_du_is_due_at_once_after_forty_mails_with_sie() -> None:
    found = standing(*["customer sie", "team sie"] * 20, "customer sie offers", "team du accepts")
    assert found.customer.form == "sie"
    assert found.due is not None
    assert (found.due.form, found.due.ground) == ("du", Ground.AGREED)


def test_after_an_offer_one_mail_with_du_is_a_change() -> None:
    found = standing("customer sie", "team sie offers", "customer du")
    assert (found.customer.form, found.customer.since, found.customer.before) == ("du", on(3), "sie")


def test_sie_after_an_offer_is_no_answer() -> None:
    found = standing("customer sie offers", "team sie", "team sie")
    assert found.offer is not None
    assert found.offer.answer is Answer.OPEN


def test_a_refusal_keeps_sie() -> None:
    found = standing("customer sie", "team sie offers", "customer sie refuses")
    assert found.offer == Offer(Side.TEAM, on(2), Answer.REFUSED, on(3), True)
    assert found.due == Due("sie", Ground.REFUSED, Side.CUSTOMER, on(3))


def test_what_was_refused_can_be_offered_again() -> None:
    found = standing("team sie offers", "customer sie refuses", "customer sie offers", "team du")
    assert found.offer is not None
    assert (found.offer.side, found.offer.answer) == (Side.CUSTOMER, Answer.ACCEPTED)


def test_who_goes_back_to_sie_after_the_agreement_is_met_with_sie() -> None:
    found = standing("customer sie offers", "team du accepts", "customer du", "customer sie", "customer sie")
    assert found.due is not None
    assert (found.due.form, found.due.ground) == ("sie", Ground.WRITES)


def test_an_answer_without_an_offer_in_the_mail_counts() -> None:
    found = standing("customer du accepts")
    assert found.offer == Offer(Side.TEAM, None, Answer.ACCEPTED, on(1), True)
    assert found.due == Due("du", Ground.AGREED, Side.TEAM, on(1))


def test_first_names_in_english_follow_the_same_rules() -> None:
    found = standing("customer surname", "customer surname offers", "team first_name", language="en")
    assert found.due == Due("first_name", Ground.AGREED, Side.CUSTOMER, on(2))


def test_languages_are_kept_apart() -> None:
    ledger = AddressLedger.of([fact(1, "customer sie"), fact(2, "customer first_name", language="en")])
    found = ledger.standings()
    assert [(code, each.customer.form) for code, each in found.items()] == [("de", "sie"), ("en", "first_name")]
    assert ledger.standing("fr") is None
    assert AddressLedger().standings() == {}


def test_one_person_of_the_team_can_be_looked_at_apart() -> None:
    ledger = AddressLedger.of([fact(1, "customer sie", person="eva"), fact(2, "customer du", person="max")])
    found = ledger.with_person("max").standing("de")
    assert found is not None
    assert found.customer.form == "du"


SAID = [
    f"{side} {form}{talk}"
    for side in ("customer", "team")
    for form in ("du", "sie", "mixed", "-", "du plural")
    for talk in ("", " offers", " accepts", " refuses")
]
FACTS = st.lists(
    st.builds(
        lambda day, said, number: fact(day, said, mail=str(number)),
        st.integers(1, 30),
        st.sampled_from(SAID),
        st.integers(0, 40),
    ),
    max_size=25,
    unique_by=lambda each: each.mail,
)


@given(FACTS, st.randoms())
def test_the_order_of_arrival_does_not_matter(facts: list[AddressFact], random: Random) -> None:
    shuffled = list(facts)
    random.shuffle(shuffled)
    one_by_one = AddressLedger()
    for each in shuffled:
        one_by_one = one_by_one.plus(each)
    assert one_by_one == AddressLedger.of(facts)
    assert one_by_one.standings() == AddressLedger.of(facts).standings()


@given(FACTS, st.integers(0, 24))
def test_a_mail_that_is_forgotten_leaves_no_trace(facts: list[AddressFact], which: int) -> None:
    if not facts:
        return
    gone = facts[which % len(facts)]
    left = [each for each in facts if each.mail != gone.mail]
    assert AddressLedger.of(facts).without(gone.mail) == AddressLedger.of(left)


@given(FACTS)
def test_every_standing_can_be_said_in_both_languages(facts: list[AddressFact]) -> None:
    for each in AddressLedger.of(facts).standings().values():
        said = [*lines(each), *([reason(each, each.due)] if each.due else [])]
        for words in said:
            assert set(words) == {"de", "en"}
            assert all(text and (text[0].isupper() or text[0] == "{") and text.endswith(".") for text in words.values())
            assert "None" not in words["de"] + words["en"]


def test_the_same_mail_told_twice_counts_once() -> None:
    ledger = AddressLedger().plus(fact(1, "customer sie")).plus(fact(1, "customer sie"))
    assert len(ledger.facts) == 1


def test_the_reason_says_who_offered_what_and_when() -> None:
    found = standing(*["customer sie"] * 11, "customer sie offers", "team du accepts")
    assert found.due is not None
    assert reason(found, found.due) == {
        "de": "{who} bot am 12. März 2026 das Du an, das Team nahm es am 13. März 2026 an.",
        "en": "{who} offered the du on 12 March 2026, the team accepted on 13 March 2026.",
    }


def test_the_reason_says_since_when_they_write_so() -> None:
    found = standing("customer du", "customer du", "customer sie", "customer sie")
    assert found.due is not None
    assert reason(found, found.due)["de"] == "{who} schreibt seit dem 3. März 2026 mit Sie, vorher mit Du."
