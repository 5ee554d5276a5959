"""How angry a mail is: words of anger per 100 words, strengthened and negated as they stand."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, per_hundred, scarce
from coach.document import Document, Sentence
from coach.language import Language
from coach.model import Reading, Stance
from coach.negation import felt
from coach.shouting import shouted

TROUBLE = frozenset({"impatience", "unpleasant", "dreadful", "disappointment"})
CHEER = frozenset({"joy", "pleasant", "splendid", "caring"})


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    found = [each for each in felt(document, "anger") if not each.negated]
    loud = [] if found else [each.span for each in document.sentences if _is_loud(each, document.language)]
    count = sum(each.strength for each in found) + len(loud)
    return Reading(per_hundred(count, document.words), document.words, (*(each.span for each in found), *loud))


def _is_loud(sentence: Sentence, language: Language) -> bool:
    """Impatience or trouble that is shouted: "Ich warte seit DREI WOCHEN!!!"; joy may be as loud."""
    counts = sentence.analysis.counts
    if counts.keys().isdisjoint(TROUBLE) or not counts.keys().isdisjoint(CHEER):
        return False
    return "!!" in sentence.text or "?!" in sentence.text or any(True for _ in shouted(sentence, language))


DIMENSION = Dimension(
    name="anger",
    version=1,
    unit="per 100 words",
    source="Herhausen et al. 2022 (anger is answered with calm); counting: Pennebaker & Francis 1996",
    scale=Scale.ROOT,
    stance=Stance.COMPLEMENT,  # whoever is angry wants calm, not anger
    languages=BOTH,
    least=20,
    label={"de": "Ärger", "en": "Anger"},
    habit={"de": "{usual} ärgerliche Wörter auf 100", "en": "{usual} angry words in 100"},
    gap={
        "de": "{who} schreibt {usual} ärgerliche Wörter auf 100; dieser Entwurf {value}.",
        "en": "{who} writes {usual} angry words in 100; this draft {value}.",
    },
    measure=measure,
    never={
        "de": "{who} schreibt ohne ärgerliche Wörter; in diesem Entwurf: {count}.",
        "en": "{who} writes without angry words; in this draft: {count}.",
    },
    show=scarce,
    more_than={
        "de": (
            ("Das ist eine Frechheit, ich bin stinksauer!", "Das ist sehr schade, ich bin traurig."),
            ("Ich bin wütend über diese Zumutung.", "Ich bin nicht wütend über diese Lösung."),
        ),
        "en": (
            ("This is outrageous, I am furious!", "This is a pity, I am sad."),
            ("I am angry about this ridiculous bill.", "I am not angry about this bill."),
        ),
    },
)
