"""A draft is told which form of address is due, and by whom and when it became so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach import Assessment, Coach, Context, Profile, Sample
from coach.address import Talk
from coach.address.use import AddressUse
from coach.model import Severity, Suggestion
from coach.relationship.address_ledger import AddressFact, AddressLedger, Side

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
BODIES = (
    "könnten Sie uns bitte die Unterlagen zusenden? Wir benötigen sie bis Freitag, da die Halle dann frei ist.",
    "haben Sie den Termin bereits bestätigt? Ihre Nachricht hat uns leider bisher nicht erreicht.",
    "vielen Dank für Ihre schnelle Antwort. Wir melden uns bei Ihnen nach der Prüfung der Pläne.",
    "bitte teilen Sie uns mit, wann Ihr Techniker kommt. Wir halten die Halle für ihn frei.",
)
SIE = "Hallo Frau Wolf,\n\ndie Pläne sind fertig. Können Sie uns bitte noch die Maße der Halle schicken?\n\nViele Grüße\nTom"
DU = "Hallo Frau Wolf,\n\ndie Pläne sind fertig. Kannst du uns bitte noch die Maße der Halle schicken?\n\nViele Grüße\nTom"


@pytest.fixture(scope="module")
def formal(coach: Coach) -> Profile:
    """Forty mails with Sie."""
    return coach.profile(
        Sample(f"Sehr geehrter Herr Brandt,\n\n{BODIES[n % 4]}\n\nMit freundlichen Grüßen\nAnke Wolf", "de")
        for n in range(40)
    )


def context(*said: str, language: str = "de") -> Context:
    """One mail a day from 12 March on: "customer sie offers"."""
    facts = []
    for day, each in enumerate(said):
        side, form, *talk = each.split()
        use = AddressUse(language, form, talk=Talk(talk[0]) if talk else None)
        date = datetime(2026, 3, 12, tzinfo=UTC) + timedelta(days=day)
        facts.append(AddressFact(str(day), date, Side(side), use))
    return Context(address=AddressLedger.of(facts).standings())


def hint(assessment: Assessment) -> Suggestion | None:
    return next((each for each in assessment.suggestions if each.rule_id in ("address-form", "address-offered")), None)


AGREED = ("customer sie offers", "team du accepts")


def test_sie_is_off_once_the_du_was_offered_and_taken(coach: Coach, formal: Profile) -> None:
    told = hint(coach.assess(SIE, formal, context(*AGREED), now=NOW))
    assert told is not None
    assert told.severity is Severity.WARNING
    assert told.reason["de"] == "{who} bot am 12. März 2026 das Du an, das Team nahm es am 13. März 2026 an."
    assert told.reason["en"].startswith("{who} offered the du on 12 March 2026")
    assert hint(coach.assess(DU, formal, context(*AGREED), now=NOW)) is None


def test_the_score_follows_the_agreement_and_not_forty_old_mails(coach: Coach, formal: Profile) -> None:
    def points(text: str, known: Context) -> float:
        found = coach.assess(text, formal, known, now=NOW)
        return next(each.points for each in found.deviations if each.dimension == "address_form")

    assert points(DU, context(*AGREED)) > 0 > points(SIE, context(*AGREED))
    assert points(SIE, Context()) > 0 > points(DU, Context())


def test_du_is_off_while_the_customer_says_sie(coach: Coach, formal: Profile) -> None:
    told = hint(coach.assess(DU, formal, context("customer sie", "customer sie"), now=NOW))
    assert told is not None
    assert told.reason["de"] == "{who} schreibt mit Sie (seit dem 12. März 2026)."


def test_an_offer_that_waits_is_advice(coach: Coach, formal: Profile) -> None:
    told = hint(coach.assess(SIE, formal, context("customer sie offers"), now=NOW))
    assert told is not None
    assert told.severity is Severity.ADVICE
    assert "es ist noch nicht beantwortet" in told.reason["de"]


def test_a_refused_du_is_off_with_the_date_of_the_refusal(coach: Coach, formal: Profile) -> None:
    told = hint(coach.assess(DU, formal, context("team sie offers", "customer sie refuses"), now=NOW))
    assert told is not None
    assert told.reason["de"] == "Das Team bot am 12. März 2026 das Du an, {who} lehnte am 13. März 2026 ab."


def test_a_surname_is_off_after_first_names_were_agreed(coach: Coach) -> None:
    text = "Dear Mr Brandt,\n\nthank you for the plans of the hall. Could you please send us the order form, too?\n\nKind regards\nAnke"
    profile = coach.profile([Sample(text, "en")] * 6)
    agreed = context("customer surname offers", "team first_name", language="en")
    told = hint(coach.assess(text.replace("Brandt", "Wolf"), profile, agreed, now=NOW))
    assert told is not None
    assert told.span.of(text.replace("Brandt", "Wolf")).strip() == "Dear Mr Wolf,"
    assert hint(coach.assess(text.replace("Mr Brandt", "Anna"), profile, agreed, now=NOW)) is None


def test_one_mail_alone_is_no_habit(coach: Coach) -> None:
    mail = Sample(f"Sehr geehrter Herr Brandt,\n\n{BODIES[0]}\n\nMit freundlichen Grüßen\nAnke Wolf", "de")
    assert hint(coach.assess(DU, coach.profile([mail]), Context(), now=NOW)) is None
    assert hint(coach.assess(DU, coach.profile([mail] * 2), Context(), now=NOW)) is not None


def test_one_mail_is_enough_where_the_ledger_says_so(coach: Coach) -> None:
    mail = Sample(f"Sehr geehrter Herr Brandt,\n\n{BODIES[0]}\n\nMit freundlichen Grüßen\nAnke Wolf", "de")
    agreed = context("team sie offers", "customer sie refuses")
    assert hint(coach.assess(DU, coach.profile([mail]), agreed, now=NOW)) is not None


@pytest.mark.parametrize("typed", ["Die Pläne sind fertig, di", "Die Pläne sind da. Wir haben di", "Wir schicken dir"])
def test_the_last_word_is_not_judged_while_it_is_typed(coach: Coach, formal: Profile, typed: str) -> None:
    draft = f"Hallo Frau Wolf,\n\n{typed}"
    assert hint(coach.assess(draft, formal, Context(), now=NOW)) is None


def test_the_last_word_is_judged_once_it_is_finished(coach: Coach, formal: Profile) -> None:
    for end in (" ", ".", "\n"):
        assert hint(coach.assess(f"Hallo Frau Wolf,\n\nWir schicken dir{end}", formal, Context(), now=NOW)) is not None


def test_a_noun_in_a_customers_mails_does_not_make_a_du_customer(coach: Coach) -> None:
    report = "Hallo Herr Brandt,\n\nDruck zu hoch. Die Anlage steht seit heute Morgen still.\n\nViele Grüße\nAnke Wolf"
    assert hint(coach.assess(SIE, coach.profile([Sample(report, "de")] * 3), Context(), now=NOW)) is None
