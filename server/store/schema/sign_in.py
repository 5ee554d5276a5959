"""The tables of signing in to the pages: passwords, second factors, identities of a provider, tries, sessions."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from server.store.schema.columns import Id, UtcDateTime, metadata, number


def _account(*, primary_key: bool = False) -> Column[int]:
    key = ForeignKey("account.id", ondelete="CASCADE")
    return Column(
        "account_id", Id, key, primary_key=primary_key, nullable=False, autoincrement=False, index=not primary_key
    )


password = Table(
    "password",
    metadata,
    _account(primary_key=True),
    Column("hash", Text, nullable=False),
    Column("changed_at", UtcDateTime, nullable=False),
)

# Links with which people set their password themselves: hashes, each good for one use.
password_link = Table(
    "password_link",
    metadata,
    number(),
    _account(),
    Column("hash", String, nullable=False, unique=True),
    Column("created_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

# It counts from `confirmed_at` on; `last_step` is the newest interval of 30 s whose code was used.
second_factor = Table(
    "second_factor",
    metadata,
    _account(primary_key=True),
    Column("sealed_secret", LargeBinary, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("confirmed_at", UtcDateTime),
    Column("last_step", Integer, nullable=False),
)

recovery_code = Table(
    "recovery_code",
    metadata,
    number(),
    _account(),
    Column("hash", String, nullable=False),
    sqlite_autoincrement=True,
)

# Who somebody is at an identity provider. The provider never gives a subject to anybody else; an address it may.
sign_in_identity = Table(
    "sign_in_identity",
    metadata,
    number(),
    _account(),
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("last_used_at", UtcDateTime, nullable=False),
    UniqueConstraint("issuer", "subject"),
    UniqueConstraint("account_id", "issuer"),
    sqlite_autoincrement=True,
)

# How often it went wrong for a name, an address or a browser; `key` is a keyed hash.
sign_in_try = Table(
    "sign_in_try",
    metadata,
    Column("key", String, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", UtcDateTime, nullable=False, index=True),
    Column("wait_until", UtcDateTime, nullable=False),
)

# `opened_as` is the account's role at sign-in: with another one the session is over. `token_id` is the token that it
# was opened with.
web_session = Table(
    "web_session",
    metadata,
    number(),
    Column("hash", String, nullable=False, unique=True),
    _account(),
    Column("token_id", Id, ForeignKey("token.id", ondelete="CASCADE"), index=True),
    Column("opened_as", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("way", String, nullable=False),
    Column("agent", String, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("ends_at", UtcDateTime, nullable=False, index=True),
    sqlite_autoincrement=True,
)
