"""Long phrases and light verbs become short ones in the right form; legal terms, quotes and near misses stay."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Span
from coach.profile import Profile
from coach.rewriter import rewritten
from coach.rewrites.shorten import REWRITER


def after(coach: Coach, text: str, language: str, at: str = "") -> str:
    """The text with every change that the rewriter offers (for these words, where given)."""
    situation = coach.situation(text, Profile(), language=language)
    assert situation is not None
    place = Span(text.index(at), text.index(at) + len(at)) if at else None
    edits = tuple(edit for each in REWRITER.rewrite(situation, place) for edit in each.edits)
    return rewritten(text, edits)


GERMAN = (
    ("Aufgrund der Tatsache, dass es regnet, ruht der Bau.", "Weil es regnet, ruht der Bau."),
    ("Der Bau ruht, aufgrund der Tatsache, dass es regnet.", "Der Bau ruht, weil es regnet."),
    ("Wir danken für die Tatsache, dass Sie hier sind.", None),
    ("Trotz der Tatsache, dass es regnet, kommen wir.", "Obwohl es regnet, kommen wir."),
    ("Rufen Sie an, für den Fall, dass es regnet.", "Rufen Sie an, falls es regnet."),
    ("Für den Fall der Fälle haben wir Schirme.", None),
    ("Zum jetzigen Zeitpunkt ruht der Bau.", "Derzeit ruht der Bau."),
    ("Wir melden uns zu einem späteren Zeitpunkt.", "Wir melden uns später."),
    ("Zum Zeitpunkt der Lieferung war niemand da.", None),
    ("Aus diesem Grunde ruht der Bau.", "Deshalb ruht der Bau."),
    ("In den meisten Fällen reicht ein Anstrich.", "Meistens reicht ein Anstrich."),
    ("Des Weiteren fehlt die Tür.", "Außerdem fehlt die Tür."),
    ("Darüber hinaus fehlt die Tür.", "Außerdem fehlt die Tür."),
    ("Das geht darüber hinaus.", None),
    ("Schicken Sie uns das in schriftlicher Form.", "Schicken Sie uns das schriftlich."),
    ("Der Vertrag ist null und nichtig.", None),
    ("Im Vorfeld der Messe ruht der Bau.", None),
    ("Wir klären das im Vorfeld.", "Wir klären das vorher."),
    ("Wir bringen das Mittel zum Einsatz.", "Wir setzen das Mittel ein."),
    ("Er bringt das Mittel zum Einsatz.", "Er setzt das Mittel ein."),
    ("Er brachte das Mittel zum Einsatz.", "Er setzte das Mittel ein."),
    ("Wir haben das Mittel zur Anwendung gebracht.", "Wir haben das Mittel angewandt."),
    ("Wir planen, das Mittel zur Anwendung zu bringen.", "Wir planen, das Mittel anzuwenden."),
    ("Wir wissen, dass er das Mittel zum Einsatz bringt.", "Wir wissen, dass er das Mittel einsetzt."),
    ("Wir stellen Ihnen einen Wagen zur Verfügung.", "Wir stellen Ihnen einen Wagen bereit."),
    ("Ich stehe Ihnen gern zur Verfügung.", None),
    ("Wir treffen morgen eine Entscheidung.", "Wir entscheiden morgen."),
    ("Wir treffen uns morgen zur Entscheidung.", None),
    ("Der Meister wird morgen eine Entscheidung treffen.", "Der Meister wird morgen entscheiden."),
    ("Ich halte Rücksprache mit dem Meister.", "Ich spreche mit dem Meister."),
    ("Wir setzen uns mit Ihnen in Verbindung.", "Wir melden uns bei Ihnen."),
    ("Setzen Sie sich bitte mit uns in Verbindung.", "Melden Sie sich bitte bei uns."),
    ("Setz dich bitte mit uns in Verbindung.", "Melde dich bitte bei uns."),
    ("Bitte zögern Sie nicht, sich mit uns in Verbindung zu setzen.", "Bitte zögern Sie nicht, sich bei uns zu melden."),
    ("Die Reparatur nimmt viel Zeit in Anspruch.", None),
    ("Sie können den Dienst in Anspruch nehmen.", "Sie können den Dienst nutzen."),
    ("Wir sind in der Lage, den Ofen abzuholen.", "Wir können den Ofen abholen."),
    ("Ich bin leider derzeit in der Lage, nur zwei zu liefern.", "Ich kann leider derzeit nur zwei liefern."),
    ("Wir sind nicht in der Lage, den Ofen zu liefern.", None),
    ("Es ist uns möglich, den Ofen am Montag zu liefern.", "Wir können den Ofen am Montag liefern."),
    ("Es ist uns leider nicht möglich, den Ofen zu liefern.", None),
    ("Weil wir in der Lage sind, den Ofen zu liefern, kommen wir.", None),
    ("Wir sind in der Lage am Hang gut geschützt.", None),
    ("Er schrieb: „Wir treffen morgen eine Entscheidung.“", None),
)  # fmt: skip

ENGLISH = (
    ("In order to start, press the knob.", "To start, press the knob."),
    ("We moved it in order to save room.", "We moved it to save room."),
    ("We moved it in order not to block you.", None),
    ("The papers are in order.", None),
    ("Due to the fact that it rained, we stopped.", "Because it rained, we stopped."),
    ("It is due to the rain.", None),
    ("In the event that it rains, call us.", "If it rains, call us."),
    ("In the event of rain, call us.", None),
    ("Despite the fact that it rained, we came.", "Although it rained, we came."),
    ("At this point in time the oven is here.", "Now the oven is here."),
    ("We will decide at a later date.", "We will decide later."),
    ("It comes at a later date than planned.", None),
    ("We check it on a regular basis.", "We check it regularly."),
    ("On a regular basis we check it.", None),
    ("Please answer in a timely manner.", "Please answer promptly."),
    ("With regard to the oven, we have news.", "Regarding the oven, we have news."),
    ("We have news with regard to the oven.", "We have news about the oven."),
    ("A large number of parcels came.", "Many parcels came."),
    ("The large number of parcels surprised us.", None),
    ("The majority of our customers agree.", "Most of our customers agree."),
    ("Check whether or not it fits.", "Check whether it fits."),
    ("We will come whether or not it rains.", None),
    ("We came to the conclusion that it fits.", "We concluded that it fits."),
    ("We made a decision about the colour.", "We decided about the colour."),
    ("She makes a decision on Monday.", "She decides on Monday."),
    ("We are making a decision today.", "We are deciding today."),
    ("A decision has been made.", None),
    ("We made the decision to stop.", None),
    ("He makes use of the crane.", "He uses the crane."),
    ("They made use of the crane.", "They used the crane."),
    ("Use is made of the crane.", None),
    ("We conducted an investigation into the leak.", "We investigated the leak."),
    ("We will carry out an inspection of the roof.", "We will inspect the roof."),
    ("Please do not hesitate to call me.", "Please call me."),
    ("Please don't hesitate to call me.", "Please call me."),
    ("We do not hesitate to act.", None),
    ("We are in the process of moving.", "We are moving."),
    ("The oven has the ability to cool itself.", "The oven can cool itself."),
    ("The oven will have the ability to cool itself.", None),
    ("I am writing to inform you that the oven is here.", "The oven is here."),
    ("Please be advised that we close on Monday.", "We close on Monday."),
    ("Please note that we close on Monday.", None),
    ("It should be noted that the oven is hot.", "The oven is hot."),
    ("I would like to take this opportunity to thank you.", "I would like to thank you."),
    ("Each and every parcel is checked.", "Every parcel is checked."),
    ("Each and every one is checked.", None),
    ("It is in excess of 20 kilos.", "It is more than 20 kilos."),
    ("She wrote “in order to start” on it.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_german(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "de") == (becomes or text)


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_english(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "en") == (becomes or text)


def test_only_what_mends_the_words_pointed_at(coach: Coach) -> None:
    text = "In order to start, press it. He makes use of the crane."
    assert after(coach, text, "en", "makes use of") == "In order to start, press it. He uses the crane."
