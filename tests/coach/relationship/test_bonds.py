"""What a sentence tells of how its writer stands with the reader, and what only looks like it."""

from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from coach import Coach
from coach.bond_words import BONDS, BondWords, any_of
from coach.languages._de_bonds import WORDS as GERMAN
from coach.languages._en_bonds import WORDS as ENGLISH
from coach.relationship.bonds import bonds_in
from coach.relationship.clauses import plain

WORDS = {"de": GERMAN, "en": ENGLISH}
HALVES = {"seen": 0, "held-out": 1}
LEAST_RIGHT, LEAST_FOUND = 0.9, 0.75  # precision and recall of a bond over all its sentences; of all bonds in each half
MOST_TIMES = 8  # as long for four times the text: a linear pattern takes 4 times, a quadratic one 16
TOO_SHORT = 0.02  # seconds of CPU: a faster search says nothing about growth
LONG = {
    "spaces": " ",
    "letters": "a",
    "words": "wir haben noch keine ",
    "you": "sie ihnen auf you your ",
    "commas": "nicht, not, ",
    "question marks": "?",
    "the same cue": "danke für thanks for ",
    "counts": "10 000 drei three more ",
    "nearly leaving": "wir wollen den vertrag wechseln we will switch ",
}


def labelled(code: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name(f"bonds_{code}.toml").read_text(encoding="utf-8"))


def tells(words: BondWords, bond: str, sentence: str) -> bool:
    line = plain(sentence)
    denied = words.not_bond.get(bond)
    return bool(words.shows[bond].search(line)) and not (denied and denied.search(line))


def counted(code: str, bond: str, start: int = 0, step: int = 1) -> tuple[int, int, int]:
    """How many sentences of this bond are found rightly, found wrongly, and missed."""
    each, words = labelled(code)[bond], WORDS[code]
    shown = [tells(words, bond, text) for text in each["shows"][start::step]]
    wrong = [tells(words, bond, text) for text in each["other"][start::step]]
    return sum(shown), sum(wrong), len(shown) - sum(shown)


@pytest.mark.parametrize("code", WORDS)
def test_every_bond_has_words_and_twelve_sentences_either_way(code: str) -> None:
    assert set(WORDS[code].shows) == set(labelled(code)) == set(BONDS)
    assert all(len(set(each[kind])) == 12 for each in labelled(code).values() for kind in ("shows", "other"))


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("bond", BONDS)
def test_bond_is_told_from_what_only_looks_like_it(bond: str, code: str) -> None:
    right, wrong, missed = counted(code, bond)
    assert right / (right + wrong) >= LEAST_RIGHT
    assert right / (right + missed) >= LEAST_FOUND


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("half", HALVES)
def test_all_bonds_together_hold_in_each_half(half: str, code: str) -> None:
    right, wrong, missed = (
        sum(each) for each in zip(*(counted(code, bond, HALVES[half], 2) for bond in BONDS), strict=True)
    )
    assert right / (right + wrong) >= LEAST_RIGHT
    assert right / (right + missed) >= LEAST_FOUND


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("kind", LONG)
def test_patterns_read_a_long_sentence_in_linear_time(kind: str, code: str) -> None:
    words = WORDS[code]
    for name in BONDS:
        for pattern in (words.shows[name], words.not_bond.get(name)):
            if pattern is not None:
                steps = [
                    _best_of_three(pattern.search, LONG[kind] * (size // len(LONG[kind]))) for size in (4_000, 16_000)
                ]
                assert steps[1] < TOO_SHORT or steps[1] / steps[0] < MOST_TIMES, name


def _best_of_three(search: object, text: str) -> float:
    assert callable(search)
    spent = []
    for _ in range(3):
        start = time.process_time()
        search(text)
        spent.append(time.process_time() - start)
    return min(spent)


def test_pattern_begins_where_a_word_does() -> None:
    assert any_of("bier", "wein").search("ein bier")
    assert not any_of("bier", "wein").search("schwein")


def test_says_where_each_bond_stands(coach: Coach) -> None:
    text = "Guten Tag Frau Brandt,\n\nwir verlassen uns ganz auf Sie. Zu welchem Datum ist der Vertrag kündbar?\n\nGruß\nE. Roth"
    found = bonds_in(coach.document(text, "de"))
    assert found["trust"][0].of(text) == "verlassen uns ganz auf Sie"
    assert "kündbar" in found["leaving"][0].of(text)


def test_what_a_mail_quotes_from_others_does_not_count(coach: Coach) -> None:
    own = "Guten Tag,\n\nbitte senden Sie mir die Datei.\n\nGruß\nE. Roth"
    quoted = (
        "Guten Tag,\n\n> Wir kündigen den Vertrag zum Jahresende.\n\nbitte senden Sie mir die Datei.\n\nGruß\nE. Roth"
    )
    assert not bonds_in(coach.document(own, "de"))
    assert "leaving" not in bonds_in(coach.document(quoted, "de"))


def test_bonds_stand_in_order_of_the_text(coach: Coach) -> None:
    text = "Hi Jana,\n\nyou did a great job. Everyone loved it. Thank you so much for coming over.\n\nBest\nTom"
    for spans in bonds_in(coach.document(text, "en")).values():
        assert all(first.end <= second.start for first, second in pairwise(spans))


def test_mail_of_an_unknown_language_tells_no_bond(coach: Coach) -> None:
    text = "Bonjour Madame, nous vous remercions beaucoup pour votre aide et nous sommes très contents du résultat."
    assert not bonds_in(coach.document(text))


def test_unknown_bond_is_refused() -> None:
    with pytest.raises(ValueError, match="no such bond: hunger"):
        BondWords({"hunger": any_of("essen")}, {})
