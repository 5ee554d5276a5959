"""How many phrases a text holds: whole words, the longest, none within another."""

from __future__ import annotations

import pytest

from coach.reply.phrases import PhraseSet, words_of

PHRASES = PhraseSet(("I", "I am", "am I right", "and so on", "so", "@work", "C++", "様", "i. A."))


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("", 0),
        ("nobody is here", 0),
        ("i am here", 1),  # not "I" within it
        ("i am i right", 2),  # "am I right" begins within "I am"; the second "I" stands alone
        ("am i right", 1),
        ("i and i and i", 1),  # different ones count
        ("also and so_on", 0),
        ("and so on, so", 2),
        ("and so one", 1),
        ("find me @work", 1),
        ("me@work", 0),
        ("c++ and so on", 2),
        ("c++11", 0),
        ("田中様", 1),
        ("i. a. wolf", 1),
    ],
)
def test_phrases_count_as_whole_words(text: str, many: int) -> None:
    assert PHRASES.count_in(text) == many
    assert PHRASES.may_be_in(text, words_of(text)) or not (many or PHRASES.length_at(text))


@pytest.mark.parametrize(("phrase", "text"), [("iPhoneから送信", "iphoneから送信"), ("foo_bar", "a foo_bar b")])
def test_a_phrase_whose_first_word_is_none_of_its_text_may_be_in_it(phrase: str, text: str) -> None:
    phrases = PhraseSet([phrase])
    assert phrases.count_in(text) == 1
    assert phrases.may_be_in(text, words_of(text))
