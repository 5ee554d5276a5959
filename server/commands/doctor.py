"""`einklang doctor`: looks at everything an installation rests on, and says what to do about what is wrong."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from server.access import EVERYTHING
from server.commands import (
    Invocation,
    _job_findings,
    _mail_findings,
    _outgoing_findings,
    _rule_findings,
    _security_findings,
)
from server.commands._findings import Finding
from server.errors import ServerError, SettingsError
from server.mailbox_standing import standings

if TYPE_CHECKING:
    from server.settings import Settings
    from server.store import Store
    from server.works_council import Council

ANSWER_WITHIN = 5.0  # seconds


@click.command()
@click.option("--no-models", is_flag=True, help="Do not load the language models, which takes some seconds.")
@click.option("--no-mail", is_flag=True, help="Do not connect to the mail servers.")
@click.pass_obj
def command(invocation: Invocation, no_models: bool, no_mail: bool) -> None:
    """Look for what may be wrong; exit 1 if something is."""
    problems = 0
    for finding in _findings(invocation, with_models=not no_models, with_mail=not no_mail):
        problems += finding.word == "problem"
        click.echo(f"{finding.word:<8} {finding.what}: {finding.detail}")
        if finding.remedy:
            click.echo(f"         -> {finding.remedy}")
    if problems:
        raise click.ClickException(f"{problems} problem{'s' if problems > 1 else ''} found.")


def _findings(invocation: Invocation, *, with_models: bool, with_mail: bool) -> Iterator[Finding]:
    try:
        settings = invocation.settings
    except SettingsError as error:
        yield from (Finding("settings", problem, "Correct this line.") for problem in error.problems)
        return  # everything else rests on them
    yield Finding("settings", f"{len(type(settings).model_fields)} sections are valid")
    yield from _rule_findings.rules(settings)
    yield from _data_folder(settings)
    yield from _security_findings.of_settings(settings, invocation.env, datetime.now(UTC))
    yield from _stored(invocation, with_mail=with_mail)
    if with_models:
        yield from _models(settings)
    yield from _web(settings)


def _data_folder(settings: Settings) -> Iterator[Finding]:
    folder = settings.data.folder
    if not folder.exists():
        yield Finding("data folder", f"{folder} does not exist yet; the first start makes it")
        return
    if not folder.is_dir():
        yield Finding("data folder", f"{folder} is no folder", "Set data.folder to a folder.")
        return
    private = [path for path in (settings.data.key_file, settings.data.database_file) if path and path.exists()]
    open_to_others = [path for path in private if stat.S_IMODE(path.stat().st_mode) & 0o077]
    for path in open_to_others:
        yield Finding("data folder", f"others may read {path}", f"chmod 600 {path}")
    if not open_to_others:
        yield Finding("data folder", f"{folder} is private")


def _stored(invocation: Invocation, *, with_mail: bool) -> Iterator[Finding]:
    file = invocation.settings.data.database_file
    if file and not file.exists():
        yield Finding("database", f"{file} does not exist yet; the first start makes it")
        return
    try:
        with invocation.store() as store:
            yield Finding("database", f"{store.name} can be written and is up to date")
            yield _council(invocation.council(store))
            yield from _mailboxes(invocation, store, with_mail=with_mail)
            yield from _security_findings.of_accounts(invocation.settings, store, datetime.now(UTC))
            yield from _outgoing_findings.outgoing(invocation, store, with_mail=with_mail)
            yield from _job_findings.jobs(invocation.settings, invocation.env, store)
    except ServerError as error:
        yield Finding("database", str(error), "See above; einklang needs its database.")


def _council(found: Council) -> Finding:
    what = "works council"
    if found.only_set:
        remedy = "Write true again, or switch it off for everybody to see: einklang works-council off --reason '...'"
        return Finding(what, "the settings say works_council = false, which alone does nothing: the mode is on", remedy)
    if not found.is_on:
        return Finding(what, f"the mode is off since {found.off_since:%Y-%m-%d}: {found.reason}")
    return Finding(what, f"the mode is on: figures about the team need {found.min_group} people")


def _mailboxes(invocation: Invocation, store: Store, *, with_mail: bool) -> Iterator[Finding]:
    from server.team import team_of

    mailboxes, now = store.mailboxes.list(sight=EVERYTHING), datetime.now(UTC)
    if not mailboxes:
        yield Finding("mailboxes", "none is connected; einklang run shows a demo until one is")
        return
    yield _mail_findings.key(invocation, store, mailboxes)
    yield from _mail_findings.own_addresses(invocation, store, team_of(invocation.settings.team, mailboxes))
    yield _mail_findings.clock(store, mailboxes, now)
    if with_mail:
        yield from _mail_findings.connections(invocation, store, mailboxes)
    poll = timedelta(seconds=invocation.settings.mail.poll_seconds)
    for each in standings(store, mailboxes, poll, now):
        yield _mail_findings.standing(each)
        mailbox, failed = each.mailbox, each.counts.failed
        if failed:
            yield Finding(
                mailbox.address,
                f"{failed} mails could not be read and are set aside",
                "The log of the worker names each with the error; please report it. All other mail is not affected.",
            )


def _models(settings: Settings) -> Iterator[Finding]:
    from coach.errors import CoachError
    from server.wiring import coach_for

    try:
        coach = coach_for(settings)
    except CoachError as error:
        yield Finding("models", str(error), "Correct coach.languages in the settings.")
        return
    try:
        coach.warm_up()
    except (OSError, ImportError, ValueError, RuntimeError) as error:
        yield Finding(
            "models",
            f"they cannot be loaded ({type(error).__name__}: {error})",
            f"Check coach.encoder ({settings.coach.encoder!r}) in the settings, or install Einklang again.",
        )
    else:
        yield Finding("models", f"{', '.join(coach.languages)} and the sentence encoder can be loaded")


def _web(settings: Settings) -> Iterator[Finding]:
    from server.running import health, why_port_unusable

    where = f"{settings.web.host}:{settings.web.port}"
    answer = health(settings, ANSWER_WITHIN)
    if answer is not None:
        status, version = answer
        remedy = "Its log says why and what to do." if status == "failed" else None
        yield Finding("server", f"answers at {where}, version {version}, status {status}", remedy)
    elif problem := why_port_unusable(settings):
        yield Finding("server", f"does not answer at {where}, and the port cannot be used", problem)
    else:
        yield Finding("server", f"is not running; {where} is free")
