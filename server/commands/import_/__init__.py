"""`einklang import`: mail, notes and contacts from files."""

from __future__ import annotations

import click

from server.commands import Invocation
from server.commands.import_.contacts import contacts
from server.commands.import_.learning import learn_now
from server.commands.import_.mail import eml, mbox
from server.commands.import_.notes import csv_, jsonl
from server.commands.import_.sources import list_, remove


@click.group(invoke_without_command=True)
@click.option("--learn", is_flag=True, help="Learn all mail and notes that wait, now: where no worker runs.")
@click.pass_context
def command(context: click.Context, learn: bool) -> None:
    """Mail archives, call notes, chats and contacts from files.

    Every import may be stopped and run again: it goes on where it was, and nothing is stored twice. The end says what
    was not read and why. Exit codes: 0 all is well, 1 a file was refused, 2 wrong options, 3 some entries have
    mistakes.
    """
    if learn and context.invoked_subcommand is not None:
        raise click.UsageError(f"Say it behind the command: einklang import {context.invoked_subcommand} --learn")
    if learn:
        invocation: Invocation = context.obj
        learn_now(invocation)
    elif context.invoked_subcommand is None:
        click.echo(context.get_help())


for each in (mbox, eml, csv_, jsonl, contacts, list_, remove):
    command.add_command(each)
