"""Which installation a command is about: one's own, or the demo of `einklang run`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from server.access import EVERYTHING
from server.commands import Invocation

if TYPE_CHECKING:
    from server.store import Store


def demo_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Adds `--demo` to a command."""
    return click.option("--demo", is_flag=True, help="For the demo that `einklang run` shows, not for your own data.")(
        command
    )


def hint_at_demo(store: Store) -> None:
    """Says that there is `--demo`, where no mailbox is connected and `einklang run` therefore shows the demo."""
    if not store.mailboxes.list(sight=EVERYTHING):
        click.echo("No mailbox is connected yet. For the demo that `einklang run` shows, add --demo.", err=True)


def chosen(invocation: Invocation, *, demo: bool) -> Invocation:
    """The invocation as it is, or the same one on the data of the demo."""
    if not demo:
        return invocation
    from server.demo.installation import Demo

    return replace(invocation, env=Demo(invocation.settings, invocation.env).env)
