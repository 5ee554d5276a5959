"""Negation and strength: what a word of feeling is worth where it stands."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.negation import STRONGER, TURNED, WEAKER, felt

MOOD = ("joy", "anger", "disappointment", "pleasant", "splendid", "unpleasant", "dreadful")

NEGATED = [
    ("de", "Das Bild ist nicht gut.", "gut"),
    ("de", "Wir haben keinen Ärger.", "Ärger"),
    ("de", "Das gefällt uns leider überhaupt nicht.", "gefällt"),
    ("de", "Das freut mich nicht.", "freut"),
    ("de", "Sie war weder wütend noch traurig.", "traurig"),
    ("de", "Ich bin alles andere als glücklich.", "glücklich"),
    ("de", "Es lief ohne Probleme.", "Probleme"),
    ("de", "Niemand hier ist zufrieden.", "zufrieden"),
    ("de", "Spaß macht das nicht.", "Spaß"),
    ("en", "The picture is not good.", "good"),
    ("en", "It isn't bad.", "bad"),
    ("en", "We have no problem.", "problem"),
    ("en", "She was never angry.", "angry"),
    ("en", "It went without problems.", "problems"),
    ("en", "I am far from happy.", "happy"),
]
STANDING = [
    ("de", "Das ist nicht von hier, aber gut.", "gut"),
    ("de", "Er kam nicht, das ist schade.", "schade"),
    ("de", "Das ist nicht nur gut.", "gut"),
    ("de", "Ich konnte nicht kommen und bin traurig.", "traurig"),
    ("de", "Das ist nicht die Lösung, die wir vor zwei langen Jahren gemeinsam gut fanden.", "gut"),
    ("de", "Das freut mich sehr.", "freut"),
    ("de", "Leider kann ich nicht kommen.", "Leider"),
    ("de", "Das Problem ist nicht gelöst.", "Problem"),
    ("de", "Besser hätte es nicht laufen können.", "Besser"),
    ("en", "It is not from here, but good.", "good"),
    ("en", "It is not only good.", "good"),
    ("en", "I could not come and am sad.", "sad"),
    ("en", "Happy to see that it does not rain.", "Happy"),
]


def strengths(coach: Coach, language: str, text: str) -> dict[str, float]:
    return {each.span.of(text): each.strength for each in felt(coach.document(text, language), *MOOD)}


@pytest.mark.parametrize(("language", "text", "word"), NEGATED)
def test_a_negator_turns_the_word_round(coach: Coach, language: str, text: str, word: str) -> None:
    assert strengths(coach, language, text)[word] < 0


@pytest.mark.parametrize(("language", "text", "word"), STANDING)
def test_a_negator_ends_with_its_clause_and_its_reach(coach: Coach, language: str, text: str, word: str) -> None:
    assert strengths(coach, language, text)[word] > 0


@pytest.mark.parametrize(
    ("language", "text", "word", "strength"),
    [
        ("de", "Das ist überaus nett.", "nett", STRONGER),
        ("de", "Das ist einigermaßen nett.", "nett", WEAKER),
        ("de", "Das ist nicht überaus nett.", "nett", STRONGER * TURNED),
        ("en", "That is truly nice.", "nice", STRONGER),
        ("en", "That is somewhat nice.", "nice", WEAKER),
        ("en", "That is nice.", "nice", 1.0),
    ],
)
def test_the_word_before_makes_it_stronger_or_weaker(
    coach: Coach, language: str, text: str, word: str, strength: float
) -> None:
    assert strengths(coach, language, text)[word] == strength


def test_of_two_lists_only_the_longer_phrase_counts(coach: Coach) -> None:
    text = "Wir sind sehr zufrieden."
    found = felt(coach.document(text, "de"), *MOOD)
    assert [(each.category, each.span.of(text)) for each in found] == [("splendid", "sehr zufrieden")]


def test_a_foreign_text_has_no_feelings(coach: Coach) -> None:
    assert felt(coach.document("Questo è un testo italiano, non so che cosa dire."), *MOOD) == ()
