"""How well needs are found and how well a draft's answers to them are told, beside a word list in the same run.

    python bench/needs.py DATA_FOLDER

Prints (1) "does this sentence ask for something" on requests_en_sentences.tsv, both halves (by a hash of the text;
only one was looked at), through `Coach.needs`: a sentence asks where a question, a request or a wish comes back, for
its labels count wishes ("I would like to discuss it") and proposals; (2) each kind on our own German and English
sentences and the needs of our own mails with exact span and kind, seen and held-out half; (3) how often the donated
German mails are said to need something; (4) answered, promised, open on our own cases; (5) the time of (4).
"""

from __future__ import annotations

import argparse
import json
import re
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learn_asking import Labelled, labelled

from coach import Coach
from coach.encoder import SentenceEncoder
from coach.model import Need, NeedKind, Span
from coach.relationship.answered import answers

OWN = Path(__file__).parent.parent / "tests" / "coach"
ASKING = frozenset({NeedKind.QUESTION, NeedKind.REQUEST, NeedKind.WISH})
# The peer: what a first word list would hold.
WORD_LIST = re.compile(
    r"\?|\b(?:please|kindly|can you|could you|would you|will you|let me know|let us know|need|want|send me|call me"
    r"|would like|asap|help)\b",
    re.IGNORECASE,
)
HALVES = ("seen", "held-out")
ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Figures:
    """How often something was found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    def __str__(self) -> str:
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.right / max(1, self.right + self.missed)
        f1 = 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)
        counts = f"({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {counts}"


def compared(pairs: Iterable[tuple[bool, bool]]) -> Figures:
    """Figures of (found, wanted) pairs."""
    counts = Counter(pairs)
    return Figures(counts[True, True], counts[True, False], counts[False, True])


def asks(coach: Coach) -> Callable[[str], bool]:
    return lambda text: any(each.kind in ASKING for each in coach.needs(text))


def tell_requests(coach: Coach, rows: list[Labelled]) -> None:
    print("does this sentence ask for something (requests_en_sentences.tsv)")
    finders = {"word list": lambda text: WORD_LIST.search(text) is not None, "Coach.needs": asks(coach)}
    for half in (False, True):
        part = [each for each in rows if each.held_out is half]
        for name, finds in finders.items():
            figures = compared((finds(each.text), each.asks) for each in part)
            print(f"  {HALVES[half]:9s} n={len(part)}  {name:12s} {figures}")


def tell_own(coach: Coach, code: str) -> None:
    known = tomllib.loads((OWN / f"needs_{code}.toml").read_text(encoding="utf-8"))
    print(f"own sentences and mails, {code}")
    for half in HALVES:
        part = [each for each in known["sentences"] if each["half"] == half]
        found = [({str(need.kind) for need in coach.needs(each["text"])}, set(each["kinds"])) for each in part]
        for kind in NeedKind:
            print(f"  {half:9s} {kind:10s} {compared((kind in got, kind in wanted) for got, wanted in found)}")
        quiet = [got for got, wanted in found if not wanted]
        print(f"  {half:9s} nothing    {sum(not got for got in quiet)} of {len(quiet)} left alone")
        print(f"  {half:9s} mails      {in_mails(coach, [each for each in known['mails'] if each['half'] == half])}")


def in_mails(coach: Coach, mails: Iterable[Mapping[str, Any]]) -> Figures:
    """Needs of whole mails: right only with the exact words and the kind."""
    right = wrong = missed = 0
    for mail in mails:
        found = Counter((str(need.kind), need.span.of(mail["text"])) for need in coach.needs(mail["text"]))
        wanted = Counter((kind, words) for kind, words in mail["needs"])
        right += (found & wanted).total()
        wrong += (found - wanted).total()
        missed += (wanted - found).total()
    return Figures(right, wrong, missed)


def tell_german_mails(coach: Coach, folder: Path) -> None:
    mails = json.loads((folder / "german_mails.json").read_text(encoding="utf-8"))
    texts = [each if isinstance(each, str) else each.get("text") or each.get("body") or "" for each in mails]
    found = [coach.needs(text, "de") for text in texts]
    kinds = Counter(str(need.kind) for each in found for need in each)
    sentences = sum(len(coach.document(text, "de").sentences) for text in texts)
    print(f"donated German mails: {len(texts)} with {sentences} sentences; {sum(map(bool, found))} need: {dict(kinds)}")


def tell_answers(coach: Coach, encoder: SentenceEncoder) -> None:
    print("answered, promised or open (own cases)")
    cases = tomllib.loads((OWN / "answers.toml").read_text(encoding="utf-8"))["cases"]
    for half in HALVES:
        part = [each for each in cases if each["half"] == half]
        told = [(standing(coach, encoder, each), str(each["standing"])) for each in part]
        for name in ("open", "promised", "answered"):
            print(f"  {half:9s} {name:9s} {compared((got == name, wanted == name) for got, wanted in told)}")
        nearest = [(cosine(encoder, each) < 0.12, each["standing"] == "open") for each in part]
        print(f"  {half:9s} open, by cosine below .12 alone: {compared(nearest)}")


def standing(coach: Coach, encoder: SentenceEncoder, case: Mapping[str, str]) -> str:
    asking = coach.document(case["need"]).language
    assert asking is not None
    need = Need(NeedKind(case["kind"]), Span(0, len(case["need"])), case["need"])
    (answer,) = answers(coach.document(case["draft"]), [need], asking, encoder)
    return str(answer.standing)


def cosine(encoder: SentenceEncoder, case: Mapping[str, str]) -> float:
    """The peer: the whole draft's sentence that comes nearest."""
    said = [each for each in re.split(r"(?<=[.!?])\s+", case["draft"]) if each]
    return float((encoder.encode([case["need"]]) @ encoder.encode(said).T).max())


def tell_time(coach: Coach, encoder: SentenceEncoder) -> None:
    mail = "Wann können Sie liefern? Was kostet der zweite Sensor? Bitte schicken Sie uns das Datenblatt."
    draft = coach.document("Wir liefern am Freitag. Der Sensor kostet 40 Euro. Das Datenblatt hängt an. " * 6)
    needs, language = coach.needs(mail), coach.document(mail).language
    assert language is not None
    answers(draft, needs, language, encoder)
    spent = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        answers(draft, needs, language, encoder)
        spent.append(1000 * (time.perf_counter() - start))
    spent.sort()
    print(
        f"answers of {len(needs)} needs in {len(draft.sentences)} sentences, embeddings cached: "
        f"p50 {spent[len(spent) // 2]:.2f} ms, p95 {spent[int(0.95 * len(spent))]:.2f} ms"
    )


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    folder = arguments.parse_args().folder
    coach, encoder = Coach.load(), SentenceEncoder()
    tell_requests(coach, labelled(folder))
    for code in ("de", "en"):
        tell_own(coach, code)
    tell_german_mails(coach, folder)
    tell_answers(coach, encoder)
    tell_time(coach, encoder)


if __name__ == "__main__":
    main()
