"""What the checks on a mail written anew let through: faithful wordings, and wordings spoilt in one place each.

    python bench/whole_mail.py

The mails are our own (tests/coach/rewriting_to_*.toml): each in Sie and in du, as people wrote both. A pair is a
faithful new wording; what is spoilt is the second of the two. The form of address is left aside.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from coach import Coach, Context
from coach.whole_mail import Loss, held

FOLDER = Path(__file__).parent.parent / "tests" / "coach"
Spoil = Callable[[str, str], str | None]


def pairs() -> Iterator[tuple[str, str]]:
    """Two wordings of each mail."""
    for name, order in (("rewriting_to_sie", ("du", "sie")), ("rewriting_to_du", ("sie", "du"))):
        for each in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["mails"]:
            yield each[order[0]].strip(), each[order[1]].strip()


def sentences(text: str) -> list[str]:
    """The longer sentences of the body, roughly."""
    body = text.split("\n\n")[1:-1]
    return [each for part in body for each in re.split(r"(?<=[.!?]) ", part) if len(each.split()) >= 5]


def without_one(text: str, _: str) -> str | None:
    found = sentences(text)
    return text.replace(found[len(found) // 2], "").replace("  ", " ").replace(" \n", "\n") if len(found) > 1 else None


def with_another(text: str, other: str) -> str | None:
    mine, theirs = sentences(text), sentences(other)
    return text.replace(mine[0], f"{mine[0]} {theirs[0]}") if mine and theirs else None


def another_day(text: str, _: str) -> str | None:
    found = re.search(r"\b(Montag|Dienstag|Mittwoch|Donnerstag|Freitag)\b", text)
    return text.replace(found.group(), "Samstag") if found else None


def another_number(text: str, _: str) -> str | None:
    found = re.search(r"\d+", text)
    return text[: found.start()] + str(int(found.group()) + 1) + text[found.end() :] if found else None


def denied(text: str, _: str) -> str | None:
    found = re.search(r"\b(ist|sind|kommt|haben wir|hat) (?!nicht|kein)(?=\w)", text)
    return text[: found.end()] + "nicht " + text[found.end() :] if found else None


def affirmed(text: str, _: str) -> str | None:
    changed = re.sub(r"\bnicht ", "", text, count=1)
    return changed if changed != text else None


SPOILS: dict[str, Spoil] = {
    "faithful": lambda text, _: text,
    "a sentence left out": without_one,
    "a sentence of another mail put in": with_another,
    "another day": another_day,
    "another number": another_number,
    "a 'nicht' put in": denied,
    "a 'nicht' taken out": affirmed,
    "an introduction put before": lambda text, _: f"Hier ist die überarbeitete Mail:\n\n{text}",
}


def main() -> None:
    coach, known = Coach.load(), list(pairs())
    for name, spoil in SPOILS.items():
        dropped, why, total = 0, Counter[str](), 0
        for at, (before, after) in enumerate(known):
            changed = spoil(after, known[(at + 1) % len(known)][1])
            one = coach.situation(before, None, Context(), language="de")
            other = coach.situation(changed, None, Context(), language="de") if changed else None
            if one is None or other is None:
                continue
            losses = [each for each in held(one, other).losses if each is not Loss.FORM]
            total += 1
            dropped += bool(losses)
            why.update(losses)
        print(f"{name:36} {dropped:4} of {total:4} dropped ({100 * dropped / total:.0f} %)", dict(why))


if __name__ == "__main__":
    main()
