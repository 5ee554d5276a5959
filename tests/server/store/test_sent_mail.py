"""The team's sent mail: what is kept of it, in the order in which it can be gone through."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.access import EVERYTHING
from server.store import Mailbox, ParsedMessage, Store
from tests.server.store.mails import NOW, at, batch, parsed

ANNA = "anna@kunde.example"
BERND = "bernd@kunde.example"


def sent(day: int, to: str = ANNA, answers: int | None = None) -> ParsedMessage:
    mail = parsed(day, to, direction="out", from_address="max@team.example", authored=f"Antwort {day}.")
    return replace(mail, in_reply_to=f"<{answers}@kunde.example>" if answers else None)


@pytest.fixture
def office(store: Store, mailbox: Mailbox) -> Store:
    """Anna asks on day 1, is answered on days 2 and 5; Bernd is written to on day 3 and asks on day 4."""
    mails = [parsed(1), sent(2, answers=1), sent(3, BERND), parsed(4, BERND), sent(5, answers=4)]
    store.mirror.save_batch(mailbox.id, batch(range(1, 6)))
    for waiting, mail in zip(store.messages.pending(9), mails, strict=True):
        assert store.messages.record(waiting.id, mail, None, None, now=NOW)
    return store


def test_each_sent_mail_comes_with_what_it_answered_and_the_mail_before(office: Store) -> None:
    first, second, to_bernd = office.sent_mail.latest(9, sight=EVERYTHING)
    assert (first.text, first.reply_to, first.before) == ("Antwort 2.", "Hallo, hier ist Mail 1.", at(1))
    assert (second.text, second.reply_to, second.before) == ("Antwort 5.", "", at(2))  # Bernd's mail is not hers
    assert (to_bernd.correspondent, to_bernd.reply_to, to_bernd.before) == (BERND, "", None)
    assert (first.mailbox, first.subject, first.language) == ("support@team.example", "Waage 2", "de")


def test_the_latest_are_taken_where_there_are_too_many(office: Store) -> None:
    assert [each.date for each in office.sent_mail.latest(2, sight=EVERYTHING)] == [at(5), at(3)]


def test_mail_whose_text_is_gone_and_copies_are_left_out(office: Store, mailbox: Mailbox) -> None:
    office.mirror.save_batch(mailbox.id, batch([9]))
    (waiting,) = office.messages.pending(9)
    assert office.messages.record(waiting.id, sent(5, answers=4), None, None, now=NOW)
    assert len(office.sent_mail.latest(9, sight=EVERYTHING)) == 3
    office.messages.drop_texts(at(3))
    assert [each.date for each in office.sent_mail.latest(9, sight=EVERYTHING)] == [at(5), at(3)]


def test_no_words_of_a_mail_stand_in_its_repr(office: Store) -> None:
    assert "Antwort" not in repr(office.sent_mail.latest(1, sight=EVERYTHING))
    assert "Waage" not in repr(office.sent_mail.latest(1, sight=EVERYTHING))
