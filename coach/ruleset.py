"""Reads rule files and the admin's overlay into a set of rules, and names every mistake in them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from coach import toml_lines
from coach.overlay import changed
from coach.relationship.grade import Grading
from coach.rule import Rule
from coach.rule_making import Known, Report, make
from coach.rule_problems import Keys, Problem, RuleError, meant, mistakes, named
from coach.rule_text import CoachingText, ExampleText, HintText, RuleChange, RuleText

PACKAGED = Path(__file__).resolve().parent.parent / "config"


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file as it was read: its name as shown, its text, and what it says with the overlay's changes."""

    name: str
    text: str = field(repr=False)
    says: RuleText
    examples: tuple[ExampleText, ...] = ()

    def line(self, *keys: str | int) -> int:
        """The line that sets this key."""
        return toml_lines.nearest_line(self.text, keys)


@dataclass(frozen=True, slots=True)
class Segment:
    """Customers that belong together, by mail domain and by address; `rhythm` is how often they want to be heard."""

    name: str
    domains: frozenset[str]
    addresses: frozenset[str]
    rhythm: timedelta | None = None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules of an installation. `files` has every file, also of rules that are off; `rules` those that are on."""

    rules: tuple[Rule, ...]
    files: tuple[RuleFile, ...] = ()
    hints: HintText = field(default_factory=lambda: HintText.model_validate({}))
    weights: Mapping[str, float] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    grading: Grading = field(default_factory=Grading)
    apart: Mapping[tuple[str, str], tuple[Rule, ...]] = field(default_factory=dict)
    stamp: str = ""

    def of(self, segment: str = "", mailbox: str = "") -> tuple[Rule, ...]:
        """The rules for a customer of this segment, written to from this mailbox; the mailbox has the last word."""
        known = {name for name, _ in self.apart} | {""}, {name for _, name in self.apart} | {""}
        return self.apart.get(
            (segment if segment in known[0] else "", mailbox.lower() if mailbox.lower() in known[1] else ""), self.rules
        )

    def rhythm_of(self, segment: str) -> timedelta | None:
        """How often customers of this segment want to be heard, where the admin says so."""
        return next((each.rhythm for each in self.segments if each.name == segment), None)

    def segment_of(self, address: str) -> str:
        """The segment of the customer with this address; empty where there is none."""
        lower = address.lower()
        domain = lower.rpartition("@")[2]
        for each in self.segments:
            if lower in each.addresses:
                return each.name
        return next((each.name for each in self.segments if domain in each.domains), "")


@dataclass(frozen=True, slots=True)
class _Source:
    """A TOML file: its name as shown, its text and its tables."""

    name: str
    text: str = field(repr=False)
    tables: Mapping[str, Any] = field(repr=False)

    def problem(self, keys: Keys, what: str) -> Problem:
        return Problem(self.name, toml_lines.nearest_line(self.text, keys), named(keys), what)


def read(
    folders: Iterable[Path] = (PACKAGED / "rules",),
    overlay: Path | None = None,
    *,
    known: Known | None = None,
    instead: Iterable[Path] = (),
) -> RuleSet:
    """The rules of these folders as the overlay changes them; RuleError with every mistake in any of the files.

    `instead` are files whose rules come in addition, or instead of the ones of the same id.
    """
    known = known or Known.installed()
    problems: list[Problem] = []
    sources = [
        source
        for folder in folders
        for path in sorted(folder.glob("*.toml"))
        if (source := _source(path, problems)) is not None
    ]
    given = [source for path in instead if (source := _source(path, problems)) is not None]
    taken = {each.tables["id"] for each in given if isinstance(each.tables.get("id"), str)}
    sources = [each for each in sources if str(each.tables.get("id")) not in taken]
    above = _source(overlay, problems) if overlay is not None and overlay.is_file() else None
    coaching = _coaching(above, problems) if above else CoachingText()
    files = _files(sources, known, problems)
    files += _files(given, known, problems, named_so=False)
    sources += given
    if above:
        problems += _unknown_names(above, {each.says.id for each in files}, known)
    sets = {("", ""): _all_rules(files, sources, above, coaching, [coaching.rules], problems, known)}
    for segment, mailbox, changes in _apart(coaching):
        sets[segment, mailbox] = _all_rules(files, sources, above, coaching, changes, problems, known)
    if problems:
        raise RuleError(problems)
    rules = sets.pop(("", ""))
    segments = tuple(
        Segment(
            name,
            frozenset(map(str.lower, each.domains)),
            frozenset(map(str.lower, each.addresses)),
            timedelta(days=each.contact_days) if each.contact_days else None,
        )
        for name, each in coaching.segments.items()
    )
    graded = coaching.relationship
    grading = Grading(graded.a_from, graded.c_below, graded.least_mails, graded.weights)
    return RuleSet(rules, tuple(files), coaching.hints, coaching.weights, segments, grading, sets)


def read_file(
    path: Path, *, known: Known | None = None, words: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[RuleFile, Rule]:
    """One rule file by itself; RuleError with every mistake in it."""
    problems: list[Problem] = []
    source = _source(path, problems)
    found = read_text(source.text, source.name, known=known, words=words) if source else None
    if found is None:
        raise RuleError(problems)
    return found


def read_text(
    text: str, name: str, *, known: Known | None = None, words: Mapping[str, tuple[str, ...]] | None = None
) -> tuple[RuleFile, Rule]:
    """One rule from the text of its file; RuleError with every mistake in it."""
    problems: list[Problem] = []
    known = known or Known.installed()
    source = _parsed(name, text, problems)
    files = _files([source], known, problems, named_so=False) if source else []
    rule = None
    if source and files:
        rule = make(
            dict(source.tables), known, words or {}, lambda keys, what: problems.append(source.problem(keys, what))
        )
    if problems or rule is None:
        raise RuleError(problems)
    return files[0], rule


def _source(path: Path, problems: list[Problem]) -> _Source | None:
    name = _shown(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(Problem(name, line, "", "the file is not UTF-8: save it with that encoding"))
        return None
    except OSError as error:
        problems.append(Problem(name, 1, "", f"the file cannot be read: {error.strerror}"))
        return None
    return _parsed(name, text, problems)


def _parsed(name: str, text: str, problems: list[Problem]) -> _Source | None:
    try:
        return _Source(name, text, toml_lines.loads(text))
    except toml_lines.TomlError as error:
        problems.append(Problem(name, error.line, "", f"this is not TOML: {error}"))
        return None


def _shown(path: Path) -> str:
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path) if PACKAGED not in path.parents else f"config/{path.relative_to(PACKAGED)}"


def _validated(source: _Source, tables: Any, shape: type[BaseModel], problems: list[Problem], within: Keys = ()) -> Any:
    try:
        return shape.model_validate(tables)
    except ValidationError as error:
        problems += [source.problem((*within, *keys), what) for keys, what in mistakes(error, shape)]
        return None


def _coaching(source: _Source, problems: list[Problem]) -> CoachingText:
    return _validated(source, source.tables, CoachingText, problems) or CoachingText()


def _files(
    sources: Iterable[_Source], known: Known, problems: list[Problem], *, named_so: bool = True
) -> list[RuleFile]:
    found: list[RuleFile] = []
    seen: dict[str, str] = {}
    for source in sources:
        says = _validated(source, source.tables, RuleText, problems)
        if says is None:
            make(source.tables, known, {}, lambda keys, what, at=source: problems.append(at.problem(keys, what)))  # type: ignore[misc]
            continue
        if named_so and says.id != Path(source.name).stem:
            problems.append(
                source.problem(("id",), f"{says.id!r} is not the file's name: write {Path(source.name).stem!r}")
            )
        if says.id in seen:
            problems.append(source.problem(("id",), f"{says.id!r} is also the id of {seen[says.id]}: ids are unique"))
        seen[says.id] = source.name
        found.append(RuleFile(source.name, source.text, says, says.examples))
    return found


def _unknown_names(source: _Source, ids: set[str], known: Known) -> Iterator[Problem]:
    """Rules and dimensions that the overlay speaks of and that are not there; asked of the tables as they stand, so
    that these are named beside mistakes in its shape."""
    for keys in _tables_of_rules(source.tables):
        for each in _table(source.tables, keys).keys() - ids:
            yield source.problem((*keys, each), f"there is no such rule.{meant(each, ids)}")
    for each in _table(source.tables, ("weights",)).keys() - known.dimensions.keys():
        yield source.problem(("weights", each), f"there is no such dimension.{meant(each, known.dimensions)}")
    for each in _table(source.tables, ("relationship", "weights")).keys() - known.signals.keys():
        where = ("relationship", "weights", each)
        yield source.problem(where, f"there is no such signal.{meant(each, known.signals)}")


def _tables_of_rules(tables: Mapping[str, Any]) -> Iterator[Keys]:
    yield ("rules",)
    for group in ("segments", "mailboxes"):
        yield from ((group, name, "rules") for name in _table(tables, (group,)))


def _table(tables: Mapping[str, Any], keys: Keys) -> Mapping[str, Any]:
    here: Any = tables
    for key in keys:
        here = here.get(key) if isinstance(here, Mapping) else None
    return here if isinstance(here, Mapping) else {}


def _apart(coaching: CoachingText) -> Iterator[tuple[str, str, list[Mapping[str, RuleChange]]]]:
    """Each pair of segment and mailbox for which something is different, with the changes in order."""
    segments = {"": {}, **{name: each.rules for name, each in coaching.segments.items() if each.rules}}
    mailboxes = {"": {}, **{name.lower(): each.rules for name, each in coaching.mailboxes.items() if each.rules}}
    for segment, of_segment in segments.items():
        for mailbox, of_mailbox in mailboxes.items():
            if segment or mailbox:
                yield segment, mailbox, [coaching.rules, of_segment, of_mailbox]


def _all_rules(
    files: Iterable[RuleFile],
    sources: Iterable[_Source],
    above: _Source | None,
    coaching: CoachingText,
    changes: list[Mapping[str, RuleChange]],
    problems: list[Problem],
    known: Known,
) -> tuple[Rule, ...]:
    by_name = {each.name: each for each in sources}
    found = []
    for file in files:
        source = by_name[file.name]
        tables = dict(source.tables)
        for each in changes:
            if file.says.id in each:
                tables = changed(tables, each[file.says.id].model_dump(exclude_unset=True, mode="json"))
        rule = make(tables, known, coaching.words, _blaming(source, above, file.says.id, problems))
        if rule is not None and tables.get("on", True):
            found.append(rule)
    return tuple(found)


def _blaming(source: _Source, above: _Source | None, rule_id: str, problems: list[Problem]) -> Report:
    """Lays a mistake at the door of the file that says so: the overlay's where it sets the key, else the rule's."""

    def report(keys: Keys, what: str) -> None:
        over = ("rules", rule_id, *keys)
        if above is not None and toml_lines.line_of(above.text, over) is not None:
            problems.append(above.problem(over, what))
        else:
            problems.append(source.problem(keys, what))

    return report
