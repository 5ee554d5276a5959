"""English words that say nothing, and hedges that stand twice; curated. What limits or dates a claim stays."""

from __future__ import annotations

import re

from coach.plain_words import Change


def _says(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b".replace(" ", r"\s+"))


_TURN = re.compile(
    r"(?i)\b(?:but|however|although|though|instead|rather than|whereas|unlike|except)\b|^\s*(?:no|not)\b"
)
_END = re.compile(r"\s*(?:[,;:.?!)…–—-]|$)")
_SUBJECT = r"(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Hh]e|[Ss]he|[Tt]his|[Tt]hat)"
_HELPER = r"(?:am|is|are|was|were|can|could|will|would|should|have|has|had|may|might|['’](?:m|s|re|ve|ll|d))"
_BOUND = re.compile(
    r"(?i)(?:[(–—/,-]|n['’]t|\b(?:not|never|cannot|no|what|who|which|whether|if|than|as|did|does|do|nor|or|only|why|how|where|when"
    r"|that is|those|ones?))\s*$"
)
_OPENING = (
    r"(?:To\s+be\s+(?:perfectly\s+|quite\s+|completely\s+)?(?:honest|frank|fair)|To\s+tell\s+you\s+the\s+truth|Honestly|Frankly(?:\s+speaking)?"
    r"|As\s+a\s+matter\s+of\s+fact|At\s+the\s+end\s+of\s+the\s+day|Needless\s+to\s+say|For\s+what\s+it['’]?s\s+worth"
    r"|The\s+thing\s+is|All\s+things\s+considered|Basically|Essentially|I\s+mean|Obviously|When\s+all\s+is\s+said\s+and\s+done|Actually)"
)
_ALMOST = ("JJ", "CD", "DT", "NN", "PD", "VBN", "VBG", "WP", "RB", "PRP$", "IN")

FILLERS = (
    Change(re.compile(rf"^\W*(?P<out>{_OPENING},)(?=\s)"), unless=_TURN),
    Change(
        re.compile(
            r",\s+(?:to\s+be\s+(?:honest|frank)|honestly|frankly|as\s+a\s+matter\s+of\s+fact|needless\s+to\s+say|at\s+the\s+end\s+of\s+the\s+day"
            r"|basically|obviously|you\s+know),(?=\s)"
        ),
        unless=_TURN, at_start=False,
    ),
    Change(re.compile(r",\s+to\s+be\s+(?:honest|frank)(?=[.!])"), unless=_TURN, at_start=False),
    # "I just wanted to ask": not "I just need one", "I just sent it".
    Change(
        re.compile(
            r"\b(?:I|[Ww]e)(?:\s+(?:am|are|was|were)|['’](?:m|re))?\s+(?P<out>just)\s+"
            r"(?:(?:want(?:ed)?|would\s+like)\s+to\s+(?:ask|check|confirm|let|know|make\s+sure|follow|say|thank|inform|invite|see|find\s+out|touch|send|keep|reach|remind|share|tell|update|point|mention|give|add|clarify|verify)|(?:writ|check|follow|wonder|reach|touch|hop)ing)\b"
        ),
        unless=_TURN,
    ),
    Change(re.compile(r"\b(?:I|[Ww]e)['’]d\s+(?P<out>just)\s+like\s+to\b"), unless=_TURN),
    Change(
        re.compile(rf"\b(?:I|[Ww]e|[Ii]t|[Tt]his|[Tt]hat|[Tt]hey)(?:\s+{_HELPER}|['’](?:m|re|ve|ll|d|s))?\s+(?P<out>actually|basically|literally)(?=\s)"),
        unless=_TURN, never_before=re.compile(rf"{_END.pattern}|\s+(?:do|does|did|am|is|are|was|were)\b"), never_after=_BOUND, never_tags=_ALMOST, at_start=False,
    ),
    Change(
        re.compile(r"\b(?:I|[Ww]e|[Tt]hey|[Ii]t|[Yy]ou)\s+(?P<out>(?:kind|sort)\s+of)(?=\s+\w+)"),
        never_before=re.compile(r"\s+(?:a|the)\b"), never_tags=("NN", "DT", "WDT", "VBG", "PRP"), at_start=False,
    ),
    Change(
        re.compile(r"\b(?:is|are|was|were|am|['’](?:m|s|re)|feels?|seems?|looks?|sounds?|got|gets?)\s+(?P<out>(?:kind|sort)\s+of)(?=\s+\w+)"),
        never_before=re.compile(r"\s+like\b"), never_tags=("NN", "DT", "IN", "WDT", "PRP", "VB", "CD", "WP"), at_start=False,
    ),
)  # fmt: skip

_PERHAPS = r"(?:maybe|perhaps|possibly|potentially|conceivably)"
_LIKELY = r"(?:probably|presumably|likely)"
_CLAUSE = r"[^,;:.!?()–—]*?"
_SCOPE = re.compile(
    r"\s*(?:[,;:.?!)…–—-]|$|(?:not|even|also|\d|a few|some|just|only|two|three|because|in|on|at|with|for|from|by|as)\b)"
)
_COUPLED = re.compile(r"\b(?:or|and)\b|\?|n['’]t\b|\bnot\b|\bcannot\b")

HEDGES = (
    Change(re.compile(rf"(?i)\b{_PERHAPS}\s+(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"), never_before=_SCOPE, at_start=False),
    Change(re.compile(rf"(?i)\b{_LIKELY}\s+(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"), never_before=_SCOPE, at_start=False),
    Change(
        re.compile(r"\b(?:might|may|could)\s+(?P<out>possibly|perhaps|maybe|potentially|conceivably)(?=\s)"),
        never_before=_SCOPE, unless=re.compile(r"(?i)\?|n['’]t\b|\bcannot\b|\b(?:no|any|every|all|whatever|if)\b"), at_start=False,
    ),
    Change(
        re.compile(rf"\b(?:I|[Ww]e)\s+(?:think|guess|believe|suppose|suspect)\s+(?:that\s+)?(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"),
        never_before=re.compile(rf"{_SCOPE.pattern}|\s+(?:is|are|was)\b"), at_start=False, unless=re.compile(r"\?"),
    ),
    Change(
        re.compile(rf"\b(?:I|[Ww]e)\s+(?:think|guess|believe|suppose|suspect)\s+{_CLAUSE}\s(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"),
        never_before=_SCOPE, at_start=False, unless=_COUPLED,
    ),
    Change(
        re.compile(rf"(?i)\b{_PERHAPS}\s{_CLAUSE}\b(?:might|may|could)\s{_CLAUSE}(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"),
        never_before=_SCOPE, at_start=False, unless=_COUPLED,
    ),
    Change(
        re.compile(
            r"^\W*(?P<out>I\s+(?:think|guess|believe|suppose)(?:\s+that)?)\s+\w+(?=\s+(?:might|may)\s+(?:be|have|need|help|want)\b)"
        ),
        unless=_COUPLED,
    ),
)  # fmt: skip
