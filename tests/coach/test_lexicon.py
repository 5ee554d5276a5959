"""Word lists in sentences."""

from __future__ import annotations

from coach.lexicon import Hit, Lexicon


def test_finds_words_phrases_and_beginnings_in_one_pass() -> None:
    lexicon = Lexicon({"thanks": ["vielen dank", "danke"], "gain": ["gewinn*"], "formal": ["=Sie"]})
    tokens = "Vielen Dank , Sie sichern sich Gewinne".split()
    assert lexicon.hits(tokens) == (Hit("thanks", 0, 2), Hit("formal", 3, 4), Hit("gain", 6, 7))


def test_the_longest_entry_of_a_category_wins() -> None:
    lexicon = Lexicon({"thanks": ["dank", "vielen dank", "vielen dank im voraus"]})
    assert lexicon.hits("Vielen Dank im Voraus".split()) == (Hit("thanks", 0, 4),)


def test_one_word_may_stand_on_several_lists() -> None:
    lexicon = Lexicon({"one": ["sehr"], "two": ["sehr"]})
    assert {hit.category for hit in lexicon.hits(["sehr"])} == {"one", "two"}


def test_case_counts_only_where_the_entry_says_so() -> None:
    lexicon = Lexicon({"formal": ["=Sie"], "any": ["haus"]})
    assert [hit.category for hit in lexicon.hits(["sie", "Sie", "HAUS"])] == ["formal", "any"]


def test_curly_and_straight_apostrophes_are_the_same() -> None:
    lexicon = Lexicon({"no": ["n't"]})
    assert lexicon.hits(["n’t"]) == lexicon.hits(["n't"]) != ()


def test_a_phrase_may_end_in_a_beginning() -> None:
    lexicon = Lexicon({"wait": ["lange gewart*"]})
    assert lexicon.hits(["lange", "gewartet"]) == (Hit("wait", 0, 2),)
