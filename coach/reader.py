"""Text -> Document; a sentence seen before is not analysed again, a text seen before not even read."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coach import detect, reply
from coach.document import Analysis, Document, Sentence, is_word, word_tokens
from coach.language import Language, Tagger
from coach.model import AUTHORED, Part, Segment, Span, Token
from coach.recent import Recent
from coach.sentences import Paragraph, paragraphs, sentences

SURROGATES = re.compile("[\\ud800-\\udfff]")  # halves of characters; no encoder takes them
CACHED_SENTENCES = 3_000  # about 5 kB each; twenty people's drafts with their variants
CACHED_DOCUMENTS = 256  # the drafts being written now, what hints would make of them, and the mails answered
LONGEST_CACHED = 20_000  # characters of a text that is kept whole


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text cut into segments, paragraphs and sentences that are not analysed yet."""

    text: str
    told: str | None
    language: Language | None
    segments: tuple[Segment, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Span, ...]


class Reader:
    """Reads texts into Documents; holds the loaded pipelines and bounded memories of what was read last.

    Safe to share between threads. Pipelines load at first use, or ahead of it by `load()`.
    """

    def __init__(self, languages: Mapping[str, Language]) -> None:
        self.languages = languages
        self._taggers: dict[str, Tagger] = {}
        self._analyses: Recent[tuple[str, str], Analysis] = Recent(CACHED_SENTENCES)
        self._documents: Recent[tuple[str, str | None, bool], Document] = Recent(CACHED_DOCUMENTS)
        self._tagging = threading.Lock()  # spaCy and HanTa are not safe to share between threads

    def load(self) -> None:
        """Load every language's pipeline now."""
        with self._tagging:
            for code in self.languages:
                self._tagger(code)

    def read(self, text: str, language: str | None = None, *, draft: bool = False) -> Document:
        """The Document of one mail; `language` settles what would otherwise be told from the text.

        A `draft` is still being written: what could be a signature by its look alone is its writer's text.
        """
        key = (text, language, draft)
        if known := self._documents.known([key]):
            return known[key]
        [document] = self.read_all([(text, language)], draft=draft)
        if len(text) <= LONGEST_CACHED:
            self._documents.keep({key: document})
        return document

    def read_ahead(self, texts: Iterable[str], language: str | None = None, *, draft: bool = False) -> None:
        """Reads texts that will be asked for in a moment, all together."""
        keys = [(text, language, draft) for text in texts if len(text) <= LONGEST_CACHED]
        known = self._documents.known(keys)
        missing = [key for key in keys if key not in known]
        documents = self.read_all([(text, language) for text, _, _ in missing], draft=draft)
        self._documents.keep(dict(zip(missing, documents, strict=True)))

    def read_all(self, mails: Iterable[tuple[str, str | None]], *, draft: bool = False) -> list[Document]:
        """The Documents of many mails, each with its language or None; all their sentences are tagged together."""
        cuts = [self._cut(text, language, draft=draft) for text, language in mails]
        analyses = self._analysed(cuts)
        return [_document(cut, analyses) for cut in cuts]

    def _cut(self, text: str, language: str | None, *, draft: bool) -> _Cut:
        text = SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
        segments = tuple(reply.split(text, draft=draft))
        bodies = [segment.span for segment in segments if segment.part is Part.BODY]
        if not any(char.isalnum() for body in bodies for char in body.of(text)):
            # "Hallo!" or "Vielen Dank" and nothing else: then that is what the mail says.
            bodies = [segment.span for segment in segments if segment.part in AUTHORED]
        blocks = tuple(block for body in bodies for block in paragraphs(text, body))
        told = language if language in self.languages else self._told(text, segments)
        chosen = self.languages.get(told or "") or self._leading(text, segments, told)
        spans = tuple(span for block in blocks for span in sentences(text, block, chosen))
        return _Cut(text, told, chosen, segments, blocks, spans)

    def _told(self, text: str, segments: Sequence[Segment]) -> str | None:
        return detect.tell_language(_authored_lines(text, segments), self.languages)

    def _leading(self, text: str, segments: Sequence[Segment], told: str | None) -> Language | None:
        """In a text of two languages, the one with more telling words; None for a foreign text."""
        if told != detect.MIXED:
            return None
        words = [word.lower() for line in _authored_lines(text, segments) for word in detect.WORD.findall(line)]
        return max(self.languages.values(), key=lambda each: sum(word in each.telling_words for word in words))

    def _analysed(self, cuts: Sequence[_Cut]) -> dict[tuple[str, str], Analysis]:
        """The analyses of all sentences, by language and text."""
        wanted = dict.fromkeys(
            (cut.language.code, span.of(cut.text)) for cut in cuts if cut.language for span in cut.sentences
        )
        known = self._analyses.known(wanted)
        fresh: dict[tuple[str, str], Analysis] = {}
        for code, language in self.languages.items():
            missing = [text for its, text in wanted if its == code and (its, text) not in known]
            fresh |= {(code, each.text): each for each in self._tag(missing, language)}
        self._analyses.keep(fresh)
        return known | fresh

    def _tag(self, texts: Sequence[str], language: Language) -> list[Analysis]:
        if not texts:
            return []
        with self._tagging:
            tagged = self._tagger(language.code)(texts)
        return [_analysis(text, tokens, language) for text, tokens in zip(texts, tagged, strict=True)]

    def _tagger(self, code: str) -> Tagger:
        if code not in self._taggers:
            self._taggers[code] = self.languages[code].load()
        return self._taggers[code]


def _document(cut: _Cut, analyses: Mapping[tuple[str, str], Analysis]) -> Document:
    code = cut.language.code if cut.language else None
    read = tuple(Sentence(span, analyses[code, span.of(cut.text)]) for span in cut.sentences) if code else ()
    return Document(
        text=cut.text,
        told=cut.told,
        language=cut.language,
        segments=cut.segments,
        greeting=_first(cut.segments, Part.GREETING),
        closing=_first(cut.segments, Part.CLOSING),
        paragraphs=cut.paragraphs,
        sentences=read,
        words=sum(each.words for each in read),
    )


def _analysis(text: str, tokens: tuple[Token, ...], language: Language) -> Analysis:
    hits = language.lexicon.hits([token.text for token in tokens])
    words = tuple([token for token in tokens if is_word(token)])
    return Analysis(
        text,
        tokens,
        hits,
        len(words),
        sum([len(token.text) for token in words]),
        _how_many(hit.category for hit in hits),
        _how_many(token.pos for token in words),
        {word_tokens: words},
    )


def _how_many(names: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    return counts


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
