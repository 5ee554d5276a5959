"""Mail that came by a list or group: which one, and who wrote it."""

from __future__ import annotations

import pytest

from server.mail.mime import Address, Kind, MailingList, Message, parse

ANNA = Address("Anna Krause", "anna@kunde.example")

GOOGLE = (
    "Precedence: list",
    "Mailing-list: list support@team.example; contact support+owners@team.example",
    "List-ID: <support.team.example>",
    "X-Spam-Checked-In-Group: support@team.example",
    "X-Google-Group-Id: 412345678901",
    "List-Post: <https://groups.google.com/a/team.example/group/support/post>, <mailto:support@team.example>",
    "List-Unsubscribe: <mailto:googlegroups-manage+412345678901+unsubscribe@googlegroups.com>",
)
MAILMAN = (
    "Precedence: list",
    "X-BeenThere: support@lists.team.example",
    "X-Mailman-Version: 2.1.39",
    'List-Id: "Support der Waagen" <support.lists.team.example>',
    "List-Post: <mailto:support@lists.team.example>",
    "List-Unsubscribe: <https://lists.team.example/options/support>",
    'Sender: "Support" <support-bounces@lists.team.example>',
)
SYMPA = (
    "Precedence: list",
    "List-Id: <support@team.example>",
    "List-Post: <mailto:support@team.example>",
    "X-Loop: support@team.example",
    "X-Sequence: 12",
)


def _read(sender: str, *headers: str) -> Message:
    return parse("\r\n".join([f"From: {sender}", "To: support@team.example", *headers, "", "Guten Tag"]).encode())


@pytest.mark.parametrize(
    ("headers", "addresses", "identity"),
    [
        (GOOGLE, {"support@team.example"}, "support.team.example"),
        (MAILMAN, {"support@lists.team.example"}, "support.lists.team.example"),
        (SYMPA, {"support@team.example"}, "support@team.example"),
        (("X-Mailing-List: <dev@kernel.example>",), {"dev@kernel.example"}, ""),
        (("List-Id: news.shop.example",), set(), "news.shop.example"),
    ],
    ids=["google", "mailman", "sympa", "x-mailing-list", "list id without brackets"],
)
def test_the_list_is_told_by_what_its_program_sets(
    headers: tuple[str, ...], addresses: set[str], identity: str
) -> None:
    message = _read("Anna Krause <anna@kunde.example>", *headers)
    assert message.came_by == MailingList(frozenset(addresses), identity, None)
    assert message.kind is Kind.LIST


def test_mail_without_a_list_came_by_none() -> None:
    assert _read("Anna Krause <anna@kunde.example>", "List-Unsubscribe: <https://x.example>").came_by is None


@pytest.mark.parametrize(
    ("sender", "headers"),
    [
        (
            "'Anna Krause' via Support <support@team.example>",
            (
                *GOOGLE,
                "X-Original-From: Anna Krause <anna@kunde.example>",
                "Reply-To: Anna Krause <anna@kunde.example>",
            ),
        ),
        ("'Anna Krause' via Support <support@team.example>", (*GOOGLE, "X-Original-Sender: anna@kunde.example")),
        ("Anna Krause via Support <support@lists.team.example>", (*MAILMAN, "Reply-To: anna@kunde.example")),
        (
            "Anna Krause via Support <support@lists.team.example>",
            (
                *MAILMAN,
                "Reply-To: support@lists.team.example",
                "Cc: Bernd <b@kunde.example>, Anna Krause <anna@kunde.example>",
            ),
        ),
        (
            '"Anna Krause (via support Mailing List)" <support@team.example>',
            (*SYMPA, "X-Original-From: Anna Krause <anna@kunde.example>"),
        ),
    ],
    ids=["google", "google without From", "mailman reply-to", "mailman cc", "sympa"],
)
def test_who_wrote_is_found_where_the_list_took_their_place(sender: str, headers: tuple[str, ...]) -> None:
    came_by = _read(sender, *headers).came_by
    assert came_by is not None
    assert came_by.writer == ANNA


@pytest.mark.parametrize(
    ("sender", "headers"),
    [
        ("Anna Krause <anna@kunde.example>", (*GOOGLE, "Reply-To: bernd@kunde.example")),
        ("Anna via Support <support@team.example>", (*GOOGLE, "Reply-To: support@team.example")),
        ("Webformular <support@team.example>", (*GOOGLE, "Reply-To: anna@kunde.example")),
        ("Anna via Support <support@team.example>", (*GOOGLE, "Cc: Bernd <b@kunde.example>")),
    ],
    ids=["still in From", "not told", "form of the team's own site", "somebody else in Cc"],
)
def test_nobody_is_guessed_who_may_not_have_written(sender: str, headers: tuple[str, ...]) -> None:
    came_by = _read(sender, *headers).came_by
    assert came_by is not None
    assert came_by.writer is None
