"""What is never stored: mail from and to addresses and domains, in folders, with words that an admin named."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from server.mail.folder_patterns import keeps_out
from server.settings import Privacy

MEANING = 2  # rises when the same lists come to mean more: what is stored is looked through again
TOPICS = Path(__file__).resolve().parents[2] / "config" / "exclusions.toml"


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Lists in lower case; `words` finds any of the words, None where there are none.

    Of `pieces` one stands in every text that `words` fits: told by plain search, most texts need no other.
    """

    addresses: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    folders: tuple[str, ...] = ()
    words: re.Pattern[str] | None = field(default=None, repr=False)
    pieces: tuple[str, ...] = field(default=(), repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is excluded."""
        return not (self.addresses or self.domains or self.folders or self.words)

    @property
    def stamp(self) -> str:
        """Differs when the lists change; tells nothing about what stands in them."""
        words = self.words.pattern if self.words else ""
        said = (MEANING, sorted(self.addresses), sorted(self.domains), self.folders, words)
        return hashlib.sha256(repr(said).encode()).hexdigest()

    def of_folder(self, name: str) -> bool:
        """Whether a folder is excluded; * stands for anything, and a folder takes those below it along."""
        return keeps_out(self.folders, name)

    def of_people(self, addresses: Iterable[str]) -> str | None:
        """'address' or 'domain' where one of these is excluded."""
        for address in addresses:
            lower = address.lower()
            if lower in self.addresses:
                return "address"
            if self.domains and self._of_domain(lower.rpartition("@")[2]):
                return "domain"
        return None

    def of_words(self, *texts: str | None) -> bool:
        """Whether one of the words stands in a text."""
        if self.words is None:
            return False
        return any(text and self._may_hold_words(text) and self.words.search(text) for text in texts)

    def _may_hold_words(self, text: str) -> bool:
        small = text.lower()
        return any(each in small for each in self.pieces)

    def _of_domain(self, domain: str) -> bool:
        parts = domain.split(".")
        return any(".".join(parts[at:]) in self.domains for at in range(len(parts)))


def exclusions_of(privacy: Privacy) -> Exclusions:
    """What these settings exclude."""
    words = [*privacy.exclude_words, *(word for topic in privacy.exclude_topics for word in topics()[topic])]
    return Exclusions(
        frozenset(privacy.exclude_addresses),
        frozenset(privacy.exclude_domains),
        tuple(each.lower() for each in privacy.exclude_folders),
        word_pattern(words),
        tuple(sorted({max(re.split(r"[*\s]+", word), key=len).lower() for word in words})),
    )


def word_pattern(words: Sequence[str]) -> re.Pattern[str] | None:
    """Finds any of the words as whole words, in either case; in them * stands for any letters."""
    if not words:
        return None
    spelled = "|".join(_spelled(word) for word in sorted({" ".join(each.split()) for each in words}, key=len)[::-1])
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)


@cache
def topics() -> dict[str, tuple[str, ...]]:
    """The words that come with Einklang, by topic."""
    found = tomllib.loads(TOPICS.read_text(encoding="utf-8"))
    return {name: tuple(topic["words"]) for name, topic in found.items()}


def _spelled(word: str) -> str:
    parts = (r"\s+".join(re.escape(piece) for piece in part.split(" ")) for part in word.split("*"))
    return r"\w*".join(parts)
