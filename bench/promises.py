"""How well promises are found and dated, how often, and how fast.

    python bench/promises.py [DATA_FOLDER]

Prints (1) precision and recall on our own labelled sentences (tests/coach/promises.toml), both halves, and how many of
the promises found have day, hour and exactness right; (2) with the data folder, how many promises a vendor's support
list holds (support_list_2019_2022.jsonl.xz), a random draw of them to be read by a person, and the time per mail, in
milliseconds of this thread, on documents that are analysed: read first, and read again.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import time
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from needs import HALVES, compared

from coach import Coach
from coach.document import Document
from coach.relationship.promises import Promise, promises_of

OWN = Path(__file__).parent.parent / "tests" / "coach" / "promises.toml"
MAILS = 600
DRAWN = 100


def tell_own(coach: Coach) -> None:
    every = tomllib.loads(OWN.read_text(encoding="utf-8"))["sentences"]
    for half in HALVES:
        for code in ("de", "en"):
            part = [each for each in every if (each["half"], each["language"]) == (half, code)]
            found = [(each, promises(coach, each)) for each in part]
            dated = [is_dated(each, made[0]) for each, made in found if made and each["promise"]]
            figures = compared((bool(made), each["promise"]) for each, made in found)
            print(f"{half:9s} {code}  {figures}  due dates right {sum(dated)} of {len(dated)}")


def promises(coach: Coach, each: dict[str, Any]) -> tuple[Promise, ...]:
    written = each["written"].replace(tzinfo=ZoneInfo(each["zone"]))
    return promises_of(coach.document(each["text"], each["language"]), written)


def is_dated(each: dict[str, Any], made: Promise) -> bool:
    due = made.due
    told = (due.day, due.at, due.exact) if due else (None, None, None)
    return told == (each.get("due"), each.get("at"), each.get("exact"))


def mails(folder: Path) -> Iterator[tuple[str, datetime]]:
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        every = [json.loads(line) for line in lines]
    for each in random.Random(1).sample(every, MAILS):
        written = datetime.fromisoformat(each["date"])
        yield each["body"], written if written.tzinfo else written.replace(tzinfo=UTC)


def tell_list(coach: Coach, folder: Path) -> None:
    read = [(coach.document(text, "en"), written) for text, written in mails(folder)]
    first = sorted(spent(document, written) for document, written in read)
    again = sorted(spent(document, written) for document, written in read)
    made = [each for document, written in read for each in promises_of(document, written)]
    print(
        f"support list: {len(made)} promises in {len(read)} mails, {sum(each.due is not None for each in made)} dated"
    )
    for name, times in (("first", first), ("again", again)):
        mean = sum(times) / len(times)
        print(
            f"  read {name}: mean {mean:.2f} ms, p50 {times[len(times) // 2]:.2f}, p95 {times[-len(times) // 20]:.2f}"
        )
    for each in random.Random(2).sample(made, min(DRAWN, len(made))):
        print(f"  {each.why}: {each.text}" + (f" [{each.due.words} = {each.due.day}]" if each.due else ""))


def spent(document: Document, written: datetime) -> float:
    start = time.thread_time()
    promises_of(document, written)
    return 1000 * (time.thread_time() - start)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path, nargs="?")
    folder = arguments.parse_args().folder
    coach = Coach.load()
    tell_own(coach)
    if folder:
        tell_list(coach, folder)


if __name__ == "__main__":
    main()
