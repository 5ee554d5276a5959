"""Paragraphs, sentences, words and their places."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import Coach
from coach.collect import collect
from coach.language import Language
from coach.lexicon import Lexicon
from coach.literals import Likely
from coach.reader import Reader


def sentences_of(coach: Coach, text: str, language: str = "de") -> list[str]:
    return [sentence.span.of(text) for sentence in coach.document(text, language).sentences]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Das geht. Wir kommen am 12. März.", "de", ["Das geht.", "Wir kommen am 12. März."]),
        ("Wir prüfen das z. B. morgen. Gut?", "de", ["Wir prüfen das z. B. morgen.", "Gut?"]),
        ("Dr. Wolf kommt. Hr. Maier nicht.", "de", ["Dr. Wolf kommt.", "Hr. Maier nicht."]),
        ("Ask Mr. Doyle, e.g. today. Thanks!", "en", ["Ask Mr. Doyle, e.g. today.", "Thanks!"]),
        ("passt. waage spinnt. wer kommt?", "de", ["passt.", "waage spinnt.", "wer kommt?"]),
        ("Super!!! Danke 😊 Bis morgen", "de", ["Super!!!", "Danke 😊 Bis morgen"]),
        ("Die Rechnung (Nr. 4711) fehlt. Danke.", "de", ["Die Rechnung (Nr. 4711) fehlt.", "Danke."]),
        ("Es kostet 3.50 Euro. Mehr nicht.", "de", ["Es kostet 3.50 Euro.", "Mehr nicht."]),
    ],
)
def test_cuts_sentences_where_people_do(coach: Coach, text: str, language: str, expected: list[str]) -> None:
    assert sentences_of(coach, text, language) == expected


def test_joins_lines_that_the_mail_client_broke(coach: Coach) -> None:
    text = (
        "Leider mussten wir feststellen, dass die Lieferung vom vergangenen\n"
        "Montag nicht vollständig war. Es fehlen zwei Sensoren.\n"
    )
    assert len(sentences_of(coach, text)) == 2


def test_list_items_are_sentences_of_their_own(coach: Coach) -> None:
    assert sentences_of(coach, "Offen sind:\n- die Rechnung\n- der Termin\n") == [
        "Offen sind:",
        "- die Rechnung",
        "- der Termin",
    ]


def test_counts_the_words_of_the_body_only(coach: Coach) -> None:
    text = "Sehr geehrte Frau Wolf,\n\ndas passt uns gut.\n\nMit freundlichen Grüßen\nTom Brandt\n\n> alter Text hier"
    assert coach.document(text, "de").words == 4


def test_contractions_are_one_word(coach: Coach) -> None:
    assert coach.document("I don't think it's late.", "en").words == 5


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    document = READER.read(text, "de")
    for sentence in document.sentences:
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
        for index in range(len(sentence.tokens)):
            span = sentence.span_of(index, index + 1)
            assert span.of(text) == sentence.tokens[index].text


READER = Reader(collect("coach.languages", Language))


def test_lexicon_is_loaded_for_every_language() -> None:
    for language in collect("coach.languages", Language).values():
        assert isinstance(language.lexicon, Lexicon)
        assert {"i", "we", "formal", "informal", "warm"} <= set(language.lexicon.categories)


def test_patterns_searched_together_find_what_each_finds_alone(coach: Coach) -> None:
    text = "Hallo Jan,\n\ndie Teile sind da, die Liste auch. Passt der Montag? Die Halle ist offen.\n\nViele Grüße\nTom"
    document = coach.document(text, "de")
    patterns = [re.compile(each) for each in (r"(?i)\bdie\b", r"Grüße", r"Hallo|Halle", r"fehlt", r"\?", r"[a-z]+t\b")]
    found = document.find_each(Likely(patterns, lambda pattern: pattern))
    assert [tuple(found.get(id(each), ())) for each in patterns] == [
        document.find(each, edges=True) for each in patterns
    ]
    assert id(patterns[3]) not in found
    assert len(found) == 5
