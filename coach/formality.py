"""Formality cues in a text: how strong each is, and the words that carry it."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from coach.address import forms_used
from coach.document import Analysis, Document, Sentence
from coach.language import Language
from coach.model import Part, Span

# Word lists that are cues by themselves; "plain", "personal", "written" and "office" count but are not pointed at.
LISTS = frozenset("slang interjection informal plain clipped personal formal written office hedge booster i".split())
IN_ORDER = tuple(sorted(LISTS))  # sums of floats hang on the order, and a set has another one in every process
SHOWN_LISTS = frozenset("slang interjection informal clipped formal".split())
MARKED = frozenset("exclamation doubled_marks ellipsis smiley dash shouting small_i brackets semicolon figures".split())
IN_ORDER_MARKED = tuple(sorted(MARKED))
# What is counted in each sentence: marks, words, and 1 for a sentence that begins small, does not end with a stop, ...
FIGURES = (*IN_ORDER_MARKED, "long_words", "abstract_words", "small_start", "no_stop", "verbless", "question")
VERBS = frozenset({"VERB", "AUX"})
SHOWN_MARKS = MARKED - {"brackets", "semicolon", "figures", "dash"}
ROOM = 12.0  # words of smoothing: one formal word in a text of three says less than five in twenty
MOST = 0.75  # no rate counts for more, however often the cue stands there
LONGEST_SENTENCE = 40.0  # words; longer ones are not more formal
LONG_WORD = 1.6  # times the language's mean length of a word
PARTS = {
    "nouns": ("NOUN",), "names": ("PROPN",), "articles": ("DET",), "prepositions": ("ADP",), "adjectives": ("ADJ",),
    "joins": ("CCONJ", "SCONJ"), "adverbs": ("ADV",),
}  # fmt: skip
USUAL = {  # share of the words of ordinary text, German and English about alike
    "nouns": 0.2, "names": 0.07, "articles": 0.12, "prepositions": 0.11, "adjectives": 0.07, "joins": 0.05,
    "adverbs": 0.06, "long_words": 0.21, "abstract_words": 0.08,
}  # fmt: skip
PLACE = attrgetter("start", "end")

ALNUM = re.compile(r"[^\W_]")
MARKS = re.compile(  # the first line says with what a mark begins: so most letters are passed over at once
    r"""(?=[?!.…:;(\-A-ZÄÖÜi\dxX\U0001F300-\U0001FAFF\u2600-\u27BF]|[ ]-)
    (?:(?P<doubled_marks>[?!]*(?:\?\?|\?!|!\?|!!)[?!]*) | (?P<exclamation>!)
    | (?P<ellipsis>\.{2,}|…)
    | (?P<smiley>(?<!\w)[:;]-?[)(DPp3](?!\w)|\bx[dD]\b|[\U0001F300-\U0001FAFF\u2600-\u27BF])
    | (?P<dash>(?<=\w)[ ]?--?[ ](?=\w))
    | (?P<shouting>\b[A-ZÄÖÜ]{5,}\b)
    | (?P<small_i>(?<![\w.'’-])i(?=['’][a-z]|[ ,])(?![.)]))
    | (?P<brackets>\() | (?P<semicolon>[;:](?=\s)) | (?P<figures>\b\d[\d.,/:-]*))""",
    re.VERBOSE,
)
STOPPED = re.compile(r"[.!?:;…)][\"'“”»)\]]*\s*(?:[:;]-?[)(DPp]|[\U0001F300-\U0001FAFF☀-➿]️?)*\s*\Z")


@dataclass(frozen=True, slots=True)
class Look:
    """What the letters of one sentence show: marks with offsets, and how often each of FIGURES is there."""

    marks: tuple[tuple[str, int, int], ...]
    small_start: bool
    figures: tuple[int, ...]

    @property
    def shown(self) -> bool:
        """Whether there may be anything to point at."""
        return self.small_start or bool(self.marks)


def cues(document: Document) -> dict[str, float]:
    """The named cues of formality, each between about -1 and +1 and comparable over lengths; empty without words."""
    language = document.language
    if language is None or not document.words or not document.sentences:
        return {}
    words, sentences = document.words, len(document.sentences)
    looks = document.once(_looks)
    figures = dict(zip(FIGURES, map(sum, zip(*[look.figures for look in looks], strict=True)), strict=True))
    listed = document.counts()
    counts = [(name, figures[name]) for name in IN_ORDER_MARKED] + [
        (name, listed[name]) for name in IN_ORDER if name in listed
    ]
    counts.append(("short_form", len(_short_forms(document))))
    rates = {name: min(math.sqrt(count / (words + ROOM)), MOST) for name, count in counts if count}
    return rates | _shares(document, figures, language) | _parts_of_speech(document) | _frame(document, language) | {
        "sentence_length": math.log(min(words / sentences, LONGEST_SENTENCE) + 3.0) - 2.5,
    }  # fmt: skip


def spans_of(document: Document) -> tuple[Span, ...]:
    """The words and marks behind the cues that can be pointed at, greeting and closing included."""
    found = [part for part in (document.greeting, document.closing) if part is not None]
    found += document.spans(*SHOWN_LISTS)
    found += _short_forms(document)
    for sentence, look in zip(document.sentences, document.once(_looks), strict=True):
        if look.shown:
            found += _marked(sentence, look)
    each_once = {PLACE(span): span for span in found}
    return tuple([each_once[place] for place in sorted(each_once)])


def _marked(sentence: Sentence, look: Look) -> list[Span]:
    start = sentence.span.start
    found = [Span(start + first, start + last) for name, first, last in look.marks if name in SHOWN_MARKS]
    return [*found, sentence.span_of(0, 1)] if look.small_start else found


def _shares(document: Document, figures: Mapping[str, int], language: Language) -> dict[str, float]:
    """Shares of words and of sentences."""
    words, sentences = document.words, len(document.sentences)
    return {
        "letters": (document.letters() - language.letters_per_word * words) / (words + 5.0),
        "long_words": _above_usual("long_words", figures["long_words"], words),
        "abstract_words": _above_usual("abstract_words", figures["abstract_words"], words),
        "small_start": figures["small_start"] / (sentences + 1.0),
        "no_stop": figures["no_stop"] / (sentences + 1.0),
        "verbless": figures["verbless"] / (sentences + 1.0),
        "question": figures["question"] / (sentences + 1.0),
    }


def _parts_of_speech(document: Document) -> dict[str, float]:
    return {name: _above_usual(name, document.count_pos(*parts), document.words) for name, parts in PARTS.items()}


def _above_usual(name: str, count: int, words: int) -> float:
    """By how much a text has more of it than mail usually has; a few words are pulled towards the usual."""
    return (count - USUAL[name] * words) / (words + ROOM)


def _frame(document: Document, language: Language) -> dict[str, float]:
    """Greeting and closing, signature, and who is called du or Sie."""
    greeting = document.greeting.of(document.text) if document.greeting else ""
    closing = document.closing.of(document.text) if document.closing else ""
    greets, closes = language.greeting_form(greeting), language.closing_form(closing)
    used = document.once(forms_used)
    return {
        "greets": float(bool(greeting)),
        "greeting_form": greets.formality if greets else 0.0,
        "closes": float(bool(closing)),
        "closing_form": closes.formality if closes else 0.0,
        "small_closing": float(closing[:1].islower()),
        "signature": float(any(segment.part is Part.SIGNATURE for segment in document.segments)),
        "du": float(bool(used.du)),
        "sie": float(bool(used.sie)),
    }


def _short_forms(document: Document) -> Sequence[Span]:
    return document.matches(document.language.short_forms) if document.language else ()


def _looks(document: Document) -> tuple[Look, ...]:
    """What the letters of each sentence show."""
    if document.language is None:
        return ()
    look = _reader(document.language.abstract_word, round(LONG_WORD * document.language.letters_per_word))
    return tuple(document.known(look))


@functools.lru_cache
def _reader(abstract_word: re.Pattern[str], long: int) -> Callable[[Analysis], Look]:
    """What looks at sentences of one language; always the same function, so that a sentence remembers what it saw."""
    long_word = re.compile(rf"[^\W\d_]{{{long},}}")
    return lambda sentence: _look_at(sentence, abstract_word, long_word)


def _look_at(sentence: Analysis, abstract_word: re.Pattern[str], long_word: re.Pattern[str]) -> Look:
    text = sentence.text
    marks = tuple([(mark.lastgroup or "", *mark.span()) for mark in MARKS.finditer(text)])
    named = [name for name, _, _ in marks]
    first = ALNUM.search(text)
    small_start = first is not None and first.group().islower() and not text.lstrip("\"'(").startswith(("http", "www"))
    figures = (  # in the order of FIGURES
        *[named.count(name) for name in IN_ORDER_MARKED],
        len(long_word.findall(text)),
        len(abstract_word.findall(text)),
        int(small_start),
        int(STOPPED.search(text) is None),
        int(sentence.parts_of_speech.keys().isdisjoint(VERBS)),
        int(text.rstrip().endswith("?")),
    )
    return Look(marks, small_start, figures)
