"""What an admin may write into a settings file, and what is said about mistakes."""

from __future__ import annotations

import itertools
import re
import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

from server.errors import SettingsError
from server.settings import KEYS, Settings, load
from server.settings_file import PACKAGED


@pytest.fixture
def write(tmp_path: Path):
    def write(text: str) -> Path:
        path = tmp_path / "einklang.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def problems(path: Path, env: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(path, env or {})
    return caught.value.problems


def test_packaged_file_holds_every_key_and_nothing_else():
    tables = tomllib.loads(PACKAGED.read_text(encoding="utf-8"))
    assert {section: tuple(keys) for section, keys in tables.items()} == KEYS


def test_packaged_file_holds_the_defaults(tmp_path: Path, write):
    env = {"EINKLANG_DATA": str(tmp_path), "EINKLANG_RULES_COACHING": str(tmp_path / "coaching.toml")}
    assert load(PACKAGED, env) == load(write(""), env)


def test_every_key_of_the_packaged_file_is_explained_by_a_comment_above_it():
    lines = PACKAGED.read_text(encoding="utf-8").splitlines()
    bare = []
    for above, line in itertools.pairwise(lines):
        if re.match(r"\w+ = ", line) and not (above.startswith("#") or re.match(r"\w+ = ", above)):
            bare.append(line)
    # one comment may speak for two keys, as for both time-outs; "host" stands under its section's words
    assert bare == []


def test_no_file_at_all_gives_the_defaults_and_a_data_folder_of_ones_own(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = load(None, {"XDG_DATA_HOME": str(tmp_path / "share")})
    assert settings.data.folder == tmp_path / "share" / "einklang" / "data"
    assert settings.data.database_url == f"sqlite:///{tmp_path}/share/einklang/data/einklang.db"


def test_the_file_named_wins_over_the_environment_and_that_over_the_working_folder(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = {name: tmp_path / name / "einklang.toml" for name in ("named", "variable", "config")}
    for port, path in enumerate(files.values(), start=1001):
        path.parent.mkdir()
        path.write_text(f"[web]\nport = {port}\n")
    env = {"EINKLANG_CONFIG": str(files["variable"])}
    assert load(files["named"], env).web.port == 1001
    assert load(None, env).web.port == 1002
    assert load(None, {}).web.port == 1003


def test_relative_paths_start_at_the_files_folder(write, tmp_path: Path, monkeypatch):
    path = write('[data]\nfolder = "store"\ndatabase = "sqlite:///mail.db"\n[coach]\nencoder = "./model"\n')
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    settings = load(path, {})
    assert settings.data.folder == tmp_path / "store"
    assert settings.data.database_url == f"sqlite:///{tmp_path}/mail.db"
    assert settings.data.key_file == tmp_path / "store" / "secret.key"
    assert settings.coach.encoder == str(tmp_path / "model")


def test_relative_paths_of_a_file_in_a_config_folder_start_beside_it(tmp_path: Path):
    (tmp_path / "config").mkdir()
    path = tmp_path / "config" / "einklang.toml"
    path.write_text("")
    assert load(path, {}).data.folder == tmp_path / "data"


def test_a_relative_folder_in_the_environment_starts_where_the_user_stands(write, tmp_path: Path, monkeypatch):
    path = write("")
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert load(path, {"EINKLANG_DATA": "mail"}).data.folder == tmp_path / "here" / "mail"


def test_environment_wins_over_the_file(write):
    path = write('[web]\nport = 1\nframe_ancestors = ["https://old.example"]\n[mail]\nallow_plaintext = false\n')
    env = {
        "EINKLANG_WEB_PORT": "9000",
        "EINKLANG_WEB_FRAME_ANCESTORS": "https://a.example, https://b.example:8443",
        "EINKLANG_MAIL_ALLOW_PLAINTEXT": "true",
        "EINKLANG_COACH_HALF_LIFE_DAYS": "180.5",
        "EINKLANG_KEY": "not a setting",
        "PATH": "/bin",
    }
    settings = load(path, env)
    assert settings.web.port == 9000
    assert settings.web.frame_ancestors == ("https://a.example", "https://b.example:8443")
    assert settings.mail.allow_plaintext is True
    assert settings.coach.half_life_days == 180.5


def test_all_mistakes_are_told_at_once_with_file_line_and_remedy(write):
    path = write(
        "[web]\n"
        "prot = 1\n"
        'port = "eighty"\n'
        "threads = true\n"
        "frame_ancestors = [\n"
        '  "https://ok.example",\n'
        '  "https://x.example/path",\n'
        "]\n"
        "poll_seconds = 3\n"
        "\n"
        "[log]\n"
        'level = "inf"\n'
        "[coahc]\n"
        "min_words = 3\n"
    )
    assert problems(path) == [
        f"{path}:2: web.prot: there is no such key. Did you mean 'port'?",
        f"{path}:3: web.port: 'eighty' is not a whole number",
        f"{path}:4: web.threads: true is not a number",
        f"{path}:5: web.frame_ancestors: 'https://x.example/path' names more than a site: leave '/path' away",
        f"{path}:9: web.poll_seconds: there is no such key here: it belongs into the section [mail]",
        f"{path}:12: log.level: 'inf' is not known: write 'debug', 'info', 'warning' or 'error'. Did you mean 'info'?",
        f"{path}:13: coahc: there is no such section. Did you mean 'coach'?",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[web]\nport = 70000", "2: web.port: 70000 is too large: give 65535 or less"),
        ("[web]\nport = 0", "2: web.port: 0 is too small: give 1 or more"),
        ("[web]\nport = 80.5", "2: web.port: 80.5 is not a whole number"),
        ("[web]\nhost = 7", "2: web.host: 7 is not a text: put it in quotes"),
        ("[coach]\nhalf_life_days = 0", "2: coach.half_life_days: 0 is too small: give 1 or more"),
        ("[coach]\nlanguages = []", "2: coach.languages: is empty: name at least one language"),
        ("[coach]\nlanguages = 5", '2: coach.languages: 5 is not a list: write it like ["one", "two"]'),
        ("[data]\nfolder = 3", "2: data.folder: 3 is not a text: put it in quotes"),
        ("[data]\nfolder = ''", "2: data.folder: is empty: name a folder"),
        (
            "[data]\ndatabase = 'mysql://u:hidden@h/d'",
            "2: data.database: mysql is not known: use SQLite or PostgreSQL, or leave it empty",
        ),
        (
            "[data]\ndatabase = 'postgresql://u:hid/den@h/d'",
            "2: data.database: is not the address of a PostgreSQL database: write it like "
            "'postgresql://einklang@db.example.com/einklang' (in a password, letters such as @ / : ? # % as "
            "%40 %2F %3A %3F %23 %25)",
        ),
        (
            "[mail]\nallow_plaintext = 'perhaps'",
            "2: mail.allow_plaintext: 'perhaps' is neither true nor false",
        ),
        (
            "[team]\ndomains = ['a b']",
            "2: team.domains: 'a b' is not a domain: write it like 'example.com'",
        ),
        (
            "[team]\naddresses = ['nobody']",
            "2: team.addresses: 'nobody' is not an e-mail address: write it like 'name@example.com'",
        ),
        (
            "[web]\npublic_url = 'coach.example.com'",
            "2: web.public_url: 'coach.example.com' is not an address for browsers: "
            "write it like 'https://coach.example.com'",
        ),
        ("port = 1", "1: port: this key belongs into the section [web]"),
        ("\nweb = 3", "2: web: is a section, not a value: write a line [web] and its keys below it"),
        ("web.port = 'x'", "1: web.port: 'x' is not a whole number"),
        (
            "[web]\nport = ",
            "2: this is not TOML in 'port =': invalid value",
        ),
        ("[web]\nport = 1\nport = 2", "3: this is not TOML in 'port = 2': cannot overwrite a value"),
        (
            "[team]\n\ndomains = [\n'a.de',\n",
            "3: this is not TOML in 'domains = [': what begins here is not closed",
        ),
    ],
)
def test_a_mistake_is_told_so_that_it_can_be_mended(write, text: str, said: str):
    path = write(text)
    assert problems(path) == [f"{path}:{said}"]


def test_a_mistake_in_the_environment_names_the_variable(write):
    env = {"EINKLANG_WEB_PORT": "no", "EINKLANG_WEB_PROT": "1"}
    assert problems(write("[web]\nport = 80\n"), env) == [
        "EINKLANG_WEB_PROT (environment): there is no web.prot. Did you mean EINKLANG_WEB_PORT?",
        "EINKLANG_WEB_PORT (environment): web.port: 'no' is not a whole number",
    ]


def test_a_missing_file_is_told_by_name(tmp_path: Path):
    path = tmp_path / "none.toml"
    assert problems(path) == [f"{path}: the settings cannot be read: No such file or directory"]


def test_a_file_in_another_encoding_is_told_with_its_line(tmp_path: Path):
    path = tmp_path / "latin.toml"
    path.write_bytes(b'[team]\nname = "M\xfcller"\n')
    assert problems(path) == [f"{path}:2: the file is not UTF-8: save it with that encoding"]


def test_settings_cannot_be_changed():
    settings = Settings()
    with pytest.raises(ValidationError):
        settings.web.port = 1  # type: ignore[misc]


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg", "postgres"])
def test_a_database_may_be_on_a_postgresql_server(write, scheme: str):
    settings = load(write(f'[data]\ndatabase = "{scheme}://u:secret@db.example:5433/coach?sslmode=require"\n'), {})
    assert settings.data.database_url == "postgresql+psycopg://u:secret@db.example:5433/coach?sslmode=require"
    assert settings.data.database_file is None
    assert "secret" not in repr(settings)


def test_a_database_address_is_not_shown(write):
    assert "secret.db" not in repr(load(write('[data]\ndatabase = "sqlite:////srv/secret.db"\n'), {}))


def test_web_address_is_the_public_one_without_its_slash(write):
    assert load(write('[web]\npublic_url = "https://coach.example.com/"'), {}).web.url == "https://coach.example.com"
    assert load(write('[web]\nhost = "::1"\nport = 80'), {}).web.url == "http://[::1]:80"
