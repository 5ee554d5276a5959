"""Too stiff or too loose a word for this customer: offers one that fits their register."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from coach.model import Span
from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation

MOST = 4  # proposals per draft


def propose(situation: Situation) -> Iterator[Proposal]:
    language = situation.language
    too_formal, too_loose = situation.above("formality"), situation.below("formality")
    gap = too_formal or too_loose
    if gap is None:
        return
    swaps = language.plainer if too_formal else language.more_formal
    said = (
        {"de": "Lockerer: „{new}“ statt „{old}“", "en": "Looser: “{new}” instead of “{old}”"}
        if too_formal
        else {"de": "Förmlicher: „{new}“ statt „{old}“", "en": "More formal: “{new}” instead of “{old}”"}
    )
    for span, new in _places(situation, swaps):
        old = span.of(situation.draft.text)
        yield Proposal(
            span,
            {code: text.replace("{new}", new).replace("{old}", old) for code, text in said.items()},
            explain(situation, gap),
            replacement=new,
        )


def _places(situation: Situation, swaps: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(sorted(map(re.escape, swaps), key=len, reverse=True)) + r")(?![\w-])",
        re.IGNORECASE,
    )
    found = 0
    for sentence in situation.draft.sentences:
        for match in pattern.finditer(sentence.span.of(situation.draft.text)):
            if found == MOST:
                return
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            if situation.is_quoted(span):
                continue
            found += 1
            old, new = match.group(), swaps[match.group().lower()]
            yield span, new[:1].upper() + new[1:] if old[:1].isupper() else new


_LOOSE = (
    tuple(
        f"Hey Sam,\n\n{body}\n\nCheers,\nDan"
        for body in (
            "got the parts, all good so far. We'll pop them in on Friday and I'll let you know how it goes.",
            "can you send me that quote again? I can't find the thing anywhere, sorry about that.",
            "quick one: is the second scale on its way? We're a bit stuck on the line here, so no rush but soon.",
            "sounds good, that works for me. I'll be around from nine, so just give me a shout when you're here.",
            "the new sensor's fine now, thanks for fixing it so fast. I'm pretty happy with how it runs.",
        )
    )
    * 2
)

RULE = Rule(
    id="wording",
    propose=propose,
    examples=(
        Example(
            "en",
            _LOOSE,
            "Hey Dan,\n\nwe will commence the installation prior to Friday and provide additional documentation regarding the sensor. Kindly confirm receipt of the agreement, as we require it in order to obtain the approval.\n\nCheers,\nSam",
            "regarding",
            "about",
        ),
        Example("en", _LOOSE, "Hey Dan,\n\nwe'll start on Friday and I'll send you the stuff for the sensor. Just shout if you need more.\n\nCheers,\nSam", None),
    ),
)  # fmt: skip
