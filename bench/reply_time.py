"""How the time of the splitter grows with the size of a mail, and what every pattern of it costs on hostile text.

    python bench/reply_time.py [--patterns]

Prints one row per kind of text: CPU seconds at 1, 4, 16 and 64 times the smallest size, and the exponent of growth
(1 is linear; fitted on the logarithms). Then single hostile mails. `--patterns` runs every compiled pattern of
coach/reply over one character repeated 10,000 to 40,000 times and names those that grow faster than the text.
"""

from __future__ import annotations

import argparse
import importlib
import math
import pkgutil
import re
import time
from collections.abc import Callable, Iterator

import coach.reply
from coach.reply import split

FACTORS = (1, 4, 16, 64)
KINDS: dict[str, tuple[str, int]] = {  # a piece of text with its number, and how often it stands in the smallest size
    "plain sentences": ("Wir haben am Montag {n} Pumpen bestellt und warten noch auf die Lieferung.\n", 400),
    "quoted lines": ("> Wann kommt die Pumpe {n}, und wer baut sie ein?\n", 400),
    "quotes and answers in turn": ("> Wann kommt die Pumpe {n}?\nAm Freitag, Nummer {n}.\n\n", 300),
    "attribution lines": ("On Mon, Mar 3, 2025 at 5:02 PM Ann Lee <ann{n}@x.example> wrote:\n", 300),
    "half attribution lines": ("On Mon, Mar 3, 2025 at 5:02 PM Ann Lee <ann{n}@x.example>\n", 300),
    "header lines": ("From: ann{n}@x.example\nSubject: pump {n}\n", 200),
    "rules": ("________________________________\n", 400),
    "closings": ("Viele Grüße aus Halle {n}\nMax\n\n", 300),
    "contact lines": ("Tel. +49 221 {n}\nMuster {n} GmbH\n\n", 300),
    "legal notices": ("This e-mail is confidential and intended only for the recipient {n}.\n\n", 300),
    "words without a line break": ("immer weiter ", 3_000),
    "exclamation marks": ("Gut! " + "!" * 95 + "\n", 200),
}
HOSTILE: dict[str, Callable[[], str]] = {
    "5 MB of one letter": lambda: "a" * 5_000_000,
    '5 MB of "!"': lambda: "!" * 5_000_000,
    '5 MB of ">"': lambda: ">" * 5_000_000,
    "5 MB of line breaks": lambda: "\n" * 5_000_000,
    "100,000 quote levels on one line": lambda: ">" * 100_000 + " deep\n",
    "1,000 quote levels, one line each": lambda: "".join(f"{'>' * depth} deep\n" for depth in range(1_000)),
    "200,000 lines": lambda: "Noch eine Zeile mit einigen Wörtern.\n" * 200_000,
    "50,000 header blocks": lambda: "From: a@b.example\nSent: Monday\nTo: c@d.example\nSubject: x\n\n" * 50_000,
}
CHARACTERS = "a A1!?.,:;-_=<>@()[]|#*\"'/\\\t\né様\u00a0"


def repeated(piece: str, count: int) -> str:
    """The piece so many times, each with its own number, so that no line was seen before."""
    return "".join(piece.replace("{n}", str(number)) for number in range(count))


def seconds(text: str) -> float:
    """CPU time of the faster of two runs."""
    runs = []
    for _ in range(2):
        begun = time.process_time()
        split(text)
        runs.append(time.process_time() - begun)
    return min(runs)


def exponent(sizes: list[int], times: list[float]) -> float:
    """The slope of the line through the logarithms of sizes and times, by least squares."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(each, 1e-6)) for each in times]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - middle_x) ** 2 for x in xs)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.iter_modules(coach.reply.__path__):
        names = vars(importlib.import_module(f"coach.reply.{module.name}"))
        yield from ((f"{module.name}.{name}", each) for name, each in names.items() if isinstance(each, re.Pattern))


def slow_patterns() -> list[str]:
    """The patterns that take more than six times as long on four times the text, beyond what a clock can tell."""
    slow = []
    for name, pattern in patterns():
        for char in CHARACTERS:
            times = []
            for size in (10_000, 40_000):
                text = f"x {char * size} y"
                begun = time.process_time()
                pattern.search(text)
                times.append(time.process_time() - begun)
            if times[1] > max(6 * times[0], 0.02):
                slow.append(f"{name} on {char!r}: {times[0] * 1000:.1f} ms, then {times[1] * 1000:.1f} ms")
    return slow


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--patterns", action="store_true")
    options = arguments.parse_args()
    print("| text | " + " | ".join(f"{factor}x" for factor in FACTORS) + " | MB at 64x | exponent |")
    print("|---" * (len(FACTORS) + 3) + "|")
    split("warm up")
    for kind, (piece, count) in KINDS.items():
        texts = [repeated(piece, count * factor) for factor in FACTORS]
        times = [seconds(text) for text in texts]
        row = " | ".join(f"{each:.3f} s" for each in times)
        size = len(texts[-1]) / 1e6
        print(f"| {kind} | {row} | {size:.1f} | {exponent([len(text) for text in texts], times):.2f} |")
    for kind, make in HOSTILE.items():
        print(f"| {kind} | {seconds(make()):.2f} s |")
    for line in slow_patterns() if options.patterns else ():
        print(line)


if __name__ == "__main__":
    main()
