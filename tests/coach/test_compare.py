"""From evidence to points: sums, families and their cues, wider profiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from coach import Coach, Profile
from coach.compare import REST, Comparison, compare
from coach.model import Stance
from coach.profile import LanguageProfile, merged
from coach.usual import Usual

CHATTY = (
    "Hi Tom,\n\nok, I just wanted to see if you could maybe send it again? I think we lost it, sorry... "
    "It's just that I can't find it; anyway, no rush at all.\n\nCheers,\nAnn\n",
    "Hi Eva,\n\nok, just a quick one: I guess it's fine if you just go on, maybe with the old one? I don't mind... "
    "and I can't really say more.\n\nCheers,\nAnn\n",
    "Hi Tom,\n\nthat's ok, I just think it's maybe a bit late... anyway, I don't want to stop you, so just do it "
    "and let me know if it's done.\n\nCheers,\nAnn\n",
)
CORRECT = (
    "Dear Mr Wolf,\n\nplease find attached the revised contract. However, we have not yet received the annexes, which "
    "we require for our records. We would therefore be grateful for a copy.\n\nKind regards,\nHelen Marsh\n",
    "Dear Ms Krause,\n\nthank you for your message. We have reviewed the proposal; however, the delivery dates do not "
    "meet our requirements. We would therefore suggest a meeting.\n\nKind regards,\nHelen Marsh\n",
    "Dear Mr Wolf,\n\nwe confirm receipt of your invoice, which has been forwarded to our accounts department. Please "
    "note that we are not able to accept the surcharge. We would welcome your reply.\n\nKind regards,\nHelen Marsh\n",
)


def usual_of(coach: Coach, profile: Profile, wider: Sequence[LanguageProfile] = ()) -> Usual:
    return Usual(
        profile.parts.get("en", LanguageProfile()),
        wider=wider,
        dimensions=coach.dimensions,
        baseline=coach._baseline["en"],
        half_life=timedelta(days=365),
    )


def compared(coach: Coach, text: str, usual: Usual) -> Comparison:
    document = coach.document(text, "en")
    return compare(coach.read(text, "en"), document.words, usual)


@pytest.fixture(scope="module")
def chatty(coach: Coach) -> Profile:
    return coach.profile(CHATTY * 3)


def test_the_contributions_add_up_to_the_score(coach: Coach, chatty: Profile) -> None:
    for text in (*CHATTY, *CORRECT):
        found = compared(coach, text, usual_of(coach, chatty))
        assert found.score is not None
        assert 50 + sum(each.points for each in found.deviations) == pytest.approx(found.score, abs=1e-6)


def test_a_familys_contribution_is_the_sum_of_its_cues(coach: Coach, chatty: Profile) -> None:
    found = compared(coach, CORRECT[0], usual_of(coach, chatty))
    families = [each for each in found.deviations if each.cues]
    assert {"habitual_words", "turns_of_phrase", "punctuation_habits", "layout_habits"} <= {
        each.dimension for each in families
    }
    for each in families:
        assert sum(cue.points for cue in each.cues) == pytest.approx(each.points, abs=1e-9)
        assert each.cues[-1].name == REST


def test_a_family_names_what_the_customer_likes_and_what_the_draft_has_instead(coach: Coach, chatty: Profile) -> None:
    draft = CHATTY[0].replace("just wanted", "would therefore like").replace("maybe", "kindly").replace("just", "also")
    found = next(
        each
        for each in compared(coach, draft, usual_of(coach, chatty)).deviations
        if each.dimension == "habitual_words"
    )
    assert "just" in str(found.usual).split(" | ")
    missed = next(each for each in found.cues if each.name == "just")
    assert missed.points < 0
    assert missed.value == 0.0 < missed.usual


def test_cues_show_where_they_stand(coach: Coach, chatty: Profile) -> None:
    draft = CHATTY[1]
    for family in compared(coach, draft, usual_of(coach, chatty)).deviations:
        for cue in family.cues:
            if family.dimension == "habitual_words" and cue.value:
                assert {span.of(draft).lower() for span in cue.spans} == {cue.name}


def test_a_deviation_looked_at_alone_is_the_one_in_the_list(coach: Coach, chatty: Profile) -> None:
    usual = usual_of(coach, chatty)
    for text in (*CHATTY, *CORRECT):
        alone = compared(coach, text, usual).by_dimension
        every = compared(coach, text, usual).deviations
        assert len(every) == len(alone) > 10
        assert [alone[each.dimension] for each in every] == list(every)
        assert [each.points for each in every] == sorted(each.points for each in every)


def test_a_dimension_that_is_not_to_be_mirrored_makes_no_points(coach: Coach, chatty: Profile) -> None:
    dimensions = dict(coach.dimensions)
    for name, stance in (("habitual_words", Stance.IGNORE), ("exclamations", Stance.COMPLEMENT)):
        dimensions[name] = replace(dimensions[name], stance=stance)
    usual = Usual(
        chatty.parts["en"], dimensions=dimensions, baseline=coach._baseline["en"], half_life=timedelta(days=365)
    )
    named = {each.dimension for each in compared(coach, CHATTY[0], usual).deviations}
    assert "greeting" in named
    assert not {"habitual_words", "exclamations"} & named


def test_a_family_measured_by_another_version_than_the_figures_is_left_out(coach: Coach, chatty: Profile) -> None:
    newer = replace(coach.dimensions["habitual_words"], version=coach.dimensions["habitual_words"].version + 1)
    usual = Usual(
        chatty.parts["en"],
        dimensions={**coach.dimensions, "habitual_words": newer},
        baseline=coach._baseline["en"],
        half_life=timedelta(days=365),
    )
    assert "habitual_words" not in usual.cues.row.families
    assert "turns_of_phrase" in usual.cues.row.families


def test_the_fewer_the_mails_the_more_the_account_speaks(coach: Coach) -> None:
    account = coach.profile(CORRECT * 5)
    alone, both = [], []
    for many in (1, 2, 6):
        contact = coach.profile((CHATTY * 2)[:many])
        beliefs = [usual_of(coach, contact, wider).number("message_length") for wider in ((), (account.parts["en"],))]
        alone.append(beliefs[0])
        both.append(beliefs[1])
    shifts = [abs(one.mean - other.mean) for one, other in zip(alone, both, strict=True) if one and other]
    assert shifts[0] > shifts[1] > shifts[2] > 0


def test_a_stranger_of_a_known_account_is_judged_by_it_but_less_surely_than_a_known_person(coach: Coach) -> None:
    account = coach.profile(CORRECT * 5)
    stranger = usual_of(coach, Profile(), (account.parts["en"],))
    known = usual_of(coach, account)
    like, unlike = compared(coach, CORRECT[0], stranger), compared(coach, CHATTY[0], stranger)
    assert like.score is not None
    assert unlike.score is not None
    assert like.score > unlike.score + 20
    for name in ("message_length", "sentence_length"):
        assert stranger.number(name).variance > known.number(name).variance  # type: ignore[union-attr]


def test_assess_takes_the_contacts_mail_out_of_the_account_and_says_who_speaks(coach: Coach) -> None:
    contact, colleagues = coach.profile(CORRECT[:1]), coach.profile(CORRECT[1:] * 4)
    account = merged([contact, colleagues])
    with_account = coach.assess(CORRECT[2], contact, wider=[account], language="en")
    assert with_account.note == "wider_profile"
    assert with_account.score is not None
    same = coach.assess(CORRECT[2], contact, wider=[contact], language="en")
    assert same == replace(coach.assess(CORRECT[2], contact, language="en"), timings=same.timings)
    rich = coach.assess(CORRECT[2], coach.profile(CORRECT * 3), wider=[account], language="en")
    assert rich.note is None


def test_an_account_alone_gives_a_score(coach: Coach) -> None:
    account = coach.profile(CORRECT * 4)
    found = coach.assess(CORRECT[0], None, wider=[account], language="en")
    assert found.score is not None
    assert found.note == "wider_profile"
    assert coach.assess(CORRECT[0], None, wider=[Profile()], language="en").note == "no_profile"


def weighing(coach: Coach, profile: Profile, **weights: float) -> Usual:
    usual = usual_of(coach, profile)
    usual.weights = weights
    return usual


def test_a_dimension_that_weighs_nothing_is_left_out_and_the_rest_still_adds_up(coach: Coach, chatty: Profile) -> None:
    usual = weighing(coach, chatty, habitual_words=0.0)
    for text in (CHATTY[0], CORRECT[0]):
        found = compared(coach, text, usual)
        assert found.score is not None
        assert "habitual_words" not in {each.dimension for each in found.deviations}
        assert 50 + sum(each.points for each in found.deviations) == pytest.approx(found.score, abs=1e-6)


@pytest.mark.parametrize("name", ["habitual_words", "sentence_length", "greeting"])
def test_a_dimension_has_more_of_a_say_the_more_it_weighs(coach: Coach, chatty: Profile, name: str) -> None:
    def share(weight: float) -> float:
        found = compared(coach, CORRECT[0], weighing(coach, chatty, **{name: weight})).deviations
        one = next(each for each in found if each.dimension == name)
        return abs(one.points) / sum(abs(each.points) for each in found)

    assert share(0.25) < share(1.0) < share(3.0)


def test_a_family_that_weighs_more_still_is_the_sum_of_its_cues(coach: Coach, chatty: Profile) -> None:
    found = compared(coach, CORRECT[0], weighing(coach, chatty, habitual_words=2.0, turns_of_phrase=0.5))
    for each in found.deviations:
        if each.cues:
            assert sum(cue.points for cue in each.cues) == pytest.approx(each.points, abs=1e-9)


def test_weights_of_one_change_nothing(coach: Coach, chatty: Profile) -> None:
    plain = compared(coach, CORRECT[0], usual_of(coach, chatty))
    assert compared(coach, CORRECT[0], weighing(coach, chatty, habitual_words=1.0)) == plain


def test_with_other_weights_own_mails_still_score_above_other_peoples(coach: Coach, chatty: Profile) -> None:
    usual = weighing(coach, chatty, habitual_words=0.5, sentence_length=2.0, greeting=0.0)
    own, foreign = compared(coach, CHATTY[0], usual).score, compared(coach, CORRECT[0], usual).score
    assert own is not None
    assert foreign is not None
    assert own > foreign + 15
