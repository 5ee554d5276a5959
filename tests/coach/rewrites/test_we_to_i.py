"""One person's "we": what becomes "I", and where "we" is the firm or both sides."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.rewriter import rewritten
from coach.rewrites.we_to_i import REWRITER

GERMAN = [
    ("Wir kümmern uns darum.", "Ich kümmere mich darum."),
    ("Wir melden uns morgen bei Ihnen.", "Ich melde mich morgen bei Ihnen."),
    ("Morgen melden wir uns bei Ihnen.", "Morgen melde ich mich bei Ihnen."),
    ("Wir werden uns darum kümmern.", "Ich werde mich darum kümmern."),
    ("Wir prüfen das und melden uns am Montag.", "Ich prüfe das und melde mich am Montag."),
    ("Wir sehen uns das an.", "Ich sehe mir das an."),
    ("Wir schauen uns den Vertrag an.", "Ich schaue mir den Vertrag an."),
    ("Wir entschuldigen uns für die Verspätung.", "Ich entschuldige mich für die Verspätung."),
    ("Für die Verspätung möchten wir uns entschuldigen.", "Für die Verspätung möchte ich mich entschuldigen."),
    ("Es tut uns leid, dass die Vase zerbrochen ist.", "Es tut mir leid, dass die Vase zerbrochen ist."),
    ("Die Panne tut uns sehr leid.", "Die Panne tut mir sehr leid."),
    ("Wir bitten Sie um Entschuldigung.", "Ich bitte Sie um Entschuldigung."),
    ("Wir bedauern den Vorfall.", "Ich bedauere den Vorfall."),
    ("Wir rufen Sie heute zurück.", "Ich rufe Sie heute zurück."),
    ("Wir geben Ihnen bis Freitag Bescheid.", "Ich gebe Ihnen bis Freitag Bescheid."),
    ("Wir halten Sie auf dem Laufenden.", "Ich halte Sie auf dem Laufenden."),
    ("Wir schicken dir die Liste heute noch.", "Ich schicke dir die Liste heute noch."),
    ("Anbei senden wir Ihnen das Angebot.", "Anbei sende ich Ihnen das Angebot."),
    ("Wir klären das mit unserer Werkstatt.", "Ich kläre das mit unserer Werkstatt."),
    ("Unser Versehen bedauern wir.", "Mein Versehen bedauere ich."),
]
GERMAN_FINE = [
    "Wir liefern auch nach Polen.",
    "Wir sehen uns am Montag.",
    "Gemeinsam klären wir das.",
    "Wir haben montags geöffnet.",
    "Meine Kollegin und ich kümmern uns darum, wir melden uns.",
    "Wir als Hersteller prüfen jede Pumpe.",
    "Das können wir am Telefon klären.",
    "Melden wir uns zu spät, verfällt der Platz.",
    "Wir freuen uns auf die Zusammenarbeit.",
    "Wir produzieren in Ulm und schicken die Ware weltweit.",
    "Wann melden wir uns?",
    "Wie wir besprochen haben, kommt der Techniker morgen.",
    "Der Chef sagte „Wir kümmern uns darum“.",
    "Bei uns melden sich viele Kunden.",
    "Wir prüfen grundsätzlich jede Sendung.",
    "Das wurde von uns geprüft, wir melden uns.",
    "Wir alle melden uns bei Ihnen.",
    "Wenn wir beide das prüfen, klappt es.",
    "Wir haben Ihre Mail erhalten.",
    "Wir bitten Sie um die Unterlagen.",
]
ENGLISH = [
    ("We will look into it.", "I will look into it."),
    ("We'll check that today.", "I'll check that today."),
    ("We are sorry about the delay.", "I am sorry about the delay."),
    ("We're very sorry.", "I'm very sorry."),
    ("We are looking into the matter.", "I am looking into the matter."),
    ("We apologise for the delay.", "I apologise for the delay."),
    ("We sincerely apologize.", "I sincerely apologize."),
    ("We regret our mistake.", "I regret my mistake."),
    ("We'll get back to you on Monday.", "I'll get back to you on Monday."),
    ("We will keep you posted.", "I will keep you posted."),
    ("We'll let you know tomorrow.", "I'll let you know tomorrow."),
    ("We are going to call you tomorrow.", "I am going to call you tomorrow."),
    ("We're checking the log and we'll call you.", "I'm checking the log and I'll call you."),
    ("On Monday we will send you the parts.", "On Monday I will send you the parts."),
    ("We will be in touch on Friday.", "I will be in touch on Friday."),
    ("We are sorry and are investigating the case.", "I am sorry and am investigating the case."),
    ("We'll forward your letter to the landlord.", "I'll forward your letter to the landlord."),
    ("We will gladly follow up on this.", "I will gladly follow up on this."),
]
ENGLISH_FINE = [
    "We deliver to Poland.",
    "We are looking for a solution for two channels.",
    "We look forward to the visit.",
    "We'll see each other on Monday.",
    "We both will check it.",
    "Together we will look into it.",
    "We will always check every parcel.",
    "As a company, we will look into it.",
    "Shall we check it?",
    "We have received your letter.",
    "My colleague will call, we will look into it.",
    "The manual says \"We will send a part\".",
    "We are closed on Sunday.",
    "We are trying to run the tool.",
    "We will ask you for a password.",
    "We will grow next year.",
    "We are happy with the result.",
    "We make pumps and we will send a catalogue.",
    "We all are sorry.",
    "We can look into it at the meeting.",
]  # fmt: skip


def first(coach: Coach, text: str, language: str, signed: str = "") -> str | None:
    greeting, closing = (
        (
            "Guten Tag Frau Krause,\n\ndanke für Ihre Nachricht. ",
            f"\n\nMit freundlichen Grüßen\n{signed or 'Anke Wolf'}",
        )
        if language == "de"
        else ("Dear Ms Clarke,\n\nThank you for your message. ", f"\n\nKind regards\n{signed or 'Tom Moore'}")
    )
    mail = f"{greeting}{text}{closing}"
    situation = coach.situation(mail, language=language)
    assert situation is not None
    found = next(REWRITER.rewrite(situation, None), None)
    return rewritten(mail, found.edits).removeprefix(greeting).removesuffix(closing) if found else None


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_one_germans_wir_becomes_ich(coach: Coach, text: str, becomes: str) -> None:
    assert first(coach, text, "de") == becomes


@pytest.mark.parametrize("text", GERMAN_FINE)
def test_a_wir_of_the_firm_or_of_both_sides_stays(coach: Coach, text: str) -> None:
    assert first(coach, text, "de") is None


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_one_persons_we_becomes_i(coach: Coach, text: str, becomes: str) -> None:
    assert first(coach, text, "en") == becomes


@pytest.mark.parametrize("text", ENGLISH_FINE)
def test_a_we_of_the_firm_or_of_both_sides_stays(coach: Coach, text: str) -> None:
    assert first(coach, text, "en") is None


@pytest.mark.parametrize("signed", ["Ihr Team der Stadtwerke", "Anke Wolf und Tom Lenz", "Hausverwaltung Nord GmbH"])
def test_a_mail_signed_by_several_keeps_its_wir(coach: Coach, signed: str) -> None:
    assert first(coach, "Wir kümmern uns darum.", "de", signed) is None


def test_only_the_flagged_sentence_changes(coach: Coach) -> None:
    mail = "Guten Tag Frau Krause,\n\nwir liefern am Montag. Wir melden uns vorher.\n\nFreundliche Grüße\nAnke Wolf"
    situation = coach.situation(mail, language="de")
    assert situation is not None
    [found] = REWRITER.rewrite(situation, None)
    assert "wir liefern am Montag. Ich melde mich vorher." in rewritten(mail, found.edits)
