"""`einklang addin`: codes, keys, packages, and who can sign in."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from coach import Coach
from server.app import create_app
from server.store import Store
from tests.office import Office, open_office
from tests.server.test_cli import Installation, einklang, said

__all__ = ["einklang"]


@pytest.fixture
def office(einklang: Installation, coach: Coach) -> Iterator[Office]:
    """The server on the same data as the program, its clock set to the present."""
    with open_office(einklang.settings.data.folder, coach) as opened:
        opened.now[0] = datetime.now(UTC)
        yield opened


def test_a_code_pairs_a_client_once(einklang: Installation, office: Office):
    einklang.run("user", "add", "Jana", "--all-mailboxes")
    made = einklang.run("addin", "pair", "jana")
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\n", made.stdout)
    assert "for Jana" in said(made)
    assert einklang.settings.web.url in said(made)
    client = create_app(office.services).test_client()
    body = {"code": made.stdout.strip(), "client": "outlook", "label": "Outlook, office"}
    answer = client.post("/api/v1/pairing", json=body)
    assert answer.get_json()["user"] == "Jana"
    assert client.post("/api/v1/pairing", json=body).status_code == 401
    listed = einklang.run("addin", "list").stdout
    assert re.search(r"^1 +outlook +Jana +Outlook, office +valid until \d{4}-\d\d-\d\d \d\d:\d\d +never$", listed, re.M)
    assert "locked" not in einklang.run("addin", "revoke", "1").stdout
    told = client.get("/api/v1/mailboxes", headers={"Authorization": f"Bearer {answer.get_json()['token']}"})
    assert told.status_code == 401
    assert "revoked" in einklang.run("addin", "list").stdout


def test_a_code_is_for_somebody_who_is_known(einklang: Installation):
    refused = einklang.run("addin", "pair", "nobody")
    assert refused.exit_code == 1
    assert refused.stdout == ""
    (told,) = re.findall(r"einklang (user add .+?) \(", said(refused))
    assert einklang.run(*told.split()).exit_code == 0, "the command that is told works as it stands"
    assert einklang.run("addin", "pair", "nobody").exit_code == 0


def test_a_code_for_the_demo_adds_its_user_there_and_nowhere_else(einklang: Installation):
    assert einklang.run("addin", "pair", "jana", "--demo").exit_code == 0
    assert einklang.run("addin", "pair", "jana", "--demo").exit_code == 0
    demo = einklang.settings.data.folder / "demo" / "einklang.db"
    with Store.open(f"sqlite:///{demo}") as store:
        assert [user.name for user in store.accounts.list_users()] == ["jana"]
    with einklang.store() as store:
        assert store.accounts.list_users() == []


def test_where_only_the_demo_can_run_the_way_to_it_is_told(einklang: Installation, office: Office):
    einklang.run("user", "add", "Jana", "--all-mailboxes")
    made = (("pair", "Jana"), ("roundcube", "--key", "webmail"))
    assert ["--demo" in said(einklang.run("addin", *arguments)) for arguments in made] == [True, True]
    assert not any("add --demo" in said(einklang.run("addin", *arguments, "--demo")) for arguments in made)
    office.connect()
    assert not any("--demo" in said(einklang.run("addin", *arguments)) for arguments in made)


def test_a_key_is_shown_once_as_roundcube_reads_it(einklang: Installation, office: Office):
    made = einklang.run("addin", "roundcube", "--key", "webmail", "--add-users", "--all-mailboxes")
    config = dict(re.findall(r"^\$config\['(\w+)'\] = '(.*)';$", made.stdout, re.M))
    assert set(config) == {"einklang_url", "einklang_key_id", "einklang_key"}
    assert made.stdout.count("\n") == 3
    assert config["einklang_url"] == einklang.settings.web.url
    assert len(config["einklang_key"]) >= 43
    assert "everybody" in said(made)
    now = int(office.now[0].timestamp())
    claims = {"iss": "roundcube", "aud": "einklang", "sub": "jana", "iat": now, "exp": now + 600, "jti": "j" * 16}
    header = {"alg": "HS256", "kid": config["einklang_key_id"]}
    token = jwt.encode(header, claims, OctKey.import_key(config["einklang_key"]))
    client = create_app(office.services).test_client()
    ask = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/v1/mailboxes", headers=ask).status_code == 200
    listed = einklang.run("addin", "list").stdout
    assert config["einklang_key_id"] in listed
    assert config["einklang_key"] not in listed
    gone = einklang.run("addin", "revoke", config["einklang_key_id"])
    assert "no longer lets anybody in" in gone.stdout
    assert client.get("/api/v1/mailboxes", headers=ask).status_code == 401


def test_a_key_lets_in_known_users_only_unless_told_otherwise(einklang: Installation):
    made = einklang.run("addin", "roundcube", "--key", "webmail")
    assert "einklang user list" in said(made)
    with einklang.store() as store:
        assert [(key.name, key.host, key.adds_users) for key in store.integration_keys.list()] == [
            ("webmail", "roundcube", False)
        ]


@pytest.mark.parametrize("arguments", [(), ("--key", " ")])
def test_a_key_needs_a_name(einklang: Installation, arguments: tuple[str, ...]):
    assert einklang.run("addin", "roundcube", *arguments).exit_code == 2


def test_programs_get_the_list_as_json_without_secrets(einklang: Installation):
    made = einklang.run("addin", "roundcube", "--key", "webmail")
    (key,) = json.loads(einklang.run("addin", "list", "--json").stdout)
    assert (key["client"], key["name"], key["valid"], key["adds_users"]) == ("roundcube", "webmail", True, False)
    assert not set(key) & {"secret", "sealed_secret", "hash"}
    assert re.findall(r"einklang_key'\] = '(.*)'", made.stdout)[0] not in json.dumps(key)


def test_only_mail_clients_are_listed_and_locked_out_here(einklang: Installation):
    assert "No mail client yet" in einklang.run("addin", "list").stdout
    einklang.run("user", "add", "Jana", "--all-mailboxes")
    einklang.run("token", "add", "Jana", "--label", "script")
    assert "No mail client yet" in einklang.run("addin", "list").stdout
    for unknown in ("1", "7", "rc-none"):
        refused = einklang.run("addin", "revoke", unknown)
        assert refused.exit_code == 1
        assert "einklang addin list" in said(refused)
    with einklang.store() as store:
        assert store.accounts.list_tokens()[0].revoked_at is None


@pytest.mark.parametrize(
    ("host", "name", "inside"),
    [
        ("thunderbird", "einklang-thunderbird.xpi", {"manifest.json", "panel/main.js", "panel/index.html"}),
        ("roundcube", "einklang-roundcube.zip", {"einklang/einklang.php", "einklang/composer.json"}),
    ],
)
def test_an_add_in_is_put_into_a_folder(einklang: Installation, tmp_path: Path, host: str, name: str, inside: set[str]):
    put = einklang.run("addin", host, "--out", str(tmp_path / "new" / "folder"))
    assert put.exit_code == 0, put.output
    assert put.stdout == f"{tmp_path / 'new' / 'folder' / name}\n"
    with zipfile.ZipFile(tmp_path / "new" / "folder" / name) as archive:
        assert inside <= set(archive.namelist())


def test_a_folder_that_cannot_be_written_is_told(einklang: Installation, tmp_path: Path):
    (tmp_path / "file").touch()
    refused = einklang.run("addin", "thunderbird", "--out", str(tmp_path / "file" / "x"))
    assert refused.exit_code == 1
    assert "cannot be written" in said(refused)


def set_web(einklang: Installation, *lines: str) -> None:
    with einklang.config.open("a") as file:
        file.write("\n".join(["[web]", *lines, ""]))


def test_an_address_that_only_this_computer_reaches_is_said_with_what_to_set(einklang: Installation, office: Office):
    einklang.run("user", "add", "Jana", "--all-mailboxes")
    made = (("pair", "Jana"), ("roundcube", "--key", "webmail"))
    assert ["web.public_url" in said(einklang.run("addin", *arguments)) for arguments in made] == [True, True]
    set_web(einklang, 'public_url = "https://coach.waagen-kern.example"')
    assert ["web.public_url" in said(einklang.run("addin", *arguments)) for arguments in made] == [False, False]


def test_a_new_key_says_which_sites_may_show_the_panel_or_that_none_may(einklang: Installation):
    make = ("addin", "roundcube", "--key", "webmail")
    assert "into web.frame_ancestors" in said(einklang.run(*make))
    set_web(einklang, 'frame_ancestors = ["https://webmail.waagen-kern.example"]')
    assert "one of web.frame_ancestors: https://webmail.waagen-kern.example\n" in said(einklang.run(*make))


def test_manifests_for_a_server_that_would_refuse_outlook_say_what_to_set(einklang: Installation, tmp_path: Path):
    site = "https://coach.waagen-kern.example"
    write = ("addin", "outlook", "--url", site, "--out", str(tmp_path / "m"))
    told = said(einklang.run(*write))
    assert f"set web.public_url to {site}" in told
    assert "web.frame_ancestors" in told
    set_web(einklang, f'public_url = "{site}"', 'frame_ancestors = ["https://outlook.office.com"]')
    assert "web." not in said(einklang.run(*write))


def test_the_manifests_of_outlook_name_the_server(einklang: Installation, tmp_path: Path):
    put = einklang.run("addin", "outlook", "--url", "https://coach.waagen-kern.example", "--out", str(tmp_path / "m"))
    assert put.exit_code == 0, put.output
    written = [Path(line) for line in put.stdout.splitlines()]
    assert written
    assert all(path.is_file() for path in written)
    assert any("https://coach.waagen-kern.example/outlook/" in path.read_text("utf-8", "replace") for path in written)


def test_outlook_needs_an_address_with_https(einklang: Installation, tmp_path: Path):
    refused = einklang.run("addin", "outlook", "--out", str(tmp_path / "m"))
    assert refused.exit_code == 1
    assert "https" in said(refused)
