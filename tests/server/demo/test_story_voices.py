"""Each customer's story is told by the mails themselves, in a voice that can be recognised."""

from __future__ import annotations

import math
import re
import statistics
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from server.demo.stories import Customer, DemoMail, customers
from tests.server.demo.laid_out import ALL, FROM_CUSTOMERS, NOW, parsed


def customer_with(role: str) -> Customer:
    (customer,) = [c for c in customers() if c.role == role]
    return customer


def written_by(customer: Customer) -> list[DemoMail]:
    return [mail for mail in FROM_CUSTOMERS if mail.customer == customer.address]


def written_to(customer: Customer) -> list[DemoMail]:
    return [mail for mail in ALL if mail.folder == "Sent" and mail.customer == customer.address]


def test_customer_in_danger_cools_down_and_falls_silent() -> None:
    written = written_by(customer_with("in_danger"))
    lengths = [len(mail.authored.split()) for mail in written]
    assert statistics.mean(lengths[-3:]) < 0.6 * statistics.mean(lengths[:3])
    assert "viele Grüße" in written[0].authored
    assert not any("Grüße" in mail.authored for mail in written[-3:])
    assert NOW - written[-1].internaldate > timedelta(days=60)


def test_ripe_customer_warms_up_and_names_a_budget() -> None:
    written = written_by(customer_with("ripe"))
    marks = [mail.authored.count("!") for mail in written]
    assert sum(marks[-3:]) > sum(marks[:3])
    assert any("budget" in mail.authored for mail in written[-4:])
    assert NOW - written[-1].internaldate < timedelta(days=14)


def test_customer_who_offers_du_is_addressed_so_by_all_afterwards() -> None:
    customer = customer_with("offered_du")
    both = sorted(written_by(customer) + written_to(customer), key=lambda mail: mail.internaldate)
    (offer,) = [n for n, mail in enumerate(both) if "Du sagen" in mail.authored]
    formal, informal = (
        re.compile(r"\b(Ihnen|Ihre[mnrs]?|Frau)\b"),
        re.compile(r"\b(du|dir|dich|dein\w*|ihr|euch)\b"),
    )
    assert all(formal.search(mail.authored) and not informal.search(mail.authored) for mail in both[:offer])
    assert not any(formal.search(mail.authored) for mail in both[offer + 1 :])
    assert sum(bool(informal.search(mail.authored)) for mail in both[offer + 1 :]) >= 8


def test_customer_with_open_questions_asks_twice_and_waits() -> None:
    customer = customer_with("open_questions")
    last_two = written_by(customer)[-2:]
    assert all(mail.authored.count("?") >= 2 for mail in last_two)
    assert max(mail.internaldate for mail in written_to(customer)) < last_two[0].internaldate


def test_complaint_is_answered_with_an_apology_and_partly_healed() -> None:
    customer = customer_with("complaint")
    (complaint,) = [m for m in written_by(customer) if str(parsed(m)["Subject"]) == "Ich bin fassungslos"]
    answers = [m for m in written_to(customer) if m.internaldate > complaint.internaldate]
    assert "tut mir aufrichtig leid" in answers[0].authored
    after = [m for m in written_by(customer) if m.internaldate > complaint.internaldate]
    assert len(after) >= 3
    assert "mit lieben grüßen" not in after[0].authored.lower()
    assert "mit lieben grüßen" in after[-1].authored.lower()


Voice = Mapping[str, float]


def shared_words() -> set[str]:
    """Words that at least five customers use: they carry habit, not topic."""
    users: dict[str, set[str | None]] = {}
    for mail in FROM_CUSTOMERS:
        for word in re.findall(r"\w+", mail.authored.lower()):
            users.setdefault(word, set()).add(mail.customer)
    return {word for word, by in users.items() if len(by) >= 5}


def voice(mail: DemoMail, shared: set[str]) -> Voice:
    """How a mail is written, names and topics masked: common words, punctuation, capitals, lengths."""
    tokens = re.findall(r"\w+|[^\w\s]|\n", mail.authored)
    words = [token for token in tokens if token[0].isalnum()]
    kinds = Counter(
        token.lower()
        if token not in words or token.lower() in shared
        else ("Capital" if token[0].isupper() else "small")
        for token in tokens
    )
    found = {kind: math.sqrt(count / len(tokens)) for kind, count in kinds.items()}
    sentences = max(1, len(re.findall(r"[.!?]+", mail.authored)))
    return found | {
        "LENGTH": 0.15 * math.log(len(words)),
        "SENTENCE": 0.25 * math.log(len(words) / sentences),
    }


def distance(one: Voice, other: Voice) -> float:
    return sum((one.get(key, 0.0) - other.get(key, 0.0)) ** 2 for key in one.keys() | other.keys())


def middle(voices: list[Voice]) -> Voice:
    keys = set().union(*voices)
    return {key: statistics.fmean(one.get(key, 0.0) for one in voices) for key in keys}


def test_customers_are_told_apart_by_voice_with_names_and_topics_masked() -> None:
    shared = shared_words()
    voices = [(mail.customer, voice(mail, shared)) for mail in FROM_CUSTOMERS]
    recognised = 0
    for n, (writer, unsigned) in enumerate(voices):
        rest = voices[:n] + voices[n + 1 :]
        usual = {c.address: middle([v for who, v in rest if who == c.address]) for c in customers()}
        recognised += min(usual, key=lambda who: distance(usual[who], unsigned)) == writer
    assert recognised / len(voices) >= 0.8
