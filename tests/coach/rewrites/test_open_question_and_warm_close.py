"""Where the line for an open question goes and how it names it; how mails end, in each language and form of address."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Context
from coach.rewriter import Rewriter, rewritten
from coach.rewrites.open_question import REWRITER as QUESTION
from coach.rewrites.warm_close import REWRITER as CLOSE

SIE = "Guten Tag Frau Lang,\n\nIhre neue Kontonummer haben wir gespeichert.\n\nFreundliche Grüße\nTom Moor"
DU = "Hallo Eva,\n\ndeine neue Kontonummer ist gespeichert.\n\nLG Tom"
YOU = "Dear Ms Lang,\n\nyour new account number is saved.\n\nKind regards\nTom Moor"
OPEN = [
    ("de", SIE, "Wann kommt der Monteur?", "Zu Ihrer Frage, wann der Monteur kommt: [Antwort]"),
    ("de", SIE, "Liefern Sie auch nach Polen?", "Zu Ihrer Frage, ob wir auch nach Polen liefern: [Antwort]"),
    ("de", SIE, "Was kostet die Wartung der Pumpe?", "Zu Ihrer Frage, was die Wartung der Pumpe kostet: [Antwort]"),
    ("de", SIE, "Muss ich vorher anrufen?", "Zu Ihrer Frage, ob Sie vorher anrufen müssen: [Antwort]"),
    ("de", DU, "Wann kommt der Monteur?", "Zu deiner Frage, wann der Monteur kommt: [Antwort]"),
    ("de", DU, "Wann schickst du mir die Fotos?", "Zu deiner Frage, wann ich dir die Fotos schicke: [Antwort]"),
    (
        "de",
        SIE,
        "Wann kommt der Maler, der das Bad streicht?",
        "Zu Ihrer Frage „Wann kommt der Maler, der das Bad streicht?“: [Antwort]",
    ),
    ("en", YOU, "Do you open on Sundays?", "Regarding your question of whether we open on Sundays: [answer]"),
    ("en", YOU, "When will the fitter come?", "Regarding your question of when the fitter will come: [answer]"),
    ("en", YOU, "Where can I park the van?", "Regarding your question of where you can park the van: [answer]"),
]
TAKEN_UP = [
    ("de", SIE, "Vielen Dank für die schöne Feier."),
    ("de", SIE, "Meine neue Kontonummer steht unten."),
    ("en", YOU, "Many thanks for the lovely evening."),
    ("en", YOU, "My new account number is below."),
]
WARM = [
    ("de", "Sehr geehrte Frau Lang,\n\ndie Ware liegt bereit. Wann möchten Sie die Kisten aus dem Lager in der Ulmer Straße abholen lassen?", "Ich freue mich auf Ihre Rückmeldung."),
    ("de", "Liebe Eva,\n\ndie Ware liegt bereit. Wann möchtest du die Kisten bei uns im Lager abholen lassen?", "auf deine Antwort."),
    ("de", "Sehr geehrte Frau Lang,\n\nanbei finden Sie die Pläne für den Umbau. Die Maße stehen auf dem zweiten Blatt.", "gern weiter."),
    ("de", "Liebe Eva,\n\nanbei die Pläne für den Umbau deiner Küche. Die Maße stehen auf dem zweiten Blatt.", "melde dich gern."),
    ("en", "Dear Ms Lang,\n\nthe goods are ready in the store. When would you like to collect the boxes?", "I look forward to your reply."),
    ("en", "Hi Eva,\n\nthe goods are ready, that's the last of them. When would you like to collect the boxes?", "Looking forward to hearing from you!"),
    ("en", "Dear Ms Lang,\n\nplease find attached the plans for the new kitchen. The measures are on the second sheet.", "I will be happy to help."),
]  # fmt: skip
WARM_ENOUGH = [
    ("de", "Guten Tag Frau Lang,\n\nanbei finden Sie die Pläne für den Umbau. Bei Fragen rufen Sie mich gern an."),
    ("de", "Guten Tag Frau Lang,\n\nanbei finden Sie die Pläne für den Umbau der Küche. Ich wünsche Ihnen ein schönes Wochenende."),
    ("de", "Guten Tag Frau Lang,\n\nleider können wir Ihnen die Wohnung nicht anbieten. Sie ist seit gestern an andere vergeben."),
    ("de", "Guten Tag Frau Lang,\n\nhiermit kündigen wir den Vertrag zum Ende des Jahres. Wann geben Sie uns die Schlüssel?"),
    ("de", "Passt, danke."),
    ("en", "Dear Ms Lang,\n\nplease find attached the plans for the kitchen. If you have any questions, call me."),
    ("en", "Dear Ms Lang,\n\nplease find attached the plans for the new kitchen. Have a great weekend!"),
    ("en", "Dear Ms Lang,\n\nunfortunately we cannot offer you the flat. It was let to somebody else yesterday morning."),
    ("en", "Fine, thanks."),
]  # fmt: skip


def first(coach: Coach, rewriter: Rewriter, draft: str, language: str, asked: str = "") -> str | None:
    situation = coach.situation(draft, None, Context(asked), language=language)
    assert situation is not None
    found = next(rewriter.rewrite(situation, None), None)
    return rewritten(draft, found.edits) if found else None


@pytest.mark.parametrize(("language", "draft", "question", "line"), OPEN)
def test_an_open_question_is_taken_up_before_the_closing(
    coach: Coach, language: str, draft: str, question: str, line: str
) -> None:
    greeting = "Guten Tag," if language == "de" else "Hello,"
    text = first(coach, QUESTION, draft, language, f"{greeting}\n\n{question}\n\nEva Lang")
    assert text is not None
    paragraphs = text.split("\n\n")
    assert paragraphs[-2].startswith(line)
    assert paragraphs[:-2] == draft.split("\n\n")[:-1]
    assert paragraphs[-1] == draft.split("\n\n")[-1]


@pytest.mark.parametrize(("language", "draft", "said"), TAKEN_UP)
def test_where_nothing_is_asked_nothing_is_added(coach: Coach, language: str, draft: str, said: str) -> None:
    assert first(coach, QUESTION, draft, language, f"Hallo,\n\n{said}\n\nEva Lang") is None


def test_each_open_question_gets_a_line_of_its_own(coach: Coach) -> None:
    asked = "Guten Tag,\n\nwann kommt der Monteur? Liefern Sie auch nach Polen?\n\nEva Lang"
    situation = coach.situation(SIE, None, Context(asked), language="de")
    assert situation is not None
    found = list(QUESTION.rewrite(situation, None))
    assert len(found) == 2
    assert all(each.asks for each in found)


def test_the_line_stands_before_a_courtesy_of_the_same_paragraph(coach: Coach) -> None:
    draft = SIE.replace("gespeichert.", "gespeichert. Bei Fragen melden Sie sich gern.")
    text = first(coach, QUESTION, draft, "de", "Guten Tag,\n\nwann kommt der Monteur?\n\nEva Lang")
    assert text is not None
    assert "gespeichert. Zu Ihrer Frage, wann der Monteur kommt: [Antwort]. Bei Fragen melden Sie sich gern." in text


@pytest.mark.parametrize(("language", "body", "line"), WARM)
def test_a_mail_that_ends_with_a_fact_gets_a_warm_line(coach: Coach, language: str, body: str, line: str) -> None:
    closing = "Freundliche Grüße\nTom Moor" if language == "de" else "Kind regards\nTom Moor"
    text = first(coach, CLOSE, f"{body}\n\n{closing}", language)
    assert text is not None
    assert text.startswith(f"{body}\n\n")
    assert text.split("\n\n")[-2].endswith(line)
    assert text.endswith(f"\n\n{closing}")


@pytest.mark.parametrize(("language", "body"), WARM_ENOUGH)
def test_a_mail_that_ends_well_or_wants_no_warm_line_stays(coach: Coach, language: str, body: str) -> None:
    closing = "Freundliche Grüße\nTom Moor" if language == "de" else "Kind regards\nTom Moor"
    assert first(coach, CLOSE, f"{body}\n\n{closing}", language) is None


def test_the_same_kind_of_line_is_not_offered_twice(coach: Coach) -> None:
    body = "Sehr geehrte Frau Lang,\n\nwann passt Ihnen der Termin? Die Kisten stehen seit gestern bei uns im Lager."
    mail = f"{body}\n\nFreundliche Grüße\nTom Moor"
    once = first(coach, CLOSE, mail, "de")
    assert once is not None
    assert first(coach, CLOSE, once, "de") is None
