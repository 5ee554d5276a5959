"""Words and turns of a list are found where they stand."""

from __future__ import annotations

import pytest

from coach import wording
from coach.model import Span
from coach.wording import Choices, Phrases, places, tally

TEXT = "Thank you. I don’t know, e.g. whether the TEAM can come; thank you!"


def found(phrases: Phrases) -> dict[str, list[str]]:
    counted = tally(places(phrases, TEXT, [Span(0, len(TEXT))]), {"words": 12})
    return {cue: [span.of(TEXT) for span in counted.spans(cue)] for cue in counted.counts}


def test_words_and_turns_are_found_whatever_their_case_and_apostrophe() -> None:
    phrases = Phrases(["thank you", "thank", "don't", "team", "e.g.", "know ,", "absent"])
    assert found(phrases) == {
        "thank you": ["Thank you", "thank you"],
        "thank": ["Thank", "thank"],
        "don't": ["don’t"],
        "team": ["TEAM"],
        "e.g.": ["e.g."],
        "know ,": ["know,"],
    }


def test_a_word_inside_another_is_none() -> None:
    assert found(Phrases(["tea", "hank", "ank you"])) == {}


def test_spans_count_from_the_start_of_the_text() -> None:
    counted = tally(places(Phrases(["thank"]), TEXT, [Span(0, 10), Span(11, len(TEXT))]), {"words": 12})
    assert [span.start for span in counted.spans("thank")] == [0, TEXT.index("thank you!")]
    assert counted.counts == {"thank": 2}


def test_a_choice_counts_the_first_out_of_both() -> None:
    text = "OK. It is okay, ok?"
    chosen = Choices([("ok", "okay"), ("yes", "yeah")]).measured(text, [Span(0, len(text))])
    assert chosen.counts == {"ok/okay": 2}
    assert chosen.chances == {"ok/okay": 3}
    assert {span.of(text) for span in chosen.spans("ok/okay")} == {"OK", "ok", "okay"}
    assert chosen.group_of("ok/okay") == "ok/okay"


def test_a_choice_of_the_second_only_is_still_a_chance() -> None:
    chosen = Choices([("ok", "okay")]).measured("Okay.", [Span(0, 5)])
    assert (chosen.counts, chosen.chances) == ({}, {"ok/okay": 1})


LONG = "x" * wording.LONGEST_REMEMBERED


@pytest.mark.parametrize(
    "text", [f"{LONG} thank you, ok", f"Thank\n{LONG.replace('x', ' ')}you, ok", f"ok. {LONG}, thank you"]
)
def test_what_is_long_is_searched_each_time_and_not_kept(text: str) -> None:
    choices = Choices([("ok", "okay"), ("as if", "as though")])
    phrases, whole = Phrases(["thank you", "ok"]), [Span(0, len(text))]
    wording._spelled("ok.")
    caches = [wording._found_before, wording._pieces, wording._piece, wording._spelled, wording._chosen_in]
    before = [each.cache_info() for each in caches]  # type: ignore[attr-defined]
    found = tally(places(phrases, text, whole), {})
    assert found.counts == {"thank you": 1, "ok": 1}
    assert [span.of(text).lower().split() for span in found.spans("thank you")] == [["thank", "you"]]
    assert choices.measured(text, whole).counts == {"ok/okay": 1}
    assert [each.cache_info().currsize for each in caches] == [each.currsize for each in before]  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["Ja, z.B. e.g.x!", "don’t—don't", "a.b.c ,;x", "d.h.,und", "x" * 100 + ".y.z a,b"])
def test_the_words_of_a_text_are_those_of_what_stands_between_its_white_space(text: str) -> None:
    whole = wording._words(f"{text}\t{text}\n {text}")
    assert wording._spelled(f"{text}\t{text}\n {text}") == whole
    assert len(whole) == 3 * len(wording._words(text))


def test_of_two_words_that_stand_in_several_pairs_each_pair_is_counted_in_its_order() -> None:
    choices = Choices([("ok", "okay"), ("fine", "ok"), ("sure", "yes")])
    counted = choices.measured("Ok, okay, fine.", [Span(0, 15)])
    assert list(counted.chances.items()) == [("ok/okay", 2), ("fine/ok", 2)]


def test_turns_that_reach_over_the_end_of_a_sentence_are_found_and_none_is_found_twice() -> None:
    text = 'It is ok. Ok then! "Fine." Then we go... on and on.\n\nOk'
    phrases = Phrases(["ok ok then fine", "then", "fine then", "go on and on", "on", "on ok", "ok"])
    counted = tally(places(phrases, text, [Span(0, len(text))]), {"words": 12})
    said = {name: [" ".join(span.of(text).split()) for span in counted.spans(name)] for name in counted.counts}
    assert said == {
        "ok": ["ok", "Ok", "Ok"],
        "ok ok then fine": ['ok. Ok then! "Fine'],
        "then": ["then", "Then"],
        "fine then": ['Fine." Then'],
        "go on and on": ["go... on and on"],
        "on": ["on", "on"],
        "on ok": ["on. Ok"],
    }
