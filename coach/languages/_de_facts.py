"""German words that say when or how many."""

from __future__ import annotations

from coach.fact_words import FactWords

DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonntag".split()
MONTHS = "januar februar märz april mai juni juli august september oktober november dezember".split()
NEAR = "heute morgen übermorgen gestern vorgestern".split()
NUMBERS = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()

FACTS = FactWords(
    same={
        **{each: each for each in (*DAYS, *MONTHS, *NEAR)},
        **{word: str(number) for number, word in enumerate(NUMBERS, 2)},
        "sonnabend": "samstag",
        "jänner": "januar",
        "feber": "februar",
        "zwo": "2",
        "hundert": "100",
        "tausend": "1000",
    },
    small=frozenset({"morgen"}),
    idle=frozenset("asap fyi btw ok lg vg mfg bg hg lol omg ps zb dh ggf usw bzw evtl nicht sehr ganz".split()),
)
