"""Which needs a draft answers, promises to see to, or leaves open."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from coach import Coach
from coach.model import Standing

CASES = Path(__file__).parent / "answers.toml"
LEAST_PRECISION = 0.9  # of "open": a false alarm hurts more than a miss
LEAST_RECALL = 0.4

MAIL = "Hallo Tom,\n\nwann kommt der Rest? Bitte schicken Sie uns die Lieferscheine.\n\nGruß\nEva"


def standings(coach: Coach, draft: str, reply_to: str = MAIL) -> list[str]:
    return [str(each.standing) for each in coach.answered(draft, reply_to)]


def test_an_answer_says_where_the_draft_gives_it(coach: Coach) -> None:
    draft = "Hallo Eva,\n\ndanke für die Mail. Der Rest kommt am Freitag. Die Lieferscheine hängen an.\n\nGruß\nTom"
    found = coach.answered(draft, MAIL)
    assert [each.span.of(draft) for each in found if each.span] == [
        "Der Rest kommt am Freitag.",
        "Die Lieferscheine hängen an.",
    ]
    assert standings(coach, draft) == ["answered", "answered"]


def test_a_promise_is_no_answer_yet(coach: Coach) -> None:
    draft = "Wann der Rest kommt, kläre ich und melde mich morgen. Die Lieferscheine hängen an."
    assert standings(coach, draft) == ["promised", "answered"]


@pytest.mark.parametrize(
    ("mail", "draft"),
    [
        ("Seit sechs Wochen warte ich auf meine Bestellung.", "Was erwarten Sie denn bei diesem Preis?"),
        ("Wann kommt der Techniker?", "An welche Adresse soll der Techniker kommen?"),
        ("Wann kommt der Rest?", "Prüfen Sie das bitte nach."),
        ("Wann kommt der Rest?", "Melden Sie sich wieder."),
        ("Wann kommt der Rest?", "Wann der Rest kommt, klären wir nicht nach."),
        ("When will the parcel ship?", "We are asking you to check when the parcel ships."),
        ("Can you send the invoice?", "You will have to wait for the invoice."),
        ("Can you send the invoice?", "We will not send the invoice."),
    ],
)
def test_questions_commands_and_denials_promise_nothing(coach: Coach, mail: str, draft: str) -> None:
    assert "promised" not in standings(coach, draft, mail)


@pytest.mark.parametrize(
    ("mail", "draft"),
    [
        ("Wann kommt der Techniker?", "Das klären wir und melden uns morgen."),
        ("Wann kommt der Techniker?", "Welchen Techniker meinen Sie? Dann kann ich nachsehen, wann er kommt."),
        ("Können Sie die Rechnung schicken?", "Sie bekommen die Rechnung morgen."),
        ("Can you send the invoice?", "You will get the invoice tomorrow."),
        ("When will the parcel ship?", "We are checking when the parcel ships."),
    ],
)
def test_the_writers_own_word_is_a_promise(coach: Coach, mail: str, draft: str) -> None:
    assert standings(coach, draft, mail) == ["promised"]


@pytest.mark.parametrize(
    ("mail", "draft"),
    [
        ("Das ist eine bodenlose Frechheit!", "Beruhigen Sie sich bitte erst einmal!"),
        ("Wann kommt der Techniker?", "Wir bitten Sie, von Fragen nach dem Techniker abzusehen."),
        ("Rufen Sie mich bitte an.", "Bitte abwarten."),
        ("Welche Pumpe raten Sie mir?", "Jetzt zugreifen: 20 Prozent Rabatt auf alle Pumpen!"),
        ("Call me.", "Please check."),
        ("Can you send the invoice?", "Please refrain from asking for the invoice."),
        ("This service is a disgrace.", "Please calm down about our service."),
    ],
)
def test_rebuffs_counter_orders_and_advertisements_answer_nothing(coach: Coach, mail: str, draft: str) -> None:
    assert standings(coach, draft, mail) == ["open"]


def test_an_answer_that_spares_a_trip_is_no_rebuff(coach: Coach) -> None:
    draft = "Der Rest ist da, sehen Sie von einer Abholung bitte ab."
    assert standings(coach, draft, "Wann kommt der Rest?") == ["answered"]


def test_thanks_for_the_question_are_no_answer(coach: Coach) -> None:
    draft = "Vielen Dank für Ihre Frage zum Rest der Lieferung."
    assert standings(coach, draft, "Wann kommt der Rest der Lieferung?") == ["open"]


def test_an_english_draft_answers_a_german_mail(coach: Coach) -> None:
    assert standings(coach, "The price is 40 euros per piece.", "Was kostet der Sensor pro Stück?") == ["answered"]


def test_regret_takes_up_a_complaint(coach: Coach) -> None:
    mail = "Die Lieferung ist schon wieder unvollständig."
    assert standings(coach, "Es tut mir sehr leid, dass wieder Teile fehlen.", mail) == ["answered"]
    assert standings(coach, "Der Flieder im Garten blüht in diesem Jahr früh.", mail) == ["open"]


def test_an_empty_draft_answers_nothing(coach: Coach) -> None:
    assert set(standings(coach, "")) <= {"open"}


def test_a_mail_without_needs_has_nothing_to_answer(coach: Coach) -> None:
    assert coach.answered("Danke, das freut uns.", "Die Ware ist da. Alles bestens.") == []


def test_an_open_need_becomes_one_suggestion_at_the_end_of_the_draft(coach: Coach) -> None:
    samples = ["Hallo Tom,\n\ndas passt alles gut. Wir sehen uns am Montag im Werk.\n\nGruß\nEva"] * 6
    draft = "Hallo Eva,\n\nder Flieder im Garten blüht. Unser Büro ist jetzt blau gestrichen und recht hell.\n\nGruß"
    found = coach.assess(draft, profile=coach.profile(samples), context="Hallo,\n\nwann kommt der Techniker?\n\nGruß")
    (hint,) = [each for each in found.suggestions if each.rule_id == "open-question"]
    assert hint.span.start == hint.span.end == draft.index("hell.") + len("hell.")
    assert "Techniker" in hint.reason["de"] and "Techniker" in hint.reason["en"]  # noqa: PT018
    assert [each.standing for each in found.answers] == [Standing.OPEN]


def test_a_draft_just_begun_gets_no_such_suggestion(coach: Coach) -> None:
    samples = ["Hallo Tom,\n\ndas passt alles gut. Wir sehen uns am Montag im Werk.\n\nGruß\nEva"] * 6
    found = coach.assess(
        "Hallo Eva,\n\nder Flieder im Garten blüht.",
        profile=coach.profile(samples),
        context="Wann kommt der Techniker?",
    )
    assert [each for each in found.suggestions if each.rule_id.startswith("open-")] == []


def test_open_is_said_seldom_wrongly_on_labelled_cases(coach: Coach) -> None:
    counts: Counter[tuple[bool, bool]] = Counter()
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["cases"]:
        found = standings(coach, case["draft"], case["need"])
        counts[found == ["open"], case["standing"] == "open"] += 1
    assert counts[True, True] / (counts[True, True] + counts[True, False]) >= LEAST_PRECISION
    assert counts[True, True] / (counts[True, True] + counts[False, True]) >= LEAST_RECALL


@pytest.mark.parametrize("text", ["?", "1", "..."])
def test_odd_texts_do_no_harm(coach: Coach, text: str) -> None:
    assert isinstance(coach.answered(text, text), list)
