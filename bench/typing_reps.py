"""Reps at their panels, all in one process: each asks what a draft is worth after every burst of typing.

    python bench/typing_reps.py < PLAN    (bench/typing_load.py writes the plan and reads the figures)

As the panel does (addin/panel/asking.js): one question at a time, and whoever types on before the answer is there
breaks the connection off and asks anew (unless the plan says that they wait). No browser, no client library: little is
left to be slow here.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from typing_bursts import Written, bursts

PATIENCE = 10.0  # seconds, as the panel's
HEAD = re.compile(rb"HTTP/1\.1 (\d{3})[^\r\n]*\r\n")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
CLOSES = re.compile(rb"\r\nconnection: *close", re.IGNORECASE)
OVERTAKEN = "overtaken"
BROKEN = "connection broken"


@dataclass(slots=True)
class Seen:
    """What came of the questions that were asked while it was measured."""

    milliseconds: list[float] = field(default_factory=list)
    ends: Counter[str] = field(default_factory=Counter)
    stages: Counter[str] = field(default_factory=Counter)


class Panel:
    """One connection to the server, opened when it is needed."""

    def __init__(self, host: str, port: int, token: str) -> None:
        self._host, self._port = host, port
        self._head = (
            f"POST /api/v1/assessments HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer {token}\r\n"
            "Content-Type: application/json\r\nAccept: application/json\r\nContent-Length: "
        )
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, question: dict[str, Any]) -> tuple[int, bytes]:
        """Status and body of the answer; raises OSError where there is none."""
        body = json.dumps(question).encode()
        reader, writer = self._streams or await asyncio.open_connection(self._host, self._port)
        self._streams = reader, writer
        writer.write(f"{self._head}{len(body)}\r\n\r\n".encode() + body)
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        status, length = HEAD.match(head), LENGTH.search(head)
        if status is None or length is None:
            raise OSError("no answer that can be read")
        answer = await reader.readexactly(int(length[1]))
        if CLOSES.search(head):
            self.hang_up()
        return int(status[1]), answer

    def hang_up(self) -> None:
        """Ends the connection, whatever is on its way."""
        if self._streams is not None:
            self._streams[1].close()
        self._streams = None


async def rep(number: int, plan: dict[str, Any], drafts: Sequence[Written], seen: Seen) -> None:
    """Types until the plan ends."""
    chance = random.Random(f"{plan['seed']} {number}")
    panel = Panel(plan["host"], plan["port"], plan["tokens"][number])
    every, begin, end = plan["every"], plan["measured_from"], plan["until"]
    due = time.monotonic() + every * chance.random()
    draft, customer = None, ""
    for now_written, text in bursts(drafts, chance):
        if due >= end:
            break
        if now_written is not draft:
            draft, customer = now_written, chance.choice(plan["customers"][now_written.language])
        await asyncio.sleep(due - time.monotonic())
        asked, due = due, max(due + every, time.monotonic())
        question = {"draft": {"text": text}, "customer": customer, "reply_to": draft.reply_to or None}
        how, stages = await _answered(panel, question, PATIENCE if plan["wait"] else due - time.monotonic())
        due = max(due, time.monotonic())
        if asked >= begin:
            seen.milliseconds.append(1000 * (time.monotonic() - asked))
            seen.ends[how] += 1
            seen.stages.update(stages)
    panel.hang_up()


async def _answered(panel: Panel, question: dict[str, Any], within: float) -> tuple[str, dict[str, float]]:
    try:
        status, body = await asyncio.wait_for(panel.ask(question), min(within, PATIENCE))
    except TimeoutError:
        panel.hang_up()
        return OVERTAKEN, {}
    except (OSError, asyncio.IncompleteReadError):
        panel.hang_up()
        return BROKEN, {}
    return str(status), json.loads(body)["timings"] if status == 200 else {}


async def type_along(plan: dict[str, Any]) -> Seen:
    """All reps at once, for as long as the plan says."""
    drafts = [Written(*each) for each in plan["drafts"]]
    seen = Seen()
    plan["measured_from"] = time.monotonic() + plan["warm_up"]
    plan["until"] = plan["measured_from"] + plan["seconds"]
    await asyncio.gather(*(rep(number, plan, drafts, seen) for number in range(plan["reps"])))
    return seen


def main() -> None:
    plan = json.load(sys.stdin)
    seen = asyncio.run(type_along(plan))
    used = resource.getrusage(resource.RUSAGE_SELF)
    processor = used.ru_utime + used.ru_stime
    found = {"milliseconds": seen.milliseconds, "ends": seen.ends, "stages": seen.stages, "processor": processor}
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
