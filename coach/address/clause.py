"""A German sentence, with what its words and their neighbours are asked again and again."""

from __future__ import annotations

from coach.languages import _de_address as words
from coach.model import Token

VERBS = ("VERB", "AUX")
LONGEST_CLAUSE = 60  # tokens that are looked at in each direction: hostile mail has no commas
LONGEST_LINK = 8  # words such as "und dann bitte doch mal" before the first word of a clause
SHORTEST_SHOUT = 2  # words in capitals; one alone is a name or an abbreviation


class Clause:
    """A sentence's tokens by position; a position outside the sentence holds the empty word.

    `first` is the first token with a letter. `shouted` is a sentence all in capitals, `whispered` all in small letters.
    """

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.lower = [token.lower for token in tokens]
        self.vocabulary = frozenset(self.lower)
        spelled = [token.text for token in tokens if token.text.isalpha() and len(token.text) > 1]
        self.shouted = len(spelled) >= SHORTEST_SHOUT and all(word.isupper() for word in spelled)
        self.whispered = len(spelled) > SHORTEST_SHOUT and all(word.islower() for word in spelled)
        self.first = next((at for at, token in enumerate(tokens) if token.text[0].isalpha()), 0)
        self.asks = bool(tokens) and "?" in tokens[-1].text

    @property
    def is_hasty(self) -> bool:
        """True for a sentence all in small letters or all in capitals."""
        return self.shouted or self.whispered

    def starts_clause(self, at: int) -> bool:
        """True for the first word of a sentence or clause, softeners and links such as "und bitte" left aside."""
        for _ in range(LONGEST_LINK):
            if at <= self.first:
                return True
            before = self.word(at - 1)
            if before in words.SOFT or before in words.LINKS:
                at -= 1
                continue
            return before in (",", ";", ":", "–", "-", "!", ".", "…", "...") or self.tokens[at - 1].pos == "INTJ"
        return False

    def is_initial(self, at: int) -> bool:
        if at <= self.first:
            return True
        before = self.tokens[at - 1].text
        return before in (":", "•", "„", '"', "»", "«", "“") or (at == 1 and before.isdigit())

    def clause_of(self, at: int) -> range:
        start = at
        while start > max(0, at - LONGEST_CLAUSE) and self.lower[start - 1] not in (",", ";"):
            start -= 1
        return range(start, self.until_comma(at).stop)

    def until_comma(self, at: int) -> range:
        end = at
        while end < min(len(self.tokens), at + LONGEST_CLAUSE) and self.lower[end] not in (",", ";"):
            end += 1
        return range(at, end)

    def word(self, at: int) -> str:
        return self.lower[at] if 0 <= at < len(self.lower) else ""

    def text(self, at: int) -> str:
        return self.tokens[at].text if 0 <= at < len(self.tokens) else ""

    def tag(self, at: int) -> str:
        return self.tokens[at].tag if 0 <= at < len(self.tokens) else ""

    def is_verb(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.tokens[at].tag.endswith("(FIN)")

    def is_plural(self, at: int) -> bool:
        return self.is_verb(at) and (self.lower[at].endswith("n") or self.lower[at] in ("sind", "seid"))

    def is_plural_you(self, at: int) -> bool:
        return self.word(at) in words.PLURAL_VERBS or (self.is_verb(at) and self.lower[at] in words.ONLY_PLURAL)

    def is_singular(self, at: int) -> bool:
        """True for a verb that goes with she but not with you or they: "ist", "hat", "wuchs"."""
        return self.is_verb(at) and not self.lower[at].endswith("n") and self.lower[at] != "sind"
