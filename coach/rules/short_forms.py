"""Short forms ("don't", "hab") that this customer does not use: offers them spelled out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation

MOST = 3  # proposals per draft
INVERTED = re.compile(r"\s+(?:i|you|we|they|he|she|it|there|this|that|worry)\b", re.IGNORECASE)


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.above("short_forms")
    if gap is None:
        return
    text = situation.draft.text
    for span in [each for each in gap.spans if not situation.is_quoted(each)][:MOST]:
        written = span.of(text)
        full = situation.language.spelled_out.get(written.lower().replace("’", "'"))
        if full is None or (written.lower().endswith("t") and INVERTED.match(text, span.end)):
            continue  # "Why don't we": spelled out, the words would stand in the wrong order
        yield Proposal(
            span,
            {"de": f"Ausgeschrieben: „{full}“", "en": f"Spelled out: “{full}”"},
            explain(situation, gap),
            replacement=full[:1].upper() + full[1:] if written[:1].isupper() else full,
        )


_FULL = (
    tuple(
        f"Dear Mr Moore,\n\n{body}\n\nKind regards,\nAnn Wolf"
        for body in (
            "we have received the parts and are pleased to confirm that they are complete. We will pay on Friday.",
            "I am afraid that the last invoice does not show the discount. Could you please correct it for us?",
            "it is not possible for us to move the date. We would prefer to keep the meeting on Monday at nine.",
            "we do not have the report yet. I would be grateful if you could send it before the end of the week.",
            "thank you for the visit. We are satisfied with the result and will not need any further changes.",
        )
    )
    * 2
)

RULE = Rule(
    id="short-forms",
    propose=propose,
    examples=(
        Example(
            "en",
            _FULL,
            "Dear Ms Wolf,\n\nwe don't have the corrected invoice yet, but it should be with you on Monday. Thank you for your patience in this matter.\n\nKind regards,\nTom Moore",
            "don't",
            "do not",
        ),
        Example(
            "en",
            _FULL,
            "Dear Ms Wolf,\n\nwe do not have the corrected invoice yet, but it should be with you on Monday. Thank you for your patience in this matter.\n\nKind regards,\nTom Moore",
            None,
        ),
    ),
)  # fmt: skip
