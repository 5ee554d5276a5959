"""Where in the tables a customer can be: rows of their own, words in the rows of others, and columns without anybody.

Every column that holds text or bytes stands in exactly one of these lists; a test fails for one that does not. What
is asked for by a person's right to know, and what is erased, is found by them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, LargeBinary, String, Table, Text, TypeDecorator, func, or_, select

from server.store.schema import message, metadata

BY_ADDRESS: Mapping[str, tuple[str, ...]] = {
    "customer": ("address",),
    "customer_language": ("address",),
    "customer_mailbox": ("person",),
    "alias": ("address", "person"),
    "contact": ("address",),
    "profile": ("key",),
    "relationship": ("address",),
    "relationship_claim": ("address",),
    "relationship_history": ("address",),
    "grade_correction": ("address",),
    "hint_feedback": ("customer",),
    "outcome": ("customer",),
    "feedback_link": ("customer",),
    "alert": ("customer",),
    "message": ("correspondent", "from_address"),
}
"""Tables whose rows are about one customer, and the columns that hold the address."""

BY_MESSAGE = ("sample", "trace", "matter")
"""Tables whose rows belong to a row of `message`."""

BY_EVENT = ("outgoing_event", "webhook_delivery")
"""What is on its way to other programs: whom it is about stands in the payload of the event."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "message": (
        "header_id",
        "in_reply_to",
        "from_address",
        "from_name",
        "correspondent",
        "subject",
        "body",
        "authored",
    ),
    "customer": ("name", "search_text"),
    "contact": ("person", "name", "company"),
    "grade_correction": ("reason",),
    "alert": ("reason",),
    "outcome": ("key",),
    "feedback_link": ("about",),
    "import_problem": ("place", "reason"),
    "import_position": ("path", "mark"),
    "import_source": ("name",),
    "mailbox_state": ("problem", "remedy", "alert"),
    "mailbox": ("last_error",),
    "notice": ("problem",),
    "webhook_delivery": ("problem",),
}
"""Columns of words that people wrote or that name people: a customer may be named there in the row of somebody else."""

FIGURES: Mapping[str, tuple[str, ...]] = {
    "message": (
        "folder", "role", "stage", "failure", "direction", "kind", "language", "address", "content_key", "identity",
        "flags", "server_id", "channel", "import_key", "raw",
    ),
    "sample": ("content_key", "correspondent", "language", "measurement"),
    "trace": ("body", "links"),
    "matter": ("kind", "address"),
    "profile": ("kind", "key", "language", "body"),
    "customer": ("address", "domain", "language"),
    "customer_language": ("address", "language"),
    "customer_mailbox": ("person",),
    "alias": ("address", "person"),
    "contact": ("address", "segment"),
    "relationship": ("address", "letter", "phase", "segment", "body"),
    "relationship_claim": ("address", "holder"),
    "relationship_history": ("address", "letter"),
    "grade_correction": ("address", "letter", "computed"),
    "hint_feedback": ("mark", "rule", "customer", "language"),
    "outcome": ("identity", "customer", "kind", "currency", "source"),
    "feedback_link": ("id", "customer", "kind", "language"),
    "alert": ("kind", "customer"),
    "outgoing_event": ("id", "type", "payload"),
    "webhook_delivery": ("event_id", "url"),
    "import_problem": (),
    "import_position": ("tally",),
    "import_source": ("tied_to",),
    "mailbox_state": ("activity",),
    "mailbox": (
        "address", "host", "security", "username", "ca_file", "sent_folder", "sealed_secret", "auth", "inbox_folder",
        "other_user", "more_folders",
    ),
    "notice": ("kind", "key", "recipient"),
}  # fmt: skip
"""The other columns of those tables: keys, codes, figures, or the address itself in a row that is found by it.

`message.raw` is mail that waits; whose it is, is found by opening it.
"""

NOBODY: Mapping[str, str] = {
    "folder": "folders of the team's own mailboxes",
    "quarantine": "numbers of mails that cannot be fetched",
    "left_out": "numbers of mails that were not stored",
    "mailbox_lease": "which process reads which mailbox",
    "message_claim": "which process has which mail in hand; a mail that goes takes its row along",
    "worker": "which processes watch mailboxes",
    "job_slot": "when which job was done, and by which process",
    "dead_letter": "which jobs failed, and the kind of error",
    "profile_basis": "settings that profiles rest on",
    "effect_report": "sums over customers in groups; worked out anew after an erasure",
    "account": "people of the team",
    "account_mailbox": "people of the team and their mailboxes",
    "token": "keys of people of the team",
    "integration_key": "keys of webmail servers",
    "integration_key_mailbox": "keys of webmail servers and their mailboxes",
    "pairing": "codes with which mail clients of the team sign in",
    "pairing_miss": "wrong codes",
    "password": "passwords of people of the team",
    "password_link": "links with which people of the team set a password",
    "second_factor": "second factors of people of the team",
    "recovery_code": "second factors of people of the team",
    "sign_in_identity": "people of the team at an identity provider",
    "sign_in_try": "keyed hashes of wrong sign-ins",
    "web_session": "people of the team who are signed in",
    "sent_day": "how much the whole team wrote on each day; an erased mail is taken out of it",
    "hint_total": "how often rules were followed, over all customers",
    "hint_batch": "how often rules were followed, over all customers",
    "hint_batch_person": "keyed hashes of people of the team",
    "works_council_act": "acts of people of the team",
    "audit_entry": "what people of the team did; of a customer a keyed fingerprint",
    "inner_key": "sealed keys",
    "kept_away": "keyed hashes of those who are not to be known",
}
"""Tables that hold no customer, and what they hold instead."""


def own_rows(table: Table, addresses: Sequence[str]) -> ColumnElement[bool] | None:
    """Which rows of a table are about the person with these addresses (in lower case); None where none can be.

    Rows of `BY_EVENT` are not found this way.
    """
    columns = table.c
    if table.name in BY_MESSAGE:
        theirs = columns.message_id.in_(select(message.c.id).where(_holds(message, addresses)))
        about = "correspondent" if table.name == "sample" else "address" if table.name == "matter" else ""
        return or_(theirs, columns[about].in_(addresses)) if about else theirs
    if table.name == "profile":
        return (columns.kind == "contact") & columns.key.in_(addresses)
    return _holds(table, addresses) if table.name in BY_ADDRESS else None


def tables_of_persons() -> list[Table]:
    """The tables with rows about one customer, what depends on others first."""
    names = {*BY_ADDRESS, *BY_MESSAGE}
    return [table for table in reversed(metadata.sorted_tables) if table.name in names]


def worded_columns() -> list[tuple[Table, tuple[str, ...]]]:
    """The tables of this version with columns of words, and those columns."""
    return [(metadata.tables[name], columns) for name, columns in WORDS.items()]


def unlisted() -> list[str]:
    """Columns that can hold a name and stand in no list, or in two: the next one to add a table puts them in one."""
    found = []
    for table in metadata.sorted_tables:
        words, figures = WORDS.get(table.name, ()), FIGURES.get(table.name, ())
        if table.name in NOBODY:
            found += [f"{table.name} stands in two lists"] if words or figures or table.name in BY_ADDRESS else []
            continue
        for column in table.c:
            if _can_hold_words(column) and (column.name in words) + (column.name in figures) != 1:
                found.append(f"{table.name}.{column.name}")
        found += [f"{table.name}.{name} is gone" for name in (*words, *figures) if name not in table.c]
    gone = {*BY_ADDRESS, *BY_MESSAGE, *BY_EVENT, *WORDS, *FIGURES, *NOBODY} - {*metadata.tables}
    return found + [f"{name} is gone" for name in sorted(gone)]


def _can_hold_words(column: Column[Any]) -> bool:
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    return isinstance(kind, String | Text | LargeBinary)


def _holds(table: Table, addresses: Sequence[str]) -> ColumnElement[bool]:
    names = BY_ADDRESS[table.name]
    return or_(
        *(
            (func.lower(table.c[name]) if name == "from_address" else table.c[name]).in_(list(addresses))
            for name in names
        )
    )
