"""Claims that nobody can stand by are toned down in the right inflection; facts, orders and thanks stay."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Span
from coach.profile import Profile
from coach.rewriter import rewritten
from coach.rewrites.superlative import REWRITER


def after(coach: Coach, text: str, language: str, at: str = "") -> str:
    """The text with every change that the rewriter offers (for these words, where given)."""
    situation = coach.situation(text, Profile(), language=language)
    assert situation is not None
    place = Span(text.index(at), text.index(at) + len(at)) if at else None
    edits = tuple(edit for each in REWRITER.rewrite(situation, place) for edit in each.edits)
    return rewritten(text, edits)


GERMAN = (
    ("Das Paket kommt garantiert am Montag an.", "Das Paket kommt voraussichtlich am Montag an."),
    ("Die Naht hält garantiert bei jedem Wetter.", "Die Naht hält bei jedem Wetter."),
    ("Der Hersteller garantiert zehn Jahre.", None),
    ("Das garantiert dir, dass die Naht hält.", None),
    ("Die Folie garantiert einen guten Halt.", None),
    ("Es gibt eine garantierte Laufzeit von zwei Jahren.", None),
    ("Das ist garantiert nicht unsere Schuld.", None),
    ("Wir garantieren Ihnen, dass die Ware am Montag kommt.", "Wir versichern Ihnen, dass die Ware am Montag kommt."),
    ("Ich garantiere dir, dass die Farbe hält.", "Ich versichere dir, dass die Farbe hält."),
    ("Wir garantieren die Lieferung bis Mai.", None),
    ("Wir können Ihnen garantieren, dass der Lack hält.", "Wir können Ihnen versichern, dass der Lack hält."),
    ("Wir können nicht garantieren, dass der Lack hält.", None),
    ("Das ist definitiv ein Fehler der Maschine.", "Das ist ein Fehler der Maschine."),
    ("Der Termin ist noch nicht definitiv.", None),
    ("Kommt der Monteur definitiv am Montag?", None),
    ("Ich bin mir zu 100 % sicher.", "Ich bin mir sicher."),
    ("Wir sind hundertprozentig überzeugt von dem Stoff.", "Wir sind überzeugt von dem Stoff."),
    ("Das ist ein absolut sicheres Verfahren.", "Das ist ein sehr sicheres Verfahren."),
    ("Der Stoff besteht zu 100 % aus Wolle.", None),
    ("Wir erstatten 100 % der Kosten.", None),
    ("Wir bieten Ihnen den besten Service.", None),
    ("Wir bieten die beste Beratung.", "Wir bieten eine sehr gute Beratung."),
    ("Unser Ofen ist das sicherste Gerät auf dem Markt.", "Unser Ofen ist ein sehr sicheres Gerät."),
    ("Das ist der beste Ofen der Welt.", "Das ist ein sehr guter Ofen."),
    ("Das ist die beste Lösung für Sie.", None),
    ("Wir haben die besten Preise.", "Wir haben sehr gute Preise."),
    ("Der beste Weg ist ein Anruf am Morgen.", None),
    ("Das ist nicht die beste Küche der Welt.", None),
    ("Ist das die beste Küche der Welt?", None),
    ("Mit den besten Wünschen für das neue Jahr.", None),
    ("Am besten passt der blaue Stoff.", None),
    ("Unschlagbare Preise gibt es nur im Mai.", "Sehr gute Preise gibt es nur im Mai."),
    ("Das ist ein einzigartiges Angebot.", "Das ist ein besonderes Angebot."),
    ("Der Ofen ist unschlagbar günstig.", "Der Ofen ist sehr günstig."),
    ("Der Test ist völlig risikofrei.", "Der Test ist risikoarm."),
    ("Es ist ein absolut risikofreier Kauf für Sie und Ihr Haus, ein absolut risikofreier Kauf.", "Es ist ein risikoarmer Kauf für Sie und Ihr Haus, ein risikoarmer Kauf."),
    ("Wir liefern immer pünktlich.", "Wir liefern fast immer pünktlich."),
    ("Wir sind immer für Sie da.", None),
    ("Wir arbeiten immer noch an dem Ofen.", None),
    ("Bitte geben Sie immer die Nummer an.", None),
    ("Unsere Pumpen fallen nie im Winter aus.", "Unsere Pumpen fallen so gut wie nie im Winter aus."),
    ("Wir haben die Ware nie erhalten.", None),
    ("So etwas wird nie wieder passieren.", "Wir tun alles dafür, dass so etwas nicht wieder passiert."),
    ("Das wird Ihnen nie wieder passieren.", "Wir tun alles dafür, dass das nicht wieder passiert."),
    ("Alle unsere Kunden sind zufrieden.", "Fast alle unsere Kunden sind zufrieden."),
    ("Jeder Kunde ist begeistert.", "Fast jeder Kunde ist begeistert."),
    ("Alle unsere Kunden sind informiert.", None),
    ("Im Prospekt steht „der beste Ofen der Welt“ in Rot.", None),
)  # fmt: skip

ENGLISH = (
    ("The parcel is guaranteed to arrive on Monday.", "The parcel should arrive on Monday."),
    ("The guaranteed term is two years.", None),
    ("We guarantee that the paint will last.", "We are confident that the paint will last."),
    ("I guarantee you this will work.", "I am confident that this will work."),
    ("We cannot guarantee that it will last.", None),
    ("We guarantee a refund within 30 days.", None),
    ("We will definitely call you on Monday.", "We will call you on Monday."),
    ("It will definitely arrive on Monday.", "It should arrive on Monday."),
    ("Will it definitely arrive on Monday?", None),
    ("It will definitely not arrive on Monday.", None),
    ("I am absolutely certain that it fits.", "I am certain that it fits."),
    ("It is 100% safe.", "It is safe."),
    ("It is 100% wool.", None),
    ("We refund 100% of the costs.", None),
    ("I am not absolutely sure about it.", None),
    ("It is an absolutely safe product.", None),
    ("It is a foolproof method.", "It is a very reliable method."),
    ("The trial is completely risk-free.", "The trial is low-risk."),
    ("There is no risk at all.", "There is little risk."),
    ("It is the best oven in the world.", "It is a very good oven."),
    ("We have the best prices on the market.", "We have very good prices."),
    ("We offer the best customer support.", "We offer very good customer support."),
    ("Our oven is the safest model on the market.", "Our oven is a very safe model."),
    ("We offer the most reliable service in town.", "We offer very reliable service."),
    ("The best way is to call.", None),
    ("What is the best oven on the market?", None),
    ("It is not the best oven in the world.", None),
    ("You are the best!", None),
    ("All the best for the new year.", None),
    ("We did the best we could.", None),
    ("Our oven is the best on the market.", "Our oven is very good."),
    ("It is an unbeatable price.", "It is a very good price."),
    ("We offer unbeatable prices.", "We offer very good prices."),
    ("Our support is second to none.", "Our support is excellent."),
    ("The parcel will come on Monday without fail.", "The parcel will come on Monday."),
    ("We always deliver on time.", "We almost always deliver on time."),
    ("We are always happy to help.", None),
    ("Please always lock the door.", None),
    ("Our oven never fails.", "Our oven rarely fails."),
    ("The oven never arrived.", None),
    ("We never miss a deadline.", "We rarely miss a deadline."),
    ("It will never happen again.", "We will do everything we can to keep this from happening again."),
    ("All our customers love it.", "Most of our customers love it."),
    ("All our customers were told.", None),
    ("Every customer is happy.", "Almost every customer is happy."),
    ("The flyer says “the best oven in the world” in red.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_german(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "de") == (becomes or text)


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_english(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "en") == (becomes or text)


def test_only_what_mends_the_words_pointed_at(coach: Coach) -> None:
    text = "Our oven never fails. We always deliver on time."
    assert after(coach, text, "en", "always") == "Our oven never fails. We almost always deliver on time."
