"""Drafts of the demo's customers as somebody types them: 200 words, then one word changed at a time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from coach import Coach, Profile, Sample
from server.demo.stories import customers, mails

DRAFT_WORDS = 200
NOW = datetime(2026, 11, 20, tzinfo=UTC)
EDGES = {"de": ("Hallo Frau Wolf,", "Viele Grüße\nTom"), "en": ("Hi Ann,", "Best,\nTom")}
QUESTION = {
    "de": "Hallo,\n\nwann können Sie liefern? Und was kostet der zweite Sensor?\n\nViele Grüße",
    "en": "Hi,\n\nwhen can you deliver? And what does the second sensor cost?\n\nBest",
}


@dataclass(frozen=True, slots=True)
class Material:
    """One customer's mails and the sentences of everybody else's, in one language."""

    language: str
    own: tuple[Sample, ...] = field(repr=False)
    sentences: tuple[str, ...] = field(repr=False)

    def profile(self, coach: Coach) -> Profile:
        return coach.profile(self.own)

    def draft(self, chance: random.Random) -> list[str]:
        """The sentences of a new draft, of the same length in each language; the last one breaks off."""
        body: list[str] = []
        left = DRAFT_WORDS
        while left > 0:
            body.append(" ".join(chance.choice(self.sentences).split()[:left]))
            left -= len(body[-1].split())
        return body

    def edits(self, chance: random.Random) -> Iterator[str]:
        """The same draft over and over, each time with one word of one sentence changed for another of its words."""
        body = self.draft(chance)
        vocabulary = sorted({word for each in self.sentences for word in each.split() if word.isalpha()})
        while True:
            yield self.laid_out(body)
            at = chance.randrange(len(body))
            words = body[at].split()
            words[chance.randrange(len(words))] = chance.choice(vocabulary)
            body[at] = " ".join(words)

    def laid_out(self, body: list[str]) -> str:
        opening, closing = EDGES[self.language]
        half = len(body) // 2
        return "\n\n".join([opening, " ".join(body[:half]), " ".join(body[half:]), closing])


def material(coach: Coach, language: str) -> Material:
    """What the demo holds in this language."""
    written = mails(NOW)
    chosen = next(each.address for each in customers() if each.languages == (language,))
    own = [each.authored for each in written if each.customer == chosen and each.folder == "INBOX"]
    other = [each.authored for each in written if each.language == language and each.customer not in (None, chosen)]
    sentences = [
        " ".join(sentence.text.split())
        for text in other
        for sentence in coach.document(text, language).sentences
        if sentence.words > 2
    ]
    return Material(language, tuple(Sample(text, language) for text in own), tuple(sentences))
