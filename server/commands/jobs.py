"""`einklang jobs`: what is done again and again, by whom, and what failed for good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from server.commands import Invocation, as_json, moment, table

if TYPE_CHECKING:
    from server.store import Store
    from server.store.dead_letters import DeadLetter
    from server.store.job_slots import JobState

SENT_FOR = timedelta(minutes=5)


@click.group()
def command() -> None:
    """Jobs that workers do again and again, and those that failed for good."""


@command.command("list")
@click.option("--json", "for_programs", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_(invocation: Invocation, for_programs: bool) -> None:
    """Show the workers, the jobs and what failed for good."""
    with invocation.store() as store:
        states = {each.name: each for each in store.job_slots.list()}
        letters = store.dead_letters.list()
        workers = store.workers.alive(datetime.now(UTC))
        if for_programs:
            _print_json(store, states, letters)
            return
    click.echo(f"{len(workers)} worker{'s' if len(workers) != 1 else ''}")
    for each in workers:
        click.echo(f"  {each.holder.rpartition(' ')[0]}: {each.mailboxes} mailboxes, since {moment(each.since)}")
    click.echo(table(("JOB", "EVERY", "SENT", "DONE", "NOW", "WHAT IT DOES"), _rows(states)))
    if not letters:
        click.echo("Nothing failed for good.")
        return
    heads = ("NUMBER", "JOB", "ERROR", "TIMES", "FIRST", "LAST")
    rows = [
        (str(each.id), _called(each), each.error, str(each.times), moment(each.first_at), moment(each.last_at))
        for each in letters
    ]
    click.echo("Failed for good (the log of that time says more):")
    click.echo(table(heads, rows))


@command.command()
@click.argument("numbers", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All that failed for good.")
@click.pass_obj
def retry(invocation: Invocation, numbers: tuple[int, ...], everything: bool) -> None:
    """Have jobs that failed for good done again, by their NUMBERS in the list."""
    if invocation.settings.jobs.queue == "local":
        raise click.ClickException(
            "The worker of this machine does each job again by itself at its next time. "
            "What is in the list is from before: einklang jobs drop"
        )
    from server.broker import broker_of
    from server.jobs.celery import celery_app, place_of, sender
    from server.jobs.slots import Turn

    broker = broker_of(invocation.settings, invocation.env)
    send = sender(celery_app(broker), place_of(broker))
    with invocation.store() as store:
        letters = _chosen(store, numbers, everything=everything)
        unknown: list[str] = []
        for name in sorted({each.name for each in letters}):
            slot = store.job_slots.again(name, datetime.now(UTC))
            if slot is None:
                unknown.append(name)
            else:
                send(Turn(name, slot), SENT_FOR)
        sent = [each for each in letters if each.name not in unknown]
        for each in sent:
            store.dead_letters.drop(each.id)
    click.echo(f"{len(sent)} sent again; what fails once more comes back into the list.")
    if unknown:
        raise click.ClickException(
            f"No worker ever sent {', '.join(unknown)} by the broker, so there is no turn to be sent again. "
            "Start one (einklang worker), which sends it at its time, or forget it: einklang jobs drop"
        )


@command.command()
@click.argument("numbers", type=int, nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All that failed for good.")
@click.pass_obj
def drop(invocation: Invocation, numbers: tuple[int, ...], everything: bool) -> None:
    """Forget what failed for good, by its NUMBERS in the list."""
    with invocation.store() as store:
        letters = _chosen(store, numbers, everything=everything)
        for each in letters:
            store.dead_letters.drop(each.id)
    click.echo(f"{len(letters)} forgotten.")


def _chosen(store: Store, numbers: tuple[int, ...], *, everything: bool) -> list[DeadLetter]:
    if everything == bool(numbers):
        raise click.UsageError("Name the numbers of the list, or write --all.")
    letters = {each.id: each for each in store.dead_letters.list()}
    unknown = [number for number in numbers if number not in letters]
    if unknown:
        raise click.ClickException(f"There is no number {unknown[0]} in the list: einklang jobs list")
    return [letters[number] for number in numbers] if numbers else list(letters.values())


def _rows(states: dict[str, JobState]) -> list[tuple[str, ...]]:
    from server.jobs.table import SENT

    rows: list[tuple[str, ...]] = []
    for job in SENT:
        state = states.get(job.name)
        sent, done = (state.sent_at, state.done_at) if state else (None, None)
        doing = "" if state is None else "waits" if state.waiting else "is done" if state.holder else ""
        rows.append((job.name, f"{job.every:.0f} s", moment(sent, "-"), moment(done, "-"), doing, job.does))
    return rows


def _called(letter: DeadLetter) -> str:
    return f"{letter.name} {' '.join(map(str, letter.arguments))}".strip()


def _print_json(store: Store, states: dict[str, JobState], letters: list[DeadLetter]) -> None:
    from dataclasses import asdict

    as_json(
        {
            "workers": [asdict(each) for each in store.workers.alive(datetime.now(UTC))],
            "jobs": [asdict(each) for each in states.values()],
            "dead_letters": [asdict(each) for each in letters],
        }
    )
