"""The admin's knobs: config/einklang.toml and EINKLANG_* variables, checked, as frozen values."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, field_validator

from server import settings_file
from server.errors import SettingsError
from server.settings_jobs import Jobs, shared_file_problem
from server.settings_problems import Variables, in_words
from server.settings_sections import Digest, Feedback, Metrics, OpenId, Section, SignIn, Smtp, Webhooks
from server.settings_values import (
    Addresses,
    DatabaseUrl,
    Domains,
    Encoder,
    Endpoint,
    Folder,
    Folders,
    Hosts,
    Languages,
    Networks,
    Number,
    OptionalFile,
    Origins,
    PublicUrl,
    Storage,
    Tenant,
    Whole,
    Words,
    items,
)


class Data(Section):
    folder: Folder = Path("data")
    database: DatabaseUrl = Field(default="", repr=False)

    @property
    def database_url(self) -> str:
        """Where the store is: `database`, or the SQLite file in the data folder."""
        return self.database or f"sqlite:///{self.folder / 'einklang.db'}"

    @property
    def database_file(self) -> Path | None:
        """The file of a SQLite database; None where a server keeps the data."""
        return Path(self.database_url.removeprefix("sqlite:///")) if self.database_url.startswith("sqlite") else None

    @property
    def key_file(self) -> Path:
        """The file of the key that seals passwords, unless EINKLANG_KEY or EINKLANG_KEY_FILE is set."""
        return self.folder / "secret.key"


class Web(Section):
    host: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[Whole, Field(ge=1, le=65535)] = 8765
    processes: Annotated[Whole, Field(ge=1, le=64)] = 1
    threads: Annotated[Whole, Field(ge=1, le=256)] = 4
    public_url: PublicUrl = ""
    hosts: Hosts = ()
    frame_ancestors: Origins = ()
    tls_cert: OptionalFile = None
    tls_key: OptionalFile = None
    trusted_proxies: Networks = ("127.0.0.0/8", "::1/128")
    rate_limit_storage: Storage = Field(default="", repr=False)

    @field_validator("tls_key")
    @classmethod
    def _both(cls, value: Path | None, info: ValidationInfo) -> Path | None:
        if "tls_cert" in info.data and (value is None) is not (info.data["tls_cert"] is None):
            raise ValueError("web.tls_cert and web.tls_key belong together: set both or none")
        return value

    @property
    def own_url(self) -> str:
        """Where this server listens, as this machine reaches it."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 # nosec B104 - only looked at
        return f"{'https' if self.tls_cert else 'http'}://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def url(self) -> str:
        """The address under which people reach this server, without a slash at its end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.public_url or f"{'https' if self.tls_cert else 'http'}://{host}:{self.port}"


class Team(Section):
    name: str = ""
    domains: Domains = ()
    addresses: Addresses = ()
    free_mail_domains: Domains = ()


class Mail(Section):
    poll_seconds: Annotated[Number, Field(ge=1, le=86_400)] = 60
    history_days: Annotated[Whole, Field(ge=0, le=36_500)] = 0
    connect_seconds: Annotated[Number, Field(ge=1, le=3_600)] = 20
    command_seconds: Annotated[Number, Field(ge=1, le=3_600)] = 60
    allow_plaintext: bool = False
    daily_megabytes: Annotated[Whole, Field(ge=0, le=10_000_000)] = 2000
    connects_per_minute: Annotated[Whole, Field(ge=0, le=100_000)] = 120


class OAuth(Section):
    microsoft_client_id: str = ""
    microsoft_tenant: Tenant = "organizations"
    microsoft_authority: Endpoint = "https://login.microsoftonline.com"
    google_client_id: str = ""
    google_client_secret: str = Field(default="", repr=False)
    own_client_id: str = ""
    own_client_secret: str = Field(default="", repr=False)
    own_scope: str = "openid email offline_access"
    own_device_url: Endpoint = ""
    own_authorize_url: Endpoint = ""
    own_token_url: Endpoint = ""


class CoachSettings(Section):
    encoder: Encoder = "default"
    languages: Languages = ("de", "en")
    half_life_days: Annotated[Number, Field(ge=1, le=36_500)] = 365
    min_words: Annotated[Whole, Field(ge=1)] = 12


class Rules(Section):
    folders: Folders = ()
    coaching: Folder = Path("config") / "coaching.toml"


class LanguageModel(Section):
    endpoint: Endpoint = ""
    model: str = ""
    timeout_seconds: Annotated[Number, Field(ge=1, le=600)] = 60
    max_words: Annotated[Whole, Field(ge=20, le=5_000)] = 400

    @field_validator("model")
    @classmethod
    def _named(cls, value: str, info: ValidationInfo) -> str:
        if info.data.get("endpoint") and not value.strip():
            raise ValueError("is empty: name the model that language_model.endpoint is to answer with")
        return value.strip()


Topic = Literal["works_council", "union", "health", "confidential", "law"]
"""Groups of words in config/exclusions.toml."""


class Privacy(Section):
    keep_text_days: Annotated[Whole, Field(ge=0, le=36_500)] = 90
    keep_days: Annotated[Whole, Field(ge=0, le=36_500)] = 0
    exclude_addresses: Addresses = ()
    exclude_domains: Domains = ()
    exclude_folders: Words = ()
    exclude_words: Words = ()
    exclude_topics: Annotated[tuple[Topic, ...], BeforeValidator(items)] = ()
    encrypt_texts: bool = False
    works_council: bool = True
    min_group: Annotated[Whole, Field(ge=3, le=1_000)] = 5


class Log(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"
    requests: bool = False


class Settings(Section):
    """Everything an admin can set; `load` makes it."""

    data: Data = Field(default_factory=Data)
    web: Web = Field(default_factory=Web)
    team: Team = Field(default_factory=Team)
    mail: Mail = Field(default_factory=Mail)
    oauth: OAuth = Field(default_factory=OAuth)
    coach: CoachSettings = Field(default_factory=CoachSettings)
    rules: Rules = Field(default_factory=Rules)
    language_model: LanguageModel = Field(default_factory=LanguageModel)
    smtp: Smtp = Field(default_factory=Smtp)
    digest: Digest = Field(default_factory=Digest)
    webhooks: Webhooks = Field(default_factory=Webhooks)
    feedback: Feedback = Field(default_factory=Feedback)
    sign_in: SignIn = Field(default_factory=SignIn)
    openid: OpenId = Field(default_factory=OpenId)
    privacy: Privacy = Field(default_factory=Privacy)
    jobs: Jobs = Field(default_factory=Jobs)
    log: Log = Field(default_factory=Log)
    metrics: Metrics = Field(default_factory=Metrics)


def _keys() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for section, field in Settings.model_fields.items():
        assert isinstance(field.annotation, type)
        assert issubclass(field.annotation, Section)
        found[section] = tuple(field.annotation.model_fields)
    return found


KEYS = _keys()
"""Section -> its keys: what a settings file may hold."""

SECRETS = frozenset(
    f"EINKLANG_{name}{where}"
    for name in (
        "LANGUAGE_MODEL_API_KEY",
        "SMTP_PASSWORD",
        "WEBHOOKS_SECRET",
        "OPENID_CLIENT_SECRET",
        "METRICS_TOKEN",
        "BROKER_PASSWORD",
    )
    for where in ("", "_FILE")
)
"""Variables that name what is no setting and stands in no file of settings; `server.secrets` reads them."""


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
    if problem := shared_file_problem(settings.jobs, is_file=settings.data.database_file is not None):
        line = file.line_of("jobs", "queue")
        problems.append(f"{file.name}:{line}: {problem}" if line else f"{file.name}: {problem}")
    if problems:
        raise SettingsError(problems)
    return settings


def _from_environment(env: Mapping[str, str]) -> tuple[Variables, list[str]]:
    variables: dict[tuple[str, str], tuple[str, str]] = {}
    problems = []
    if "EINKLANG_DATA" in env:
        variables["data", "folder"] = ("EINKLANG_DATA", _from_here(env["EINKLANG_DATA"]))
    for name in sorted(env):
        section, key = _meant(name)
        if not section or not key or name in SECRETS:
            continue
        if key in KEYS[section]:
            text = _from_here(env[name]) if (section, key) == ("data", "folder") else env[name]
            variables[section, key] = (name, text)
            continue
        meant = difflib.get_close_matches(key, KEYS[section], 1)
        hint = f" Did you mean EINKLANG_{section.upper()}_{meant[0].upper()}?" if meant else ""
        problems.append(f"{name} (environment): there is no {section}.{key}.{hint}")
    return variables, problems


def _meant(name: str) -> tuple[str, str]:
    """The section and the key that a variable sets; the section is empty if it is none of ours."""
    rest = name.removeprefix("EINKLANG_").lower()
    found = [each for each in KEYS if rest.startswith(f"{each}_")] if name.startswith("EINKLANG_") else []
    section = max(found, key=len, default="")
    return section, rest.removeprefix(f"{section}_") if section else ""


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
