"""Which parts of an apology a text has, and when one is due."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.care import (
    apology_due,
    apology_parts,
    empathy_in,
    is_conditional,
    is_upset,
    lacking_parts,
    opens_with_empathy,
)
from coach.care_words import ApologyPart
from coach.relationship.needs import needs_of

REGRET, EXPLANATION, RESPONSIBILITY, REPENTANCE, REPAIR = (
    ApologyPart.REGRET,
    ApologyPart.EXPLANATION,
    ApologyPart.RESPONSIBILITY,
    ApologyPart.REPENTANCE,
    ApologyPart.REPAIR,
)

PARTS = [
    ("de", "Das tut mir sehr leid.", {REGRET}),
    ("de", "Es tut uns aufrichtig leid, dass Sie warten mussten.", {REGRET}),
    ("de", "Bitte entschuldigen Sie die Verspätung.", {REGRET}),
    ("de", "Ich möchte Sie um Verzeihung bitten.", {REGRET}),
    ("de", "Wir bedauern den Vorfall.", {REGRET}),
    ("de", "Sorry für die späte Antwort.", {REGRET}),
    ("de", "Der Grund dafür war eine Umstellung im Lager.", {EXPLANATION}),
    ("de", "Das lag an einem Fehler im System.", {EXPLANATION}),
    ("de", "Wegen einer Störung kam die Mail nicht an.", {EXPLANATION}),
    ("de", "Das war unser Fehler.", {RESPONSIBILITY}),
    ("de", "Das hätte nicht passieren dürfen.", {RESPONSIBILITY}),
    ("de", "Ich habe Ihre Mail leider übersehen.", {RESPONSIBILITY}),
    ("de", "Die Verantwortung dafür liegt bei uns.", {RESPONSIBILITY}),
    ("de", "Wir hätten Sie früher anrufen müssen.", {RESPONSIBILITY}),
    ("de", "Das wird nicht wieder vorkommen.", {REPENTANCE}),
    ("de", "In Zukunft prüfen wir jede Sendung besser.", {REPENTANCE}),
    ("de", "Wir haben unsere Abläufe angepasst.", {REPENTANCE}),
    ("de", "Den Betrag erstatten wir Ihnen.", {REPAIR}),
    ("de", "Sie bekommen kostenlos Ersatz.", {REPAIR}),
    ("de", "Die korrigierte Rechnung liegt bei.", {REPAIR}),
    ("de", "Sie müssen sich nicht entschuldigen.", set()),
    ("de", "Die Ware kommt am Montag.", set()),
    ("de", "Er schrieb: „Es tut mir leid.“", set()),
    ("de", "Tut mir leid, aber das geht nicht.", set()),
    ("en", "I am very sorry about this.", {REGRET}),
    ("en", "We apologise for the delay.", {REGRET}),
    ("en", "Please accept our apologies.", {REGRET}),
    ("en", "Sorry for the late reply.", {REGRET}),
    ("en", "The reason was a new system in our shop.", {EXPLANATION}),
    ("en", "It was caused by a power cut.", {EXPLANATION}),
    ("en", "This happened because we moved to a new depot.", {EXPLANATION}),
    ("en", "This was our mistake.", {RESPONSIBILITY}),
    ("en", "This should never have happened.", {RESPONSIBILITY}),
    ("en", "I forgot to reply.", {RESPONSIBILITY}),
    ("en", "We take full responsibility.", {RESPONSIBILITY}),
    ("en", "We should have told you earlier.", {RESPONSIBILITY}),
    ("en", "It will not happen again.", {REPENTANCE}),
    ("en", "In future we will check every parcel.", {REPENTANCE}),
    ("en", "We will refund the postage.", {REPAIR}),
    ("en", "A replacement is on its way.", {REPAIR}),
    ("en", "No need to apologise.", set()),
    ("en", "Sorry to bother you.", set()),
    ("en", "The parcel comes on Monday.", set()),
    ("en", "The sign says \"We apologise for the delay\".", set()),
]  # fmt: skip

DUE = [
    ("de", "Guten Tag,\n\nmeine Lieferung ist noch immer nicht angekommen.\n\nKarl Weber"),
    ("de", "Guten Tag,\n\nich warte seit drei Wochen auf eine Antwort.\n\nKarl Weber"),
    ("de", "Guten Tag,\n\nich bin von Ihrem Service wirklich enttäuscht.\n\nKarl Weber"),
    ("de", "Guten Tag,\n\ndie Rechnung ist falsch.\n\nKarl Weber"),
    ("de", "Guten Tag,\n\nich erwarte eine Entschuldigung.\n\nKarl Weber"),
    ("en", "Hello,\n\nmy order still has not arrived.\n\nJo Reed"),
    ("en", "Hello,\n\nI have been waiting for three weeks for an answer.\n\nJo Reed"),
    ("en", "Hello,\n\nI am very disappointed with your service.\n\nJo Reed"),
    ("en", "Hello,\n\nI expect an apology.\n\nJo Reed"),
]
NOT_DUE = [
    ("de", "Guten Tag,\n\nkönnen Sie mir ein Angebot schicken?\n\nKarl Weber"),
    ("de", "Guten Tag,\n\nwie setze ich das Gerät zurück? Das Display bleibt dunkel.\n\nKarl Weber"),
    ("de", "Guten Tag,\n\ndie Lieferung ist angekommen, vielen Dank.\n\nKarl Weber"),
    ("de", "Guten Tag,\n\nich bin nicht enttäuscht, im Gegenteil.\n\nKarl Weber"),
    ("en", "Hello,\n\ncould you send me a quote?\n\nJo Reed"),
    ("en", "Hello,\n\nthe build fails with error 2 in foo_bar.cc.\n\nJo Reed"),
    ("en", "Hello,\n\nthe chairs have arrived, many thanks.\n\nJo Reed"),
]


@pytest.mark.parametrize(("language", "text", "parts"), PARTS)
def test_the_parts_of_an_apology_are_told(coach: Coach, language: str, text: str, parts: set[ApologyPart]) -> None:
    document = coach.document(text, language)
    found = apology_parts(document)
    assert {each.part for each in found} == parts
    assert set(lacking_parts(document)) == set(ApologyPart) - parts
    assert all(each.span.of(text).strip() for each in found)


@pytest.mark.parametrize(("language", "mail"), DUE)
def test_an_apology_is_due(coach: Coach, language: str, mail: str) -> None:
    document = coach.document(mail, language)
    assert apology_due(document, needs_of(document))


@pytest.mark.parametrize(("language", "mail"), NOT_DUE)
def test_no_apology_is_due(coach: Coach, language: str, mail: str) -> None:
    document = coach.document(mail, language)
    assert not apology_due(document, needs_of(document))


def test_no_apology_is_due_without_a_mail_to_answer() -> None:
    assert not apology_due(None, ())


EMPATHY = [
    ("de", "Ich verstehe Ihren Ärger.", True),
    ("de", "Das kann ich gut nachvollziehen.", True),
    ("de", "Das ist wirklich ärgerlich.", True),
    ("de", "Sie haben völlig recht.", True),
    ("de", "Es tut mir leid.", True),
    ("de", "Wir nehmen Ihren Hinweis sehr ernst.", True),
    ("de", "Ihre Beschwerde kann ich nicht nachvollziehen.", False),
    ("de", "Die Rechnung liegt bei.", False),
    ("en", "I understand how frustrating this is.", True),
    ("en", "You are absolutely right.", True),
    ("en", "I am sorry.", True),
    ("en", "That must have been annoying.", True),
    ("en", "I cannot understand your complaint.", False),
    ("en", "The invoice is attached.", False),
]


@pytest.mark.parametrize(("language", "text", "shown"), EMPATHY)
def test_empathy_is_told_from_its_absence(coach: Coach, language: str, text: str, shown: bool) -> None:
    found = empathy_in(coach.document(text, language))
    assert bool(found) is shown
    assert all(each.of(text).strip() for each in found)


def test_empathy_at_the_end_does_not_open_a_mail(coach: Coach) -> None:
    first = "Guten Tag,\n\ndie Ware ist da. Sie liegt bereit. Der Preis bleibt. Die Rechnung folgt."
    assert not opens_with_empathy(coach.document(f"{first}\n\nDie Panne tut mir leid.", "de"))
    assert opens_with_empathy(coach.document(f"{first.replace('die Ware', 'es tut mir leid, die Ware')}", "de"))


@pytest.mark.parametrize(
    ("language", "text", "conditional"),
    [
        ("de", "Es tut uns leid, falls Sie auf die Teile gewartet haben.", True),
        ("de", "Falls der Tisch beschädigt war, tut es uns leid.", True),
        ("de", "Sollten Ihnen Kosten entstanden sein, bedauern wir das sehr.", True),
        ("de", "Es tut uns leid; wenn Sie möchten, schicken wir Ersatz.", False),
        ("de", "Wir entschuldigen uns für die Verspätung, und wenn Sie Fragen haben, rufen Sie an.", False),
        ("de", "Er schrieb: „Es tut uns leid, falls Sie warten mussten.“", False),
        ("en", "We are sorry if you had to wait.", True),
        ("en", "If the table was damaged, we apologise.", True),
        ("en", "Sorry, should this have caused you any trouble.", True),
        ("en", "We apologise for the delay; if you have questions, call us.", False),
        ("en", "I am sorry about the mix-up and will call you if the parts are late.", False),
    ],
)
def test_sorry_under_a_condition_is_told_from_sorry_beside_one(
    coach: Coach, language: str, text: str, conditional: bool
) -> None:
    assert is_conditional(coach.document(text, language)) is conditional


@pytest.mark.parametrize(
    ("language", "text", "upset"),
    [
        ("de", "Ich bin sehr verärgert, die Bestellung 48213 ist noch immer nicht da!", True),
        ("en", "I am really angry that order 48213 has still not arrived.", True),
        ("en", "failure #1 of the angry-birds service", False),
    ],
)
def test_anger_counts_beside_an_order_number_and_not_in_a_log(
    coach: Coach, language: str, text: str, upset: bool
) -> None:
    assert is_upset(coach.document(text, language)) is upset
