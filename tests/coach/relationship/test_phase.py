"""How close customer and team are: each step of the ladder, told in stories."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.relationship.phase import FITS, LADDER, SKIPS, Phase, closeness_of
from coach.relationship.story import exchange_in

# --- pieces of stories: each is a conversation of its own ------------------------------------------------------------

DE = {
    "asks": "C {0} new: Guten Tag, was kostet ein Satz Messer?\nT {1}: Guten Tag, ein Satz kostet 80 Euro.",
    "replies": "C {0} new: Guten Tag, ist der Raum am Montag frei?\nT {1}: Ja, ist er.\nC {2}: Dann nehmen wir ihn.",
    "thanks": "C {0} new: Herzlichen Dank für die schnelle Hilfe gestern.\nT {1}: Gern.",
    "praises": "C {0} new: Wir sind rundum zufrieden mit der Montage.\nT {1}: Das freut uns.",
    "personal": "C {0} new: Meine Tochter heiratet im Juni, deshalb brauchen wir die Torte eher.\nT {1}: Wie schön!",
    "child": "C {0} new: Unser Sohn hat endlich laufen gelernt, jetzt ist nichts mehr sicher.\nT {1}: Oh je!",
    "trusts": "C {0} new: Wir verlassen uns da ganz auf Sie.\nT {1}: Das dürfen Sie.",
    "plans": "C {0} new: Wir bauen nächstes Jahr eine zweite Halle.\nT {1}: Das ist eine gute Nachricht.",
    "years": "C {0} new: Den Wartungsvertrag verlängern wir gern um drei Jahre.\nT {1}: Danke.",
    "recommends": "C {0} new: Ich habe Sie gestern meinem Nachbarn weiterempfohlen.\nT {1}: Danke.",
}
EN = {
    "asks": "C {0} new: Hello, how much is a set of blades?\nT {1}: Hello, a set is 80 pounds.",
    "replies": "C {0} new: Hello, is the room free on Monday?\nT {1}: Yes, it is.\nC {2}: Then we will take it.",
    "thanks": "C {0} new: Thank you so much for the quick help yesterday.\nT {1}: You are welcome.",
    "praises": "C {0} new: We are very happy with the installation.\nT {1}: Good to hear.",
    "personal": "C {0} new: My daughter is getting married in June, so we need the cake earlier.\nT {1}: How lovely!",
    "child": "C {0} new: Our son has finally learnt to walk, nothing is safe any more.\nT {1}: Oh dear!",
    "trusts": "C {0} new: We rely on you for this one.\nT {1}: You can.",
    "plans": "C {0} new: We are expanding and will open a second site next year.\nT {1}: That is good news.",
    "years": "C {0} new: We would like to renew the contract with you for three years.\nT {1}: Thank you.",
    "recommends": "C {0} new: I recommended you to my neighbour yesterday.\nT {1}: Thank you.",
}
TOLD = {"de": DE, "en": EN}

STORIES = {
    Phase.OPPORTUNITY: ("asks@0", "thanks@0", "praises@0"),
    Phase.ACQUAINTANCE: ("replies@0", "asks@0 asks@20", "asks@0 thanks@10"),
    Phase.DEEPENING: (
        "asks@0 thanks@30 asks@60",
        "asks@0 personal@20 praises@25",
        "replies@0 asks@30 personal@70",
    ),
    Phase.TRUST: (
        "asks@0 thanks@60 praises@120 trusts@190 plans@200",
        "asks@0 personal@40 child@80 praises@100 praises@200",
        "replies@0 thanks@30 trusts@70 praises@100 praises@130 years@140",
    ),
    Phase.CLOSE: (
        "asks@0 personal@40 child@80 praises@100 praises@200 trusts@220 recommends@240 years@250 trusts@260 familiar",
        "asks@0 thanks@60 praises@120 trusts@190 plans@200 recommends@210 trusts@230 years@240 familiar",
        "asks@0 praises@60 praises@120 trusts@190 plans@200 trusts@210 recommends@220 personal@230 familiar",
    ),
}  # fmt: skip


def tell(language: str, story: str) -> tuple[str, bool]:
    """A story of pieces ("thanks@30": on day 30), and whether both call each other by first name."""
    lines, familiar = [], False
    for each in story.split():
        if each == "familiar":
            familiar = True
            continue
        name, day = each.split("@")
        lines.append(TOLD[language][name].format(day, int(day) + 0.5, int(day) + 1))
    return "\n".join(lines), familiar


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize(("phase", "story"), [(phase, each) for phase, told in STORIES.items() for each in told])
def test_a_story_leads_to_its_phase(coach: Coach, phase: Phase, story: str, language: str) -> None:
    told, familiar = tell(language, story)
    found = closeness_of(exchange_in(coach, told), familiar=familiar)
    assert found.phase is phase, [each.name for each in found.proofs]


@pytest.mark.parametrize("language", TOLD)
def test_what_shows_a_phase_can_be_looked_up(coach: Coach, language: str) -> None:
    told, _ = tell(language, STORIES[Phase.TRUST][0])
    exchange = exchange_in(coach, told)
    found = closeness_of(exchange)
    assert {each.mail for each in found.proofs} <= {each.mail for each in exchange.turns}
    assert {"relies", "plans", "lasts"} <= {each.name for each in found.proofs}
    assert all(each.span is not None for each in found.proofs if each.name in ("relies", "plans", "content"))


@pytest.mark.parametrize("language", TOLD)
def test_readiness_grows_with_what_the_next_phase_needs(coach: Coach, language: str) -> None:
    shares = []
    for story in ("asks@0 asks@10", "asks@0 asks@10 thanks@20"):
        found = closeness_of(exchange_in(coach, tell(language, story)[0]))
        assert found.next is Phase.DEEPENING
        shares.append(found.readiness)
    assert 0.0 <= shares[0] < shares[1] < 1.0


def test_what_is_missing_is_named(coach: Coach) -> None:
    found = closeness_of(exchange_in(coach, tell("de", "asks@0 asks@10 thanks@20")[0]))
    missing = {each["de"] for each in found.missing}
    assert "ein persönliches Wort" in missing
    assert "lobt oder dankt" not in missing


@pytest.mark.parametrize("language", TOLD)
def test_nobody_is_trusted_while_things_go_badly(coach: Coach, language: str) -> None:
    told, _ = tell(language, STORIES[Phase.TRUST][0])
    found = closeness_of(exchange_in(coach, told), strained=True)
    assert (found.phase, found.readiness) == (Phase.DEEPENING, 0.0)
    assert found.missing


def test_years_of_silence_make_strangers_again(coach: Coach) -> None:
    told, _ = tell("de", STORIES[Phase.TRUST][0])
    assert closeness_of(exchange_in(coach, told, ". 900")).phase is Phase.OPPORTUNITY


def test_personal_words_of_the_team_alone_show_no_closeness(coach: Coach) -> None:
    story = "C 0: Was kostet das?\nT 1: 80 Euro, und grüßen Sie Ihre Familie.\nC 2: Gut.\nT 3: Schönen Urlaub!"
    assert closeness_of(exchange_in(coach, story)).phase is Phase.ACQUAINTANCE


def test_first_names_alone_do_not_skip_a_phase(coach: Coach) -> None:
    assert closeness_of(exchange_in(coach, tell("en", "asks@0")[0]), familiar=True).phase is Phase.OPPORTUNITY


def test_nothing_at_all_is_an_opportunity(coach: Coach) -> None:
    assert closeness_of(exchange_in(coach, ". 0")).phase is Phase.OPPORTUNITY


def test_every_phase_says_what_fits_and_what_skips_one() -> None:
    assert set(FITS) == set(SKIPS) == set(Phase)
    for words in (*FITS.values(), *SKIPS.values()):
        assert set(words) == {"de", "en"}
        assert all(text[0].isupper() and text.endswith(".") for text in words.values())
    assert list(LADDER) == list(Phase)[1:]
