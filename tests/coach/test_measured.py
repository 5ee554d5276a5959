"""What a changed draft has in common with the draft it was made from is not measured again, and no figure shows it."""

from __future__ import annotations

import pytest

from coach import Coach, Profile
from coach.measured import Measured, has_same_body

BODY = {
    "de": "besten Dank für die Liste! Haben Sie die Waage (Typ 3) geprüft? Wir freuen uns sehr und müssen, ehrlich gesagt, "
    "bald bestellen ... Ich denke, das passt.\n\n- erstens\n- zweitens",
    "en": "thank you for the list! Have you checked the scale (type 3)? We are very happy and really must order soon ... "
    "I think it's okay, as we said.\n\n- first\n- second",
}
EDGES = {
    "de": (
        ("Sehr geehrte Frau Wolf,", "Mit freundlichen Grüßen\nTom Brandt"),
        ("Hi Eva", "LG"),
        ("Guten Tag!", "Gruß\n\nTom"),
    ),
    "en": (("Dear Ms Miller,", "Yours sincerely,\nTom Brandt"), ("Hey Eva", "Cheers"), ("Hello!", "Best,\n\nTom")),
}


def mails(language: str) -> list[str]:
    return ["\n\n".join(filter(None, (opening, BODY[language], closing))) for opening, closing in EDGES[language]]


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_dimension_of_the_body_alone_says_the_same_under_every_greeting_and_closing(
    coach: Coach, language: str
) -> None:
    first, *others = (coach.document(mail, language) for mail in mails(language))
    promised = [each for each in coach.dimensions.values() if each.body_only and language in each.languages]
    assert len(promised) > 25
    for other in others:
        assert has_same_body(first, other, in_place=False)
        for dimension in promised:
            one, same = dimension.measure(first), dimension.measure(other)
            assert (one is None) == (same is None), dimension.name
            if one is not None and same is not None:
                assert (one.value, one.evidence) == (same.value, same.evidence), dimension.name
                assert (one.tally.counts if one.tally else None) == (same.tally.counts if same.tally else None)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_draft_that_shares_readings_is_scored_like_one_that_shares_none(coach: Coach, language: str) -> None:
    profile = coach.profile(mails(language) * 2)
    draft, *changes = mails(language)
    changes += [draft.replace("3", "4"), draft.replace("!", "."), draft.replace("\n- ", "\n\n- ")]
    coach.assess(draft, profile, language=language)  # what follows are changes of this draft
    shared = [coach.assess(each, profile, language=language) for each in changes]
    for text, found in zip(changes, shared, strict=True):
        alone = coach.assess(text, Profile.from_json(profile.to_json()), language=language)
        assert (alone.score, alone.band, alone.deviations) == (found.score, found.band, found.deviations)


def test_another_body_shares_nothing_and_a_moved_one_no_places(coach: Coach) -> None:
    long, short, _ = (coach.document(mail, "en") for mail in mails("en"))
    changed = coach.document(mails("en")[0].replace("happy", "glad"), "en")
    measured = Measured(long, coach.readings(long))
    every = coach.dimensions.values()
    assert measured.again(changed, every, in_place=False) == {}
    assert measured.again(short, every, in_place=True) == {}
    assert measured.again(short, every, in_place=False).keys() >= {"exclamations", "habitual_words"}
    assert "greeting" not in measured.again(short, every, in_place=False)
