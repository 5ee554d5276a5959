"""Whose mail is whose."""

from __future__ import annotations

import pytest

from server.mail import mime
from server.settings import Team as TeamSettings
from server.store import Mailbox
from server.team import Team, address_in, customer_among, other_side, team_of
from tests.office import NOW, mail

TEAM = Team(frozenset({"team.example"}), frozenset({"info@team.example", "our.agency@gmail.com"}))


def sides(sender: str, to: str, **headers: str) -> tuple[str | None, str | None]:
    direction, other = other_side(mime.parse(mail("Hallo", sender=sender, to=to, **headers)), TEAM)
    return direction, other.address.lower() if other else None


@pytest.mark.parametrize(
    ("sender", "to", "expected"),
    [
        ("anna@kunde.example", "info@team.example", ("in", "anna@kunde.example")),
        ("Anna <ANNA@Kunde.Example>", "info@team.example", ("in", "anna@kunde.example")),
        ("info@team.example", "anna@kunde.example", ("out", "anna@kunde.example")),
        ("max@TEAM.example", "info@team.example, anna@kunde.example", ("out", "anna@kunde.example")),
        ("max@team.example", "info@team.example", (None, None)),
        ("our.agency@gmail.com", "anna@kunde.example", ("out", "anna@kunde.example")),
        ("somebody.else@gmail.com", "info@team.example", ("in", "somebody.else@gmail.com")),
        ("anna@kunde.example", "bernd@kunde.example", ("in", "anna@kunde.example")),
        ("anna@sub.team.example.evil.example", "info@team.example", ("in", "anna@sub.team.example.evil.example")),
    ],
)
def test_direction_and_customer_follow_from_sender_and_recipients(
    sender: str, to: str, expected: tuple[str | None, str | None]
):
    assert sides(sender, to) == expected


def test_a_customer_in_copy_counts_when_the_team_writes():
    assert sides("max@team.example", "info@team.example", Cc="anna@kunde.example") == ("out", "anna@kunde.example")


def test_a_mail_from_nobody_has_no_customer():
    assert other_side(mime.parse(b"Subject: odd\r\n\r\nHallo"), TEAM) == (None, None)


def connected(*addresses: str) -> list[Mailbox]:
    return [
        Mailbox(n, address, "h", 993, "tls", "u", None, None, NOW, None, None) for n, address in enumerate(addresses)
    ]


def test_without_own_domains_those_of_the_mailboxes_are_taken():
    team = team_of(TeamSettings(), connected("Info@Team.example"))
    assert team.has("anybody@team.example")
    assert not team.has("anna@kunde.example")


def test_own_domains_in_the_settings_stand_instead_of_those_of_the_mailboxes():
    team = team_of(
        TeamSettings(domains=("one.example",), addresses=("x@two.example",)), connected("info@three.example")
    )
    found = {
        each for each in ("a@one.example", "x@two.example", "info@three.example", "y@three.example") if team.has(each)
    }
    assert found == {"a@one.example", "x@two.example", "info@three.example"}


def test_a_mailbox_at_a_free_mail_provider_makes_not_all_its_users_colleagues():
    team = team_of(TeamSettings(), connected("kanzlei.muster@gmx.de"))
    assert team.has("kanzlei.muster@gmx.de")
    assert not team.has("kunde@gmx.de")


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Anna@Kunde.example", "anna@kunde.example"),
        (" Anna Krause <anna@kunde.example> ", "anna@kunde.example"),
        ('"Krause, Anna" <anna@kunde.example>', "anna@kunde.example"),
        ("Krause, Anna <anna@kunde.example>", "anna@kunde.example"),
        ("anna@köln.example", "anna@köln.example"),
        ("undisclosed-recipients:;", None),
        ("Anna", None),
        ("", None),
    ],
)
def test_an_address_is_found_in_what_mail_clients_hand_over(text: str, address: str | None):
    assert address_in(text) == address


def test_the_customer_is_the_first_recipient_outside_the_team():
    assert customer_among(["info@team.example", "b@kunde.example", "a@kunde.example"], TEAM) == "b@kunde.example"
    assert customer_among(["info@team.example", "nonsense"], TEAM) is None
