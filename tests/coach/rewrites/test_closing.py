"""Closings in the customer's habit: thanks stay, Sie gets no "LG", of two usual forms the nearer one is taken."""

from __future__ import annotations

import pytest

from coach import Coach, Context, Sample
from coach.habit_examples import FORMAL_EN, LOOSE_DE, LOOSE_EN, Customer
from coach.rewriter import rewritten
from tests.coach.rewrites.drafts import REWRITERS
from tests.coach.rewrites.test_greeting import BODIES_DE, BODIES_EN, DU, EN, SIE


def closed(coach: Coach, draft: str, usual: tuple[str, ...], language: str = "de") -> str | None:
    """What stands below the body of the draft after the rewrite; each of `usual` closes as many mails."""
    bodies = BODIES_DE if language == "de" else BODIES_EN
    mails = [f"Hallo,\n\n{body}\n\n{closing}\nAnna Krause" for closing in usual for body in bodies * 2]
    profile = coach.profile(Sample(mail, language) for mail in mails)
    situation = coach.situation(draft, profile, Context(), language=language)
    assert situation is not None
    found = next(REWRITERS["closing"].rewrite(situation, None), None)
    return rewritten(draft, found.edits).split("\n\n", 2)[2] if found else None


MIT = "Mit freundlichen Grüßen"


@pytest.mark.parametrize(
    ("body", "closing", "usual", "becomes"),
    [
        (SIE, "LG\nTom", (MIT,), f"{MIT}\nTom"),
        (SIE, "LG Tom", (MIT,), f"{MIT}\nTom"),
        (SIE, "liebe Grüße\nTom", (MIT,), f"{MIT}\nTom"),
        (SIE, "Viele Grüße,\nTom", (MIT,), f"{MIT},\nTom"),
        (SIE, "Vielen Dank und viele Grüße\nTom", (MIT,), "Vielen Dank und mit freundlichen Grüßen\nTom"),
        (SIE, "Vielen Dank\nTom", (MIT,), "Vielen Dank und mit freundlichen Grüßen\nTom"),
        (SIE, "Schönes Wochenende\nTom", (MIT,), "Schönes Wochenende und mit freundlichen Grüßen\nTom"),
        (SIE, "Tom Wolf", (MIT,), f"{MIT}\nTom Wolf"),
        (SIE, "Freundliche Grüße\nTom", (MIT,), None),
        (SIE, "Viele Grüße aus Hamburg\nTom", (MIT,), None),
        (DU, "Bis morgen!\nTom", (MIT,), None),
        (SIE, "--M", (MIT,), None),
        (SIE, f"{MIT}\nTom", ("LG",), "Viele Grüße\nTom"),
        (DU, f"{MIT}\nTom", ("LG",), "LG\nTom"),
        (SIE, f"{MIT}\nTom", ("Liebe Grüße",), "Herzliche Grüße\nTom"),
        (SIE, "Viele Grüße\nTom", ("Herzliche Grüße",), "Herzliche Grüße\nTom"),
        (SIE, "Viele Grüße\nTom", ("MfG",), f"{MIT}\nTom"),
        (SIE, "Viele Grüße\nTom", ("Hochachtungsvoll",), f"{MIT}\nTom"),
        (DU, f"{MIT}\nTom", ("Bis dann",), "Viele Grüße\nTom"),
        (DU, "LG\nTom", ("LG", MIT), None),
        (DU, "Viele Grüße\nTom", ("LG", MIT), "LG\nTom"),
        (SIE, "Hochachtungsvoll\nTom", ("Viele Grüße", "Beste Grüße"), "Beste Grüße\nTom"),
        (DU, f"{MIT}\nTom\n\n-- \nTom Wolf\nWaagen GmbH", ("LG",), "LG\nTom\n\n-- \nTom Wolf\nWaagen GmbH"),
    ],
)
def test_german_closing_in_the_customers_habit(
    coach: Coach, body: str, closing: str, usual: tuple[str, ...], becomes: str | None
) -> None:
    assert closed(coach, f"Hallo,\n\n{body}\n\n{closing}", usual) == becomes


@pytest.mark.parametrize(
    ("greeting", "closing", "usual", "becomes"),
    [
        ("Hi Dan", "Yours sincerely,\nSam", ("Cheers",), "Cheers,\nSam"),
        ("Dear Mr Moore", "Yours sincerely,\nSam", ("Cheers",), "Best wishes,\nSam"),
        ("Dear Mr Moore", "Cheers, Sam", ("Yours sincerely",), "Yours sincerely,\nSam"),
        ("Hi Dan", "Sam", ("Best",), "Best,\nSam"),
        ("Hi Dan", "Thanks,\nSam", ("Yours sincerely",), None),
        ("Hi Dan", "See you on Monday!\nSam", ("Yours sincerely",), None),
        ("Hi Dan", "Regards,\nSam", ("Kind regards",), None),
        ("Hi Dan", "Regards,\nSam", ("Love",), "Best wishes,\nSam"),
    ],
)
def test_english_closing_in_the_customers_habit(
    coach: Coach, greeting: str, closing: str, usual: tuple[str, ...], becomes: str | None
) -> None:
    assert closed(coach, f"{greeting},\n\n{EN}\n\n{closing}", usual, "en") == becomes


def test_a_missing_closing_without_a_name_asks_for_it(coach: Coach) -> None:
    profile = coach.profile(Sample(f"Hallo,\n\n{body}\n\nViele Grüße\nAnna", "de") for body in BODIES_DE * 2)
    draft = f"Hallo,\n\n{SIE}"
    situation = coach.situation(draft, profile, language="de")
    assert situation is not None
    found = next(REWRITERS["closing"].rewrite(situation, None))
    assert found.asks
    assert rewritten(draft, found.edits) == f"{draft}\n\nViele Grüße\n[Name]"


def test_an_unfinished_sentence_gets_no_closing(coach: Coach) -> None:
    assert closed(coach, "Hallo,\n\nwir schicken Ihnen den Plan heute und", ("Viele Grüße",)) is None


@pytest.mark.parametrize(
    ("habit", "draft"),
    [
        (FORMAL_EN, "Hi Ann,\n\nthe 14th at ten works for me, I will bring the papers 😊\n\nCheers,\nTom"),
        (FORMAL_EN, "Hey Ann,\n\nthe 14th at ten works for me, I will bring the papers.\n\nCheers,\nTom"),
        (LOOSE_EN, "Dear Dan,\n\nthank you for your feedback. Please do not hesitate to call.\n\nKind regards,\nSam"),
    ],
)
def test_a_closing_of_another_tone_than_the_greeting_is_not_offered(coach: Coach, habit: Customer, draft: str) -> None:
    profile = coach.profile(Sample(text, "en") for text in habit.mails)
    situation = coach.situation(draft, profile, language="en")
    assert situation is not None
    assert next(REWRITERS["closing"].rewrite(situation, None), None) is None


@pytest.mark.parametrize(
    "above", ["Liebe Grüße und schönes Wochenende (du hast ja schon)", "[1] https://halle.example/plan"]
)
def test_no_closing_goes_below_another_one_or_a_footnote(coach: Coach, above: str) -> None:
    draft = f"Hallo Jana,\n\nich schicke dir den Plan heute zu und rufe dich am Montag an.\n\n{above}\nTom"
    profile = coach.profile(Sample(text, "de") for text in LOOSE_DE.mails)
    situation = coach.situation(draft, profile, Context(), language="de")
    assert situation is not None
    assert next(REWRITERS["closing"].rewrite(situation, None), None) is None


NO_NAME = "wir schicken Ihnen den Plan heute zu. Die Teile kommen am Montag, der Monteur ist am Dienstag bei Ihnen."


@pytest.mark.parametrize(
    ("body", "closing", "usual"),
    [
        (DU, "LG\nTom", ("Gruß",)),
        (DU, "Ganz liebe Grüße\nTom", ("Viele Grüße",)),
        (DU, "Liebe Grüße\nTom", ("LG",)),
        (SIE, "Mit besten Grüßen\nTom", (MIT,)),
        (SIE, f"{MIT}\nTom", ("Schönen Tag noch",)),
        (DU, "Dickes Bussi\nTom", ("LG",)),
        (DU, "Deine Olga", ("Gruß",)),
        (DU, "Danke!\nCiao Tom", ("Liebe Grüße",)),
    ],
)
def test_no_closing_is_offered_that_is_colder_the_same_or_a_second_one(
    coach: Coach, body: str, closing: str, usual: tuple[str, ...]
) -> None:
    assert closed(coach, f"Hallo,\n\n{body}\n\n{closing}", usual) is None


@pytest.mark.parametrize(
    "greeting", ["Sehr geehrte Frau Wolf", "Sg. Fr. Wolf", "Sehr geeherte Frau Wolf", "Geehrter Herr Wolf"]
)
def test_a_formal_greeting_however_it_is_spelled_keeps_its_closing(coach: Coach, greeting: str) -> None:
    assert closed(coach, f"{greeting},\n\n{SIE}\n\n{MIT}\nTom", ("Viele Grüße",)) is None


@pytest.mark.parametrize("greeting", ["Hallo zusammen", "Liebe Mitglieder", "Hallo Forschungsgruppe", "Hi Leute"])
def test_what_one_customer_is_used_to_is_not_asked_for_in_mail_to_a_group(coach: Coach, greeting: str) -> None:
    assert closed(coach, f"{greeting},\n\n{SIE}\n\n{MIT}\nTom", ("Viele Grüße",)) is None


@pytest.mark.parametrize(
    "end",
    ["Viel Spaß noch!\n\nBen Justi.", "Liebste Grüße an alle.", "P.S.: Wie geht es der Waage?", "Gruß\nTom\n\nAuszug: Die Halle ist fertig."],
)  # fmt: skip
def test_a_draft_that_has_ended_in_its_own_way_gets_no_closing_with_a_gap(coach: Coach, end: str) -> None:
    profile = coach.profile(Sample(f"Hallo,\n\n{body}\n\nViele Grüße\nAnna", "de") for body in BODIES_DE * 2)
    situation = coach.situation(f"Hallo,\n\n{NO_NAME}\n\n{end}", profile, language="de")
    assert situation is not None
    assert not [each for each in REWRITERS["closing"].rewrite(situation, None) if each.asks]


def test_a_closing_is_spelled_as_the_draft_spells(coach: Coach) -> None:
    transcribed = "wir schicken Ihnen den Plan fuer die Waage heute zu und rufen Sie am Montag zurueck."
    assert closed(coach, f"Hallo,\n\n{transcribed}\n\nLG\nTom", (MIT,)) == "Mit freundlichen Gruessen\nTom"
    assert closed(coach, f"Hallo,\n\n{DU}\n\nVielen Dank\nTom", ("Gruß",)) == "Vielen Dank und Gruß\nTom"
