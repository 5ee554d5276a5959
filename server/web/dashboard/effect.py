"""/dashboard/effect: whether grades go with outcomes here, fitting mails with answers; groups side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response

from server.access import Right
from server.effect.answers import LEAST_CUSTOMERS as LEAST_COMPARED
from server.effect.answers import AnswerEffect
from server.effect.association import Bars
from server.effect.corrected import Corrected
from server.effect.grades import LEAST_CUSTOMERS, LEAST_EACH, GradeEffect
from server.effect.groups import LEAST_CUSTOMERS as LEAST_GROUP
from server.effect.report import EffectReport
from server.web.dashboard.effect_words import WORDS
from server.web.dashboard.formats import Formats
from server.web.dashboard.frame import Page, access, formats, services, shown, speaker
from server.web.dashboard.wording import Speaker

PAGE = Page("effect", WORDS, needs=Right.AGGREGATES, place=50)
MEDIUM = 0.65  # an AUC up to which a connection is a weak one; bars beyond it have not ruled out a medium one


@dataclass(frozen=True, slots=True)
class ShownGrade:
    """What one question showed, in words and figures."""

    effect: GradeEffect
    sentences: tuple[str, ...]
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """One difference between better fitting mails and the others."""

    measured: str
    difference: str
    reads: str


@PAGE.routes.get("/effect")
def show() -> Response:
    """The last report, or that there is none yet."""
    stored = services().store.effect.latest(sight=access().sight)
    report = EffectReport.from_json(stored.body) if stored else None
    council = services().council()
    if report is not None and not report.suits(council):
        report = None
    t, f = speaker(), formats()
    return shown(
        "effect.html",
        report=report,
        sees_all=access().sight.is_everything,
        computed_at=stored.computed_at if stored else None,
        grades=[shown_grade(each, t, f) for each in report.grades] if report else [],
        differences=differences_of(report.answers, t, f) if report else [],
        corrected=corrected_in_words(report.corrected, t, f, council.min_group) if report else [],
        least_people=council.min_group,
        least_compared=LEAST_COMPARED,
        least_group=LEAST_GROUP,
    )


def shown_grade(effect: GradeEffect, t: Speaker, f: Formats) -> ShownGrade:
    """One question as it is shown."""
    return ShownGrade(effect, verdict_in_words(effect, t, f), _figures(effect, t, f))


def verdict_in_words(effect: GradeEffect, t: Speaker, f: Formats) -> tuple[str, ...]:
    """What may be said by these figures, in sentences."""
    found = []
    if effect.auc is None:
        counts = {"good": f.number(effect.good), "bad": f.number(effect.bad)}
        found.append(t("too_little", **counts, least=LEAST_EACH, customers=LEAST_CUSTOMERS))
    else:
        found.append(t(effect.verdict, share=f.percent(effect.auc.value)))
        if effect.verdict == "none" and effect.auc.high > MEDIUM:
            found.append(t("none_wide"))
    if without := effect.outcomes - effect.judged:
        found.append(t("without_index", n=without))
    return tuple(found)


def _figures(effect: GradeEffect, t: Speaker, f: Formats) -> tuple[tuple[str, str], ...]:
    if effect.auc is None:
        return ()
    known = [(t("auc"), effect.auc), (t("earlier"), effect.earlier), (t("rank"), effect.rank)]
    rows = [(name, _ninety(each, t, lambda value: f.number(value, 2))) for name, each in known if each is not None]
    basis = t("basis", n=effect.good + effect.bad, customers=f.number(effect.customers))
    return (*rows, (t("based_on"), basis))


def differences_of(effect: AnswerEffect, t: Speaker, f: Formats) -> list[ShownDifference]:
    """The differences in answers, each with what it means."""
    if effect.answered is None:
        return []
    rows: list[tuple[str, Bars | None, float, Callable[[float], str]]] = [
        ("answered", effect.answered, 0.0, lambda value: f.signed(100 * value, 0)),
        ("slower", effect.slower, 1.0, lambda value: t("in_percent", value=f.signed(100 * (value - 1), 0))),
        ("warmer", effect.warmer, 0.0, lambda value: f.signed(value, 2)),
    ]
    found = []
    for name, each, zero, written in rows:
        if each is None:
            found.append(ShownDifference(t(name), t("too_few"), ""))
            continue
        difference = _ninety(each, t, written)
        reads = {1: "differs_more", -1: "differs_less", 0: "differs_not"}[each.clears(zero)]
        found.append(
            ShownDifference(t(name), t("in_points", value=difference) if name == "answered" else difference, t(reads))
        )
    return found


def corrected_in_words(found: Corrected | None, t: Speaker, f: Formats, least: int) -> list[str]:
    """What corrections say, in sentences; they need `least` users."""
    if found is None:
        return [t("corrected_withheld", least=least)]
    if not found.better + found.worse + found.same:
        return [t("corrected_none")]
    counts = {name: f.number(getattr(found, name)) for name in ("better", "worse", "same")}
    said = [t("corrected_counts", **counts)]
    if found.raised is not None:
        leaning = {1: "leaning_strict", -1: "leaning_kind", 0: "leaning_none"}[found.leaning]
        said.append(t(leaning, share=f.percent(found.raised.value)))
    return said


def _ninety(found: Bars, t: Speaker, written: Callable[[float], str]) -> str:
    return t("ninety", value=written(found.value), low=written(found.low), high=written(found.high))
