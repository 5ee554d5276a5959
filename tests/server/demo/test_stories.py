"""The demo mail: enough of it, believable in its form, fresh at any time, and free of real names."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

import pytest
from pydantic import ValidationError

from server.demo.quote_layouts import Head, Sheet
from server.demo.stories import customers, mailboxes, mails, team
from server.demo.story_file import Style, WrittenMail
from server.demo.story_text import Laid, Pen, sheet_of
from server.errors import ServerError
from tests.server.demo.laid_out import ALL, FROM_CUSTOMERS, NOW, one_line, parsed, part_text, replies

FUNCTION_WORDS = {
    "de": set(re.findall(r"\w+", "der die das und ist nicht ich wir sie mit von zu den ein eine für auf es dass")),
    "en": set(re.findall(r"\w+", "the and is not we you with of to a for on it that in i our at be have")),
}


def test_there_is_enough_mail_for_profiles() -> None:
    assert len(ALL) >= 190
    assert len(FROM_CUSTOMERS) >= 120
    assert sum(mail.folder == "Sent" for mail in ALL) >= 50
    per_customer = Counter(mail.customer for mail in FROM_CUSTOMERS)
    assert set(per_customer) == {customer.address for customer in customers()}
    assert min(per_customer.values()) >= 10


def test_customers_and_team_are_of_both_languages() -> None:
    languages = Counter(customer.languages for customer in customers())
    assert len(customers()) >= 12
    assert languages[("de",)] >= 7
    assert languages[("en",)] >= 4
    assert languages[("de", "en")] == 1
    assert {member.language for member in team()} == {"de", "en"}
    assert 3 <= len(team()) <= 4
    assert [box.address.partition("@")[0] for box in mailboxes()] == ["support", "sales"]


def test_every_story_is_told_in_both_languages_and_every_kind_of_story_once() -> None:
    roles = Counter(customer.role for customer in customers())
    assert {roles[role] for role in ("in_danger", "ripe", "offered_du", "open_questions", "complaint")} == {1}
    assert all(set(customer.story) == {"de", "en"} for customer in customers())


def test_mails_are_as_long_as_such_mails_are() -> None:
    incoming = [len(mail.authored.split()) for mail in FROM_CUSTOMERS]
    assert all(30 <= len(mail.authored.split()) <= 180 for mail in ALL if mail.customer)
    assert 60 <= statistics.median(incoming) <= 80


def test_no_two_mails_say_the_same() -> None:
    assert len({mail.authored for mail in ALL}) == len(ALL)


def test_no_sentence_of_eight_words_is_used_twice() -> None:
    seen: Counter[str] = Counter()
    for mail in ALL:
        sentences = re.split(r"(?<=[.!?:])\s+|\n+", mail.authored)
        seen.update({s for s in sentences if len(s.split()) >= 8})
    assert [sentence for sentence, count in seen.items() if count > 1] == []


def test_every_mail_is_in_the_language_it_declares() -> None:
    for mail in ALL:
        words = re.findall(r"\w+", mail.authored.lower())
        hits = {code: sum(word in known for word in words) for code, known in FUNCTION_WORDS.items()}
        assert max(hits, key=lambda code: hits[code]) == mail.language, mail


def test_support_is_mostly_german_and_sales_mostly_english() -> None:
    support, sales = (
        Counter(mail.language for mail in FROM_CUSTOMERS if mail.mailbox == box.address) for box in mailboxes()
    )
    assert support["de"] > 3 * support["en"] > 0
    assert sales["en"] > sales["de"] > 0


def test_raw_mail_parses_without_a_defect_and_has_only_crlf() -> None:
    for mail in ALL:
        message = parsed(mail)
        assert not message.defects, mail
        assert not [part for part in message.walk() if part.defects], mail
        assert b"\n" not in mail.raw.replace(b"\r\n", b""), mail
        assert all(len(line) <= 998 for line in mail.raw.split(b"\r\n")), mail
        assert str(message["Message-ID"]) == mail.message_id


def test_body_begins_with_the_authored_text() -> None:
    quoting_between = 0
    for mail in (mail for mail in ALL if mail.customer):
        body = one_line(part_text(mail, "plain"))
        if body.startswith(one_line(mail.authored)):
            continue
        quoting_between += 1
        assert all(one_line(block) in body for block in mail.authored.split("\n\n")), mail
    assert 4 <= quoting_between <= 10


def test_html_part_says_what_the_plain_part_says() -> None:
    multipart = [mail for mail in ALL if parsed(mail).get_content_type() == "multipart/alternative"]
    assert len(multipart) > len(ALL) // 3
    for mail in multipart:
        page = re.sub(r"<[^>]+>", " ", part_text(mail, "html"))
        page = page.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&")
        assert all(one_line(block) in one_line(page) for block in mail.authored.split("\n\n")), mail


def test_reply_quotes_its_parent_and_refers_to_it() -> None:
    pairs = replies()
    assert len(pairs) >= 100
    for mail, parent in pairs:
        message = parsed(mail)
        assert str(message["References"]).split()[-1] == parent.message_id
        assert re.match(r"(AW|Re): ", str(message["Subject"])), mail
        body = part_text(mail, "plain")
        below = one_line(body).removeprefix(one_line(mail.authored))
        if all(one_line(block) in below for block in parent.authored.split("\n\n")):
            continue
        between = [one_line(line) for line in body.split("\n") if line.startswith("> ")]
        assert between, mail
        assert all(passage in one_line(parent.authored) for passage in between), mail


def test_reply_comes_after_its_parent() -> None:
    for mail, parent in replies():
        assert mail.internaldate > parent.internaldate, mail


@pytest.mark.parametrize(
    "now",
    [
        NOW,
        datetime(2025, 12, 31, 23, 59, tzinfo=UTC),
        datetime(2028, 2, 29, 0, 0, tzinfo=UTC),
        datetime(2026, 8, 2, 3, 0, tzinfo=timezone(timedelta(hours=-11))),
        datetime(2026, 8, 3, 3, 0, tzinfo=timezone(timedelta(hours=13))),
    ],
)
def test_mail_spans_fourteen_months_up_to_now_and_never_the_future(now: datetime) -> None:
    laid_out = mails(now)
    assert all(mail.internaldate.utcoffset() == timedelta(0) for mail in laid_out)
    assert max(mail.internaldate for mail in laid_out) <= now
    assert now - max(mail.internaldate for mail in laid_out) < timedelta(days=7)
    assert timedelta(days=400) < now - min(mail.internaldate for mail in laid_out) < timedelta(days=440)
    assert laid_out == sorted(laid_out, key=lambda mail: (mail.internaldate, mail.message_id))


def test_people_write_on_working_days_and_dates_agree() -> None:
    for mail in ALL:
        date = parsedate_to_datetime(str(parsed(mail)["Date"]))
        assert date.weekday() < 5, mail
        assert timedelta(0) <= mail.internaldate - date < timedelta(minutes=1), mail


def test_equal_now_gives_equal_bytes_and_another_now_the_same_ids() -> None:
    assert mails(NOW) == ALL
    later = mails(NOW + timedelta(days=40))
    assert {mail.message_id for mail in later} == {mail.message_id for mail in ALL}
    assert len({mail.message_id for mail in ALL}) == len(ALL)


def test_naive_now_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        mails(datetime(2026, 3, 11, 16, 40))


def test_all_domains_are_invented() -> None:
    host = re.compile(r"(?:@|https?://|www\.)((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
    for mail in ALL:
        texts = [mail.raw.decode("latin-1")]
        texts += [part.get_content() for part in parsed(mail).walk() if part.get_content_maintype() == "text"]
        hosts = {name for text in texts for name in host.findall(text.replace("=\r\n", ""))}
        assert hosts, mail
        assert all(name.endswith(".example") for name in hosts), (mail, hosts)


def test_mail_lies_where_it_belongs() -> None:
    for mail in ALL:
        message = parsed(mail)
        sender, recipient = message["From"].addresses[0], message["To"].addresses[0]
        ours, other = (sender, recipient) if mail.folder == "Sent" else (recipient, sender)
        assert mail.folder in {"INBOX", "Sent"}
        assert ours.addr_spec == mail.mailbox
        assert mail.customer in (other.addr_spec, None)


def test_reps_sign_with_their_own_names() -> None:
    names = {member.name.split()[0] for member in team()} | {member.name.split()[1] for member in team()}
    for mail in ALL:
        if mail.folder == "Sent":
            assert mail.authored.split()[-1] in names, mail


def test_mail_programs_encode_and_quote_in_many_ways() -> None:
    text_parts = [p for m in ALL for p in parsed(m).walk() if p.get_content_maintype() == "text"]
    charsets = {part.get_content_charset() for part in text_parts}
    transfers = {str(part["Content-Transfer-Encoding"]).lower() for part in text_parts}
    assert charsets >= {"utf-8", "iso-8859-1", "windows-1252"}
    assert transfers >= {"quoted-printable", "base64", "8bit"}
    assert any(b"=?utf-8?" in mail.raw.lower().split(b"\r\n\r\n", 1)[0] for mail in ALL)
    bodies = "\n".join(part_text(mail, "plain") for mail in ALL)
    layouts = (
        r"^Von: .+\nGesendet: \w+, \d",
        r"^From: .+\nSent: \w+, \w+ \d",
        r"^-----Ursprüngliche Nachricht-----$",
        r"^Am \d\d\.\d\d\.\d{4} um \d\d:\d\d schrieb .+>:$",
        r"^Am \d\d\.\d\d\.\d\d um \d\d:\d\d schrieb [^<]+:$",
        r"^On \w{3}, \w{3} \d+, \d{4} at .+ wrote:$",
        r"^On \d+ \w{3} \d{4}, at \d\d:\d\d, .+ wrote:$",
        r"^Von meinem iPhone gesendet$",
        r"^-- $",
    )
    assert [pattern for pattern in layouts if not re.search(pattern, bodies, re.MULTILINE)] == []


def test_machines_mail_carries_what_tells_it_apart() -> None:
    automatic = [parsed(mail) for mail in ALL if mail.customer is None]
    assert sum(message["List-Unsubscribe"] is not None for message in automatic) >= 1
    bounces = [message for message in automatic if str(message["Return-Path"]) == "<>"]
    assert {message.get_content_type() for message in bounces} == {"multipart/report"}
    assert any(message["Auto-Submitted"] and message not in bounces for message in automatic)
    assert all(message["List-Unsubscribe"] or message["Auto-Submitted"] for message in automatic)
    for mail in FROM_CUSTOMERS:
        assert not {"Auto-Submitted", "List-Unsubscribe", "Precedence"} & set(parsed(mail).keys())


def test_mail_text_stays_out_of_reprs() -> None:
    assert ALL[0].authored.split("\n")[0] not in repr(ALL[0])


@pytest.mark.parametrize("at", ["0 09:00", "12", "12 25:00", "yesterday 09:00"])
def test_wrong_moment_in_a_story_is_refused(at: str) -> None:
    with pytest.raises(ValidationError):
        WrittenMail(at=at, text="Guten Tag")


def test_passage_that_the_answered_mail_does_not_hold_is_refused() -> None:
    head = Head("Rolf", "rolf@a.example", "Support <s@b.example>", NOW, "Frage")
    answered = Laid(head, Sheet("Wie lang?", "Wie lang?"), "Wie lang?", "<1@a.example>")
    pen = Pen(Style(client="thunderbird"), "thunderbird", "de", "de", mobile=False)
    assert "> Wie lang?\n\nEin Meter." in sheet_of(">> Wie lang?\nEin Meter.", pen, answered, NOW).plain
    with pytest.raises(ServerError, match="not in the mail"):
        sheet_of(">> Wie breit?\nEin Meter.", pen, answered, NOW)
