"""What Einklang remembers: mailboxes, messages, profiles, customers and accounts, in a SQL database."""

from server.access import Role
from server.store.alerts import Alert, StoredAlert
from server.store.audit import AuditEntry, AuditProblem
from server.store.contacts import Contacts
from server.store.corrections import Correction
from server.store.effect import GroupSum, StoredReport
from server.store.feedback_links import FeedbackLink, Question
from server.store.grounds import Grounds
from server.store.hint_feedback import HintAction, HintTotals
from server.store.host_values import IntegrationKey, PairedClient, PairingTry, SigningHost
from server.store.import_values import SPOKEN, Channel, Contact, Imported, ImportSource, Position, Refused, Tally
from server.store.mailbox_states import Activity, Leases, MailboxState
from server.store.matters import NEEDS, PROMISE, OpenMatter, StoredMatter
from server.store.notices import Notice
from server.store.outcomes import NewOutcome, Outcome, OutcomeKind, OutcomeSource, Recorded
from server.store.overview import Group, MailDay, PromiseCounts
from server.store.people import Person
from server.store.relationship_records import DueRelationship, HistoryPoint, RelationshipFigures
from server.store.relationships import StoredRelationship, Wanted
from server.store.sent_mail import SentMessage
from server.store.sign_in_tries import Begun, Counted
from server.store.sign_in_values import Identity, NewSession, SecondFactor, StoredPassword, Way, WebSession
from server.store.sign_in_values import Stage as SignInStage
from server.store.store import Store
from server.store.team_people import Sender
from server.store.traces import StoredTrace, StoredTurn
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
    Stage,
    StoredAddress,
    StoredMessage,
    StoredProfile,
    StoredSample,
    Token,
    User,
)
from server.store.webhooks import Delivery, DeliveryTotals
from server.store.workers import Attendance
from server.store.works_council import CouncilAct

__all__ = [
    "CONTACT",
    "NEEDS",
    "PERSONAL",
    "PROMISE",
    "SPOKEN",
    "Activity",
    "Alert",
    "Attendance",
    "AuditEntry",
    "AuditProblem",
    "Begun",
    "Channel",
    "Contact",
    "Contacts",
    "Correction",
    "CouncilAct",
    "Counted",
    "Customer",
    "Delivery",
    "DeliveryTotals",
    "Direction",
    "DueRelationship",
    "FeedbackLink",
    "Fold",
    "Forgotten",
    "Grounds",
    "Group",
    "GroupSum",
    "HintAction",
    "HintTotals",
    "HistoryPoint",
    "Identity",
    "ImportSource",
    "Imported",
    "IntegrationKey",
    "Learned",
    "Leases",
    "MailDay",
    "Mailbox",
    "MailboxState",
    "MessageCounts",
    "NewMailbox",
    "NewOutcome",
    "NewSession",
    "Notice",
    "OpenMatter",
    "Outcome",
    "OutcomeKind",
    "OutcomeSource",
    "PairedClient",
    "PairingTry",
    "ParsedMessage",
    "PendingMessage",
    "Person",
    "Position",
    "ProfileState",
    "PromiseCounts",
    "Question",
    "Rebuild",
    "Recorded",
    "Refused",
    "RelationshipFigures",
    "Role",
    "SecondFactor",
    "Sender",
    "SentMessage",
    "SignInStage",
    "SigningHost",
    "Stage",
    "Store",
    "StoredAddress",
    "StoredAlert",
    "StoredMatter",
    "StoredMessage",
    "StoredPassword",
    "StoredProfile",
    "StoredRelationship",
    "StoredReport",
    "StoredSample",
    "StoredTrace",
    "StoredTurn",
    "Tally",
    "Token",
    "User",
    "Wanted",
    "Way",
    "WebSession",
]
