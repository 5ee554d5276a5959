"""Makes a rule of the tables of a rule file, and reports all that is wrong about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from coach.collect import collect
from coach.condition import Condition, ConditionError, condition
from coach.dimension import Dimension
from coach.kind import Kind, Options
from coach.overlay import with_lists
from coach.relationship.signal import Signal
from coach.rewriter import Rewriter
from coach.rule import GAP, Rule
from coach.rule_problems import Keys, choice, meant, mistakes
from coach.rule_text import RuleText

GAPS = frozenset({"who", "old", "new", "count", "most", "need", "form", "usual", "now"})

Report = Callable[[Keys, str], None]
"""Takes the keys of a mistake and what is wrong there."""

WordLists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What rule files may name."""

    kinds: Mapping[str, Kind]
    dimensions: Mapping[str, Dimension]
    rewriters: Mapping[str, Rewriter]
    signals: Mapping[str, Signal]

    @classmethod
    def installed(cls) -> Known:
        """All that is there."""
        return cls(
            collect("coach.kinds", Kind),
            {each.name: each for each in collect("coach.dimensions", Dimension).values()},
            collect("coach.rewrites", Rewriter),
            {each.name: each for each in collect("coach.relationship.signals", Signal).values()},
        )


def make(tables: Mapping[str, Any], known: Known, words: WordLists, report: Report) -> Rule | None:
    """The rule that these tables make; None after reporting what is wrong. `words` are the admin's own lists."""
    wrong: list[tuple[Keys, str]] = []
    says = _shaped(tables, wrong)
    kind = known.kinds.get(str(tables.get("kind")))
    if kind is None and "kind" in tables:
        wrong.append((("kind",), f"there is no kind {tables['kind']!r}.{choice(str(tables['kind']), known.kinds)}"))
    options = _options(tables.get("options", {}), kind, words, wrong) if kind else None
    if says is not None and kind is not None and options is not None:
        wrong += _beyond_shape(says, kind, options, known)
        wrong += _texts(says, kind)
        if kind.rewrites and not says.rewrite:
            wrong.append((("rewrite",), f"is missing: a rule of kind {says.kind!r} is nothing without a rewriter"))
    when = _condition(tables.get("when"), known, wrong)
    rewrite = tables.get("rewrite")
    if rewrite and rewrite not in known.rewriters:
        wrong.append((("rewrite",), f"there is no rewriter {rewrite!r}.{choice(str(rewrite), known.rewriters)}"))
    for keys, what in wrong:
        report(keys, what)
    if wrong or says is None or kind is None:
        return None
    return Rule(
        says.id,
        kind,
        says.kind,
        says.topic,
        frozenset(says.languages),
        says.severity,
        says.rank,
        says.hold,
        says.message,
        says.reason,
        options,
        when,
        known.rewriters.get(says.rewrite),
        frozenset(says.rewrite_only),
    )


def _shaped(tables: Mapping[str, Any], wrong: list[tuple[Keys, str]]) -> RuleText | None:
    try:
        return RuleText.model_validate(tables)
    except ValidationError as error:
        wrong += mistakes(error, RuleText)
        return None


def _options(given: object, kind: Kind, words: WordLists, wrong: list[tuple[Keys, str]]) -> Options | None:
    try:
        return kind.options.model_validate(with_lists(given, words))
    except KeyError as error:
        name = str(error.args[0])
        wrong.append((("options",), f"coaching.toml has no word list {name!r} in [words].{meant(name, words)}"))
    except ValidationError as error:
        wrong += [(("options", *keys), what) for keys, what in mistakes(error, kind.options)]
    return None


def _beyond_shape(says: RuleText, kind: Kind, options: Options, known: Known) -> Iterator[tuple[Keys, str]]:
    for each in kind.dimensions(options):
        if each not in known.dimensions:
            yield ("options", "dimension"), f"there is no dimension {each!r}.{meant(each, known.dimensions)}"
    for name in kind.by_language:
        for code in says.languages:
            if not getattr(options, name).get(code):
                yield ("options", name), f"has nothing for {code!r}, which is one of the rule's languages"


def _condition(text: object, known: Known, wrong: list[tuple[Keys, str]]) -> Condition | None:
    if not isinstance(text, str) or not text:
        return None
    try:
        return condition(text, frozenset(known.dimensions))
    except ConditionError as error:
        wrong += [(("when",), what) for what in error.problems]
        return None


def _texts(says: RuleText, kind: Kind) -> Iterator[tuple[Keys, str]]:
    for name, texts in (("message", says.message), ("reason", says.reason)):
        missing = sorted({"de", "en"} - texts.keys())
        if missing and (texts or name == "message" or not kind.tells_why):
            yield (name,), f"has no text for {' and '.join(missing)}"
        for code, text in texts.items():
            for gap in sorted(set(GAP.findall(text)) - GAPS):
                yield (name, code), f"nothing fills {{{gap}}}.{choice(gap, sorted(GAPS))}"
