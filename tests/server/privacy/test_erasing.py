"""A correspondent who is erased stands in no file any more, and others are as if they had never written."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from coach import Coach
from server.access import EVERYTHING
from server.errors import ServerError
from server.mail.hosts.memory import MemoryHost
from server.mail.mirror import sync
from server.privacy.erasing import Erased, erase
from server.privacy.redaction import Redaction
from server.privacy.sieve import sieve_for
from server.store import NewOutcome, Store
from server.store.alerts import Alert
from server.store.import_values import Contact
from server.store.schema import metadata
from tests.office import ANNA, NOW, SENT, TEAM, Office, mail, open_office
from tests.server.privacy.test_sieve import office_with
from tests.stores import SQLITE_ALONE

PRIVATE = "anna.privat@web.example"
TIM = "tim.berger@gips.example"
HANNA = "hanna.krause@moelder.example"
ADDRESSES = (ANNA, PRIVATE)
NEVER_LEFT = ("anna.krause@moelder", "anna.privat", "Anna Krause", "Krause, Anna", "Rezept", "Förderbandwaage Nummer")
TEXT = (
    "Sehr geehrter Herr Kern,\n\ndie Förderbandwaage Nummer {n} macht uns seit Tagen große Sorgen. Das Rezept für "
    "unsere Mischung {n} stimmt nicht mehr, und wir bitten Sie um einen Termin in der kommenden Woche.\n"
    "Können Sie uns bis Freitag sagen, wann jemand kommt?\n\nMit freundlichen Grüßen\nAnna Krause"
)
OTHERS = (
    "Hallo Herr Kern,\n\nwir haben die Lieferung {n} heute geprüft und alles ist in Ordnung. Könnten Sie uns bitte die "
    "Rechnung noch einmal schicken, damit wir sie buchen können?\n\nViele Grüße\nTim Berger"
)


def own_mails(count: int) -> list[bytes]:
    return [
        mail(
            TEXT.format(n=n),
            date=NOW - timedelta(days=60) + timedelta(hours=n % 1300),
            message_id=f"<{n}.anna@moelder.example>",
            subject=f"Rezept {n}",
        )
        for n in range(count)
    ]


def others_mails() -> list[bytes]:
    return [
        mail(
            OTHERS.format(n=n),
            sender=f"Tim Berger <{TIM}>",
            date=NOW - timedelta(days=20 - n),
            message_id=f"<tim-{n}@gips.example>",
            subject="Rechnung",
        )
        for n in range(8)
    ]


def quoting() -> list[bytes]:
    """Mail of others in which she is quoted, named and in copy."""
    quoted = "\n".join(f"> {line}" for line in TEXT.format(n=3).splitlines())
    words = OTHERS.format(n=50).replace(
        "Viele", "Frau Anna Krause (anna.krause@moelder.example) weiß Bescheid.\n\nViele"
    )
    return [
        mail(
            f"{words}\n\nAm 20.11.2026 schrieb Anna Krause <{ANNA}>:\n{quoted}\n",
            sender=f"Tim Berger <{TIM}>",
            date=NOW - timedelta(days=2),
            message_id="<tim-q@gips.example>",
            subject=f"Fw: von {ANNA}",
            Cc=f"Anna Krause <{ANNA}>",
            In_Reply_To="<3.anna@moelder.example>",
        )
    ]


def leave_traces(office: Office) -> None:
    """All that a person leaves besides mail."""
    store = office.store
    store.people.join(ANNA, [PRIVATE], NOW)
    source = store.imports.open("crm", None, NOW)
    store.contacts.save(source.id, [Contact((ANNA,), "Anna Krause", "Mölder", "A")], NOW)
    store.outcomes.add(NewOutcome(ANNA, "csat", NOW, "api", 4, key=f"crm-{ANNA}"), NOW)
    store.feedback_links.add(PRIVATE, "nps", "de", "<3.anna@moelder.example>", NOW, timedelta(days=3))
    store.alerts.add(Alert("turned_sour", ANNA, {"de": "Anna Krause wird schärfer."}, NOW), NOW)
    store.corrections.set(ANNA, "A", "Anna Krause ist sehr zufrieden.", NOW, sight=EVERYTHING)
    at = store.imports.begin(source.id, f"/mail/{ANNA}.mbox", "mark")
    store.imports.save(at, (), (_refused(f"line 3: {ANNA}"),), 3, "mark")


def _refused(place: str) -> Any:
    from server.store import Refused

    return Refused(place, f"no date in the mail of Anna Krause <{ANNA}>")


def erased(office: Office, **options: Any) -> Erased:
    found = office.services
    done, _ = erase(
        ANNA,
        office.store,
        found.team(),
        found.settings.data.folder,
        NOW,
        actor="cli:test",
        version="1",
        **{"learn": office.learn, **options},
    )
    return done


def files(office: Office) -> dict[str, bytes]:
    folder = office.services.settings.data.folder
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def found_in(office: Office) -> list[tuple[str, str]]:
    return [
        (name, needle)
        for name, content in files(office).items()
        for needle in NEVER_LEFT
        if needle.encode().lower() in content.lower()
    ]


def rows(store: Store, *names: str) -> dict[str, list[dict[str, Any]]]:
    with store._database.reading() as connection:
        return {
            name: sorted(
                (
                    {key: value for key, value in row._mapping.items() if key not in ("id", "message_id", "version")}
                    for row in connection.execute(select(metadata.tables[name]))
                ),
                key=str,
            )
            for name in names
        }


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path / "data", coach) as office:
        office.connect()
        office.store.sieves.put(lambda: sieve_for(office.store, office.services.settings))
        yield office


@SQLITE_ALONE
def test_of_a_correspondent_with_500_mails_no_byte_is_left_and_others_are_as_if_they_had_never_written(
    tmp_path: Path, coach: Coach, office: Office
):
    """The figure in docs/privacy.md is `done.seconds` of this."""
    office.store_mail([*own_mails(250), *others_mails(), *own_mails(500)[250:], *quoting()])
    office.store_mail(
        [mail(TEXT.format(n=1000), sender=TEAM, to=ANNA, message_id="<o@waagen-kern.example>")], folder=SENT
    )
    office.store_mail([mail(TEXT.format(n=1001), sender=f"Anna Krause <{PRIVATE}>", message_id="<p@web.example>")])
    office.learn()
    leave_traces(office)
    office.relate()
    assert len(found_in(office)) >= len(NEVER_LEFT)
    done = erased(office)
    assert found_in(office) == []
    assert done.is_proven
    assert done.deleted["message"] == 502
    assert all(each.found == 0 for each in done.files)
    assert {"einklang.db"} <= {each.name for each in done.files}
    with open_office(tmp_path / "never", coach) as other:
        other.connect()
        other.receive(*others_mails(), *quoting())
        other.relate()
        for name in ("profile", "sample", "customer", "customer_language"):
            assert _essence(name, office.store) == _essence(name, other.store), name
        assert other.store.customers.get(TIM, sight=EVERYTHING) == office.store.customers.get(TIM, sight=EVERYTHING)


def _essence(name: str, store: Store) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key != "updated_at"} for row in rows(store, name)[name]]


def test_in_the_mail_of_others_she_is_blackened_and_places_stay_where_they_are(office: Office):
    office.receive(*own_mails(4), *others_mails(), *quoting())
    before = office.store.messages.find_by_header("tim-q@gips.example", sight=EVERYTHING)
    assert before is not None
    assert before.authored is not None
    erased(office)
    after = office.store.messages.find_by_header("tim-q@gips.example", sight=EVERYTHING)
    assert after is not None
    assert after.authored is not None
    assert len(after.authored) == len(before.authored)
    assert "wir haben die Lieferung 50 heute geprüft" in after.authored
    assert after.body == after.authored  # what it quoted were her words
    assert after.subject == "Fw: von " + "█" * len(ANNA)
    assert after.in_reply_to is None
    assert found_in(office) == []


def test_somebody_with_a_similar_address_or_the_same_name_keeps_theirs(office: Office):
    same = mail(OTHERS.format(n=5), sender="Anna Krause <ak@gips.example>", message_id="<ak@gips.example>")
    hanna = mail(OTHERS.format(n=77), sender=f"Hanna Krause <{HANNA}>", message_id="<hanna@moelder.example>")
    office.receive(*own_mails(2), *others_mails(), same, hanna)
    assert erased(office).is_proven
    assert office.store.customers.get(HANNA, sight=EVERYTHING) is not None
    customer = office.store.customers.get("ak@gips.example", sight=EVERYTHING)
    assert customer is not None
    assert customer.name == "Anna Krause"


def failed(office: Office, *places: int) -> None:
    """Has the waiting mails at these places be set aside, as if they could not be read."""
    waiting = office.store.messages.pending(50)
    for place in places:
        office.store.messages.fail(waiting[place].id, "KeyError while it was read")


def test_mail_that_waits_is_learned_first_so_that_nothing_of_her_is_left_in_it(office: Office):
    office.store_mail([*own_mails(3), *others_mails(), *quoting()])
    done = erased(office)
    assert done.is_proven
    assert done.deleted["message"] == 3
    assert done.left_waiting == 0
    assert office.store.customers.get(TIM, sight=EVERYTHING) is not None
    assert office.store.customers.get(ANNA, sight=EVERYTHING) is None
    assert found_in(office) == []


def test_what_she_wrote_is_known_though_her_own_mail_was_never_learned(office: Office):
    """One of hers lies there unread and the other two are left out, for somebody tried to erase her before."""
    office.store_mail([*own_mails(4), *quoting()])
    failed(office, 3)
    office.store.kept_away.add([ANNA], NOW)
    done = erased(office)
    assert done.is_proven
    assert found_in(office) == []
    after = office.store.messages.find_by_header("tim-q@gips.example", sight=EVERYTHING)
    assert after is not None
    assert after.body == after.authored


def test_what_could_not_be_learned_goes_where_it_names_or_quotes_her_however_it_is_packed(office: Office):
    office.receive(*own_mails(3))
    named = mail(
        OTHERS.format(n=1) + "\nP. S. Grüße auch an Anna Krause",
        sender=f"Tim Berger <{TIM}>",
        message_id="<named@gips.example>",
    )
    line = TEXT.format(n=2).splitlines()[2]
    quotes = mail(OTHERS.format(n=2) + f"\n> {line}", sender=f"Tim Berger <{TIM}>", message_id="<line@gips.example>")
    neither = mail(OTHERS.format(n=3), sender=f"Tim Berger <{TIM}>", message_id="<plain@gips.example>")
    office.store_mail([named, quotes, neither])
    assert ANNA.encode() not in named + quotes
    assert line.encode() not in quotes, "its bytes alone tell nothing"
    failed(office, 0, 1, 2)
    done = erased(office)
    assert done.is_proven
    assert done.deleted["message"] == 5
    assert [each.raw == neither for each in office.store.erasure.waiting()] == [True]


def test_where_mail_that_names_her_goes_on_waiting_nothing_is_removed(office: Office):
    office.receive(*own_mails(3), *others_mails())
    office.store_mail(quoting())
    with pytest.raises(ServerError, match="1 mails that name them wait"):
        erased(office, learn=lambda: None)
    assert office.store.customers.get(ANNA, sight=EVERYTHING) is not None
    assert erased(office).is_proven
    assert found_in(office) == []


def test_mail_that_names_her_and_came_in_meanwhile_is_no_proof(office: Office, monkeypatch: pytest.MonkeyPatch):
    office.receive(*own_mails(3), *others_mails())
    empty = office.store.erasure.empty

    def while_it_empties() -> None:
        office.store_mail(quoting())
        empty()

    monkeypatch.setattr(office.store.erasure, "empty", while_it_empties)
    done = erased(office)
    assert done.left_waiting == 1
    assert not done.is_proven


def test_texts_that_are_sealed_are_looked_through_row_by_row(tmp_path: Path, coach: Coach, monkeypatch: Any):
    """In the bytes of the files nobody finds them: a proof by those alone would be none."""
    with office_with(tmp_path / "sealed", coach, encrypt_texts="true") as office:
        words = f"{OTHERS.format(n=5)}\nP. S. Anna Krause weiß davon."
        office.receive(*own_mails(3), mail(words, sender=f"Tim Berger <{TIM}>", message_id="<ps@gips.example>"))
        redact, calls = office.store.erasure.redact, itertools.count()

        def blackens_nothing_at_first(*given: Any) -> dict[str, int]:
            return redact(*given) if next(calls) else {}

        monkeypatch.setattr(office.store.erasure, "redact", blackens_nothing_at_first)
        done = erased(office)
        assert found_in(office) == []
        assert not any(each.found for each in done.files)
        assert done.left_in_rows == 1
        assert not done.is_proven


@pytest.mark.parametrize(
    "shown", ["Krause, Anna (Vertrieb)", "Jane Doe (ACME)", "Max Kern M.A.", "Jane Doe | ACME", "Doe, Jane [intern]"]
)
def test_a_name_with_something_beside_it_is_blackened_with_it_and_without(office: Office, shown: str):
    office.receive(mail(TEXT.format(n=1), sender=f'"{shown}" <{ANNA}>', message_id="<one@moelder.example>"))
    alone = shown.partition("(")[0].partition("|")[0].partition("[")[0].removesuffix("M.A.").strip()
    office.receive(
        mail(
            f"Hallo,\n\ndas hat {shown} gesagt. Auch {alone} kommt.\n\nTim",
            sender=f"Tim <{TIM}>",
            message_id="<t@gips.example>",
        )
    )
    blackening = Redaction(office.store.erasure.known([ANNA]))
    assert shown not in blackening.blackened(f"das hat {shown} gesagt")
    erased(office)
    after = office.store.messages.find_by_header("t@gips.example", sight=EVERYTHING)
    assert after is not None
    assert after.authored is not None
    assert shown not in after.authored
    assert alone not in after.authored or shown.endswith("M.A.")
    assert "kommt." in after.authored


def test_an_address_of_the_team_is_refused(office: Office):
    found = office.services
    folder = found.settings.data.folder
    with pytest.raises(ServerError, match="of the team"):
        erase(TEAM, found.store, found.team(), folder, NOW, actor="cli:test", version="1", learn=office.learn)


def test_who_was_erased_can_be_erased_again_and_nothing_happens(office: Office):
    office.receive(*own_mails(2), *others_mails())
    erased(office)
    again = erased(office)
    assert (again.deleted, again.blackened, again.is_proven) == ({}, {}, True)


def test_she_is_found_in_long_tables_of_others_beyond_the_first_rows(office: Office):
    source = office.store.imports.open("crm", None, NOW)
    many = [Contact((f"{n:04}@kunde.example",), f"Kunde {n:04}", f"Firma {n}", "") for n in range(1200)]
    named = [Contact((f"z{n}@kunde.example",), "Assistenz von Anna Krause", f"bei {ANNA}", "") for n in range(3)]
    office.store.contacts.save(source.id, [*many, *named], NOW)
    office.receive(*own_mails(2))
    assert erased(office).blackened == {"contact": 3}
    assert found_in(office) == []
    kept = office.store.contacts.of("1199@kunde.example")
    assert kept is not None
    assert kept.name == "Kunde 1199"


def test_an_erasure_that_was_killed_is_finished_by_the_next(office: Office, monkeypatch: pytest.MonkeyPatch):
    class Killed(Exception):
        pass

    def killed(*_: object, **__: object) -> None:
        raise Killed

    office.receive(*own_mails(4), *others_mails(), *quoting())
    for step in ("redact", "delete", "empty"):
        with monkeypatch.context() as patch:
            patch.setattr(office.store.erasure, step, killed)
            with pytest.raises(Killed):
                erased(office)
    assert erased(office).is_proven
    assert found_in(office) == []


def test_the_report_names_nobody_and_the_audit_log_vouches_for_it(office: Office, tmp_path: Path):
    import hashlib

    office.receive(*own_mails(2))
    found = office.services
    with Store.open(found.settings.data.database_url, keys=lambda: found.vault) as store:
        folder = found.settings.data.folder
        done, head = erase(ANNA, store, found.team(), folder, NOW, actor="cli:test", version="1", learn=office.learn)
        (entry,) = store.audit.latest(1)
        assert entry.head == head
        assert entry.action == "privacy.erase"
        assert entry.details["report"] == hashlib.sha256(done.to_json().encode()).hexdigest()
        assert entry.details["person"] == done.person == store.audit.fingerprint(ANNA)
        assert store.audit.check() is None
    assert "krause" not in done.to_json().lower()
    assert json.loads(done.to_json())["proven"] is True


def test_a_trace_in_another_file_of_the_folder_is_told(office: Office):
    office.receive(*own_mails(1))
    folder = office.services.settings.data.folder
    (folder / "old.log").write_text(f"mail from {ANNA}\n")
    done = erased(office)
    assert not done.is_proven
    assert [each.name for each in done.files if each.found] == ["old.log"]


def test_another_process_that_reads_all_the_time_does_not_keep_the_log_full(office: Office):
    office.receive(*own_mails(2), *others_mails())
    url = office.services.settings.data.database_url
    with Store.open(url) as other:
        other.customers.search(sight=EVERYTHING)
        done = erased(office)
        assert done.is_proven
        assert len(other.customers.search(sight=EVERYTHING)) == 1


def test_profiles_of_others_are_not_touched_at_all(office: Office):
    office.receive(*own_mails(3), *others_mails())
    before = [row for row in rows(office.store, "profile")["profile"] if row["key"] != ANNA]
    erased(office)
    assert rows(office.store, "profile")["profile"] == before
    assert not any(row["stale"] for row in before)


def test_every_column_that_can_hold_a_person_stands_in_a_list():
    from server.store.persons import unlisted

    assert unlisted() == []


def test_the_lists_of_persons_notice_a_new_table():
    from sqlalchemy import Column, MetaData, String, Table

    from server.store import persons

    extra = Table("gossip", MetaData(), Column("about", String))
    metadata._add_table("gossip", None, extra)
    try:
        assert "gossip.about" in persons.unlisted()
    finally:
        metadata.remove(extra)


class Counting(MemoryHost):
    """Counts the mails that are handed out."""

    handed_out = 0

    def read(self, *arguments: Any, **named: Any) -> Any:
        for reading in super().read(*arguments, **named):
            self.handed_out += len(reading.messages)
            yield reading


def test_mail_that_still_lies_on_the_server_stays_away_and_is_fetched_no_second_time(office: Office):
    host = Counting([*own_mails(3), *others_mails()], mailbox=TEAM)
    (team,) = office.store.mailboxes.list(sight=EVERYTHING)

    def look() -> int:
        host.handed_out = 0
        sync(host, office.store.mirror, team.id)
        office.learn()
        return host.handed_out

    assert look() == 11
    erased(office)
    assert look() == 0  # it compares all numbers, and those are known as left out
    assert office.store.customers.get(ANNA, sight=EVERYTHING) is None
    host.renumber("INBOX")
    assert look() == 11
    assert office.store.customers.get(ANNA, sight=EVERYTHING) is None
    assert office.store.left_out.counts() == {TEAM: {"erased": 3}}
    host.deliver("INBOX", own_mails(5)[4])
    look()
    assert office.store.customers.get(ANNA, sight=EVERYTHING) is None
    assert found_in(office) == []


def test_mail_that_still_lies_on_the_server_returns_where_that_is_wanted(office: Office):
    host = MemoryHost([*own_mails(3), *others_mails()], mailbox=TEAM)
    (team,) = office.store.mailboxes.list(sight=EVERYTHING)
    sync(host, office.store.mirror, team.id)
    office.learn()
    assert erased(office, keep_away=False).is_proven
    sync(host, office.store.mirror, team.id)
    office.learn()
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == 3
