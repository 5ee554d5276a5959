"""A dimension on which the draft is off the customer's habit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from pydantic import Field

from coach.dimension import quoted
from coach.kind import Found, Kind, Options, explain
from coach.model import Deviation, Span
from coach.passages import in_prose, mostly_prose
from coach.places import Place, pointed
from coach.situation import Situation
from coach.substance import idle_words, longest_passage


class Side(StrEnum):
    """More than usual, less than usual, or another form than usual."""

    ABOVE = "above"
    BELOW = "below"
    OTHER = "other"


class Drift(Options):
    dimension: str = Field(description="the name of a dimension; docs/dimensions.md lists them")
    side: Side = Field(description="above or below the usual, or another form than usual")
    points: float = Field(0.5, ge=0, description="the customer's own mails do better by this many points")
    far: float = Field(1.0, ge=0, description="off by this many of the customer's standard deviations (not for forms)")
    sure: float = Field(0.5, gt=0, le=1, description="share of the customer's mails that have the usual form (forms)")
    at_least: float | None = Field(None, description="and the draft's own value is no lower than this")
    at_most: float | None = Field(None, description="and the draft's own value is no higher than this")
    never: bool = Field(False, description="true: only for a customer in whose mails there is none of it at all")
    places: int = Field(0, ge=0, description="speak up only where the draft shows it at this many places")
    idle: bool = Field(
        False,
        description="true: only in an answer, where prose that nobody asked for is twice the usual length; points at it",
    )
    prose: bool = Field(False, description="true: silent where much of the draft is logs, tables or code")
    whole: bool = Field(False, description="true: not at a sentence in which another one may begin")
    place: Place | None = Field(None, description="where to point; else at the first words that show it")
    changes: int = Field(0, ge=0, description="speak up only where the rewriter offers this many changes")


def find(situation: Situation, options: Drift) -> Iterator[Found]:
    gap = _gap(situation, options)
    if gap is None or not _between(gap.value, options) or (options.prose and not mostly_prose(situation)):
        return
    if _lately_did(situation, gap, options.side) or _does_often(situation, gap, options.side):
        return
    if len(gap.spans) < options.places or (options.never and situation.plain_mean(options.dimension) != 0):
        return
    if options.idle and not _rambles(situation, gap, options):
        return
    shown = next((each for each in gap.spans if _is_shown(situation, each, options)), None)
    if shown is None and gap.spans and options.place is None:
        return
    span = shown if shown and options.place is None else pointed(situation.draft, options.place or Place.OPENING)
    passage = longest_passage(situation) if options.idle else None
    span = passage.span if passage is not None else span
    words = {
        "old": span.of(situation.draft.text) if len(span.of(situation.draft.text)) <= SHOWN_LETTERS else "",
        "count": str(len(gap.spans)),
        **_forms(situation, gap),
    }
    yield Found(
        span,
        words,
        anywhere=True,
        reason=explain(situation, gap),
        lacking=gap.lacking,
        least_changes=options.changes,
    )


SHOWN_LETTERS = 60
ANOTHER = re.compile(
    r"(?:[\w)\"”][.!?…]+[\"”)]*|\s[;:]-?[)(DP])\s+[A-ZÄÖÜ]"
)  # "Terminal 2. Kommt", "usw. Ich"; "Dr. Wolf" looks alike


def _is_shown(situation: Situation, span: Span, options: Drift) -> bool:
    text = span.of(situation.draft.text)
    if options.whole and (ANOTHER.search(text) or len(text.split()) < LONG):
        return False
    return in_prose(situation, span)


LONG = 22  # words: nobody takes a shorter sentence for a long one


OFTEN = 1 / 5  # of what the draft has: whose own mails have as much on plain average does not do without
LEAST_WORDS = 25  # of the answered mail, to show that its writer did without this time


def _lately_did(situation: Situation, gap: Deviation, side: Side) -> bool:
    """Whether the very mail that is answered does as the draft does: then the draft only does likewise."""
    reply, dimension = situation.reply, situation.dimensions[gap.dimension]
    if reply is None or reply.language is not situation.language:
        return False
    reading = reply.once(dimension.measure)
    if reading is None:
        return False
    if isinstance(reading.value, str) or isinstance(gap.value, str) or isinstance(gap.usual, str):
        return reading.value == gap.value
    middle = (gap.value + gap.usual) / 2
    if side is Side.ABOVE:
        return reading.value >= middle or (dimension.never is not None and reading.value > 0)
    return reading.value <= middle and reply.words >= LEAST_WORDS


def _does_often(situation: Situation, gap: Deviation, side: Side) -> bool:
    """Whether the customer's mails have it too often to be told that they do without."""
    if side is not Side.ABOVE or isinstance(gap.value, str) or situation.dimensions[gap.dimension].never is None:
        return False
    mean = situation.plain_mean(gap.dimension)
    return mean is not None and mean > OFTEN * gap.value


def _rambles(situation: Situation, gap: Deviation, options: Drift) -> bool:
    """Whether what nobody asked for, taken alone, is more than twice as long as the customer's mails.

    Never in a mail that answers none: what it has to tell, nobody but its writer knows.
    """
    if situation.reply is None or isinstance(gap.usual, str):
        return False
    idle = idle_words(situation)
    return idle > 2 * gap.usual and idle >= (options.at_least or 0)


def _forms(situation: Situation, gap: Deviation) -> dict[str, str]:
    """The customer's usual form as words, and what stands in the draft: as it is written where that is one line."""
    if not isinstance(gap.value, str):
        return {}
    dimension, draft = situation.dimensions[gap.dimension], situation.draft
    place = {"greeting": draft.greeting, "closing": draft.closing}.get(gap.dimension)
    line = place.of(draft.text).strip().split("\n")[0].strip(" ,.!") if place else ""
    if gap.dimension == "closing" and (form := situation.language.closing_form(line)):
        line = line[: len(form.phrase_in(line))] or line  # without the name behind it
    written = len(line) <= SHOWN_LETTERS and line
    words = {}
    for code in ("de", "en"):
        words[f"usual_{code}"] = dimension.show(gap.usual, code)
        words[f"now_{code}"] = quoted(line, code) if written else dimension.show(gap.value, code)
    return words


def _gap(situation: Situation, options: Drift) -> Deviation | None:
    match options.side:
        case Side.ABOVE:
            return situation.above(options.dimension, lacking=options.points, far=options.far)
        case Side.BELOW:
            return situation.below(options.dimension, lacking=options.points, far=options.far)
        case Side.OTHER:
            usual = situation.usual_form(options.dimension)
            return situation.lacks(options.dimension, options.points) if usual and usual[1] >= options.sure else None


def _between(value: float | str, options: Drift) -> bool:
    if isinstance(value, str):
        return True
    low, high = options.at_least, options.at_most
    return (low is None or value >= low) and (high is None or value <= high)


KIND = Kind(
    options=Drift,
    find=find,
    tells_why=True,
    fits=True,
    dimensions=lambda options: (options.dimension,),
    examples=(
        """
        id = "longer-than-they-write"
        kind = "drift"
        topic = "length"
        languages = ["de"]
        message = { de = "Langer Satz: besser teilen", en = "Long sentence: better split" }

        [options]
        dimension = "sentence_length"
        side = "above"
        points = 1.5
        far = 1.5

        [[examples]]
        language = "de"
        habit = "knapp"
        text = "Moin Jan,\\n\\nwir haben die Teile, die Sie in der letzten Woche bestellt haben, heute Morgen mit dem ersten Wagen losgeschickt, sodass sie, wenn nichts dazwischenkommt, spätestens morgen Nachmittag bei Ihnen in der Halle ankommen sollten. Die Rechnung, um die Sie gebeten hatten, schicken wir Ihnen mit getrennter Post, weil unsere Buchhaltung in dieser Woche leider nicht vollständig besetzt ist.\\n\\nGruß\\nTom"
        flags = "wir haben die Teile, die Sie in der letzten Woche bestellt haben, heute Morgen mit dem ersten Wagen losgeschickt, sodass sie, wenn nichts dazwischenkommt, spätestens morgen Nachmittag bei Ihnen in der Halle ankommen sollten."
        fine = ["Moin Jan,\\n\\nTeile sind los. Kommen morgen. Passt das? Sonst ruf kurz an. Der Fahrer weiß Bescheid.\\n\\nGruß\\nTom"]
        """,
    ),
)  # fmt: skip
