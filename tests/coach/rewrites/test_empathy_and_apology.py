"""Openings for a complaint, and the parts of an apology, in whole mails: each matter, form of address and place."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Context, Span
from coach.rewriter import Rewriter, rewritten
from coach.rewrites.apology import REWRITER as APOLOGY
from coach.rewrites.empathy_opener import REWRITER as EMPATHY

MATTERS = [
    ("de", "ich warte seit drei Wochen auf eine Antwort.", "dass Sie so lange auf eine Antwort warten mussten"),
    ("de", "niemand hat auf meine Mail reagiert.", "dass Sie so lange auf eine Antwort warten mussten"),
    ("de", "das Paket ist noch immer nicht angekommen.", "dass sich Ihre Lieferung verzögert hat"),
    ("de", "meine Bestellung ist seit zwei Wochen überfällig.", "dass sich Ihre Lieferung verzögert hat"),
    ("de", "der Schrank ist beschädigt angekommen.", "dass Ihre Lieferung nicht heil angekommen ist"),
    ("de", "Sie haben die falsche Farbe geliefert.", "dass mit Ihrer Lieferung etwas nicht gestimmt hat"),
    ("de", "die Rechnung ist falsch.", "dass Sie mit der Rechnung Ärger hatten"),
    ("de", "trotz Zahlung habe ich eine Mahnung bekommen.", "dass Sie wegen der Mahnung Ärger hatten"),
    ("de", "der Techniker ist gestern nicht erschienen.", "dass der Termin nicht wie vereinbart geklappt hat"),
    ("de", "unsere Heizung funktioniert nicht.", "dass Sie mit der Heizung Schwierigkeiten hatten"),
    ("de", "der Laserdrucker druckt seit heute nicht mehr.", "dass Sie mit dem Laserdrucker Schwierigkeiten hatten"),
    ("de", "die Spülmaschine ist defekt.", "dass Sie mit der Spülmaschine Schwierigkeiten hatten"),
    ("en", "nobody has replied to my letter.", "that you have had to wait so long for an answer"),
    ("en", "my parcel has not arrived.", "that your delivery has been delayed"),
    ("en", "the wardrobe arrived damaged.", "that your delivery did not reach you in one piece"),
    ("en", "I received the wrong item.", "that something was wrong with your delivery"),
    ("en", "I have been charged twice.", "that you have had trouble with the invoice"),
    ("en", "the technician never showed up.", "that the appointment did not work out as agreed"),
    ("en", "the boiler has stopped working.", "that you have had trouble with the boiler"),
    ("en", "our printer keeps jamming.", "that you have had trouble with the printer"),
]
UNTOUCHED = [
    ("de", "können Sie mir den Katalog schicken?"),
    ("de", "vielen Dank, die Lieferung ist da."),
    ("de", "ich habe eine Frage zur Rechnung."),
    ("de", "die Datei foo_bar.cc lässt sich mit Fehler [12] nicht öffnen."),
    ("en", "could you send me the catalogue?"),
    ("en", "thank you, the parcel has arrived."),
    ("en", "I have a question about the invoice."),
    ("en", "make[2]: *** error in foo_bar.cc, the build does not work."),
]
FORMS = [
    ("Liebe Mia,\n\nich schicke dir heute Ersatz.\n\nLG Tom", "tut mir leid, dass sich deine Lieferung verzögert hat."),
    ("Liebe Mia,\n\nich schicke Dir heute Ersatz.\n\nLG Tom", "tut mir leid, dass sich Deine Lieferung verzögert hat."),
    ("Hallo zusammen,\n\nich schicke euch heute Ersatz.\n\nLG Tom", "tut mir leid, dass sich eure Lieferung verzögert hat."),
    ("Guten Tag Frau Lang,\n\nwir schicken Ihnen Ersatz.\n\nGruß\nTom Moor", "es tut uns leid, dass sich Ihre Lieferung verzögert hat."),
    ("Guten Tag Frau Lang\n\nIch schicke Ihnen Ersatz.\n\nGruss\nTom Moor", "Es tut mir leid, dass sich Ihre Lieferung verzögert hat."),
]  # fmt: skip


def changed(coach: Coach, rewriter: Rewriter, draft: str, asked: str, language: str) -> list[str]:
    situation = coach.situation(draft, None, Context(asked), language=language)
    assert situation is not None
    return [rewritten(draft, found.edits) for found in rewriter.rewrite(situation, None)]


def answer_to(language: str) -> str:
    if language == "de":
        return "Guten Tag Frau Lang,\n\nich kläre das heute und rufe Sie danach an.\n\nFreundliche Grüße\nTom Moor"
    return "Dear Ms Lang,\n\nI will check this today and call you afterwards.\n\nKind regards\nTom Moor"


@pytest.mark.parametrize(("language", "complaint", "named"), MATTERS)
def test_the_matter_is_named_in_the_first_sentence(coach: Coach, language: str, complaint: str, named: str) -> None:
    asked = f"Guten Tag,\n\n{complaint}\n\nEva Lang" if language == "de" else f"Hello,\n\n{complaint}\n\nEva Lang"
    openings = changed(coach, EMPATHY, answer_to(language), asked, language)
    assert openings
    assert f"{named}." in openings[0].partition("\n\n")[2].partition("\n\n")[0]


@pytest.mark.parametrize(("language", "mail"), UNTOUCHED)
def test_without_a_complaint_there_is_no_word_of_regret(coach: Coach, language: str, mail: str) -> None:
    asked = f"Guten Tag,\n\n{mail}\n\nEva Lang" if language == "de" else f"Hello,\n\n{mail}\n\nEva Lang"
    assert changed(coach, EMPATHY, answer_to(language), asked, language) == []
    assert changed(coach, APOLOGY, answer_to(language), asked, language) == []


@pytest.mark.parametrize(("draft", "first"), FORMS)
def test_the_first_sentence_keeps_the_form_of_address(coach: Coach, draft: str, first: str) -> None:
    asked = "Hallo,\n\nmein Paket ist noch immer nicht angekommen.\n\nMia Lang"
    assert first in changed(coach, EMPATHY, draft, asked, "de")[0]


def test_an_angry_customer_is_understood_first(coach: Coach) -> None:
    asked = "Guten Tag,\n\nmein Paket ist noch immer nicht angekommen. Ich bin stinksauer!\n\nEva Lang"
    first, second = changed(coach, EMPATHY, answer_to("de"), asked, "de")
    assert "ich kann gut verstehen, wie ärgerlich die Verzögerung bei Ihrer Lieferung ist." in first
    assert "es tut mir leid" in second


def test_no_second_regret_is_offered(coach: Coach) -> None:
    asked = "Guten Tag,\n\nmein Paket ist noch immer nicht angekommen.\n\nEva Lang"
    draft = (
        "Guten Tag Frau Lang,\n\ndas Paket ist unterwegs. Es kommt am Montag. Die Nummer steht unten. Der Bote klingelt."
        "\n\nDie Panne tut mir leid.\n\nFreundliche Grüße\nTom Moor"
    )
    found = changed(coach, EMPATHY, draft, asked, "de")
    assert found
    assert all("es tut mir leid, dass" not in each for each in found)


def test_each_missing_part_is_offered_once_and_what_only_the_writer_knows_is_a_gap(coach: Coach) -> None:
    asked = "Guten Tag,\n\nmein Paket ist noch immer nicht angekommen.\n\nEva Lang"
    situation = coach.situation(answer_to("de"), None, Context(asked), language="de")
    assert situation is not None
    offered = list(APOLOGY.rewrite(situation, None))
    assert [each.asks for each in offered] == [False]
    regretting = rewritten(answer_to("de"), offered[0].edits)
    situation = coach.situation(regretting, None, Context(asked), language="de")
    assert situation is not None
    offered = list(APOLOGY.rewrite(situation, None))
    assert [each.asks for each in offered] == [False, True, True, False]
    for each in offered:
        text = rewritten(regretting, each.edits)
        assert each.asks == ("[" in text)
        assert "  " not in text
        assert " ," not in text


def test_a_part_offered_and_taken_is_not_offered_again(coach: Coach) -> None:
    asked = "Guten Tag,\n\nmein Paket ist noch immer nicht angekommen.\n\nEva Lang"
    draft = answer_to("de")
    for step in range(5):
        offered = changed(coach, APOLOGY, draft, asked, "de")
        assert len(offered) == (5 - step if step else 1)
        draft = offered[0]
    assert changed(coach, APOLOGY, draft, asked, "de") == []


def test_a_part_taken_in_english_is_not_offered_again(coach: Coach) -> None:
    asked = "Hello,\n\nmy parcel has not arrived.\n\nEva Lang"
    draft = answer_to("en")
    for step in range(5):
        offered = changed(coach, APOLOGY, draft, asked, "en")
        assert len(offered) == (5 - step if step else 1)
        draft = offered[0]
    assert changed(coach, APOLOGY, draft, asked, "en") == []


def test_a_rule_that_points_elsewhere_gets_no_part(coach: Coach) -> None:
    asked = "Guten Tag,\n\nmein Paket ist noch immer nicht angekommen.\n\nEva Lang"
    draft = (
        "Guten Tag Frau Lang,\n\ndie Panne tut mir leid. Das Paket ist da. Der Bote klingelt am Montag bei Ihnen. "
        "Die Nummer steht unten.\n\nFreundliche Grüße\nTom Moor"
    )
    situation = coach.situation(draft, None, Context(asked), language="de")
    assert situation is not None
    start = draft.index("Der Bote")
    assert not list(APOLOGY.rewrite(situation, Span(start + 4, start + 8)))
    assert list(APOLOGY.rewrite(situation, Span(draft.index("tut"), draft.index("leid"))))
