"""An office in which everything that anybody can write, inside or outside, is an attack."""

from __future__ import annotations

import base64
import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from coach import Coach
from server.access import EVERYTHING
from server.secrets import new_token, token_hash
from server.store import NewOutcome
from server.store.alerts import Alert
from server.store.import_values import Contact
from tests.office import ANNA, FORMAL, NOW, SENT, TEAM, Office, open_office

PROBE = "xss-probe"  # an element of this name in a page was made by an attack
SCRIPT = (
    f"\"'></textarea></title></script><{PROBE} onclick=x>&lt;{PROBE}&gt;</{PROBE}>"
    "<img src=x onerror=window.hacked=1><script>window.hacked=1</script><svg onload=window.hacked=1>"
    "{{7*7}}${7*7}javascript:window.hacked=1"
)
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", " =1+1", "＝1+1", '=HYPERLINK("http://evil")')
BIDI = "gnp.\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe\N{ZERO WIDTH SPACE}Anna"
CRLF = "Anna\r\nBcc: victim@elsewhere.example\r\n\r\nBody"
NAMES = (SCRIPT, FORMULAS[0], BIDI, CRLF)


def encoded(text: str) -> str:
    return f"=?utf-8?b?{base64.b64encode(text.encode()).decode()}?="


def raw_mail(
    text: str, sender: str, name: str, date: datetime, number: int, *, to: str = TEAM, is_html: bool = False
) -> bytes:
    """A mail with an attack in every header that is shown or kept."""
    kind = "html" if is_html else "plain"
    head = (
        f"From: {encoded(name)} <{sender}>\nTo: {encoded(name)} <{to}>\nSubject: {encoded(SCRIPT)}\n"
        f"Date: {date.strftime('%a, %d %b %Y %H:%M:%S +0000')}\nMessage-ID: <{number}.{sender}>\n"
        f"Reply-To: {encoded(SCRIPT)} <{sender}>\nX-Mailer: {SCRIPT}\n"
        f'MIME-Version: 1.0\nContent-Type: text/{kind}; charset="utf-8"; name="{encoded(SCRIPT)}"\n'
        "Content-Transfer-Encoding: base64\n\n"
    )
    return head.encode() + base64.encodebytes(text.encode())


def customer(number: int) -> str:
    return f"customer{number}@hostile{number}.example"


def fill(office: Office) -> None:
    """Customers whose names, subjects and texts are attacks, with everything an office may note about them."""
    office.connect()
    text = f"{FORMAL}\n\n{SCRIPT}\n\nKönnen Sie mir bitte bis Freitag sagen, was {SCRIPT} kostet?\n"
    for number, name in enumerate(NAMES):
        for each in range(4 if number == 0 else 1):
            date = NOW - timedelta(days=60 - 10 * each)
            is_html = each % 2 == 1
            body = f"<p>{text}</p>" if is_html else text
            office.store_mail([raw_mail(body.replace("{n}", str(each)), customer(number), name, date, each,
                                        is_html=is_html)])  # fmt: skip
    promised = f"Guten Tag,\n\nich schicke Ihnen {SCRIPT} bis zum 20. November 2026.\n\nViele Grüße\n{SCRIPT}"
    for number, name in enumerate(NAMES):
        sent = raw_mail(promised, TEAM, name, NOW - timedelta(days=9), 100 + number, to=customer(number))
        office.store_mail([sent], folder=SENT)
    office.store_mail([raw_mail(text, ANNA, "Anna Krause", NOW - timedelta(days=3), 900)])
    office.learn()
    office.relate()
    store = office.store
    for number, attack in enumerate(NAMES):
        store.corrections.set(customer(number), "A", attack, NOW, sight=EVERYTHING)
        store.alerts.add(Alert("turned_sour", customer(number), {"de": attack, "en": attack}, NOW), NOW)
    for number, attack in enumerate(dict.fromkeys((*NAMES, *FORMULAS))):
        at = NOW - timedelta(days=5, minutes=number)
        store.outcomes.add(NewOutcome(customer(number % len(NAMES)), "lost", at, "api", key=attack), NOW)
    source = store.imports.open(SCRIPT, None, NOW)
    told = [Contact((customer(number),), attack, attack, attack) for number, attack in enumerate(NAMES)]
    store.contacts.save(source.id, told, NOW)
    mailbox = store.mailboxes.get(TEAM)
    store.mailboxes.record_sync(mailbox.id, NOW, SCRIPT)
    store.mailbox_states.note_alert(mailbox.id, NOW, SCRIPT)


@contextmanager
def hostile_office(folder: Path, coach: Coach, **env: str) -> Iterator[Office]:
    """The office, as a demo: everybody is let in."""
    with open_office(folder, coach, demo=True, EINKLANG_TEAM_NAME=SCRIPT, **env) as office:
        fill(office)
        secret = new_token()
        office.store.accounts.add_user(SCRIPT, "admin", NOW, sees=EVERYTHING)
        office.store.accounts.add_token(SCRIPT, token_hash(secret), SCRIPT, NOW, None)
        yield office


@pytest.fixture(scope="session")
def attacked(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[Office]:
    """The office, made once: tests only read it."""
    with hostile_office(tmp_path_factory.mktemp("hostile"), coach) as office:
        yield office


def spreadsheet(text: str, separator: str) -> list[list[str]]:
    """The cells of a file of CSV, as a spreadsheet reads them."""
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=separator))
