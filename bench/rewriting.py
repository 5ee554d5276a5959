"""Sie to du and back on pairs that people wrote, and on whole mails of our own.

    python bench/rewriting.py DATA_FOLDER [--half even|odd] [--show 20]

DATA_FOLDER holds du_sie_pairs.json (docs/benchmarks.md says what it is). The code is worked on with the pairs of even
number; `--show` prints those of the half that is asked for. The peer in the same run swaps pronouns and possessives and
leaves verbs alone. Last comes the time for a mail of about 200 words, its analysis left aside.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median

from coach import Coach
from coach.address import forms_used
from coach.german.address_form import applied, edits

MARK = re.compile(r"\[F\](.*?)\[/F\]")
TO_DU = {
    "Sie": "du",
    "Ihnen": "dir",
    "Ihr": "dein",
    "Ihre": "deine",
    "Ihren": "deinen",
    "Ihrem": "deinem",
    "Ihrer": "deiner",
}
TO_SIE = {du: sie for sie, du in TO_DU.items()} | {"dich": "Sie"}
OWN = Path(__file__).parent.parent / "tests" / "coach"
TIMED_WORDS = 200
ROUNDS = 50


def pronouns_only(text: str, to: str) -> str:
    words = TO_DU if to == "du" else TO_SIE
    return re.sub(r"\w+", lambda word: words.get(word.group(), word.group()), text)


def words_right(written: str, marked: str) -> tuple[int, int]:
    """How many of the words that the human changed stand in the rewritten text, in order, and of how many."""
    wanted = [word for piece in MARK.findall(marked) for word in re.findall(r"\w+", piece)]
    have = re.findall(r"\w+", written)
    at = right = 0
    for word in wanted:
        if word in have[at:]:
            right, at = right + 1, have.index(word, at) + 1
    return right, len(wanted)


def measure(name: str, rewrite: Callable[[str, str], str], pairs: list[dict[str, str]], to: str, show: int) -> None:
    source, target = ("formal", "informal") if to == "du" else ("informal", "formal")
    exact = right = wanted = 0
    for pair in pairs:
        written = rewrite(pair[source], to)
        same = written.strip() == pair[target].strip()
        exact += same
        found, of = words_right(written, pair[f"{target}_marked"])
        right, wanted = right + found, wanted + of
        if not same and show:
            print(f"  from: {pair[source]}\n  ours: {written}\n  want: {pair[target]}\n")
            show -= 1
    print(
        f"{name:16s} to {to:3s}  exact {exact}/{len(pairs)} = {exact / len(pairs):.3f}"
        f"  marked words {right / wanted:.3f}"
    )


def measure_mails(coach: Coach, to: str) -> None:
    """Whole mails of our own: as expected to the last character, and without any word of the other form."""
    kept = tomllib.loads((OWN / f"rewriting_to_{to}.toml").read_text(encoding="utf-8"))["mails"]
    exact = consistent = 0
    for mail in kept:
        text = mail["sie" if to == "du" else "du"]
        written = applied(text, edits(coach.document(text, "de"), to))
        exact += written == mail[to]
        consistent += not forms_used(coach.document(written, "de")).wrong_for(to)
    print(f"own mails        to {to:3s}  exact {exact}/{len(kept)}  consistent {consistent}/{len(kept)}")
    measure_time(coach, [mail["sie" if to == "du" else "du"] for mail in kept], to)


def measure_time(coach: Coach, mails: list[str], to: str) -> None:
    """The time to rewrite one long mail made of the bodies of several."""
    bodies = "\n\n".join(mail.split("\n\n")[1] for mail in mails)
    text = "Hallo,\n\n" + re.match(rf"(?:\S+\s+){{{TIMED_WORDS}}}", bodies).group()  # type: ignore[union-attr]
    document = coach.document(text, "de")
    edits(document, to)
    took = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = edits(document, to)
        took.append(1000 * (time.perf_counter() - start))
    print(f"{TIMED_WORDS} words        to {to:3s}  {len(found)} edits in {median(took):.1f} ms")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--half", choices=("even", "odd"))
    arguments.add_argument("--show", type=int, default=0)
    options = arguments.parse_args()
    pairs = json.loads((options.folder / "du_sie_pairs.json").read_text(encoding="utf-8"))
    if options.half:
        pairs = pairs[options.half == "odd" :: 2]
    coach = Coach.load(languages=["de"])

    def rewrite(text: str, to: str) -> str:
        return applied(text, edits(coach.document(text, "de"), to))

    for to in ("du", "sie"):
        measure("einklang", rewrite, pairs, to, options.show)
        measure("pronouns only", pronouns_only, pairs, to, 0)
    for to in ("du", "sie"):
        measure_mails(coach, to)


if __name__ == "__main__":
    main()
