"""The frame phrases of all languages, made ready to be looked up in constant time per line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from coach.mail_words import MailWords, mail_words

_SHORT = 500  # code points of a text whose count of phrases is remembered
_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LATEST = 16  # texts whose words are at hand
_WORD = re.compile(r"\w+")
_SPACED_WORD = re.compile(r"[^\W_\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+")
_LONGEST_LAST = 12  # code points of a phrase that is looked for at a text's end
_KEY = 2  # phrases are filed under their first two code points


class PhraseSet:
    """Phrases that can be looked for at one place of a text; case does not matter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_key: dict[str, list[str]] = {}
        by_last: dict[str, list[str]] = {}
        every = sorted({each.casefold() for each in phrases}, key=len, reverse=True)
        for phrase in every:
            by_key.setdefault(phrase[:_KEY], []).append(phrase)
            if len(phrase) <= _LONGEST_LAST:
                by_last.setdefault(phrase[-1:], []).append(phrase)
        self._every = every
        self._by_key = {key: tuple(filed) for key, filed in by_key.items()}
        self._single = any(len(key) < _KEY for key in by_key)
        self._by_last = {key: tuple(filed) for key, filed in by_last.items()}
        self._by_word, self._by_no_word = _by_first_word(every)
        self._first_words = frozenset(self._by_word)
        self._wordless_ascii = tuple(each for each in self._by_no_word if each.isascii())
        self._counted: Callable[[str], int] = lru_cache(maxsize=2_048)(self._count)

    def length_at(self, folded: str, start: int = 0) -> int:
        """Length of the longest phrase that begins at `start` of a casefolded text, 0 for none."""
        filed = self._by_key.get(folded[start : start + _KEY])
        if filed is not None and folded.startswith(filed, start):
            for phrase in filed:
                if folded.startswith(phrase, start) and ends_word(folded, start + len(phrase)):
                    return len(phrase)
        if self._single:
            for phrase in self._by_key.get(folded[start : start + 1], ()):
                if ends_word(folded, start + 1):
                    return len(phrase)
        return 0

    def length_before(self, folded: str) -> int:
        """Length of a phrase that ends the casefolded text, 0 for none."""
        filed = self._by_last.get(folded[-1:])
        if filed is None or not folded.endswith(filed):
            return 0
        return next(len(phrase) for phrase in filed if folded.endswith(phrase))

    def last_in(self, folded: str) -> int | None:
        """Where the last phrase of a casefolded text begins, whole words only; None for no phrase."""
        found = self._places(folded)
        return found[-1][0] if found else None

    def count_in(self, folded: str) -> int:
        """How many different phrases a casefolded text holds, whole words only."""
        return self._counted(folded) if len(folded) <= _SHORT else self._count(folded)

    def may_be_in(self, text: str, words: frozenset[str]) -> bool:
        """False if no phrase stands in a casefolded text, which has these words, at whatever end of a word."""
        begun = self._first_words & words
        return self._holds_wordless(text) or any(phrase in text for word in begun for phrase in self._by_word[word])

    def _holds_wordless(self, folded: str) -> bool:
        for each in self._wordless_ascii if folded.isascii() else self._by_no_word:  # noqa: SIM110 - twice as quick
            if each in folded:
                return True
        return False

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return _anywhere(self._every)  # most sets are never asked for what it finds

    def _count(self, folded: str) -> int:
        return len({folded[start:end] for start, end in self._places(folded)})

    def _places(self, folded: str) -> list[tuple[int, int]]:
        """Where phrases stand as whole words: the longest of those that begin leftmost, none within another."""
        if self._holds_wordless(folded):
            return [found.span() for found in self._anywhere.finditer(folded)]
        begun = self._first_words & _words_in(folded)
        there = [phrase for word in begun for phrase in self._by_word[word] if phrase in folded]
        found, last = [], 0
        for start, length in sorted((at, -len(phrase)) for phrase in there for at in _places(phrase, folded)):
            if start >= last:
                last = start - length
                found.append((start, last))
        return found


def _places(phrase: str, folded: str) -> Iterator[int]:
    """Where the phrase stands as whole words."""
    at = folded.find(phrase)
    while at >= 0:
        if not (at and _WORD.match(folded, at - 1, at)) and not _WORD.match(folded, at + len(phrase)):
            yield at
        at = folded.find(phrase, at + 1)


def _by_first_word(every: Iterable[str]) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Phrases by their first word, longest first, and those that begin with none that `words_of` tells of a text."""
    by_word: dict[str, list[str]] = {}
    by_none = []
    for phrase in sorted(every, key=len, reverse=True):
        word, told = _WORD.match(phrase), _SPACED_WORD.match(phrase)
        if word is None or told is None or word.end() != told.end():  # "iphoneから送信" is no word of its text
            by_none.append(phrase)
        else:
            by_word.setdefault(word.group(), []).append(phrase)
    return by_word, tuple(by_none)


def words_of(folded: str) -> frozenset[str]:
    """The words of a text for `may_be_in`: letters and digits in a row, scripts without spaces left out."""
    return frozenset(_SPACED_WORD.findall(folded))


@lru_cache(_LATEST)
def _words_in(folded: str) -> frozenset[str]:
    """The words of a text of which several sets of phrases are asked, one after the other."""
    return frozenset(_WORD.findall(folded))


def _anywhere(folded: Iterable[str]) -> re.Pattern[str]:
    """One alternation of plain phrases, longest first; it backtracks over nothing."""
    ordered = sorted(folded, key=len, reverse=True)
    spaced = "|".join(re.escape(each) for each in ordered if not is_cjk(each[0]))
    joined = "|".join(re.escape(each) for each in ordered if is_cjk(each[0]))
    options = [rf"(?<!\w)(?:{spaced})(?!\w)" if spaced else "", joined]
    return re.compile("|".join(each for each in options if each) or r"(?!)")


def is_cjk(char: str) -> bool:
    """True for scripts that write no spaces between words."""
    return "\u2e80" <= char <= "\u9fff" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


def ends_word(text: str, at: int) -> bool:
    """True if a word may end just before this place."""
    return at >= len(text) or not text[at].isalnum() or is_cjk(text[at - 1]) or is_cjk(text[at])


@dataclass(frozen=True, slots=True)
class Phrases:
    """All languages' phrases merged; `labels` maps a casefolded header label to what it labels."""

    labels: dict[str, str]
    leads: PhraseSet
    verbs: PhraseSet
    intros: PhraseSet
    weekdays: PhraseSet
    original: PhraseSet
    forwarded: PhraseSet
    greetings: PhraseSet
    calls: PhraseSet
    greeting_suffixes: PhraseSet
    titles: PhraseSet
    closings: PhraseSet
    thanks: PhraseSet
    mobile: PhraseSet
    disclaimers: PhraseSet
    banners: PhraseSet
    notice_subjects: PhraseSet
    notice_cues: PhraseSet
    contact: PhraseSet
    list_footers: PhraseSet
    postscripts: PhraseSet
    reply_markers: PhraseSet
    outside: PhraseSet
    first_person: PhraseSet
    label_names: PhraseSet
    label_levels: PhraseSet
    quote_opens: PhraseSet
    quote_closes: PhraseSet
    groups: PhraseSet
    firms: PhraseSet
    scan_notes: PhraseSet
    viruses: PhraseSet
    writings: PhraseSet
    finite_verbs: PhraseSet
    pointers: PhraseSet
    firm_voice: PhraseSet
    frame_starts: PhraseSet


@cache
def phrases() -> Phrases:
    """The phrases of every language that has a file."""
    languages = mail_words()

    def merged(field: Callable[[MailWords], tuple[str, ...]]) -> PhraseSet:
        return PhraseSet(
            spelled for words in languages for phrase in field(words) for spelled in _spellings(phrase, words.language)
        )

    return Phrases(
        labels=_labels(languages),
        leads=merged(lambda words: words.attribution_leads),
        verbs=merged(lambda words: words.attribution_verbs),
        intros=merged(lambda words: words.attribution_intros),
        weekdays=merged(lambda words: words.weekdays),
        original=merged(lambda words: words.original),
        forwarded=merged(lambda words: words.forwarded),
        greetings=merged(lambda words: words.greetings),
        calls=merged(lambda words: words.calls),
        greeting_suffixes=merged(lambda words: words.greeting_suffixes),
        titles=merged(lambda words: words.titles),
        closings=merged(lambda words: words.closings),
        thanks=merged(lambda words: words.thanks),
        mobile=merged(lambda words: words.mobile),
        disclaimers=merged(lambda words: words.disclaimers),
        banners=merged(lambda words: words.banners),
        notice_subjects=merged(lambda words: words.notice_subjects),
        notice_cues=merged(lambda words: words.notice_cues),
        contact=merged(lambda words: words.contact),
        list_footers=merged(lambda words: words.list_footers),
        postscripts=merged(lambda words: words.postscripts),
        reply_markers=merged(lambda words: words.reply_markers),
        outside=merged(lambda words: words.outside),
        first_person=merged(lambda words: words.first_person),
        label_names=merged(lambda words: words.label_names),
        label_levels=merged(lambda words: words.label_levels),
        quote_opens=merged(lambda words: words.quote_opens),
        quote_closes=merged(lambda words: words.quote_closes),
        groups=merged(lambda words: words.groups),
        firms=merged(lambda words: words.firms),
        scan_notes=merged(lambda words: words.scan_notes),
        viruses=merged(lambda words: words.viruses),
        writings=merged(lambda words: words.writings),
        finite_verbs=merged(lambda words: words.finite_verbs),
        pointers=merged(lambda words: words.pointers),
        firm_voice=merged(lambda words: words.firm_voice),
        frame_starts=merged(
            lambda words: (
                *(*words.attribution_leads, *words.attribution_intros, *words.weekdays),
                *(*words.original, *words.forwarded, *words.reply_markers),
            )
        ),
    )


def _spellings(phrase: str, language: str) -> tuple[str, ...]:
    """A phrase, and in German the phrase as keyboards without umlauts write it ("schoene Gruesse")."""
    return (phrase, phrase.translate(_WITHOUT_UMLAUTS)) if language == "de" else (phrase,)


def _labels(languages: tuple[MailWords, ...]) -> dict[str, str]:
    labels: dict[str, str] = {}
    for words in languages:
        kinds = {
            "from": words.from_labels,
            "sent": words.sent_labels,
            "to": words.to_labels,
            "cc": words.cc_labels,
            "subject": words.subject_labels,
            "other": words.other_labels,
        }
        for kind, names in kinds.items():
            for name in names:
                labels.setdefault(name.casefold(), kind)
    return labels
