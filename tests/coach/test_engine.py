"""The score: what it says, what it rests on, and when it stays silent."""

from __future__ import annotations

import concurrent.futures
import itertools
import statistics
from collections import defaultdict
from datetime import UTC, datetime, timedelta

import pytest

import coach as public
from coach import Coach, Context, Profile, Sample
from coach.model import Confidence
from coach.rewriter import rewritten
from server.demo.stories import customers, mails

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
FORMAL_DRAFT = (
    "Sehr geehrte Frau Dr. Vollmer-Lang,\n\nvielen Dank für Ihre Nachricht. Wir haben die beigefügten Unterlagen geprüft und "
    "bestätigen Ihnen den Termin am kommenden Dienstag. Unser Techniker wird sich am Vortag bei Ihnen melden.\n\n"
    "Mit freundlichen Grüßen\nTobias Kern"
)
LOOSE_DRAFT = (
    "Hi Henrike! 😊\n\ndanke dir, hab die Sachen gecheckt – passt alles super!! Dienstag klappt, der Techniker ruft dich "
    "vorher kurz an. Wenn noch was ist, meld dich einfach bei mir!\n\nLG Tobi"
)


@pytest.fixture(scope="module")
def written() -> dict[str, list[Sample]]:
    """Each demo customer's own mails, oldest first."""
    found: dict[str, list[Sample]] = defaultdict(list)
    for mail in mails(NOW):
        if mail.customer and mail.folder == "INBOX":
            found[mail.customer].append(Sample(mail.authored, date=mail.internaldate))
    return found


@pytest.fixture(scope="module")
def vollmer(coach: Coach, written: dict[str, list[Sample]]) -> Profile:
    """The correct head of purchasing."""
    return coach.profile(written[next(each.address for each in customers() if "vollmer-lang" in each.address)])


def test_a_draft_in_the_customers_way_scores_far_above_one_in_another(coach: Coach, vollmer: Profile) -> None:
    fits, clashes = coach.assess(FORMAL_DRAFT, profile=vollmer), coach.assess(LOOSE_DRAFT, profile=vollmer)
    assert fits.score is not None
    assert clashes.score is not None
    assert fits.score > 75
    assert clashes.score < 40


def test_customers_own_later_mails_score_above_other_peoples(coach: Coach, written: dict[str, list[Sample]]) -> None:
    own: list[float] = []
    foreign: list[float] = []
    for address, samples in written.items():
        profile = coach.profile(samples[:-3])
        for other, theirs in written.items():
            for sample in theirs[-3:]:
                score = coach.assess(sample.text, profile=profile, rules=()).score
                if score is not None:
                    (own if other == address else foreign).append(score)
    wins = statistics.fmean(mine > theirs for mine in own for theirs in foreign)
    assert wins > 0.9
    assert statistics.median(own) > 80
    assert 35 < statistics.median(foreign) < 60


def test_every_point_is_a_named_contribution(coach: Coach, vollmer: Profile) -> None:
    for draft in (FORMAL_DRAFT, LOOSE_DRAFT):
        found = coach.assess(draft, profile=vollmer)
        assert found.score is not None
        assert sum(each.points for each in found.deviations) == pytest.approx(found.score - 50, abs=1e-6)


def test_deviations_come_costliest_first_with_the_words_behind_them(coach: Coach, vollmer: Profile) -> None:
    found = coach.assess(LOOSE_DRAFT, profile=vollmer)
    points = [each.points for each in found.deviations]
    assert points == sorted(points)
    emoji = next(each for each in found.deviations if each.dimension == "emoji")
    assert [span.of(LOOSE_DRAFT) for span in emoji.spans] == ["😊"]
    address = next(each for each in found.deviations if each.dimension == "address_form")
    assert (address.value, address.usual) == ("du", "sie")


def test_the_band_holds_the_score_and_narrows_with_text(coach: Coach, vollmer: Profile) -> None:
    short = "Sehr geehrte Frau Dr. Vollmer-Lang,\n\nvielen Dank, wir haben die Unterlagen heute erhalten und melden uns am Montag bei Ihnen.\n\nMit freundlichen Grüßen\nTobias Kern"
    widths = []
    for draft in (short, FORMAL_DRAFT):
        found = coach.assess(draft, profile=vollmer)
        assert found.band is not None
        assert found.score is not None
        assert found.band[0] <= found.score <= found.band[1]
        widths.append(found.score - found.band[0])
    assert widths[1] < widths[0]


@pytest.mark.parametrize(
    "draft",
    [
        "",
        "Danke!",
        "Hallo Frau Dr. Vollmer-Lang,\n\npasst.\n\nVG",
        "\n\n> alter Text der nicht zählt und lang genug wäre, um bewertet zu werden\n",
    ],
)
def test_too_little_text_gets_no_score(coach: Coach, vollmer: Profile, draft: str) -> None:
    found = coach.assess(draft, profile=vollmer)
    assert (found.score, found.band, found.confidence) == (None, None, Confidence.NONE)
    assert found.note == "too_little_text"


def test_no_profile_is_said(coach: Coach) -> None:
    assert coach.assess(FORMAL_DRAFT).note == "no_profile"
    assert coach.assess(FORMAL_DRAFT, profile=Profile()).note == "no_profile"


def test_a_language_the_customer_never_used_is_said(coach: Coach, vollmer: Profile) -> None:
    draft = "Dear Ms Krause,\n\nthank you for your message. We have checked the papers and will call you on Monday.\n\nKind regards,\nTom"
    found = coach.assess(draft, profile=vollmer)
    assert (found.score, found.note, found.language) == (None, "language_differs", "en")


def test_a_foreign_draft_is_not_judged(coach: Coach, vollmer: Profile) -> None:
    found = coach.assess(
        "Bonjour, nous avons bien reçu votre commande et nous vous remercions de votre confiance.", profile=vollmer
    )
    assert (found.score, found.note) == (None, "other_language")


def test_quoted_text_below_the_draft_changes_nothing(coach: Coach, vollmer: Profile) -> None:
    quoted = (
        FORMAL_DRAFT
        + "\n\nAm 12.11.2026 um 09:14 schrieb Henrike Vollmer-Lang:\n> hey du, wann kommt ihr denn endlich?!!! 😊\n> lg\n"
    )
    assert coach.assess(quoted, profile=vollmer).score == pytest.approx(
        coach.assess(FORMAL_DRAFT, profile=vollmer).score
    )


def test_hints_are_sorted_and_each_gain_is_what_scoring_again_gives(coach: Coach, vollmer: Profile) -> None:
    before = coach.assess(LOOSE_DRAFT, profile=vollmer)
    assert before.score is not None
    assert before.suggestions[0].severity == "warning"
    gains = [each for each in before.suggestions if each.gain is not None and each.edits]
    assert len(gains) >= 2
    for each in gains:
        changed = rewritten(LOOSE_DRAFT, each.edits)
        after = coach.assess(changed, profile=vollmer)
        assert after.score is not None
        assert after.score - before.score == pytest.approx(each.gain, abs=0.06)


def test_applying_all_hints_one_after_the_other_brings_the_draft_nearer(coach: Coach, vollmer: Profile) -> None:
    draft, scores, known = LOOSE_DRAFT, [], Context(name="Henrike Vollmer-Lang")
    for _ in range(12):
        found = coach.assess(draft, profile=vollmer, context=known)
        scores.append(found.score)
        best = next((each for each in found.suggestions if each.edits), None)
        if best is None:
            break
        draft = rewritten(draft, best.edits)
    assert all(later > earlier for earlier, later in itertools.pairwise(scores))  # type: ignore[operator]
    assert scores[-1] > scores[0] + 15  # type: ignore[operator]


def test_a_fitting_draft_gets_no_replacement_hints(coach: Coach, vollmer: Profile) -> None:
    assert [each for each in coach.assess(FORMAL_DRAFT, profile=vollmer).suggestions if each.edits] == []


def test_an_unanswered_question_is_pointed_out_and_an_answered_one_is_not(coach: Coach, vollmer: Profile) -> None:
    asked = "Sehr geehrte Damen und Herren,\n\nwann wird die Rechnung korrigiert? Gibt es in der Kantine vegetarisches Essen?\n"
    draft = FORMAL_DRAFT.replace("bestätigen Ihnen", "korrigieren die Rechnung heute. Wir bestätigen Ihnen")
    told = [
        each.reason["de"]
        for each in coach.assess(draft, profile=vollmer, context=Context(asked)).suggestions
        if each.rule_id == "open-question"
    ]
    assert len(told) == 1
    assert "Kantine" in told[0]


def test_context_may_be_the_plain_text_of_the_mail(coach: Coach, vollmer: Profile) -> None:
    found = coach.assess(FORMAL_DRAFT, profile=vollmer, context="Wann kommt der Techniker?")
    assert [need.text for need in found.needs] == ["Wann kommt der Techniker?"]


def test_lsm_is_a_diagnosis_from_fifty_words_on(coach: Coach, vollmer: Profile) -> None:
    assert coach.assess(FORMAL_DRAFT, profile=vollmer).diagnosis == {}
    long = FORMAL_DRAFT.replace(
        "\n\nMit",
        " " + "Wir danken Ihnen für das Vertrauen und freuen uns auf den Besuch in Ihrem Haus. " * 3 + "\n\nMit",
    )
    assert 0.3 < coach.assess(long, profile=vollmer).diagnosis["lsm"] <= 1.0


def test_measure_names_numbers_only(coach: Coach) -> None:
    found = coach.measure(FORMAL_DRAFT)
    assert {"formality", "politeness", "sentence_length", "message_length"} <= set(found)
    assert all(isinstance(value, float) for value in found.values())
    assert found["formality"] > coach.measure(LOOSE_DRAFT)["formality"]


def test_at_least_ten_dimensions_measure_both_languages(coach: Coach) -> None:
    english = "Hi Tom,\n\nthanks a lot for the quick answer. Could you please send us the invoice? We are happy with the scale.\n\nBest,\nAnn"
    assert len(coach.measure(FORMAL_DRAFT, "de")) >= 10
    assert len(coach.measure(english, "en")) >= 10


def test_an_unknown_language_is_refused(coach: Coach) -> None:
    with pytest.raises(public.UnsupportedLanguage, match="supported are de, en"):
        coach.measure("Bonjour", language="fr")
    with pytest.raises(public.UnsupportedLanguage):
        Coach.load(languages=["fr"])


def test_mail_text_does_not_show_in_reprs(coach: Coach, vollmer: Profile) -> None:
    found = coach.assess(LOOSE_DRAFT, profile=vollmer, context=Context("Wann kommt der geheimnisvolle Techniker?"))
    shown = repr((Sample(LOOSE_DRAFT), Context("geheimnisvoll"), coach.document(LOOSE_DRAFT)))
    assert "gecheckt" not in shown
    assert "geheimnisvoll" not in shown
    assert "geheimnisvolle" not in repr(found.needs)


def test_old_mail_counts_less_as_time_passes(coach: Coach, written: dict[str, list[Sample]], vollmer: Profile) -> None:
    later = coach.assess(FORMAL_DRAFT, profile=vollmer, now=NOW + timedelta(days=400))
    today = coach.assess(FORMAL_DRAFT, profile=vollmer, now=NOW)
    assert today.band is not None
    assert today.score is not None
    assert later.band is not None
    assert later.band[1] - later.band[0] > today.band[1] - today.band[0]


def test_threads_share_a_coach(vollmer: Profile, coach: Coach) -> None:
    drafts = [FORMAL_DRAFT, LOOSE_DRAFT] * 8
    alone = [coach.assess(draft, profile=vollmer).score for draft in drafts]
    fresh = Coach.load()
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda draft: fresh.assess(draft, profile=vollmer).score, drafts))
    assert together == alone


SIE_DRAFT = (
    "Hi Henrike! 😊\n\nhaben Sie besten Dank. Der Termin am Dienstag passt uns gut, und der Techniker ruft Sie vorher an. "
    "Falls noch etwas offen ist, melden Sie sich bitte bei mir.\n\nMit freundlichen Grüßen\nTobias Brandt"
)


def test_the_greeting_that_the_team_used_before_is_offered(coach: Coach, vollmer: Profile) -> None:
    known = Context(salutation="Sehr geehrte Frau Dr. Vollmer-Lang,")
    hint = next(
        each for each in coach.assess(SIE_DRAFT, vollmer, known).suggestions if each.rule_id == "greeting-habit"
    )
    assert hint.place.of(SIE_DRAFT) == "Hi Henrike! 😊"
    assert hint.replacement(SIE_DRAFT) == "Sehr geehrte Frau Dr. Vollmer-Lang,"
    assert hint.gain is not None
    assert hint.gain > 3


def test_a_formal_greeting_is_not_offered_to_a_first_name(coach: Coach, vollmer: Profile) -> None:
    known = Context(salutation="Hallo Henrike,")
    told = [each.replacement(SIE_DRAFT) for each in coach.assess(SIE_DRAFT, vollmer, known).suggestions]
    assert not any(each and each.startswith("Sehr geehrte") for each in told)
