"""Grade, trend and phase of a relationship in a sentence, and promises with their day, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from coach.relationship.phase import Phase
from coach.relationship.signal import Words
from server.store import Correction, OpenMatter, RelationshipFigures

STEADY = 3.0  # points of the index that are no trend yet
PHASES: Mapping[str, Words] = {
    Phase.OPPORTUNITY: {"de": "Gelegenheit", "en": "opportunity"},
    Phase.ACQUAINTANCE: {"de": "Bekanntschaft", "en": "acquaintance"},
    Phase.DEEPENING: {"de": "Vertiefung", "en": "deepening"},
    Phase.TRUST: {"de": "Vertrauen", "en": "trust"},
    Phase.CLOSE: {"de": "enge Verbundenheit", "en": "close"},
}
TRENDS: Mapping[int, Words] = {
    1: {"de": "steigend", "en": "rising"},
    0: {"de": "stabil", "en": "steady"},
    -1: {"de": "fallend", "en": "falling"},
}
UNKNOWN: Words = {"de": "noch zu wenig Mails für eine Note", "en": "too little mail for a grade yet"}
CORRECTED: Words = {"de": "von Hand gesetzt, berechnet {computed}", "en": "set by hand, computed {computed}"}
A_MOMENT = timedelta(seconds=1)
MONTHS = {
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}


def direction(trend: float | None) -> int | None:
    """1 where the index rises, -1 where it falls, 0 where it stays; None where nobody can tell."""
    if trend is None:
        return None
    return 0 if abs(trend) < STEADY else 1 if trend > 0 else -1


def standing_in_words(figures: RelationshipFigures, correction: Correction | None) -> Words:
    """ "B, 56 von 100 (46–65), steigend; Phase: Vertrauen"."""
    return {code: _standing(figures, correction, code) for code in ("de", "en")}


def _standing(figures: RelationshipFigures, correction: Correction | None, code: str) -> str:
    parts = []
    if correction:
        parts.append(f"{correction.letter} ({CORRECTED[code].format(computed=figures.letter or '–')})")
    elif not figures.letter:
        parts.append(UNKNOWN[code])
    else:
        parts.append(figures.letter)
    if figures.score is not None and figures.low is not None and figures.high is not None:
        of = "von" if code == "de" else "of"
        parts.append(f"{figures.score:.0f} {of} 100 ({figures.low:.0f}–{figures.high:.0f})")
    moved = direction(figures.trend)
    if figures.letter and moved is not None:
        parts.append(TRENDS[moved][code])
    said = ", ".join(parts)
    phase = PHASES.get(figures.phase)
    return f"{said}; Phase: {phase[code]}" if phase else said


def promise_in_words(promise: OpenMatter, now: datetime) -> Words:
    """What was promised, with the day on which it is due; without its words where they are no longer kept."""
    return {code: _promise(promise, now, code) for code in ("de", "en")}


def _promise(promise: OpenMatter, now: datetime, code: str) -> str:
    gone = {"de": "Text nicht mehr gespeichert", "en": "text no longer kept"}
    said = f"„{promise.text}“" if code == "de" else f"“{promise.text}”"
    text = said if promise.text else gone[code]
    due = promise.matter.due
    if due is None:
        return text
    day = _day(due - A_MOMENT, code)  # what is due by the end of a day is late from the next midnight on
    if due < now:
        return f"{text} – {'überfällig, war fällig bis' if code == 'de' else 'overdue, was due by'} {day}"
    return f"{text} – {'fällig bis' if code == 'de' else 'due by'} {day}"


def _day(moment: datetime, code: str) -> str:
    month = MONTHS[code][moment.month - 1]
    return f"{moment.day}. {month}" if code == "de" else f"{month} {moment.day}"
