"""When the digest, alerts and events are sent: once to each, again after a failure, never before their hour."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from coach import Coach
from server.digest import DigestContent, SilentLine, Somebody
from server.jobs.local import LocalQueue
from server.outgoing import Outgoing
from server.outgoing_jobs import AFTER, HELD, schedule_outgoing, send_alerts, send_digest, send_events, send_mail
from server.settings_sections import Digest, Smtp
from server.smtp import Mailer, MailRefused
from server.store import Alert, Store
from server.wiring import Services
from tests.office import ANNA, mails_of_anna, open_office
from tests.office import NOW as OFFICE_NOW
from tests.smtp_sink import SmtpSink
from tests.stores import open_new_store

RITA, SAM = "rita@team.example", "sam@team.example"
FROM = "einklang@team.example"
SOUR = {"de": "Zwei Beschwerden.", "en": "Two complaints."}
SEVEN = datetime(2026, 11, 22, 6, tzinfo=UTC)  # in Berlin, in winter
MINUTE = timedelta(minutes=1)


@dataclass
class Letterbox:
    """Takes mail, or refuses it where it is told to."""

    refuses: dict[str, MailRefused] = field(default_factory=dict)
    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)

    def send(self, mail: EmailMessage, recipient: str) -> None:
        if recipient in self.refuses:
            raise self.refuses[recipient]
        self.taken.append((recipient, mail))

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.taken]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_new_store(f"sqlite:///{tmp_path}/data/einklang.db") as store:
        yield store


def wanted(*to: str, **more: object) -> Digest:
    return Digest.model_validate({"to": to or (RITA, SAM), "timezone": "Europe/Berlin", **more})


def full(day: date) -> DigestContent:
    return DigestContent(day, "", silent=[SilentLine(Somebody(ANNA), 40)])


def empty(day: date) -> DigestContent:
    return DigestContent(day, "")


def send(store: Store, box: Letterbox, at: datetime, content=full, **more: object) -> int:
    return send_digest(store, wanted(**more), box, FROM, content, at)


def test_the_digest_goes_out_from_its_hour_on_once_a_day_to_each(store: Store) -> None:
    box = Letterbox()
    assert send(store, box, SEVEN - MINUTE) == 0
    assert send(store, box, SEVEN) == 2
    assert send(store, box, SEVEN + timedelta(hours=10)) == 0
    assert send(store, box, SEVEN + timedelta(days=1)) == 2
    assert box.recipients == [RITA, SAM, RITA, SAM]
    assert ["2026-11-22" in mail["Subject"] for _, mail in box.taken] == [True, True, False, False]


def test_the_hour_is_that_of_the_clock_on_the_wall_in_summer_too(store: Store) -> None:
    box = Letterbox()
    summer = datetime(2026, 7, 1, 5, tzinfo=UTC)
    assert send(store, box, summer - MINUTE) == 0
    assert send(store, box, summer) == 2
    assert send(store, box, datetime(2026, 7, 1, 22, 30, tzinfo=UTC)) == 0  # the next day, and not yet seven


def test_who_is_added_later_gets_the_digest_of_that_day_and_nobody_gets_it_twice(store: Store) -> None:
    box = Letterbox()
    send_digest(store, wanted(RITA), box, FROM, full, SEVEN)
    send_digest(store, wanted(RITA, SAM), box, FROM, full, SEVEN + MINUTE)
    assert box.recipients == [RITA, SAM]


def test_on_a_day_when_nothing_is_due_no_mail_comes_and_content_is_asked_for_once(store: Store) -> None:
    box, asked = Letterbox(), []

    def content(day: date) -> DigestContent:
        asked.append(day)
        return empty(day)

    assert send(store, box, SEVEN, content) == 0
    assert send(store, box, SEVEN + MINUTE, content) == 0
    assert (box.taken, len(asked)) == ([], 1)


def test_what_was_refused_is_tried_again_later_and_later_and_only_that(store: Store) -> None:
    box = Letterbox({SAM: MailRefused("mail.example cannot be reached.", lasting=False)})
    at = SEVEN
    assert send(store, box, at) == 1
    for wait in AFTER:
        assert send(store, box, at + wait - timedelta(seconds=1)) == 0
        at += wait
        assert send(store, box, at) == 0
    assert store.notices.problems(at.date())[0][1] == "mail.example cannot be reached."
    box.refuses.clear()
    assert send(store, box, at + AFTER[-1]) == 1
    assert box.recipients == [RITA, SAM]
    assert store.notices.problems(at.date()) == []


def test_the_digest_of_a_day_is_not_sent_on_the_next(store: Store) -> None:
    box = Letterbox({RITA: MailRefused("away", lasting=False), SAM: MailRefused("away", lasting=False)})
    send(store, box, SEVEN + timedelta(hours=15))
    box.refuses.clear()
    assert send(store, box, SEVEN + timedelta(days=1)) == 2
    assert all("2026-11-23" in mail["Subject"] for _, mail in box.taken)


def test_a_lasting_refusal_is_not_tried_again_that_day(store: Store) -> None:
    box = Letterbox({SAM: MailRefused("nobody of that name", lasting=True)})
    send(store, box, SEVEN)
    box.refuses.clear()
    assert send(store, box, SEVEN + timedelta(hours=12)) == 0
    assert send(store, box, SEVEN + timedelta(days=1)) == 2


KILLED = """
import os, signal, sys
from datetime import UTC, date, datetime
from server.digest import DigestContent, SilentLine, Somebody
from server.outgoing_jobs import send_digest
from server.settings_sections import Digest, Smtp
from server.smtp import Mailer
from server.store import Store

class Killed:
    def send(self, mail, recipient):
        smtp = {"host": "127.0.0.1", "port": int(sys.argv[2]), "security": "none", "sender": "einklang@team.example"}
        Mailer(Smtp.model_validate(smtp)).send(mail, recipient)
        os.kill(os.getpid(), signal.SIGKILL)

wanted = Digest.model_validate({"to": ["rita@team.example"], "timezone": "Europe/Berlin"})
content = lambda day: DigestContent(day, "", silent=[SilentLine(Somebody("anna@kunde.example"), 40)])
at = datetime(2026, 11, 22, 6, tzinfo=UTC)
send_digest(Store.open(sys.argv[1]), wanted, Killed(), "einklang@team.example", content, at)
"""


def test_killed_between_sending_and_noting_the_mail_comes_once_more_and_under_the_same_name(
    store: Store, tmp_path: Path
) -> None:
    with SmtpSink() as sink:
        arguments = [sys.executable, "-c", KILLED, f"sqlite:///{tmp_path}/data/einklang.db", str(sink.port)]
        killed = subprocess.run(arguments, check=False, cwd=Path(__file__).parents[2])
        assert killed.returncode == -signal.SIGKILL
        smtp = {"host": "127.0.0.1", "port": sink.port, "security": "none", "sender": FROM}
        mailer = Mailer(Smtp.model_validate(smtp))
        sent = [
            send_digest(store, wanted(RITA), mailer, FROM, full, SEVEN + wait)
            for wait in (MINUTE, HELD, HELD + MINUTE, timedelta(hours=9))
        ]
    assert sent == [0, 1, 0, 0]
    assert len(sink.mails) == 2
    assert len({each.message["Message-ID"] for each in sink.mails}) == 1


@pytest.fixture
def services(tmp_path: Path, coach: Coach) -> Iterator[Services]:
    env = {
        "EINKLANG_DIGEST_TO": f"{RITA}, {SAM}",
        "EINKLANG_DIGEST_LANGUAGE": "de",
        "EINKLANG_SMTP_HOST": "127.0.0.1",
        "EINKLANG_SMTP_SECURITY": "none",
        "EINKLANG_SMTP_SENDER": FROM,
        "EINKLANG_DIGEST_AT": "12:00",
    }
    with open_office(tmp_path, coach, **env) as office:
        office.connect()
        office.receive(*mails_of_anna(1))
        yield office.services


def test_an_alert_goes_to_each_once_with_the_name_of_the_customer(services: Services) -> None:
    box = Letterbox()
    assert services.store.alerts.add(Alert("turned_sour", ANNA, SOUR, OFFICE_NOW), OFFICE_NOW)
    assert send_alerts(services, box, OFFICE_NOW) == 2
    assert send_alerts(services, box, OFFICE_NOW + MINUTE) == 0
    assert box.recipients == [RITA, SAM]
    assert box.taken[0][1]["Subject"] == "Einklang: Anna Krause braucht Aufmerksamkeit"


def test_an_alert_of_last_week_is_no_news(services: Services) -> None:
    old = OFFICE_NOW - timedelta(days=7)
    assert services.store.alerts.add(Alert("turned_sour", ANNA, SOUR, old), OFFICE_NOW)
    assert send_alerts(services, Letterbox(), OFFICE_NOW) == 0


def test_the_job_sends_digest_and_alert_through_the_mail_server_of_the_settings(services: Services) -> None:
    assert services.store.alerts.add(Alert("turned_sour", ANNA, SOUR, OFFICE_NOW), OFFICE_NOW)
    with SmtpSink() as sink:
        smtp = services.settings.smtp.model_copy(update={"port": sink.port})

        sending = replace(services, outgoing=Outgoing(Mailer(smtp)))
        send_mail(sending)
        send_mail(sending)
    assert sorted(each.recipients[0] for each in sink.mails) == [RITA, RITA, SAM, SAM]
    digest = next(each for each in sink.mails if "Warnungen" in each.message["Subject"])
    assert f"- {ANNA}: Zwei Beschwerden." in digest.text
    assert digest.sender == FROM


def test_a_worker_that_stops_finishes_the_mail_on_its_way_and_the_next_one_sends_the_rest(services: Services) -> None:
    assert services.store.alerts.add(Alert("turned_sour", ANNA, SOUR, OFFICE_NOW), OFFICE_NOW)
    box = Letterbox()
    sending = replace(services, outgoing=Outgoing(box))  # type: ignore[arg-type]
    send_mail(sending, stopped=lambda: len(box.taken) == 1)
    assert box.recipients == [RITA]
    send_mail(sending, stopped=lambda: len(box.taken) == 3)
    assert box.recipients == [RITA, SAM, RITA]
    send_mail(sending)
    assert sorted(box.recipients) == [RITA, RITA, SAM, SAM]


def test_events_that_nobody_is_to_be_told_do_not_pile_up(services: Services) -> None:
    assert services.store.alerts.add(Alert("turned_sour", ANNA, SOUR, OFFICE_NOW), OFFICE_NOW)
    send_events(services)
    assert services.store.outbox.spread(["https://late.example"], None, OFFICE_NOW) == 0


def test_only_what_is_switched_on_is_scheduled(services: Services) -> None:

    queue = LocalQueue()
    schedule_outgoing(services, queue, lambda: False)
    assert queue.names() == {"webhooks"}
    schedule_outgoing(replace(services, outgoing=Outgoing(Mailer(services.settings.smtp))), queue, lambda: False)
    assert queue.names() == {"webhooks", "digest"}
