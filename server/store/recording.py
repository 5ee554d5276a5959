"""What is written of a mail once it is analysed, in few statements: meanwhile everybody else who writes waits."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, select, update

from server.store.customers import CustomerFigures, count_mail
from server.store.database import Database, insert_new
from server.store.places import note_place
from server.store.profiles import fold_in, put_in_place
from server.store.schema import alias, customer, customer_language, customer_mailbox, message, profile, sample
from server.store.sent_days import OUT, count_sent
from server.store.traces import StoredTrace, put
from server.store.values import CONTACT, PERSONAL, Fold, Learned, ParsedMessage
from server.store.wanting import want_again

TEXTS = ("subject", "body", "authored")


@dataclass(frozen=True, slots=True)
class Finding:
    """One mail by its number, with what was found in it; without `keep_text` its texts are not kept."""

    message_id: int
    parsed: ParsedMessage
    learned: Learned | None
    fold: Fold | None
    now: datetime
    keep_text: bool
    trace: StoredTrace | None

    @property
    def customer(self) -> str:
        """The address, as it is stored, of whom this is a mail from or to; empty for nobody."""
        parsed = self.parsed
        if parsed.kind != PERSONAL or not parsed.correspondent or parsed.direction is None:
            return ""
        return _storable(parsed.correspondent.lower())


@dataclass(frozen=True, slots=True)
class Ahead:
    """What was read before the turn to write: when the mail came to its server, and the profile it belongs to.

    `was` is the profile's body, None where there was none; `body` is the same with this mail in it, None where
    nothing is learned from it, or was before.
    """

    came_at: datetime
    was: str | None = field(repr=False)
    body: str | None = field(repr=False)


def look_ahead(database: Database, finding: Finding) -> Ahead | None:
    """What can be known and worked out of a mail before the turn to write; None where it no longer waits."""
    learned = finding.learned
    asked = {
        "number": finding.message_id,
        "key": learned.correspondent.lower() if learned else "",
        "language": learned.language if learned else "",
        "content_key": learned.content_key if learned else "",
    }
    with database.reading() as connection:
        row = connection.execute(_AHEAD, asked).one_or_none()
    if row is None or row.stage != "stored":
        return None
    is_new = learned is not None and not row.is_known
    return Ahead(row.internaldate, row.body, finding.fold(row.body) if finding.fold and is_new else None)


def write(connection: Connection, finding: Finding, ahead: Ahead) -> bool:
    """Writes what was found in a mail; False, and nothing is changed, if it was recorded before or is gone."""
    parsed, address = finding.parsed, finding.customer
    date = parsed.date or ahead.came_at
    identity = _identity(parsed, date)
    asked = {"number": finding.message_id, "of_mail": identity, "address": address}
    rows = connection.execute(_KNOWN, asked).all()
    if not rows or rows[0].stage != "stored":
        return False
    known = rows[0]
    is_copy = known.has_twin or known.is_counted
    connection.execute(_STORE, _values(finding, date, identity, is_copy=is_copy) | {"number": finding.message_id})
    if finding.learned is not None:
        _learn(connection, finding, finding.learned, ahead)
    if finding.trace is not None:
        put(connection, {finding.message_id: finding.trace})
    if parsed.direction == OUT:
        count_sent(connection, date)
    head = known.person or address
    if address and not is_copy:
        want_again(connection, head)
        _count(connection, finding, address, rows, date)
    if address and known.place is None:  # a copy lies there, too
        note_place(connection, head, known.mailbox_id)
    return True


def _learn(connection: Connection, finding: Finding, learned: Learned, ahead: Ahead) -> None:
    key, now = learned.correspondent.lower(), finding.now
    row = asdict(learned) | {"message_id": finding.message_id, "correspondent": key}
    if not insert_new(connection, sample, [row], sample.c.id):
        return
    is_there = ahead.body is not None and put_in_place(
        connection, CONTACT, key, learned.language, ahead.body, now, was=ahead.was
    )
    if not is_there and finding.fold is not None:  # somebody else changed the profile since it was read
        fold_in(connection, CONTACT, key, learned.language, finding.fold, now)


def _count(connection: Connection, finding: Finding, address: str, rows: Sequence[Any], date: datetime) -> None:
    parsed, known = finding.parsed, rows[0]
    assert parsed.direction is not None  # else it would be nobody's
    sender = parsed.from_name if parsed.direction == "in" else ""
    figures = CustomerFigures(
        **{name: getattr(known, name) for name in FIGURES},
        languages={row.spoken: row.mails for row in rows if row.spoken is not None},
    )
    count_mail(
        connection,
        address,
        figures if known.mails_in is not None else None,
        name=_storable(parsed.correspondent_name or sender),
        direction=parsed.direction,
        date=date,
        language=parsed.language,
    )


def _identity(parsed: ParsedMessage, date: datetime) -> str:
    """Equal for two copies of a mail: by its Message-ID, or without one by all that it says."""
    if parsed.message_id:
        parts = ["id", parsed.from_address.lower(), parsed.message_id]
    else:
        parts = ["text", parsed.from_address.lower(), date.isoformat(), parsed.subject, parsed.body]
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def _values(finding: Finding, date: datetime, identity: str, *, is_copy: bool) -> dict[str, object]:
    parsed, learned = finding.parsed, finding.learned
    values = asdict(parsed) | {
        "header_id": parsed.message_id,
        "correspondent": parsed.correspondent.lower() if parsed.correspondent else None,
        "date": date,
        "stage": "learned" if parsed.kind == PERSONAL else "skipped",
        "raw": None,
        "content_key": learned.content_key if learned is not None else None,
        "identity": identity,
        "is_copy": is_copy,
    }
    del values["message_id"], values["correspondent_name"]
    if not finding.keep_text:
        values |= dict.fromkeys(TEXTS)
    return {name: _storable(value) if isinstance(value, str) else value for name, value in values.items()}


def _storable(text: str) -> str:
    # what databases refuse in a text: NUL, and halves of surrogate pairs from mail with broken encodings
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


_AHEAD = (
    select(
        message.c.stage,
        message.c.internaldate,
        profile.c.body,
        exists().where(sample.c.content_key == bindparam("content_key")).label("is_known"),
    )
    .outerjoin(
        profile,
        and_(
            profile.c.kind == CONTACT,
            profile.c.key == bindparam("key"),
            profile.c.language == bindparam("language"),
        ),
    )
    .where(message.c.id == bindparam("number"))
)
_STORE = update(message).where(message.c.id == bindparam("number"))

FIGURES = ("mails_in", "mails_out", "first_mail", "last_mail", "last_in", "language", "named_at")
_counted, _twin = message.alias("counted"), message.alias("twin")
_IS_COUNTED = exists().where(_counted.c.identity == bindparam("of_mail"), _counted.c.is_copy.is_(False))
# the server says that this mail lies in another folder of its mailbox, too, and that one is counted
_HAS_TWIN = exists().where(
    _twin.c.mailbox_id == message.c.mailbox_id,
    _twin.c.server_id == message.c.server_id,
    _twin.c.id != message.c.id,
    _twin.c.identity.is_not(None),
    _twin.c.is_copy.is_(False),
)
# All at once that a mail's counting asks for; a row for each language in which its customer wrote.
_KNOWN = (
    select(
        message.c.stage,
        message.c.mailbox_id,
        _IS_COUNTED.label("is_counted"),
        _HAS_TWIN.label("has_twin"),
        alias.c.person,
        customer_mailbox.c.mailbox_id.label("place"),
        customer_language.c.language.label("spoken"),
        customer_language.c.mails,
        *(customer.c[name] for name in FIGURES),
    )
    .select_from(
        message.outerjoin(alias, alias.c.address == bindparam("address"))
        .outerjoin(customer, customer.c.address == bindparam("address"))
        .outerjoin(customer_language, customer_language.c.address == bindparam("address"))
        .outerjoin(
            customer_mailbox,
            and_(
                customer_mailbox.c.person == func.coalesce(alias.c.person, bindparam("address")),
                customer_mailbox.c.mailbox_id == message.c.mailbox_id,
            ),
        )
    )
    .where(message.c.id == bindparam("number"))
)
