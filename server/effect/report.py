"""All that was found about the effect at one time, and its form in JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from server.effect.answers import AnswerEffect
from server.effect.association import Bars
from server.effect.corrected import Corrected
from server.effect.grades import GradeEffect, Third
from server.effect.groups import Group, Groups
from server.works_council import Council

VERSION = 2  # rises when the figures mean something else


@dataclass(frozen=True, slots=True)
class EffectReport:
    """What was found; `left_out` is how many outcomes were older than those that are looked at.

    `corrected` is None where too few people may correct grades. `withheld`: without what the team did, for too few
    people did it. `least` is how many the works-council mode wanted when this was worked out (0: it was off), `week`
    the Monday of what is said of the team, by `graded` customers.
    """

    grades: tuple[GradeEffect, ...]
    answers: AnswerEffect
    segments: Groups
    mailboxes: Groups
    corrected: Corrected | None
    left_out: int = 0
    withheld: bool = False
    least: int = 0
    week: str = ""
    graded: int = 0

    def suits(self, council: Council) -> bool:
        """Whether it holds nothing that the works-council mode, as it is by now, would withhold."""
        return not council.is_on or self.least >= council.min_group

    def to_json(self) -> str:
        """The report as it is stored."""
        return json.dumps({"version": VERSION, **asdict(self)}, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> EffectReport | None:
        """The report that `to_json` wrote; None for one of another version."""
        said = json.loads(text)
        if said.pop("version") != VERSION:
            return None
        return EffectReport(
            grades=tuple(_grade(each) for each in said["grades"]),
            answers=AnswerEffect(**_barred(said["answers"], "answered", "slower", "warmer")),
            segments=_groups(said["segments"]),
            mailboxes=_groups(said["mailboxes"]),
            corrected=Corrected(**_barred(said["corrected"], "raised")) if said["corrected"] else None,
            left_out=said["left_out"],
            withheld=said["withheld"],
            least=said["least"],
            week=said["week"],
            graded=said["graded"],
        )


def _grade(said: Mapping[str, Any]) -> GradeEffect:
    thirds = tuple(Third(**_barred(each, "good")) for each in said["thirds"])
    return GradeEffect(**{**_barred(said, "auc", "earlier", "rank"), "thirds": thirds})


def _groups(said: Mapping[str, Any]) -> Groups:
    return Groups(tuple(Group(**each) for each in said["shown"]), said["hidden"])


def _barred(said: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**said, **{name: Bars(**said[name]) if said[name] else None for name in names}}
