"""The tables, as the newest migration leaves them; every module of this package is part of them."""

from server.store.schema.accounts import account, token
from server.store.schema.columns import Id, UtcDateTime, metadata
from server.store.schema.customers import alias, customer, customer_language, hint_feedback
from server.store.schema.effect import effect_report
from server.store.schema.hosts import integration_key, pairing, pairing_miss
from server.store.schema.imports import contact, import_position, import_problem, import_source
from server.store.schema.mail import folder, mailbox, mailbox_lease, mailbox_state, message, quarantine
from server.store.schema.outcomes import (
    alert,
    feedback_link,
    notice,
    outcome,
    outgoing_event,
    webhook_delivery,
)
from server.store.schema.profiles import profile, profile_basis, sample
from server.store.schema.relationships import grade_correction, matter, relationship, relationship_history, trace

__all__ = [
    "Id",
    "UtcDateTime",
    "account",
    "alert",
    "alias",
    "contact",
    "customer",
    "customer_language",
    "effect_report",
    "feedback_link",
    "folder",
    "grade_correction",
    "hint_feedback",
    "import_position",
    "import_problem",
    "import_source",
    "integration_key",
    "mailbox",
    "mailbox_lease",
    "mailbox_state",
    "matter",
    "message",
    "metadata",
    "notice",
    "outcome",
    "outgoing_event",
    "pairing",
    "pairing_miss",
    "profile",
    "profile_basis",
    "quarantine",
    "relationship",
    "relationship_history",
    "sample",
    "token",
    "trace",
    "webhook_delivery",
]
