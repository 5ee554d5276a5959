"""`einklang addin list` and `revoke`: which mail clients can sign in."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.commands import Invocation, as_json, moment, table
from server.commands.addin.installation import chosen, demo_option

if TYPE_CHECKING:
    from server.store import IntegrationKey, Token


@click.command("list")
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@demo_option
@click.pass_obj
def list_(invocation: Invocation, for_programs: bool, demo: bool) -> None:
    """List the mail clients that were paired and the keys of webmail servers; never the secrets."""
    now = datetime.now(UTC)
    with chosen(invocation, demo=demo).store() as store:
        keys = store.integration_keys.list()
        tokens = [token for token in store.accounts.list_tokens() if token.client is not None]
    if for_programs:
        as_json([*map(_key_for_programs, keys), *(_token_for_programs(token, now) for token in tokens)])
    elif keys or tokens:
        rows = [*map(_key_row, keys), *(_token_row(token, now) for token in tokens)]
        click.echo(table(("ID", "CLIENT", "FOR", "NAME", "STATE", "LAST USED"), rows))
    else:
        click.echo("No mail client yet. Next: einklang addin pair NAME, or einklang addin roundcube --key NAME")


@click.command()
@click.argument("client_id", metavar="ID")
@demo_option
@click.pass_obj
def revoke(invocation: Invocation, client_id: str, demo: bool) -> None:
    """Lock out the mail client or the key ID of `einklang addin list`, at once."""
    from server.errors import NotFound

    now, work = datetime.now(UTC), chosen(invocation, demo=demo)
    with work.store() as store:
        if not client_id.isdecimal():
            key = store.integration_keys.revoke(client_id, now)
            store.audit.note("key.revoked", work.actor, now, key=key.key_id, name=key.name)
            click.echo(f"Key {key.key_id} of {key.name} no longer lets anybody in.")
            return
        if all(token.id != int(client_id) or token.client is None for token in store.accounts.list_tokens()):
            raise NotFound(f"There is no mail client {client_id}. See: einklang addin list")
        token = store.accounts.revoke(int(client_id), now)
        store.audit.note("token.revoked", work.actor, now, token=token.id, user=token.user.name)
        click.echo(f"{(token.client or '').title()} of {token.user.name} ({token.label}) can no longer sign in.")


def _key_row(key: IntegrationKey) -> tuple[str, ...]:
    who = "everybody" if key.adds_users else "known users"
    state = f"revoked {moment(key.revoked_at)}" if key.revoked_at else "valid until it is revoked"
    return key.key_id, key.host, who, key.name, state, moment(key.last_used_at)


def _token_row(token: Token, now: datetime) -> tuple[str, ...]:
    if token.revoked_at is not None:
        state = f"revoked {moment(token.revoked_at)}"
    else:
        state = f"{'valid until' if token.is_valid(now) else 'expired'} {moment(token.expires_at)}"
    return str(token.id), token.client or "", token.user.name, token.label, state, moment(token.last_used_at)


def _key_for_programs(key: IntegrationKey) -> dict[str, object]:
    return {
        "id": key.key_id,
        "client": key.host,
        "name": key.name,
        "adds_users": key.adds_users,
        "all_mailboxes": key.sees.is_everything,
        "valid": key.revoked_at is None,
        "created_at": key.created_at,
        "last_used_at": key.last_used_at,
        "revoked_at": key.revoked_at,
    }


def _token_for_programs(token: Token, now: datetime) -> dict[str, object]:
    return {
        "id": str(token.id),
        "client": token.client,
        "user": token.user.name,
        "name": token.label,
        "valid": token.is_valid(now),
        "created_at": token.created_at,
        "expires_at": token.expires_at,
        "last_used_at": token.last_used_at,
        "revoked_at": token.revoked_at,
    }
