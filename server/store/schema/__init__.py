"""The tables, as the newest migration leaves them; every module of this package is part of them."""

from server.store.schema.accounts import account, token
from server.store.schema.columns import Id, UtcDateTime, metadata
from server.store.schema.customers import alias, customer, customer_language, hint_feedback
from server.store.schema.mail import folder, mailbox, mailbox_lease, mailbox_state, message, quarantine
from server.store.schema.profiles import profile, profile_basis, sample

__all__ = [
    "Id",
    "UtcDateTime",
    "account",
    "alias",
    "customer",
    "customer_language",
    "folder",
    "hint_feedback",
    "mailbox",
    "mailbox_lease",
    "mailbox_state",
    "message",
    "metadata",
    "profile",
    "profile_basis",
    "quarantine",
    "sample",
    "token",
]
