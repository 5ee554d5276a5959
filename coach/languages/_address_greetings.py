"""Greetings where the reader's name changes: with which words first names and surnames are greeted, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GreetingWords:
    """`familiar` and `formal` say what a greeting becomes before a first name or a surname where it cannot stay.

    `whole` are greetings that hold a "du" themselves and what they become; `female` and `male` words tell whom they
    greet; `write_titles` are honorifics as they are written, by the lower-case word without its dot.
    """

    familiar: Mapping[str, str]
    formal: Mapping[str, str]
    whole: Mapping[str, str]
    female: frozenset[str]
    male: frozenset[str]
    write_titles: Mapping[str, str]
    gap: str


GREETINGS: Mapping[str, GreetingWords] = {
    "de": GreetingWords(
        familiar={
            "sehr geehrte": "Hallo",
            "sehr geehrter": "Hallo",
            "sehr verehrte": "Liebe",
            "sehr verehrter": "Lieber",
            "werte": "Hallo",
            "werter": "Hallo",
            "geschätzte": "Hallo",
            "geschätzter": "Hallo",
            "guten tag": "Hallo",
            "schönen guten tag": "Hallo",
        },
        formal={
            "hi": "Hallo",
            "hey": "Hallo",
            "hej": "Hallo",
            "huhu": "Hallo",
            "hallöchen": "Hallo",
            "na": "Hallo",
            "meine liebe": "Liebe",
            "mein lieber": "Lieber",
            "grüß dich": "Guten Tag",
            "grüss dich": "Guten Tag",
            "griaß di": "Grüß Gott",
            "grias di": "Grüß Gott",
        },
        whole={
            "hallo ihr lieben": "Hallo zusammen",
            "hallo ihr beiden": "Guten Tag",
            "hallo ihr zwei": "Guten Tag",
            "ihr lieben": "Hallo zusammen",
            "grüß euch": "Guten Tag",
            "grüß dich": "Guten Tag",
            "hallo euch": "Guten Tag",
        },
        female=frozenset({"liebe", "frau", "sehr geehrte", "werte", "meine liebe"}),
        male=frozenset({"lieber", "herr", "herrn", "sehr geehrter", "werter", "mein lieber"}),
        write_titles={"frau": "Frau", "herr": "Herr", "herrn": "Herr", "fr": "Frau", "hr": "Herr"},
        gap="[Vorname]",
    ),
    "en": GreetingWords(
        familiar={},
        formal={"hi": "Hello", "hey": "Hello", "hiya": "Hello", "heya": "Hello", "yo": "Hello", "howdy": "Hello"},
        whole={},
        female=frozenset({"ms", "mrs", "miss"}),
        male=frozenset({"mr"}),
        write_titles={"ms": "Ms", "mrs": "Mrs", "mr": "Mr", "miss": "Miss"},
        gap="[first name]",
    ),
}
JOINING = frozenset("und and oder or & + again there nochmal nochmals wieder".split())
ROLES = frozenset(
    """kunde kundin kunden kundinnen interessent interessentin mitglied partner partnerin geschäftspartner nutzer
    nutzerin leser leserin bewerber bewerberin nachbar nachbarin kollege kollegin herren damen customer client member
    user colleague supplier reader applicant friend""".split()
)  # who is called by one has no name there
PARTICLES = frozenset("von van de zu der den vom zur zum del di da la le el al bin".split())
"""Small words inside a surname."""
ACADEMIC = frozenset("dr prof dipl ing med jur phil rer nat".split())
"""Academic titles, without their dots."""
