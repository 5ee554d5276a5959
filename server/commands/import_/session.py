"""What the imports of mail and notes share: where they go, the bar, the report, the exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from server.access import EVERYTHING
from server.commands import Invocation

if TYPE_CHECKING:
    from server.importing.entries import ImportFile
    from server.importing.report import Problems
    from server.store import ImportSource, Store, Tally
    from server.team import Team

WITH_MISTAKES = 3
"""The exit code where some entries have mistakes and all others were imported."""

Command = TypeVar("Command", bound=Callable[..., Any])
EXISTING = click.Path(exists=True, resolve_path=True, path_type=Path)
EXISTING_FILE = click.Path(exists=True, dir_okay=False, resolve_path=True, path_type=Path)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person said of where an import goes."""

    mailbox: str | None
    source: str | None
    dry_run: bool
    report: Path | None
    learn: bool


def choices(command: Command) -> Command:
    """The options that all imports of mail and notes have."""
    options = (
        click.option("--mailbox", help="The connected mailbox to which it belongs: who sees that one sees this."),
        click.option("--source", help="A name for the import source; else that of the mailbox or of the file."),
        click.option("--dry-run", is_flag=True, help="Read all of it and say what would be done; store nothing."),
        click.option(
            "--report",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write all that was not read to this CSV file.",
        ),
        click.option("--learn", is_flag=True, help="Learn what came in at once: where no worker runs."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def import_files(
    invocation: Invocation, store: Store, files: Sequence[tuple[Path, ImportFile]], choice: Choice, things: str
) -> None:
    """Imports each file, or says why not and goes on with the next; ends with what was not read."""
    from server.errors import ServerError

    tied = store.mailboxes.get(choice.mailbox).address if choice.mailbox else None
    refused: list[str] = []
    with problems_to(choice.report) as problems:
        mistakes = 0
        for path, file in files:
            name = choice.source or tied or path.stem or path.name
            try:
                tally = _import(store, file, name, tied, problems, choice, things)
            except ServerError as error:
                refused.append(str(error))
                continue
            mistakes += tally.mistakes
        _tell(problems, choice.report)
    if choice.learn and not choice.dry_run:
        from server.commands.import_.learning import learn_now

        learn_now(invocation)
    elif not choice.dry_run and len(refused) < len(files):
        click.echo("The worker learns from it within seconds; without one: einklang import --learn")
    if refused:
        raise click.ClickException("\n".join(refused))
    if mistakes:
        sys.exit(WITH_MISTAKES)


def _import(
    store: Store,
    file: ImportFile,
    name: str,
    tied: str | None,
    problems: Problems,
    choice: Choice,
    things: str,
) -> Tally:
    from server.importing.report import told
    from server.importing.running import store_file, try_file

    with bar_of(Path(file.path).name, lambda: file.size, things) as progress:
        if choice.dry_run:
            tally = try_file(file, store.imports.find(name), store, progress=progress, told=problems.add)
        else:
            source = _source(store, name, tied)
            tally = store_file(file, source, store, progress=progress, told=problems.add)
    for line in told(Path(file.path).name, name, tally, things, dry=choice.dry_run):
        click.echo(line)
    for note in file.notes:
        click.echo(f"  {note}")
    return tally


def _source(store: Store, name: str, tied: str | None) -> ImportSource:
    return store.imports.open(name, tied, datetime.now(UTC))


def team_known(invocation: Invocation, store: Store) -> Team:
    """The team; refused where nothing is known of it, since then every mail would be a customer's."""
    from server.importing.entries import ImportRefused
    from server.team import team_of

    team = team_of(invocation.settings.team, store.mailboxes.list(sight=EVERYTHING))
    if not team.domains and not team.addresses:
        raise ImportRefused(
            "Which addresses are your team's is not known yet, so nobody could tell its mail from a customer's. Set "
            "team.domains in the settings, or connect a mailbox first: einklang mailbox add ADDRESS"
        )
    return team


@contextmanager
def problems_to(report: Path | None) -> Iterator[Problems]:
    """Collects what is refused, all of it also in a file where one is wanted."""
    from server.importing.report import Problems

    if report is None:
        yield Problems()
        return
    try:
        file = report.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise click.BadParameter(f"{report} cannot be written: {error.strerror}.", param_hint="--report") from error
    with file:
        problems = Problems(file)
        problems.begin()
        yield problems


@contextmanager
def bar_of(name: str, size: Callable[[], int], things: str) -> Iterator[Callable[[int, int], None]]:
    """A bar of how far a file is read, if a person is looking; `size` is asked for only then."""
    from tqdm import tqdm

    is_watched = sys.stderr.isatty()
    with tqdm(
        desc=name,
        total=size() if is_watched else None,
        unit="B" if things == "mails" else " ",
        unit_scale=True,
        disable=not is_watched,
        dynamic_ncols=True,
    ) as bar:

        def progress(position: int, read: int) -> None:
            bar.update(position - bar.n)
            bar.set_postfix_str(f"{read:,} {things}", refresh=False)

        yield progress


def _tell(problems: Problems, report: Path | None) -> None:
    for line in problems.lines():
        click.echo(line, err=True)
    if report is not None:
        click.echo(f"All that was not read, and why: {report}")
