"""Whose mail is whose."""

from __future__ import annotations

import pytest

from server.mail import mime
from server.settings import Team as TeamSettings
from server.store import Mailbox
from server.team import Team, address_in, customer_among, kind_for, other_side, team_of
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


def test_the_admin_may_name_further_free_mail_domains():
    settings = TeamSettings(free_mail_domains=("isp.example",))
    team = team_of(settings, connected("kanzlei@isp.example"))
    assert not team.has("kunde@isp.example")
    assert team.is_free_mail("isp.example")
    assert not team.is_free_mail("kunde.example")


@pytest.mark.parametrize(
    "domain",
    [
        *("gmail.com", "gmx.at", "yahoo.co.uk", "hotmail.fr", "live.nl", "t-online.de", "web.de", "bluewin.ch"),
        *("aon.at", "orange.fr", "libero.it", "wp.pl", "seznam.cz", "mail.ru", "qq.com", "163.com", "comcast.net"),
        *("btinternet.com", "maine.rr.com", "privaterelay.appleid.com", "marketplace.amazon.de", "proton.me"),
    ],
)
def test_at_a_free_mail_provider_people_are_no_colleagues(domain: str):
    assert TEAM.is_free_mail(domain)


@pytest.mark.parametrize(
    "domain", ["kunde.example", "gmail.com.kunde.example", "amazon.de", "outlook-beratung.de", "gmx", "siemens.com"]
)
def test_a_company_is_no_free_mail_provider(domain: str):
    assert not TEAM.is_free_mail(domain)


def test_a_copy_that_the_team_sent_to_itself_unseen_is_outgoing():
    # no Sent folder holds it: the program sent itself a blind copy, so the team stands in no header but From
    raw = mail("Hallo Frau Krause", sender="max@team.example", to="anna@kunde.example")
    assert other_side(mime.parse(raw), TEAM) == ("out", mime.Address("", "anna@kunde.example"))


@pytest.mark.parametrize("folder", ["inbox", "sent"])
def test_what_lies_in_a_sent_folder_is_the_teams_under_any_name(folder: str):
    raw = mail("Hallo", sender="verkauf@former-name.example", to="verkauf@former-name.example, anna@kunde.example")
    direction, other = other_side(mime.parse(raw), TEAM, sent=folder == "sent")
    assert (direction, other and other.address) == {
        "inbox": ("in", "verkauf@former-name.example"),
        "sent": ("out", "anna@kunde.example"),
    }[folder]


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


# the team's own lists and groups


def through(*headers: str, sender: str = "Anna Krause <anna@kunde.example>", text: str = "Guten Tag") -> mime.Message:
    return mime.parse("\r\n".join([f"From: {sender}", "To: info@team.example", *headers, "", text]).encode())


OWN = {
    "google group": (
        "List-ID: <info.team.example>",
        "Mailing-list: list info@team.example; contact x",
        "Precedence: list",
    ),
    "mailman at a sub-domain": ("List-Id: <info.lists.team.example>", "List-Post: <mailto:info@lists.team.example>"),
    "own address elsewhere": ("List-Post: <mailto:our.agency@gmail.com>", "List-Id: <our-agency.googlegroups.com>"),
}
FOREIGN = {
    "another list": ("List-Id: <users.scales.example>", "List-Post: <mailto:users@scales.example>"),
    "a name that looks alike": ("List-Id: <info.evil-team.example>", "List-Post: <mailto:info@evil-team.example>"),
    "no name at all": ("Precedence: list",),
}


@pytest.mark.parametrize("headers", OWN.values(), ids=OWN)
def test_what_a_customer_writes_to_the_teams_own_group_is_personal(headers: tuple[str, ...]):
    message = through(*headers)
    assert message.kind is mime.Kind.LIST
    assert kind_for(message, TEAM) is mime.Kind.PERSONAL


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
def test_mail_of_other_lists_stays_list_mail(headers: tuple[str, ...]):
    assert kind_for(through(*headers), TEAM) is mime.Kind.LIST


@pytest.mark.parametrize(
    ("extra", "kind"),
    [
        ("X-Campaign: 17", mime.Kind.NEWSLETTER),
        ("Auto-Submitted: auto-replied", mime.Kind.AUTO_REPLY),
        ("Content-Type: text/calendar; method=REQUEST", mime.Kind.CALENDAR),
    ],
)
def test_programs_that_write_to_the_own_group_are_still_programs(extra: str, kind: mime.Kind):
    assert kind_for(through(*OWN["google group"], extra), TEAM) is kind
    shop = through(*OWN["google group"], sender="no-reply@shop.example")
    assert kind_for(shop, TEAM) is mime.Kind.NO_REPLY


def test_the_customer_is_found_behind_the_group_that_took_their_place():
    message = through(
        *OWN["google group"],
        "X-Original-From: Anna Krause <anna@kunde.example>",
        sender="'Anna Krause' via Info <info@team.example>",
    )
    assert other_side(message, TEAM) == ("in", mime.Address("Anna Krause", "anna@kunde.example"))


def test_a_colleague_who_writes_through_the_own_group_is_the_team():
    message = through(*OWN["google group"], sender="Max <max@team.example>")
    assert other_side(message, TEAM) == (None, None)


@pytest.mark.parametrize(
    "headers",
    [
        ("Reply-To: Anna Krause <anna@kunde.example>",),
        ("X-Original-From: Anna Krause <anna@kunde.example>", "Reply-To: info@team.example"),
        ("X-Original-Sender: anna@kunde.example",),
    ],
    ids=["reply-to", "x-original-from", "x-original-sender"],
)
@pytest.mark.parametrize("name", ["'Anna Krause' via Info", "Anna Krause (via Info)"])
def test_whoever_writes_via_the_list_is_found_where_the_list_put_them(headers: tuple[str, ...], name: str):
    message = through(*OWN["google group"], *headers, sender=f'"{name}" <info@team.example>')
    direction, other = other_side(message, TEAM)
    assert (direction, other and other.address) == ("in", "anna@kunde.example")
