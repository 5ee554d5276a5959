"""Profiles: what the samples of a correspondent add up to, one per language."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, bindparam, select, update

from server.access import Sight
from server.errors import NotFound
from server.store.database import Database, insert_new
from server.store.people import person_of
from server.store.schema import customer, profile, profile_basis, sample
from server.store.sight import Form, asked_for, seen_under
from server.store.values import CONTACT, Fold, ProfileState, Rebuild, StoredProfile, StoredSample


class Profiles:
    """Profiles by kind ('contact' for now), key (the address) and language; the body is the engine's JSON."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, kind: str, key: str, language: str) -> StoredProfile | None:
        """This profile, or None if nothing was learned."""
        query = select(profile).where(_is(kind, key.lower(), language))
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return _profile(row) if row is not None else None

    def of_person(self, address: str, *, sight: Sight) -> list[StoredProfile]:
        """The profiles of all addresses of the person with this one, by address and language."""
        with self._database.reading() as connection:
            asked = _addresses(connection, address) | asked_for(sight)
            rows = connection.execute(_of_person(Form.of(sight), whole=True), asked)
            return [_profile(row) for row in rows]

    def of_domain(self, domain: str, *, sight: Sight) -> list[StoredProfile]:
        """The contacts' profiles of one mail domain, by address and language."""
        asked = {"domain": domain.lower()} | asked_for(sight)
        with self._database.reading() as connection:
            rows = connection.execute(_of_domain(Form.of(sight), whole=True), asked)
            return [_profile(row) for row in rows]

    def states(self, address: str, *, sight: Sight) -> tuple[ProfileState, ...]:
        """How new each profile that `of_person` gives is, in the same order."""
        with self._database.reading() as connection:
            asked = _addresses(connection, address) | asked_for(sight)
            rows = connection.execute(_of_person(Form.of(sight), whole=False), asked)
            return tuple(ProfileState(*row) for row in rows)

    def states_of_domain(self, domain: str, *, sight: Sight) -> tuple[ProfileState, ...]:
        """How new each profile that `of_domain` gives is, in the same order."""
        asked = {"domain": domain.lower()} | asked_for(sight)
        with self._database.reading() as connection:
            rows = connection.execute(_of_domain(Form.of(sight), whole=False), asked)
            return tuple(ProfileState(*row) for row in rows)

    def rest_on(self, name: str, value: str) -> int:
        """Notes what all profiles are made with; if that is new, they become stale. Returns how many did."""
        with self._database.writing() as connection:
            known = select(profile_basis.c.value).where(profile_basis.c.name == name)
            if connection.execute(known).scalar_one_or_none() == value:
                return 0
            if not insert_new(connection, profile_basis, [{"name": name, "value": value}], profile_basis.c.name):
                here = profile_basis.c.name == name
                connection.execute(update(profile_basis).where(here).values(value=value))
            return connection.execute(update(profile).values(stale=True)).rowcount

    def samples(self, correspondent: str, language: str) -> tuple[StoredSample, ...]:
        """The measured samples of a correspondent, oldest first."""
        with self._database.reading() as connection:
            return _samples(connection, correspondent.lower(), language)

    def rebuild(self, kind: str, key: str, language: str, fold: Rebuild, *, now: datetime) -> StoredProfile:
        """Makes a contact's profile anew from its samples in one transaction; raises NotFound without any."""
        if kind != CONTACT:
            raise ValueError(f"only profiles of contacts rest on samples of their own, not {kind!r}")
        with self._database.writing() as connection:
            samples = _samples(connection, key.lower(), language)
            if not samples:
                raise NotFound(f"Nothing was learned from {key} in {language!r}.")
            lock(connection, kind, key.lower(), language)
            return _write(connection, kind, key.lower(), language, fold(samples), now)

    def list(
        self, kind: str, *, key: str | None = None, language: str | None = None, stale: bool | None = None
    ) -> list[StoredProfile]:
        """All profiles of a kind, or those of one key, in one language, or that wait for a rebuild."""
        query = select(profile).where(profile.c.kind == kind).order_by(profile.c.key, profile.c.language)
        if key is not None:
            query = query.where(profile.c.key == key.lower())
        if language is not None:
            query = query.where(profile.c.language == language)
        if stale is not None:
            query = query.where(profile.c.stale.is_(stale))
        with self._database.reading() as connection:
            return [_profile(row) for row in connection.execute(query)]


def lock(connection: Connection, kind: str, key: str, language: str) -> str | None:
    """The profile's body for the length of this transaction, in which no other changes it."""
    query = select(profile.c.body).where(_is(kind, key, language)).with_for_update()
    body: str | None = connection.execute(query).scalar_one_or_none()
    return body


def fold_in(connection: Connection, kind: str, key: str, language: str, fold: Fold, now: datetime) -> None:
    """Lets `fold` add a sample to the profile; a stale one stays stale."""
    known = lock(connection, kind, key, language)
    body = fold(known)
    if known is None:
        _write(connection, kind, key, language, body, now, keep_stale=True)
        return
    values = {"body": body, "version": profile.c.version + 1, "updated_at": now}
    connection.execute(update(profile).where(_is(kind, key, language)).values(**values))


def put_in_place(
    connection: Connection, kind: str, key: str, language: str, body: str, now: datetime, *, was: str | None
) -> bool:
    """Puts a profile's body in place of the one that it was worked out from (None: of none); a stale one stays stale.

    False, and nothing is changed, where another stands there by now.
    """
    if was is None:
        fresh = {"kind": kind, "key": key, "language": language, "body": body, "updated_at": now}
        return bool(insert_new(connection, profile, [fresh | {"version": 1, "stale": False}], profile.c.key))
    here = {"of_kind": kind, "of_key": key, "in_language": language, "was": was}
    return connection.execute(_REPLACE, here | {"body": body, "updated_at": now}).rowcount == 1


_REPLACE = (
    update(profile)
    .where(
        profile.c.kind == bindparam("of_kind"),
        profile.c.key == bindparam("of_key"),
        profile.c.language == bindparam("in_language"),
        profile.c.body == bindparam("was"),
    )
    .values(version=profile.c.version + 1)
)


def _write(
    connection: Connection,
    kind: str,
    key: str,
    language: str,
    body: str,
    now: datetime,
    *,
    keep_stale: bool = False,
) -> StoredProfile:
    fresh = {
        "kind": kind,
        "key": key,
        "language": language,
        "body": body,
        "version": 0,
        "updated_at": now,
        "stale": False,
    }
    insert_new(connection, profile, [fresh], profile.c.key)
    values: dict[str, object] = {"body": body, "version": profile.c.version + 1, "updated_at": now}
    if not keep_stale:
        values["stale"] = False
    connection.execute(update(profile).where(_is(kind, key, language)).values(**values))
    return _profile(connection.execute(select(profile).where(_is(kind, key, language))).one())


STATE = (profile.c.key, profile.c.language, profile.c.version, profile.c.updated_at)


def _addresses(connection: Connection, address: str) -> dict[str, list[str]]:
    return {"addresses": list(person_of(connection, address).addresses)}


@cache
def _of_person(form: Form, *, whole: bool) -> Select[Any]:
    """The contacts' profiles in sight by addresses, by address and language; else how new they are."""
    theirs = profile.c.key.in_(bindparam("addresses", expanding=True))
    here = (profile.c.kind == CONTACT, theirs, seen_under(profile.c.key, form))
    return select(*(profile.c if whole else STATE)).where(*here).order_by(profile.c.key, profile.c.language)


@cache
def _of_domain(form: Form, *, whole: bool) -> Select[Any]:
    """The contacts' profiles in sight by mail domain, by address and language; else how new they are."""
    # by the customers, whose domains have an index: a profile's key would have to be compared one by one
    here = (customer.c.domain == bindparam("domain"), seen_under(customer.c.address, form))
    theirs = profile.c.key.in_(select(customer.c.address).where(*here))
    query = select(*(profile.c if whole else STATE)).where(profile.c.kind == CONTACT, theirs)
    return query.order_by(profile.c.key, profile.c.language)


def _is(kind: str, key: str, language: str) -> ColumnElement[bool]:
    return and_(profile.c.kind == kind, profile.c.key == key, profile.c.language == language)


def _samples(connection: Connection, correspondent: str, language: str) -> tuple[StoredSample, ...]:
    columns = sample.c
    query = (
        select(
            columns.id,
            columns.correspondent,
            columns.language,
            columns.words,
            columns.measurement,
            columns.date,
        )
        .where(columns.correspondent == correspondent, columns.language == language)
        .order_by(columns.date, columns.id)
    )
    return tuple(StoredSample(**row._asdict()) for row in connection.execute(query))


def _profile(row: Row[tuple[object, ...]]) -> StoredProfile:
    return StoredProfile(**row._asdict())
