"""The frame phrases of all languages, made ready to be looked up in constant time per line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from coach.mail_words import MailWords, mail_words

_SHORT = 500  # code points of a text whose count of phrases is remembered
_WITHOUT_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LATEST = 16  # texts whose words are at hand
_WORD = re.compile(r"\w+")
_KEY = 2  # phrases are filed under their first two code points


class PhraseSet:
    """Phrases that can be looked for at one place of a text; case does not matter."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_key: dict[str, list[str]] = {}
        for phrase in sorted({each.casefold() for each in phrases}, key=len, reverse=True):
            self._by_key.setdefault(phrase[:_KEY], []).append(phrase)
        every = [each for filed in self._by_key.values() for each in filed]
        self._last = {each[-1:] for each in every}
        self._anywhere = _anywhere(every)
        self._by_word, self._by_no_word = _by_first_word(every)
        self._counted: Callable[[str], int] = lru_cache(maxsize=2_048)(self._count)

    def length_at(self, folded: str, start: int = 0) -> int:
        """Length of the longest phrase that begins at `start` of a casefolded text, 0 for none."""
        for key in (folded[start : start + _KEY], folded[start : start + 1]):
            for phrase in self._by_key.get(key, ()):
                if folded.startswith(phrase, start) and ends_word(folded, start + len(phrase)):
                    return len(phrase)
        return 0

    def length_before(self, folded: str) -> int:
        """Length of a phrase that ends the casefolded text, 0 for none."""
        if folded[-1:] not in self._last:
            return 0
        for start in range(max(0, len(folded) - 12), len(folded)):
            length = self.length_at(folded, start)
            if length and start + length == len(folded):
                return length
        return 0

    def last_in(self, folded: str) -> int | None:
        """Where the last phrase of a casefolded text begins, whole words only; None for no phrase."""
        last = None
        for found in self._anywhere.finditer(folded):
            last = found.start()
        return last

    def count_in(self, folded: str) -> int:
        """How many different phrases a casefolded text holds, whole words only."""
        return self._counted(folded) if len(folded) <= _SHORT else self._count(folded)

    def _count(self, folded: str) -> int:
        if any(each in folded for each in self._by_no_word):
            return len({found.group() for found in self._anywhere.finditer(folded)})
        begun = self._by_word.keys() & _words_in(folded)
        there = [phrase for word in begun for phrase in self._by_word[word] if phrase in folded]
        if not there:
            return 0
        counted, end = set(), 0
        for start, length in sorted((at, -len(phrase)) for phrase in there for at in _places(phrase, folded)):
            if start >= end:  # the longest of those that begin leftmost, and not in the midst of another
                end = start - length
                counted.add(folded[start:end])
        return len(counted)


def _places(phrase: str, folded: str) -> Iterator[int]:
    """Where the phrase stands as whole words."""
    at = folded.find(phrase)
    while at >= 0:
        if not (at and _WORD.match(folded, at - 1, at)) and not _WORD.match(folded, at + len(phrase)):
            yield at
        at = folded.find(phrase, at + 1)


def _by_first_word(every: Iterable[str]) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Phrases by their first word, longest first, and those that begin with none or in the midst of one."""
    by_word: dict[str, list[str]] = {}
    by_none = []
    for phrase in sorted(every, key=len, reverse=True):
        word = None if is_cjk(phrase[0]) else _WORD.match(phrase)
        if word is None:
            by_none.append(phrase)
        else:
            by_word.setdefault(word.group(), []).append(phrase)
    return by_word, tuple(by_none)


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
