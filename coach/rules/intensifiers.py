"""More emphasis than this customer uses: offers to drop a "sehr", "really" or "absolutely"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.language import Language
from coach.model import Span, Token
from coach.rule import Example, Proposal, Rule, Situation, explain

MOST = 3  # proposals per draft
DESCRIBES = ("ADJ", "ADV")


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.above("boosters")
    if gap is None:
        return
    found = 0
    for sentence in situation.draft.sentences:
        for index, token in enumerate(sentence.tokens[:-1]):
            follows = sentence.tokens[index + 1].pos
            if found >= MOST or index == 0 or token.lower not in situation.language.intensifiers:
                continue
            if follows not in DESCRIBES or not _can_go(sentence.tokens, index, situation.language):
                continue  # "freut uns sehr" or "so much": what is left would not stand
            found += 1
            span = sentence.span_of(index, index + 1)
            yield Proposal(
                Span(span.start, span.end + 1),
                {"de": f"Schlichter: ohne „{token.text}“", "en": f"Plainer: without “{token.text}”"},
                explain(situation, gap),
                replacement="",
            )


def _can_go(tokens: Sequence[Token], index: int, language: Language) -> bool:
    """False where the sentence needs the word: "a very old" (an old), "nicht sehr gut", "very much", "- Sehr gut"."""
    before, after = tokens[index - 1], tokens[index + 1]
    if not before.text[-1].isalnum() or before.lower in language.keeps_emphasis:
        return False
    return after.lower not in language.keeps_emphasis


_PLAIN = (
    tuple(
        f"Dear Tom,\n\n{body}\n\nRegards,\nAnn Wolf"
        for body in (
            "the parts came on Monday and the team fitted them. The report follows by the end of the week.",
            "please send the invoice again with the discount. The first one shows the old price for the belts.",
            "the date on Friday works. The hall is open from nine and the crane is booked until noon.",
            "the line stood for two hours after the update. Please send the list of changes that were made.",
            "the order for the second scale is attached. Delivery in March is early enough for the new hall.",
            "the audit is on the 12th. We need the certificates for the three scales in hall two by then.",
        )
    )
    * 2
)

RULE = Rule(
    id="intensifiers",
    propose=propose,
    examples=(
        Example(
            "en",
            _PLAIN,
            "Dear Ann,\n\nwe are absolutely certain that the really new parts will be extremely reliable. The report follows on Monday with the certificates.\n\nRegards,\nTom",
            "absolutely ",
            "",
        ),
        Example(
            "en",
            _PLAIN,
            "Dear Ann,\n\nthe new parts passed the test. The report follows on Monday with the certificates for the audit.\n\nRegards,\nTom",
            None,
        ),
    ),
)  # fmt: skip
