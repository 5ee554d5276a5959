"""The server's list of folders, and which of them is Sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.mail import fetch_response, mailbox_names

NOT_FOR_MAIL = frozenset({"\\noselect", "\\nonexistent"})

# What mail programs and providers call it where the server does not mark it; most usual first.
SENT_NAMES = (
    *("sent", "sent items", "sent messages", "sent mail", "sent-mail", "gesendet", "gesendete objekte"),
    *("gesendete elemente", "gesendete nachrichten", "gesendete mails", "gesendete e-mails"),
    *("messages envoyés", "éléments envoyés", "envoyés", "courrier envoyé"),  # French
    *(
        "enviados",
        "elementos enviados",
        "mensajes enviados",
        "correo enviado",
        "itens enviados",
    ),  # Spanish, Portuguese
    *("posta inviata", "inviati", "inviata", "elementi inviati"),  # Italian
    *("verzonden", "verzonden items", "verzonden berichten"),  # Dutch
    *("wysłane", "elementy wysłane", "odeslaná pošta", "odoslaná pošta", "odeslané"),  # Polish, Czech, Slovak
    *("skickat", "skickade", "sendt", "sendte elementer", "sendt post", "lähetetyt"),  # Nordic
    *("отправленные", "надіслані", "gönderilmiş öğeler", "gönderilenler", "elküldött", "trimise"),
    *(
        "απεσταλμένα",
        "送信済み",
        "送信済みアイテム",
        "已发送",
        "已发送邮件",
        "寄件備份",
        "보낸편지함",
        "보낸 편지함",
    ),
)


@dataclass(frozen=True, slots=True)
class ListedFolder:
    """One line of LIST: the name as people see it, attributes in lower case."""

    name: str
    attributes: frozenset[str]
    delimiter: str | None


def listed_folder(line: list[fetch_response.Token]) -> ListedFolder | None:
    """One LIST line; None where it names nothing."""
    if len(line) < 3 or not isinstance(line[0], list) or not isinstance(line[2], bytes):
        return None
    attributes = frozenset(a.decode("ascii", "replace").lower() for a in line[0] if isinstance(a, bytes))
    delimiter = line[1].decode("ascii", "replace") if isinstance(line[1], bytes) else None
    try:
        return ListedFolder(mailbox_names.decode(line[2]), attributes, delimiter)
    except mailbox_names.NotAName:
        return ListedFolder(line[2].decode("ascii", "replace"), attributes | {"\\noselect"}, delimiter)


def find_sent(folders: Sequence[ListedFolder]) -> str | None:
    """The name of the Sent folder: the one the server marks, else the best known name, else None."""
    readable = [folder for folder in folders if not folder.attributes & NOT_FOR_MAIL]
    marked = [folder for folder in readable if "\\sent" in folder.attributes]
    if marked:
        return min(marked, key=_rank).name
    named = [folder for folder in readable if _rank(folder)[0] < len(SENT_NAMES)]
    return min(named, key=_rank).name if named else None


def _rank(folder: ListedFolder) -> tuple[int, int, str]:
    """How usual the folder's name is for Sent, then how deep it lies."""
    path = folder.name.split(folder.delimiter) if folder.delimiter else [folder.name]
    leaf = path[-1].casefold()
    place = SENT_NAMES.index(leaf) if leaf in SENT_NAMES and _near_top(path) else len(SENT_NAMES)
    return place, len(path), folder.name


def _near_top(path: Sequence[str]) -> bool:
    """At the top, or just below INBOX or a provider's root such as [Gmail]; not in somebody's archive."""
    return len(path) == 1 or (len(path) == 2 and (path[0].upper() == "INBOX" or path[0].startswith("[")))
