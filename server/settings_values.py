"""The values that a settings file may hold, each checked and brought to one form; a mistake is told in words."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, ValidationInfo

from server.loopback import is_loopback

DOMAIN = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?\.)+[a-z0-9-]{2,}")
POSTGRESQL = ("postgresql", "postgresql+psycopg", "postgres")
ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")


def items(value: object) -> object:
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


def _endpoint(value: str) -> str:
    if not value:
        return value
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment or parts.username is not None:
        raise ValueError(f"{value!r} is not the address of a service: write it like 'https://login.example.com/token'")
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise ValueError(f"{value!r} is not protected: secrets go there, so write https")
    return value.rstrip("/")


def endpoint_problem(value: str) -> str:
    """Why this is no address that secrets may go to, in words; empty if it is one."""
    try:
        return "" if _endpoint(value) else "an address is empty"
    except ValueError as error:
        return str(error)


def _issuer(value: str) -> str:
    _endpoint(value)  # raises for what is no address, or not protected
    if "?" in value or value.endswith("/.well-known/openid-configuration"):
        raise ValueError(f"{value!r} is more than the name of an issuer: write it like 'https://login.example.com'")
    return value  # as it is: a slash at its end is part of the name


def _tenant(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9.-]+", value):
        raise ValueError(f"{value!r} is no tenant: write its id or its domain, such as 'example.onmicrosoft.com'")
    return value


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
    if scheme in POSTGRESQL:
        return _on_server(rest)
    if scheme != "sqlite":
        raise ValueError(f"{scheme} is not known: use SQLite or PostgreSQL, or leave it empty")
    if not rest.startswith("/") or rest in ("/", "/:memory:"):
        raise ValueError("names no file: write it like 'sqlite:////srv/einklang/einklang.db'")
    return f"sqlite:///{_from_base(rest[1:], info)}"


def _on_server(rest: str) -> str:
    # no part of it is repeated: there may be a password in it, also in a wrong place
    try:
        parts = urlsplit(f"//{rest}")
        complete = bool(parts.path.strip("/")) and (parts.port is None or parts.port > 0)
    except ValueError:
        complete = False
    if not complete or "/" in parts.path.strip("/"):
        raise ValueError(
            "is not the address of a PostgreSQL database: write it like "
            "'postgresql://einklang@db.example.com/einklang' (in a password, letters such as @ / : ? # % as "
            "%40 %2F %3A %3F %23 %25)"
        )
    return f"postgresql+psycopg://{rest}"


def _file(value: object, info: ValidationInfo) -> Path | None:
    if value is None or value == "":
        return None
    path = _path(value, info)
    if not path.is_file():
        raise ValueError(f"there is no file {path}")
    return path


def _host(value: str) -> str:
    host = value.strip().lower()
    if not re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:]+", _ascii_domain(host)):
        raise ValueError(f"{value!r} is no name of a server: write it like 'coach.example.com', without port")
    return host


def _network(value: str) -> str:
    try:
        return str(ipaddress.ip_network(value, strict=False))
    except ValueError:
        raise ValueError(f"{value!r} is no address or network: write it like '10.0.0.7' or '10.0.0.0/24'") from None


def _storage(value: str) -> str:
    if value and not re.match(r"(?:redis|rediss|redis\+unix|redis\+sentinel)://", value):
        raise ValueError("is no address of Redis: write it like 'redis://127.0.0.1:6379/0', or leave it empty")
    return value


def _encoder(value: str, info: ValidationInfo) -> str:
    if not value.strip():
        raise ValueError("is empty: write 'default', the name of a model or the path of its folder")
    return str(_from_base(value, info)) if value.startswith(("/", "./", "../", "~")) else value


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-z]{2,3}", value):
        raise ValueError(f"{value!r} is not the code of a language: write it like 'de'")
    return value


def _word(value: str) -> str:
    word = " ".join(value.split())
    if not word.replace("*", "").strip():
        raise ValueError(f"{value!r} names nothing: it would fit everything")
    return word


def _not_empty(value: tuple[str, ...]) -> tuple[str, ...]:
    if not value:
        raise ValueError("is empty: name at least one language")
    return value


Whole = Annotated[int, BeforeValidator(_no_truth)]
Number = Annotated[float, BeforeValidator(_no_truth)]
Folder = Annotated[Path, BeforeValidator(_path)]
OptionalFile = Annotated[Path | None, BeforeValidator(_file)]
Folders = Annotated[tuple[Folder, ...], BeforeValidator(items)]
Domains = Annotated[tuple[Annotated[str, AfterValidator(_domain)], ...], BeforeValidator(items)]
Addresses = Annotated[tuple[Annotated[str, AfterValidator(_address)], ...], BeforeValidator(items)]
Origins = Annotated[tuple[Annotated[str, AfterValidator(_origin)], ...], BeforeValidator(items)]
Hosts = Annotated[tuple[Annotated[str, AfterValidator(_host)], ...], BeforeValidator(items)]
Networks = Annotated[tuple[Annotated[str, AfterValidator(_network)], ...], BeforeValidator(items)]
Storage = Annotated[str, AfterValidator(_storage)]
Words = Annotated[tuple[Annotated[str, AfterValidator(_word)], ...], BeforeValidator(items)]
Languages = Annotated[
    tuple[Annotated[str, AfterValidator(_language)], ...], BeforeValidator(items), AfterValidator(_not_empty)
]
PublicUrl = Annotated[str, AfterValidator(_public_url)]
DatabaseUrl = Annotated[str, AfterValidator(_database)]
Encoder = Annotated[str, AfterValidator(_encoder)]
Endpoint = Annotated[str, AfterValidator(_endpoint)]
Issuer = Annotated[str, AfterValidator(_issuer)]
Tenant = Annotated[str, AfterValidator(_tenant)]
