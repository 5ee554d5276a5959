"""`einklang privacy`, `audit` and `secrets`, run as an admin runs them."""

from __future__ import annotations

import json
import stat
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from server.cli import main
from server.secrets import load_vault
from server.store import NewOutcome
from tests.office import ANNA, NOW, SENT, TEAM, Office, mail, mails_of_anna
from tests.server.privacy.test_sieve import office_with, on_disk
from tests.stores import SQLITE_ALONE, database_env

TIM = "tim@gips.example"


@pytest.fixture
def data(tmp_path: Path, coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of an installation with some mail, in whose parent one stands."""
    folder = tmp_path / "data"
    with office_with(folder, coach, works_council="false") as office:
        _fill(office)
    monkeypatch.chdir(tmp_path)
    for name, value in {"EINKLANG_DATA": str(folder), **database_env(folder)}.items():
        monkeypatch.setenv(name, value)
    return folder


def _fill(office: Office) -> None:
    office.receive(*mails_of_anna(3))
    office.receive(
        mail("Guten Tag Frau Krause,\n\ndanke.\n\nMax", sender=TEAM, to=ANNA, message_id="<o@x>"), folder=SENT
    )
    office.receive(
        mail(
            f"Hallo,\n\nAnna Krause ({ANNA}) hat bestellt, ich zahle das.\n\nTim",
            sender=f"Tim <{TIM}>",
            message_id="<t@gips.example>",
        )
    )
    office.store.people.join(ANNA, ["anna@web.example"], NOW)
    office.store.outcomes.add(NewOutcome(ANNA, "nps", NOW, "api", 9), NOW)
    office.relate()
    office.store_mail([mails_of_anna(9)[8]])


def einklang(*arguments: str, code: int = 0, typed: str = "") -> Result:
    result = CliRunner().invoke(main, list(arguments), input=typed)
    assert result.exit_code == code, result.output + str(result.exception)
    return result


def audited() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(einklang("audit", "list", "--json").stdout)
    return found


def test_an_export_holds_everything_in_files_that_people_can_read(data: Path):
    einklang("privacy", "export", ANNA, "--to", "out")
    out = Path("out")
    assert sorted(path.name for path in out.iterdir()) == ["README.txt", "everything.json", "mails", "profile.json"]
    everything = json.loads((out / "everything.json").read_text())
    assert {"customer", "message", "sample", "profile", "relationship", "outcome", "alias", "trace"} <= set(everything)
    assert everything["outcome"][0]["value"] == 9
    assert len(everything["message"]) == 4  # the fifth waits to be learned
    mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in sorted((out / "mails").iterdir())]
    assert len(mails) == 5
    assert sum(ANNA in (each["From"] or "") for each in mails) == 4
    assert any("Unterlagen geprüft" in each.get_content() for each in mails)
    (profile,) = json.loads((out / "profile.json").read_text())
    assert profile["mails"] == 3
    assert any("Sie" in each["de"] for each in profile["habits"])
    assert all(each["means"].get("de") for each in profile["figures"])
    assert TIM not in "".join(path.read_text() for path in out.rglob("*") if path.is_file())
    assert {stat.S_IMODE(path.stat().st_mode) for path in out.rglob("*")} == {0o600, 0o700}


def test_an_export_is_found_by_any_address_of_the_person_and_stands_in_the_audit_log(data: Path):
    einklang("privacy", "export", "anna@web.example", "--to", "out")
    assert "Anna" in Path("out/README.txt").read_text() or ANNA in Path("out/README.txt").read_text()
    assert [each["action"] for each in audited()] == ["privacy.export"]
    assert ANNA not in json.dumps(audited())


def test_an_export_of_nobody_or_into_a_full_folder_is_refused(data: Path):
    assert "Nothing is stored" in einklang("privacy", "export", "x@nobody.example", code=1).stderr
    assert "of the team" in einklang("privacy", "export", TEAM, code=1).stderr
    Path("full").mkdir()
    Path("full/file").touch()
    assert "not empty" in einklang("privacy", "export", ANNA, "--to", "full", code=1).stderr


@SQLITE_ALONE
def test_an_erasure_asks_first_and_then_leaves_a_proof(data: Path):
    einklang("privacy", "erase", ANNA, typed="n\n", code=1)
    assert ANNA.encode() in on_disk(data)
    said = einklang("privacy", "erase", ANNA, "--report", "proof.json", typed="y\n").output
    assert "rows are gone" in said
    proof = json.loads(Path("proof.json").read_text())
    assert proof["proven"] is True
    assert proof["deleted"]["message"] == 5
    assert proof["blackened"]["message"] == 1
    assert proof["actor"].startswith("cli:")
    content = on_disk(data)
    assert not any(each in content for each in (ANNA.encode(), b"anna@web.example", b"Anna Krause"))
    assert [each["action"] for each in audited()] == ["privacy.erase_begun", "privacy.erase"]
    assert "1 addresses" not in said
    assert json.loads(einklang("privacy", "status", "--json").stdout)["kept_away"] == 2
    einklang("privacy", "let-return", ANNA)
    assert "not kept away" in einklang("privacy", "let-return", ANNA, code=1).stderr


def test_a_list_changed_since_is_applied_at_once(data: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EINKLANG_PRIVACY_EXCLUDE_ADDRESSES", ANNA)
    assert "4 mails are excluded" in einklang("privacy", "apply").output
    assert "address" in einklang("privacy", "status").output
    assert "Nothing is stored" not in einklang("privacy", "export", ANNA).output  # one mail still waits to be learned


def test_the_audit_log_is_listed_checked_and_written_out(data: Path):
    einklang("privacy", "export", ANNA)
    head = einklang("audit", "check").output.split()[-1]
    einklang("privacy", "let-return", ANNA, code=1)
    einklang("privacy", "apply")
    assert "privacy.export" in einklang("audit", "list", "--action", "privacy.").output
    assert "Nothing was noted" in einklang("audit", "list", "--action", "user.").output
    assert "fits" in einklang("audit", "check", "--head", head).output
    assert "the log once reached 9" in einklang("audit", "check", "--head", f"9:{'0' * 64}", code=1).stderr
    einklang("audit", "export", "--to", "log.jsonl")
    lines = [json.loads(line) for line in Path("log.jsonl").read_text().splitlines()]
    assert [each["number"] for each in lines] == list(range(1, len(lines) + 1))
    assert lines[0]["before"] == "0" * 64


def test_the_key_is_changed_while_what_was_sealed_still_opens(data: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("server.privacy.rotation.SETTLE", 0.0)
    key = data / "secret.key"
    before = key.read_text()
    said = einklang("secrets", "rotate", "--yes").output
    assert "sealed with the new key" in said
    assert key.read_text() != before
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert audited()[-1]["action"] == "key.rotated"
    assert "fits" in einklang("audit", "check").output
    assert load_vault(key, {}).keys == tuple(key.read_text().split())


def test_a_key_in_a_variable_is_changed_by_whoever_sets_it(data: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EINKLANG_KEY", (data / "secret.key").read_text().strip())
    said = einklang("secrets", "rotate", "--yes", code=1).stderr
    assert "EINKLANG_KEY" in said
    fresh = next(word for word in said.replace("'", " ").split() if word.endswith("=") and len(word) == 44)
    monkeypatch.setenv("EINKLANG_KEY", f"{fresh} {(data / 'secret.key').read_text()}")
    einklang("secrets", "rotate", "--resume", "--yes")
    monkeypatch.setenv("EINKLANG_KEY", fresh)
    assert "fits" in einklang("audit", "check").output


def test_the_keyring_holds_the_key_where_it_is_wanted(data: Path, monkeypatch: pytest.MonkeyPatch):
    keyring = pytest.importorskip("keyring", reason="pip install 'einklang[keyring]'")
    from keyring.backend import KeyringBackend

    class Memory(KeyringBackend):
        priority = 1.0
        kept: ClassVar[dict[tuple[str, str], str]] = {}

        def get_password(self, service: str, username: str) -> str | None:
            return self.kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            self.kept[service, username] = password

        def delete_password(self, service: str, username: str) -> None:
            del self.kept[service, username]

    before = keyring.get_keyring()
    keyring.set_keyring(Memory())
    try:
        first = load_vault(data / "no.key", {"EINKLANG_KEYRING": "einklang"})
        second = load_vault(data / "no.key", {"EINKLANG_KEYRING": "einklang"})
        assert second.open(first.seal("geheim")) == "geheim"
        assert not (data / "no.key").exists()
    finally:
        keyring.set_keyring(before)


def test_without_the_package_the_keyring_says_what_to_install(data: Path, monkeypatch: pytest.MonkeyPatch):
    import sys

    from server.errors import ServerError

    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(ServerError, match="pip install"):
        load_vault(data / "no.key", {"EINKLANG_KEYRING": "einklang"})
