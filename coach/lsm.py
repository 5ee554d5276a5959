"""Language style matching: how alike two texts are in their function words. A diagnosis; nobody steers it by will."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from coach.document import Document
from coach.model import Reading
from coach.profile import LanguageProfile

CATEGORIES = (
    "personal_pronouns", "impersonal_pronouns", "articles", "auxiliary_verbs", "common_adverbs", "prepositions",
    "conjunctions", "negations", "quantifiers",
)  # fmt: skip
VERSION = 1
LEAST_WORDS = 50  # below this LSM is not trustworthy (Ireland & Pennebaker 2010)


def key(category: str) -> str:
    """The name under which a profile sums this category's rates."""
    return f"function_words.{category}@{VERSION}"


def rates(document: Document) -> dict[str, Reading]:
    """Per category the percentage of the body's words that belong to it (0-100)."""
    if document.language is None or not document.words:
        return {}
    return {
        category: Reading(100.0 * document.count(category) / document.words, document.words) for category in CATEGORIES
    }


def lsm(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """LSM of two texts from their nine category percentages, 0 to 1.

    Per category 1 - |p1 - p2| / (p1 + p2 + 0.0001), then the mean over the nine; a category missing on one
    side counts as 0 %. Gonzales, Hancock & Pennebaker 2010; Ireland & Pennebaker 2010.
    """
    total = 0.0
    for category in CATEGORIES:
        p1, p2 = one.get(category, 0.0), other.get(category, 0.0)
        total += 1.0 - abs(p1 - p2) / (p1 + p2 + 0.0001)
    return total / len(CATEGORIES)


def rlsm(turns: Sequence[tuple[str, Mapping[str, float]]], writer: str) -> float | None:
    """rLSM of one writer: LSM of each of their turns with the partner's turn just before it, averaged; 0 to 1.

    `turns` are (who wrote, nine category percentages) in order of time; a turn that follows one's own is no reply.
    None where the writer answers nobody. Müller-Frommeyer, Frommeyer & Kauffeld 2019.
    """
    matches = [
        lsm(mine, theirs) for (before, theirs), (who, mine) in pairwise(turns) if who == writer and before != writer
    ]
    return sum(matches) / len(matches) if matches else None


def diagnosis(draft: Document, usual: LanguageProfile) -> dict[str, float]:
    """LSM of a draft with the customer's mean rates as "lsm"; nothing where the draft or their mail is too little."""
    if draft.words < LEAST_WORDS:
        return {}
    mine = {name: float(reading.value) for name, reading in rates(draft).items()}
    theirs = {
        category: mean
        for category in CATEGORIES
        if (sums := usual.numbers.get(key(category))) and (mean := sums.mean) is not None
    }
    return {"lsm": lsm(mine, theirs)} if theirs else {}
