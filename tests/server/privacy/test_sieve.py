"""Excluded mail is never written, only counted; mail that is there already goes with what it taught."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.importing.note import Note
from server.ingest import rebuild_stale
from server.mail.host import Folder
from server.privacy.exclusions import exclusions_of, topics, word_pattern
from server.privacy.housekeeping import keep_house
from server.privacy.sieve import sieve_for
from server.settings import Privacy
from server.store import CONTACT, Contact
from tests.office import ANNA, FORMAL, NOW, TEAM, Office, mail, mails_of_anna, open_office
from tests.stores import SQLITE_ALONE

SECRET = "Zwetschgenkuchenrezept"


@contextmanager
def office_with(folder: Path, coach: Coach, **privacy: str) -> Iterator[Office]:
    env = {f"EINKLANG_PRIVACY_{name.upper()}": value for name, value in privacy.items()}
    with open_office(folder, coach, **env) as office:
        privacy_ = office.services.settings.privacy
        office.store.seal(texts=privacy_.encrypt_texts, waiting=privacy_.keep_text_days == 0)
        office.store.sieves.put(lambda: sieve_for(office.store, office.services.settings))
        if not office.store.mailboxes.list(sight=EVERYTHING):
            office.connect()
        yield office


def on_disk(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def left_out(office: Office) -> dict[str, int]:
    return office.store.left_out.counts().get(TEAM, {})


def tidy(office: Office) -> None:
    found = office.services
    keep_house(office.store, found.vault, found.settings.privacy, found.clock())
    rebuild_stale(office.store, found.coach, found.clock())


@pytest.mark.parametrize(
    ("privacy", "headers", "reason"),
    [
        ({"exclude_addresses": "dr.weiss@praxis.example"}, {"sender": "Dr. Weiß <DR.Weiss@praxis.example>"}, "address"),
        ({"exclude_addresses": "dr.weiss@praxis.example"}, {"Cc": "dr.weiss@praxis.example"}, "address"),
        ({"exclude_domains": "praxis.example"}, {"sender": "x@post.praxis.example"}, "domain"),
        ({"exclude_words": SECRET.lower()}, {"subject": f"Mein {SECRET}!"}, "word"),
        ({"exclude_topics": "health"}, {"text": f"Anbei meine Krankmeldung.\n\n{SECRET}\n\nGruß\nAnna"}, "word"),
        ({"exclude_folders": "Inbox"}, {}, "folder"),
    ],
)
def test_excluded_mail_leaves_nothing_but_a_count(
    tmp_path: Path, coach: Coach, privacy: dict[str, str], headers: dict[str, str], reason: str
):
    text = headers.pop("text", f"{FORMAL.format(n=1)}\n{SECRET}")
    with office_with(tmp_path, coach, **privacy) as office:
        office.receive(mail(text, message_id="<out@praxis.example>", **headers))
        assert left_out(office) == {reason: 1}
        assert office.store.customers.search(sight=EVERYTHING) == []
    assert SECRET.encode() not in on_disk(tmp_path)


@pytest.mark.parametrize("privacy", [{"exclude_words": "vertraulich"}, {"exclude_topics": "confidential"}])
def test_words_in_quotes_and_footers_exclude_nothing(tmp_path: Path, coach: Coach, privacy: dict[str, str]):
    footer = "\n\n-- \nMölder KG\nDiese E-Mail ist vertraulich und nur für den Empfänger bestimmt.\n"
    quoted = "\n\nAm 12.11.2026 um 09:30 schrieb Max Kern:\n> Das ist streng vertraulich.\n"
    with office_with(tmp_path, coach, **privacy) as office:
        office.receive(
            mail(FORMAL.format(n=1) + footer, message_id="<1@moelder.example>"),
            mail(FORMAL.format(n=2) + quoted, message_id="<2@moelder.example>"),
        )
        assert left_out(office) == {}


def test_a_mirror_that_compares_takes_what_was_left_out_for_stored(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach, exclude_addresses=ANNA) as office:
        office.store_mail([*mails_of_anna(3), mail(FORMAL, sender="Tim <t@gips.example>", message_id="<t@gips>")])
        (mailbox,) = office.store.mailboxes.list(sight=EVERYTHING)
        assert list(office.store.mirror.stored(mailbox.id, "INBOX", 1)) == [1, 2, 3, 4]
        assert office.store.mirror.stored_count(mailbox.id, "INBOX", 1) == 4
        assert left_out(office) == {"address": 3}


@SQLITE_ALONE
def test_a_changed_list_takes_out_what_is_there_and_what_it_taught(tmp_path: Path, coach: Coach):
    tim = [mail(FORMAL.format(n=n), sender="Tim <t@gips.example>", message_id=f"<{n}@gips>") for n in range(3)]
    private = mail(FORMAL.format(n=8) + f"\n{SECRET}", subject="Krankmeldung", message_id="<k@moelder.example>")
    with office_with(tmp_path / "one", coach) as office:
        office.receive(*tim, *mails_of_anna(3), private)
        assert SECRET.encode() in on_disk(tmp_path / "one")
    with office_with(tmp_path / "one", coach, exclude_topics="health", exclude_domains="gips.example") as office:
        tidy(office)
        assert left_out(office) == {"domain": 3, "word": 1}
        bodies = [each.body for each in office.store.profiles.list(CONTACT)]
        customer = office.store.customers.get(ANNA, sight=EVERYTHING)
        assert customer is not None
        assert customer.mails_in == 3
        assert office.store.customers.get("t@gips.example", sight=EVERYTHING) is None
        assert SECRET.encode() not in on_disk(tmp_path / "one")
    with office_with(tmp_path / "other", coach) as office:
        office.receive(*mails_of_anna(3))
        assert [each.body for each in office.store.profiles.list(CONTACT)] == bodies


def test_mail_that_waited_when_the_list_changed_is_not_learned(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:
        office.store_mail(mails_of_anna(2))
    with office_with(tmp_path, coach, exclude_addresses=ANNA) as office:
        assert office.learn() == 0
        assert left_out(office) == {"address": 2}
        assert office.store.messages.pending(10) == []


def test_a_waiting_note_that_could_not_be_learned_is_excluded_by_its_customer(tmp_path: Path, coach: Coach):
    """It lies there as JSON: read as mail it would have neither sender nor customer."""
    kept = "tim@gips.example"
    with office_with(tmp_path, coach) as office:
        notes = [Note(NOW, "call", "in", each, "", "", f"Anruf von {each}.", id=each) for each in (ANNA, kept)]
        source = office.store.imports.open("crm", None, NOW)
        at = office.store.imports.begin(source.id, "calls.csv", "m")
        office.store.imports.save(at, [each.as_imported("calls") for each in notes], (), 2, "m")
        for each in office.store.messages.pending(10):
            office.store.messages.fail(each.id, "KeyError while it was read")
    with office_with(tmp_path, coach, exclude_addresses=ANNA) as office:
        tidy(office)
        assert [Note.from_bytes(each.raw).customer for each in office.store.erasure.waiting()] == [kept]


def test_who_was_erased_does_not_come_back_by_any_way(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:
        office.store.kept_away.add([ANNA], NOW)
        office.store_mail(mails_of_anna(2))
        note = Note(NOW, "call", "in", ANNA, "Anna", "", "Sie rief an.")
        source = office.store.imports.open("crm", None, NOW)
        at = office.store.imports.begin(source.id, "calls.csv", "m")
        tally = office.store.imports.save(at, [note.as_imported("calls")], (), 1, "m").tally
        assert (tally.new, tally.left_out) == (0, 1)
        office.store.contacts.save(source.id, [Contact((ANNA,), "Anna Krause", "", "")], NOW)
        assert office.store.contacts.of(ANNA) is None
        office.receive(mail(f"Hallo,\n\nfragen Sie doch {ANNA} dazu.\n\nGruß", sender="t@gips.example"))
        assert left_out(office) == {"erased": 2}
        shown = office.store.messages.last_incoming("t@gips.example", sight=EVERYTHING)
        assert shown is not None
        assert shown.body is not None
        assert "█" * len(ANNA) in shown.body
        office.store.kept_away.remove(ANNA)
        office.receive(mail(FORMAL.format(n=9), message_id="<9@moelder.example>"))
        assert office.store.customers.get(ANNA, sight=EVERYTHING) is not None


def test_an_excluded_folder_takes_those_below_it_along():
    found = exclusions_of(Privacy(exclude_folders=("Betriebsrat", "HR/*")))
    assert [
        found.of_folder(name) for name in ("betriebsrat", "Betriebsrat/2026", "Betriebsrat.alt", "HR/Personal")
    ] == [True] * 4
    assert not any(found.of_folder(name) for name in ("INBOX", "Betriebsratswahl", "HR"))


@pytest.mark.parametrize(
    "name",
    [
        "INBOX.Betriebsrat",
        "INBOX.Betriebsrat.2026",
        "INBOX/Betriebsrat/2026",
        "Inbox.BETRIEBSRAT",
        "Kunden.Privat",
        "INBOX.Kunden.Privat",
        "INBOX.Kunden.Privat.Alt",
        "Kunden\\Privat",
        "Büro  Müller",
    ],
)
def test_a_folder_is_excluded_whatever_its_server_cuts_names_with_and_puts_before_them(name: str):
    found = exclusions_of(Privacy(exclude_folders=("Betriebsrat", "Kunden/Privat", "Bu\u0308ro Mu\u0308ller")))
    assert found.of_folder(name)


@SQLITE_ALONE
def test_mail_of_an_excluded_folder_that_has_a_prefix_is_neither_stored_nor_left_where_it_was(
    tmp_path: Path, coach: Coach
):
    council = Folder("INBOX.Betriebsrat.2026", "more")
    with office_with(tmp_path, coach) as office:
        office.receive(mail(f"{FORMAL.format(n=1)}\n{SECRET}", message_id="<1@praxis.example>"), folder=council)
        assert SECRET.encode() in on_disk(tmp_path)
    with office_with(tmp_path, coach, exclude_folders="Betriebsrat") as office:
        tidy(office)
        assert left_out(office) == {"folder": 1}
        more = (mail(f"{FORMAL.format(n=n)}\n{SECRET}", message_id=f"<{n}@praxis.example>") for n in (2, 3, 4))
        office.receive(*more, folder=council)
        assert left_out(office) == {"folder": 3}
        assert office.store.customers.search(sight=EVERYTHING) == []
    assert SECRET.encode() not in on_disk(tmp_path)


@pytest.mark.parametrize(
    ("word", "text", "fits"),
    [
        ("Krankmeldung*", "Die Krankmeldungen liegen bei.", True),
        ("Krankmeldung", "Die Krankmeldungen liegen bei.", False),
        ("works council", "our Works\nCouncil agreed", True),
        ("Attest", "das Attestat", False),
        ("ver.di", "von ver.di", True),
        ("ver.di", "verXdi", False),
    ],
)
def test_words_are_whole_words_in_either_case(word: str, text: str, fits: bool):
    pattern = word_pattern([word])
    assert pattern is not None
    assert bool(pattern.search(text)) is fits


def test_every_topic_that_can_be_set_has_words_in_both_languages():
    assert set(topics()) == {"works_council", "union", "health", "confidential", "law"}
    assert all(len(words) >= 10 for words in topics().values())


def test_customers_without_contact_go_after_their_time_and_others_stay(tmp_path: Path, coach: Coach):
    old = [
        mail(
            FORMAL.format(n=n),
            sender="Otto Alt <o@alt.example>",
            date=NOW - timedelta(days=800),
            message_id=f"<{n}@alt>",
        )
        for n in range(3)
    ]
    with office_with(tmp_path, coach, keep_days="730", keep_text_days="3000") as office:
        office.receive(*old, *mails_of_anna(3))
        office.relate()
        tidy(office)
        assert office.store.customers.get("o@alt.example", sight=EVERYTHING) is None
        assert office.store.customers.get(ANNA, sight=EVERYTHING) is not None
        assert left_out(office) == {"time": 3}
        assert b"o@alt.example" not in on_disk(tmp_path)


def test_without_any_setting_nothing_is_opened_for_the_sieve(tmp_path: Path, coach: Coach):
    with office_with(tmp_path, coach) as office:

        def refuse() -> None:
            raise AssertionError("asked for the team")

        made: Callable[[], None] = refuse
        sieve = sieve_for(office.store, office.services.settings)
        sieve._team = made  # type: ignore[assignment]
        office.store.sieves.put(lambda: sieve)
        office.store_mail(mails_of_anna(1))
        assert left_out(office) == {}
