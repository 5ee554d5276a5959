"""English words that say when or how many."""

from __future__ import annotations

from coach.fact_words import FactWords

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
NEAR = "today tomorrow yesterday tonight".split()
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()

FACTS = FactWords(
    same={
        **{each: each for each in (*DAYS, *MONTHS, *NEAR)},
        **{word: str(number) for number, word in enumerate(NUMBERS, 2)},
        "hundred": "100",
        "thousand": "1000",
    },
    idle=frozenset("asap fyi btw ok lol omg ps tbh imo imho afaik fwiw ie eg so no not very all must i a".split()),
)
