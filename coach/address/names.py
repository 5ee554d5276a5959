"""How the reader is called by name: title and surname, first name, both names, a group, or nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from coach.document import Document, Sentence
from coach.language import Language
from coach.languages import _address_names as words
from coach.model import Span, Token

_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")


@dataclass(frozen=True, slots=True)
class NameUsed:
    """What the reader is called: "title", "first_name", "full_name", "group" or "nobody", and the words that do so.

    "title" is with a surname, or a title alone ("Dear Sir or Madam") where `named` is False.
    """

    form: str
    spans: tuple[Span, ...]
    named: bool = True


def name_used(document: Document) -> NameUsed | None:
    """What the greeting calls the reader, or, without one there, the text ("Could you check, Priya?").

    None for a text without greeting that calls nobody.
    """
    language = document.language
    if language is None:
        return None
    greeted = _greeted(document, language) if document.greeting else None
    if greeted is not None and greeted.form not in ("nobody",):
        return greeted
    return _called_inside(document, language) or greeted


def _greeted(document: Document, language: Language) -> NameUsed | None:
    assert document.greeting is not None
    line = document.greeting.of(document.text)
    form = language.greeting_form(line)
    phrase = form.phrase_in(line) if form else ""
    spans = (document.greeting,)
    called: list[str] = _WORD.findall(line, len(phrase))
    lower = {word.lower() for word in called} | {word.lower().rstrip(".") for word in called}
    if lower & (language.titles | words.MORE_TITLES) or phrase.endswith(tuple(words.ALONE)):
        named = any(word[0].isupper() and not _is_title(word, language) for word in called) and "or" not in lower
        return NameUsed("title", spans, named=named)
    if lower & language.groups:
        return NameUsed("group", spans, named=False)
    names = [word for word in called if word.lower() not in words.NO_NAMES]
    if not names:
        return NameUsed("nobody", spans, named=False)
    full = len(names) > 1 and all(word[0].isupper() for word in names) and "," not in line.rstrip(" ,!.:")
    joined = any(word.lower() in ("and", "und", "&", "oder", "or") for word in line.split())
    return NameUsed("full_name" if full and not joined else "first_name", spans)


def _is_title(word: str, language: Language) -> bool:
    bare = word.lower().rstrip(".")
    return word.lower() in language.titles or bare in language.titles or bare in words.MORE_TITLES


def _called_inside(document: Document, language: Language) -> NameUsed | None:
    """A name set off by commas that speaks to the reader; at the very end of a mail it is a signature."""
    last = len(document.sentences) - 1
    for number, sentence in enumerate(document.sentences):
        for start, end in _set_off(sentence, language, ends_mail=number == last and number > 0):
            found = _name_in(sentence.tokens, start, end, language)
            if found is not None:
                return NameUsed(found, (sentence.span_of(start, end),))
    return None


def _set_off(sentence: Sentence, language: Language, *, ends_mail: bool) -> Iterator[tuple[int, int]]:
    """Where in a sentence that speaks to somebody a name could stand: before, between and behind commas."""
    tokens = sentence.tokens
    lower = [token.lower for token in tokens]
    if not tokens:
        return
    end = len(tokens)
    while end > 0 and not tokens[end - 1].text[0].isalnum():
        end -= 1
    commas = [at for at in range(end) if lower[at] == ","]
    speaks = not words.SPEAKS.isdisjoint(lower) or lower[-1:] == ["?"] or tokens[0].tag in ("VB", "UH", "VV(IMP)")
    if not speaks and not any(_is_title(tokens[at + 1].text, language) for at in commas if at + 1 < end):
        return
    first = commas[0] if commas else end if lower[-1] != "?" and lower[:1] != ["dear"] else 0
    lead = next((at for at in range(first) if lower[at] not in words.LEADS), first)
    if commas or lead:
        yield lead, first
    for before, after in pairwise(commas):
        if not _is_listed(tokens, before) and tokens[after + 1].pos not in ("PROPN", "CCONJ"):
            yield before + 1, after
    signed = commas and tokens[commas[-1]].end + 1 < tokens[min(commas[-1] + 1, end - 1)].start  # on a line of its own
    if commas and not signed and (not ends_mail or lower[-1] == "?") and not _is_listed(tokens, commas[-1]):
        yield commas[-1] + 1, end


def _is_listed(tokens: tuple[Token, ...], comma: int) -> bool:
    """True for the second of "Lyon, Marseille"."""
    before = tokens[comma - 1]
    return before.pos == "PROPN" and before.lower not in words.NO_NAMES


def _name_in(tokens: tuple[Token, ...], start: int, end: int, language: Language) -> str | None:
    """The form of tokens [start, end) if they are a name and nothing else."""
    named = tokens[start:end]
    if not named or len(named) > 4 or not all(token.text[0].isupper() for token in named):
        return None
    titles = [token for token in named if _is_title(token.text, language)]
    if titles:
        return "title" if named[0] in titles and len(titles) < len(named) else None
    repeated = {token.lower for token in tokens[end:]}  # "Will, will you": what the tagger takes for a verb
    if len(named) > 2 or not all(_is_name(token, language, repeated) for token in named):
        return None
    return "first_name" if len(named) == 1 else "full_name"


def _is_name(token: Token, language: Language, repeated: set[str]) -> bool:
    if token.start == 0 and token.lower in repeated:
        return True
    if token.lower in language.groups or token.lower in words.NO_NAMES or token.lower in language.telling_words:
        return False
    return token.pos == "PROPN" or (token.start == 0 and token.tag == "NN" and "thank" in repeated)
