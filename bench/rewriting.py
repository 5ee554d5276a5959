"""Sie to du and back on pairs that people wrote: whole sentences exactly as theirs, and the words they changed.

    python bench/rewriting.py DATA_FOLDER [--show 20]

DATA_FOLDER holds du_sie_pairs.json (docs/benchmarks.md says what it is). The peer in the same run swaps pronouns and
possessives and leaves verbs alone.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable
from pathlib import Path

from coach import rewrite_address_form

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


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--show", type=int, default=0)
    options = arguments.parse_args()
    pairs = json.loads((options.folder / "du_sie_pairs.json").read_text(encoding="utf-8"))
    for to in ("du", "sie"):
        measure("einklang", rewrite_address_form, pairs, to, options.show)
        measure("pronouns only", pronouns_only, pairs, to, 0)


if __name__ == "__main__":
    main()
