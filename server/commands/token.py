"""`einklang token`: keys to the API."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from server.access import SCOPES, Scope
from server.commands import Invocation, as_json, moment, table

if TYPE_CHECKING:
    from server.store import Token


@click.group()
def command() -> None:
    """Tokens with which programs and mail clients use the API."""


@command.command()
@click.argument("user")
@click.option("--label", default="", help="What the token is for, such as 'Outlook'.")
@click.option("--days", type=click.IntRange(min=1, max=36_500), help="Valid for so long; else until revoked.")
@click.option(
    "--scope",
    type=click.Choice(SCOPES),
    multiple=True,
    help="What it is good for; may be repeated. Without it: all that the role of USER allows.",
)
@click.option("--json", "for_programs", is_flag=True, help="As JSON, with the secret.")
@click.pass_obj
def add(
    invocation: Invocation, user: str, label: str, days: int | None, scope: tuple[Scope, ...], for_programs: bool
) -> None:
    """Make a token for USER and show it, this once.

    A token for one program should be able to do what that one does and no more: --scope outcomes for a CRM that tells
    what became of deals, --scope read for a report.
    """
    from server.secrets import new_token, token_hash

    now = datetime.now(UTC)
    expires = now + timedelta(days=days) if days is not None else None
    secret = new_token()
    with invocation.store() as store:
        token = store.accounts.add_token(user, token_hash(secret), label, now, expires, scopes=scope or None)
        store.audit.note(
            "token.added",
            invocation.actor,
            now,
            token=token.id,
            user=token.user.name,
            scopes=_scopes(token),
            until=_until(token),
        )
    if for_programs:
        as_json({**_for_programs(token, now), "secret": secret})
        return
    good_for = f" for {_scopes(token)}" if scope else ""
    click.echo(f"Token {token.id} of {token.user.name}{good_for}, {_until(token)}. It is shown only now:", err=True)
    click.echo(secret)


@command.command("list")
@click.argument("user", required=False)
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def list_(invocation: Invocation, user: str | None, for_programs: bool) -> None:
    """List the tokens, or those of USER; never the secrets themselves."""
    now = datetime.now(UTC)
    with invocation.store() as store:
        tokens = store.accounts.list_tokens(user)
    if for_programs:
        as_json([_for_programs(token, now) for token in tokens])
    elif tokens:
        rows = [
            (
                str(token.id),
                token.user.name,
                token.label,
                _scopes(token),
                _state(token, now),
                moment(token.last_used_at),
            )
            for token in tokens
        ]
        click.echo(table(("ID", "USER", "LABEL", "FOR", "STATE", "LAST USED"), rows))
    else:
        click.echo("No tokens yet. Make one with: einklang token add USER")


@command.command()
@click.argument("token_id", type=int, metavar="ID")
@click.pass_obj
def revoke(invocation: Invocation, token_id: int) -> None:
    """Make the token ID useless at once."""
    now = datetime.now(UTC)
    with invocation.store() as store:
        token = store.accounts.revoke(token_id, now)
        store.audit.note("token.revoked", invocation.actor, now, token=token.id, user=token.user.name)
    click.echo(f"Token {token.id} of {token.user.name} no longer opens anything.")


def _scopes(token: Token) -> str:
    if token.client is not None:
        return "its panel"
    return ", ".join(each for each in SCOPES if each in token.scopes) if token.scopes is not None else "all"


def _until(token: Token) -> str:
    return f"valid until {moment(token.expires_at)}" if token.expires_at else "valid until it is revoked"


def _state(token: Token, now: datetime) -> str:
    if token.revoked_at is not None:
        return f"revoked {moment(token.revoked_at)}"
    return _until(token) if token.is_valid(now) else f"expired {moment(token.expires_at)}"


def _for_programs(token: Token, now: datetime) -> dict[str, object]:
    return {
        "id": token.id,
        "user": token.user.name,
        "label": token.label,
        "scopes": sorted(token.scopes) if token.scopes is not None else None,
        "valid": token.is_valid(now),
        "created_at": token.created_at,
        "expires_at": token.expires_at,
        "last_used_at": token.last_used_at,
        "revoked_at": token.revoked_at,
    }
