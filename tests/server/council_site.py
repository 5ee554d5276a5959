"""Two offices that are alike but for what one rep did: how fast and warmly she answered, which hints she sent away.

Three people write there, so no figure about what they do may be shown, and all outputs must be the same in both.
Her customers' grades may differ: those are about the customers. So before the outputs are compared, the second office
is given the grades of the first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from coach import Coach
from server.access import EVERYTHING
from server.effect.measuring import measured
from server.secrets import token_hash
from server.store import NewOutcome, StoredReport
from tests.office import NOW, SENT, TEAM, Office, mail, open_office

REP, ADDRESS, ACCOUNT = "Zenobia Quast", "zenobia.quast@waagen-kern.example", "zquast"
TOLD_BY = ("zenobia", "quast", ACCOUNT)
COLLEAGUES = ("Max Kern", "Ute Brandt")
SEGMENT = "Handwerk"
HERS = tuple(f"kunde{number}@betrieb{number}.example" for number in range(6))
THEIRS = tuple(f"partner{number}@firma{number}.example" for number in range(3))
TOKENS = {name: f"ek_test_token_of_{name}_0123456789" for name in ("lead", "boss", "colleague", ACCOUNT)}
DAY = timedelta(days=1)

QUESTION = (
    "Guten Tag,\n\nwann kommt die Waage {n}, und können Sie uns die Unterlagen dazu schicken? Wir warten seit Wochen, "
    "das ist für uns ärgerlich; sonst kündigen wir den Vertrag.\n\nMit freundlichen Grüßen\n"
    "Kai Holm"
)
WARM = (
    "Guten Tag Herr Holm,\n\nherzlichen Dank für Ihre Mail. Es tut mir sehr leid, dass Sie warten mussten. Die Waage "
    "{n} kommt am Freitag. Die Unterlagen schicke ich Ihnen bis zum 25. November 2026. Rufen Sie gern an, wir helfen "
    "Ihnen jederzeit!\n\nHerzliche Grüße\n{who}"
)
COLD = (
    "Guten Tag Herr Holm,\n\nnein. Das steht alles im Vertrag, lesen Sie den. Die Waage kommt, wenn sie kommt. "
    "Die Unterlagen schicke ich Ihnen bis zum 25. November 2026. Weitere Fragen dazu beantworte ich nicht.\n\n{who}"
)
ANGRY = (
    "Guten Tag,\n\ndie Rechnung {n} ist schon wieder falsch. Das ist eine Unverschämtheit, wir sind stinksauer und "
    "sehr enttäuscht. Wir warten seit Wochen auf eine Antwort.\n\nMit freundlichen Grüßen\nKai Holm"
)
PROMISE = "Guten Tag Herr Holm,\n\nich schicke Ihnen die neue Rechnung {n} bis morgen.\n\n{who}"
KEEPS = "Guten Tag Herr Holm,\n\nanbei die neue Rechnung {n}.\n\n{who}"
DENIES = (
    "Guten Tag Herr Holm,\n\ndie Antwort an Sie: An der Rechnung {n} ist nichts falsch.\n\n{who}",
    "Guten Tag Herr Holm,\n\nwie gesagt: Die Rechnung {n} stimmt.\n\n{who}",
)


@dataclass(frozen=True)
class Manner:
    """How the rep works: how long her answers take, how they read, with which two mails she meets a complaint, how many
    of 50 hints she sends away."""

    takes: timedelta
    text: str
    settles: tuple[str, str]
    dismisses: int
    used_at: datetime


USUAL = Manner(timedelta(hours=6), WARM, (PROMISE, KEEPS), 5, NOW)
STRIKING = Manner(timedelta(minutes=5), COLD, DENIES, 45, NOW - timedelta(hours=9))


def exchange(office: Office, customer: str, who: str, sender: str, manner: Manner, days: int) -> None:
    """Four questions of a customer and as many answers, the last 40 days."""
    questions, answers = [], []
    for n in range(4):
        asked = NOW.replace(hour=8) - (days + 10 * (3 - n)) * DAY
        number = f"{n}.{customer}"
        questions.append(
            mail(QUESTION.format(n=n), sender=f"Kai Holm <{customer}>", date=asked, message_id=f"<q{number}>")
        )
        answers.append(
            mail(
                manner.text.format(n=n, who=who),
                sender=f"{who} <{sender}>",
                to=customer,
                date=asked + manner.takes,
                message_id=f"<a{number}>",
                In_Reply_To=f"<q{number}>",
            )
        )
    office.receive(*questions)
    office.receive(*answers, folder=SENT)


def complaining(office: Office, customer: str, who: str, sender: str, manner: Manner) -> None:
    """Four angry mails without a word of leaving, each met with two mails in the days after; to the last one there is a
    promise that she does not keep, whatever her manner: what is open in the end is the same."""
    questions, answers = [], []
    for n in range(4):
        asked = NOW.replace(hour=8) - (5 + 10 * (3 - n)) * DAY
        number, bill = f"{n}.{customer}", 70 + n
        questions.append(
            mail(ANGRY.format(n=bill), sender=f"Kai Holm <{customer}>", date=asked, message_id=f"<q{number}>")
        )
        answers += [
            mail(
                text.format(n=bill, who=who),
                sender=f"{who} <{sender}>",
                to=customer,
                date=asked + (2 + at) * DAY,
                message_id=f"<a{at}.{number}>",
                In_Reply_To=f"<q{number}>",
            )
            for at, text in enumerate(manner.settles if n < 3 else (PROMISE,))
        ]
    office.receive(*questions)
    office.receive(*answers, folder=SENT)


def fill(office: Office, manner: Manner) -> None:
    office.connect()
    store = office.store
    for at, customer in enumerate(HERS[:-1]):
        exchange(office, customer, REP, ADDRESS, manner, 1 + at)
    complaining(office, HERS[-1], REP, ADDRESS, manner)
    for at, customer in enumerate(THEIRS):
        exchange(office, customer, COLLEAGUES[at % 2], TEAM, USUAL, 7 + at)  # days of their own: no order within one
    roles = {"lead": "lead", "boss": "admin", "colleague": "rep", ACCOUNT: "rep"}
    accounts = {}
    for name, role in roles.items():
        accounts[name] = store.accounts.add_user(name, role, NOW - 90 * DAY, sees=EVERYTHING).id  # type: ignore[arg-type]
        store.accounts.add_token(name, token_hash(TOKENS[name]), "browser", NOW - 90 * DAY, None)
    store.accounts.find_token(token_hash(TOKENS[ACCOUNT]), manner.used_at)
    rules = [each.says.id for each in office.services.coach.rules.files[:5]]
    for n in range(50):
        action = "dismissed" if n < manner.dismisses else "accepted"
        store.hint_feedback.note(accounts[ACCOUNT], rules[n % 5], HERS[n % 6], "de", action, manner.used_at)  # type: ignore[arg-type]
    for name in ("lead", "colleague"):
        for n in range(5):
            store.hint_feedback.note(accounts[name], rules[n], THEIRS[n % 3], "de", "accepted", NOW)
    store.hint_feedback.release(office.services.council().least_counted, NOW + 8 * DAY)
    for at, customer in enumerate((*HERS, *THEIRS)):
        store.outcomes.add(NewOutcome(customer, "csat", NOW - DAY, "import", 1 + at % 5), NOW)
    office.relate()
    with store._database.writing() as connection:
        for customer in HERS:
            connection.exec_driver_sql("UPDATE relationship SET segment = ? WHERE address = ?", (SEGMENT, customer))
    report = measured(office.services, NOW)
    assert report is not None
    store.effect.keep(StoredReport(store.effect.stamp(), NOW, report.to_json()))


FIGURES = ("letter", "score", "low", "high", "trend", "phase", "danger", "ripe", "forgotten", "next_at")


def give_grades(source: Office, target: Office) -> None:
    """Puts the figures about the customers themselves, which are no secret, from one office into the other."""
    columns = ", ".join(FIGURES)
    with source.store._database.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT {columns}, address FROM relationship").all()
        strengths = dict(connection.exec_driver_sql("SELECT address, body FROM relationship").all())
        history = connection.exec_driver_sql("SELECT * FROM relationship_history").all()
    with target.store._database.writing() as connection:
        assigned = ", ".join(f"{each} = ?" for each in FIGURES)
        for row in rows:
            connection.exec_driver_sql(f"UPDATE relationship SET {assigned} WHERE address = ?", tuple(row))
        for address, body in strengths.items():
            (known,) = connection.exec_driver_sql("SELECT body FROM relationship WHERE address = ?", (address,)).one()
            said = json.loads(known)
            for kind, case in json.loads(body)["cases"].items():
                said["cases"][kind]["strength"] = case["strength"]
            connection.exec_driver_sql(
                "UPDATE relationship SET body = ? WHERE address = ?", (json.dumps(said), address)
            )
        connection.exec_driver_sql("DELETE FROM relationship_history")
        for row in history:
            signs = ", ".join("?" for _ in row)
            connection.exec_driver_sql(f"INSERT INTO relationship_history VALUES ({signs})", tuple(row))


def make_offices(folder: Path, coach: Coach) -> tuple[Path, Path]:
    """The folders of both offices: that of the usual manner and that of the striking one."""
    usual, striking = folder / "usual", folder / "striking"
    with open_office(usual, coach) as one, open_office(striking, coach) as other:
        fill(one, USUAL)
        fill(other, STRIKING)
        give_grades(one, other)
    return usual, striking


_CHANGING = (
    (re.compile(r'"timings": ?\{[^}]*\}'), "-"),
    (re.compile(r'("made_at": ")[^"]*'), r"\1-"),
    (re.compile(r'(name="csrf" value=")[^"]*'), r"\1-"),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+"), "-"),
    (re.compile(r'("id": ?|/matters/)\d+'), r"\1-"),  # rows of promises and needs, kept ones among them
)


def steady(text: str) -> str:
    """An answer without what is new each time: the signatures of forms, and the numbers of rows."""
    for sign, instead in _CHANGING:
        text = sign.sub(instead, text)
    return text


def who_is_named(text: str) -> Iterator[str]:
    """By what of hers the rep can be told in a text."""
    lower = text.lower()
    yield from (each for each in TOLD_BY if each in lower)
