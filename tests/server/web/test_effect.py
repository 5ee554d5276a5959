"""The page on the effect: what it says of figures, and that it says no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest
from flask.testing import FlaskClient

from server.app import create_app
from server.effect.answers import AnswerEffect
from server.effect.association import Bars
from server.effect.corrected import Corrected
from server.effect.grades import GradeEffect, Third
from server.effect.groups import Group, Groups
from server.effect.report import EffectReport
from server.store import StoredReport
from server.web.dashboard.effect import corrected_in_words, differences_of, verdict_in_words
from server.web.dashboard.effect_words import WORDS
from server.web.dashboard.formats import Formats
from server.web.dashboard.wording import Speaker
from tests.office import NOW, Office
from tests.server.web.reports_site import client, office, text_of

__all__ = ["client", "office"]


def effect(auc: Bars | None, *, outcomes: int = 38, judged: int = 38) -> GradeEffect:
    return GradeEffect("csat", outcomes, judged, 30, 20, 18, auc)


def said(found: GradeEffect, language: str = "de") -> str:
    return " ".join(verdict_in_words(found, Speaker(language, WORDS), Formats(language, UTC, NOW)))


def test_no_connection_is_called_none():
    assert said(effect(Bars(0.52, 0.46, 0.58))) == "In diesen Postfächern ist kein Zusammenhang zu sehen."
    assert said(effect(Bars(0.52, 0.46, 0.58)), "en") == "In these mailboxes no connection can be seen."


def test_wide_bars_are_called_open_not_disproof():
    assert "verdecken" in said(effect(Bars(0.55, 0.41, 0.69)))


def test_a_connection_is_said_in_shares_of_pairs():
    found = said(effect(Bars(0.71, 0.6, 0.8)))
    assert "geht hier mit dem Ergebnis einher" in found
    assert "71\xa0%" in found


def test_a_connection_the_wrong_way_warns():
    assert "falsche Richtung" in said(effect(Bars(0.31, 0.2, 0.4)))
    assert "wrong way" in said(effect(Bars(0.31, 0.2, 0.4)), "en")


def test_too_little_says_how_much_is_needed_and_what_was_left_out():
    found = said(effect(None, outcomes=5, judged=3))
    assert "Zu wenig, um etwas zu sagen: 20 gute und 18 schlechte" in found
    assert "Zu 2 weiteren Ergebnissen" in found


@pytest.mark.parametrize(
    ("slower", "reads"),
    [
        (Bars(0.8, 0.7, 0.9), "weniger als bei den anderen"),
        (Bars(1.2, 1.1, 1.4), "mehr als bei den anderen"),
        (Bars(0.9, 0.7, 1.1), "kein Unterschied zu sehen"),
    ],
)
def test_a_difference_is_read_by_its_bars_alone(slower: Bars, reads: str):
    answers = AnswerEffect(30, 300, 9.0, Bars(0.0, -0.1, 0.1), slower, None)
    told = differences_of(answers, Speaker("de", WORDS), Formats("de", UTC, NOW))
    assert [each.reads for each in told] == ["kein Unterschied zu sehen", reads, ""]
    assert told[2].difference == "zu wenige"


def test_corrections_in_one_direction_are_said_to_lean():
    t, f = Speaker("en", WORDS), Formats("en", UTC, NOW)
    assert corrected_in_words(Corrected(), t, f, 5) == ["Nobody has corrected a grade yet."]
    assert "too kind" in corrected_in_words(Corrected(1, 11, 0, Bars(0.08, 0.0, 0.3)), t, f, 5)[1]
    assert "too strict" in corrected_in_words(Corrected(11, 1, 0, Bars(0.92, 0.7, 1.0)), t, f, 5)[1]
    assert "fewer than 5 users" in corrected_in_words(None, t, f, 5)[0]


def report() -> EffectReport:
    thirds = tuple(Third(low, low + 19, 20, Bars(low / 100, 0.1, 0.9)) for low in (20, 40, 60))
    return EffectReport(
        grades=(
            GradeEffect("csat", 64, 60, 40, 30, 30, Bars(0.7, 0.6, 0.8), Bars(0.55, 0.45, 0.65), None, thirds),
            GradeEffect("won", 4, 4, 4, 2, 2),
        ),
        answers=AnswerEffect(3, 12),
        segments=Groups((Group("Handwerk", 12, 58, 52, 64), Group("Labor", 6, 49, 40, 58))),
        mailboxes=Groups((), 1),
        corrected=Corrected(2, 1, 0),
    )


def test_without_a_report_the_page_says_so(client: FlaskClient):
    assert "Noch nicht gerechnet." in text_of(client, "effect", "de")
    assert "Not worked out yet." in text_of(client, "effect", "en")


def test_the_page_shows_what_was_found(client: FlaskClient, office: Office):
    office.store.effect.keep(StoredReport("1", NOW, report().to_json()))
    page = text_of(client, "effect", "de")
    for part in (
        "0,70 (90 %: 0,60 bis 0,80)",
        "Zu wenig, um etwas zu sagen: 2 gute und 2 schlechte",
        "60–79 60 % (10 %–90 %)",
        "damit niemandes Arbeit beobachtet werden kann",
        "Handwerk 12 58",
        "1 Gruppe wird nicht gezeigt",
        "2 nach oben, 1 nach unten",
        "Die Bereiche überlappen sich",
    ):
        assert part in page
    assert "0.70 (90%: 0.60 to 0.80)" in text_of(client, "effect", "en")


def test_a_report_of_another_version_counts_as_none(client: FlaskClient, office: Office):
    office.store.effect.keep(StoredReport("1", NOW, report().to_json().replace('"version":2', '"version":0')))
    assert "Not worked out yet." in text_of(client, "effect")


@pytest.mark.parametrize("page", ["effect", "mailboxes", "rules", "export", "export/customers"])
def test_who_did_not_sign_in_sees_nothing(office: Office, page: str):
    strange = create_app(replace(office.services, demo=False)).test_client()
    answer = strange.get(f"/dashboard/{page}")
    assert answer.status_code == 303
    assert "/dashboard/sign-in" in answer.headers["Location"]
