"""An office with two mailboxes and customers in one, in the other and in both, as people in every role see it.

Nothing is analysed: what mail leaves behind is written straight into the store, so that no language model is needed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from coach import Coach, Profile
from coach.relationship.steps import STEPS
from server.access import EVERYTHING, Role, Scope, Sight
from server.secrets import new_token, token_hash
from server.store import (
    Alert,
    DueRelationship,
    Imported,
    NewOutcome,
    RelationshipFigures,
    StoredMatter,
)
from tests.office import NOW, Office, mail, open_office
from tests.server.store.mails import learned, parsed

OWN_BOX, FOREIGN_BOX = "support@waagen-kern.example", "vorstand@waagen-kern.example"
OLGA, FELIX, SINA = "olga@eigen.example", "felix@fremd.example", "sina@geteilt.example"
IDA, ULF = "ida@mitgebracht.example", "ulf@lose.example"  # out of imported files: tied to the own mailbox, to none
NAMES = {OLGA: "Olga Eigen", FELIX: "Felix Fremd", SINA: "Sina Beide", IDA: "Ida Mit", ULF: "Ulf Lose"}
OWN_WORDS, FOREIGN_WORDS = "Wann kommt die Eigenwaage?", "Wann kommt das Fremdgeheimnis?"
FOREIGN = (FELIX, NAMES[FELIX], ULF, NAMES[ULF], FOREIGN_BOX, FOREIGN_WORDS, "Fremdgeheimnis")
"""What nobody may read who sees the own mailbox alone."""

PEOPLE: dict[str, tuple[Role, tuple[Scope, ...] | None]] = {
    "rep": ("rep", None),
    "lead": ("lead", None),
    "admin": ("admin", None),
    "narrow": ("admin", ("outcomes",)),  # a token for a program of the admin's
    "reader": ("lead", ("read",)),
    "lost": ("rep", None),  # nobody has granted a mailbox
}


@dataclass(frozen=True)
class TwoMailboxes:
    """The office, the tokens of people by name, and the matters of customers by whose they are."""

    office: Office
    tokens: dict[str, str]
    matters: dict[str, int]
    mailboxes: dict[str, int]


@contextmanager
def two_mailboxes(folder: Path, coach: Coach) -> Iterator[TwoMailboxes]:
    """The office, open for the length of a `with`."""
    with open_office(folder, coach) as office:
        office.services.models.ready.clear()  # as right after a start: nothing here asks a model
        boxes = {each: office.connect(each).id for each in (OWN_BOX, FOREIGN_BOX)}
        _learn(office, OWN_BOX, (OLGA, SINA), OWN_WORDS)
        _learn(office, FOREIGN_BOX, (FELIX, SINA), FOREIGN_WORDS)
        _import(office, "with the mailbox", OWN_BOX, IDA, OWN_WORDS)
        _import(office, "loose", None, ULF, FOREIGN_WORDS)
        for address in NAMES:
            _relate(office, address)
        yield TwoMailboxes(office, _people(office, boxes[OWN_BOX]), _matters(office), boxes)


def _learn(office: Office, mailbox: str, customers: tuple[str, ...], words: str) -> None:
    office.store_mail([mail(words, sender=each) for each in customers for _ in range(2)], mailbox)
    _record(office, [each for each in customers for _ in range(2)], mailbox, words)


def _record(office: Office, customers: list[str], place: str, words: str) -> None:
    store = office.store
    for day, (message, customer) in enumerate(zip(store.messages.pending(99), customers, strict=True), start=300):
        facts = {"message_id": f"<{day}.{customer}.{place}>", "from_name": NAMES[customer]}
        found = parsed(day, customer, subject=words, body=words, authored=words, **facts)
        taught = learned(day, customer, key=f"{day} {customer} {place}")
        store.messages.record(message.id, found, taught, _nothing, now=NOW)


def _nothing(body: str | None) -> str:
    """A profile that nothing was learned for; which one it is can be seen all the same."""
    return body or Profile().to_json()


def _import(office: Office, name: str, tied_to: str | None, customer: str, words: str) -> None:
    store = office.store
    source = store.imports.open(name, tied_to, NOW)
    item = Imported("one", "email", "INBOX", "inbox", NOW - timedelta(days=3), mail(words, sender=customer))
    store.imports.save(store.imports.begin(source.id, "a.mbox", "mark"), [item], [], 1, "mark")
    _record(office, [customer], name, words)


def _relate(office: Office, address: str) -> None:
    """A customer in danger with evidence, an overdue promise, an open need, an alert and an outcome."""
    store = office.store
    mails = store.messages.recent(address, 9, sight=EVERYTHING)
    causes = [[each.id, 2.0, [0, 4]] for each in mails]
    say = {"de": "Es klingt kühler.", "en": "It sounds cooler."}
    step = next(iter(STEPS))
    reason = {"signal": "warmth", "say": say, "causes": causes}
    share = {"signal": "warmth", "points": 2.0, "most": 6.0, "value": 0.4, "evidence": 3.0, "say": say}
    proofs = [{"name": "n", "say": say, "mail": each.id, "span": [0, 4]} for each in mails]
    body = {
        "shares": [share | {"causes": causes}],
        "cases": {"danger": {"strength": 60.0, "step": step, "reasons": [reason]}},
        "closeness": {"phase": "acquaintance", "readiness": 0.5, "proofs": proofs, "missing": []},
    }
    figures = RelationshipFigures(
        "B", 55.0, 45.0, 65.0, 4.0, "acquaintance", 60.0, 0.0, 0.0, len(mails), "kunden", json.dumps(body)
    )
    matters = [
        StoredMatter(each.id, kind, 0, len(each.authored or ""), each.date, due)
        for each in mails
        for kind, due in (("promise", NOW - timedelta(days=1)), ("question", None))
    ]
    (wanted,) = [each for each in store.relationships.due(NOW, 99) if each.address == address]
    due = DueRelationship(address, wanted.wanted)
    assert store.relationships.record(due, figures, matters, now=NOW, next_at=NOW + timedelta(days=1))
    store.alerts.add(Alert("turned_sour", address, say, NOW), NOW)
    store.outcomes.add_all([NewOutcome(address, "csat", NOW - timedelta(days=2), "import", 2)], NOW)
    store.corrections.set(address, "C", f"{NAMES[address]} sagt es selbst", NOW, sight=EVERYTHING)


def _matters(office: Office) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in office.store.matters.open(("promise",), sight=EVERYTHING):
        found.setdefault(each.address, each.id)
    return found


def _people(office: Office, own: int) -> dict[str, str]:
    tokens = {}
    for name, (role, scopes) in PEOPLE.items():
        sees = Sight.of(() if name == "lost" else (own,))
        office.store.accounts.add_user(name, role, NOW, sees=sees)
        tokens[name] = new_token()
        office.store.accounts.add_token(name, token_hash(tokens[name]), "", NOW, None, scopes=scopes)
    return tokens
