"""Reps who ask what a draft is worth, all the time, and note every answer that they get."""

from __future__ import annotations

import http.client
import json
import random
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.company.machines import Machine
from tests.company.post import Person

ANSWER_WITHIN = 15.0  # seconds
PAUSE = (0.2, 0.8)  # seconds between two questions of one rep
DRAFTS = {
    "de": (
        "Hallo,\n\nvielen Dank für Ihre Nachricht. Wir haben die Angaben geprüft und schicken Ihnen morgen ein neues "
        "Angebot. Falls Sie vorher Fragen haben, rufen Sie uns bitte an.\n\nViele Grüße\nMax Kern",
        "Hi,\n\nklar, machen wir! Schick mir einfach kurz die Zahlen, dann leg ich gleich los und du hast das Ganze "
        "bis Freitag auf dem Tisch. Super, dass das geklappt hat!\n\nLG Max",
    ),
    "en": (
        "Hello,\n\nthank you for your message. We have checked the figures and will send you a new offer tomorrow. "
        "Should you have questions before that, please give us a call.\n\nKind regards\nMax Kern",
        "Hi there,\n\nsure, no problem! Just send me the numbers and I'll get going right away, so you'll have it all "
        "on your desk by Friday. Great that this worked out!\n\nCheers, Max",
    ),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question and what came of it: a status, or 0 and what broke."""

    began: float
    ended: float
    at: datetime
    machine: Machine
    person: Person
    draft: int
    status: int
    problem: str = ""
    answer: dict[str, Any] = field(default_factory=dict, repr=False)


class Reps:
    """Threads that ask until `stop`."""

    def __init__(self, webs: Sequence[Machine], persons: Sequence[Person], tokens: Sequence[str], seed: int) -> None:
        self._webs, self._persons = webs, persons
        self._stopping = threading.Event()
        self._threads = [
            threading.Thread(target=self._type, args=(token, f"{seed} {at}")) for at, token in enumerate(tokens)
        ]
        self.asked: list[Asked] = []

    def start(self) -> None:
        """Begins to ask."""
        for each in self._threads:
            each.start()

    def stop(self) -> None:
        """Ends after the questions that are on their way."""
        self._stopping.set()
        for each in self._threads:
            each.join()

    def _type(self, token: str, seed: str) -> None:
        chance = random.Random(seed)
        while not self._stopping.wait(chance.uniform(*PAUSE)):
            person = chance.choice(self._persons)
            draft = chance.randrange(len(DRAFTS[person.language]))
            self.asked.append(ask(chance.choice(self._webs), person, draft, token))


def ask(machine: Machine, person: Person, draft: int, token: str) -> Asked:
    """One question to one web server."""
    began, at = time.monotonic(), datetime.now(UTC)
    status, answer, problem = 0, {}, ""
    question = {"draft": {"text": DRAFTS[person.language][draft]}, "customer": person.address}
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    connection = http.client.HTTPConnection("127.0.0.1", machine.port, timeout=ANSWER_WITHIN)
    try:
        connection.request("POST", "/api/v1/assessments", json.dumps(question), headers)
        response = connection.getresponse()
        status, answer = response.status, json.loads(response.read())
        problem = str(answer.get("title", "")) if status != 200 else ""
    except (OSError, http.client.HTTPException, ValueError) as error:
        status, problem = 0, type(error).__name__
    finally:
        connection.close()
    return Asked(began, time.monotonic(), at, machine, person, draft, status, problem, answer)
