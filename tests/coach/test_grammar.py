"""What the language files say of tenses, imperatives, modal verbs, syllables, things and borrowed words."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.document import Sentence
from coach.languages._de_grammar import syllables_of as german_syllables
from coach.languages._en_grammar import syllables_of as english_syllables
from coach.meaning_words import MeaningWords


def only(coach: Coach, language: str, text: str) -> tuple[Sentence, MeaningWords]:
    document = coach.document(text, language)
    assert document.language is not None
    assert len(document.sentences) == 1
    return document.sentences[0], document.language.meanings


def words_at(sentence: Sentence, places: tuple[int, ...]) -> list[str]:
    return [sentence.tokens[index].text for index in places]


TENSES = [
    ("de", "Wir haben die Ware bestellt.", ["haben"], [], []),
    ("de", "Wir haben keine Zeit.", [], ["haben"], []),
    ("de", "Der Bote ist gestern gekommen.", ["ist"], [], []),
    ("de", "Die Rechnung ist geprüft.", [], ["ist"], []),
    ("de", "Wir werden den Keller prüfen und Ihnen danach schreiben.", [], [], ["werden"]),
    ("de", "Der Keller wird geprüft.", [], ["wird"], []),
    ("de", "Der Keller wurde geprüft.", ["wurde"], [], []),
    ("de", "Der Keller wird morgen geprüft werden.", [], [], ["wird"]),
    ("de", "Ich warte hier.", [], ["warte"], []),
    ("de", "Ich wartete hier.", ["wartete"], [], []),
    ("de", "Er rief uns an.", ["rief"], [], []),
    ("de", "Das könnte gehen.", [], ["könnte"], []),
    ("de", "Ich komme, weil er gestern nicht da war.", ["war"], ["komme"], []),
    ("en", "We have ordered the goods.", ["have"], [], []),
    ("en", "We have no time.", [], ["have"], []),
    ("en", "Have you seen it?", ["Have"], [], []),
    ("en", "We ordered the goods.", ["ordered"], [], []),
    ("en", "We will order the goods.", [], [], ["will"]),
    ("en", "I'm going to order them.", [], [], ["'m"]),
    ("en", "I am going home.", [], ["am"], []),
]


@pytest.mark.parametrize(("language", "text", "past", "present", "future"), TENSES)
def test_tenses_of_finite_verbs(
    coach: Coach, language: str, text: str, past: list[str], present: list[str], future: list[str]
) -> None:
    sentence, words = only(coach, language, text)
    found = sentence.known(words.tenses)
    assert [words_at(sentence, each) for each in (found.past, found.present, found.future)] == [past, present, future]


@pytest.mark.parametrize(
    ("language", "text", "commands"),
    [
        ("de", "Schreiben Sie uns und rufen Sie an.", ["Schreiben", "rufen"]),
        ("de", "Bitte schick mir den Plan.", ["schick"]),
        ("de", "Gebt uns bitte Bescheid.", ["Gebt"]),
        ("de", "Ruf den Fahrer an und sag ab.", ["Ruf", "sag"]),
        ("de", "Schreiben Sie uns noch heute?", []),
        ("de", "Wir schreiben Ihnen und rufen an.", []),
        ("de", "Danke für den Plan.", []),
        ("de", "Kommt morgen wieder.", []),
        ("en", "Please check the plan and call me.", ["check", "call"]),
        ("en", "If it rains, stay inside.", ["stay"]),
        ("en", "We check the plan and call you.", []),
        ("en", "Thank you for the plan.", []),
    ],
)
def test_imperatives(coach: Coach, language: str, text: str, commands: list[str]) -> None:
    sentence, words = only(coach, language, text)
    assert words_at(sentence, sentence.known(words.commands)) == commands


@pytest.mark.parametrize(
    ("language", "text", "modals"),
    [
        ("de", "Ihr könnt kommen, müsst aber nicht.", ["könnt", "müsst"]),
        ("de", "Er kannte den Weg.", []),
        ("en", "You can come but must not stay.", ["can", "must"]),
        ("en", "You will come.", []),
    ],
)
def test_modal_verbs(coach: Coach, language: str, text: str, modals: list[str]) -> None:
    sentence, words = only(coach, language, text)
    assert words_at(sentence, sentence.known(words.modals)) == modals


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("Haus", 1),
        ("Zeiten", 2),
        ("Station", 3),
        ("Qualität", 3),
        ("Familie", 4),
        ("Theater", 3),
        ("Steuerberaterin", 6),
    ],
)
def test_german_syllables(word: str, count: int) -> None:
    assert german_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("house", 1), ("hoped", 1), ("wanted", 2), ("table", 2), ("quality", 3), ("situation", 4), ("customer", 3)],
)
def test_english_syllables(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("text", "borrowed"),
    [
        ("Der Workshop wurde gecancelt, das Feedback kommt per Chat.", ["Workshop", "gecancelt", "Feedback", "Chat"]),
        ("Unser Projektmeeting und das Coworking sind vorbei.", ["Projektmeeting", "Coworking"]),
        ("Der Frühling bringt den Lehrling samt Ehering nach Göttingen.", []),
        ("Fast alle Reisen zu Herrn Harding waren gut.", []),
        ("Der Computer im Hotel braucht Internet.", []),
    ],
)
def test_english_words_in_german(coach: Coach, text: str, borrowed: list[str]) -> None:
    sentence, words = only(coach, "de", text)
    assert words.borrowed is not None
    assert words_at(sentence, sentence.known(words.borrowed)) == borrowed


@pytest.mark.parametrize(
    ("text", "compounds"),
    [
        ("Der Lieferschein für die Fensterscheiben fehlt.", ["Lieferschein", "Fensterscheiben"]),
        ("Die Vereinbarung mit der Kundin liegt in der Abteilung.", []),
    ],
)
def test_compounds_are_nouns_of_two_stems(coach: Coach, text: str, compounds: list[str]) -> None:
    sentence, words = only(coach, "de", text)
    assert words.compounds is not None
    assert words_at(sentence, sentence.known(words.compounds)) == compounds


def test_a_compound_is_the_thing_its_last_part_names(coach: Coach) -> None:
    sentence, words = only(coach, "de", "Der Tintenfleck im Lesesaal ist eine Kostenfrage der Zuständigkeit.")
    found = sentence.known(words.things)
    assert words_at(sentence, found.places) == ["Tintenfleck", "Lesesaal"]
    assert (found.concrete, found.abstract) == (2.0, 2.0)


def test_english_has_neither_borrowed_words_nor_compounds(coach: Coach) -> None:
    _, words = only(coach, "en", "The meeting is over.")
    assert words.borrowed is None
    assert words.compounds is None
