"""Greetings in the customer's habit: names only where they are known, Du and Sie kept, nothing invented."""

from __future__ import annotations

import pytest

from coach import Coach, Context, Profile, Sample
from coach.model import Span
from coach.rewriter import rewritten
from tests.coach.rewrites.drafts import REWRITERS

BODIES_DE = (
    "anbei die Liste. Wir prüfen das Angebot und melden uns am Freitag.",
    "der Plan fehlt noch. Wir brauchen ihn für die Montage der Anlage.",
    "die Teile sind heute angekommen. Wir bauen sie am Montag ein.",
)
BODIES_EN = (
    "the list is attached. We check the quote and call on Friday.",
    "the plan is missing. We need it for the line in hall two.",
    "the parts came today. We fit them on Monday.",
)
SIE = "wir schicken Ihnen den Plan heute und rufen Sie am Montag an."
DU = "ich schicke dir den Plan heute und rufe dich am Montag an."
EN = "we will send the plan today and call you on Monday."


def habit(coach: Coach, greeting: str, language: str) -> Profile:
    closing = "Viele Grüße\nAnna Krause" if language == "de" else "Regards,\nAnn Carter"
    bodies = BODIES_DE if language == "de" else BODIES_EN
    return coach.profile(Sample(f"{greeting},\n\n{body}\n\n{closing}", language) for body in bodies * 2)


def greeted(coach: Coach, draft: str, usual: str, context: Context | None = None, language: str = "de") -> str | None:
    """The first line of the draft after the rewrite."""
    situation = coach.situation(draft, habit(coach, usual, language), context or Context(), language=language)
    assert situation is not None
    found = next(REWRITERS["greeting"].rewrite(situation, None), None)
    return rewritten(draft, found.edits).split("\n", 1)[0] if found else None


SEHR = "Sehr geehrte Damen und Herren"


@pytest.mark.parametrize(
    ("line", "body", "usual", "becomes"),
    [
        ("Hi Frau Wolf,", SIE, SEHR, "Sehr geehrte Frau Wolf,"),
        ("Hallo Herr Wolf,", SIE, SEHR, "Sehr geehrter Herr Wolf,"),
        ("Hallo Frau Dr. Wolf,", SIE, SEHR, "Sehr geehrte Frau Dr. Wolf,"),
        ("Hallo Herr von Berg,", SIE, SEHR, "Sehr geehrter Herr von Berg,"),
        ("Hallo Frau Müller-Lüdenscheid,", SIE, SEHR, "Sehr geehrte Frau Müller-Lüdenscheid,"),
        ("Hi Frau Wolf!", SIE, SEHR, "Sehr geehrte Frau Wolf!"),
        ("Hi Frau Wolf! 😊", SIE, SEHR, "Sehr geehrte Frau Wolf,"),
        ("Hallo Eva Wolf,", SIE, SEHR, "Guten Tag Eva Wolf,"),
        ("Hallo,", SIE, SEHR, "Sehr geehrte Damen und Herren,"),
        ("Hallo zusammen,", SIE, SEHR, None),
        ("Liebes Team,", SIE, SEHR, None),
        ("Liebes Analyseteam,", SIE, SEHR, None),
        ("Sehr geehrte Frau Mag. Wolf,", SIE, "Liebe Frau Krause", "Liebe Frau Mag. Wolf,"),
        ("Sehr geehrter Herr Professor Wolf,", SIE, "Hi Tom", None),
        ("Hallo Eva,", DU, SEHR, None),
        ("Liebe Jana,", DU, "Hi Tom", None),
        ("Liebe Frau Wolf,", SIE, "Moin Tom", None),
        ("Liebe Frau Wolf,", SIE, SEHR, "Sehr geehrte Frau Wolf,"),
        ("Guten Abend Werner Edel,", SIE, "Moin Tom", None),
        ("Heyho,", DU, "Moin Tom", None),
        ("Liebe Familie,", DU, "Moin Tom", None),
        ("Sehr geehrte Kundin,", SIE, "Hallo Tom", None),
        ("Sehr geehrte Frau Wolf,", SIE, "Hallo Tom", "Hallo Frau Wolf,"),
        ("Sehr geehrte Frau Wolf,", SIE, "Hi Tom", "Hallo Frau Wolf,"),
        ("Sehr geehrte Frau Wolf,", SIE, "Moin Tom", "Moin Frau Wolf,"),
        ("Sehr geehrte Frau Wolf,", SIE, "Liebe Frau Krause", "Liebe Frau Wolf,"),
        ("Sehr geehrter Herr Wolf,", SIE, "Liebe Frau Krause", "Lieber Herr Wolf,"),
        ("Sehr geehrte Damen und Herren,", SIE, "Hallo Tom", "Hallo,"),
        ("Guten Tag Jana,", DU, "Hi Tom", "Hi Jana,"),
        ("Guten Tag Jana,", DU, "Liebe Anna", None),
        ("Hey Jana,", DU, "Hi Tom", None),
        ("Hallo Jana,", DU, "Guten Morgen Tom", None),
        ("Guten Tag Frau Wolf, guten Tag Herr Maier,", SIE, "Hallo Tom", None),
        ("Sehr geehrte Frau Wolf, sehr geehrter Herr Maier,", SIE, "Hallo Tom", None),
        ("Sehr geehrte Frau Wolf,", SIE, "Tom", None),
    ],
)
def test_german_greeting_in_the_customers_habit(
    coach: Coach, line: str, body: str, usual: str, becomes: str | None
) -> None:
    assert greeted(coach, f"{line}\n\n{body}\n\nViele Grüße\nTom", usual) == becomes


@pytest.mark.parametrize(
    ("line", "usual", "becomes"),
    [
        ("Dear Dan,", "Hey Sam", "Hey Dan,"),
        ("Hey Ms Wolf!!", "Dear Ms Carter", "Dear Ms Wolf,"),
        ("Hi Dan,", "Dear Ms Carter", "Dear Dan,"),
        ("Hi Dr. Lee,", "Dear Ms Carter", "Dear Dr. Lee,"),
        ("Dear Mr Miller,", "Hi Sam", None),
        ("Dear Mr Miller,", "Hello Sam", "Hello Mr Miller,"),
        ("Dear customer,", "Hi Sam", None),
        ("Dear all,", "Hi Sam", None),
        ("Hello, sir.", "Dear Ms Carter", None),
        ("Hi every one!", "Dear Ms Carter", None),
        ("Hi Dan and Ann,", "Dear Ms Carter", None),
        ("Hi Dan,", "Good morning Sam", None),
        ("Dear Sir or Madam,", "Hi Sam", "Hi,"),
    ],
)
def test_english_greeting_in_the_customers_habit(coach: Coach, line: str, usual: str, becomes: str | None) -> None:
    assert greeted(coach, f"{line}\n\n{EN}\n\nRegards,\nTom", usual, language="en") == becomes


@pytest.mark.parametrize(
    ("body", "usual", "context", "becomes"),
    [
        (DU, "Hallo Tom", Context(name="Jana Maier"), "Hallo Jana,"),
        (DU, "Hallo Tom", Context(name="Maier, Jana"), "Hallo Jana,"),
        (DU, "Hallo Tom", Context(name="jana@maier.example"), None),
        (DU, "Hallo Tom", Context(name="Maier Waagen GmbH"), None),
        (DU, "Liebe Anna", Context(name="Jana Maier"), None),
        (DU, "Liebe Anna", Context(salutation="Liebe Jana,"), "Liebe Jana,"),
        (SIE, "Hallo Tom", Context(name="Jana Maier"), None),
        (SIE, "Guten Tag Frau Krause", Context(name="Jana Maier"), "Guten Tag Jana Maier,"),
        (SIE, "Hallo Tom", Context(salutation="Hallo Frau Maier,"), "Hallo Frau Maier,"),
        (SIE, SEHR, Context(salutation="Guten Tag Frau Dr. Maier,"), "Sehr geehrte Frau Dr. Maier,"),
    ],
)
def test_a_missing_greeting_is_put_in_where_the_name_is_known(
    coach: Coach, body: str, usual: str, context: Context, becomes: str | None
) -> None:
    assert greeted(coach, f"{body}\n\nViele Grüße\nTom", usual, context) == becomes


@pytest.mark.parametrize(
    ("opens", "small"),
    [
        ("Die Liste liegt bei", "die Liste liegt bei"),
        ("Ihre Liste liegt bei", "Ihre Liste liegt bei"),
        ("Listen liegen bei", "Listen liegen bei"),
    ],
)
def test_behind_a_german_greeting_the_mail_goes_on_small_but_for_nouns_and_sie(
    coach: Coach, opens: str, small: str
) -> None:
    draft = f"{opens}. Wir rufen Sie am Montag an und holen die Waage ab.\n\nViele Grüße\nTom"
    situation = coach.situation(draft, None, Context(salutation="Hallo Frau Maier,"), language="de")
    assert situation is not None
    found = next(REWRITERS["greeting"].rewrite(situation, None))
    assert rewritten(draft, found.edits).startswith(f"Hallo Frau Maier,\n\n{small}.")


def test_another_persons_name_in_the_last_greeting_is_not_taken(coach: Coach) -> None:
    draft = f"Hi Frau Wolf,\n\n{SIE}\n\nViele Grüße\nTom"
    assert greeted(coach, draft, SEHR, Context(salutation="Sehr geehrter Herr Maier,")) == "Sehr geehrte Frau Wolf,"


def test_what_a_rule_points_at_elsewhere_brings_no_greeting(coach: Coach) -> None:
    draft = f"Hi Frau Wolf,\n\n{SIE}\n\nViele Grüße\nTom"
    situation = coach.situation(draft, habit(coach, SEHR, "de"), language="de")
    assert situation is not None
    end = len(draft)
    assert not list(REWRITERS["greeting"].rewrite(situation, Span(end - 3, end)))
