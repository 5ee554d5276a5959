"""What a mail of the team took up and kept: told by the traces of the mails before it, as if they were read again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coach import Coach
from coach.relationship import tracing
from coach.relationship.answered import answers
from coach.relationship.exchange import Kept, TakenUp
from coach.relationship.needs import needs_of
from coach.relationship.promises import promises_of
from coach.relationship.promises_kept import kept_by
from coach.relationship.tracing import Earlier

WRITTEN = datetime(2026, 1, 12, 9, 0, tzinfo=UTC)
ASKED = (
    "Guten Tag Herr Kern,\n\nwann kommt die Waage zu uns? Bitte schicken Sie uns auch\ndie Rechnung noch einmal.\n\n"
    "Viele Grüße\nAnna Krause",
    "Dear Mr Kern,\n\nwhat would a service contract cost? The line has been down again since Monday, and we are really "
    "annoyed.\n\nKind regards\nAnna",
    "Vielen Dank für die schnelle Lieferung der Waage, wir haben uns sehr gefreut. Wann kommt der Techniker zu uns?\n\n"
    "Thank you also for the invoice that you sent us last week. Could you please tell us when the engineer will come?",
    "Vielen Dank für die schnelle Hilfe.",
    "Ok",
)
PROMISED = (
    "Guten Tag Frau Krause,\n\nich schicke Ihnen das Angebot bis Freitag. Wir melden uns morgen wegen der Rechnung.",
    "Dear Ms Krause,\n\nI will send you the offer by Friday.",
    "Vielen Dank für Ihre Nachricht.",
)
REPLIES = (
    "Guten Tag Frau Krause,\n\ndie Waage kommt am Freitag um neun zu Ihnen. Wie versprochen finden Sie anbei das "
    "Angebot.\n\nMax Kern",
    "Dear Ms Krause,\n\na service contract costs 540 euros a year. As promised, the offer is attached.\n\nMax Kern",
    "Danke.",
)


def earlier(coach: Coach, text: str, *, by_team: bool) -> Earlier:
    return Earlier(7, text, tracing.trace(coach, text, WRITTEN, by_team=by_team))


@pytest.mark.parametrize("reply", REPLIES)
def test_needs_are_taken_from_the_trace_as_reading_the_mail_again_would_find_them(coach: Coach, reply: str) -> None:
    for text in ASKED:
        document = coach.document(text)
        language = document.language
        read = answers(coach.document(reply), needs_of(document), language, coach.encoder) if language else ()
        told = tracing.taken_up(coach, reply, [earlier(coach, text, by_team=False)])
        assert told == tuple(TakenUp(7, each.need.span.start, each.standing, each.span) for each in read)


@pytest.mark.parametrize("reply", REPLIES)
def test_promises_are_taken_from_the_trace_as_reading_the_mail_again_would_find_them(coach: Coach, reply: str) -> None:
    document = coach.document(reply)
    for text in PROMISED:
        made = promises_of(coach.document(text), WRITTEN + timedelta(0))
        read = [(each, kept_by(each.text, document)) for each in made]
        told = tracing.keeps(coach, reply, [earlier(coach, text, by_team=True)])
        assert told == tuple(Kept(7, each.span.start, span) for each, span in read if span is not None)


def test_something_is_asked_promised_taken_up_and_kept_here(coach: Coach) -> None:
    asked = [earlier(coach, text, by_team=False) for text in ASKED]
    promised = [earlier(coach, text, by_team=True) for text in PROMISED]
    assert tracing.taken_up(coach, REPLIES[0], asked)
    assert tracing.keeps(coach, REPLIES[0], promised)
    assert any(each.trace.language not in coach.languages and each.trace.needs for each in asked)  # "mixed"


def test_the_text_of_a_mail_is_in_no_repr(coach: Coach) -> None:
    assert "Waage" not in repr(earlier(coach, ASKED[0], by_team=False))
