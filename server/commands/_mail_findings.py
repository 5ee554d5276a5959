"""What `einklang doctor` looks at around mail: servers, sign-in, folders, own addresses, the clock."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from server.access import EVERYTHING
from server.commands import Invocation, moment
from server.commands._findings import Finding
from server.commands._standing import IN_WORDS, in_short
from server.errors import MailError, ServerError
from server.mailbox_standing import Standing

if TYPE_CHECKING:
    from server.mail.probe import ProbeReport
    from server.store import Mailbox, Store
    from server.team import Team

CLOCKS_DIFFER = timedelta(minutes=5)  # what clocks that are set by the network never reach
LATEST = 5  # mails whose dates tell about the clock; a single one may have been dated by whoever put it there
NAMED = 5  # addresses that one finding names


def key(invocation: Invocation, store: Store, mailboxes: Sequence[Mailbox]) -> Finding:
    """Whether the key opens what is stored for the mailboxes."""
    try:
        for mailbox in mailboxes:
            invocation.vault.open(store.mailboxes.sealed_secret(mailbox.id))
    except ServerError as error:
        return Finding("key", "it does not open the stored passwords", str(error))
    return Finding("key", "it opens the stored passwords")


def connections(invocation: Invocation, store: Store, mailboxes: Sequence[Mailbox]) -> Iterator[Finding]:
    """Each mailbox tried out: reached, encrypted, signed in, folders found."""
    from server.commands.mailbox.chosen import credentials, tried

    stored = credentials(invocation, store)
    for mailbox in mailboxes:
        try:
            report = tried(mailbox, stored)
        except MailError as error:
            yield Finding(mailbox.address, error.what, error.remedy or _try(mailbox))
            continue
        except ServerError as error:
            yield Finding(mailbox.address, "cannot be tried", str(error))
            continue
        yield _connection(mailbox, report)
        if report.ok:
            yield from _folders(mailbox, report)


def _try(mailbox: Mailbox) -> str:
    return f"Try it step by step: einklang mailbox check {mailbox.address}"


def _connection(mailbox: Mailbox, report: ProbeReport) -> Finding:
    reached = "; ".join(f"{done.step} ({done.detail})" for done in report.steps)
    if report.failure is None:
        return Finding(mailbox.address, reached)
    so_far = f" So far: {reached}." if reached else ""
    remedy = report.failure.remedy or _try(mailbox)
    return Finding(mailbox.address, f"{report.failure.what}{so_far}", remedy)


def _folders(mailbox: Mailbox, report: ProbeReport) -> Iterator[Finding]:
    roles = {count.folder.role for count in report.folders}
    if "sent" not in roles:
        yield Finding(
            mailbox.address,
            "no folder of sent mail is found, so the team's own mails are missing",
            f"Name it: einklang mailbox folders {mailbox.address} --sent NAME. If the server keeps none, let your mail "
            "program send a blind copy (Bcc) of each mail to this mailbox: it is recognised.",
        )
    if mailbox.more_folders and "more" not in roles:
        patterns = ", ".join(repr(each) for each in mailbox.more_folders)
        yield Finding(
            mailbox.address,
            f"no folder fits {patterns}",
            f"See which there are: einklang mailbox folders {mailbox.address}",
        )


def own_addresses(invocation: Invocation, store: Store, team: Team) -> Iterator[Finding]:
    """Whether what counts as the team's fits the mail that was read."""
    free = [each for each in invocation.settings.team.domains if team.is_free_mail(each)]
    if free:
        yield Finding(
            "own domains",
            f"everybody can have an address at {', '.join(free)}, so it is not taken as yours",
            "Take it out of team.domains and name your own addresses there in team.addresses.",
        )
    names = ", ".join(sorted(team.domains)) or f"none; {len(team.addresses)} single addresses"
    source = "settings" if invocation.settings.team.domains else "taken from the mailboxes"
    yield Finding("own domains", f"{names} ({source})")
    unknown = [(each, mails) for each, mails in store.people.senders_of_sent().items() if not team.has(each)]
    if unknown:
        shown = ", ".join(f"{each} ({mails} mails)" for each, mails in unknown[:NAMED])
        yield Finding(
            "own addresses",
            f"your Sent folders hold mail by addresses that do not count as yours: {shown}",
            "Add them to team.addresses, or their domains to team.domains; else what they write elsewhere counts as "
            f"a customer's. Then: {_RELEARN}",
        )
    inside = [
        each.address for each in store.customers.search(limit=100_000, sight=EVERYTHING) if team.has(each.address)
    ]
    if inside:
        yield Finding(
            "own addresses",
            f"{len(inside)} of your own addresses are kept as customers: {', '.join(inside[:NAMED])}",
            f"They were learned before they counted as yours. {_RELEARN}",
        )


_RELEARN = "Read the mail anew: einklang mailbox resync ADDRESS --relearn"


def clock(store: Store, mailboxes: Sequence[Mailbox], now: datetime) -> Finding:
    """Whether this machine's clock fits what the mail servers and former runs say."""
    ahead = [each.last_sync_at for each in mailboxes if each.last_sync_at and each.last_sync_at > now + CLOCKS_DIFFER]
    if ahead:
        return Finding(
            "clock",
            f"it shows {moment(now)}, but mail was read at {moment(max(ahead))}: it was set back",
            "Let the network set it (timedatectl set-ntp true).",
        )
    arrived = store.messages.latest_arrivals(LATEST)
    if arrived and min(arrived) > now + CLOCKS_DIFFER:
        return Finding(
            "clock",
            f"it shows {moment(now)}, but the latest mail came at {moment(max(arrived))} by its server",
            "Let the network set it (timedatectl set-ntp true); tokens and certificates depend on it, too.",
        )
    return Finding("clock", f"{moment(now)} fits what the mail servers say")


def standing(found: Standing) -> Finding:
    """Whether a mailbox is read, and how far behind it is."""
    mailbox = found.mailbox
    lag = f"last read {moment(found.looked_at)}" + (f", {in_short(found.lag)} ago" if found.lag is not None else "")
    if found.activity == "paused":
        return Finding(mailbox.address, f"{lag}; it is paused; einklang mailbox resume {mailbox.address}")
    if found.problem:
        return Finding(mailbox.address, f"{lag}; {found.problem}", found.remedy or _try(mailbox))
    if found.activity == "stopped":
        return Finding(mailbox.address, lag, f"No worker reads it. {found.remedy}")
    return Finding(mailbox.address, f"{lag}; it {IN_WORDS[found.activity]}")
