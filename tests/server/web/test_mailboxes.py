"""The page on mailboxes: what is wrong, what to do, and what the mail server has to say."""

from __future__ import annotations

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from tests.office import NOW, TEAM, Office
from tests.server.web.reports_site import client, form_token, office, text_of

__all__ = ["client", "office"]

OTHER = "vertrieb@waagen-kern.example"


def watched(office: Office, address: str = TEAM) -> int:
    """A mailbox that is read as it should be."""
    number = office.connect(address).id
    states = office.store.mailbox_states
    states.take_lease(number, "worker", NOW, NOW + timedelta(hours=1))
    states.note(number, NOW, activity="watching", looked_at=NOW - timedelta(minutes=3))
    return number


def test_without_a_mailbox_the_page_says_how_to_connect_one(client: FlaskClient):
    assert "einklang mailbox add" in text_of(client, "mailboxes")


def test_a_mailbox_that_is_read_needs_nothing(client: FlaskClient, office: Office):
    watched(office)
    page = text_of(client, "mailboxes", "de")
    assert "Alle Postfächer werden gelesen." in page
    assert "auf dem neuesten Stand" in page
    assert "vor 3 Minuten" in page
    assert "Was zu tun ist" not in page
    assert "127.0.0.1:1 (ohne TLS)" in page


def test_one_that_is_in_trouble_comes_first_with_what_to_do(client: FlaskClient, office: Office):
    watched(office)
    number = watched(office, OTHER)
    office.store.mailbox_states.note(
        number,
        NOW,
        activity="needs_login",
        problem="mail.x.example does not accept the user name or the password.",
        remedy="Check user name and password.",
    )
    page = text_of(client, "mailboxes", "de")
    assert "1 Postfach braucht Aufmerksamkeit." in page
    assert page.index(OTHER) < page.index(TEAM)
    assert "mail.x.example does not accept" in page
    assert f"Neu anmelden: einklang mailbox sign-in {OTHER}" in page


def test_a_mailbox_that_no_worker_looks_at_is_said_to_be_left(client: FlaskClient, office: Office):
    office.connect()
    office.later(timedelta(hours=1))
    page = text_of(client, "mailboxes")
    assert "nobody reads it" in page
    assert "Start the worker: einklang run" in page


@pytest.mark.parametrize("activity", ["backing_off", "resting"])
def test_waiting_says_when_it_goes_on(client: FlaskClient, office: Office, activity: str):
    office.store.mailbox_states.note(watched(office), NOW, activity=activity, retry_at=NOW + timedelta(minutes=20))
    assert "in 20 minutes" in text_of(client, "mailboxes")


def test_what_the_server_asks_to_show_stays_until_somebody_read_it(client: FlaskClient, office: Office):
    number = watched(office)
    office.store.mailbox_states.note_alert(number, NOW, "Mailbox is 95% full <b>now</b>")
    assert "Mailbox is 95% full" in text_of(client, "mailboxes")
    assert "<b>now" not in client.get("/dashboard/mailboxes").get_data(as_text=True)
    path = f"/dashboard/mailboxes/{number}/seen"
    assert client.post(path).status_code == 403
    assert client.post(path, data={"csrf": form_token(client, "mailboxes")}).status_code == 303
    assert "95% full" not in text_of(client, "mailboxes")
