"""The strings that a pattern cannot do without: never is a text passed over in which the pattern matches."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import NoReturn

import pytest

from coach import Coach
from coach.kind import Kind
from coach.literals import PARSER, can_match, lowered, needed, occurs
from coach.phrases import compiled
from server.demo.stories import mails

NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("pattern", "strings"),
    [
        (r"\b(?:zur|zum) (?:Anwendung|Einsatz)\b", ("anwendung", "einsatz")),
        (r"(?i)thank(?:s| you)", ("thank",)),
        (r"[Dd]ass (?!foo)", ("dass ",)),
        (r"(?:ab)+c", ("ab",)),
        (r"(?<!never)(?=here)there", ("there",)),
        (r"(?:one|\d+)", ()),
        (r"perhaps?|", ()),
        (r"(?:maybe)?", ()),
        (r"\d+", ()),
        (f"(?:{'|'.join(f'{number}word' for number in range(10, 71))})x", ("x",)),  # too many to be asked for
        (f"(?:{'|'.join(f'{number}word' for number in range(10, 71))})", ()),
    ],
)
def test_the_strings_of_a_pattern_are_those_that_each_match_has(pattern: str, strings: tuple[str, ...]) -> None:
    assert needed(re.compile(pattern)) == strings


def unreadable(*_: object) -> NoReturn:
    raise TypeError("parse() takes 1 argument")


@pytest.mark.parametrize("parser", [None, SimpleNamespace(), SimpleNamespace(parse=unreadable)])
def test_where_the_librarys_own_parser_is_gone_or_another_every_text_is_searched(
    parser: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, PARSER, parser)
    pattern = re.compile("perhaps")
    assert needed(pattern) == ()
    assert can_match(pattern, "never")


@pytest.mark.parametrize("text", ["\u017fo it is", "\u212again", "\u0130t", "µ"])
def test_a_text_with_letters_that_patterns_see_otherwise_is_always_searched(text: str) -> None:
    assert lowered(text) is None
    assert can_match(re.compile("(?i)so it is"), lowered(text))


def test_of_all_other_letters_patterns_see_what_lower_case_sees() -> None:
    plain = [chr(code) for code in range(0x110000) if lowered(chr(code)) is not None]
    cased = [char for char in plain if char.lower() != char or char.upper() != char]
    assert all(len(char.lower()) == 1 for char in cased)
    latin = "".join(map(re.escape, cased))
    assert re.findall(f"[{latin}]", "".join(plain), re.IGNORECASE) == cased  # and nothing else
    for letter in cased:
        seen = re.findall(re.escape(letter), "".join(cased), re.IGNORECASE)
        assert seen == [each for each in cased if each.lower() == letter.lower()]


def test_no_pattern_of_a_language_or_a_rule_passes_over_a_sentence_in_which_it_matches(coach: Coach) -> None:
    patterns = list({id(each): each for each in _patterns(coach)}.values())
    sentences = sorted({line for mail in mails(NOW)[:400] for line in mail.authored.split("\n") if line.strip()})[:600]
    telling = [each for each in patterns if needed(each)]
    assert len(telling) > 0.9 * len(patterns) > 500
    spared = 0
    for sentence in sentences:
        lower = lowered(sentence)
        passed_over = [each for each in telling if not can_match(each, lower)]
        spared += len(passed_over)
        assert not [each.pattern for each in passed_over if each.search(sentence)]
    assert spared > 0.8 * len(telling) * len(sentences)


def test_a_pattern_occurs_where_it_matches_and_nowhere_else() -> None:
    pattern = re.compile(r"(?i)\bas soon as possible\b")
    assert occurs(pattern, "As soon as possible!", lowered("As soon as possible!"))
    assert not occurs(pattern, "was soon as possible", lowered("was soon as possible"))
    assert not occurs(pattern, "Tomorrow.", lowered("Tomorrow."))


def _patterns(coach: Coach) -> Iterator[re.Pattern[str]]:
    seen: set[int] = set()
    for language in coach.languages.values():
        yield from _within(language, seen)
    for rule in coach.rules.rules:
        assert isinstance(rule.kind, Kind)
        for phrases in getattr(rule.options, "phrases", {}).values():
            yield compiled(phrases)


def _within(value: object, seen: set[int]) -> Iterator[re.Pattern[str]]:
    if id(value) in seen or isinstance(value, str | bytes):
        return
    seen.add(id(value))
    inner: Iterable[object] = ()
    if isinstance(value, re.Pattern):
        yield value
    elif is_dataclass(value):
        inner = [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, Mapping):
        inner = value.values()
    elif isinstance(value, tuple | list | frozenset):
        inner = value
    for each in inner:
        yield from _within(each, seen)
