"""The one place where sight becomes SQL: which customers may be seen, and which mail with them.

A customer is seen whole where any of their mail lies in a mailbox in sight; words are shown from those mailboxes alone.
"""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, false, func, or_, select, true
from sqlalchemy.sql import ColumnExpressionArgument

from server.access import Sight
from server.store.schema import alias, customer_mailbox, message
from server.store.statements import SIGHTS


def seen(person: ColumnExpressionArgument[str], sight: Sight) -> ColumnElement[bool]:
    """Whether the customer who is known by the address in this column is in sight."""
    if sight.mailboxes is None:
        return true()
    if not sight.mailboxes:
        return false()
    place = customer_mailbox.c
    return (
        exists()
        .where(place.person == person, place.mailbox_id.in_(sorted(sight.mailboxes)))
        .correlate_except(customer_mailbox)
    )


def seen_under(address: ColumnElement[str], sight: Sight) -> ColumnElement[bool]:
    """Whether the customer with the address in this column, be it any of theirs, is in sight."""
    if sight.is_everything:
        return true()
    known_by = select(alias.c.person).where(alias.c.address == address).correlate_except(alias).scalar_subquery()
    return seen(func.coalesce(known_by, address), sight)


def is_seen(connection: Connection, person: str, sight: Sight) -> bool:
    """Whether the customer who is known by this address is in sight."""
    if sight.is_everything:
        return True
    return bool(connection.execute(_is_seen(sight), {"person": person}).scalar_one())


@lru_cache(SIGHTS)
def _is_seen(sight: Sight) -> Select[tuple[bool]]:
    place = customer_mailbox.c
    here = (place.person == bindparam("person"), place.mailbox_id.in_(sorted(sight.mailboxes or ())))
    return select(exists().where(*here))


def lies_in_sight(mailbox_id: ColumnElement[int], sight: Sight) -> ColumnElement[bool]:
    """Whether the mailbox in this column is in sight."""
    return true() if sight.mailboxes is None else mailbox_id.in_(sorted(sight.mailboxes))


def is_one_mail(sight: Sight) -> ColumnElement[bool]:
    """Whether a row of `message` stands for a mail in sight: of copies in several mailboxes, one of those in sight."""
    if sight.is_everything:
        return message.c.is_copy.is_(False)
    twin = message.alias("twin")
    earlier = exists().where(
        twin.c.identity == message.c.identity,
        or_(twin.c.is_copy.is_(False), twin.c.id < message.c.id),
        lies_in_sight(twin.c.mailbox_id, sight),
    )
    alone = or_(message.c.is_copy.is_(False), ~earlier)
    return and_(lies_in_sight(message.c.mailbox_id, sight), alone)


def mail_in_sight(number: ColumnElement[int], sight: Sight) -> ColumnElement[int]:
    """The number of the mail whose words may be shown for the mail of this number: itself, else its copy in a mailbox
    in sight, else NULL. Never the words of a mail out of sight, whatever a copy claims to be."""
    if sight.is_everything:
        return number
    one, twin = message.alias("one"), message.alias("twin")
    itself = select(one.c.id).where(one.c.id == number, lies_in_sight(one.c.mailbox_id, sight))
    copy = (
        select(func.min(twin.c.id))
        .select_from(one.join(twin, twin.c.identity == one.c.identity))
        .where(one.c.id == number, lies_in_sight(twin.c.mailbox_id, sight))
    )
    # one after the other, each by its index: with an OR between them all mail would be looked through
    return func.coalesce(
        itself.correlate_except(one).scalar_subquery(), copy.correlate_except(one, twin).scalar_subquery()
    )
