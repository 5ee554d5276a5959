"""Who is in danger, who is ripe, who was forgotten: how strongly, why, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from coach.relationship.content import wants_answer
from coach.relationship.exchange import DAY, Exchange, Turn
from coach.relationship.grade import MIDDLE, Grade, Share
from coach.relationship.saying import both, lasting
from coach.relationship.signal import Point, Words
from coach.relationship.signals.complaints import OPEN, fate_of, is_complaint
from coach.relationship.signals.loyalty import REASONS
from coach.relationship.steps import Step, lately, said_lately, step_for

GOING = {"leaving": 30.0, "rival": 18.0, "escalation": 20.0, "distance": 8.0}
COMING = {"buying": 26.0, "growth": 16.0, "long_term": 14.0, "recommends": 14.0, "praise": 5.0}
PLAIN = ("leaving", "escalation")  # so clear that no other mail is needed
SILENT = ("silence", "rhythm")  # the signals that only say how long nobody wrote
COMPLAINS = 10.0  # what an open complaint adds
FROM = 25.0  # of 100, where a customer is put on a list
STRONG_SHARE = -2.0  # points of the index that are a reason
MOST_REASONS = 4
LAST_MAILS = 3


class CaseKind(StrEnum):
    DANGER = "danger"
    RIPE = "ripe"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a customer is on a list, and the mails and words behind it; `signal` names what it comes from."""

    signal: str
    say: Words
    causes: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A customer on a list: how strongly (0-100), the reasons, the strongest first, and the next best step."""

    kind: CaseKind
    strength: float
    reasons: tuple[Reason, ...]
    step: Step


def cases_of(exchange: Exchange, grade: Grade) -> tuple[Case, ...]:
    """The lists that a customer belongs on; where there is too little mail for a grade, only for plain words."""
    danger = _danger(exchange, grade)
    if danger is not None:
        return (danger,)
    found = (_ripe(exchange, grade), _forgotten(exchange, grade))
    return tuple(each for each in found if each is not None)


def _danger(exchange: Exchange, grade: Grade) -> Case | None:
    marks = _lately_marked(exchange, GOING)
    if not grade.letter and not any(name in PLAIN for name, _, _ in marks):
        return None
    strength = max(MIDDLE - grade.index, 0.0) * 1.6 + sum(worth for _, _, worth in marks)
    strength += max(-(grade.trend or 0.0), 0.0) * 0.8
    strength += COMPLAINS * _complaint_open(exchange)
    against = [share for share in grade.shares if share.points <= STRONG_SHARE]
    if strength < FROM or not (against or marks):
        return None
    reasons = _said(marks, REASONS) + _of_shares(against, {reason for reason, _, _ in marks})
    return Case(
        CaseKind.DANGER, min(strength, 100.0), reasons[:MOST_REASONS], step_for(CaseKind.DANGER, exchange, grade)
    )


def _ripe(exchange: Exchange, grade: Grade) -> Case | None:
    marks = _lately_marked(exchange, COMING)
    wants = any(name in ("buying", "growth", "long_term") for name, _, _ in marks)
    if not wants or _lately_marked(exchange, GOING) or (grade.letter and grade.index < MIDDLE - 4):
        return None
    if _complaint_open(exchange):
        return None
    strength = sum(worth for _, _, worth in marks) + (grade.index - MIDDLE) * 0.8
    if strength < FROM:
        return None
    good = [share for share in grade.shares if share.points >= -STRONG_SHARE]
    reasons = _said(marks, REASONS) + _of_shares(good, {name for name, _, _ in marks})
    return Case(CaseKind.RIPE, min(strength, 100.0), reasons[:MOST_REASONS], step_for(CaseKind.RIPE, exchange, grade))


def _forgotten(exchange: Exchange, grade: Grade) -> Case | None:
    """Nobody has written for long, although nothing was wrong: the team could."""
    silence = next((share for share in grade.shares if share.signal == "silence"), None)
    besides = grade.index - sum(share.points for share in grade.shares if share.signal in SILENT)
    if not grade.letter or silence is None or silence.value > -0.4 or besides < MIDDLE - 8:
        return None
    if not exchange.turns or exchange.now - exchange.turns[-1].date < 30 * DAY:
        return None
    if _ended_badly(exchange) or _lately_marked(exchange, GOING):
        return None
    reason = Reason("silence", _silent(exchange), (Point(exchange.turns[-1].mail, silence.points),))
    strength = min(-silence.value * 60.0 + max(besides - MIDDLE, 0.0), 100.0)
    return Case(CaseKind.FORGOTTEN, strength, (reason,), step_for(CaseKind.FORGOTTEN, exchange, grade))


def _silent(exchange: Exchange) -> Words:
    quiet = exchange.now - exchange.turns[-1].date
    de = f"Seit {lasting(quiet, 'de', dative=True)} hat keine Seite mehr geschrieben"
    en = f"Neither side has written for {lasting(quiet, 'en')}"
    if any(wants_answer(each) for each in exchange.unanswered()):
        return both(
            f"{de}; die letzte Mail des Kunden blieb liegen.", f"{en}; the customer's last mail was left lying."
        )
    return both(f"{de}, obwohl nichts vorgefallen ist.", f"{en}, although nothing was wrong.")


def _ended_badly(exchange: Exchange) -> bool:
    """Whether one of the customer's last mails complains and was left standing, however long ago that was."""
    return any(_is_open_complaint(each, exchange) for each in exchange.customers[-LAST_MAILS:])


def _complaint_open(exchange: Exchange) -> bool:
    return any(_is_open_complaint(each, exchange) for each in lately(exchange))


def _is_open_complaint(turn: Turn, exchange: Exchange) -> bool:
    return exchange.note(is_complaint, turn) and fate_of(turn, exchange) == OPEN


def _lately_marked(exchange: Exchange, worth: dict[str, float]) -> list[tuple[str, Point, float]]:
    """(name, where, worth today) of what the customer said lately, each name once, what counts most first."""
    found: dict[str, tuple[str, Point, float]] = {}
    for name, most in worth.items():
        for turn in said_lately(exchange, name):
            today = most * exchange.weight(turn)
            if name not in found or found[name][2] <= today:
                found[name] = (name, Point(turn.mail, today, turn.trace.marks[name][0]), today)
    return sorted(found.values(), key=lambda each: -each[2])


def _said(marks: Sequence[tuple[str, Point, float]], words: dict[str, Words]) -> tuple[Reason, ...]:
    return tuple(Reason(name, words[name], (point,)) for name, point, _ in marks)


def _of_shares(shares: Sequence[Share], said: set[str]) -> tuple[Reason, ...]:
    """The reasons that signals give; loyalty says the same as the words that are named already."""
    return tuple(
        Reason(share.signal, share.say, share.causes) for share in shares if not (share.signal == "loyalty" and said)
    )
