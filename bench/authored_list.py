"""What is left in the authored text of a public support list's mails that nobody typed there.

    python bench/authored_list.py DATA_FOLDER [--draw 150 --seed S] [--show]

DATA_FOLDER holds the archive of the list that docs/benchmarks.md names. The checks are plain patterns of their own, not
those of the splitter: lines that start with ">", attribution lines, header blocks, list footers, phones' signatures and
delimiters of signatures. They find more than is wrong, so each count names its mails. `--draw` prints mails drawn at
random with what was cut from them, to be read.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from coach.model import AUTHORED
from coach.reply import authored_text, split

LIST = "support_list_2019_2022.jsonl.xz"
SHOWN_EDGE = 4  # lines of a long stretch of quote that are printed at either end

_WROTE = re.compile(r"\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|kirjoitti)\s*:?$")
_WHEN_OR_WHO = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b|\S@\S|<mailto:")
_QUOTED_HEADER = re.compile(r"\W*(?:from|von|de)\s*:.+$", re.IGNORECASE)
_NEXT_HEADER = re.compile(r"\W*(?:sent|date|to|cc|subject|gesendet|datum|an|betreff)\s*:", re.IGNORECASE)
_DIVIDER = re.compile(r"\W{3,}(?:original|forwarded|ursprüngliche) (?:message|nachricht)\W{0,12}$", re.IGNORECASE)
_FOOTER = re.compile(
    r"mailing list$|mailman/listinfo|^to unsubscribe\b|^you received this message because", re.IGNORECASE
)
_LIST_ADDRESS = re.compile(r"^[\w.-]+@lists?[\w.-]*\.\w+(?:\s|$)", re.IGNORECASE)
_PHONE = re.compile(
    r"^(?:sent from my|sent from (?:mail|outlook)\b|get outlook for|von meinem \w+ gesendet)", re.IGNORECASE
)


def quote_marks(lines: list[str]) -> int:
    return sum(line.lstrip().startswith(">") for line in lines)


def attributions(lines: list[str]) -> int:
    """A line that ends in "wrote:", with a date or an address in it or in the two lines above."""
    found = 0
    for number, line in enumerate(lines):
        above = " ".join(lines[max(0, number - 2) : number + 1])
        found += bool(_WROTE.search(line.rstrip(" *_")) and line.rstrip().endswith(":") and _WHEN_OR_WHO.search(above))
    return found


def header_blocks(lines: list[str]) -> int:
    """ "From: ..." with two more headers below it, or a divider that announces the mail answered."""
    blocks = 0
    for number, line in enumerate(lines):
        below = [each for each in lines[number + 1 : number + 7] if each.strip()]
        blocks += bool(_QUOTED_HEADER.match(line)) and sum(bool(_NEXT_HEADER.match(each)) for each in below) >= 2
    return blocks + sum(bool(_DIVIDER.match(line)) for line in lines)


def list_footers(lines: list[str]) -> int:
    return sum(bool(_FOOTER.search(line.strip()) or _LIST_ADDRESS.match(line.strip())) for line in lines)


def phones(lines: list[str]) -> int:
    return sum(bool(_PHONE.match(line.strip())) for line in lines)


def delimiters(lines: list[str]) -> int:
    """A lone "--" below which no more than ten lines stand."""
    return sum(line.rstrip() == "--" for line in lines[-10:])


CHECKS: dict[str, Callable[[list[str]], int]] = {
    'lines starting with ">"': quote_marks,
    "attribution lines": attributions,
    "header blocks": header_blocks,
    "list footers": list_footers,
    "phones' signatures": phones,
    "signature delimiters": delimiters,
}


def read_bodies(folder: Path) -> Iterator[str]:
    with lzma.open(folder / LIST, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["body"]


def shown(body: str) -> Iterator[str]:
    """The mail's lines, each with a mark for what it is taken for; long stretches that are not own are shortened."""
    for segment in split(body):
        lines = segment.span.of(body).splitlines()
        if segment.part not in AUTHORED and len(lines) > 2 * SHOWN_EDGE:
            lines = [*lines[:SHOWN_EDGE], f"[... {len(lines) - 2 * SHOWN_EDGE} lines]", *lines[-SHOWN_EDGE:]]
        for line in lines:
            yield f"{segment.part[:8]:8s} | {line}"


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--draw", type=int, default=0)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", action="store_true", help="print the lines around what a check finds")
    options = arguments.parse_args()
    bodies = list(read_bodies(options.folder))
    if options.draw:
        for index in random.Random(options.seed).sample(range(len(bodies)), options.draw):
            print(f"\n######## mail {index}", *shown(bodies[index]), sep="\n")
        return
    kept = [authored_text(body).split("\n") for body in bodies]
    print(f"{len(bodies)} mails, {sum(any(map(str.strip, lines)) for lines in kept)} with authored text")
    for name, check in CHECKS.items():
        found = [index for index, lines in enumerate(kept) if check(lines)]
        print(f"{name:26s} in {len(found):3d} mails {found[:20] if found else ''}")
        for index in found if options.show else ():
            print(f"######## mail {index}", *kept[index], sep="\n")


if __name__ == "__main__":
    main()
