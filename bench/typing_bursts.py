"""Drafts as reps type them: burst after burst a few words more, now and then a word before them changed."""

from __future__ import annotations

import json
import lzma
import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coach.reply import authored_text

OWN = Path(__file__).with_name("hint_drafts.toml")
WORDS = (15, 300)  # of a draft
BURST = (1, 4)  # words within two seconds: 30 to 120 a minute
CHANGES = 0.2  # of the bursts change a word that was typed before
LAST_LOOKS = 3  # changes to a draft that is complete, before the next one is begun


@dataclass(frozen=True, slots=True)
class Written:
    """A draft as it was sent in the end, and the mail that it answers."""

    language: str
    text: str = field(repr=False)
    reply_to: str = field(default="", repr=False)


def own_drafts() -> list[Written]:
    """The drafts of bench/hint_drafts.toml."""
    with OWN.open("rb") as file:
        found = tomllib.load(file)["drafts"]
    return [Written(each["language"], each["text"].strip(), each.get("reply_to", "").strip()) for each in found]


def public_drafts(folder: Path, many: int, chance: random.Random) -> list[Written]:
    """As many mails of a public support list, drawn by chance; those that answer one of the list come with it."""
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        mails = {mail["message_id"]: mail for mail in map(json.loads, lines)}
    found = []
    for name in chance.sample(sorted(mails), len(mails)):
        text = authored_text(mails[name]["body"])
        answered = mails.get(mails[name]["in_reply_to"])
        if WORDS[0] <= len(text.split()) <= WORDS[1]:
            found.append(Written("en", text, authored_text(answered["body"]) if answered else ""))
        if len(found) == many:
            break
    return found


def bursts(drafts: Sequence[Written], chance: random.Random) -> Iterator[tuple[Written, str]]:
    """Endlessly what stands in the editor after each burst, and the draft that it is to become.

    The first draft is begun somewhere in its middle, so that people who start together are not in step.
    """
    at = chance.random()
    while True:
        draft = chance.choice(drafts)
        words = re.findall(r"\s*\S+", draft.text)
        there = 1 + int(at * len(words))
        looks = 0
        while looks < LAST_LOOKS:
            yield draft, "".join(words[:there])
            if there < len(words) and chance.random() > CHANGES:
                there = min(there + chance.randint(*BURST), len(words))
                continue
            looks += there >= len(words)
            changed = chance.randrange(there)
            words[changed] = _like(words[changed], chance.choice(words))
        at = 0.0


def _like(old: str, new: str) -> str:
    """Another word with the white space of the one that it takes the place of."""
    return old[: len(old) - len(old.lstrip())] + new.lstrip()
