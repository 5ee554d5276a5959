"""The one place where sight becomes SQL: which customers may be seen, and which mail with them.

A customer is seen whole where any of their mail lies in a mailbox in sight; words are shown from those mailboxes alone.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, and_, bindparam, exists, false, func, or_, select, true
from sqlalchemy.sql import ColumnExpressionArgument

from server.access import Sight
from server.store.schema import alias, customer_mailbox, message


class Form(Enum):
    """The two forms of a statement that is put together once: without sight, or with mailboxes that `asked_for` names
    each time. So all users share two statements, however differently they see."""

    EVERYTHING = "everything"
    SOME = "some"

    @staticmethod
    def of(sight: Sight) -> Form:
        """The one that a sight asks for; one of nothing asks for some mailboxes, of which there are none."""
        return Form.EVERYTHING if sight.is_everything else Form.SOME

    @property
    def is_everything(self) -> bool:
        """Whether nothing is out of sight."""
        return self is Form.EVERYTHING

    @property
    def is_nothing(self) -> bool:
        """That is known of none before it is executed."""
        return False


# No value of its own: a statement of this form that is executed without a sight is an error.
_GIVEN = bindparam("sight", type_=Integer, expanding=True)


def asked_for(sight: Sight) -> dict[str, Any]:
    """What a statement of the form of this sight is executed with beside all else."""
    return {} if sight.mailboxes is None else {"sight": sorted(sight.mailboxes)}


def _is_among(mailbox_id: ColumnElement[int], sight: Sight | Form) -> ColumnElement[bool]:
    """Where not everything is in sight."""
    return mailbox_id.in_(_GIVEN if isinstance(sight, Form) else sorted(sight.mailboxes or ()))


def seen(person: ColumnExpressionArgument[str], sight: Sight | Form) -> ColumnElement[bool]:
    """Whether the customer who is known by the address in this column is in sight."""
    if sight.is_everything:
        return true()
    if sight.is_nothing:
        return false()
    place = customer_mailbox.c
    return exists().where(place.person == person, _is_among(place.mailbox_id, sight)).correlate_except(customer_mailbox)


def seen_under(address: ColumnElement[str], sight: Sight | Form) -> ColumnElement[bool]:
    """Whether the customer with the address in this column, be it any of theirs, is in sight."""
    if sight.is_everything:
        return true()
    known_by = select(alias.c.person).where(alias.c.address == address).correlate_except(alias).scalar_subquery()
    return seen(func.coalesce(known_by, address), sight)


def is_seen(connection: Connection, person: str, sight: Sight) -> bool:
    """Whether the customer who is known by this address is in sight."""
    if sight.is_everything:
        return True
    return bool(connection.execute(_IS_SEEN, {"person": person} | asked_for(sight)).scalar_one())


_IS_SEEN = select(seen(bindparam("person"), Form.SOME))


def lies_in_sight(mailbox_id: ColumnElement[int], sight: Sight | Form) -> ColumnElement[bool]:
    """Whether the mailbox in this column is in sight."""
    return true() if sight.is_everything else _is_among(mailbox_id, sight)


def is_one_mail(sight: Sight | Form) -> ColumnElement[bool]:
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
