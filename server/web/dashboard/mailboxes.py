"""/dashboard/mailboxes: how each mailbox stands, what is wrong with it and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from flask import Response, redirect, url_for
from werkzeug.wrappers import Response as AnyResponse

from server.access import Right
from server.mailbox_standing import Standing, standings
from server.web.dashboard.frame import Page, access, formats, needs, services, shown, speaker
from server.web.dashboard.mailboxes_words import WORDS
from server.web.dashboard.wording import Speaker

PAGE = Page("mailboxes", WORDS, needs=Right.READ, place=60)
COMMANDS = {name: f"einklang mailbox {name.replace('_', '-')}" for name in ("resume", "check", "sign_in")}
TROUBLE = ("backing_off", "needs_login", "stopped")


@dataclass(frozen=True, slots=True)
class ShownMailbox:
    """A mailbox in words: `tone` is the class of its state, `to_do` says what helps, empty where nothing is needed.

    The problem is in English, as it is stored.
    """

    standing: Standing
    state: str
    tone: str
    to_do: str
    left: timedelta | None

    @property
    def problem(self) -> str:
        """The last error, without the address that begins it."""
        return (self.standing.problem or "").removeprefix(f"{self.standing.mailbox.address}: ")


@PAGE.routes.get("/mailboxes")
def show() -> Response:
    """All mailboxes, those in trouble first."""
    found, t = services(), speaker()
    poll = timedelta(seconds=found.settings.mail.poll_seconds)
    mailboxes = found.store.mailboxes.list(sight=access().sight)
    each = [shown_mailbox(one, t) for one in standings(found.store, mailboxes, poll, found.clock())]
    each.sort(key=lambda one: (not one.tone and not one.standing.state.alert, one.standing.mailbox.address))
    return shown(
        "mailboxes.html",
        mailboxes=each,
        trouble=sum(one.tone == "poor" for one in each),
        imports=len(found.store.imports.list(sight=access().sight)),
        span=lambda time: formats().ago(found.clock() + time),
    )


@PAGE.routes.post("/mailboxes/<int:number>/seen")
@needs(Right.CORRECT)
def seen(number: int) -> AnyResponse:
    """Somebody read what the mail server asked to show."""
    services().store.mailbox_states.alert_seen(number, sight=access().sight)
    return redirect(url_for("dashboard.mailboxes.show"), 303)


def shown_mailbox(standing: Standing, t: Speaker) -> ShownMailbox:
    """A mailbox as it is shown."""
    tone = "poor" if standing.activity in TROUBLE else "fair" if standing.problem else ""
    commands = {name: f"{command} {standing.mailbox.address}" for name, command in COMMANDS.items()}
    key = f"do_{standing.activity}"
    to_do = t(key, **commands) if t.knows(key) else t("do_check", **commands) if standing.problem else ""
    left = standing.state.left if standing.activity == "reading" else None
    return ShownMailbox(standing, t(f"is_{standing.activity}"), tone, to_do, left)
