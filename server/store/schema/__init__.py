"""The tables, as the newest migration leaves them; every module of this package is part of them."""

from server.store.schema.accounts import account, account_mailbox, token
from server.store.schema.columns import Id, UtcDateTime, metadata
from server.store.schema.customers import alias, customer, customer_language, customer_mailbox
from server.store.schema.effect import effect_report
from server.store.schema.hosts import integration_key, integration_key_mailbox, pairing, pairing_miss
from server.store.schema.imports import contact, import_position, import_problem, import_source
from server.store.schema.jobs import dead_letter, job_slot, message_claim, relationship_claim, worker
from server.store.schema.mail import folder, mailbox, mailbox_lease, mailbox_state, message, quarantine
from server.store.schema.outcomes import (
    alert,
    feedback_link,
    notice,
    outcome,
    outgoing_event,
    webhook_delivery,
)
from server.store.schema.privacy import audit_entry, inner_key, kept_away, left_out
from server.store.schema.profiles import profile, profile_basis, sample
from server.store.schema.relationships import grade_correction, matter, relationship, relationship_history, trace
from server.store.schema.sent_days import sent_day
from server.store.schema.sign_in import (
    password,
    password_link,
    recovery_code,
    second_factor,
    sign_in_identity,
    sign_in_try,
    web_session,
)
from server.store.schema.works_council import (
    hint_batch,
    hint_batch_person,
    hint_feedback,
    hint_total,
    works_council_act,
)

__all__ = [
    "Id",
    "UtcDateTime",
    "account",
    "account_mailbox",
    "alert",
    "alias",
    "audit_entry",
    "contact",
    "customer",
    "customer_language",
    "customer_mailbox",
    "dead_letter",
    "effect_report",
    "feedback_link",
    "folder",
    "grade_correction",
    "hint_batch",
    "hint_batch_person",
    "hint_feedback",
    "hint_total",
    "import_position",
    "import_problem",
    "import_source",
    "inner_key",
    "integration_key",
    "integration_key_mailbox",
    "job_slot",
    "kept_away",
    "left_out",
    "mailbox",
    "mailbox_lease",
    "mailbox_state",
    "matter",
    "message",
    "message_claim",
    "metadata",
    "notice",
    "outcome",
    "outgoing_event",
    "pairing",
    "pairing_miss",
    "password",
    "password_link",
    "profile",
    "profile_basis",
    "quarantine",
    "recovery_code",
    "relationship",
    "relationship_claim",
    "relationship_history",
    "sample",
    "second_factor",
    "sent_day",
    "sign_in_identity",
    "sign_in_try",
    "token",
    "trace",
    "web_session",
    "webhook_delivery",
    "worker",
    "works_council_act",
]
