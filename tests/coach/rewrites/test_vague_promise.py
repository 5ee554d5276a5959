"""Promises without a date: what becomes of them, and what is no promise."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.rewriter import rewritten
from coach.rewrites.vague_promise import REWRITER

GERMAN = [
    ("Wir melden uns in Kürze bei Ihnen.", "Wir melden uns bis [Termin] bei Ihnen."),
    ("Ich melde mich so schnell wie möglich bei dir.", "Ich melde mich bis [Termin] bei dir."),
    ("Ich melde mich baldmöglichst.", "Ich melde mich bis [Termin]."),
    ("Wir werden Ihnen das Ersatzteil zeitnah zusenden.", "Wir werden Ihnen das Ersatzteil bis [Termin] zusenden."),
    ("Demnächst schicken wir Ihnen die Abrechnung.", "Bis [Termin] schicken wir Ihnen die Abrechnung."),
    ("Sie erhalten die Bestätigung in Kürze per Post.", "Sie erhalten die Bestätigung bis [Termin] per Post."),
    ("Ihr Paket wird schnellstmöglich verschickt.", "Ihr Paket wird bis [Termin] verschickt."),
    ("Der Fehler wird möglichst bald behoben.", "Der Fehler wird bis [Termin] behoben."),
    ("Weitere Informationen folgen in Kürze.", "Weitere Informationen folgen bis [Termin]."),
    ("Wir prüfen den Fall und melden uns zeitnah.", "Wir prüfen den Fall und melden uns bis [Termin]."),
    ("Du bekommst die Liste asap von mir.", "Du bekommst die Liste bis [Termin] von mir."),
    ("Ihr hört demnächst von uns.", "Ihr hört bis [Termin] von uns."),
    ("Sie erhalten eine zeitnahe Rückmeldung von uns.", "Sie erhalten bis [Termin] eine Rückmeldung von uns."),
    ("Mein Kollege meldet sich sehr bald bei Ihnen.", "Mein Kollege meldet sich bis [Termin] bei Ihnen."),
    ("Die Gutschrift überweisen wir so bald wie möglich.", "Die Gutschrift überweisen wir bis [Termin]."),
    ("Ich kümmere mich schnellstmöglich um einen Termin.", "Ich kümmere mich bis [Termin] um einen Termin."),
    ("Ich kläre das.", "Ich kläre das und melde mich bis [Termin] bei Ihnen."),
    ("Wir sehen uns das an.", "Wir sehen uns das an und melden uns bis [Termin] bei Ihnen."),
]
GERMAN_FINE = [
    "Wir melden uns zeitnah, spätestens am 12. März.",
    "Bis Freitag schicken wir Ihnen so bald wie möglich eine Antwort.",
    "Sobald die Zahlung da ist, versenden wir die Ware schnellstmöglich.",
    "Nach Eingang der Zahlung versenden wir die Ware zeitnah.",
    "Bitte melden Sie sich zeitnah bei uns.",
    "Könnten Sie uns die Maße bald schicken?",
    "Ich hoffe, dass wir uns bald wiedersehen.",
    "Wir freuen uns, bald von Ihnen zu hören.",
    "Das Fest ist bald vorbei.",
    "Wir haben Ihre Anfrage zeitnah bearbeitet.",
    "Die Ware wurde schnellstmöglich verschickt.",
    "Wir können das leider nicht zeitnah klären.",
    "Wenn Sie möchten, schicken wir den Katalog bald zu.",
    "In der Anzeige stand „Wir melden uns in Kürze“.",
    "Wir würden das gern so bald wie möglich klären.",
    "Ich wünsche Ihnen, dass Sie bald gesund werden.",
    "Wir benötigen die Unterlagen so schnell wie möglich.",
    "Die Heizung ist so bald wie nie ausgefallen.",
    "Innerhalb von zwei Tagen melden wir uns so bald wie möglich.",
    "Wir melden uns wieder bald zurück aus dem Urlaub.",
    "Bis bald in Köln!",
    "Der Herbst kommt bald.",
]
ENGLISH = [
    ("We will get back to you shortly.", "We will get back to you by [date]."),
    ("I'll call you back as soon as I can.", "I'll call you back by [date]."),
    ("I will soon send you the invoice.", "I will send you the invoice by [date]."),
    ("Shortly, we will send the invoice.", "We will send the invoice by [date]."),
    ("You'll receive the parcel soon.", "You'll receive the parcel by [date]."),
    ("You will shortly receive an email from us.", "You will receive an email from us by [date]."),
    ("Your parcel will be shipped as soon as possible.", "Your parcel will be shipped by [date]."),
    ("The update will be available very soon.", "The update will be available by [date]."),
    ("We'll be in touch soon with more details.", "We'll be in touch by [date] with more details."),
    ("I'll check the log and let you know asap.", "I'll check the log and let you know by [date]."),
    ("Our technician will contact you in due course.", "Our technician will contact you by [date]."),
    ("We will refund the amount at our earliest convenience.", "We will refund the amount by [date]."),
    ("I'm going to send you the files before long.", "I'm going to send you the files by [date]."),
    ("You will hear from me in the near future.", "You will hear from me by [date]."),
    ("We will reply in a timely manner.", "We will reply by [date]."),
    ("We'll look into it.", "We'll look into it and get back to you by [date]."),
    ("Let me check this.", "Let me check this and get back to you by [date]."),
    ("I'm looking into it.", "I'm looking into it and will get back to you by [date]."),
]
ENGLISH_FINE = [
    "We will get back to you soon, on Monday at the latest.",
    "Once the payment is in, we will ship it as soon as possible.",
    "If you like, I will soon send you the catalogue.",
    "Please send us the form as soon as possible.",
    "Could you reply soon?",
    "I hope to hear from you soon.",
    "See you soon in Leeds!",
    "We replied as soon as possible.",
    "I do not think that we will finish soon.",
    "We will not be able to ship it soon.",
    "Christmas is coming soon.",
    "The sign says \"We will be back soon\".",
    "I would like to visit you soon.",
    "It broke soon after we had bought it.",
    "Sooner or later we will move.",
    "We will finish within two days, as soon as possible.",
    "It cannot be done any time soon.",
    "Get well soon!",
    "We will let you know when it is ready, hopefully soon.",
    "As soon as we know more, we will call you.",
    "We need the parts as soon as possible.",
]  # fmt: skip


def first(coach: Coach, text: str, language: str) -> str | None:
    greeting, closing = (
        ("Guten Tag Frau Krause,\n\ndanke für Ihre Nachricht. ", "\n\nMit freundlichen Grüßen\nAnke Wolf")
        if language == "de"
        else ("Dear Ms Clarke,\n\nThank you for your message. ", "\n\nKind regards\nTom Moore")
    )
    mail = f"{greeting}{text}{closing}"
    situation = coach.situation(mail, language=language)
    assert situation is not None
    found = next(REWRITER.rewrite(situation, None), None)
    if found is None:
        return None
    assert found.asks, "only the writer knows the date"
    return rewritten(mail, found.edits).removeprefix(greeting).removesuffix(closing)


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_a_german_promise_gets_a_gap_for_its_date(coach: Coach, text: str, becomes: str) -> None:
    assert first(coach, text, "de") == becomes


@pytest.mark.parametrize("text", GERMAN_FINE)
def test_what_is_no_vague_promise_in_german_stays(coach: Coach, text: str) -> None:
    assert first(coach, text, "de") is None


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_an_english_promise_gets_a_gap_for_its_date(coach: Coach, text: str, becomes: str) -> None:
    assert first(coach, text, "en") == becomes


@pytest.mark.parametrize("text", ENGLISH_FINE)
def test_what_is_no_vague_promise_in_english_stays(coach: Coach, text: str) -> None:
    assert first(coach, text, "en") is None
