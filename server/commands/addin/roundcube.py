"""`einklang addin roundcube`: a key with which a Roundcube vouches for its users, and the plugin itself."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from pathlib import Path

import click

from server.commands import Invocation
from server.commands.addin.installation import chosen, demo_option, hint_at_demo
from server.commands.addin.placing import into
from server.commands.addin.reaching import framing, only_here
from server.commands.user.mailbox_options import chosen_sight, mailbox_options

KEY_BYTES = 32  # RFC 7518 asks for at least as many bits as SHA-256 has


@click.command()
@click.option("--key", "name", metavar="NAME", help="Make a key for the Roundcube that you call NAME; shown only once.")
@click.option(
    "--add-users/--known-users",
    default=False,
    show_default=True,
    help="Let in everybody who can sign in to that Roundcube, or only names of `einklang user list`.",
)
@mailbox_options
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Put the plugin into this folder.")
@demo_option
@click.pass_obj
def roundcube(
    invocation: Invocation,
    name: str | None,
    add_users: bool,
    mailbox: tuple[str, ...],
    all_mailboxes: bool,
    out: Path | None,
    demo: bool,
) -> None:
    """Make a key for a Roundcube, or put the plugin for it into a folder.

    With --add-users say which mail those users may see: --mailbox ADDRESS or --all-mailboxes.
    """
    if name is None and out is None:
        raise click.UsageError("Choose --key NAME, --out FOLDER, or both.")
    if name is not None and not name.strip():
        raise click.BadParameter("a key needs a name, such as webmail", param_hint="--key")
    grants = bool(mailbox) or all_mailboxes
    if name is not None and add_users and not grants and not demo:
        raise click.UsageError("Which mail may they see whom the key adds? --mailbox ADDRESS, or --all-mailboxes.")
    if grants and not add_users:
        raise click.UsageError("--mailbox and --all-mailboxes are for users whom the key adds: with --add-users.")
    if out is not None:
        from server.addin_packages import roundcube_zip

        into(out, "einklang-roundcube.zip", roundcube_zip())
    if name is not None:
        all_seen = all_mailboxes or (demo and not mailbox)
        _make_key(chosen(invocation, demo=demo), name.strip(), mailbox, add_users, all_seen, demo)


def _make_key(
    invocation: Invocation, name: str, mailbox: tuple[str, ...], add_users: bool, all_mailboxes: bool, demo: bool
) -> None:
    key_id, secret = f"rc-{secrets.token_hex(6)}", secrets.token_urlsafe(KEY_BYTES)
    with invocation.store() as store:
        if not demo:
            hint_at_demo(store)
        now, sees = datetime.now(UTC), chosen_sight(store, mailbox, all_mailboxes=all_mailboxes)
        sealed = invocation.vault.seal(secret)
        key = store.integration_keys.add(key_id, "roundcube", name, sealed, now, adds_users=add_users, sees=sees)
        seen = "all mailboxes" if sees.is_everything else ", ".join(mailbox) or "no mailbox"
        store.audit.note(
            "key.added", invocation.actor, now, key=key.key_id, name=key.name, adds_users=key.adds_users, sees=seen
        )
    who = "everybody who signs in there" if key.adds_users else "the names of `einklang user list` (as they sign in)"
    click.echo(f"Key {key.key_id} for {key.name} lets in {who}. Its secret is shown only now.", err=True)
    click.echo("Put these lines into plugins/einklang/config.inc.php:", err=True)
    click.echo(f"$config['einklang_url'] = {_php(invocation.settings.web.url)};")
    click.echo(f"$config['einklang_key_id'] = {_php(key.key_id)};")
    click.echo(f"$config['einklang_key'] = {_php(secret)};")
    for line in (framing(invocation.settings.web), *only_here(invocation.settings.web)):
        click.echo(line, err=True)


def _php(text: str) -> str:
    """The text as PHP reads it between single quotes."""
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
