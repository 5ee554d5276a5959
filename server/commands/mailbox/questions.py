"""Asks on the command line how a mailbox is reached, as far as that was not said."""

from __future__ import annotations

import sys
from dataclasses import dataclass

import click

from server.mail.login import STANDARD_PORT, Security
from server.mail.providers import ServerGuess, suggest

SECURITIES: tuple[Security, ...] = ("tls", "starttls", "none")
SECURITY_OF: dict[int, Security] = {port: security for security, port in STANDARD_PORT.items()} | {143: "starttls"}


@dataclass(frozen=True, slots=True)
class Said:
    """What the command line said of a server; None: nothing."""

    host: str | None
    port: int | None
    security: Security | None
    username: str | None


@dataclass(frozen=True, slots=True)
class Server:
    """How a mailbox is reached."""

    host: str
    port: int
    security: Security
    username: str


def ask_server(address: str, said: Said, *, may_ask: bool, sure: bool = False) -> Server:
    """What was said; the rest from what is known of the provider, else asked with a proposal.

    `sure`: what was said is a well-known server, of which nothing else is asked.
    """
    guess = suggest(address)[0]
    fits = said.host is None or said.host.lower() == guess.host
    known = sure or (fits and (guess.known or not may_ask))
    host = said.host or (guess.host if known else _ask("IMAP server", guess.host))
    proposal = _proposal(guess if fits and host == guess.host else None, said.port)
    asks = may_ask and not known
    security = said.security or (_ask_security(proposal) if asks and said.port is None else proposal)
    standard = guess.port if known and security == guess.security else STANDARD_PORT[security]
    port = said.port or (click.prompt("Port", standard, type=click.IntRange(1, 65535)) if asks else standard)
    username = said.username or (_ask("User name", address) if asks else address)
    if known and said.host is None:
        click.echo(f"Server: {host}, port {port}, security {security}", err=True)
        if guess.note:
            click.echo(guess.note, err=True)
    return Server(host, port, security, username)


def ask_password(*, from_stdin: bool) -> str:
    """The password: the first line of standard input, or typed without being shown."""
    if from_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
        if not password:
            raise click.UsageError("--password-stdin: there is no password on standard input.")
        return password
    password = click.prompt("Password (not shown)", hide_input=True)
    return str(password)


def _proposal(guess: ServerGuess | None, port: int | None) -> Security:
    if port is not None:
        return SECURITY_OF.get(port, "tls")
    return guess.security if guess is not None else "tls"


def _ask(what: str, proposal: str) -> str:
    return str(click.prompt(what, proposal)).strip()


def _ask_security(proposal: Security) -> Security:
    answer: Security = click.prompt("Security", proposal, type=click.Choice(SECURITIES))
    return answer
