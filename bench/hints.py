"""Do hints keep what they promise? The best three of each draft are applied one after the other and scored again.

    python bench/hints.py DATA_FOLDER [--seed 1] [--many 300] [--own] [--read FOLDER]

300 drafts: 150 answers on a public support list, to the author of the mail that is answered (8 mails or more); 150
German mails and posts, to customers made of other German mails (bench/hint_cases.py says how). With --own the drafts of
bench/hint_drafts.toml, which answer a mail of an invented customer. --read writes a drawing of applied suggestions and
of hints for readers who do not know the code; it holds the mail itself, so keep it out of the repository.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from hint_cases import Case, german_cases, own_cases, support_cases
from hint_reading import write_applied, write_hints

from coach import Coach
from coach.model import Assessment, Suggestion
from coach.rewriter import rewritten

STEPS = 3
ROUNDING = 0.05  # points: scores are shown whole, gains with one decimal


@dataclass(frozen=True, slots=True)
class Step:
    """One suggestion applied: the draft before and after, and the rules that speak up only afterwards."""

    case: Case
    before: str = field(repr=False)
    after: str = field(repr=False)
    suggestion: Suggestion
    raised: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """A draft with its first assessment and what came of applying."""

    case: Case
    first: Assessment = field(repr=False)
    steps: tuple[Step, ...] = field(repr=False)
    last: float | None
    took: float

    @property
    def gain(self) -> float | None:
        """Points from the first score to the last; None where nothing was applied or scored."""
        if not self.steps or self.first.score is None or self.last is None:
            return None
        return self.last - self.first.score


def tried(coach: Coach, case: Case) -> Tried:
    """The best suggestions with a change, up to three, one after the other; gaps for the rep are left aside."""
    start = time.perf_counter()
    first = coach.assess(case.text, case.profile, case.context, language=case.language)
    took = 1000 * (time.perf_counter() - start)
    text, now, steps = case.text, first, list[Step]()
    while len(steps) < STEPS and (best := _best(now)) is not None:
        changed = rewritten(text, best.edits)
        steps.append(Step(case, text, changed, best, _raised(coach, case, text, changed, best.rule_id)))
        text, now = changed, coach.assess(changed, case.profile, case.context, language=case.language)
    return Tried(case, first, tuple(steps), now.score, took)


def _best(found: Assessment) -> Suggestion | None:
    return next((each for each in found.suggestions if each.edits and not each.asks), None)


def _raised(coach: Coach, case: Case, before: str, after: str, applied: str) -> tuple[str, ...]:
    """Rules that speak up about the changed draft and had nothing to find before.

    A habit that was off before, and for which only now there is a change to offer, is none.
    """
    then, now = (coach.situation(text, case.profile, case.context, language=case.language) for text in (before, after))
    if then is None or now is None:
        return ()
    rules = [rule for rule in coach.rules.rules if rule.id != applied and not rule.finds(then)]
    return tuple(rule.id for rule in rules if any(rule.propose(now)) and not any(rule.propose(then)))


def report(name: str, every: Sequence[Tried]) -> None:
    gains = [each.gain for each in every if each.gain is not None]
    scored = sum(each.first.score is not None for each in every)
    print(f"\n## {name}: {len(every)} drafts, {scored} with a score")
    if gains:
        _report_gains(every, gains)
    _report_steps(every)
    shown = [len(each.first.suggestions) for each in every]
    print(f"hints per draft: {statistics.fmean(shown):.2f}, median {statistics.median(shown):g}; {_tally(shown)}")
    rules = Counter(hint.rule_id for each in every for hint in each.first.suggestions)
    print("by rule:", ", ".join(f"{rule} {many}" for rule, many in rules.most_common()))
    took = sorted(each.took for each in every)
    print(f"first assessment: median {statistics.median(took):.0f} ms, p95 {took[int(0.95 * (len(took) - 1))]:.0f} ms")


def _report_gains(every: Sequence[Tried], gains: Sequence[float]) -> None:
    higher = sum(gain > 0 for gain in gains)
    lower = sum(gain < -ROUNDING for gain in gains)
    same = len(gains) - higher - lower
    quartiles = statistics.quantiles(gains, n=4, method="inclusive") if len(gains) > 1 else [*gains] * 3
    print(f"something applied {len(gains)}: higher {higher} = {higher / len(gains):.3f}, same {same}, lower {lower}")
    print("gain in points: quartiles", " / ".join(f"{each:.1f}" for each in quartiles))
    suiting = [t.gain for t in every if t.gain is not None and any((s.suggestion.gain or 0) >= 0.5 for s in t.steps)]
    if suiting:
        print(f"with a change that suits the customer {len(suiting)}: higher {sum(g > 0 for g in suiting)}")


def _report_steps(every: Sequence[Tried]) -> None:
    steps = [step for each in every for step in each.steps]
    raised = Counter(rule for step in steps for rule in step.raised)
    print(f"applied {len(steps)}; hints added {raised.total()} {dict(raised) or ''}")
    rules = Counter(step.suggestion.rule_id for step in steps)
    print("applied by rule:", ", ".join(f"{rule} {many}" for rule, many in rules.most_common()))


def _tally(values: Iterable[int]) -> str:
    return ", ".join(f"{many} with {value}" for value, many in sorted(Counter(values).items()))


def _tried_all(coach: Coach, cases: Sequence[Case]) -> Iterator[Tried]:
    for number, case in enumerate(cases, 1):
        yield tried(coach, case)
        if number % 50 == 0:
            print(f"... {number} of {len(cases)}", flush=True)


def _gaps(found: Iterable[Tried]) -> Iterator[Step]:
    """What is offered with a gap for the rep to fill; shown to readers, never counted as applied."""
    for each in found:
        for hint in each.first.suggestions:
            if hint.asks:
                yield Step(each.case, each.case.text, rewritten(each.case.text, hint.edits), hint, ())


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--many", type=int, default=300)
    arguments.add_argument("--own", action="store_true", help="only the drafts of our own")
    arguments.add_argument("--read", type=Path, help="folder for the two files to be read")
    options = arguments.parse_args()
    coach = Coach.load()
    coach.warm_up()
    half, seed = options.many // 2, options.seed
    public = [] if options.own else support_cases(coach, options.folder, half, seed)
    public += [] if options.own else german_cases(coach, options.folder, half, seed)
    found = list(_tried_all(coach, [*public, *(own_cases(coach) if options.own or options.read else [])]))
    for source in dict.fromkeys(each.case.source for each in found):
        for language in ("de", "en"):
            mine = [each for each in found if (each.case.source, each.case.language) == (source, language)]
            if mine:
                report(f"{source}, {language}", mine)
    report("all", found)
    if options.read:
        write_applied(coach, [*_gaps(found), *(step for each in found for step in each.steps)], options.read, seed)
        write_hints(coach, [(each.case, hint) for each in found for hint in each.first.suggestions], options.read, seed)


if __name__ == "__main__":
    main()
