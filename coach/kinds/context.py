"""What the customer's last mail asks for and the draft leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pydantic import Field

from coach.kind import Found, Kind, Options
from coach.model import NeedKind, Span, Standing
from coach.situation import Situation

OUTCRY = re.compile(
    r"(?i)\b(?:on earth|the hell|the heck|um (?:Himmels|Gottes) willen|zum (?:Teufel|Kuckuck)|verdammt noch mal)\b"
)
ASKING = re.compile(  # a request says so; what only reads like a command may be an example or advice
    r"(?i)\b(?:please|pls|kindly|could|can|would|will|may|need|let me|let us|bitte\w*|könn\w+|kann\w*|würd\w+|möcht\w+|brauch\w*"
    r"|ersuch\w*|sende\w*|send|schick\w*|melde\w*|ruf\w*|call|tell|give|confirm|check|prüf\w*|änder\w*|change)\b"
)
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
        and not OUTCRY.search(each.need.text)
        and (each.need.kind is not NeedKind.REQUEST or ASKING.search(each.need.text) is not None)
    )
    for each in islice(left, options.most):
        yield Found(each.span or Span(end, end), {"need": each.need.text})


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
