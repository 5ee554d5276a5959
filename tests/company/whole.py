"""All servers and processes of one company, from their start to the comparison in the end."""

from __future__ import annotations

import os
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from coach import Coach
from server import settings, wiring
from server.access import EVERYTHING
from server.demo.dovecot import Dovecot
from server.running import FRUGAL
from server.secrets import new_token, token_hash
from tests.company.asking import DRAFTS, Asked, Reps, ask
from tests.company.calm import Replay, calm_run, connect, expected, facts_in, learned_in_order, opened
from tests.company.machines import Machine
from tests.company.post import DOMAIN, Postman, letters, people
from tests.free_ports import free_port
from tests.postgresql import PostgreSql
from tests.redis_server import RedisServer

FIRST = 120  # mails before anything is started
EVERY = 0.6  # seconds between two mails
KILL_EVERY = (2.0, 6.0)  # seconds
REPS = 4
BACK_WITHIN = 15.0  # seconds after PostgreSQL is back in which an error is still forgiven
SETTLED_WITHIN = 420.0
STARTED_WITHIN = 180.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it; from `not_mirrored` on all must be 0."""

    seed: int
    mails: int
    killed: int
    answers: int
    unavailable_in_outage: int
    broken_by_kills: int
    not_mirrored: int
    doubled: int
    counted_twice: int
    waiting_in_the_end: int
    set_aside: int
    other_than_calm: dict[str, int]
    wrong_answers: int
    wrong_in_the_end: int
    errors_without_reason: int
    not_stopped_in_order: int
    examples: list[str] = field(default_factory=list)

    @property
    def is_perfect(self) -> bool:
        """Nothing lost, doubled, wrong or refused without a reason, and something was answered."""
        mail = (self.not_mirrored, self.doubled, self.counted_twice, self.waiting_in_the_end, self.set_aside)
        asked = (self.wrong_answers, self.wrong_in_the_end, self.errors_without_reason, self.not_stopped_in_order)
        return self.answers > 0 and not any((*mail, *self.other_than_calm.values(), *asked))


@dataclass(frozen=True, slots=True)
class Servers:
    """What others made, and runs beside our own processes."""

    postgresql: PostgreSql
    redis: RedisServer
    dovecot: Dovecot


class Company:
    """Our own processes between those servers, and who writes and asks; `queue` is "celery" or "local"."""

    def __init__(self, folder: Path, servers: Servers, *, queue: str, seed: int) -> None:
        self._folder, self._servers, self._team = folder, servers, list(servers.dovecot.users)
        self._seed, self._chance = seed, random.Random(seed)
        self._url = servers.postgresql.new_database()
        self._env = {key: value for key, value in os.environ.items() if not key.startswith("EINKLANG_")} | FRUGAL
        self._env |= {
            "EINKLANG_DATA": str(folder / "data"),
            "EINKLANG_DATA_DATABASE": self._url,
            "EINKLANG_TEAM_DOMAINS": DOMAIN,
            "EINKLANG_LOG_LEVEL": "info",
        }
        if queue == "celery":
            self._env |= {"EINKLANG_JOBS_QUEUE": "celery", "EINKLANG_JOBS_BROKER": servers.redis.url}
        self._persons = [each for each in people() if each.is_asked_about]
        self._postman = Postman(servers.dovecot, letters(self._team, seed))
        self._machines: list[Machine] = []
        self._tokens: list[str] = []
        self._killed = 0
        self._away: list[tuple[float, float]] = []
        self._asked: list[Asked] = []

    # --- from start to end ------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Mailboxes with some mail, two workers and two web servers, all ready."""
        (self._folder / "data").mkdir(mode=0o700)
        found = wiring.build(settings.load(None, self._env), self._env)
        connect(found, self._team, self._servers.dovecot.port)
        now = datetime.now(UTC)
        for number in range(REPS + 1):
            found.store.accounts.add_user(f"rep-{number}", "rep", now, sees=EVERYTHING)
            self._tokens.append(new_token())
            found.store.accounts.add_token(f"rep-{number}", token_hash(self._tokens[-1]), "chaos", now, None)
        found.close()
        self._postman.deliver(FIRST)
        for name in ("web-1", "web-2"):
            port = free_port()
            env = self._env | {"EINKLANG_WEB_PORT": str(port)}
            self._machines.append(Machine(name, ["serve"], env, self._folder, port))
        self._machines += [Machine(name, ["worker"], self._env, self._folder) for name in ("worker-1", "worker-2")]
        for each in self._machines:
            each.start()
        until = time.monotonic() + STARTED_WITHIN
        while not all(each.is_ready for each in self._machines):
            if time.monotonic() > until:
                raise RuntimeError(f"not ready: {[each.name for each in self._machines if not each.is_ready]}")
            time.sleep(0.5)

    def suffer(self, seconds: float, outage: float, tell: Callable[[str], None]) -> None:
        """Mail, questions and faults for so long."""
        reps = Reps(self._webs, self._persons, self._tokens, self._seed)
        reps.start()
        until = time.monotonic() + seconds
        mail = threading.Thread(target=self._bring_mail, args=(until,))
        mail.start()
        planned: list[tuple[float, Callable[[], None]]] = [
            (until - 0.7 * seconds, self._restart_redis),
            (until - 0.5 * seconds, lambda: self._without_database(outage)),
        ]
        while (now := time.monotonic()) < until:
            if planned and now >= planned[0][0]:
                planned.pop(0)[1]()
                tell("a server was away and is back")
            if up := [each for each in self._machines if each.is_ready]:
                tell("killed " + self._chance.choice(up).kill_one(self._chance))
                self._killed += 1
            time.sleep(self._chance.uniform(*KILL_EVERY))
        mail.join()
        reps.stop()
        self._asked = reps.asked

    def settle(self) -> int:
        """Waits until all mail is learned and all processes answer; returns how much mail is not, in the end."""
        wanted = expected(self._postman.delivered)
        until = time.monotonic() + SETTLED_WITHIN
        while True:
            found = facts_in(self._url)
            here = sum((found.mails & wanted).values())  # before it is analysed a mail has no Message-ID
            if here == wanted.total() or time.monotonic() > until:
                break
            time.sleep(2)
        while not all(each.is_ready for each in self._webs) and time.monotonic() < until:
            time.sleep(1)
        return wanted.total() - here

    def ask_all(self) -> list[Asked]:
        """Every web server about every person and draft."""
        return [
            ask(web, person, draft, self._tokens[-1])
            for web in self._webs
            for person in self._persons
            for draft in range(len(DRAFTS[person.language]))
        ]

    def compared(self, last: Sequence[Asked], waiting: int) -> Outcome:
        """Stops everything and holds it against a calm run."""
        unruly = sum(not each.stop() for each in self._machines)
        coach = Coach.load()
        coach.warm_up()
        held, wanted = facts_in(self._url), expected(self._postman.delivered)
        with _closed(opened(self._folder / "calm", self._env, coach, self._team, self._servers.dovecot.port)) as found:
            calm = calm_run(found)
        with _closed(
            opened(self._folder / "replay", self._env, coach, self._team, self._servers.dovecot.port)
        ) as found:
            replay = Replay(found, self._persons)
            replay.run(self._postman.delivered, learned_in_order(self._url))
        answered = [each for each in self._asked if each.status == 200]
        wrong = [each for each in answered if not replay.agrees(each)]
        wrong_last = [each for each in last if each.status != 200 or not replay.agrees(each)]
        kinds = Counter(map(self._kind_of, (each for each in self._asked if each.status != 200)))
        odd = [each for each in self._asked if each.status != 200 and self._kind_of(each) == "odd"]
        return Outcome(
            seed=self._seed,
            mails=wanted.total(),
            killed=self._killed,
            answers=len(answered),
            unavailable_in_outage=kinds["outage"],
            broken_by_kills=kinds["kill"],
            not_mirrored=(wanted - held.mails).total(),
            doubled=(held.mails - wanted).total(),
            counted_twice=sum(times != 1 for times in held.counted.values()),
            waiting_in_the_end=waiting,
            set_aside=held.stages["failed"],
            other_than_calm=held.differences(calm),
            wrong_answers=len(wrong),
            wrong_in_the_end=len(wrong_last),
            errors_without_reason=kinds["odd"],
            not_stopped_in_order=unruly,
            examples=[_described(each, replay) for each in (*wrong[:3], *wrong_last[:3], *odd[:5])],
        )

    def close(self) -> None:
        """Ends whatever still runs."""
        for each in self._machines:
            each.stop()
        self._postman.close()

    # --- parts ------------------------------------------------------------------------------------------------------

    @property
    def _webs(self) -> list[Machine]:
        return [each for each in self._machines if each.port]

    def _bring_mail(self, until: float) -> None:
        while time.monotonic() < until:
            self._postman.deliver(1)
            time.sleep(EVERY)

    def _restart_redis(self) -> None:
        self._servers.redis.stop()
        self._servers.redis.start()

    def _without_database(self, seconds: float) -> None:
        began = time.monotonic()
        self._servers.postgresql.stop()
        time.sleep(seconds)
        self._servers.postgresql.start()
        self._away.append((began, time.monotonic()))

    def _kind_of(self, asked: Asked) -> str:
        """Whether an error had a reason: the database was away, or this very web server had just been killed."""
        if any(asked.began < back + BACK_WITHIN and asked.ended > gone for gone, back in self._away):
            return "outage" if asked.status in (0, 503) else "odd"
        if asked.machine.was_disturbed(asked.began, asked.ended):
            return "kill" if asked.status in (0, 503) else "odd"
        return "odd"


@contextmanager
def _closed(found: wiring.Services) -> Iterator[wiring.Services]:
    try:
        yield found
    finally:
        found.close()


def _described(asked: Asked, replay: Replay) -> str:
    if asked.status != 200:
        return f"{asked.machine.name}: {asked.status} {asked.problem} after {asked.ended - asked.began:.1f} s"
    about = asked.answer["customer"]
    calm = replay.answers.get((asked.person.address, about["mails"], asked.draft), {})
    return (
        f"{asked.machine.name}: {asked.person.address} draft {asked.draft}, answered for {about['address']}, "
        f"{about['mails']} mails, {asked.answer['score']}; calm {calm.get('score')}"
    )
