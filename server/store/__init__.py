"""What Einklang remembers: mailboxes, messages, profiles, customers and accounts, in a SQL database."""

from server.store.hint_feedback import HintAction, HintTotals
from server.store.mailbox_states import Activity, MailboxState
from server.store.people import Person
from server.store.sent_mail import SentMessage
from server.store.store import Store
from server.store.values import (
    CONTACT,
    PERSONAL,
    Customer,
    Direction,
    Fold,
    Forgotten,
    Learned,
    Mailbox,
    MessageCounts,
    NewMailbox,
    ParsedMessage,
    PendingMessage,
    ProfileState,
    Rebuild,
    Role,
    Stage,
    StoredAddress,
    StoredMessage,
    StoredProfile,
    StoredSample,
    Token,
    User,
)

__all__ = [
    "CONTACT",
    "PERSONAL",
    "Activity",
    "Customer",
    "Direction",
    "Fold",
    "Forgotten",
    "HintAction",
    "HintTotals",
    "Learned",
    "Mailbox",
    "MailboxState",
    "MessageCounts",
    "NewMailbox",
    "ParsedMessage",
    "PendingMessage",
    "Person",
    "ProfileState",
    "Rebuild",
    "Role",
    "SentMessage",
    "Stage",
    "Store",
    "StoredAddress",
    "StoredMessage",
    "StoredProfile",
    "StoredSample",
    "Token",
    "User",
]
