"""Says in few words what takes many: "in the event that" -> "if", "zur Anwendung bringen" -> "anwenden"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from coach.changing import changed, is_prose, lowered_text, reaches, without
from coach.document import Analysis, Sentence
from coach.german.ability import with_can
from coach.german.light_verbs import Pieces, pieces
from coach.literals import Likely, once_for
from coach.model import Edit, Span
from coach.plain_words import LightVerb
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    found = [*changed(situation, at, situation.language.plain.shorter)]
    draft, light_verbs = situation.draft, situation.language.plain.light_verbs
    said = _said_in_german if situation.language.code == "de" else _said
    for sentence, every in zip(draft.sentences, draft.known_with(said, light_verbs), strict=True):
        if every and is_prose(situation, sentence.span):
            found += [each for each in _verbal(situation, sentence, every) if reaches(each.edits, at)]
    yield from _apart(sorted(found, key=lambda each: each.edits[0].span))


def _apart(found: list[Rewrite]) -> Iterator[Rewrite]:
    """Those whose words no earlier one changes."""
    clashing = {
        id(later) for earlier, later in pairwise(found) if earlier.edits[-1].span.end > later.edits[0].span.start
    }
    yield from (each for each in found if id(each) not in clashing)


_WithCan = tuple[int, int, str]


def _verbal(situation: Situation, sentence: Sentence, every: Sequence[Pieces | _WithCan]) -> Iterator[Rewrite]:
    """A verb for a noun with a light verb."""
    for changes in every:
        if isinstance(changes, tuple):
            start, end, written = changes
            edits: tuple[Edit, ...] | None = (Edit(Span(start, end).shifted(sentence.span.start), written),)
        else:
            edits = _edits(situation.draft.text, sentence, changes)
        if edits and not any(situation.is_quoted(each.span) for each in edits):
            yield Rewrite(edits)


def _said(sentence: Analysis, light_verbs: Sequence[LightVerb]) -> tuple[Pieces, ...]:
    lower = sentence.known(lowered_text)
    found = [pieces(sentence.text, sentence.tokens, each) for each in once_for(light_verbs, _likely).within(lower)]
    return tuple([changes for changes in found if changes])


def _said_in_german(sentence: Analysis, light_verbs: Sequence[LightVerb]) -> tuple[Pieces | _WithCan, ...]:
    joined = with_can(sentence.text, sentence.tokens)
    return (*_said(sentence, light_verbs), *((joined,) if joined else ()))


def _likely(light_verbs: Sequence[LightVerb]) -> Likely[LightVerb]:
    return Likely(light_verbs, attrgetter("noun"))


def _edits(text: str, sentence: Sentence, changes: Pieces) -> tuple[Edit, ...] | None:
    edits = []
    for first, last, written in changes:
        span = sentence.span_of(first, last)
        edit = Edit(span, written) if written else without(text, span, opens=False)
        if edit is None:
            return None
        edits.append(edit)
    return tuple(edits)


def _de(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("de", draft, becomes, at)


def _en(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("en", draft, becomes, at)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        _de(
            "Guten Tag Frau Stein,\n\nfür den Fall, dass die Tür klemmt, liegt ein Keil bei.\n\nFreundliche Grüße\nUwe Hahn",
            "Guten Tag Frau Stein,\n\nfalls die Tür klemmt, liegt ein Keil bei.\n\nFreundliche Grüße\nUwe Hahn",
        ),
        _de("Wir bringen das neue Verfahren ab Mai zur Anwendung.", "Wir wenden das neue Verfahren ab Mai an."),
        _de("Wir werden die Arbeiten im Mai zur Durchführung bringen.", "Wir werden die Arbeiten im Mai durchführen."),
        _de("Wir sind in der Lage, die Fliesen am Montag zu liefern.", "Wir können die Fliesen am Montag liefern."),
        _de("Bitte setzen Sie sich mit uns in Verbindung.", "Bitte melden Sie sich bei uns."),
        _de("Aus diesem Grund kommt der Monteur später.", "Deshalb kommt der Monteur später."),
        _de("Für diesen Fall haben wir vorgesorgt. Die Lage der Tür ist gut.", None),
        _de("Der Einsatz der Pumpe dauert einen Tag und bringt viel.", None),
        _de("Im Vorfeld der Messe haben wir wenig Zeit für Termine.", None),
        _de("Er schrieb: „Wir sind in der Lage, das zu liefern.“", None),
        _en(
            "Dear Ms Stone,\n\nin the event that the door jams, use the wedge.\n\nKind regards,\nUwe",
            "Dear Ms Stone,\n\nif the door jams, use the wedge.\n\nKind regards,\nUwe",
        ),
        _en("We made a decision about the colour.", "We decided about the colour."),
        _en("Due to the fact that it rained, the roof is late.", "Because it rained, the roof is late."),
        _en("Please do not hesitate to call us.", "Please call us."),
        _en("We are in the process of checking the roof.", "We are checking the roof."),
        _en("A decision was made on Monday. In the event of rain we stop.", None),
        _en("The number of tiles is large. It is due to the rain.", None),
        _en("The contract says “prior to delivery”, as you know.", None),
        _en("We have a large order. The purpose of the visit is the roof.", None),
    ),
)  # fmt: skip
