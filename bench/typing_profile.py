"""What a web process is busy with, by py-spy (github.com/benfred/py-spy): looks at whoever holds the interpreter."""

from __future__ import annotations

import signal
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

LOOKS = 100  # a second
# The first of these that is anywhere in a stack counts: function and file as py-spy writes them.
PARTS: Sequence[tuple[str, str]] = (
    ("engine: asking the rules, scoring changed drafts (suggestions)", "_advise (coach/engine.py"),
    ("engine: analysing the draft", "_draft (coach/engine.py"),
    ("engine: what the answered mail asks", "_asked (coach/engine.py"),
    ("engine: the profile made ready", "_usual (coach/engine.py"),
    ("engine: the score", "_compare (coach/engine.py"),
    ("engine: the rest", "assess (coach/engine.py"),
    ("whose token it is, and what it opens", "_let_in (server/api/auth.py"),
    ("whose mail is whose (the team)", "(server/team.py"),
    ("profile, customer, relationship, last mail read", "gathered (server/assess.py"),
    ("the answer made ready (spans, words)", "present (server/api/present.py"),
    ("rule files looked at", "refresh (server/rulebook.py"),
    ("limits on requests", "(flask_limiter/"),
)
BESIDE = "around it: gunicorn, Flask, JSON, checks of the question"


@contextmanager
def looked_at(process: int, py_spy: str) -> Iterator[Counter[str]]:
    """Looks at a process and its children for the length of a `with`; after it the looks are counted by their part.

    Without `py_spy` nothing happens.
    """
    counted: Counter[str] = Counter()
    if not py_spy:
        yield counted
        return
    with tempfile.TemporaryDirectory(prefix="einklang-looks-") as folder:
        found = Path(folder, "looks")
        command = [py_spy, "record", "--pid", str(process), "--subprocesses", "--gil", "--nonblocking"]
        command += ["--rate", str(LOOKS), "--format", "raw", "--duration", "600", "--output", str(found)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as spy:
            yield counted
            spy.send_signal(signal.SIGINT)
        for line in found.read_text().splitlines() if found.exists() else ():
            stack, _, count = line.rpartition(" ")
            counted[part_of(stack.split(";"))] += int(count)


def part_of(stack: Sequence[str]) -> str:
    """Which part a stack of frames belongs to."""
    return next((name for name, mark in PARTS if any(mark in frame for frame in stack)), BESIDE)
