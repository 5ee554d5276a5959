"""The second opinion on languages reads piece by piece and answers as py3langid does."""

from __future__ import annotations

import pytest
from py3langid.langid import LanguageIdentifier

from coach.second_opinion import language_code

TEXTS = (
    "Wann können Sie liefern? Und was kostet der zweite Sensor?",
    "The goods arrived yesterday. We have checked all of them\nwith great care, as you asked!",
    "Wir kommen am Montag... or on Tuesday? Mal sehen.\n\nViele Grüße",
    "Bonjour, merci beaucoup pour votre réponse. À bientôt !",
    "Привет. Спасибо за ответ.",
    "",
    "?!",
    "OK.",
    "12 34. 56",
    "Ein Satz ohne Ende, der " + "immer und immer " * 100 + "weitergeht. Kurz.",
)


@pytest.fixture(scope="module")
def whole() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file("data/model.npz.xz")


@pytest.mark.parametrize("text", TEXTS)
def test_the_answer_is_that_of_the_whole_text(whole: LanguageIdentifier, text: str) -> None:
    assert language_code(text) == whole.classify(text)[0]
    assert language_code(text) == whole.classify(text)[0]  # its pieces are known by now


def test_known_pieces_in_another_order_answer_as_read_anew(whole: LanguageIdentifier) -> None:
    for first in TEXTS:
        for second in TEXTS:
            text = f"{first} {second}"
            assert language_code(text) == whole.classify(text)[0]
