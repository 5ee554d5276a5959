"""Who is on which list: in danger, ripe, forgotten; and who must not be."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from coach import Coach
from coach.collect import collect
from coach.relationship.cases import Case, CaseKind, cases_of
from coach.relationship.grade import Grading, graded
from coach.relationship.signal import Signal
from coach.relationship.story import exchange_in

SIGNALS = tuple(collect("coach.relationship.signals", Signal).values())

USUAL_DE = """C 0: Guten Tag, bitte liefern Sie uns wieder 40 Kartons.
T 0.5: Guten Tag, die Kartons gehen morgen raus.
C 20 new: Guten Tag, die Ware ist vollständig angekommen.
T 20.5: Das freut uns.
C 40 new: Guten Tag, bitte wieder 40 Kartons.
T 40.5: Guten Tag, sie gehen morgen raus.
C 60 new: Guten Tag, alles angekommen.
T 60.5: Sehr gut."""
USUAL_EN = """C 0: Hello, please send us another 40 boxes.
T 0.5: Hello, the boxes will go out tomorrow.
C 20 new: Hello, the goods have arrived in full.
T 20.5: Good to hear.
C 40 new: Hello, another 40 boxes please.
T 40.5: Hello, they will go out tomorrow.
C 60 new: Hello, everything has arrived.
T 60.5: Very good."""
USUAL = {"de": USUAL_DE, "en": USUAL_EN}

DANGER = {
    "de": (
        "C 70 new: Hiermit kündigen wir den Liefervertrag zum Jahresende.",
        "C 70 new: Wir sehen uns bei anderen Anbietern um. Auskünfte bitte nur noch schriftlich.",
        "C 70 new: Das ist nun die dritte falsche Lieferung. Ich bin sehr verärgert und schalte meinen Anwalt ein.",
        "C 70 new: Zu welchem Datum ist unser Vertrag kündbar?\nT 70.5: Zum 31. März.",
    ),
    "en": (
        "C 70 new: We hereby cancel our contract at the end of the year.",
        "C 70 new: We are talking to other suppliers. Please do not call us any more.",
        "C 70 new: This is the third wrong delivery. I am furious and my lawyer will be in touch.",
        "C 70 new: What is the notice period of our contract?\nT 70.5: Three months.",
    ),
}
SAFE = {
    "de": (
        ". 66",
        "C 70 new: Wir sind rundum zufrieden und haben Sie weiterempfohlen.",
        "C 70 new: Bitte stornieren Sie Position 3, wir brauchen nur 38 Kartons.\nT 70.5: Position 3 ist storniert.",
        "C 70 new: Wir sehen uns bei anderen Anbietern um.\nT 70.5: Danke, dass Sie das so offen sagen. Das hätte uns "
        "nicht passieren dürfen, und es tut uns leid.\nC 75: Wir bleiben gern bei Ihnen und verlängern den Vertrag um "
        "zwei Jahre. Wir verlassen uns auf Sie.",
    ),
    "en": (
        ". 66",
        "C 70 new: We are very happy with the service and recommended you to a friend.",
        "C 70 new: Please remove item 3, we only need 38 boxes.\nT 70.5: I have removed item 3.",
        "C 70 new: We are talking to other suppliers.\nT 70.5: Thank you for saying so openly. This should not have "
        "happened and we are sorry.\nC 75: We are happy to stay and want to renew the contract with you for two years. "
        "We rely on you.",
    ),
}
RIPE = {
    "de": (
        "C 70 new: Wir sind begeistert und bräuchten ein Angebot für eine zweite Anlage, das Budget ist freigegeben.",
        "C 70 new: Wir bauen eine zweite Halle. Was würde uns dieselbe Ausstattung dort kosten?",
        "C 70 new: Den Rahmenvertrag möchten wir gern verlängern. Bitte machen Sie uns ein Angebot für drei Jahre.",
        "C 70 new: Ich habe Sie weiterempfohlen. Und wir selbst möchten zwei weitere Maschinen bestellen. Was kosten die?",
    ),
    "en": (
        "C 70 new: We love it and would like a quote for a second line, the budget has been approved.",
        "C 70 new: We are opening a second site. How much would the same equipment be for us there?",
        "C 70 new: We would like to renew the contract. Please send us a quote for three years.",
        "C 70 new: I recommended you to two friends. And we want to order two more machines, how much are they?",
    ),
}
UNRIPE = {
    "de": (
        ". 66",
        "C 70 new: Herzlichen Dank, das war großartige Arbeit!",
        "C 70 new: Ein Angebot für die zweite Anlage brauchen wir nicht mehr, wir haben einen anderen Anbieter gefunden.",
        "C 70 new: Die Anlage steht seit gestern still, das ist sehr ärgerlich und Ihre Schuld. Was kostet eine weitere "
        "Maschine?",
    ),
    "en": (
        ". 66",
        "C 70 new: Thank you so much, that was great work!",
        "C 70 new: We no longer need the quote for the second line, we have found another supplier.",
        "C 70 new: The line has been down since yesterday because of your mistake, I am furious. How much would another "
        "machine be?",
    ),
}
FORGOTTEN = {
    "de": (
        ". 170",
        "C 80 new: Alles bestens bei uns, danke.\nT 80.5: Das freut uns.\n. 200",
        "C 90 new: Angekommen.\n. 260",
    ),
    "en": (
        ". 170",
        "C 80 new: All is well here, thanks.\nT 80.5: Good to hear.\n. 200",
        "C 90 new: It arrived.\n. 260",
    ),
}
REMEMBERED = {
    "de": (". 62", "C 70 new: Guten Tag, bitte 40 Kartons.\nT 70.5: Gern, sie gehen morgen raus.", "T 75 new: Wie läuft es bei Ihnen?"),
    "en": (". 62", "C 70 new: Hello, 40 boxes please.\nT 70.5: Sure, they go out tomorrow.", "T 75 new: How are things?"),
}  # fmt: skip


def cases(coach: Coach, *parts: str) -> dict[str, Case]:
    exchange = exchange_in(coach, *parts)
    return {each.kind: each for each in cases_of(exchange, graded(exchange, SIGNALS, Grading()))}


def told(stories: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, each) for language, some in stories.items() for each in some]


@pytest.mark.parametrize(("language", "then"), told(DANGER))
def test_in_danger(coach: Coach, language: str, then: str) -> None:
    found = cases(coach, USUAL[language], then)
    assert CaseKind.DANGER in found
    assert not {CaseKind.RIPE, CaseKind.FORGOTTEN} & set(found)
    reasons = found[CaseKind.DANGER].reasons
    assert reasons
    assert all(each.say["de"].endswith(".") and each.say["en"].endswith(".") for each in reasons)


@pytest.mark.parametrize(("language", "then"), told(SAFE))
def test_not_in_danger(coach: Coach, language: str, then: str) -> None:
    assert CaseKind.DANGER not in cases(coach, USUAL[language], then)


@pytest.mark.parametrize(("language", "then"), told(RIPE))
def test_ripe(coach: Coach, language: str, then: str) -> None:
    found = cases(coach, USUAL[language], then)
    assert CaseKind.RIPE in found
    assert CaseKind.DANGER not in found
    assert found[CaseKind.RIPE].reasons[0].causes


@pytest.mark.parametrize(("language", "then"), told(UNRIPE))
def test_not_ripe(coach: Coach, language: str, then: str) -> None:
    assert CaseKind.RIPE not in cases(coach, USUAL[language], then)


@pytest.mark.parametrize(("language", "then"), told(FORGOTTEN))
def test_forgotten(coach: Coach, language: str, then: str) -> None:
    found = cases(coach, USUAL[language], then)
    assert CaseKind.FORGOTTEN in found
    (reason,) = found[CaseKind.FORGOTTEN].reasons
    assert "Wochen" in reason.say["de"]
    assert "weeks" in reason.say["en"]


@pytest.mark.parametrize(("language", "then"), told(REMEMBERED))
def test_not_forgotten(coach: Coach, language: str, then: str) -> None:
    assert CaseKind.FORGOTTEN not in cases(coach, USUAL[language], then)


@pytest.mark.parametrize(
    ("said", "listed"),
    [("Hiermit kündige ich das Abo.", True), ("I want to cancel my subscription.", True), ("Guten Tag.", False)],
)
def test_plain_words_need_no_grade(coach: Coach, said: str, listed: bool) -> None:
    assert (CaseKind.DANGER in cases(coach, f"C 0: {said}")) is listed


def test_nobody_is_forgotten_whose_complaint_was_left_lying(coach: Coach) -> None:
    angry = "C 70 new: Die Ware ist wieder falsch, das ist wirklich ärgerlich. Bitte klären Sie das.\n. 200"
    assert CaseKind.FORGOTTEN not in cases(coach, USUAL_DE, angry)


def test_strength_stays_within_its_bounds(coach: Coach) -> None:
    angry = "\n".join(f"C {day} new: Ich kündige und schalte meinen Anwalt ein." for day in range(70, 80))
    assert 0.0 < cases(coach, USUAL_DE, angry)[CaseKind.DANGER].strength <= 100.0
