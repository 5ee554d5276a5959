"""What the customer's last mail asks for and the draft leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from coach.care.left_open import is_surely_open
from coach.kind import Found, Kind, Options
from coach.model import Need, NeedKind, Span, Standing
from coach.situation import Situation

LOG_LINE = re.compile(
    r"\W*(?:INFO|NOTE|WARN(?:ING)?|ERROR|DEBUG|FATAL)\b[:\s\]]"
)  # what a program said, not the customer


class Context(Options):
    needs: tuple[NeedKind, ...] = Field(min_length=1, description="questions, requests, complaints, wishes")
    standing: Standing = Field(Standing.OPEN, description="how they stand in the draft")
    least_sentences: int = Field(2, ge=1, description="a shorter draft has only been begun")
    least_need: int = Field(4, ge=1, description="words of a need; what is shorter cannot be compared by its meaning")
    most: int = Field(3, ge=1, description="needs named in one draft")


def find(situation: Situation, options: Context) -> Iterator[Found]:
    if len(situation.draft.sentences) < options.least_sentences:
        return
    end = situation.draft.sentences[-1].span.end
    left = (
        each
        for each in situation.answers
        if each.standing is options.standing
        and each.need.kind in options.needs
        and len(each.need.text.split()) >= options.least_need
        and not LOG_LINE.match(each.need.text)
        and _is_meant(each.need, situation)
        and (options.standing is not Standing.OPEN or is_surely_open(each.need, situation))
    )
    for each in islice(left, options.most):
        yield Found(each.span or Span(end, end), {"need": each.need.text})


def _is_meant(need: Need, situation: Situation) -> bool:
    """False for an outcry, and for a command without a word of request: it may be an example or advice."""
    if situation.reply is None or situation.reply.language is None:
        return False
    words = situation.reply.language.care.asked
    if words.outcry.search(need.text):
        return False
    return need.kind is not NeedKind.REQUEST or words.requests.search(need.text) is not None


KIND = Kind(
    options=Context,
    find=find,
    examples=(
        """
        id = "left-open"
        kind = "context"
        topic = "needs"
        languages = ["en"]
        message = { de = "Noch offen?", en = "Still open?" }
        reason = { de = "Gefragt war: „{need}“", en = "They asked: “{need}”" }

        [options]
        needs = ["question"]

        [[examples]]
        language = "en"
        reply_to = "Hi Tom,\\n\\nwhat does the second scale cost?\\n\\nAnn"
        text = "Hi Ann,\\n\\nthank you for your mail. The weather is fine in Bremen today."
        flags = ""
        fine = ["Hi Ann,\\n\\nthank you for your mail. The second scale costs 450 euros."]
        """,
    ),
)
