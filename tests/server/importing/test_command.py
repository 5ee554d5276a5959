"""`einklang import`: what is said, what is stored, and how it ends."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach.ruleset import RuleSet, Segment
from server.access import EVERYTHING
from server.assess import segment_of
from server.cli import main
from server.settings import load
from server.store import NewMailbox, Store
from tests.server.importing.archives import NOW, SUPPORT, mail, mbox
from tests.stores import put_new_store

NOTES = "Datum;Kanal;Richtung;Kunde;Text\n06.05.2026 14:30;Anruf;ein;anna@kunde.example;Fragt nach der Waage\n"


@dataclass(frozen=True)
class Installation:
    """One settings file with its data folder, and the program on it."""

    folder: Path

    def run(self, *arguments: object, typed: str = "") -> Result:
        config = ["--config", str(self.folder / "einklang.toml")]
        return CliRunner().invoke(main, [*config, "import", *map(str, arguments)], input=typed)

    def store(self) -> Store:
        return Store.open(load(self.folder / "einklang.toml", {}).data.database_url)

    def file(self, name: str, content: bytes | str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path


@pytest.fixture
def einklang(tmp_path: Path) -> Installation:
    config = tmp_path / "einklang.toml"
    config.write_text('[team]\ndomains = ["team.example"]\n[digest]\ntimezone = "Europe/Berlin"\n')
    put_new_store(load(config, {}).data.database_url)
    return Installation(tmp_path)


def test_the_verbs_are_there_and_import_alone_explains_itself(einklang: Installation):
    said = einklang.run()
    assert said.exit_code == 0
    for verb in ("mbox", "eml", "csv", "jsonl", "contacts", "list", "remove"):
        assert f"\n  {verb} " in said.output
        assert einklang.run(verb, "--help").exit_code == 0


def test_an_mbox_is_imported_under_the_name_of_its_file_and_listed(einklang: Installation):
    said = einklang.run("mbox", einklang.file("Alt.mbox", mbox(mail(number=1), mail(number=2))))
    assert said.exit_code == 0, said.output
    assert "Alt.mbox: 2 mails read, import source Alt" in said.output
    found = json.loads(einklang.run("list", "--json").output)
    assert [(each["source"], each["messages"], each["waiting"], each["mailbox"]) for each in found] == [
        ("Alt", 2, 2, None)
    ]
    assert "Alt " in einklang.run("list").output


def test_the_list_of_mailboxes_says_where_imports_are(einklang: Installation):
    listed = ["--config", str(einklang.folder / "einklang.toml"), "mailbox", "list"]
    assert "einklang import list" not in CliRunner().invoke(main, listed).output
    einklang.run("mbox", einklang.file("Alt.mbox", mbox(mail())))
    said = CliRunner().invoke(main, listed).output
    assert "No mailboxes yet" in said
    assert "einklang import list" in said


def test_a_folder_and_notes_go_into_one_source_if_that_is_named(einklang: Installation):
    einklang.file("Mails/1.eml", mail(number=1))
    for arguments in (("eml", einklang.folder / "Mails"), ("csv", einklang.file("n.csv", NOTES))):
        assert einklang.run(*arguments, "--source", "Alles").exit_code == 0
    (found,) = json.loads(einklang.run("list", "--json").output)
    assert (found["source"], found["messages"]) == ("Alles", 2)


def test_a_source_may_belong_to_a_connected_mailbox(einklang: Installation):
    path = einklang.file("a.mbox", mbox(mail()))
    refused = einklang.run("mbox", path, "--mailbox", SUPPORT)
    assert refused.exit_code == 1
    assert "is not connected" in refused.output
    with einklang.store() as store:
        store.mailboxes.add(NewMailbox(SUPPORT, "h", 993, "tls", "u"), b"", NOW)
    assert einklang.run("mbox", path, "--mailbox", SUPPORT).exit_code == 0
    (found,) = json.loads(einklang.run("list", "--json").output)
    assert (found["source"], found["mailbox"]) == (SUPPORT, SUPPORT)


def test_without_a_team_no_mail_is_imported(tmp_path: Path):
    (tmp_path / "einklang.toml").write_text("")
    said = Installation(tmp_path).run("mbox", Installation(tmp_path).file("a.mbox", mbox(mail())))
    assert said.exit_code == 1
    assert "team.domains" in said.output


def test_mistakes_end_with_3_are_shown_with_their_place_and_all_stand_in_the_report(einklang: Installation):
    rows = "".join(f"06.05.2026;Taube;ein;anna@kunde.example;Zwetschgenkuchen {n}\n" for n in range(30))
    report = einklang.folder / "report.csv"
    said = einklang.run("csv", einklang.file("n.csv", NOTES + rows), "--report", report)
    assert said.exit_code == 3
    assert "1 new" in said.output
    assert "mistake: 30 x the channel is none that is known" in said.output
    assert "(n.csv:3, n.csv:4, " in said.output
    assert "n.csv:22 and 10 more)" in said.output
    with report.open(encoding="utf-8", newline="") as file:
        written = list(csv.reader(file))
    assert [line[0] for line in written] == ["place", *(f"n.csv:{n}" for n in range(3, 33))]
    assert "Zwetschgen" not in said.output + report.read_text(encoding="utf-8")


def test_a_file_that_is_refused_does_not_hold_up_the_others(einklang: Installation):
    good, bad = einklang.file("good.mbox", mbox(mail())), einklang.file("bad.mbox", b"no mbox\n")
    said = einklang.run("mbox", bad, good)
    assert said.exit_code == 1
    assert "good.mbox: 1 mails read" in said.output
    assert "bad.mbox: is no mbox file" in said.output


def test_a_dry_run_stores_nothing_and_makes_no_source(einklang: Installation):
    said = einklang.run("mbox", einklang.file("a.mbox", mbox(mail())), "--dry-run")
    assert said.exit_code == 0
    assert "1 would be new" in said.output
    assert einklang.run("list").output.startswith("Nothing was imported yet")


def test_times_are_those_of_the_settings_unless_a_zone_is_named(einklang: Installation):
    path = einklang.file("n.csv", NOTES)
    assert einklang.run("csv", path, "--source", "a").exit_code == 0
    assert einklang.run("csv", path, "--source", "b", "--timezone", "America/New_York").exit_code == 0
    with einklang.store() as store:
        assert [each.internaldate.hour for each in store.messages.pending(9)] == [12, 18]
    refused = einklang.run("csv", path, "--timezone", "Nowhere")
    assert refused.exit_code == 2
    assert "no time zone" in refused.output


@pytest.mark.parametrize("options", [("--encoding", "utf-99"), ("--delimiter", "ab"), ("--channel", "pigeon")])
def test_options_that_mean_nothing_are_refused(einklang: Installation, options: tuple[str, str]):
    assert einklang.run("csv", einklang.file("n.csv", NOTES), *options).exit_code == 2


def test_what_was_imported_is_learned_at_once_if_that_is_wanted(einklang: Installation):
    said = einklang.run("csv", einklang.file("n.csv", NOTES), "--learn")
    assert said.exit_code == 0, said.output
    assert "1 mails and notes were learned" in said.output
    with einklang.store() as store:
        customer = store.customers.get("anna@kunde.example", sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == 1
    assert "0 mails and notes were learned" in einklang.run("--learn").output


def test_a_source_is_removed_after_a_question(einklang: Installation):
    einklang.run("mbox", einklang.file("Alt.mbox", mbox(mail())))
    assert einklang.run("remove", "Alt", typed="n\n").exit_code == 1
    said = einklang.run("remove", "alt", typed="y\n")
    assert "Forget Alt with 1 message and 0 contacts?" in said.output
    assert "Alt is forgotten: 1 mail" in said.output
    unknown = einklang.run("remove", "Alt", "--yes")
    assert unknown.exit_code == 1
    assert "There is no import source Alt" in unknown.output


CONTACTS = (
    "E-Mail;Weitere E-Mails;Name;Firma;Segment\n"
    "anna@kunde.example;a@privat.example;Anna Krause;Kunde GmbH;A\ntim@neu.example;;Tim;Neu AG;B\nno address;;X;;\n"
)


def test_contacts_are_stored_and_joins_proposed(einklang: Installation):
    said = einklang.run("contacts", einklang.file("crm.csv", CONTACTS))
    assert said.exit_code == 3
    assert "crm.csv: 4 addresses read, import source crm" in said.output
    assert "einklang customer join anna@kunde.example a@privat.example" in said.output
    assert "crm.csv:4" in said.output
    with einklang.store() as store:
        assert store.contacts.segment_of("anna@kunde.example", sight=EVERYTHING) == "A"
        assert store.people.joined() == []


def test_contacts_are_joined_if_that_is_wanted_and_apart_again_when_the_list_goes(einklang: Installation):
    path = einklang.file("crm.csv", CONTACTS)
    assert "1 people have several addresses and are joined now" in einklang.run("contacts", path, "--join").output
    with einklang.store() as store:
        assert store.people.of("a@privat.example").address == "anna@kunde.example"
    again = einklang.run("contacts", path, "--join")
    assert "  0 new\n  3 were there already" in again.output
    einklang.run("remove", "crm", "--yes")
    with einklang.store() as store:
        assert store.people.joined() == []
        assert store.contacts.segment_of("anna@kunde.example", sight=EVERYTHING) == ""


def test_an_address_that_belongs_to_somebody_else_is_not_joined(einklang: Installation):
    with einklang.store() as store:
        store.people.join("tim@neu.example", ["a@privat.example", "t@neu.example"], NOW)
    einklang.run("contacts", einklang.file("crm.csv", CONTACTS), "--join")
    with einklang.store() as store:
        assert store.people.of("a@privat.example").address == "tim@neu.example"
        assert store.people.of("anna@kunde.example").others == ()


def test_a_dry_run_of_contacts_stores_nothing(einklang: Installation):
    said = einklang.run("contacts", einklang.file("crm.csv", CONTACTS), "--join", "--dry-run")
    assert "3 would be new" in said.output
    with einklang.store() as store:
        assert (store.contacts.of("anna@kunde.example"), store.people.joined()) == (None, [])


def test_segments_of_the_rule_files_stay_in_front_of_those_of_lists(einklang: Installation):
    einklang.run("contacts", einklang.file("crm.csv", CONTACTS))
    rules = RuleSet((), segments=(Segment("key", frozenset(), frozenset({"tim@neu.example"})),))
    with einklang.store() as store:
        found = [
            segment_of(each, None, rules, store.contacts, EVERYTHING)
            for each in ("anna@kunde.example", "tim@neu.example")
        ]
    assert found == ["A", "key"]
