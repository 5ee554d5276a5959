"""`einklang privacy export`: everything about a person as files that they can read, and as rows for programs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from coach import Coach
from coach.profile import LanguageProfile
from server.errors import ServerError
from server.habits import habits_of
from server.ingest import profile_of
from server.privacy.export_words import MEANINGS, README, of_function_words
from server.privacy.team_conduct import without_conduct
from server.privacy.waiting import waiting_of
from server.store import Store
from server.store.erasure import Known
from server.team import Team

OF_THE_TEAM = {"hint_feedback": ("account_id", "mark")}
"""Columns that are about people of the team, not about the person who asks."""

Rows = Mapping[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Exported:
    """Where the files are, how many rows and mails they hold, and what to look at by hand."""

    folder: Path
    rows: int
    mails: int
    without_text: int
    further_addresses: tuple[str, ...]


def export(address: str, store: Store, coach: Coach, team: Team, folder: Path, now: datetime) -> Exported:
    """Writes everything about the person with this address into `folder`, which must be new or empty.

    Raises ServerError for an address of the team, for one that nothing is known of, and where it cannot be written.
    """
    addresses = store.erasure.addresses_of(address)
    if own := [each for each in addresses if team.has(each)]:
        raise ServerError(f"{own[0]} is an address of the team: what is kept about people of the team is in docs.")
    rows: dict[str, list[dict[str, Any]]] = {}
    for name, found in store.erasure.rows(addresses):
        hidden = OF_THE_TEAM.get(name, ())
        rows[name] = [{key: value for key, value in row.items() if key not in hidden} for row in found]
    rows = without_conduct(rows)
    by_address = Known(addresses, (), frozenset(), frozenset())  # a name alone proves not whose mail it is
    waiting = waiting_of(by_address, store, team)
    theirs = [each for each in store.erasure.waiting() if each.id in waiting.theirs]
    raws = {each.id: each.raw for each in theirs}
    notes = frozenset(each.id for each in theirs if each.channel != "email")
    if not any(rows.values()) and not raws:
        raise ServerError(f"Nothing is stored about {address}.")
    _make_private(folder)
    mails = without_text = 0
    for name, content, has_text in _mails(rows["message"], raws, notes):
        _write(folder / "mails" / name, content)
        mails, without_text = mails + 1, without_text + (not has_text)
    _write_json(folder / "profile.json", _profiles(rows["profile"], coach))
    _write_json(folder / "everything.json", {name: found for name, found in rows.items() if found} | {"": MEANINGS})
    _write(folder / "README.txt", _readme(addresses, rows, mails, now).encode())
    count = sum(len(found) for found in rows.values())
    return Exported(folder, count, mails, without_text, store.erasure.further_addresses(addresses))


def _readme(addresses: Sequence[str], rows: Rows, mails: int, now: datetime) -> str:
    tables = "\n".join(f"  {name:22} {len(found):6}  {MEANINGS.get(name, '')}" for name, found in rows.items() if found)
    return README.format(addresses=", ".join(addresses), day=f"{now:%Y-%m-%d}", mails=mails, tables=tables)


def _mails(
    rows: Sequence[Mapping[str, Any]], raws: Mapping[int, bytes], notes: frozenset[int]
) -> Iterator[tuple[str, bytes, bool]]:
    """Each mail as a file: as it came where it still is, else what is kept of it."""
    for number, raw in raws.items():
        kind = "eml" if number not in notes else "json"
        yield f"{number:08}-as-received.{kind}", raw, True
    for row in rows:
        if row["id"] in raws:
            continue
        yield f"{row['id']:08}-{row['date'] or row['internaldate']:%Y-%m-%d}.eml", _as_mail(row), bool(row["body"])


def _as_mail(row: Mapping[str, Any]) -> bytes:
    made = EmailMessage()
    incoming = row["direction"] == "in"
    for name, value in (
        ("From", row["from_address"]),
        ("To", None if incoming else row["correspondent"]),
        ("Subject", row["subject"]),
        ("X-Einklang-Name", row["from_name"]),
        ("X-Einklang-Message-ID", row["header_id"]),
        ("X-Einklang-Channel", row["channel"]),
    ):
        if value:
            made[name] = " ".join(str(value).split())
    made["Date"] = row["date"] or row["internaldate"]
    made.set_content(row["body"] or "(The text is no longer kept. / Der Text wird nicht mehr aufbewahrt.)\n")
    return made.as_bytes()


def _profiles(rows: Sequence[Mapping[str, Any]], coach: Coach) -> list[dict[str, Any]]:
    """What was learned of how the person writes: each figure with its meaning, and the habits in words."""
    found = []
    for row in rows:
        profile = profile_of(row["body"])
        habits = {each.language: each for each in habits_of(profile, coach)}
        for language, part in sorted(profile.parts.items()):
            said = habits[language].habits if language in habits else ()
            found.append(
                {
                    "address": row["key"],
                    "language": language,
                    "mails": part.samples,
                    "words": part.words,
                    "habits": [{"en": each.text["en"], "de": each.text["de"]} for each in said],
                    "figures": list(_figures(part, coach)),
                }
            )
    return found


def _figures(part: LanguageProfile, coach: Coach) -> Iterator[dict[str, Any]]:
    for key, each in sorted(part.numbers.items()):
        yield {**_meaning(key, coach), "mails": each.count, "mean_scaled": each.mean}
    for key, tally in sorted(part.forms.items()):
        total = sum(tally.values())
        yield {**_meaning(key, coach), "shares": {form: round(count / total, 4) for form, count in tally.items()}}
    for key, counted in sorted(part.counts.items()):
        yield {**_meaning(key, coach), "counted": dict(counted)}


def _meaning(key: str, coach: Coach) -> dict[str, Any]:
    name = key.partition("@")[0]
    family, _, kind = name.partition(".")
    if family == "function_words":
        return {"figure": key, "means": of_function_words(kind)}
    dimension = coach.dimensions.get(name)
    return {"figure": key, "means": dict(dimension.label) if dimension else {}}


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if any(folder.iterdir()):
            raise ServerError(f"{folder} is not empty: name a new folder with --to.")
        folder.chmod(0o700)
        (folder / "mails").mkdir(mode=0o700)
    except OSError as error:
        raise ServerError(f"{folder} cannot be written: {error.strerror}.") from error


def _write_json(path: Path, value: object) -> None:
    _write(path, json.dumps(value, indent=2, ensure_ascii=False, default=_plain).encode())


def _write(path: Path, content: bytes) -> None:
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise ServerError(f"{path} cannot be written: {error.strerror}.") from error


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return f"{len(value)} bytes: see the folder mails"
    return str(value)
