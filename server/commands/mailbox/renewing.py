"""`einklang mailbox sign-in`: another password or token for a mailbox that is connected."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import click

from server.commands import Invocation
from server.commands.mailbox.adding import PASSWORD, PROVIDERS
from server.commands.mailbox.consent import WAYS


@click.command("sign-in")
@click.argument("address")
@click.option("--oauth", type=click.Choice(PROVIDERS), help="From now on with OAuth2, by this provider.")
@click.option("--password", "with_password", is_flag=True, help="From now on with a password.")
@click.option("--username", help="From now on under this name.")
@click.option("--way", type=click.Choice(WAYS), help="With OAuth2: by a code, a browser here, or one elsewhere.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input; ask nothing.")
@click.option("--no-check", is_flag=True, help="Store it without trying to sign in.")
@click.pass_obj
def sign_in(
    invocation: Invocation,
    address: str,
    oauth: str | None,
    with_password: bool,
    username: str | None,
    way: str | None,
    password_stdin: bool,
    no_check: bool,
) -> None:
    """Sign in to the connected mailbox ADDRESS anew: the password has changed, or a provider wants to see you again.

    Mail, progress and what was learned stay.
    """
    from server.commands.mailbox.adding import secret_for, try_out
    from server.mirroring import folder_choice

    if oauth is not None and (with_password or password_stdin):
        raise click.UsageError("Choose one: --oauth or a password.")
    with invocation.store() as store:
        known = store.mailboxes.get(address)
        auth = oauth or (PASSWORD if with_password or password_stdin else known.auth)
        changed = replace(known, auth=auth, username=username or known.username)
        secret = secret_for(invocation, changed, way, password_stdin=password_stdin)
        if not no_check:
            try_out(invocation, changed, folder_choice(changed), secret)
        store.mailboxes.sign_in_as(known.id, auth, changed.username, invocation.vault.seal(secret))
        store.mailbox_states.wake(known.id, datetime.now(UTC))
    click.echo(f"{known.address}: the new sign-in is stored. The worker takes it up within seconds.")
