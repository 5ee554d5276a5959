"""The store: one open database and what it keeps, by aggregate."""

from __future__ import annotations

from types import TracebackType

from server.store.accounts import Accounts
from server.store.addresses import Addresses
from server.store.alerts import Alerts
from server.store.contacts import Contacts
from server.store.corrections import Corrections
from server.store.customers import Customers
from server.store.database import Database
from server.store.effect import Effects
from server.store.feedback_links import FeedbackLinks
from server.store.hint_feedback import HintFeedback
from server.store.imports import Imports
from server.store.integration_keys import IntegrationKeys
from server.store.mailbox_states import MailboxStates
from server.store.mailboxes import Mailboxes
from server.store.matters import Matters
from server.store.messages import Messages
from server.store.migrating import migrate
from server.store.mirror import Mirror
from server.store.notices import Notices
from server.store.outcomes import Outcomes
from server.store.overview import Overview
from server.store.pairings import Pairings
from server.store.people import People
from server.store.profiles import Profiles
from server.store.relationships import Relationships
from server.store.sent_mail import SentMail
from server.store.traces import Traces
from server.store.webhooks import Outbox


class Store:
    """Everything that Einklang remembers; open it once per process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.mailboxes = Mailboxes(database)
        self.mailbox_states = MailboxStates(database)
        self.mirror = Mirror(database)
        self.messages = Messages(database)
        self.addresses = Addresses(database)
        self.profiles = Profiles(database)
        self.customers = Customers(database)
        self.people = People(database)
        self.accounts = Accounts(database)
        self.integration_keys = IntegrationKeys(database)
        self.pairings = Pairings(database)
        self.hint_feedback = HintFeedback(database)
        self.sent_mail = SentMail(database)
        self.traces = Traces(database)
        self.relationships = Relationships(database)
        self.matters = Matters(database)
        self.corrections = Corrections(database)
        self.overview = Overview(database)
        self.imports = Imports(database)
        self.contacts = Contacts(database)
        self.outcomes = Outcomes(database)
        self.feedback_links = FeedbackLinks(database)
        self.alerts = Alerts(database)
        self.notices = Notices(database)
        self.outbox = Outbox(database)
        self.effect = Effects(database)

    @staticmethod
    def open(url: str) -> Store:
        """The store at `url`, created or brought to this version's tables as needed; raises StoreError."""
        database = Database.open(url)
        try:
            migrate(database)
        except BaseException:
            database.close()
            raise
        return Store(database)

    def close(self) -> None:
        """Gives all connections back."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
