"""Passages of a draft that phrases match, or that mean what given sentences mean; quoted words are left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from coach.changing import NO_PROSE, is_code
from coach.document import Analysis, Sentence
from coach.language import Language
from coach.literals import Likely, once_for
from coach.model import Span
from coach.phrases import compiled
from coach.places import Place, spans_of
from coach.situation import Situation

# columns of figures, names of functions and files, and what a program says of a test
OUTPUT = re.compile(r"(?:\d\S*\s+[#|;:]?\s*){4}|\w_\w|^\s*\[?\d+\]? - |\S/\S+/\S|\S[ \t]{3,}\S+[ \t]{3,}\S")
NOTED = 500  # patterns of a language's rules that are looked for together, others singly; ours have about fifty
PerLanguage = Mapping[str, tuple[str, ...]]


def matching(situation: Situation, phrases: PerLanguage, place: Place = Place.ANYWHERE) -> Sequence[Span]:
    """Where one of the phrases stands at this place, in order."""
    pattern = pattern_of(phrases, situation.language.code)
    found = _where(situation, pattern) if pattern is not None else ()
    if not found:  # as nearly always; so the places are not looked for
        return ()
    places = spans_of(situation.draft, place)
    within = [span for span in found if any(each.start <= span.start and span.end <= each.end for each in places)]
    return [span for span in within if not situation.is_quoted(span)]


def pattern_of(phrases: PerLanguage, code: str) -> re.Pattern[str] | None:
    """What finds these phrases, the same one while it is remembered; None where there are none in this language."""
    mine = phrases.get(code, ())
    return once_for(mine, compiled) if mine else None


def absent(situation: Situation) -> Callable[[re.Pattern[str] | None], bool]:
    """Tells quickly of a pattern by which phrases are found that it surely matches nowhere; False says nothing."""
    known, found = situation.once_with(_found_together, situation.language)
    return lambda pattern: id(pattern) in known and id(pattern) not in found


def _where(situation: Situation, pattern: re.Pattern[str]) -> Sequence[Span]:
    """Where this pattern matches: looked for together with others that rules asked for in an earlier draft."""
    known, found = situation.once_with(_found_together, situation.language)
    if id(pattern) in known:
        return found.get(id(pattern), ())
    noted = _noted.setdefault(situation.language.code, {})
    if len(noted) < NOTED:
        noted[id(pattern)] = pattern
    return situation.draft.find(pattern, edges=True)


def _found_together(
    situation: Situation, language: Language
) -> tuple[Mapping[int, re.Pattern[str]], Mapping[int, Sequence[Span]]]:
    """All patterns noted for this language by their number, and where those that match do so."""
    noted = _noted.get(language.code, {})
    known, patterns = _sought.get(language.code, ({}, Likely((), _itself)))
    if len(known) != len(noted) or known.keys() != noted.keys():
        known = dict(noted)
        patterns = Likely(known.values(), _itself)
        _sought[language.code] = known, patterns
    return known, situation.draft.find_each(patterns)


def forget_patterns() -> None:
    """Forgets which patterns are looked for together: of other rules it will be others."""
    _noted.clear()
    _sought.clear()


def _itself(pattern: re.Pattern[str]) -> re.Pattern[str]:
    return pattern


_noted: dict[str, dict[int, re.Pattern[str]]] = {}
_sought: dict[str, tuple[Mapping[int, re.Pattern[str]], Likely[re.Pattern[str]]]] = {}


def in_prose(situation: Situation, span: Span) -> bool:
    """False for words in quotation marks and for what stands in a line of a log, a path or code."""
    return not situation.is_quoted(span) and not is_code(_sentence_at(situation, span).of(situation.draft.text))


def is_asked(situation: Situation, span: Span) -> bool:
    """True for words of a question."""
    sentence = _sentence_at(situation, span).of(situation.draft.text)
    return sentence.rstrip('.!)"”“» ').endswith("?")


def mostly_prose(situation: Situation) -> bool:
    """True unless a quarter of what the rep wrote stands in lines of a log, of a table or of code."""
    draft = situation.draft
    many = draft.known(_letters_of_output)
    return sum([output for output, _ in many]) * 4 < sum([letters for _, letters in many])


def _letters_of_output(sentence: Analysis) -> tuple[int, int]:
    """The letters in lines of a log, of a table or of code, and those in all lines."""
    lines = sentence.text.splitlines()
    return sum(len(line) for line in lines if NO_PROSE.search(line) or OUTPUT.search(line)), sum(map(len, lines))


def present(situation: Situation, phrases: PerLanguage) -> bool:
    """True if one of these phrases stands anywhere in the draft, or where none are given."""
    return not phrases or bool(matching(situation, phrases))


def excused(situation: Situation, span: Span, phrases: PerLanguage) -> bool:
    """True if one of these phrases stands in the same sentence."""
    mine = phrases.get(situation.language.code, ())
    if not mine:
        return False
    around = _sentence_at(situation, span)
    return once_for(mine, compiled).search(situation.draft.text, around.start, around.end) is not None


def meaning(
    situation: Situation, like: PerLanguage, unlike: PerLanguage, at_least: float, place: Place
) -> Iterator[tuple[float, Span]]:
    """Sentences at this place that come near one of `like` and nearer than to any of `unlike`, with their cosine."""
    wanted = like.get(situation.language.code, ())
    sentences = _sentences(situation, place)
    if not wanted or not sentences or situation.encoder is None:
        return
    other = unlike.get(situation.language.code, ())
    texts = [each.text for each in sentences]
    near = situation.encoder.encode(texts) @ situation.encoder.encode([*wanted, *other]).T
    for sentence, row in zip(sentences, near, strict=True):
        best = float(row[: len(wanted)].max())
        against = float(row[len(wanted) :].max()) if other else -1.0
        if best >= at_least and best > against and not situation.is_quoted(sentence.span):
            yield best, sentence.span


def _sentences(situation: Situation, place: Place) -> Sequence[Sentence]:
    stretches = spans_of(situation.draft, place)
    return [
        each
        for each in situation.draft.sentences
        if each.words > 1 and any(one.start <= each.span.start and each.span.end <= one.end for one in stretches)
    ]


def _sentence_at(situation: Situation, span: Span) -> Span:
    for each in situation.draft.sentences:
        if each.span.start <= span.start < each.span.end:
            return each.span
    return span
