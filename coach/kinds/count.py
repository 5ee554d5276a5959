"""More of something than a reader can take in one mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from coach import passages
from coach.document import Analysis, Sentence
from coach.kind import Found, Kind, Options, Phrases
from coach.model import Need, NeedKind, Span
from coach.places import Place
from coach.relationship.needs import needs_of
from coach.situation import Situation


class What(StrEnum):
    """What can be counted."""

    QUESTIONS = "questions"
    REQUESTS = "requests"
    ASKS = "questions and requests"
    SENTENCES = "sentences"
    PHRASES = "phrases"


WHOLE = 3  # words of a question of its own; "Or Africa? Asia?" belongs to the one before
VERB = re.compile(r"V\w\(FIN\)|VB[DPZ]|MD")  # tags of a finite verb, without which no question stands alone
OUTCRY = re.compile(r"\?!|!\?")  # "Are you mad?!" asks nothing
LISTED = re.compile(r"\s*(?:[-*•–]|\(?\d{1,2}[.):]|\(?[a-h][.)])\s")
KINDS = {
    What.QUESTIONS: (NeedKind.QUESTION,),
    What.REQUESTS: (NeedKind.REQUEST,),
    What.ASKS: (NeedKind.QUESTION, NeedKind.REQUEST),
}


class Count(Options):
    of: What = Field(description="what to count")
    phrases: Phrases = Field(default={}, description='the phrases to count, for of = "phrases"')
    more_than: int = Field(ge=0, description="speak up where there are more")
    place: Place = Field(Place.ANYWHERE, description="where to count phrases")

    @model_validator(mode="after")
    def _says_which(self) -> Self:
        if (self.of is What.PHRASES) != bool(self.phrases):
            raise ValueError('phrases belong to of = "phrases", and that needs them')
        return self


def find(situation: Situation, options: Count) -> Iterator[Found]:
    found = _spans(situation, options)
    if len(found) > options.more_than:
        over = found[options.more_than]
        words = {"count": str(len(found)), "most": str(options.more_than), "old": over.of(situation.draft.text)}
        yield Found(over, words)


def _spans(situation: Situation, options: Count) -> list[Span]:
    if options.of is What.PHRASES:
        return list(passages.matching(situation, options.phrases, options.place))
    if options.of is What.SENTENCES:
        return [each.span for each in situation.draft.sentences]
    if len(_that_may_ask(situation)) <= options.more_than:  # as nearly always; so their needs are not looked for
        return []
    return _asks(situation, KINDS[options.of])


def _that_may_ask(situation: Situation) -> list[Sentence]:
    """The sentences with a question mark or a word that requests have."""
    draft = situation.draft
    told = draft.known_with(_may_ask, situation.language.care.asked.requests)
    return [each for each, asks in zip(draft.sentences, told, strict=True) if asks]


def _may_ask(sentence: Analysis, requests: re.Pattern[str]) -> bool:
    return "?" in sentence.text or requests.search(" ".join(sentence.text.split())) is not None


def _asks(situation: Situation, kinds: tuple[NeedKind, ...]) -> list[Span]:
    """One for each sentence that asks; those of a list are easy to answer one by one, and count as one together."""
    text, found = situation.draft.text, situation.draft.once(needs_of)
    asking = [each.span for each in found if each.kind in kinds and _is_said(each, situation)]
    first: dict[int, Span] = {}
    for span in asking:
        sentence = next(
            (each for each in situation.draft.sentences if each.span.start <= span.start < each.span.end), None
        )
        place = sentence.span.start if sentence is not None else span.start
        first.setdefault(-1 if _is_listed(text, place, sentence) else place, span)
    return sorted(first.values())


def _is_listed(text: str, place: int, sentence: Sentence | None) -> bool:
    """Whether what asks is an item of a list: behind a mark, or a line of its own below another one."""
    start = text.rfind("\n", 0, place) + 1
    if LISTED.match(text[start:place] + text[place : place + 6]):
        return True
    above = text[: max(0, start - 1)].rpartition("\n")[2].rstrip()
    alone = sentence is not None and (text + "\n")[sentence.span.end :].split("\n", 1)[0].strip() == ""
    return alone and not text[start:place].strip() and above.endswith(("?", ":"))


def _is_said(need: Need, situation: Situation) -> bool:
    """True for a question with its mark, and for a request that says so."""
    if need.kind is not NeedKind.REQUEST:
        asked = situation.draft.text[need.span.start : need.span.end + 2]
        whole = len(need.text.split()) >= WHOLE and _has_a_verb(need, situation)
        return whole and "?" in asked and not OUTCRY.search(asked)
    return situation.language.care.asked.requests.search(need.text) is not None


def _has_a_verb(need: Need, situation: Situation) -> bool:
    for sentence in situation.draft.sentences:
        if sentence.span.start <= need.span.start < sentence.span.end:
            return any(
                VERB.match(token.tag) and need.span.start <= sentence.span.start + token.start < need.span.end
                for token in sentence.tokens
            )
    return True


KIND = Kind(
    options=Count,
    find=find,
    examples=(
        """
        id = "question-hail"
        kind = "count"
        topic = "pressure"
        languages = ["en"]
        message = { de = "{count} Fragen auf einmal", en = "{count} questions at once" }
        reason = { de = "Mehr als {most} beantwortet kaum jemand.", en = "Hardly anybody answers more than {most}." }

        [options]
        of = "questions"
        more_than = 2

        [[examples]]
        language = "en"
        text = "When do you open? Who has the key? Where can we park?"
        flags = "Where can we park?"
        fine = ["When do you open? Who has the key?"]
        """,
    ),
)
