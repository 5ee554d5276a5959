"""The sieve before everything that stores mail: what is excluded, and who was erased and is not to come back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from coach.reply import authored_text
from server.access import EVERYTHING
from server.importing.note import Note
from server.mail import mime
from server.mail.mime import Message
from server.privacy.exclusions import Exclusions, exclusions_of
from server.privacy.redaction import ADDRESS, without_addresses
from server.settings import Settings
from server.store import Store
from server.store.left_out import Sifted
from server.team import Team, other_side, team_of, writer_of

HEADERS_END = re.compile(rb"\r?\n\r?\n")
LONGEST_READ = 200_000  # code points in which words are looked for, as many as are learned from
IN_HEADERS = re.compile(ADDRESS.pattern.encode())


class StoreSieve:
    """Looks at mail before anything of it is written. Whether anybody was erased is asked for each batch."""

    def __init__(self, store: Store, exclusions: Exclusions, team: Callable[[], Team]) -> None:
        self._store, self._exclusions, self._team = store, exclusions, team
        self._marks: frozenset[str] = frozenset()

    def reasons(self, mails: Sequence[Sifted]) -> Mapping[int, str]:
        """Place in `mails` -> why that one is left out."""
        self._marks = self._store.kept_away.marks()
        if self._exclusions.is_empty and not self._marks:
            return {}
        team = self._team()
        found = ((at, self._why(mail, team)) for at, mail in enumerate(mails))
        return {at: why for at, why in found if why}

    def is_away(self, address: str) -> bool:
        """Whether nothing of this person is to be stored."""
        self._marks = self._store.kept_away.marks()
        return self._was_erased(address) or self._exclusions.of_people([address]) is not None

    def cleaned(self, text: str) -> str:
        """The text without addresses of persons who were erased, as of the last call of `reasons`."""
        return without_addresses(text, self._was_erased) if self._marks else text

    def _was_erased(self, address: str) -> bool:
        return bool(self._marks) and self._store.kept_away.mark(address) in self._marks

    def _why(self, mail: Sifted, team: Team) -> str | None:
        if self._exclusions.of_folder(mail.folder):
            return "folder"
        if mail.channel != "email":
            return self._why_not_note(mail)
        if self._exclusions.words is None and not self._names_somebody(mail.raw):
            return None
        message = mime.parse(mail.raw)
        if self._is_of_erased(message, mail, team):
            return "erased"
        if people := self._exclusions.of_people(_people(message)):
            return people
        body = message.body[:LONGEST_READ]
        if not self._exclusions.of_words(message.subject, body):  # as is so of most; the rest is looked at closely
            return None
        return "word" if self._exclusions.of_words(message.subject, authored_text(body)) else None

    def _names_somebody(self, raw: bytes) -> bool:
        """Whether the headers name anybody at all who is not to be stored; so most mail need not be opened."""
        end = HEADERS_END.search(raw)
        found = {each.decode(errors="replace") for each in IN_HEADERS.findall(raw[: end.start() if end else None])}
        return any(self._was_erased(each) for each in found) or self._exclusions.of_people(found) is not None

    def _is_of_erased(self, message: Message, mail: Sifted, team: Team) -> bool:
        if not self._marks:
            return False
        _, other = other_side(message, team, sent=mail.role == "sent")
        return any(each is not None and self._was_erased(each.address) for each in (other, writer_of(message)))

    def _why_not_note(self, mail: Sifted) -> str | None:
        try:
            note = Note.from_bytes(mail.raw)
        except (ValueError, TypeError, KeyError):
            return None  # learning says what is wrong with it
        if self._was_erased(note.customer):
            return "erased"
        if people := self._exclusions.of_people([note.customer]):
            return people
        return "word" if self._exclusions.of_words(note.subject, note.text) else None


def sieve_for(store: Store, settings: Settings) -> StoreSieve:
    """Leaves out what these settings exclude, and who was erased."""

    def team() -> Team:
        return team_of(settings.team, store.mailboxes.list(sight=EVERYTHING))

    return StoreSieve(store, exclusions_of(settings.privacy), team)


def _people(message: Message) -> Iterator[str]:
    for each in (message.from_, writer_of(message), *message.reply_to, *message.to, *message.cc):
        if each is not None:
            yield each.address
