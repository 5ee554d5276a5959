"""The server's list of folders, and which of them are read: INBOX, Sent, and more by pattern; also of another user."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.errors import MailboxGone
from server.mail import fetch_response, mailbox_names
from server.mail.folder_patterns import is_pattern, keeps_out, means
from server.mail.host import Folder
from server.mail.sent_names import RANK, SENT_NAMES, folded

NOT_FOR_MAIL = frozenset({"\\noselect", "\\nonexistent"})
# what no wildcard means: everything a second time, what nobody sent or wanted
NOT_MEANT = frozenset(
    {"\\all", "\\allmail", "\\drafts", "\\trash", "\\junk", "\\spam", "\\flagged", "\\important", "\\starred"}
)
MOST_NAMED = 30  # folders that an error lists


@dataclass(frozen=True, slots=True)
class ListedFolder:
    """One line of LIST: the name as people see it, attributes in lower case."""

    name: str
    attributes: frozenset[str]
    delimiter: str | None

    @property
    def holds_mail(self) -> bool:
        """Whether it can be opened."""
        return not self.attributes & NOT_FOR_MAIL

    @property
    def path(self) -> list[str]:
        """Its name, cut where the server cuts it."""
        return self.name.split(self.delimiter) if self.delimiter else [self.name]


@dataclass(frozen=True, slots=True)
class Namespaces:
    """The prefixes of the folders that other users share and that belong to everybody (RFC 2342)."""

    others: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderChoice:
    """What an admin said about which folders to read: names, whose they are, patterns of more; None: find it.

    `never` are names or patterns of folders that are not read in any case, nor are those below them.
    """

    inbox: str | None = None
    sent: str | None = None
    other_user: str | None = None
    more: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


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


def namespaces_in(line: Sequence[fetch_response.Token]) -> Namespaces:
    """The answer to NAMESPACE: personal, other users', shared."""
    found = [_prefixes(each) for each in line] + [(), (), ()]
    return Namespaces(found[1], found[2])


def _prefixes(token: fetch_response.Token) -> tuple[str, ...]:
    prefixes = []
    for each in token if isinstance(token, list) else ():
        if isinstance(each, list) and each and isinstance(each[0], bytes) and each[0]:
            try:
                prefixes.append(mailbox_names.decode(each[0]))
            except mailbox_names.NotAName:
                continue
    return tuple(prefixes)


def choose(
    listed: Sequence[ListedFolder],
    choice: FolderChoice,
    namespaces: Namespaces,
    mailbox: str,
) -> list[Folder]:
    """The folders to read, INBOX first; raises MailboxGone, with what there is, where one that was named is not."""
    if choice.other_user:
        root, here = _of_other_user(listed, choice.other_user, namespaces, mailbox)
    else:
        foreign = (*namespaces.others, *namespaces.shared)
        root, here = "", [each for each in listed if not each.name.startswith(foreign)]
    inbox = _named(listed, choice.inbox, mailbox) or _inbox_below(root, here, mailbox)
    sent = _named(listed, choice.sent, mailbox) or find_sent(here, root)
    chosen = {inbox: "inbox"} | ({sent: "sent"} if sent is not None and sent != inbox else {})
    for name in matching(listed, choice.more):
        chosen.setdefault(name, "more")
    cuts = {each.name: each.delimiter for each in listed}
    return [
        Folder(name, role)
        for name, role in chosen.items()
        if not _is_kept_out(choice.never, name, root, cuts.get(name))
    ]


def _is_kept_out(never: tuple[str, ...], name: str, root: str, delimiter: str | None) -> bool:
    below = name.removeprefix(f"{root}{delimiter or ''}") if root else name
    return keeps_out(never, name, delimiter) or keeps_out(never, below, delimiter)


def find_sent(folders: Sequence[ListedFolder], root: str = "") -> str | None:
    """The name of the Sent folder: the one the server marks, else the best known name, else None."""
    readable = [folder for folder in folders if folder.holds_mail]
    marked = [folder for folder in readable if "\\sent" in folder.attributes]
    if marked:
        return min(marked, key=lambda folder: _rank(folder, root)).name
    named = [folder for folder in readable if _rank(folder, root)[0] < len(SENT_NAMES)]
    return min(named, key=lambda folder: _rank(folder, root)).name if named else None


def matching(folders: Iterable[ListedFolder], patterns: Sequence[str]) -> list[str]:
    """The folders that a pattern such as "Kunden/*" means, in any case and with any of the two usual delimiters."""
    return [each.name for each in folders if each.holds_mail and any(_matches(each, pattern) for pattern in patterns)]


def _matches(folder: ListedFolder, pattern: str) -> bool:
    if is_pattern(pattern) and folder.attributes & NOT_MEANT and folded(pattern) != folded(folder.name):
        return False
    return means(pattern, folder.name, folder.delimiter)


def _named(listed: Sequence[ListedFolder], name: str | None, mailbox: str) -> str | None:
    if name is None or name in {folder.name for folder in listed} or name.upper() == "INBOX":
        return name
    alike = next((each.name for each in listed if each.holds_mail and folded(each.name) == folded(name)), None)
    if alike is None:
        raise MailboxGone(mailbox, f"there is no folder {name!r}.", _there_are(listed))
    return alike


def _there_are(listed: Sequence[ListedFolder]) -> str:
    names = sorted(folder.name for folder in listed if folder.holds_mail)
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"The server has: {', '.join(names[:MOST_NAMED])}{more}."


def _of_other_user(
    listed: Sequence[ListedFolder], user: str, namespaces: Namespaces, mailbox: str
) -> tuple[str, list[ListedFolder]]:
    """The root of another user's folders and all of them."""
    users = {folded(user), folded(user.partition("@")[0])}
    for prefix in (*namespaces.others, *namespaces.shared):
        for folder in listed:
            rest = folder.name.removeprefix(prefix)
            owner = rest.split(folder.delimiter)[0] if folder.delimiter else rest
            if folder.name.startswith(prefix) and folded(owner) in users:
                root = prefix + owner
                below = root + (folder.delimiter or "")
                return root, [each for each in listed if each.name == root or each.name.startswith(below)]
    places = ", ".join(repr(each) for each in (*namespaces.others, *namespaces.shared)) or "none"
    raise MailboxGone(
        mailbox,
        f"the folders of {user!r} cannot be seen.",
        f"Check that they are shared with the account that signs in. Places for other users' folders: {places}. "
        + _there_are(listed),
    )


def _inbox_below(root: str, folders: Sequence[ListedFolder], mailbox: str) -> str:
    if not root:
        return "INBOX"
    for folder in folders:
        if folder.holds_mail and folder.name.upper() == f"{root}{folder.delimiter or ''}INBOX".upper():
            return folder.name
    if any(folder.holds_mail and folder.name == root for folder in folders):
        return root  # Cyrus: user/anna is her INBOX
    raise MailboxGone(mailbox, f"{root} has no INBOX that may be read.", _there_are(folders))


def _rank(folder: ListedFolder, root: str) -> tuple[int, int, str]:
    """How usual the folder's name is for Sent, then how deep it lies."""
    path = folder.path[len(root.split(folder.delimiter)) if root and folder.delimiter else 0 :] or [""]
    place = RANK.get(folded(path[-1]), len(SENT_NAMES)) if _near_top(path) else len(SENT_NAMES)
    return place, len(path), folder.name


def _near_top(path: Sequence[str]) -> bool:
    """At the top, or just below INBOX or a provider's root such as [Gmail]; not in somebody's archive."""
    return len(path) == 1 or (len(path) == 2 and (path[0].upper() == "INBOX" or path[0].startswith("[")))
