"""The report comes back from its JSON as it was."""

from __future__ import annotations

import json

from server.effect.answers import AnswerEffect
from server.effect.association import Bars
from server.effect.corrected import Corrected
from server.effect.grades import GradeEffect, Third
from server.effect.groups import Group, Groups
from server.effect.report import EffectReport

REPORT = EffectReport(
    grades=(
        GradeEffect("csat", 40, 38, 30, 20, 18, Bars(0.6, 0.5, 0.7), None, Bars(0.2, 0.0, 0.4),
                    (Third(20, 40, 12, Bars(0.4, 0.2, 0.6)),)),
        GradeEffect("won", 3, 2, 2, 1, 1),
    ),
    answers=AnswerEffect(25, 200, 12.5, Bars(0.1, 0.0, 0.2), None, Bars(0.3, 0.1, 0.5)),
    segments=Groups((Group("crafts", 7, 55, 50, 60),), 1),
    mailboxes=Groups(),
    corrected=Corrected(8, 4, 1, Bars(0.67, 0.4, 0.85)),
    left_out=3,
)  # fmt: skip


def test_a_report_comes_back_as_it_was():
    assert EffectReport.from_json(REPORT.to_json()) == REPORT


def test_a_report_of_another_version_is_none():
    said = json.loads(REPORT.to_json())
    assert EffectReport.from_json(json.dumps(said | {"version": 0})) is None
