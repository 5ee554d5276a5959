"""Sentence embeddings through sentence-transformers."""

from __future__ import annotations

import numpy as np
import pytest

from coach.encoder import SentenceEncoder


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return SentenceEncoder()


def test_gives_unit_vectors(encoder: SentenceEncoder) -> None:
    vectors = encoder.encode(["Wann können Sie liefern?", "The goods arrived."])
    assert vectors.shape == (2, 512)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)


def test_like_meanings_are_nearer_over_languages(encoder: SentenceEncoder) -> None:
    question, same, other = encoder.encode(
        ["Wann wird die Ware geliefert?", "When will the goods be delivered?", "Thank you for the lovely dinner."]
    )
    assert question @ same > question @ other + 0.2


def test_a_known_sentence_is_not_encoded_again(encoder: SentenceEncoder) -> None:
    text = "Das ist ein Satz, den es nur hier gibt."
    first = encoder.encode([text])
    loaded, encoder._loaded = encoder._loaded, None
    try:
        encoder._loaded = object()  # would fail if it were asked to encode
        assert (encoder.encode([text]) == first).all()
    finally:
        encoder._loaded = loaded


def test_the_same_text_gives_the_same_vector_in_any_company(encoder: SentenceEncoder) -> None:
    alone = SentenceEncoder().encode(["Bis Freitag, danke!"])[0]
    among = encoder.encode(
        ["Ein anderer Satz.", "Bis Freitag, danke!", "Noch einer, viel länger als die anderen beiden."]
    )[1]
    assert alone == pytest.approx(among, abs=1e-4)


def test_no_texts_give_no_vectors(encoder: SentenceEncoder) -> None:
    assert len(encoder.encode([])) == 0
