"""Mail that lies there with all its bytes, for it waits to be learned or could not be: whose it is, whom it names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.importing.note import Note
from server.mail import mime
from server.mail.mime import Message
from server.privacy.redaction import Redaction
from server.store import Store
from server.store.erasure import Known, OwnWords, RawMail
from server.team import Team, other_side, writer_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which of that mail is a person's, and how much of what is learned later names them or quotes them."""

    theirs: tuple[int, ...] = ()
    mentions: int = 0


def waiting_of(known: Known, store: Store, team: Team) -> Waiting:
    """Which of it is the person's, and in how much of others' they stand by address, name or words.

    What could not be learned and names them counts as theirs: nobody will ever read it otherwise.
    """
    redaction, theirs, mentions = Redaction(known), [], 0
    for each in store.erasure.waiting():
        if each.stage == "stored" and _is_theirs(each, known.addresses, team):
            theirs.append(each.id)
        elif not any(redaction.finds(text) for text in _texts(each)):
            continue
        elif each.stage == "stored":
            mentions += 1
        else:
            theirs.append(each.id)
    return Waiting(tuple(theirs), mentions)


def words_waiting(addresses: Sequence[str], store: Store, team: Team) -> OwnWords:
    """What the person wrote in it: it may go unread, and still be quoted by others."""
    names, texts, ids = set(), [], set()
    for each in store.erasure.waiting():
        message = _opened(each) if _is_theirs(each, addresses, team) else None
        if message is None:
            continue
        ids |= {message.message_id} if message.message_id else set()
        writer = writer_of(message)
        if writer is not None and writer.address.lower() in addresses:
            names.add(writer.name)
            texts.append(message.body)
    return OwnWords(frozenset(names), tuple(texts), frozenset(ids))


def _texts(mail: RawMail) -> Iterator[str]:
    yield mail.raw.decode("utf-8", "replace")
    message = _opened(mail)
    if message is not None:
        people = (message.from_, *message.reply_to, *message.to, *message.cc)
        yield "\n".join(f"{each.name} <{each.address}>" for each in people if each is not None)
        yield message.subject
        yield message.body


def _opened(mail: RawMail) -> Message | None:
    if mail.channel == "email":
        return mime.parse(mail.raw)
    try:
        return Note.from_bytes(mail.raw).as_message()
    except (ValueError, TypeError, KeyError):
        return None


def _is_theirs(mail: RawMail, addresses: Sequence[str], team: Team) -> bool:
    small = mail.raw.lower()  # most mail need not be opened
    message = _opened(mail) if any(each.encode() in small for each in addresses) else None
    if message is None:
        return False
    if mail.channel != "email":
        return Note.from_bytes(mail.raw).customer.lower() in addresses
    _, other = other_side(message, team, sent=mail.role == "sent")
    writer = writer_of(message)
    return any(each is not None and each.address.lower() in addresses for each in (other, writer))
