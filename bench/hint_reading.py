"""Draws suggestions to be read by people who do not know the code; no rule is named."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from hint_cases import Case

from coach import Coach
from coach.model import Edit, Span, Suggestion

EACH_LANGUAGE = 50
OF_ONE_RULE = 8
SHOWN = 1_200  # characters of a mail
SHOWN_HABIT = 350
HABITS = ("greeting", "closing", "address_form", "formality", "message_length", "sentence_length", "emoji")

T = TypeVar("T")


class Applied(Protocol):
    """What a reader is shown of a suggestion that was applied."""

    @property
    def case(self) -> Case: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def suggestion(self) -> Suggestion: ...


def write_applied(coach: Coach, steps: Sequence[Applied], folder: Path, seed: int) -> None:
    """reading_applied.md: changes with what stood there before."""
    drawn = _drawn(steps, lambda step: (step.case.language, step.suggestion.rule_id), seed)
    key = [step.suggestion.rule_id for step in drawn]
    parts = ["# Would a native writer send what is written after the change?\n"]
    parts.append("Words in [square brackets] are for the writer to fill in.\n")
    for number, step in enumerate(drawn, 1):
        edits = sorted(step.suggestion.edits, key=lambda each: each.span)
        parts.append(f"## {number} ({step.case.language})\n\n{_customer(coach, step.case)}\n")
        parts.append(f"**Before**\n\n{_fenced(_marked(step.before, [each.span for each in edits]))}\n")
        parts.append(f"**After**\n\n{_fenced(_marked(step.after, _written(edits)))}\n")
    _write(folder, "applied", parts, key)


def write_hints(coach: Coach, hints: Sequence[tuple[Case, Suggestion]], folder: Path, seed: int) -> None:
    """reading_hints.md: hints beside their drafts."""
    drawn = _drawn(hints, lambda one: (one[0].language, one[1].rule_id), seed)
    key = [hint.rule_id for _, hint in drawn]
    parts = ["# Is this hint right and worth showing beside this draft?\n"]
    for number, (case, hint) in enumerate(drawn, 1):
        code = case.language
        who = case.context.name or {"de": "Der Kunde", "en": "The customer"}[code]
        parts.append(f"## {number} ({code})\n\n{_customer(coach, case)}\n")
        if case.context.reply_to:
            parts.append(f"**The mail that is answered**\n\n{_fenced(_cut(case.context.reply_to, SHOWN))}\n")
        places = sorted(each.span for each in hint.edits) or [hint.span]
        parts.append(f"**Draft** (the hint points at ⟦ ⟧)\n\n{_fenced(_marked(case.text, places))}\n")
        parts.append(f"**Hint**: {hint.message[code]} — {hint.reason[code].replace('{who}', who)}\n")
        if hint.edits:
            offered = "; ".join(f"`{_line(each.span.of(case.text))}` → `{_line(each.text)}`" for each in hint.edits)
            parts.append(f"Offered instead: {offered}\n")
    _write(folder, "hints", parts, key)


def _write(folder: Path, name: str, parts: Sequence[str], key: Sequence[str]) -> None:
    (folder / f"reading_{name}.md").write_text("\n".join(parts), encoding="utf-8")
    lines = "\n".join(f"{number} {rule}" for number, rule in enumerate(key, 1))
    (folder / f"key_{name}.txt").write_text(lines + "\n", encoding="utf-8")


def _drawn(every: Sequence[T], of: Callable[[T], tuple[str, str]], seed: int) -> list[T]:
    """Fifty of each language in a random order, at most eight of one rule; where that is too few, eight in each
    language."""
    shuffled = random.Random(seed).sample(list(every), len(every))
    languages: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    chosen: list[T] = []
    for fill in (False, True):
        for each in [one for one in shuffled if not any(one is other for other in chosen)]:
            language, rule = of(each)
            many = both[language, rule] if fill else rules[rule]
            if languages[language] < EACH_LANGUAGE and many < OF_ONE_RULE:
                languages[language] += 1
                rules[rule] += 1
                both[language, rule] += 1
                chosen.append(each)
    return chosen


def _customer(coach: Coach, case: Case) -> str:
    words = "; ".join(_habits(coach, case))
    name = f" ({case.context.name})" if case.context.name else ""
    shown = "\n".join(_fenced(_cut(text, SHOWN_HABIT)) for text in case.habit[:2])
    return f"**Customer**{name}: {words}\n\nTwo of their mails:\n\n{shown}"


def _habits(coach: Coach, case: Case) -> Iterator[str]:
    """The customer's habits as the sidebar says them."""
    situation = coach.situation(case.text, case.profile, case.context, language=case.language)
    if situation is None:
        return
    for name in HABITS:
        if name in situation.deviations:
            dimension = coach.dimensions[name]
            usual = dimension.show(situation.deviations[name].usual, case.language)
            yield f"{dimension.label[case.language]}: {usual}"


def _written(edits: Sequence[Edit]) -> list[Span]:
    """Where the new words stand in the changed text."""
    found, moved = [], 0
    for each in edits:
        start = each.span.start + moved
        found.append(Span(start, start + len(each.text)))
        moved += len(each.text) - (each.span.end - each.span.start)
    return found


def _marked(text: str, spans: Sequence[Span]) -> str:
    """The text around these places, each between marks."""
    start, end = max(0, spans[0].start - SHOWN // 2), min(len(text), spans[-1].end + SHOWN // 2)
    shown, at = "[…] " if start else "", start
    for span in spans:
        shown += f"{text[at : span.start]}⟦{span.of(text)}⟧"
        at = span.end
    return shown + text[at:end] + (" […]" if end < len(text) else "")


def _line(text: str) -> str:
    return text.replace("\n", "⏎")


def _cut(text: str, most: int) -> str:
    return text.strip() if len(text) <= most else text[:most].strip() + " […]"


def _fenced(text: str) -> str:
    return f"~~~\n{text}\n~~~"
