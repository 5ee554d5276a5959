"""Mail that came by a list or group: which one, and who wrote it where the list put itself into From.

What the programs set (looked up in archives of such mail, 2012-2025):
Google Groups: List-ID <group.domain>, Mailing-list "list group@domain; contact ...", List-Post, X-Original-Sender,
Precedence list; where the sender's domain forbids relaying (DMARC) From becomes "'Anna' via Group <group@domain>" and
the author stands in X-Original-From and Reply-To. Mailman: List-Id, List-Post, X-BeenThere, Precedence list; From
becomes "Anna via Group <group@domain>" and the author goes to Reply-To or Cc, at the IETF to X-Original-From.
Sympa: List-Id, List-Post, X-Loop; From becomes "Anna (via group Mailing List)", the author X-Original-From.
LISTSERV: List-Owner, Sender is the list. Majordomo: Sender owner-group@, Precedence bulk.
A Microsoft 365 group or distribution list leaves From alone and sets X-MS-Exchange-GroupMailbox-Id or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from server.mail.mime_address import Address, addresses
from server.mail.mime_tree import MimePart

_MAILTO = re.compile(r"<mailto:([^<>?\s]{3,320})", re.IGNORECASE)
_GOOGLE = re.compile(r"\blist\s+([^\s;<>]{3,320}@[^\s;<>]{1,255})")
_LIST_ID = re.compile(r"<([^<>\s]{1,255})>\s*\Z")
_VIA = re.compile(r"\s*(?:\(via .{1,100}\)|\bvia\s.{1,100}|\(.{1,100} via .{1,100}\))\s*\Z", re.IGNORECASE)
_ADDRESS_FIELDS = ("x-beenthere", "x-mailing-list", "x-spam-checked-in-group")
_ORIGINAL_FIELDS = ("x-original-from", "original-from")


@dataclass(frozen=True, slots=True)
class MailingList:
    """The list or group that a mail came by.

    `addresses` are those to which its members write, `identity` is its List-Id (may be empty), both in lower
    case. `writer` is who wrote the mail if the list stands in From in their place and the mail tells.
    """

    addresses: frozenset[str]
    identity: str
    writer: Address | None


def mailing_list(root: MimePart, sender: Address | None) -> MailingList | None:
    """The list that the mail came by; None if no header names one."""
    found = _LIST_ID.search(root.header("list-id")[:1000])
    bare = root.header("list-id").strip().lower()
    identity = found.group(1).lower() if found else bare if re.fullmatch(r"[\w.-]{1,255}", bare) else ""
    known = frozenset(each.lower() for each in _addresses(root))
    if not known and not identity:
        return None
    return MailingList(known, identity, _writer(root, sender, known) if sender else None)


def _addresses(root: MimePart) -> list[str]:
    found = _MAILTO.findall(root.header("list-post")[:2000])
    found += _GOOGLE.findall(root.header("mailing-list")[:1000])
    for name in _ADDRESS_FIELDS:
        found += [each.address for each in addresses(root.header(name)[:1000]) if "@" in each.address]
    return found


def _writer(root: MimePart, sender: Address, known: frozenset[str]) -> Address | None:
    """The author of a mail whose From the list rewrote; None for a mail whose From is still its author."""
    via = _VIA.search(sender.name)
    if not via and sender.address.lower() not in known:
        return None
    name = _VIA.sub("", sender.name).strip("'\" ") if via else ""
    lists = known | {sender.address.lower()}
    # without "via", a Reply-To may as well be that of a web form that the team's own site sent
    for field in (
        (*_ORIGINAL_FIELDS, "reply-to", "x-original-sender") if via else (*_ORIGINAL_FIELDS, "x-original-sender")
    ):
        for each in addresses(root.header(field)):
            if "@" in each.address and each.address.lower() not in lists:
                return Address(each.name or name, each.address)
    copied = addresses(root.header("cc")) if name else ()
    return next((each for each in copied if each.name == name and each.address.lower() not in lists), None)
