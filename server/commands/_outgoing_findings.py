"""What `einklang doctor` finds about what Einklang sends: its own mail, and events for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from server.commands._findings import Finding
from server.errors import ServerError

if TYPE_CHECKING:
    from server.commands import Invocation
    from server.store import Store

LATELY = timedelta(days=3)


def outgoing(invocation: Invocation, store: Store, *, with_mail: bool) -> Iterator[Finding]:
    """Nothing where nothing is switched on; else how each way out fares."""
    from server.outgoing import outgoing_for

    settings = invocation.settings
    try:
        ways = outgoing_for(settings, invocation.env)
    except ServerError as error:
        yield Finding("sending", str(error), "Set it, or leave webhooks.urls and smtp.host empty.")
        return
    if settings.digest.to and ways.mailer is None:
        yield Finding("digest", "digest.to names people, but smtp.host is empty", "Name your mail server in [smtp].")
    if ways.mailer is not None and with_mail:
        try:
            ways.mailer.check()
        except ServerError as error:
            yield Finding("smtp", str(error), "Correct [smtp] in the settings; then run this again.")
        else:
            yield Finding("smtp", f"{settings.smtp.host}:{settings.smtp.port} lets Einklang in")
    yield from _unsent(store)
    yield from _webhooks(store, settings.webhooks.urls)


def _unsent(store: Store) -> Iterator[Finding]:
    for notice, problem in store.notices.problems((datetime.now(UTC) - LATELY).date()):
        what = f"the {notice.kind} of {notice.day} to {notice.recipient} was not sent: {problem}"
        yield Finding(notice.kind, what, "It is tried again by itself; mend what it names.")


def _webhooks(store: Store, urls: tuple[str, ...]) -> Iterator[Finding]:
    from server.webhooks import site_of

    for each in store.outbox.totals(urls):
        site = site_of(each.url)
        if each.dead:
            what = f"{each.dead} events for {site} were given up: {each.problem}"
            yield Finding("webhooks", what, "Mend what answers there, then: einklang webhook retry")
        elif each.problem:
            what = f"{each.waiting} events wait for {site}: {each.problem}"
            yield Finding("webhooks", what, "They are tried again by themselves; mend what answers there.")
        else:
            yield Finding("webhooks", f"{site} takes events; {each.waiting} wait")
