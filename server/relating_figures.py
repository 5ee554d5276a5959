"""What is stored of how a customer stands: the figures, and as JSON all that is behind them, without words of mails."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from coach.relationship.cases import Case, CaseKind
from coach.relationship.exchange import Exchange
from coach.relationship.grade import Grade
from coach.relationship.phase import Closeness
from coach.relationship.signal import Point
from server.relating_links import ends
from server.store import RelationshipFigures

MOST_CAUSES = 12


def figures_of(
    exchange: Exchange, grade: Grade, cases: Iterable[Case], closeness: Closeness, segment: str, kept: dict[str, Any]
) -> RelationshipFigures:
    by_kind = {each.kind: each for each in cases}
    strength = {kind: by_kind[kind].strength if kind in by_kind else 0.0 for kind in CaseKind}
    return RelationshipFigures(
        letter=grade.letter,
        score=grade.index if grade.letter else None,
        low=grade.band[0] if grade.letter else None,
        high=grade.band[1] if grade.letter else None,
        trend=grade.trend,
        phase=str(closeness.phase),
        danger=strength[CaseKind.DANGER],
        ripe=strength[CaseKind.RIPE],
        forgotten=strength[CaseKind.FORGOTTEN],
        mails=len(exchange.turns),
        segment=segment,
        body=json.dumps(_body(grade, by_kind, closeness) | kept, separators=(",", ":")),
    )


def _body(grade: Grade, cases: Mapping[CaseKind, Case], closeness: Closeness) -> dict[str, Any]:
    """All that is behind the figures: reasons in words of ours, mails by number, places in them; no words of mails."""
    return {
        "shares": [
            {
                "signal": share.signal,
                "points": round(share.points, 3),
                "most": share.most,
                "value": round(share.value, 4),
                "evidence": round(share.evidence, 2),
                "say": dict(share.say),
                "causes": _causes(share.causes),
            }
            for share in grade.shares
        ],
        "cases": {
            str(kind): {
                "strength": round(case.strength, 2),
                "step": case.step.name,
                "reasons": [
                    {"signal": each.signal, "say": dict(each.say), "causes": _causes(each.causes)}
                    for each in case.reasons
                ],
            }
            for kind, case in cases.items()
        },
        "closeness": {
            "phase": str(closeness.phase),
            "readiness": round(closeness.readiness, 3),
            "proofs": [
                {"name": each.name, "say": dict(each.label), "mail": each.mail, "span": ends(each.span)}
                for each in closeness.proofs
            ],
            "missing": [dict(each) for each in closeness.missing],
        },
    }


def _causes(points: Iterable[Point]) -> list[list[Any]]:
    """The points that move most: [mail, points, where in it]."""
    strongest = sorted(points, key=lambda each: -abs(each.share))[:MOST_CAUSES]
    return [[each.mail, round(each.share, 3), ends(each.span)] for each in strongest]
