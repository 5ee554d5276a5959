"""More emphasis than this customer uses: offers to drop a "sehr", "really" or "absolutely"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.language import Language
from coach.model import Span, Token
from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation

MOST = 3  # proposals per draft
DESCRIBES = ("ADJ", "ADV")
# Apologies, thanks, agreement, praise and good wishes: the emphasis is what makes them heartfelt.
HEARTFELT = re.compile(
    r"\b(?:leid|sorry|recht|right|einverstanden|gerne?|lieb|nett|toll\w*|prima|super|well done|gut gemacht|gute arbeit"
    r"|(?:ent)?schuldig\w*|entschuldig\w*|verzeih\w*|bedau\w*|apolog\w*|regret\w*|forgiv\w*"
    r"|(?:be)?dank\w*|verbunden|thank\w*|grateful\w*|appreciat\w*|agree\w*"
    r"|(?:er)?freu\w*|glücklich|glad|happy|pleas(?:ed|ure)|delight\w*"
    r"|lob\w*|hervorragend\w*|ausgezeichnet\w*|großartig\w*|wunderbar\w*|hilfreich\w*|freundlich\w*"
    r"|great|excellent|wonderful|helpful|kind|lovely|nice|impressed|beeindruckt"
    r"|wünsch\w*|hoff\w*|wish\w*|hop(?:e|ing)|gratul\w*|glückw\w*|congrat\w*)\b",
    re.IGNORECASE,
)
CLAUSE_ENDS = ",;:–—"


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
            span = sentence.span_of(index, index + 1)
            if HEARTFELT.search(_clause(sentence.tokens, index)) or situation.is_quoted(span):
                continue
            found += 1
            yield Proposal(
                Span(span.start, span.end + 1),
                {"de": f"Schlichter: ohne „{token.text}“", "en": f"Plainer: without “{token.text}”"},
                explain(situation, gap),
                replacement="",
            )


def _clause(tokens: Sequence[Token], index: int) -> str:
    """The words between the commas around this one."""
    marks = [at for at, token in enumerate(tokens) if token.text in CLAUSE_ENDS]
    first = max((at + 1 for at in marks if at < index), default=0)
    last = min((at for at in marks if at > index), default=len(tokens))
    return " ".join(token.text for token in tokens[first:last])


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
