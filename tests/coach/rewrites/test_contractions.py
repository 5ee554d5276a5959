"""Short forms in and out: negations, questions, "has" and "is", stranded verbs, German clitics."""

from __future__ import annotations

import pytest

from coach import Coach
from tests.coach.rewrites.drafts import first_of, rewrites_of

SPELLED_EN = [
    ("I'm in the hall.", "I am in the hall."),
    ("It's been a long week.", "It has been a long week."),
    ("It's broken.", "It is broken."),
    ("That's got a new cable.", None),
    ("He's got a new cable.", "He has a new cable."),
    ("We can't come.", "We cannot come."),
    ("We won't come.", "We will not come."),
    ("They aren't here.", "They are not here."),
    ("I'd like to come.", "I would like to come."),
    ("You'd better call.", "You had better call."),
    ("I'd seen it before.", None),
    ("We'll call you.", "We will call you."),
    ("They've paid.", "They have paid."),
    ("Don't touch the lid.", None),
    ("Don't you have it?", None),
    ("Why don't we meet?", None),
    ("It is late, isn't it?", None),
    ("Isn't the crane booked?", None),
    ("Why isn't the crane booked?", None),
    ("It isn't the cable.", "It is not the cable."),
    ("The crane isn’t here.", "The crane is not here."),
    ("It's already been paid.", None),
    ("Let's meet.", None),
    ("The pump's lid is open.", None),
    ("What's the date?", "What is the date?"),
    ("We're gonna call.", "We are going to call."),
    ("There's a crane.", "There is a crane."),
    ("You should've called.", "You should have called."),
    ("Don't worry.", None),
    ("She wrote “it's fine” on it.", None),
    ("Who's there?", "Who is there?"),
]
CLIPPED_EN = [
    ("I am in the hall.", "I'm in the hall."),
    ("It is late.", "It's late."),
    ("We do not have it.", "We don't have it."),
    ("We cannot come.", "We can't come."),
    ("We will not come.", "We won't come."),
    ("I will call you.", "I'll call you."),
    ("We have paid.", "We've paid."),
    ("We have a question.", None),
    ("We have to go.", None),
    ("I would like to go.", "I'd like to go."),
    ("I am not sure.", "I'm not sure."),
    ("It is not here.", "It's not here."),
    ("There is a crane.", "There's a crane."),
    ("It has been sent.", "It's been sent."),
    ("Tell me what it is now.", None),
    ("It is as good as it is now.", "It's as good as it is now."),
    ("Tell me how far we are along.", None),
    ("Yes, I am.", None),
    ("That is, however, late.", None),
    ("It was not only the price.", None),
    ("Ann and I will call.", None),
    ("We do the same thing you are and more.", None),
    ("You must not touch it.", None),
    ("We may not come.", None),
    ("She wrote “it is fine” on it.", None),
    ("I have updated drivers.", None),
    ("The crane is not here.", "The crane isn't here."),
    ("Do not touch it.", "Don't touch it."),
    ("Is it late?", None),
    ("They are here today.", "They're here today."),
    ("This is what we are doing.", "This is what we're doing."),
    ("Please let us know.", None),
]
SPELLED_DE = [
    ("Ich hab den Plan.", "Ich habe den Plan."),
    ("Hab ich schon gesehen.", "Habe ich schon gesehen."),
    ("Hab einen schönen Tag.", None),
    ("Da hätt ich Zeit.", "Da hätte ich Zeit."),
    ("Das wär gut.", "Das wäre gut."),
    ("Gibt's den noch?", "Gibt es den noch?"),
    ("Wie geht's dir?", "Wie geht es dir?"),
    ("Gehts am Montag?", "Geht es am Montag?"),
    ("Wenn's regnet, warten wir.", "Wenn es regnet, warten wir."),
    ("Da steht nix.", "Da steht nichts."),
    ("Ich glaub das nicht.", "Ich glaube das nicht."),
    ("Das find ich gut.", "Das finde ich gut."),
    ("Ich habe ne Frage.", "Ich habe eine Frage."),
    ("Ne, das geht nicht.", None),
    ("Wir haben nen Termin.", "Wir haben einen Termin."),
    ("Das ist grad fertig.", "Das ist gerade fertig."),
    ("Es sind 20 Grad im Raum.", None),
    ("Haste den Plan?", "Hast du den Plan?"),
    ("Ich meld mich.", "Ich melde mich."),
    ("Meld dich!", None),
    ("Komm am Montag vorbei.", None),
    ("Das liegt aufm Tisch.", "Das liegt auf dem Tisch."),
    ("Wir freun uns.", "Wir freuen uns."),
    ("Unsre Halle ist leer.", "Unsere Halle ist leer."),
    ("Das wars.", None),
    ("Das wärs für heute.", None),
    ("Er schrieb „hab ich“ darunter.", None),
    ("Ich würd gern kommen.", "Ich würde gern kommen."),
    ("Könnt ihr kommen?", None),
    ("Ich schick dir den Plan.", "Ich schicke dir den Plan."),
    ("Heut kommt der Kran.", "Heute kommt der Kran."),
    ("Ich bin dran.", None),
]
CLIPPED_DE = [
    ("Ich habe dir den Plan geschickt.", "Ich hab dir den Plan geschickt."),
    ("Das habe ich dir geschickt.", "Das hab ich dir geschickt."),
    ("Gibt es bei dir was Neues?", "Gibt's bei dir was Neues?"),
    ("Wie geht es dir?", "Wie geht's dir?"),
    ("Ich habe Ihnen den Plan geschickt.", None),
    ("Der Plan, den ich habe, ist alt.", None),
    ("Du hast den Plan.", None),
]


@pytest.mark.parametrize(("body", "becomes"), SPELLED_EN)
def test_english_short_forms_are_spelled_out(coach: Coach, body: str, becomes: str | None) -> None:
    assert first_of(coach, "contractions", body, "en", "short_forms", above=True) == becomes


@pytest.mark.parametrize(("body", "becomes"), CLIPPED_EN)
def test_english_words_are_contracted(coach: Coach, body: str, becomes: str | None) -> None:
    assert first_of(coach, "contractions", body, "en", "short_forms", above=False) == becomes


@pytest.mark.parametrize(("body", "becomes"), SPELLED_DE)
def test_german_short_forms_are_spelled_out(coach: Coach, body: str, becomes: str | None) -> None:
    assert first_of(coach, "contractions", body, "de", "short_forms", above=True) == becomes


@pytest.mark.parametrize(("body", "becomes"), CLIPPED_DE)
def test_german_words_are_clipped_among_people_who_say_du(coach: Coach, body: str, becomes: str | None) -> None:
    assert first_of(coach, "contractions", body, "de", "short_forms", above=False) == becomes


def test_the_apostrophe_is_the_drafts_own(coach: Coach) -> None:
    found = first_of(coach, "contractions", "The pump’s lid is open. It is late.", "en", "short_forms", above=False)
    assert found == "The pump’s lid is open. It’s late."


def test_all_short_forms_are_spelled_out_in_one_change(coach: Coach) -> None:
    draft = "Hello,\n\nI'm here. We're late. It's cold.\n\nRegards,\nTom"
    found = rewrites_of(coach, "contractions", draft, "en", "short_forms", above=True)
    assert found == ["Hello,\n\nI am here. We are late. It is cold.\n\nRegards,\nTom"]


@pytest.mark.parametrize(
    "draft",
    [
        "Hello,\n\nI'm here. Let's meet.\n\nRegards,\nTom",
        "Hello,\n\nthe lid's open and it's use is unclear. I'm here.\n\nRegards,\nTom",
        "Hey Dan,\n\nI'm here. We're late. It's cold.\n\nRegards,\nTom",
        "Hello,\n\nI'm here. We're late.\n\nCheers,\nTom",
    ],
)
def test_nothing_is_spelled_out_where_a_short_form_or_a_chummy_line_would_stay(coach: Coach, draft: str) -> None:
    assert not rewrites_of(coach, "contractions", draft, "en", "short_forms", above=True)
