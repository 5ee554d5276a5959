"""How well each dimension does on bench/german_sentences.toml, by label and half.

    python bench/german_sentences.py [--misses LABEL]

The labels were set before any measure was tuned. "right" is the share of right answers, "F1" that of found words or of
yes and no, "rank" Spearman's correlation, "area" the chance that the one kind is above the other (AUC), "pairs" the
share of pairs in the right order. --misses prints the misses of the seen half; those of the other are only counted.
"""

from __future__ import annotations

import argparse
import collections
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipy.stats import rankdata, spearmanr

from coach import Coach
from coach.document import Document
from coach.model import Measurement

SENTENCES = Path(__file__).with_name("german_sentences.toml")
HALVES = ("seen", "held-out")
MOTIVES = ("achievement", "power", "affiliation")


@dataclass(frozen=True, slots=True)
class Item:
    """One labelled text with what was measured in it."""

    id: str
    half: str
    text: str
    labels: dict[str, Any]
    document: Document
    readings: Measurement

    def value(self, dimension: str) -> float:
        reading = self.readings.get(dimension)
        return float(reading.value) if reading is not None else 0.0

    def words(self, dimension: str) -> list[str]:
        reading = self.readings.get(dimension)
        return [span.of(self.text) for span in reading.spans] if reading is not None else []


Answer = Callable[[Item], Any]


def address(item: Item) -> str:
    reading = item.readings.get("address_form")
    return str(reading.value) if reading is not None else "none"


def first_person(item: Item) -> str:
    one, many = item.value("first_person") > 0, item.value("we_words") > 0
    return "both" if one and many else "i" if one else "we" if many else "none"


def tense(item: Item) -> str:
    past, future = item.value("past_tense"), item.value("future_tense")
    return max((past, "past"), (future, "future"), (1.0 - past - future, "present"))[1]


def focus(item: Item) -> str:
    value = item.value("regulatory_focus")
    return "promotion" if value > 0 else "prevention" if value < 0 else "none"


def motive(item: Item) -> str:
    return max(MOTIVES, key=item.value) if any(item.value(each) > 0 for each in MOTIVES) else "none"


def imperatives(item: Item) -> int:
    assert item.document.language is not None
    commands = item.document.language.meanings.commands
    return sum(len(sentence.known(commands)) for sentence in item.document.sentences)


def edge(part: str) -> Answer:
    def words(item: Item) -> str:
        span = getattr(item.document, part)
        return span.of(item.text).strip().rstrip(",!.").strip() if span is not None else ""

    return words


RIGHT: dict[str, Answer] = {
    "address": address,
    "first_person": first_person,
    "tense": tense,
    "focus": focus,
    "motive": motive,
    "modality": lambda item: item.value("modal_verbs") > 0,
    "competence": lambda item: item.value("competence") > 0,
    "questions": lambda item: round(item.value("questions") * len(item.document.sentences)),
    "exclamations": lambda item: round(item.value("exclamations") * len(item.document.sentences)),
    "imperatives": imperatives,
    "sentences": lambda item: len(item.document.sentences),
    "list_items": lambda item: sum(each.bullets for each in item.document.paragraphs),
    "greeting_words": edge("greeting"),
}
YES: dict[str, str] = {
    "hedged": "hedges",
    "boosted": "boosters",
    "anger": "anger",
    "disappointment": "disappointment",
    "joy": "joy",
}
WORDS: dict[str, str] = {
    "anglicisms": "anglicisms",
    "compounds": "compounds",
    "capitals": "capitals",
    "emoji": "emoji",
    "clipped": "short_forms",
}
RANK = ("formality", "politeness", "directness", "warmth", "valence")
AREA: dict[str, tuple[str, Any, Any]] = {  # label -> dimension, the value of the higher kind, of the lower kind
    "concreteness": ("concreteness", "concrete", "abstract"),
    "readability": ("reading_ease", "easy", "hard"),
    "greeting": ("familiarity", "casual", "formal"),
    "closing": ("edge_warmth", "warm", "formal"),
}
PAIRS = {"difficulty": ("reading_ease", -1.0)}  # all others are of the dimension's own name


def load(coach: Coach) -> tuple[list[Item], list[dict[str, str]]]:
    data = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    items = []
    for each in data["sentences"]:
        document = coach.document(each["text"], "de")
        readings = coach.read(each["text"], "de")
        items.append(Item(each["id"], each["half"], each["text"], each["labels"], document, readings))
    return items, data["pairs"]


def f1(hits: int, found: int, wanted: int) -> float:
    return 2.0 * hits / (found + wanted) if found + wanted else 1.0


def area(high: list[float], low: list[float]) -> float:
    ranks = rankdata([*high, *low])[: len(high)]
    return float((ranks.sum() - len(high) * (len(high) + 1) / 2) / (len(high) * len(low)))


def score(label: str, items: list[Item]) -> tuple[str, float]:
    """The name of the figure and its value over items that carry the label."""
    if label in RIGHT:
        return "right", sum(RIGHT[label](each) == each.labels[label] for each in items) / len(items)
    if label in YES:
        said = [(each.value(YES[label]) > 0, bool(each.labels[label])) for each in items]
        return "F1", f1(said.count((True, True)), sum(one for one, _ in said), sum(other for _, other in said))
    if label in WORDS:
        pairs = [(counted(each.words(WORDS[label])), counted(each.labels[label])) for each in items]
        hits = sum((found & wanted).total() for found, wanted in pairs)
        return "F1", f1(hits, sum(one.total() for one, _ in pairs), sum(other.total() for _, other in pairs))
    if label in RANK:
        values = [each.value(label) for each in items]
        return "rank", float(spearmanr(values, [each.labels[label] for each in items]).statistic)
    name, more, less = AREA[label]
    high = [each.value(name) for each in items if each.labels[label] == more]
    return "area", area(high, [each.value(name) for each in items if each.labels[label] == less])


def counted(words: Iterable[str]) -> collections.Counter[str]:
    return collections.Counter(word.lower().replace("’", "'") for word in words)


def missed(label: str, item: Item) -> tuple[Any, Any] | None:
    """What was found and what was wanted where they differ."""
    wanted = item.labels[label]
    if label in RIGHT:
        found = RIGHT[label](item)
    elif label in YES:
        found = item.value(YES[label]) > 0
    elif label in WORDS:
        found, wanted = sorted(counted(item.words(WORDS[label]))), sorted(counted(wanted))
    else:
        name = label if label in RANK else AREA[label][0]
        return round(item.value(name), 2), f"{wanted} {item.words(name)}"
    return None if found == wanted else (found, wanted)


def in_order(pairs: Iterable[dict[str, str]], items: dict[str, Item]) -> list[tuple[dict[str, str], bool]]:
    found = []
    for pair in pairs:
        name, sign = PAIRS.get(pair["dimension"], (pair["dimension"], 1.0))
        more, less = (sign * items[pair[side]].value(name) for side in ("more", "less"))
        found.append((pair, more > less))
    return found


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--misses", metavar="LABEL")
    options = arguments.parse_args()
    items, pairs = load(Coach.load())
    if options.misses:
        show_misses(options.misses, items, pairs)
        return
    print(f"{'label':18s} {'figure':6s} {'seen':>6s} {'n':>4s} {'held-out':>9s} {'n':>4s}")
    for label in (*RIGHT, *YES, *WORDS, *RANK, *AREA):
        halves = [[each for each in items if label in each.labels and each.half == half] for half in HALVES]
        (figure, seen), (_, held) = (score(label, half) for half in halves)
        print(f"{label:18s} {figure:6s} {seen:6.3f} {len(halves[0]):4d} {held:9.3f} {len(halves[1]):4d}")
    by_id = {each.id: each for each in items}
    for name in sorted({pair["dimension"] for pair in pairs}):
        both = [[pair for pair in pairs if pair["dimension"] == name and pair["half"] == half] for half in HALVES]
        seen, held = (sum(right for _, right in in_order(half, by_id)) / len(half) for half in both)
        print(f"{name:18s} {'pairs':6s} {seen:6.3f} {len(both[0]):4d} {held:9.3f} {len(both[1]):4d}")


def show_misses(label: str, items: list[Item], pairs: list[dict[str, str]]) -> None:
    by_id = {each.id: each for each in items if each.half == "seen"}
    for item in by_id.values():
        if label in item.labels and (miss := missed(label, item)) is not None:
            print(f"{item.id}: found {miss[0]!r}, wanted {miss[1]!r}: {item.text!r}")
    seen = [pair for pair in pairs if pair["half"] == "seen" and pair["dimension"] == label]
    for pair, right in in_order(seen, by_id):
        if not right:
            print(f"pair {pair['more']} > {pair['less']} is not so")


if __name__ == "__main__":
    main()
