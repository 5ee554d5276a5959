"""The rules in force: read from the files, and read again when one changed; a bad file leaves the last good ones."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from coach import ruleset
from coach.rule import Rule
from coach.rule_making import Known
from coach.rule_problems import RuleError
from coach.ruleset import PACKAGED, RuleFile, RuleSet

log = logging.getLogger(__name__)

LOOK_AGAIN = 1.0  # seconds; within two of them every process has a changed file

Stamp = tuple[tuple[str, int, int], ...]
"""Every file with its time of change in nanoseconds and its size."""


@dataclass(frozen=True, slots=True)
class RuleFiles:
    """Where rules come from: the shipped ones, folders of one's own, and the overlay."""

    folders: tuple[Path, ...] = ()
    overlay: Path | None = None

    @property
    def all_folders(self) -> tuple[Path, ...]:
        """The shipped rules first."""
        return (PACKAGED / "rules", *self.folders)

    def stamp(self) -> Stamp:
        """Differs when a file is added, changed or gone."""
        return tuple(sorted(state for path in self._paths() if (state := _state(path)) is not None))

    def _paths(self) -> Iterator[Path]:
        for folder in self.all_folders:
            yield from folder.glob("*.toml")
        if self.overlay is not None:
            yield self.overlay

    def read(self, known: Known, *, instead: Iterable[Path] = ()) -> RuleSet:
        """The rules as the files say; RuleError with every mistake in them.

        `instead` are files to be tried: their rules come in addition, or instead of the ones of the same id.
        """
        return ruleset.read(self.all_folders, self.overlay, known=known, instead=instead)


class Rulebook:
    """Keeps a coach's rules as the files say; safe between threads."""

    def __init__(
        self, files: RuleFiles, known: Known, use: Callable[[RuleSet], None], *, seconds: Callable[[], float]
    ) -> None:
        """`use` puts a rule set in force; `seconds` is a clock that only goes forward."""
        self.files = files
        self.problems: tuple[str, ...] = ()
        self._known = known
        self._use = use
        self._seconds = seconds
        self._looked: float | None = None
        self._stamp: Stamp | None = None
        self._lock = Lock()

    def refresh(self) -> None:
        """Looks whether a file changed, at most once a second, and reads them all again if so."""
        now = self._seconds()
        with self._lock:
            if self._looked is not None and now - self._looked < LOOK_AGAIN:
                return
            self._looked = now
            stamp = self.files.stamp()
            if stamp == self._stamp:
                return
            self._stamp = stamp
            self._read()

    def _read(self) -> None:
        try:
            found = self.files.read(self._known)
        except RuleError as error:
            self.problems = tuple(str(each) for each in error.problems)
            log.error(
                "%d mistakes in the rule files; the last good rules stay in force:\n%s", len(self.problems), error
            )
            return
        self.problems = ()
        self._use(found)
        log.info("%d rules are in force", len(found.rules))


def shipped_rules(known: Known) -> RuleSet:
    """The rules that come with Einklang; without those whose file was broken."""
    try:
        return ruleset.read(known=known)
    except RuleError:
        sound = list(_sound(known))
        return RuleSet(tuple(rule for _, rule in sound), tuple(file for file, _ in sound))


def _sound(known: Known) -> Iterator[tuple[RuleFile, Rule]]:
    for path in sorted((PACKAGED / "rules").glob("*.toml")):
        try:
            yield ruleset.read_file(path, known=known)
        except RuleError:
            continue  # the rulebook tells what is wrong with it, once and with all the rest


def _state(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:  # an editor took it away a moment ago, to put the new version there
        return None
    return str(path), found.st_mtime_ns, found.st_size
