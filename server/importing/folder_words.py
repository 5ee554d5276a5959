"""What mail programs and providers call the folders and labels whose mail says nothing about a customer.

Curated from the localised names of Outlook, Thunderbird, Apple Mail, Gmail and Roundcube, German and English.
"""

from __future__ import annotations

from server.mail.sent_names import folded


def _all(*names: str) -> frozenset[str]:
    return frozenset(map(folded, names))


JUNK = _all(
    "junk", "spam", "junk e-mail", "junk email", "junk-e-mail", "junkmail", "bulk mail", "unerwünscht",
    "junk-e-mails", "spamverdacht", "spam-verdacht", "unerwünschte werbung",
)  # fmt: skip

TRASH = _all(
    "trash", "deleted items", "deleted messages", "deleted", "bin", "papierkorb", "gelöschte elemente",
    "gelöschte objekte", "gelöschte nachrichten", "gelöscht",
)  # fmt: skip

DRAFTS = _all(
    "drafts", "draft", "entwürfe", "entwurf", "unsent messages", "outbox", "postausgang", "templates", "vorlagen"
)
