"""Stored mail is learned once, by whom it is from, and no text stays longer than it may."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from coach import Coach
from coach.errors import CoachError
from server.access import EVERYTHING
from server.errors import StoreError
from server.ingest import learn_pending, profile_of, rebuild_stale
from server.opened import LONGEST_READ
from server.store import CONTACT
from tests.office import ANNA, CASUAL, ENGLISH, FORMAL, NOW, SENT, TEAM, Office, mail, mails_of_anna, open_office
from tests.stores import SQLITE_ALONE

SALES = "sales@waagen-kern.example"
SECRET = "Zwetschgenkuchenrezept"


@pytest.fixture
def office(tmp_path: Path, coach: Coach) -> Iterator[Office]:
    with open_office(tmp_path, coach) as office:
        office.connect()
        yield office


def learned(office: Office, address: str = ANNA) -> int:
    """How many mails the profile of this address holds."""
    return sum(profile_of(each.body).samples for each in office.store.profiles.list(CONTACT, key=address))


def everything_on_disk(office: Office) -> bytes:
    """All that the database holds, its log included."""
    folder = office.services.settings.data.folder
    return b"".join(path.read_bytes() for path in folder.glob("einklang.db*"))


def test_the_profile_is_that_of_the_mails_themselves(office: Office, coach: Coach):
    office.receive(*mails_of_anna(4))
    (stored,) = office.store.profiles.list(CONTACT, key=ANNA)
    (part,) = profile_of(stored.body).parts.values()
    assert (stored.language, part.samples) == ("de", 4)


def test_mail_in_two_languages_makes_a_profile_for_each(office: Office):
    office.receive(*mails_of_anna(2), *mails_of_anna(3, ENGLISH))
    assert [each.language for each in office.store.profiles.list(CONTACT, key=ANNA)] == ["de", "en"]
    assert learned(office) == 5
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert customer.language == "en"


def test_the_order_in_which_mail_comes_does_not_matter(tmp_path: Path, coach: Coach):
    bodies = []
    for name, order in (("one", 1), ("other", -1)):
        with open_office(tmp_path / name, coach) as office:
            office.connect()
            office.receive(*mails_of_anna()[::order])
            bodies.append([each.body for each in office.store.profiles.list(CONTACT)])
    assert bodies[0] == bodies[1]


def test_a_mail_in_two_mailboxes_counts_once(office: Office):
    office.connect(SALES)
    raws = mails_of_anna(3)
    office.receive(*raws)
    office.receive(*raws, mailbox=SALES)
    assert learned(office) == 3
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert customer.mails_in == 3


def test_two_mails_that_say_the_same_count_twice(office: Office):
    text = FORMAL.format(n=1)
    office.receive(*(mail(text, message_id=f"<same-{n}@moelder.example>") for n in range(2)))
    assert learned(office) == 2


def test_what_the_team_writes_teaches_nothing_about_the_customer(office: Office):
    office.receive(mail(CASUAL, sender=TEAM, to=ANNA, message_id="<out@waagen-kern.example>"), folder=SENT)
    assert learned(office) == 0
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert (customer.mails_in, customer.mails_out) == (0, 1)


def test_quoted_text_of_others_teaches_nothing(office: Office, coach: Coach):
    own = FORMAL.format(n=1)
    quoted = own + "\n\nAm 12.11.2026 um 09:30 schrieb Max Kern:\n> Hi Anna, LG, super!!\n> Bis dann :-)\n"
    office.receive(mail(own, message_id="<1@moelder.example>"))
    office.receive(mail(quoted, sender="b@moelder.example", message_id="<2@moelder.example>"))
    (anna,), (other,) = (office.store.profiles.list(CONTACT, key=key) for key in (ANNA, "b@moelder.example"))
    assert anna.body == other.body


@pytest.mark.parametrize(
    "headers",
    [
        {"List_Unsubscribe": "<mailto:u@news.example>", "List_Id": "<news.moelder.example>", "Precedence": "bulk"},
        {"Auto_Submitted": "auto-replied", "X_Auto_Response_Suppress": "All"},
    ],
)
def test_newsletters_and_automatic_answers_teach_nothing_and_make_no_customer(office: Office, headers: dict[str, str]):
    office.receive(mail(FORMAL.format(n=1), message_id="<a@moelder.example>", **headers))
    assert learned(office) == 0
    assert office.store.customers.get(ANNA, sight=EVERYTHING) is None
    (counts,) = office.store.messages.counts(sight=EVERYTHING).values()
    assert (counts.skipped, counts.stored) == (1, 0)


def test_mail_beyond_the_history_counts_as_contact_but_teaches_nothing(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach, EINKLANG_MAIL_HISTORY_DAYS="30") as office:
        office.connect()
        for age in (29, 31):
            date = NOW - timedelta(days=age)
            office.receive(mail(FORMAL.format(n=1), date=date, message_id=f"<{age}@moelder.example>"))
        assert learned(office) == 1
        customer = office.store.customers.get(ANNA, sight=EVERYTHING)
        assert customer is not None
        assert customer.mails_in == 2


def test_a_date_in_the_future_is_taken_for_now(office: Office):
    office.receive(mail(FORMAL.format(n=1), date=NOW + timedelta(days=4000), message_id="<f@moelder.example>"))
    (sample,) = office.store.profiles.samples(ANNA, "de")
    assert sample.date == NOW


@pytest.mark.parametrize("date", ["Mon, 30 Jun 3609 15:33:50 +0600", "Thu, 1 Jan 1970 00:00:00 +0000", ""])
def test_a_date_that_cannot_be_is_taken_from_the_server(office: Office, date: str):
    raw = mail(FORMAL.format(n=1), message_id="<d@moelder.example>")
    lines = [line for line in raw.split(b"\n") if not line.startswith(b"Date:")]
    office.receive(f"Date: {date}\n".encode() + b"\n".join(lines))
    (sample,) = office.store.profiles.samples(ANNA, "de")
    assert sample.date == NOW


GROUP = {
    "List_Id": "<support.waagen-kern.example>",
    "Mailing_list": "list support@waagen-kern.example; contact support+owners@waagen-kern.example",
    "Precedence": "list",
}


def test_what_a_customer_writes_to_a_shared_mailbox_that_is_a_group_is_learned(office: Office):
    office.receive(mail(FORMAL.format(n=1), message_id="<g1@moelder.example>", **GROUP))
    hidden = {"X_Original_From": f"Anna Krause <{ANNA}>", "Reply_To": f"Anna Krause <{ANNA}>", **GROUP}
    sender = f"'Anna Krause' via Support <{TEAM}>"
    office.receive(mail(FORMAL.format(n=2), sender=sender, message_id="<g2@moelder.example>", **hidden))
    assert learned(office) == 2
    customer = office.store.customers.get(ANNA, sight=EVERYTHING)
    assert customer is not None
    assert (customer.mails_in, customer.mails_out, customer.name) == (2, 0, "Anna Krause")


def test_a_list_of_others_teaches_nothing(office: Office):
    headers = {"List_Id": "<users.waagen.example>", "List_Post": "<mailto:users@waagen.example>"}
    office.receive(mail(FORMAL.format(n=1), message_id="<l@moelder.example>", **headers))
    assert learned(office) == 0


@SQLITE_ALONE
def test_a_mail_beyond_all_measure_is_read_in_part_and_that_is_recorded(office: Office):
    hostile = "From: x@y.example\nSubject: alt\n" * 200_000
    own = FORMAL.format(n=1)
    office.receive(mail(f"{own}\n\n{hostile}", message_id="<h@moelder.example>"))
    last = office.store.messages.last_incoming(ANNA, sight=EVERYTHING)
    assert last is not None
    assert last.body is not None
    assert len(last.body) <= LONGEST_READ
    assert learned(office) == 1
    with sqlite3.connect(office.services.settings.data.folder / "einklang.db") as database:
        ((failure,),) = database.execute("select failure from message").fetchall()
    assert failure.startswith("read in part")


@SQLITE_ALONE
def test_a_mail_of_usual_length_is_read_whole(office: Office):
    office.receive(*mails_of_anna(1))
    with sqlite3.connect(office.services.settings.data.folder / "einklang.db") as database:
        assert database.execute("select stage, failure from message").fetchall() == [("learned", None)]


def test_learning_again_changes_nothing(office: Office):
    office.receive(*mails_of_anna(3))
    before = office.store.profiles.list(CONTACT)
    assert office.learn() == 0
    assert office.store.profiles.list(CONTACT) == before


@pytest.mark.parametrize(
    "raw", [b"", b"\0\xff\xfe", b"From: \r\n\r\n", b"From: a@b.c\r\nContent-Type: text/plain; charset=x\r\n\r\n\xff"]
)
def test_odd_mail_holds_nothing_up(office: Office, raw: bytes):
    office.receive(raw, *mails_of_anna(1))
    assert learned(office) == 1
    (counts,) = office.store.messages.counts(sight=EVERYTHING).values()
    assert counts.stored == 0


class Choking(Coach):
    """A coach that cannot read one word, as a bug would have it."""

    def document(self, text: str, language: str | None = None):
        if SECRET in text:
            raise CoachError(f"cannot read {SECRET}")
        return super().document(text, language)


def test_a_mail_that_breaks_the_engine_is_set_aside_and_its_words_are_not_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    from server.logging_setup import WithoutTexts

    with open_office(tmp_path, Choking.load()) as office, caplog.at_level(logging.ERROR):
        office.connect()
        office.receive(mail(f"Hallo, das {SECRET} fehlt.", message_id="<s@x>"), *mails_of_anna(1))
        assert learned(office) == 1
        (counts,) = office.store.messages.counts(sight=EVERYTHING).values()
        assert (counts.failed, counts.stored) == (1, 0)
    (record,) = caplog.records
    told = WithoutTexts().format(record)
    assert SECRET not in told
    assert re.search(r"CoachError at\n(  .+:\d+ \w+\n)*  .+test_ingest.py:\d+ document$", told)


class Full:
    """A store whose disk is full when something is learned."""

    def __init__(self, office: Office) -> None:
        self.messages, self._record = self, office.store.messages
        self.mail_claims = office.store.mail_claims
        self.sieves = office.store.sieves

    def record(self, *_: object, **__: object) -> bool:
        raise StoreError("The database cannot be written: database or disk is full.")

    def fail(self, number: int, reason: str) -> bool:
        return self._record.fail(number, reason)


def test_a_full_disk_costs_no_mail(office: Office):
    office.store_mail(mails_of_anna(2))
    found = office.services
    with pytest.raises(StoreError, match="disk is full"):
        learn_pending(Full(office), found.coach, found.settings, found.team(), NOW)  # type: ignore[arg-type]
    (counts,) = office.store.messages.counts(sight=EVERYTHING).values()
    assert (counts.stored, counts.failed) == (2, 0)
    assert office.learn() == 2


def test_learning_stops_between_two_mails_and_goes_on_later(office: Office):
    office.store_mail(mails_of_anna(5))
    found, asked = office.services, iter([False, False, True])
    done = learn_pending(found.store, found.coach, found.settings, found.team(), NOW, stopped=lambda: next(asked))
    assert (done, learned(office)) == (2, 2)
    assert office.learn() == 3


# privacy


def test_with_no_days_to_keep_text_none_is_stored_and_all_is_learned(tmp_path: Path, coach: Coach):
    text = FORMAL.format(n=1).replace("Unterlagen", SECRET)
    raws = [mail(text, subject=SECRET, message_id=f"<{n}@moelder.example>") for n in range(2)]
    with open_office(tmp_path, coach, EINKLANG_PRIVACY_KEEP_TEXT_DAYS="0") as office:
        office.connect()
        office.receive(*raws)
        assert learned(office) == 2
        last = office.store.messages.last_incoming(ANNA, sight=EVERYTHING)
        assert last is not None
        assert (last.subject, last.body, last.authored) == (None, None, None)
        assert last.words > 0
    assert SECRET.encode() not in everything_on_disk(office)


def test_without_text_and_message_id_different_mails_still_count_each(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach, EINKLANG_PRIVACY_KEEP_TEXT_DAYS="0") as office:
        office.connect()
        office.receive(*(mail(FORMAL.format(n=n)) for n in (1, 2)))
        customer = office.store.customers.get(ANNA, sight=EVERYTHING)
        assert customer is not None
        assert (customer.mails_in, learned(office)) == (2, 2)


def test_text_that_is_too_old_to_be_kept_is_never_stored(tmp_path: Path, coach: Coach):
    with open_office(tmp_path, coach, EINKLANG_PRIVACY_KEEP_TEXT_DAYS="30") as office:
        office.connect()
        for age in (29, 31):
            date = NOW - timedelta(days=age)
            office.receive(mail(FORMAL.format(n=age), date=date, message_id=f"<{age}@moelder.example>"))
        young, old = office.store.messages.recent(ANNA, 5, sight=EVERYTHING)
        assert young.authored
        assert (old.subject, old.body, old.authored) == (None, None, None)
        assert learned(office) == 2


# rebuilding


def test_a_stale_profile_is_made_of_what_is_left(tmp_path: Path, coach: Coach, office: Office):
    office.connect(SALES)
    first, *rest = mails_of_anna(4)
    office.receive(first)
    office.receive(*rest, mailbox=SALES)
    office.store.mailboxes.remove(TEAM)
    assert rebuild_stale(office.store, coach, NOW) == 1
    with open_office(tmp_path / "fresh", coach) as fresh:
        fresh.connect()
        fresh.receive(*rest)
        expected = fresh.store.profiles.list(CONTACT)[0].body
    (left,) = office.store.profiles.list(CONTACT)
    assert (left.body, left.stale) == (expected, False)
    assert rebuild_stale(office.store, coach, NOW) == 0


def test_another_half_life_makes_all_profiles_anew_with_it(tmp_path: Path, coach: Coach, office: Office):
    office.receive(*mails_of_anna(4))
    assert office.store.profiles.rest_on("half_life_days", "365.0") == 1
    rebuild_stale(office.store, coach, NOW)
    assert office.store.profiles.rest_on("half_life_days", "365.0") == 0
    other = Coach.load(half_life=timedelta(days=30))
    assert office.store.profiles.rest_on("half_life_days", "30.0") == 1
    assert rebuild_stale(office.store, other, NOW) == 1
    with open_office(tmp_path / "fresh", other) as fresh:
        fresh.connect()
        fresh.receive(*mails_of_anna(4))
        assert office.store.profiles.list(CONTACT)[0].body == fresh.store.profiles.list(CONTACT)[0].body
