"""Phrases as an admin writes them find what they should, and say what is wrong with them."""

from __future__ import annotations

import time

import pytest

from coach.phrases import PhraseError, compiled


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("so schnell wie möglich", "Bitte so schnell  wie\nmöglich.", "so schnell  wie\nmöglich"),
        ("garantier*", "Wir garantieren das.", "garantieren"),
        ("garantier*", "Wir schreiben das.", None),
        ("(you|we) must", "You must go", "You must"),
        ("must", "the mustard", None),
        ("[sehr] gut", "Das ist sehr gut.", "sehr gut"),
        ("[sehr] gut", "Das ist gut.", "gut"),
        ("gern [mal]", "Komm gern vorbei", "gern"),
        ("gern [mal]", "Komm gern mal vorbei", "gern mal"),
        ("wir ... melden", "wir werden uns bald melden", "wir werden uns bald melden"),
        ("wir ... melden", "wir gehen. Sie melden sich", None),
        ("leid, (aber|doch)", "Es tut uns leid, aber es geht nicht.", "leid, aber"),
        ("sorry ... , but", "sorry for the delay, but it rains", "sorry for the delay, but"),
        ("=Sie", "sie kommen", None),
        ("=Sie", "Können Sie das?", "Sie"),
        ("grüße", "Freundliche Grüsse", "Grüsse"),
        ("don't", "I don’t know", "don’t"),
        ("100 %", "zu 100 % sicher", "100 %"),
        ("# Euro", "für 1.250,00 Euro", "1.250,00 Euro"),
        ("(so bald|so schnell) (wie|als) möglich", "so bald als möglich", "so bald als möglich"),
        ("?", "Passt das?", "?"),
    ],
)
def test_phrase_finds(phrase: str, text: str, found: str | None) -> None:
    match = compiled([phrase]).search(text)
    assert (match.group() if match else None) == found


def test_the_longest_phrase_wins() -> None:
    match = compiled(["sofort", "sofort antworten"]).search("Bitte sofort antworten")
    assert match is not None
    assert match.group() == "sofort antworten"


def test_a_list_of_ones_own_stands_for_its_phrases() -> None:
    pattern = compiled(["@products"], {"products": ("Waage 3000", "Scale*")})
    assert pattern.search("die Waage 3000")
    assert pattern.search("der ScalePro")


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("(eins|zwei", "is not closed"),
        ("eins)", "closes nothing"),
        ("eins|zwei", "stand in brackets"),
        ("*", "every word"),
        ("  ", "is empty"),
        ("@missing", "no word list 'missing'"),
    ],
)
def test_a_phrase_that_cannot_be_read_is_explained(phrase: str, said: str) -> None:
    with pytest.raises(PhraseError, match=said):
        compiled([phrase])


def test_gaps_do_not_blow_up() -> None:
    pattern = compiled(["a ... b ... c ... d"])
    before = time.process_time()
    assert pattern.search("a x " * 20_000) is None
    assert time.process_time() - before < 20  # exponential would take years
