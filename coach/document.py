"""Text -> Document: language, parts, paragraphs, tagged sentences; a sentence seen before is not analysed again."""

from __future__ import annotations

import re
import threading
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from coach import detect, reply
from coach.language import Language, Tagger
from coach.lexicon import Hit
from coach.model import AUTHORED, Part, Segment, Span, Token
from coach.sentences import Paragraph, paragraphs, sentences

SURROGATES = re.compile("[\\ud800-\\udfff]")  # halves of characters; no encoder takes them
CACHED_SENTENCES = 6_000  # about 5 kB each


@dataclass(frozen=True, slots=True)
class Analysis:
    """What is known of one sentence, wherever it stands; offsets count from its start."""

    tokens: tuple[Token, ...] = field(repr=False)
    hits: tuple[Hit, ...]
    words: int
    letters: int
    counts: Mapping[str, int]
    parts_of_speech: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One analysed sentence at its place in the document."""

    span: Span
    analysis: Analysis = field(repr=False)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.analysis.tokens

    @property
    def words(self) -> int:
        return self.analysis.words

    def span_of(self, first: int, last: int) -> Span:
        """The place of tokens [first, last) in the document."""
        tokens = self.analysis.tokens
        return Span(self.span.start + tokens[first].start, self.span.start + tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Document:
    """An analysed mail. `told` is the language as told ("mixed" and "other" included), `language` the one analysed.

    `sentences` and `paragraphs` are those of the body: greeting, closing, signature and quotes are not in them.
    """

    text: str = field(repr=False)
    told: str | None
    language: Language | None = field(repr=False)
    segments: tuple[Segment, ...]
    greeting: Span | None
    closing: Span | None
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    words: int

    @property
    def body(self) -> tuple[Span, ...]:
        return tuple(segment.span for segment in self.segments if segment.part is Part.BODY)

    @property
    def authored(self) -> tuple[Span, ...]:
        return tuple(segment.span for segment in self.segments if segment.part in AUTHORED)

    def count(self, *categories: str) -> int:
        """How many hits the body has on these word lists."""
        return sum(each.analysis.counts.get(category, 0) for each in self.sentences for category in categories)

    def letters(self) -> int:
        """How many letters the words of the body have."""
        return sum(each.analysis.letters for each in self.sentences)

    def count_pos(self, *parts: str) -> int:
        """How many words of the body are of these universal parts of speech."""
        return sum(each.analysis.parts_of_speech.get(part, 0) for each in self.sentences for part in parts)

    def spans(self, *categories: str) -> tuple[Span, ...]:
        """Where the body's hits on these word lists stand, in order."""
        return tuple(
            sentence.span_of(hit.first, hit.last)
            for sentence in self.sentences
            for hit in sentence.analysis.hits
            if hit.category in categories
        )

    def tokens(self) -> Iterator[Token]:
        """All tokens of the body."""
        for sentence in self.sentences:
            yield from sentence.analysis.tokens


class Reader:
    """Reads texts into Documents; holds the loaded pipelines and a bounded cache of analysed sentences.

    Safe to share between threads. Pipelines load at first use, or ahead of it by `load()`.
    """

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self.languages = languages
        self._taggers: dict[str, Tagger] = {}
        self._cache: OrderedDict[tuple[str, str], Analysis] = OrderedDict()
        self._lock = threading.Lock()
        self._tagging = threading.Lock()

    def load(self) -> None:
        """Load every language's pipeline now."""
        for code in self.languages:
            self._tagger(code)

    def read(self, text: str, language: str | None = None) -> Document:
        """The Document of one mail; `language` settles what would otherwise be told from the text."""
        text = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
        segments = reply.split(text)
        bodies = [segment.span for segment in segments if segment.part is Part.BODY]
        if not any(char.isalnum() for body in bodies for char in body.of(text)):
            # "Hallo!" or "Vielen Dank" and nothing else: then that is what the mail says.
            bodies = [segment.span for segment in segments if segment.part in AUTHORED]
        blocks = [block for body in bodies for block in paragraphs(text, body)]
        told = language if language in self.languages else self._told(text, segments)
        chosen = self.languages.get(told or "") or self._leading(text, segments, told)
        spans = [span for block in blocks for span in sentences(text, block, chosen)]
        analyses = self._analyse([span.of(text) for span in spans], chosen) if chosen else []
        return Document(
            text=text,
            told=told,
            language=chosen,
            segments=tuple(segments),
            greeting=_first(segments, Part.GREETING),
            closing=_first(segments, Part.CLOSING),
            paragraphs=tuple(blocks),
            sentences=tuple(Sentence(span, each) for span, each in zip(spans, analyses, strict=False)),
            words=sum(each.words for each in analyses),
        )

    def _told(self, text: str, segments: Sequence[Segment]) -> str | None:
        return detect.tell_language(_authored_lines(text, segments), self.languages)

    def _leading(self, text: str, segments: Sequence[Segment], told: str | None) -> Language | None:
        """In a text of two languages, the one with more telling words; None for a foreign text."""
        if told != detect.MIXED:
            return None
        words = [word.lower() for line in _authored_lines(text, segments) for word in detect.WORD.findall(line)]
        return max(self.languages.values(), key=lambda each: sum(word in each.telling_words for word in words))

    def _analyse(self, texts: Sequence[str], language: Language) -> list[Analysis]:
        keys = [(language.code, text) for text in texts]
        with self._lock:
            known = {key: self._cache[key] for key in keys if key in self._cache}
            for key in known:
                self._cache.move_to_end(key)
        missing = list(dict.fromkeys(key for key in keys if key not in known))
        if missing:
            with self._tagging:  # spaCy and HanTa are not safe to share between threads
                tagged = self._tagger(language.code)([text for _, text in missing])
            fresh = {key: _analysis(tokens, language) for key, tokens in zip(missing, tagged, strict=True)}
            known |= fresh
            self._remember(fresh)
        return [known[key] for key in keys]

    def _remember(self, fresh: Mapping[tuple[str, str], Analysis]) -> None:
        with self._lock:
            self._cache.update(fresh)
            while len(self._cache) > CACHED_SENTENCES:
                self._cache.popitem(last=False)

    def _tagger(self, code: str) -> Tagger:
        if code not in self._taggers:
            self._taggers[code] = self.languages[code].load()
        return self._taggers[code]


def _analysis(tokens: tuple[Token, ...], language: Language) -> Analysis:
    hits = language.lexicon.hits([token.text for token in tokens])
    words = [token for token in tokens if is_word(token)]
    return Analysis(
        tokens,
        hits,
        len(words),
        sum(len(token.text) for token in words),
        Counter(hit.category for hit in hits),
        Counter(token.pos for token in words),
    )


def is_word(token: Token) -> bool:
    """True for what a reader counts as a word: "don't" is one, punctuation, numbers' signs and emoji are none."""
    return token.text[0].isalnum() and not token.text.lower().startswith(("n't", "n’t"))


def _authored_lines(text: str, segments: Sequence[Segment]) -> list[str]:
    return [
        line
        for segment in segments
        if segment.part in AUTHORED
        for line in segment.span.of(text).splitlines()
        if line.strip()
    ]


def _first(segments: Sequence[Segment], part: Part) -> Span | None:
    return next((segment.span for segment in segments if segment.part is part), None)
