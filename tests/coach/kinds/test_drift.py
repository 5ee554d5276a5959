"""A habit is held against a draft only where the customer's mails, the last one among them, show it."""

from __future__ import annotations

import pytest

from coach import Coach, Context, Profile, Sample
from coach.customers import read_customers
from coach.ruleset import PACKAGED

BODIES = (
    "the parts came on Monday and the team fitted them. The report follows by the end of the week.",
    "please send the invoice again with the discount. The first one shows the old price for the belts.",
    "the date on Friday works. The hall is open from nine and the crane is booked until noon.",
    "the line stood for two hours after the update. Please send the list of changes that were made.",
)
WITH_SHORT_FORMS = "we've fitted the parts and they don't fit. It's the old size, so we can't use them. I'm sorry."
DRAFT = (
    "Dear Ann,\n\nwe've sent the parts and they'll reach you on Monday. It's important that somebody is in the hall, as "
    "we don't have a key.\n\nRegards,\nTom"
)


def profile(coach: Coach, *bodies: str) -> Profile:
    return coach.profile([Sample(f"Dear Tom,\n\n{body}\n\nRegards,\nAnn Wolf", "en") for body in bodies])


def reasons(coach: Coach, known: Profile, reply_to: str = "") -> list[str]:
    """What the rule on short forms says about the draft."""
    found = coach.assess(DRAFT, known, Context(reply_to=reply_to), language="en")
    return [each.reason["en"] for each in found.suggestions if each.rule_id == "contractions-out"]


def test_whoever_never_writes_short_forms_is_said_to_do_without(coach: Coach) -> None:
    (reason,) = reasons(coach, profile(coach, *BODIES * 3))
    assert "without short forms" in reason


def test_of_whoever_wrote_them_once_it_is_said_that_they_seldom_do(coach: Coach) -> None:
    (reason,) = reasons(
        coach, profile(coach, *BODIES * 5, "the parts came on Monday. It's fine, the team fitted them.")
    )
    assert "seldom" in reason
    assert "without" not in reason


def test_who_writes_them_in_some_mails_is_not_told_to_do_without(coach: Coach) -> None:
    assert reasons(coach, profile(coach, *BODIES * 3, *[WITH_SHORT_FORMS] * 3)) == []


def test_no_sentence_is_called_long_that_may_be_two(coach: Coach) -> None:
    jan = coach.profile(read_customers(PACKAGED / "customers.toml")["knapp"].samples())
    first = "wir haben die Teile, die Sie in der letzten Woche bestellt haben, heute Morgen"
    arrives = "damit, dass er morgen Nachmittag bei Ihnen in der Halle ankommt."
    then = "Die Rechnung, um die Sie gebeten hatten, schicken wir Ihnen mit getrennter Post, weil jemand krank ist."
    whole = f"Moin Jan,\n\n{first} geladen, und der Fahrer des ersten Wagens rechnet {arrives} {then}\n\nGruß\nTom"
    doubtful = f"Moin Jan,\n\n{first} geladen, und er steht an Tor 2. Der Fahrer rechnet {arrives} {then}\n\nGruß\nTom"
    long = {
        text: [each.rule_id for each in coach.assess(text, jan, language="de").suggestions]
        for text in (whole, doubtful)
    }
    assert ("long-sentences" in long[whole], "long-sentences" in long[doubtful]) == (True, False)


@pytest.mark.parametrize("answered", ["Dear Tom,\n\nit's urgent, we've waited a week and don't know why.\n\nAnn Wolf"])
def test_a_draft_that_does_as_the_answered_mail_does_is_left_alone(coach: Coach, answered: str) -> None:
    assert reasons(coach, profile(coach, *BODIES * 3), answered) == []
