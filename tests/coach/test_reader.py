"""What is remembered between texts: invisible, bounded, safe between threads."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach import Coach
from coach.collect import collect
from coach.document import Analysis, Document
from coach.language import Language, Tagger
from coach.model import Token
from coach.reader import Reader

LANGUAGES = collect("coach.languages", Language)
SENTENCES = (
    "Die Waage steht still.", "Wir warten auf den Sensor!", "Können Sie das bitte prüfen?", "hab ich gemacht :-)",
    "Das ist – wie besprochen – am 12. März fertig.", "Hast du die Liste (Nr. 4711) gesehen?", "Es gibt's nicht mehr…",
    "The scale is down.", "I don't think that it's late.", "Could you send it, please?", "We're gonna look at it :)",
    "Thanks a lot - that helps!", "Please see https://example.org/a?b=c.", "ok", "😊", "...", "- erster Punkt",
    "Sehr geehrte Frau Wolf,", "Hi Ann,", "Viele Grüße", "Best,", "> zitiert", "Tom Brandt", "-- ",
)  # fmt: skip
GAPS = (" ", "\n", "\n\n", "  ", "")
MARKS = re.compile(r"(?<=\s)[-–—]+(?=\s)|—|[(;]|:(?=\s)|\.\.\.|…")


@dataclasses.dataclass(frozen=True)
class Edit:
    """Replaces one piece of the draft by another."""

    at: int
    piece: str
    gap: str


EDITS = st.lists(
    st.builds(Edit, st.integers(0, 9), st.sampled_from(SENTENCES) | st.text(max_size=20), st.sampled_from(GAPS)),
    min_size=1,
    max_size=12,
)


def texts_of(edits: Sequence[Edit]) -> list[str]:
    """The draft after each of these edits."""
    pieces = ["Hallo Frau Wolf,", "\n\n", *SENTENCES[:3], "\n\n", "Viele Grüße"]
    found = []
    for each in edits:
        pieces[each.at % len(pieces)] = each.piece + each.gap
        found.append(" ".join(pieces))
    return found


@settings(max_examples=25, deadline=None)
@given(EDITS)
def test_a_reader_that_has_seen_every_step_reads_like_a_new_one(coach: Coach, edits: list[Edit]) -> None:
    warm = Reader(LANGUAGES)
    warm._taggers = coach._reader._taggers
    for text in texts_of(edits):
        fresh = Reader(LANGUAGES)
        fresh._taggers = warm._taggers
        seen, new = warm.read(text), fresh.read(text)
        assert seen == new
        assert coach.readings(seen) == coach.readings(new)


@settings(max_examples=25, deadline=None)
@given(EDITS)
def test_many_mails_read_together_are_read_as_one_by_one(coach: Coach, edits: list[Edit]) -> None:
    texts = texts_of(edits)
    together, alone = Reader(LANGUAGES), Reader(LANGUAGES)
    together._taggers = alone._taggers = coach._reader._taggers
    assert together.read_all([(text, None) for text in texts]) == [alone.read(text) for text in texts]


def test_four_people_who_type_at_once_get_the_answers_of_one(coach: Coach) -> None:
    profile = coach.profile(["Hallo Tom,\n\nhast du die Liste? Schick sie mir bitte.\n\nGruß\nEva"] * 6)
    drafts = [
        f"Sehr geehrte Frau Wolf,\n\nvielen Dank für Ihre Nachricht {number}. Wir prüfen das umgehend und melden uns "
        f"bis zum {number}. März bei Ihnen. {SENTENCES[number % 12]}\n\nMit freundlichen Grüßen\nTom"
        for number in range(24)
    ]

    def answers(judge: Coach, texts: Sequence[str], people: int) -> list[object]:
        with ThreadPoolExecutor(people) as pool:
            found = pool.map(lambda text: judge.assess(text, profile, "Wann kommt die Liste?"), texts)
            return [(each.score, each.band, each.deviations, each.suggestions, each.needs) for each in found]

    crowd, one = Coach.load(), Coach.load()
    crowd._encoder = one._encoder = coach._encoder
    assert answers(crowd, drafts * 2, 4) == answers(one, drafts, 1) * 2


def words_as_tokens(tagged: list[str]) -> Callable[[], Tagger]:
    """A pipeline that knows words and nothing else, and notes what it was given."""

    def load() -> Tagger:
        def tag(sentences: Sequence[str]) -> list[tuple[Token, ...]]:
            tagged.extend(sentences)
            return [
                tuple(
                    Token(each[0], each.start(), each.end(), each[0], "X", "X", each[0].lower())
                    for each in re.finditer(r"\S+", text)
                )
                for text in sentences
            ]

        return tag

    return load


@pytest.fixture
def tagged() -> list[str]:
    return []


@pytest.fixture
def reader(tagged: list[str]) -> Reader:
    return Reader({"de": dataclasses.replace(LANGUAGES["de"], load=words_as_tokens(tagged))})


def test_only_the_sentence_that_changed_is_tagged_again(reader: Reader, tagged: list[str]) -> None:
    reader.read("Die Waage steht still. Wir warten auf den Sensor.", "de")
    tagged.clear()
    reader.read("Die Waage steht still. Wir warten auf die Dichtung.", "de")
    assert tagged == ["Wir warten auf die Dichtung."]


def test_a_text_seen_before_is_the_same_document(reader: Reader) -> None:
    assert reader.read("Die Waage steht still.", "de") is reader.read("Die Waage steht still.", "de")


def test_a_sentence_that_stands_twice_in_many_mails_is_tagged_once(reader: Reader, tagged: list[str]) -> None:
    reader.read_all([("Das passt. Das passt.", "de"), ("Das passt.", "de")])
    assert tagged == ["Das passt."]


def test_sentences_and_documents_are_remembered_up_to_a_bound(
    monkeypatch: pytest.MonkeyPatch, tagged: list[str]
) -> None:
    monkeypatch.setattr("coach.reader.CACHED_SENTENCES", 5)
    monkeypatch.setattr("coach.reader.CACHED_DOCUMENTS", 3)
    reader = Reader({"de": dataclasses.replace(LANGUAGES["de"], load=words_as_tokens(tagged))})
    for number in range(20):
        reader.read(f"Das ist Satz {number}.", "de")
    assert (len(reader._analyses), len(reader._documents)) == (5, 3)


def test_more_sentences_than_are_remembered_are_all_there(monkeypatch: pytest.MonkeyPatch, tagged: list[str]) -> None:
    monkeypatch.setattr("coach.reader.CACHED_SENTENCES", 2)
    reader = Reader({"de": dataclasses.replace(LANGUAGES["de"], load=words_as_tokens(tagged))})
    document = reader.read(" ".join(f"Das ist Satz {number}!" for number in range(9)), "de")
    assert [len(each.tokens) for each in document.sentences] == [4] * 9


def count_letters_a(sentence: Analysis) -> int:
    COUNTED.append(sentence.text)
    return sentence.text.count("a")


COUNTED: list[str] = []


def test_what_a_sentence_settles_is_made_once_wherever_it_stands(reader: Reader) -> None:
    COUNTED.clear()
    first = reader.read("Das passt. Danke sehr.", "de")
    second = reader.read("Danke sehr. Das klappt.", "de")
    assert [each.known(count_letters_a) for each in first.sentences] == [2, 1]
    assert [each.known(count_letters_a) for each in second.sentences] == [1, 2]
    assert COUNTED == ["Das passt.", "Danke sehr.", "Das klappt."]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES[:16]), min_size=1, max_size=8), st.sampled_from([" ", "\n", "\n\n"]))
def test_a_pattern_is_found_sentence_by_sentence_as_in_the_whole_body(sentences: list[str], gap: str) -> None:
    document = READER.read(gap.join(sentences), "de")
    whole = [
        (body.start + match.start(), body.start + match.end())
        for body in document.body
        for match in MARKS.finditer(body.of(document.text))
    ]
    assert [(each.start, each.end) for each in document.find(MARKS)] == whole


READER = Reader({"de": dataclasses.replace(LANGUAGES["de"], load=words_as_tokens([]))})


def test_totals_are_those_of_the_sentences(coach: Coach) -> None:
    document: Document = coach.document(
        "Das geht vielleicht morgen, wir haben vielleicht Zeit. Das ist eventuell zu spät.", "de"
    )
    assert document.count("hedge") == len(document.spans("hedge")) >= 2
    assert document.count_pos("VERB", "AUX") == sum(token.pos in ("VERB", "AUX") for token in document.tokens())
