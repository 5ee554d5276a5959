"""A team with one mailbox and its mail in a database, without any server: what ingest, assess and the API work on."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from coach import Coach
from coach.rule_making import Known
from server.assess import ProfileShelf
from server.ingest import learn_pending
from server.mail.host import Batch, Folder, RawMessage, SyncState
from server.relating import relate_due
from server.secrets import load_vault
from server.settings import Settings, load
from server.store import CouncilAct, Mailbox, NewMailbox, Store
from server.wiring import Models, Services, rulebook_for
from tests.stores import database_env, open_new_store

SIGNALS = tuple(Known.installed().signals.values())
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TEAM = "support@waagen-kern.example"
ANNA = "anna.krause@moelder.example"
INBOX = Folder("INBOX", "inbox")
SENT = Folder("Sent", "sent")

FORMAL = (
    "Sehr geehrter Herr Kern,\n\nvielen Dank für Ihr Angebot vom Montag. Wir haben die Unterlagen geprüft und bitten "
    "Sie, die Lieferzeit der Waage {n} noch einmal zu bestätigen. Die Montage sollte in der Kalenderwoche 4{n} "
    "beginnen, da unsere Halle vorher nicht frei ist.\n\nMit freundlichen Grüßen\nAnna Krause"
)
CASUAL = (
    "Hi Max,\n\nkurze Frage!! Kommt die Waage {n} jetzt am Freitag oder nicht? Wär super, wenn du mir das schnell "
    "sagen könntest, sonst muss ich hier alles umbauen :-) Ruf mich halt an!\n\nLG Tim"
)
ENGLISH = (
    "Dear Mr Kern,\n\nthank you for the offer that you sent us on Monday. We have read the papers and would like to "
    "ask you to confirm the delivery date of scale {n} once more, since our hall is not free before."
    "\n\nKind regards\nAnna Krause"
)
DRAFT = (
    "Hi Anna,\n\nklar kommt die Waage am Freitag!! Schreib mir einfach kurz, ob das bei dir passt, dann machen wir das "
    "so. Ich freu mich schon drauf, das wird super!\n\nLG Max"
)


def mail(
    text: str,
    *,
    sender: str = f"Anna Krause <{ANNA}>",
    to: str = TEAM,
    date: datetime = NOW - timedelta(days=1),
    message_id: str | None = None,
    subject: str = "Waage",
    **headers: str,
) -> bytes:
    """A mail as it comes by IMAP; `headers` with _ for -."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"], made["Date"] = sender, to, subject, date
    if message_id is not None:
        made["Message-ID"] = message_id
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made.as_bytes()


def mails_of_anna(count: int = 6, text: str = FORMAL) -> list[bytes]:
    """Formal mails of one customer, a day apart."""
    return [
        mail(text.format(n=n), date=NOW - timedelta(days=10 - n), message_id=f"<anna-{n}-{len(text)}@moelder.example>")
        for n in range(count)
    ]


@dataclass
class Office:
    """One installation whose clock stands still until it is set."""

    services: Services
    now: list[datetime]
    _uids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def store(self) -> Store:
        return self.services.store

    def connect(self, address: str = TEAM) -> Mailbox:
        """A mailbox of the team, as `einklang mailbox add` stores it."""
        new = NewMailbox(address, "127.0.0.1", 1, "none", address)
        return self.store.mailboxes.add(new, self.services.vault.seal("secret"), self.now[0])

    def store_mail(self, raws: Iterable[bytes], mailbox: str = TEAM, folder: Folder = INBOX) -> None:
        """As if a sync had brought these mails."""
        found = self.store.mailboxes.get(mailbox)
        messages = tuple(RawMessage(mailbox, folder.name, 7, next(self._uids), NOW, raw) for raw in raws)
        state = SyncState(1, 7, max(each.uid for each in messages) + 1)
        self.store.mirror.save_batch(found.id, Batch(folder, messages, state, len(messages)))

    def learn(self) -> int:
        found = self.services
        return learn_pending(found.store, found.coach, found.settings, found.team(), found.clock())

    def relate(self) -> int:
        """Works out the relationships that are due, as the worker does."""
        found = self.services
        return relate_due(found.store, found.coach, found.shelf, found.signals, found.clock())

    def receive(self, *raws: bytes, mailbox: str = TEAM, folder: Folder = INBOX) -> None:
        self.store_mail(raws, mailbox, folder)
        self.learn()

    def without_council(self) -> None:
        """The works-council mode switched off, in an office that was opened with `council=False`."""
        self.store.works_council.record(CouncilAct(self.now[0], False, "Hier schreibt nur eine Person.", "cli:test"))

    def later(self, by: timedelta) -> None:
        self.now[0] += by


@contextmanager
def open_office(
    folder: Path, coach: Coach, *, demo: bool = False, council: bool = True, uids: int = 1, **env: str
) -> Iterator[Office]:
    """An office whose data are in `folder`; `env` are settings, such as EINKLANG_PRIVACY_KEEP_TEXT_DAYS="0".

    `council`: whether the works-council mode is on, as it is from the start. `uids`: of the first mail that comes, in
    data that hold mail already.
    """
    now = [NOW]
    if not council:
        env["EINKLANG_PRIVACY_WORKS_COUNCIL"] = "false"
    settings: Settings = load(None, {"EINKLANG_DATA": str(folder), **database_env(folder), **env})
    vault = load_vault(settings.data.key_file, {})
    with open_new_store(settings.data.database_url, keys=lambda: vault) as store:
        models = Models()
        models.ready.set()
        services = Services(
            settings=settings,
            store=store,
            vault=vault,
            coach=coach,
            shelf=ProfileShelf(store),
            clock=lambda: now[0],
            demo=demo,
            models=models,
            rulebook=rulebook_for(settings, coach),
            signals=SIGNALS,
        )
        office = Office(services, now, itertools.count(uids))
        if not council:
            office.without_council()
        yield office
