"""`einklang privacy`: what is known of a person, out or gone."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import Invocation, as_json, table

if TYPE_CHECKING:
    from server.store import Store
    from server.team import Team


@click.group()
def command() -> None:
    """Data protection: a correspondent's data out or gone, exclusions, retention."""


@command.command()
@click.argument("address")
@click.option("--to", type=click.Path(file_okay=False, path_type=Path), help="A new folder; else one is made here.")
@click.pass_obj
def export(invocation: Invocation, address: str, to: Path | None) -> None:
    """Write everything about the correspondent ADDRESS into a folder: mails, profile, grade, promises, outcomes."""
    from server.privacy.exporting import export as write
    from server.team import team_of
    from server.wiring import coach_for

    now = datetime.now(UTC)
    with invocation.store() as store:
        team = team_of(invocation.settings.team, store.mailboxes.list(sight=EVERYTHING))
        wanted = _address(address)
        folder = to or Path(f"einklang-export-{store.audit.fingerprint(wanted)}-{now:%Y%m%d-%H%M%S}")
        done = write(wanted, store, coach_for(invocation.settings), team, folder, now)
        store.audit.note("privacy.export", invocation.actor, now, person=wanted, rows=done.rows, mails=done.mails)
    click.echo(f"{done.rows} rows and {done.mails} mails are in {done.folder}.")
    if done.without_text:
        click.echo(f"The text of {done.without_text} mails is no longer kept.")
    for other in done.further_addresses:
        click.echo(f"A list of contacts says that {other} is the same person; nobody has joined them.", err=True)


@command.command()
@click.argument("address")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--keep-away/--let-return",
    default=True,
    show_default=True,
    help="Leave their mail out from now on, also what still lies on the server; or read it again.",
)
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="The proof; else a file is made here.")
@click.pass_obj
def erase(invocation: Invocation, address: str, yes: bool, keep_away: bool, report: Path | None) -> None:
    """Remove everything about the correspondent ADDRESS, from profiles too, and prove it.

    Mail of others stays; in it their address, name and words are blackened. Exit 1 if they are still found anywhere.
    """
    from server.privacy.erasing import erase as remove
    from server.team import team_of
    from server.version import VERSION

    settings, now, wanted = invocation.settings, datetime.now(UTC), _address(address)
    with invocation.store() as store:
        team = team_of(settings.team, store.mailboxes.list(sight=EVERYTHING))
        addresses = store.erasure.addresses_of(wanted)
        further = store.erasure.further_addresses(addresses)
        if not yes:
            known = store.customers.get(wanted, sight=EVERYTHING)
            mails = f"{known.mails_in + known.mails_out} mails" if known else "no mail of their own"
            click.confirm(f"Erase {', '.join(addresses)} ({mails})? This cannot be undone", abort=True)
        path = report or Path(f"einklang-erasure-{store.audit.fingerprint(addresses[0])}-{now:%Y%m%d-%H%M%S}.json")
        files = [settings.rules.coaching, *([invocation.config] if invocation.config else [])]
        done, head = remove(
            wanted,
            store,
            team,
            settings.data.folder,
            now,
            actor=invocation.actor,
            version=VERSION,
            keep_away=keep_away,
            elsewhere=files,
            learn=lambda: _learn(store, invocation, team),
        )
    path.write_text(done.to_json(), encoding="utf-8")
    octets = sum(each.bytes for each in done.files)
    click.echo(f"{sum(done.deleted.values())} rows are gone, {sum(done.blackened.values())} rows of others blackened.")
    click.echo(f"It took {done.seconds} s; {len(done.files)} files with {octets:,} bytes were searched afterwards.")
    click.echo(f"The proof is in {path}; the audit log knows it as {head}")
    if not keep_away:
        click.echo("Their mail on the server is read again at the next comparison with it.", err=True)
    for other in further:
        click.echo(f"A list of contacts says that {other} is the same person; erase it, too, if so.", err=True)
    for name in done.elsewhere:
        click.echo(f"{name} still names them: change it by hand.", err=True)
    if not done.is_proven:
        where = [each.name for each in done.files if each.found]
        where += [f"{done.left_in_rows} rows of the database"] if done.left_in_rows else []
        where += [f"{done.left_waiting} mails that came in meanwhile"] if done.left_waiting else []
        raise click.ClickException(f"They are still found in {', '.join(where)}. Run this again.")


def _learn(store: Store, invocation: Invocation, team: Team) -> None:
    """Learns what waits; the models are only loaded where something does."""
    from server.ingest import learn_pending
    from server.wiring import coach_for

    if store.messages.pending(1):
        click.echo("Mail waits to be learned: it is read first, for whom it names is only known then.", err=True)
        learn_pending(store, coach_for(invocation.settings), invocation.settings, team, datetime.now(UTC))


@command.command("let-return")
@click.argument("address")
@click.pass_obj
def let_return(invocation: Invocation, address: str) -> None:
    """Read mail of ADDRESS again, who was erased and kept away."""
    now, wanted = datetime.now(UTC), _address(address)
    with invocation.store() as store:
        if not store.kept_away.remove(wanted):
            raise click.ClickException(f"{wanted} is not kept away.")
        store.audit.note("privacy.let_return", invocation.actor, now, person=wanted)
    click.echo(f"New mail of {wanted} is read again; older mail with: einklang mailbox resync")


@command.command()
@click.pass_obj
def apply(invocation: Invocation) -> None:
    """Take out now what the settings exclude or no longer allow to be kept; the worker does so every hour."""
    from server.ingest import rebuild_stale
    from server.privacy.housekeeping import keep_house
    from server.wiring import coach_for

    now = datetime.now(UTC)
    with invocation.store() as store:
        done = keep_house(store, invocation.vault, invocation.settings.privacy, now, actor=invocation.actor, again=True)
        if done.excluded:
            rebuild_stale(store, coach_for(invocation.settings), now)
    click.echo(f"{done.excluded} mails are excluded, and what they taught is gone with them.")
    click.echo(f"{done.texts} texts, {done.customers} customers and {done.others} other mails were kept long enough.")
    if done.sealed:
        click.echo(f"{done.sealed} rows with texts were {_form(invocation)}.")


@command.command()
@click.option("--json", "for_programs", is_flag=True, help="As JSON.")
@click.pass_obj
def status(invocation: Invocation, for_programs: bool) -> None:
    """Show what is kept how long, how much is left out and why; never what it was."""
    privacy = invocation.settings.privacy
    with invocation.store() as store:
        counts, away = store.left_out.counts(), len(store.kept_away.marks())
    if for_programs:
        as_json(
            {
                "keep_text_days": privacy.keep_text_days,
                "keep_days": privacy.keep_days,
                "encrypt_texts": privacy.encrypt_texts,
                "left_out": counts,
                "kept_away": away,
            }
        )
        return
    click.echo(_texts_kept(privacy.keep_text_days))
    silent = f"after {privacy.keep_days} days without contact" if privacy.keep_days else "never by itself"
    click.echo(f"Everything about a customer is deleted {silent}.")
    click.echo(f"Texts lie {'encrypted' if privacy.encrypt_texts else 'unencrypted'} in the database.")
    click.echo(f"{away} addresses are kept away after an erasure.")
    rows = [(mailbox, reason, str(count)) for mailbox, found in counts.items() for reason, count in found.items()]
    click.echo(table(("MAILBOX", "LEFT OUT FOR", "MAILS"), rows) if rows else "No mail was left out.")


def _texts_kept(days: int) -> str:
    if days:
        return f"Texts of mails are deleted after {days} days; figures learned from them stay."
    return (
        "No text is kept. Score, habits, grade and hints work; not the last mail, the words of needs and promises, "
        "and trying rules on sent mail."
    )


def _form(invocation: Invocation) -> str:
    return "encrypted" if invocation.settings.privacy.encrypt_texts else "decrypted"


def _address(text: str) -> str:
    from server.team import address_in

    found = address_in(text)
    if found is None:
        raise click.BadParameter(f"{text!r} is no e-mail address: write it like anna@example.com")
    return found
