"""The dimensions of meaning keep to themselves what they do not measure, and say the same of the same text."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.collect import collect
from coach.dimension import Dimension
from coach.languages import _de_grammar as german
from coach.languages import _en_grammar as english
from coach.lexicon import Lexicon
from coach.model import Stance

NOT_MIRRORED = ("anger", "disappointment", "power", "achievement", "affiliation", "valence", "capitals")
WORD_LISTS = (
    "joy anger disappointment pleasant splendid unpleasant dreadful caring cold impatience promotion prevention "
    "achievement power affiliation competence clueless softening pressing negator"
).split()


@pytest.mark.parametrize("name", NOT_MIRRORED)
def test_what_nobody_should_echo_is_not_mirrored(name: str) -> None:
    assert collect("coach.dimensions", Dimension)[name].stance is not Stance.MIRROR


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("category", WORD_LISTS)
def test_every_word_list_is_there_in_both_languages(coach: Coach, language: str, category: str) -> None:
    assert category in coach.languages[language].lexicon.categories


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_phrase_of_several_words_is_found(coach: Coach, language: str) -> None:
    text = {"de": "Mir platzt der Kragen", "en": "That is the last straw"}[language]
    lexicon: Lexicon = coach.languages[language].lexicon
    assert "anger" in {hit.category for hit in lexicon.hits(text.split())}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Lieferschein liegt im Büro. Herr Lang kommt am Montag mit dem Schlüssel."),
        ("en", "The delivery note is in the office. Mr Lang comes on Monday with the key."),
    ],
)
@pytest.mark.parametrize("name", ["anger", "disappointment", "joy", "power", "achievement", "capitals", "valence"])
def test_a_plain_mail_shows_no_feeling(coach: Coach, language: str, text: str, name: str) -> None:
    assert coach.measure(text, language)[name] == 0.0


def test_shouted_trouble_is_anger_and_shouted_joy_is_not(coach: Coach) -> None:
    assert coach.measure("Die Pumpe ist SCHON WIEDER KAPUTT!!", "de")["anger"] > 0
    assert coach.measure("Die neue Pumpe ist einfach TOLL!!", "de")["anger"] == 0


@pytest.mark.parametrize(
    ("language", "text", "shouted"),
    [
        ("de", "Das ist wirklich DRINGEND, bitte melden Sie sich.", True),
        ("de", "Ich hätte das gern SCHRIFTLICH von Ihnen.", True),
        ("de", "Das Paket aus LANDSBERG ist bei uns angekommen.", False),
        ("de", "Die Anleitung steht in der Datei LIESMICH im Ordner.", False),
        ("en", "We need the parts URGENTLY, the line stands still.", True),
        ("en", "This is IMPORTANT to the whole team.", True),
        ("en", "The steps are in the file README of the folder.", False),
    ],
)
def test_one_word_in_capitals_is_shouted_if_it_is_one_that_people_stress(
    coach: Coach, language: str, text: str, shouted: bool
) -> None:
    assert (coach.measure(text, language)["capitals"] > 0) is shouted


@pytest.mark.parametrize("name", ["valence", "concreteness", "directness", "regulatory_focus", "warm_edges"])
def test_an_index_stays_between_minus_one_and_one(coach: Coach, name: str) -> None:
    text = "Das ist furchtbar, schrecklich und eine Frechheit! Sofort! Keine Ahnung, kein Risiko, kein Schaden. " * 20
    assert -1.0 <= coach.measure(text, "de")[name] <= 1.0


@pytest.mark.parametrize("name", ["valence", "concreteness", "directness", "reading_ease", "anger", "past_tense"])
def test_a_text_said_twice_measures_the_same(coach: Coach, name: str) -> None:
    text = "Das ist eine Frechheit. Wir haben die Pumpe gestern bezahlt. Schicken Sie uns den Techniker."
    once, twice = (coach.measure(each, "de")[name] for each in (text, f"{text} {text}"))
    assert once == pytest.approx(twice, abs=0.12)


def test_no_reading_without_a_language(coach: Coach) -> None:
    assert coach.read("Questo è un testo italiano, non so che cosa dire di questa macchina rotta.") == {}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_same_mail_is_warmer_and_more_familiar_with_a_hearty_greeting(coach: Coach, language: str) -> None:
    warm, cold = {
        "de": (
            "Liebe Eva,\n\ndie Ware ist da.\n\nLiebe Grüße\nTom",
            "Sehr geehrte Frau Wolf,\n\ndie Ware ist da.\n\nMfG\nTom",
        ),
        "en": (
            "Hi Eva,\n\nthe goods are here.\n\nAll the best\nTom",
            "Dear Ms Wolf,\n\nthe goods are here.\n\nRegards\nTom",
        ),
    }[language]
    high, low = coach.measure(warm, language), coach.measure(cold, language)
    assert high["edge_warmth"] > low["edge_warmth"]
    assert high["familiarity"] > low["familiarity"]


@pytest.mark.parametrize("lists", [german.WORD_LISTS, english.WORD_LISTS], ids=["de", "en"])
def test_every_entry_can_be_found(lists: dict[str, tuple[str, ...]]) -> None:
    """A phrase cannot begin with a beginning ("dank* für"), and a beginning has three letters at least."""
    every = [(category, entry.split()) for category, entries in lists.items() for entry in entries]
    assert [each for each in every if len(each[1]) > 1 and each[1][0].endswith("*")] == []
    assert [each for each in every if each[1][0].endswith("*") and len(each[1][0]) < len("abc*")] == []
    assert [each for each in every if any("_" in word or word != word.lower() for word in each[1])] == []
