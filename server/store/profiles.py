"""Profiles: what the samples of a correspondent add up to, one per language."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, and_, select, update

from server.access import Sight
from server.errors import NotFound
from server.store.database import Database, insert_new
from server.store.people import is_by
from server.store.schema import customer, profile, profile_basis, sample
from server.store.sight import seen_under
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
            wanted = and_(profile.c.kind == CONTACT, is_by(connection, profile.c.key, address))
            query = select(profile).where(wanted, seen_under(profile.c.key, sight))
            query = query.order_by(profile.c.key, profile.c.language)
            return [_profile(row) for row in connection.execute(query)]

    def of_domain(self, domain: str, *, sight: Sight) -> list[StoredProfile]:
        """The contacts' profiles of one mail domain, by address and language."""
        query = select(profile).where(_of_domain(domain, sight)).order_by(profile.c.key, profile.c.language)
        with self._database.reading() as connection:
            return [_profile(row) for row in connection.execute(query)]

    def states(self, address: str, *, sight: Sight) -> tuple[ProfileState, ...]:
        """How new each profile that `of_person` gives is, in the same order."""
        with self._database.reading() as connection:
            theirs = is_by(connection, profile.c.key, address)
            return _states(connection, and_(profile.c.kind == CONTACT, theirs, seen_under(profile.c.key, sight)))

    def states_of_domain(self, domain: str, *, sight: Sight) -> tuple[ProfileState, ...]:
        """How new each profile that `of_domain` gives is, in the same order."""
        with self._database.reading() as connection:
            return _states(connection, _of_domain(domain, sight))

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


def _states(connection: Connection, wanted: ColumnElement[bool]) -> tuple[ProfileState, ...]:
    columns = (profile.c.key, profile.c.language, profile.c.version, profile.c.updated_at)
    query = select(*columns).where(wanted).order_by(profile.c.key, profile.c.language)
    return tuple(ProfileState(*row) for row in connection.execute(query))


def _of_domain(domain: str, sight: Sight) -> ColumnElement[bool]:
    # by the customers, whose domains have an index: a profile's key would have to be compared one by one
    here = (customer.c.domain == domain.lower(), seen_under(customer.c.address, sight))
    there = select(customer.c.address).where(*here)
    return and_(profile.c.kind == CONTACT, profile.c.key.in_(there))


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
