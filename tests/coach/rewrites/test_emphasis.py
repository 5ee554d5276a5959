"""Emphasis out: before adjectives and adverbs only, never where it is heartfelt or the sentence needs it."""

from __future__ import annotations

import pytest

from coach import Coach
from tests.coach.rewrites.drafts import first_of

DE = [
    ("Der Filter ist sehr alt.", "Der Filter ist alt."),
    ("Die wirklich alten Filter sind weg.", "Die alten Filter sind weg."),
    ("Ein extrem leichter Stoff liegt bei.", "Ein leichter Stoff liegt bei."),
    ("Das Dach ist absolut dicht.", "Das Dach ist dicht."),
    ("Das ist ein total neues Dach.", "Das ist ein neues Dach."),
    ("Der Weg ist besonders steil.", "Der Weg ist steil."),
    ("Wir haben überaus alte Rohre.", "Wir haben alte Rohre."),
    ("Die Rohre sind völlig trocken.", "Die Rohre sind trocken."),
    ("Wir kommen sehr bald.", "Wir kommen bald."),
    ("Das hat sehr lange gedauert.", "Das hat lange gedauert."),
    ("Das ist nicht sehr alt.", None),
    ("Das ist kein besonders altes Rohr.", None),
    ("Sehr alt ist das Rohr.", None),
    ("Wir freuen uns sehr.", None),
    ("Das tut uns sehr leid.", None),
    ("Vielen Dank, das war sehr hilfreich.", None),
    ("Es ist so sehr alt.", None),
    ("Wie sehr alt ist das Rohr?", None),
    ("Sehr viele Rohre sind alt.", None),
    ("Das Rohr wurde richtig eingebaut.", None),
    ("Das hat er sehr wohl gewusst.", None),
    ("Das ist sehr wahrscheinlich.", None),
    ("Wir kommen sehr gern.", None),
    ("Er schrieb „sehr alt“ dazu.", None),
    ("Das Rohr ist sehr, sehr alt.", None),
    ("Besonders im Winter friert es.", None),
    ("Uns stört besonders, dass es friert.", None),
    ("Sehr geehrte Kunden kamen.", None),
    ("Wir verstehen, dass das sehr teuer ist.", "Wir verstehen, dass das teuer ist."),
    ("Wir möchten Ihnen herzlich und sehr aufrichtig gratulieren.", None),
    ("Das wirklich Gute bleibt.", None),
]
EN = [
    ("The filter is very old.", "The filter is old."),
    ("It is a very old filter.", "It is an old filter."),
    ("It is an extremely light cloth.", "It is a light cloth."),
    ("The really old filters are gone.", "The old filters are gone."),
    ("The roof is absolutely tight.", "The roof is tight."),
    ("The pipe is completely dry.", "The pipe is dry."),
    ("We will come very soon.", "We will come soon."),
    ("It took a very long time.", "It took a long time."),
    ("It was an incredibly hard winter.", "It was a hard winter."),
    ("It is truly new.", "It is new."),
    ("It is not very old.", None),
    ("It isn’t very old.", None),
    ("Very old pipes leak.", None),
    ("Thank you very much.", None),
    ("We are very sorry.", None),
    ("We really like it.", None),
    ("It is so very old.", None),
    ("How very old is it?", None),
    ("Very few pipes leak.", None),
    ("It is highly recommended.", None),
    ("It is very likely.", None),
    ("It is the very first pipe.", None),
    ("It runs very well.", None),
    ("She wrote “very old” on it.", None),
    ("It is very, very old.", None),
    ("I completely forgot.", None),
    ("You are very kind.", None),
    ("We are really happy with it.", None),
    ("We understand that it is very expensive.", None),
    ("It is a very US thing.", None),
]


@pytest.mark.parametrize(("body", "becomes"), DE)
def test_german_emphasis(coach: Coach, body: str, becomes: str | None) -> None:
    assert first_of(coach, "emphasis", body, "de", "boosters", above=True) == becomes


@pytest.mark.parametrize(("body", "becomes"), EN)
def test_english_emphasis(coach: Coach, body: str, becomes: str | None) -> None:
    assert first_of(coach, "emphasis", body, "en", "boosters", above=True) == becomes


def test_emphasis_is_never_put_in(coach: Coach) -> None:
    assert first_of(coach, "emphasis", "The filter is very old.", "en", "boosters", above=False) is None
