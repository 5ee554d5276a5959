"""Tells import sources from connected mailboxes: both are rows of one table, and only the latter are opened."""

from __future__ import annotations

from sqlalchemy import func, select

from server.store.schema import import_source, mailbox

PREFIX = "import:"

IS_CONNECTED = mailbox.c.id.not_in(select(import_source.c.mailbox_id))
"""Whether a row of `mailbox` is one with a server."""

SHOWN_MAILBOX = func.coalesce(
    select(import_source.c.tied_to)
    .where(import_source.c.mailbox_id == mailbox.c.id)
    .correlate(mailbox)
    .scalar_subquery(),
    mailbox.c.address,
)
"""The mailbox to which mail belongs: for imported mail the one its source is tied to, else its source."""
