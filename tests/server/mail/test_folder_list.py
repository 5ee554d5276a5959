"""Which folders are read, found by mark or by name, chosen by hand or by pattern, also of another user."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime

import pytest

from server.demo.delivery import append
from server.demo.dovecot import Dovecot
from server.errors import MailboxGone
from server.mail import fetch_response
from server.mail.connection import Login, Timeouts, open_connection
from server.mail.folder_list import FolderChoice, ListedFolder, Namespaces, choose, find_sent, namespaces_in
from server.mail.host import Folder
from server.mail.hosts.imap import ImapHost
from tests.dovecot import PASSWORD, StartDovecot
from tests.server.mail.host_contract import mail, messages, read
from tests.server.mail.imap_script import ScriptedServer

pytest_plugins = ["tests.dovecot"]

WHEN = datetime(2024, 5, 6, tzinfo=UTC)
BOX = "info@team.example"


def listed(*names: str, delimiter: str = "/", **marks: str) -> list[ListedFolder]:
    """Folders by name; `marks` give a name its attributes."""
    return [ListedFolder(name, frozenset(marks.get(name, "").split()), delimiter) for name in names]


def chosen(
    folders: list[ListedFolder], choice: FolderChoice | None = None, namespaces: Namespaces | None = None
) -> dict[str, str]:
    found = choose(folders, choice or FolderChoice(), namespaces or Namespaces(), BOX)
    return {folder.name: folder.role for folder in found}


# Sent by its name


@pytest.mark.parametrize(
    "name",
    [
        "Sent Items",
        "Gesendete Elemente",
        "GESENDET",
        "Éléments envoyés",
        "Elementos enviados",
        "Posta inviata",
        "Verzonden items",
        "Skickat",
        "Wysłane",
        "Odeslaná pošta",
        "Elküldött elemek",
        "Отправленные",
        "Απεσταλμένα",
        "Gönderilmiş Öğeler",
        "送信済みアイテム",
        "已发送",
        "보낸 편지함",
        "פריטים שנשלחו",
    ],
)
def test_sent_is_known_by_its_name_in_many_languages(name: str) -> None:
    assert find_sent(listed("INBOX", "Archive", name)) == name


def test_a_name_whose_accents_the_server_writes_apart_is_the_same_name() -> None:
    apart = unicodedata.normalize("NFD", "Éléments envoyés")
    assert apart != "Éléments envoyés"
    assert find_sent(listed("INBOX", apart)) == apart


@pytest.mark.parametrize("name", ["Presents", "Unsent", "Gesendet 2019 alt", "Drafts", "Outbox"])
def test_what_only_sounds_like_sent_is_not(name: str) -> None:
    assert find_sent(listed("INBOX", name)) is None


def test_a_dot_cuts_names_where_the_server_says_so() -> None:
    assert find_sent(listed("INBOX", "INBOX.Gesendet", delimiter=".")) == "INBOX.Gesendet"


def test_without_a_sent_folder_the_inbox_is_read_alone() -> None:
    assert chosen(listed("INBOX", "Archive")) == {"INBOX": "inbox"}


# chosen by hand


def test_a_name_that_was_given_wins_over_the_mark() -> None:
    folders = listed("INBOX", "Raus", "Sent", Sent="\\sent")
    assert chosen(folders, FolderChoice(sent="Raus")) == {"INBOX": "inbox", "Raus": "sent"}


def test_a_name_is_found_whatever_its_case_and_told_with_what_there_is_if_not() -> None:
    folders = listed("INBOX", "Kundenpost")
    assert chosen(folders, FolderChoice(inbox="kundenpost")) == {"Kundenpost": "inbox"}
    with pytest.raises(MailboxGone, match=r"no folder 'Kunden'.*INBOX, Kundenpost"):
        chosen(folders, FolderChoice(inbox="Kunden"))


def test_more_folders_come_by_pattern() -> None:
    folders = listed("INBOX", "Sent", "Kunden", "Kunden/Ärzte", "Kunden/Ärzte/Alt", "Privat")
    found = chosen(folders, FolderChoice(more=("kunden/*",)))
    assert found == {"INBOX": "inbox", "Sent": "sent", "Kunden/Ärzte": "more", "Kunden/Ärzte/Alt": "more"}


def test_a_pattern_may_cut_with_a_slash_whatever_the_server_cuts_with() -> None:
    folders = listed("INBOX", "INBOX.Kunden.Krause", delimiter=".")
    assert chosen(folders, FolderChoice(more=("INBOX/Kunden/*",)))["INBOX.Kunden.Krause"] == "more"


def test_a_pattern_needs_no_inbox_in_front_where_all_folders_lie_below_it() -> None:
    folders = listed("INBOX", "INBOX.Sent", "INBOX.Kunden.Krause", "INBOX.Privat", delimiter=".")
    wanted = {"INBOX": "inbox", "INBOX.Sent": "sent", "INBOX.Kunden.Krause": "more"}
    assert chosen(folders, FolderChoice(more=("Kunden/*",))) == wanted


def test_a_pattern_does_not_mean_drafts_rubbish_or_everything_a_second_time() -> None:
    marks = {"Papierkorb": "\\trash", "Spam": "\\junk", "Alle": "\\all", "Entwürfe": "\\drafts", "Wurzel": "\\noselect"}
    folders = listed("INBOX", "Sent", *marks, "Kunden", **marks)
    assert chosen(folders, FolderChoice(more=("*",))) == {"INBOX": "inbox", "Sent": "sent", "Kunden": "more"}
    assert chosen(folders, FolderChoice(more=("Spam",)))["Spam"] == "more"  # asked for by its name


def test_a_pattern_that_means_nothing_yet_is_no_error() -> None:
    assert chosen(listed("INBOX"), FolderChoice(more=("Kunden/*",))) == {"INBOX": "inbox"}


def test_a_folder_that_is_never_read_is_not_chosen_with_all_below_it() -> None:
    folders = listed("INBOX", "Sent", "Betriebsrat", "Betriebsrat/2026", "Betriebsratswahl")
    found = chosen(folders, FolderChoice(more=("*",), never=("betriebsrat", "betriebsrat/*")))
    assert set(found) == {"INBOX", "Sent", "Betriebsratswahl"}
    assert chosen(folders, FolderChoice(more=("Betriebsrat",), never=("Betriebsrat",))).keys() == {"INBOX", "Sent"}


@pytest.mark.parametrize(
    "pattern", ["Betriebsrat", "betriebsrat", "INBOX.Betriebsrat", "INBOX/Betriebsrat", "Betriebs*"]
)
def test_what_is_never_read_is_not_read_where_all_folders_lie_below_inbox(pattern: str) -> None:
    folders = listed(
        "INBOX", "INBOX.Sent", "INBOX.Betriebsrat", "INBOX.Betriebsrat.2026", "INBOX.Kunden", delimiter="."
    )
    found = chosen(folders, FolderChoice(more=("*",), never=(pattern,)))
    assert set(found) == {"INBOX", "INBOX.Sent", "INBOX.Kunden"}


@pytest.mark.parametrize("pattern", ["Kunden/Privat", "Kunden.Privat", "kunden/privat*"])
@pytest.mark.parametrize("prefix", ["", "INBOX."])
def test_what_is_never_read_may_be_cut_with_a_slash_whatever_the_server_cuts_with(pattern: str, prefix: str) -> None:
    folders = listed("INBOX", f"{prefix}Kunden", f"{prefix}Kunden.Privat", f"{prefix}Kunden.Privat.Alt", delimiter=".")
    found = chosen(folders, FolderChoice(more=("*",), never=(pattern,)))
    assert set(found) == {"INBOX", f"{prefix}Kunden"}


def test_what_is_never_read_is_not_read_whatever_the_server_marks_it_as_and_whoever_asked_for_it() -> None:
    folders = listed(
        "INBOX", "Sent", "HR/Papierkorb", "HR/Gesendet", **{"HR/Papierkorb": "\\trash", "HR/Gesendet": "\\sent"}
    )
    choice = FolderChoice(sent="HR/Gesendet", more=("HR/Papierkorb",), never=("HR/*",))
    assert chosen(folders, choice) == {"INBOX": "inbox"}


def test_what_is_never_read_is_not_read_of_another_user_either() -> None:
    folders = listed("INBOX", "Other Users/info", "Other Users/info/Sent", "Other Users/info/Betriebsrat")
    found = chosen(folders, FolderChoice(other_user="info", more=("Other*",), never=("Betriebsrat",)), CYRUS)
    assert set(found) == {"Other Users/info", "Other Users/info/Sent"}


def test_brackets_in_a_pattern_are_a_name_and_no_choice_of_letters() -> None:
    folders = listed("INBOX", "[Gmail]/Wichtig", "G/Wichtig")
    assert "G/Wichtig" not in chosen(folders, FolderChoice(more=("[Gmail]/*",)))


# other users' folders

CYRUS = Namespaces(others=("Other Users/",), shared=("Shared Folders/",))
OTHERS = ["INBOX", "Sent", "Other Users/info", "Other Users/info/Gesendet", "Other Users/infos", "Shared Folders/Sent"]


def test_the_sent_folder_of_somebody_else_is_not_ones_own() -> None:
    assert chosen(listed("INBOX", "Shared Folders/Sent", **{"Shared Folders/Sent": "\\sent"}), None, CYRUS) == {
        "INBOX": "inbox"
    }


@pytest.mark.parametrize("user", ["info", "INFO", "info@team.example"])
def test_another_users_mailbox_is_found_below_their_name(user: str) -> None:
    found = chosen(listed(*OTHERS), FolderChoice(other_user=user), CYRUS)
    assert found == {"Other Users/info": "inbox", "Other Users/info/Gesendet": "sent"}


def test_another_users_inbox_may_be_a_folder_of_its_own() -> None:
    folders = listed("INBOX", "shared/a@b.example", "shared/a@b.example/INBOX", **{"shared/a@b.example": "\\noselect"})
    found = chosen(folders, FolderChoice(other_user="a@b.example"), Namespaces(others=("shared/",)))
    assert found == {"shared/a@b.example/INBOX": "inbox"}


def test_folders_that_are_not_shared_are_told_with_the_places_that_there_are() -> None:
    with pytest.raises(MailboxGone, match=r"folders of 'anna' cannot be seen.*'Other Users/'"):
        chosen(listed(*OTHERS), FolderChoice(other_user="anna"), CYRUS)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (
            b'(("" "/")) (("user/" "/")) (("shared/" "/")("Public/" "/"))',
            Namespaces(("user/",), ("shared/", "Public/")),
        ),
        (b'(("" "/")) NIL NIL', Namespaces()),
        (b'(("INBOX." ".")) (("" "."))', Namespaces()),
        (b'NIL (("&ANY-ffentlich/" "/" "X" ("y"))) NIL', Namespaces(("Öffentlich/",))),
        (b"nonsense", Namespaces()),
    ],
)
def test_the_answer_to_namespace_is_read(answer: bytes, expected: Namespaces) -> None:
    assert namespaces_in(fetch_response.tokens(answer)) == expected


def test_folders_that_a_server_lists_only_where_one_asks_are_found() -> None:
    rules = [
        (rb"NAMESPACE", b'* NAMESPACE (("" "/")) (("user/" "/")) NIL\r\n%T OK done\r\n'),
        (rb'LIST "" "user/\*"', b'* LIST () "/" user/info\r\n* LIST (\\Sent) "/" user/info/Raus\r\n%T OK done\r\n'),
    ]
    with ScriptedServer(rules, capabilities=b"IMAP4rev1 AUTH=PLAIN NAMESPACE") as server:
        login = Login(BOX, "127.0.0.1", server.port, "none", "u", "p")
        with open_connection(login, Timeouts(60, 60)) as connection:
            found = ImapHost(connection, choice=FolderChoice(other_user="info")).folders()
    assert found == [Folder("user/info", "inbox"), Folder("user/info/Raus", "sent")]


# the login of somebody who opens a shared mailbox at Exchange: DOMAIN\user\shared


def test_a_user_name_with_backslashes_reaches_the_server_as_it_is() -> None:
    rules = [(rb"LOGIN", b"+ go\r\n")]
    with ScriptedServer(rules, capabilities=b"IMAP4rev1") as server:
        login = Login(BOX, "127.0.0.1", server.port, "none", "FIRMA\\anna\\info", "p")
        open_connection(login, Timeouts(60, 60)).close()
        assert b'LOGIN "FIRMA\\\\anna\\\\info" {1}' in server.received


# a real server

SHARED = """
mail_plugins = acl
plugin {
  acl = vfile
  acl_shared_dict = file:DIRECTORY/mail/shared
}
namespace shared {
  type = shared
  separator = /
  prefix = Geteilt/%%u/
  location = maildir:%%h/Maildir:INDEXPVT=~/shared/%%u
  subscriptions = no
  list = children
}
"""


@pytest.fixture
def sharing(start_dovecot: StartDovecot) -> Dovecot:
    """A Dovecot on which users share folders; user@example.test and info@example.test are there."""
    return start_dovecot(users=("user@example.test", "info@example.test"), more=SHARED)


@pytest.mark.dovecot
def test_a_mailbox_that_a_real_server_shares_is_read_by_whom_it_is_shared_with(sharing: Dovecot) -> None:
    owner = Login("info@example.test", "127.0.0.1", sharing.port, "none", "info@example.test", PASSWORD)
    append(owner, "INBOX", [(WHEN, mail(1))])
    append(owner, "Sent", [(WHEN, mail(2))])
    for folder in ("INBOX", "Sent"):
        sharing.doveadm("acl", "set", "-u", owner.username, folder, "user=user@example.test", "lookup", "read")
    member = Login("info@example.test", "127.0.0.1", sharing.port, "none", "user@example.test", PASSWORD)
    with open_connection(member) as connection:
        host = ImapHost(connection, choice=FolderChoice(other_user="info@example.test"))
        assert [(each.name.split("/")[:2], each.role) for each in host.folders()] == [
            (["Geteilt", "info@example.test"], "inbox"),
            (["Geteilt", "info@example.test"], "sent"),
        ]
        raws = [[each.raw for each in messages(read(host, folder=folder))] for folder in host.folders()]
        assert raws == [[mail(1)], [mail(2)]]
        assert ImapHost(connection).folders()[0] == Folder("INBOX", "inbox")
