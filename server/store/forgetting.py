"""Takes a mailbox's mail back out of everything that was counted and learned from it."""

from __future__ import annotations

from sqlalchemy import Connection, Select, and_, delete, exists, func, or_, select, update

from server.store.customers import recount
from server.store.schema import customer, message, profile, sample
from server.store.sent_days import delete_mail
from server.store.values import CONTACT, Forgotten


def forget_mail_of(connection: Connection, mailbox_id: int) -> Forgotten:
    """Removes the mailbox's messages; mail that lies in another mailbox, too, goes on counting from there."""
    before = _sizes(connection)
    addresses = _counted_customers(connection, mailbox_id)
    _count_copies_elsewhere(connection, mailbox_id)
    _move_samples(connection, mailbox_id)
    _drop_samples(connection, mailbox_id)
    delete_mail(connection, message.c.mailbox_id == mailbox_id)
    for address in addresses:
        recount(connection, address)
    return Forgotten(*(was - now for was, now in zip(before, _sizes(connection), strict=True)))


def _sizes(connection: Connection) -> tuple[int, ...]:
    tables = (message, sample, customer, profile)
    return tuple(connection.execute(select(func.count()).select_from(each)).scalar_one() for each in tables)


def _counted_customers(connection: Connection, mailbox_id: int) -> list[str]:
    query = (
        select(message.c.correspondent)
        .where(message.c.mailbox_id == mailbox_id, message.c.correspondent.is_not(None))
        .distinct()
    )
    return list(connection.execute(query).scalars())


def _count_copies_elsewhere(connection: Connection, mailbox_id: int) -> None:
    going = select(message.c.identity).where(
        message.c.mailbox_id == mailbox_id, message.c.is_copy.is_(False), message.c.identity.is_not(None)
    )
    heirs = (
        select(func.min(message.c.id))
        .where(message.c.mailbox_id != mailbox_id, message.c.is_copy.is_(True), message.c.identity.in_(going))
        .group_by(message.c.identity)
    )
    for number in connection.execute(heirs).scalars().all():
        connection.execute(update(message).where(message.c.id == number).values(is_copy=False))


def _move_samples(connection: Connection, mailbox_id: int) -> None:
    other = message.alias("other")
    elsewhere = and_(other.c.content_key == sample.c.content_key, other.c.mailbox_id != mailbox_id)
    heir = select(func.min(other.c.id)).where(elsewhere).scalar_subquery()
    connection.execute(
        update(sample)
        .where(sample.c.message_id.in_(_messages(mailbox_id)), exists().where(elsewhere))
        .values(message_id=heir)
    )


def _drop_samples(connection: Connection, mailbox_id: int) -> None:
    lost = sample.c.message_id.in_(_messages(mailbox_id))
    thinner = connection.execute(select(sample.c.correspondent, sample.c.language).where(lost).distinct()).all()
    connection.execute(delete(sample).where(lost))
    for address, language in thinner:
        left = exists().where(sample.c.correspondent == address, sample.c.language == language)
        mine = and_(profile.c.kind == CONTACT, profile.c.key == address, profile.c.language == language)
        wider = and_(profile.c.kind != CONTACT, profile.c.language == language)
        connection.execute(delete(profile).where(mine, ~left))
        connection.execute(update(profile).where(or_(mine, wider)).values(stale=True))


def _messages(mailbox_id: int) -> Select[tuple[int]]:
    return select(message.c.id).where(message.c.mailbox_id == mailbox_id)
