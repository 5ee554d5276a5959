"""More emoji than this customer uses: offers to take one out."""

from __future__ import annotations

import math
from collections.abc import Iterator

from coach.model import Deviation, Span
from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation

MOST = 2  # proposals per draft


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.above("emoji")
    if gap is None or len(gap.spans) <= _usual_count(situation, gap):
        return
    text = situation.draft.text
    for span in [each for each in gap.spans if not situation.is_quoted(each)][:MOST]:
        place, instead = _taken_out(text, span)
        yield Proposal(
            place,
            {"de": "Ohne Emoji", "en": "Without the emoji"},
            explain(situation, gap),
            replacement=instead,
        )


def _usual_count(situation: Situation, gap: Deviation) -> int:
    """How many emoji a usual mail of the customer has: in a draft of twelve words, one is a high rate but no excess."""
    length = situation.dimensions["message_length"]
    seen = situation.usual.numbers.get(length.key)
    mean = seen.mean if seen else None
    if mean is None or isinstance(gap.usual, str):
        return 0
    return math.floor(gap.usual * length.scale.back(mean) / 100 + 0.5)


def _taken_out(text: str, face: Span) -> tuple[Span, str]:
    """What to take out with the emoji, and what then stands there: an emoji often does a full stop's work."""
    before, after = text[: face.start].rstrip(" "), text[face.end :]
    if not before or before.endswith("\n"):
        return Span(face.start, face.end + len(after) - len(after.lstrip(" "))), ""
    following = after.lstrip(" ")
    ends = following[:1] in ("", "\n") or following[:1].isupper()
    stopped = not before[-1].isalnum()
    return Span(len(before), face.end), "." if ends and not stopped else ""


_PLAIN = (
    tuple(
        f"Hi Sam,\n\n{body}\n\nRegards,\nDan Moore"
        for body in (
            "the parts arrived this morning and we fitted them. All lines are running again.",
            "please send the quote again. The last one did not list the transport costs.",
            "the second scale is late. We need a date for the delivery by tomorrow noon.",
            "that date works for us. The hall is open from nine, and the crane is booked.",
            "the sensor is fine now. The display still shows the old unit after a restart.",
        )
    )
    * 2
)

RULE = Rule(
    id="emoji",
    propose=propose,
    examples=(
        Example(
            "en",
            _PLAIN,
            "Hi Dan,\n\nthe second scale leaves on Friday 🎉 We call you before it goes out of the door. The quote with the transport costs follows on Monday, and the crane is booked.\n\nRegards,\nSam",
            " 🎉",
            ".",
        ),
        Example("en", _PLAIN, "Hi Dan,\n\nthe second scale leaves on Friday. We call you before it goes out of the door. The quote with the transport costs follows on Monday, and the crane is booked.\n\nRegards,\nSam", None),
    ),
)  # fmt: skip
