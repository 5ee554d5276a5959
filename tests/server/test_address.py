"""The server keeps who says Du or Sie to whom, mail by mail and without words of it, and tells it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from coach import Coach
from coach.relationship.address_ledger import AddressStanding, Answer, Side
from server.access import EVERYTHING
from server.address import ledger_of
from server.api.customers import card_of
from server.assess import Draft, assess
from server.cli import main
from server.ingest import note_missing_addresses
from tests.office import ANNA, NOW, SENT, TEAM, Office, mail, open_office
from tests.stores import SQLITE_ALONE

SALES = "sales@waagen-kern.example"
LETTER = "Sehr geehrter Herr Kern,\n\n{}\n\nMit freundlichen Grüßen\nAnna Krause"
FORMAL = LETTER.format("vielen Dank für Ihr Angebot. Wir melden uns bei Ihnen, sobald die Halle frei ist.")
OFFER = LETTER.format("nach all den Jahren würde ich Ihnen gern das Du anbieten. Die Waage läuft übrigens bestens.")
TAKEN = "Hallo Anna,\n\nsehr gern per Du! Dein Ersatzteil ist heute in die Post gegangen.\n\nViele Grüße\nMax Kern"
DRAFT = (
    "Hallo Anna,\n\ndas Ersatzteil ist unterwegs. Könnten Sie uns bitte den Empfang bestätigen, sobald es da ist?"
    "\n\nGruß\nMax"
)


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        office.connect()
        yield office


def letters() -> tuple[list[bytes], bytes]:
    """Four formal mails and an offer by the customer; the team's answer."""
    texts = [*[FORMAL] * 4, OFFER]
    theirs = [
        mail(text, date=NOW - timedelta(days=10 - n), message_id=f"<{n}@moelder.example>")
        for n, text in enumerate(texts)
    ]
    ours = mail(TAKEN, sender=TEAM, to=ANNA, date=NOW - timedelta(days=5), message_id="<a@waagen-kern.example>")
    return theirs, ours


def exchange(office: Office) -> None:
    theirs, ours = letters()
    office.receive(*theirs)
    office.receive(ours, folder=SENT)


def standing(office: Office) -> AddressStanding | None:
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    return office.services.shelf.standings.of(customer).get("de") if customer else None


def test_mail_of_both_sides_makes_the_ledger(office: Office) -> None:
    exchange(office)
    found = standing(office)
    assert found is not None
    assert (found.customer.form, found.team.form) == ("sie", "du")
    assert found.offer is not None
    assert (found.offer.side, found.offer.answer) == (Side.CUSTOMER, Answer.ACCEPTED)
    assert found.offer.date == NOW - timedelta(days=6)


def test_the_order_in_which_mail_comes_does_not_matter(tmp_path: Path, coach: Coach, office: Office) -> None:
    exchange(office)
    theirs, ours = letters()
    with open_office(tmp_path / "other", coach) as other:
        other.connect()
        other.receive(ours, folder=SENT)
        other.receive(*theirs[::-1])
        assert standing(other) == standing(office)


def test_a_mail_in_two_mailboxes_counts_once(office: Office) -> None:
    office.connect(SALES)
    theirs, _ = letters()
    office.receive(*theirs)
    office.receive(*theirs, mailbox=SALES)
    assert len(ledger_of(ANNA, office.store).facts) == 5


def test_a_mailbox_that_is_removed_leaves_no_trace(office: Office) -> None:
    office.connect(SALES)
    theirs, ours = letters()
    office.receive(*theirs)
    before = standing(office)
    office.receive(ours, mailbox=SALES, folder=SENT)
    assert standing(office) != before
    office.store.mailboxes.remove(SALES)
    assert standing(office) == before


@SQLITE_ALONE
def test_nothing_of_the_words_is_kept_with_it(office: Office) -> None:
    exchange(office)
    (path,) = office.services.settings.data.folder.glob("einklang.db")
    with sqlite3.connect(path) as connection:
        kept = " ".join(address for (address,) in connection.execute("SELECT address FROM message"))
    connection.close()
    assert '"talk": "offers"' in kept
    assert not any(word in kept for word in ("Waage", "anbieten", "Ihnen", "Anna", "Kern"))


def test_the_ledger_outlives_the_texts(office: Office) -> None:
    exchange(office)
    before = standing(office)
    office.store.messages.drop_texts(NOW + timedelta(days=1))
    assert ledger_of(ANNA, office.store).standing("de") == before


@SQLITE_ALONE
def test_mail_learned_by_an_older_version_is_looked_at_later_once(office: Office, coach: Coach) -> None:
    exchange(office)
    before = standing(office)
    (path,) = office.services.settings.data.folder.glob("einklang.db")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE message SET address = NULL")
    connection.close()
    assert ledger_of(ANNA, office.store).facts == ()
    assert note_missing_addresses(office.store, coach) == 6
    assert note_missing_addresses(office.store, coach) == 0
    assert ledger_of(ANNA, office.store).standing("de") == before


def test_a_draft_is_told_what_was_agreed(office: Office, coach: Coach) -> None:
    exchange(office)
    services = office.services
    judged = assess(
        Draft(DRAFT, customer=ANNA),
        store=office.store,
        shelf=services.shelf,
        coach=coach,
        team=services.team(),
        now=NOW,
        sight=EVERYTHING,
    )
    (hint,) = [each for each in judged.assessment.suggestions if each.rule_id == "address-form"]
    assert hint.reason["de"] == "{who} bot am 15. November 2026 das Du an, das Team nahm es am 16. November 2026 an."


def test_the_card_tells_the_ledger_in_both_languages(office: Office) -> None:
    exchange(office)
    (told,) = card_of(ANNA, office.services, sight=EVERYTHING, with_needs=False).address_ledger
    assert (told.language, told.due, told.asymmetric) == ("de", "du", True)
    said = [each.de for each in told.text]
    assert "Anna Krause bot am 15. November 2026 das Du an, das Team nahm es am 16. November 2026 an." in said
    assert "The team writes with du (since 16 November 2026)." in [each.en for each in told.text]
    assert TEAM not in told.model_dump_json()


@SQLITE_ALONE
def test_the_command_line_tells_it_in_the_language_asked_for(tmp_path: Path, coach: Coach) -> None:
    with open_office(tmp_path / "kept", coach) as office:
        office.connect()
        exchange(office)
    config = tmp_path / "einklang.toml"
    config.write_text("[data]\nfolder = 'kept'\n")
    shown = CliRunner().invoke(main, ["--config", str(config), "customer", "show", ANNA, "--lang", "de"])
    assert shown.exit_code == 0, shown.output
    assert "  Das Team schreibt mit Du (seit dem 16. November 2026)." in shown.stdout
