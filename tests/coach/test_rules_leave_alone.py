"""What no rule touches: heartfelt emphasis, quoted words, an emoji no more than usual; and what is no sign at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from coach import Coach, Profile, Sample
from coach.customers import read_customers
from coach.dimension import NOTHING, Scale, times
from coach.model import Deviation
from coach.rewriter import Rewrite
from coach.rewrites import emoji, emphasis, wording
from coach.ruleset import PACKAGED
from coach.situation import Situation

PLAIN_DE = (
    "die Teile kamen am Montag und wurden gleich eingebaut. Der Bericht folgt bis zum Ende der Woche.",
    "bitte senden Sie die Rechnung noch einmal mit dem Rabatt. Die erste nennt den alten Preis.",
    "der Termin am Freitag passt. Die Halle ist ab neun offen, der Kran ist bis Mittag bestellt.",
    "die Linie stand nach dem Update zwei Stunden. Bitte senden Sie die Liste der Änderungen.",
)
PLAIN_EN = (
    "the parts came on Monday and the team fitted them. The report follows by the end of the week.",
    "please send the invoice again with the discount. The first one shows the old price for the belts.",
    "the date on Friday works. The hall is open from nine and the crane is booked until noon.",
    "the line stood for two hours after the update. Please send the list of changes that were made.",
)
LOOSE = tuple(each.text for each in read_customers(PACKAGED / "customers.toml")["casual"].samples())


@pytest.fixture(scope="module")
def plain(coach: Coach) -> dict[str, Profile]:
    """Customers who write without emphasis, by language."""
    de = (Sample(f"Guten Tag Herr Brandt,\n\n{body}\n\nMit freundlichen Grüßen\nAnke Wolf", "de") for body in PLAIN_DE)
    en = (Sample(f"Dear Tom,\n\n{body}\n\nRegards,\nAnn Wolf", "en") for body in PLAIN_EN)
    return {"de": coach.profile([*de] * 3), "en": coach.profile([*en] * 3)}


def situation(coach: Coach, draft: str, profile: Profile, language: str, far: tuple[str, float]) -> Situation:
    """The draft before a customer from whom it is two points and three deviations away in one dimension."""
    name, usual = far
    reading = coach.read(draft, language)[name]
    away = Deviation(name, reading.value, usual, 3.0, -2.0, 2.0, reading.spans)
    part = profile.parts[language]
    return Situation(coach.document(draft, language), coach.languages[language], part, {name: away}, coach.dimensions)


def flagged(rewrites: Iterable[Rewrite], draft: str) -> list[str]:
    return [each.edits[0].span.of(draft).strip() for each in rewrites]


@pytest.mark.parametrize(
    ("language", "heartfelt"),
    [
        ("de", "Es tut mir wirklich sehr leid."),
        ("de", "Da haben Sie völlig recht."),
        ("de", "Das war wirklich sehr freundlich von Ihnen."),
        ("en", "We are very sorry about it."),
        ("en", "You are absolutely right about it."),
        ("en", "We are really grateful to you."),
    ],
)
def test_the_emphasis_of_an_apology_thanks_or_agreement_stays(
    coach: Coach, plain: dict[str, Profile], language: str, heartfelt: str
) -> None:
    other = {
        "de": "Die Lieferung ist wirklich groß und die Teile sind extrem schwer.",
        "en": "The delivery is extremely large and the parts are really heavy.",
    }[language]
    greeting = {"de": "Guten Tag Frau Wolf,", "en": "Dear Ann,"}[language]
    draft = f"{greeting}\n\n{heartfelt} {other}\n\nTom"
    found = flagged(
        emphasis.REWRITER.rewrite(situation(coach, draft, plain[language], language, ("boosters", 0.0)), None), draft
    )
    assert found == ({"de": ["wirklich", "extrem"], "en": ["extremely", "really"]}[language])


def test_words_in_quotation_marks_are_not_reworded(coach: Coach) -> None:
    draft = (
        "Hey Dan,\n\nthe letter says “the installation will commence prior to receipt of additional documentation”. "
        "We will commence the work and kindly request the approval in order to obtain the agreement.\n\nCheers,\nSam"
    )
    looks = situation(coach, draft, coach.profile(Sample(each, "en") for each in LOOSE), "en", ("formality", -1.0))
    places = [each.edits[0].span for each in wording.REWRITER.rewrite(looks, None)]
    assert places
    assert all(span.start > draft.index("”") for span in places)


EMOJI_MAILS = tuple(f"Hi Tom,\n\n{body} 😊\n\nBest,\nAnn" for body in PLAIN_EN) * 3
ONE = "Hi Ann,\n\nthe new date works well for our whole team in March 😊\n\nBest,\nTom"


def test_one_emoji_in_a_short_draft_is_no_excess_where_the_usual_mail_has_one(coach: Coach) -> None:
    profile = coach.profile(Sample(each, "en") for each in EMOJI_MAILS)
    assert not list(emoji.REWRITER.rewrite(situation(coach, ONE, profile, "en", ("emoji", 5.5)), None))


def test_more_emoji_than_in_the_usual_mail_are_still_pointed_at(coach: Coach) -> None:
    profile = coach.profile(Sample(each, "en") for each in EMOJI_MAILS)
    draft = ONE.replace("😊", "😊 🎉 🚀 👍").replace("works well", "works 🎉 well")
    assert list(emoji.REWRITER.rewrite(situation(coach, draft, profile, "en", ("emoji", 5.5)), None))


@pytest.mark.parametrize("text", ["Kommen Sie rein, die Tür ist offen.", "Das passt rein rechnerisch sehr gut."])
def test_rein_is_no_short_form(coach: Coach, text: str) -> None:
    assert coach.measure(text * 4, "de")["short_forms"] == 0


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("We worry about the delivery.", 0),
        ("Let us talk about it.", 0),
        ("We walked around the hall.", 0),
        ("It costs about 40 euros.", 1),
        ("It takes about ten days.", 1),
        ("It takes around two weeks.", 1),
    ],
)
def test_about_hedges_before_numbers_only(coach: Coach, text: str, hedged: int) -> None:
    assert (
        len(coach.read(f"{text} The list is here. The team has the plan for the hall.", "en")["hedges"].spans) == hedged
    )


def test_a_choice_is_told_with_both_words(coach: Coach) -> None:
    shown = coach.dimensions["word_choices"].show("it's/it is", "en")
    assert shown == "“it's” rather than “it is”"


def test_another_word_than_those_known_is_not_shown(coach: Coach) -> None:
    opening = coach.dimensions["opening_words"]
    assert opening.show("first:other | last:other", "de") == NOTHING["de"]
    assert opening.show("first:other | last:?", "en") == "a question at the end"


def test_a_family_with_cues_on_one_side_only_names_these(coach: Coach) -> None:
    words = coach.dimensions["habitual_words"]
    assert words.sentence("however", "")["de"] == "{who} hat das seltener als dieser Entwurf: {value}."
    assert words.sentence("", "just")["en"] == "{who} has this more often than this draft: {usual}."
    assert words.sentence("however", "just") == words.gap


def test_values_shown_in_the_same_words_are_no_reason_for_a_hint(coach: Coach) -> None:
    profile = coach.profile(Sample(each, "en") for each in LOOSE)
    looks = situation(coach, LOOSE[0], profile, "en", ("formality", -90.0))
    (away,) = looks.deviations.values()
    same = replace(away, value=-80.0)
    assert coach.dimensions["formality"].show(-80.0, "en") == coach.dimensions["formality"].show(-90.0, "en")
    assert replace(looks, deviations={"formality": same}).above("formality") is None
    assert replace(looks, deviations={"formality": replace(away, value=90.0)}).above("formality") is not None


def test_a_rate_of_none_is_said_in_words(coach: Coach) -> None:
    numbers = [each for each in coach.dimensions.values() if each.scale not in (Scale.FORM, Scale.COUNTS)]
    rates = [each for each in numbers if each.show(0.0, "en") in ("none", "never")]
    assert len(rates) > 10
    assert [each.name for each in rates if each.never is None] == []
    assert (times(0.0, "de"), times(2.0, "en")) == ("nie", "2.0")
