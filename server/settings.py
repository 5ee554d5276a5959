"""The admin's knobs: config/einklang.toml and EINKLANG_* variables, checked, as frozen values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
)

from server import settings_file
from server.errors import SettingsError
from server.settings_problems import Variables, in_words

DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")


def _items(value: object) -> object:
    # a variable of the environment holds a list as "one, two"
    if isinstance(value, str):
        return tuple(item.strip() for item in value.split(",") if item.strip())
    return tuple(value) if isinstance(value, list) else value


def _no_truth(value: object) -> object:
    if isinstance(value, bool):
        raise ValueError(f"{str(value).lower()} is not a number")
    return value


def _domain(value: str) -> str:
    domain = value.strip().lower().removeprefix("@")
    if not DOMAIN.fullmatch(_ascii_domain(domain)):
        raise ValueError(f"{value!r} is not a domain: write it like 'example.com'")
    return domain


def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode()
    except UnicodeError:
        return domain


def _address(value: str) -> str:
    address = value.strip().lower()
    if not ADDRESS.fullmatch(address):
        raise ValueError(f"{value!r} is not an e-mail address: write it like 'name@example.com'")
    return address


def _origin(value: str) -> str:
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        raise ValueError(f"{value!r} is not the address of a site") from None
    if not parts.scheme or not parts.hostname or parts.query or parts.fragment or set(value) & set(" ;,'\""):
        raise ValueError(f"{value!r} is not the address of a site: write it like 'https://mail.example.com'")
    if parts.path.strip("/") or parts.username is not None:
        raise ValueError(f"{value!r} names more than a site: leave {parts.path or 'the user name'!r} away")
    return f"{parts.scheme}://{parts.hostname}" + (f":{port}" if port else "")


def _public_url(value: str) -> str:
    if not value:
        return value
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{value!r} is not an address for browsers: write it like 'https://coach.example.com'")
    return value.rstrip("/")


def _path(value: object, info: ValidationInfo) -> Path:
    if isinstance(value, Path):  # the default
        return _from_base(str(value), info)
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not a text: put it in quotes")
    if not value.strip():
        raise ValueError("is empty: name a folder")
    return _from_base(value, info)


def _from_base(value: str, info: ValidationInfo) -> Path:
    base = (info.context or {}).get("base", Path.cwd())
    return Path(base, Path(value).expanduser()).resolve()


def _database(value: str, info: ValidationInfo) -> str:
    if not value:
        return value
    scheme, separator, rest = value.partition("://")
    if not separator:
        raise ValueError("is not the address of a database: write it like 'sqlite:////srv/einklang/einklang.db'")
    if scheme != "sqlite":
        raise ValueError(f"{scheme} is not supported by this version: use SQLite, or leave it empty")
    if not rest.startswith("/") or rest in ("/", "/:memory:"):
        raise ValueError("names no file: write it like 'sqlite:////srv/einklang/einklang.db'")
    return f"sqlite:///{_from_base(rest[1:], info)}"


def _encoder(value: str, info: ValidationInfo) -> str:
    if not value.strip():
        raise ValueError("is empty: write 'default', the name of a model or the path of its folder")
    return str(_from_base(value, info)) if value.startswith(("/", "./", "../", "~")) else value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise ValueError(f"{value!r} is not the code of a language: write it like 'de'")
    return value


def _not_empty(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise ValueError("is empty: name at least one language")
    return value


Whole = Annotated[int, BeforeValidator(_no_truth)]
Number = Annotated[float, BeforeValidator(_no_truth)]
Folder = Annotated[Path, BeforeValidator(_path)]
Domains = Annotated[tuple[Annotated[str, AfterValidator(_domain)], ...], BeforeValidator(_items)]
Addresses = Annotated[tuple[Annotated[str, AfterValidator(_address)], ...], BeforeValidator(_items)]
Origins = Annotated[tuple[Annotated[str, AfterValidator(_origin)], ...], BeforeValidator(_items)]
Languages = Annotated[
    tuple[Annotated[str, AfterValidator(_language)], ...], BeforeValidator(_items), AfterValidator(_not_empty)
]


class Section(BaseModel):
    """One [section] of the file: nothing but its keys, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Data(Section):
    folder: Folder = Path("data")
    database: Annotated[str, AfterValidator(_database)] = Field(default="", repr=False)

    @property
    def database_url(self) -> str:
        """Where the store is: `database`, or the SQLite file in the data folder."""
        return self.database or f"sqlite:///{self.folder / 'einklang.db'}"

    @property
    def key_file(self) -> Path:
        """The file of the key that seals passwords, unless EINKLANG_KEY or EINKLANG_KEY_FILE is set."""
        return self.folder / "secret.key"


class Web(Section):
    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[Whole, Field(ge=1, le=65535)] = 8765
    threads: Annotated[Whole, Field(ge=1, le=256)] = 4
    public_url: Annotated[str, AfterValidator(_public_url)] = ""
    frame_ancestors: Origins = ()

    @property
    def url(self) -> str:
        """The address under which people reach this server, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"http://{host}:{self.port}"


class Team(Section):
    name: str = ""
    domains: Domains = ()
    addresses: Addresses = ()


class Mail(Section):
    poll_seconds: Annotated[Number, Field(ge=1, le=86_400)] = 60
    history_days: Annotated[Whole, Field(ge=0, le=36_500)] = 0
    connect_seconds: Annotated[Number, Field(ge=1, le=3_600)] = 20
    command_seconds: Annotated[Number, Field(ge=1, le=3_600)] = 60
    allow_plaintext: bool = False


class CoachSettings(Section):
    encoder: Annotated[str, AfterValidator(_encoder)] = "default"
    languages: Languages = ("de", "en")
    half_life_days: Annotated[Number, Field(ge=1, le=36_500)] = 365
    min_words: Annotated[Whole, Field(ge=1)] = 12


class Privacy(Section):
    keep_text_days: Annotated[Whole, Field(ge=0, le=36_500)] = 90


class Log(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"


class Settings(Section):
    """Everything an admin can set; `load` makes it."""

    data: Data = Field(default_factory=Data)
    web: Web = Field(default_factory=Web)
    team: Team = Field(default_factory=Team)
    mail: Mail = Field(default_factory=Mail)
    coach: CoachSettings = Field(default_factory=CoachSettings)
    privacy: Privacy = Field(default_factory=Privacy)
    log: Log = Field(default_factory=Log)


def _keys() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for section, field in Settings.model_fields.items():
        assert isinstance(field.annotation, type)
        assert issubclass(field.annotation, Section)
        found[section] = tuple(field.annotation.model_fields)
    return found


KEYS = _keys()
"""Section -> its keys: what a settings file may hold."""


def load(path: Path | None, env: Mapping[str, str]) -> Settings:
    """The settings of `path` (or of the file that is found) under the variables of `env`.

    Raises SettingsError with every mistake at once, each "FILE:LINE: section.key: what is wrong, what to do".
    """
    file = settings_file.read(path, env)
    variables, problems = _from_environment(env)
    tables = _merge(file.tables, variables)
    try:
        settings = Settings.model_validate(tables, context={"base": file.base})
    except ValidationError as error:
        found = [in_words(file, KEYS, variables, detail) for detail in error.errors(include_url=False)]
        raise SettingsError(problems + [said for _, said in sorted(found, key=lambda one: one[0])]) from error
    if problems:
        raise SettingsError(problems)
    return settings


def _from_environment(env: Mapping[str, str]) -> tuple[Variables, list[str]]:
    variables: dict[tuple[str, str], tuple[str, str]] = {}
    problems = []
    if "EINKLANG_DATA" in env:
        variables["data", "folder"] = ("EINKLANG_DATA", _from_here(env["EINKLANG_DATA"]))
    for name in sorted(env):
        section, _, key = name.removeprefix("EINKLANG_").lower().partition("_")
        if not name.startswith("EINKLANG_") or section not in KEYS or not key:
            continue
        if key in KEYS[section]:
            text = _from_here(env[name]) if (section, key) == ("data", "folder") else env[name]
            variables[section, key] = (name, text)
            continue
        meant = difflib.get_close_matches(key, KEYS[section], 1)
        hint = f" Did you mean EINKLANG_{section.upper()}_{meant[0].upper()}?" if meant else ""
        problems.append(f"{name} (environment): there is no {section}.{key}.{hint}")
    return variables, problems


def _from_here(path: str) -> str:
    # a path given on the command line or in the environment starts where its writer stands
    return str(Path(path).expanduser().absolute()) if path.strip() else path


def _merge(tables: Mapping[str, object], variables: Variables) -> dict[str, Any]:
    merged: dict[str, Any] = {
        section: dict(keys) if isinstance(keys, Mapping) else keys for section, keys in tables.items()
    }
    for section in KEYS:
        merged.setdefault(section, {})  # so that its defaults, too, are checked with the file's base folder
    for (section, key), (_, text) in variables.items():
        keys = merged[section]
        if isinstance(keys, dict):
            keys[key] = text
    return merged
