"""`einklang user password`, `totp`, `identity` and `sign-out`: how somebody signs in to the pages."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.commands import Invocation, moment

if TYPE_CHECKING:
    from server.sign_in.changes import Changes
    from server.store import Store, User

REFUSALS = {
    "short": "A password has 12 characters at least; a sentence is a good one.",
    "long": "A password has 1024 characters at most.",
    "common": "This password would be guessed early: it is like one that many have, or like the user's name.",
}


@click.command()
@click.argument("name")
@click.option("--stdin", "from_stdin", is_flag=True, help="Read it from standard input, one line.")
@click.option("--link", is_flag=True, help="Print a link with which they set it themselves, once, within 24 hours.")
@click.option("--remove", is_flag=True, help="Take the password away.")
@click.pass_obj
def password(invocation: Invocation, name: str, from_stdin: bool, link: bool, remove: bool) -> None:
    """Set the password of the user NAME for the pages; asks for it. All their sessions end."""
    if from_stdin + link + remove > 1:
        raise click.UsageError("Take one of --stdin, --link and --remove.")
    with invocation.store() as store:
        user, changes = store.accounts.get_user(name), _changes(invocation, store)
        if link:
            secret = changes.new_link(user)
            click.echo(f"Send this link to {user.name}; good once, for 24 hours, and shown only now:", err=True)
            click.echo(f"{invocation.settings.web.url}/dashboard/password?link={secret}")
        elif remove:
            had = changes.remove_password(user)
            click.echo(f"{user.name} has no password any more." if had else f"{user.name} has no password.")
        else:
            _set(changes, user, from_stdin=from_stdin)


@click.command()
@click.argument("name")
@click.option("--remove", is_flag=True, help="Take it away, as when the device and the recovery codes are lost.")
@click.pass_obj
def totp(invocation: Invocation, name: str, remove: bool) -> None:
    """Say whether the user NAME has a second factor; they set it up themselves on the page "My account"."""
    with invocation.store() as store:
        user = store.accounts.get_user(name)
        if remove:
            had = _changes(invocation, store).remove_second_factor(user)
            click.echo(f"{user.name} {'signs in without a code now.' if had else 'has no second factor.'}")
            return
        found = store.second_factors.of(user.id)
        if found is None or found.confirmed_at is None:
            click.echo(f"{user.name} has no second factor.")
            return
        left = store.second_factors.recovery_left(user.id)
        click.echo(f"{user.name} has a second factor since {moment(found.confirmed_at)}; recovery codes left: {left}.")


@click.command()
@click.argument("name")
@click.option("--remove", is_flag=True, help="Forget it; who signs in by this name next is bound anew.")
@click.pass_obj
def identity(invocation: Invocation, name: str, remove: bool) -> None:
    """Say which account of an identity provider the user NAME is bound to."""
    with invocation.store() as store:
        user = store.accounts.get_user(name)
        found = store.identities.of(user.id)
        for each in found:
            click.echo(f"{each.issuer}: {each.subject}, since {moment(each.created_at)}")
        if not found:
            click.echo(f"{user.name} is bound to no identity.")
        elif remove:
            _changes(invocation, store).unbind(user)
            click.echo("Forgotten; their sessions are over.")


@click.command("sign-out")
@click.argument("name")
@click.pass_obj
def sign_out(invocation: Invocation, name: str) -> None:
    """Sign the user NAME out of the pages everywhere, at once."""
    with invocation.store() as store:
        user = store.accounts.get_user(name)
        ended = _changes(invocation, store).end_sessions(user)
    click.echo(f"{user.name} is signed out ({ended} {'session' if ended == 1 else 'sessions'}).")


def _changes(invocation: Invocation, store: Store) -> Changes:
    from server.sign_in.changes import Changes
    from server.sign_in.passwords import Passwords

    about = (invocation.settings.team.name,)
    return Changes(store, invocation.vault, Passwords(), invocation.actor, datetime.now(UTC), about)


def _set(changes: Changes, user: User, *, from_stdin: bool) -> None:
    if from_stdin:
        chosen = sys.stdin.readline().rstrip("\r\n")
    else:
        chosen = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    weak = changes.set_password(user, chosen)
    if weak is not None:
        raise click.ClickException(REFUSALS[weak])
    click.echo(f"{user.name} signs in to the pages with this password now; sessions from before are over.")
