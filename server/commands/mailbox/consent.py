"""Sign-in with OAuth2 on the command line: shows where to go and waits until the person has been there."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from server.errors import LoginRefused

if TYPE_CHECKING:
    from server.mail.oauth import Provider, Token

BROWSER_WITHIN = 600.0  # seconds; people look for their second factor
NOBODYS_PORT = 1  # nobody listens there: the browser shows an error page, whose address is pasted

WAYS = ("code", "browser", "paste")
"""A code that is entered anywhere; a browser on this machine; a browser anywhere, whose last address is pasted."""


def token_from(provider: Provider, mailbox: str, way: str | None) -> Token:
    """The token that a person lets the provider give, by the way named or the best it offers; raises MailError."""
    way = way or ("code" if provider.device_url else "browser")
    if not (provider.device_url if way == "code" else provider.authorize_url):
        other = "browser or paste" if way == "code" else "code"
        raise click.UsageError(f"--way {way}: {provider.title} does not offer it here. Take --way {other}.")
    return {"code": _by_code, "browser": _by_browser, "paste": _by_pasting}[way](provider, mailbox)


def _by_code(provider: Provider, mailbox: str) -> Token:
    from server.mail.oauth_device import ask_for_code, wait_for_consent

    code = ask_for_code(provider, mailbox, _now())
    click.echo(f"On any device, open  {code.url}\nand enter the code   {code.user_code}", err=True)
    click.echo(f"Sign in there with an account that may open {mailbox}. Waiting ...", err=True)
    return wait_for_consent(provider, code, mailbox, clock=_now, sleep=time.sleep)


def _by_browser(provider: Provider, mailbox: str) -> Token:
    from server.mail.oauth_browser import Landing, accept, invite

    with Landing(provider.loopback) as landing:
        invitation = invite(provider, landing.redirect_uri, mailbox)
        click.echo(f"In a browser on this machine, open\n\n{invitation.url}\n", err=True)
        click.echo("Is your browser on another machine? Stop with Ctrl+C and add --way paste. Waiting ...", err=True)
        address = landing.wait(BROWSER_WITHIN)
    if address is None:
        raise LoginRefused(mailbox, "the browser did not come back in time.", "Start again, or add --way paste.")
    return accept(provider, invitation, address, mailbox, _now())


def _by_pasting(provider: Provider, mailbox: str) -> Token:
    from server.mail.oauth_browser import accept, invite

    invitation = invite(provider, f"http://{provider.loopback}:{NOBODYS_PORT}", mailbox)
    click.echo(f"In any browser, open\n\n{invitation.url}\n", err=True)
    click.echo("It ends at a page that cannot be shown. Copy the address of that page from the browser.", err=True)
    address = click.prompt("The address", err=True)  # it is worth nothing to who does not know the verifier
    return accept(provider, invitation, str(address), mailbox, _now())


def _now() -> datetime:
    return datetime.now(UTC)
