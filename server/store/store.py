"""The store: one open database and what it keeps, by aggregate."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from types import TracebackType

from server.store.accounts import Accounts
from server.store.addresses import Addresses
from server.store.alerts import Alerts
from server.store.audit import Audit
from server.store.claims import MailClaims, RelationshipClaims
from server.store.contacts import Contacts
from server.store.corrections import Corrections
from server.store.credentials import Credentials
from server.store.customers import Customers
from server.store.database import Database
from server.store.dead_letters import DeadLetters
from server.store.effect import Effects
from server.store.erasure import Erasure
from server.store.feedback_links import FeedbackLinks
from server.store.figures import Figures
from server.store.hint_feedback import HintFeedback
from server.store.identities import Identities
from server.store.imports import Imports
from server.store.integration_keys import IntegrationKeys
from server.store.job_slots import JobSlots
from server.store.kept_away import KeptAway
from server.store.leaving_out import LeavingOut
from server.store.left_out import LeftOut, SieveHolder
from server.store.mail_bytes import unpacked
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
from server.store.resealing import Resealing
from server.store.sealing import TEXTS, Keys, LateSealing
from server.store.second_factors import SecondFactors
from server.store.sent_mail import SentMail
from server.store.sessions import Sessions
from server.store.sign_in_tries import SignInTries
from server.store.team_people import TeamPeople
from server.store.traces import Traces
from server.store.webhooks import Outbox
from server.store.workers import Workers
from server.store.works_council import CouncilActs


class Store:
    """Everything that Einklang remembers; open it once per process."""

    def __init__(self, database: Database, keys: Callable[[], Keys] | None = None) -> None:
        self._database = database
        if keys is not None:
            database.seals.sealing = LateSealing(keys, TEXTS)
        self.audit = Audit(database, keys)
        self.kept_away = KeptAway(database, keys)
        self.left_out = LeftOut(database)
        self.leaving_out = LeavingOut(database)
        self.sieves = SieveHolder()
        self.resealing = Resealing(database)
        self.erasure = Erasure(database, unpacked)
        self.mailboxes = Mailboxes(database)
        self.mailbox_states = MailboxStates(database)
        self.mirror = Mirror(database, self.sieves)
        self.messages = Messages(database)
        self.mail_claims = MailClaims(database)
        self.addresses = Addresses(database)
        self.profiles = Profiles(database)
        self.customers = Customers(database)
        self.people = People(database)
        self.accounts = Accounts(database)
        self.credentials = Credentials(database)
        self.second_factors = SecondFactors(database)
        self.identities = Identities(database)
        self.sign_in_tries = SignInTries(database)
        self.sessions = Sessions(database)
        self.integration_keys = IntegrationKeys(database)
        self.pairings = Pairings(database)
        self.hint_feedback = HintFeedback(database, keys)
        self.sent_mail = SentMail(database)
        self.traces = Traces(database)
        self.relationships = Relationships(database)
        self.relationship_claims = RelationshipClaims(database)
        self.matters = Matters(database)
        self.corrections = Corrections(database)
        self.overview = Overview(database)
        self.imports = Imports(database, self.sieves)
        self.contacts = Contacts(database, self.sieves)
        self.outcomes = Outcomes(database)
        self.feedback_links = FeedbackLinks(database)
        self.alerts = Alerts(database)
        self.notices = Notices(database)
        self.outbox = Outbox(database)
        self.effect = Effects(database)
        self.workers = Workers(database)
        self.job_slots = JobSlots(database)
        self.dead_letters = DeadLetters(database)
        self.figures = Figures(database)
        self.team_people = TeamPeople(database)
        self.works_council = CouncilActs(database)

    @property
    def name(self) -> str:
        """What messages call the database: its file, or its name and server; never with a password."""
        return self._database.name

    def seal(self, *, texts: bool, waiting: bool) -> None:
        """From now on the texts of mails, or mail that waits to be learned, are written encrypted; all is read."""
        self._database.seals.texts, self._database.seals.waiting = texts, waiting

    def at_one_moment(self) -> AbstractContextManager[None]:
        """For the length of a `with` this thread reads all as of one moment, at the cost of one transaction."""
        return self._database.at_one_moment()

    def empty_log(self) -> bool:
        """Takes out of the database's log what was deleted or sealed; False while others read."""
        return self._database.empty_log()

    @staticmethod
    def open(url: str, *, keys: Callable[[], Keys] | None = None) -> Store:
        """The store at `url`, created or brought to this version's tables as needed; raises StoreError.

        `keys` gives the master key when something is first sealed or signed.
        """
        database = Database.open(url)
        try:
            migrate(database)
        except BaseException:
            database.close()
            raise
        return Store(database, keys)

    def close(self) -> None:
        """Gives all connections back."""
        self._database.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
