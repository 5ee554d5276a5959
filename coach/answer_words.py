"""What a language knows about answering: how a draft gives, promises, attaches, regrets, and what a question wants."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """Patterns over lower-case sentences: what a draft's sentence does, and (`*_question`) what a need wants.

    `only_polite` are sentences that name a need's subject without a word on it ("Danke für Ihre Frage zum Preis"),
    `dismisses` those that turn the writer away or advertise ("Beruhigen Sie sich!"): neither takes up a need.
    """

    promise: re.Pattern[str]
    asks_back: re.Pattern[str]
    attached: re.Pattern[str]
    yes_or_no: re.Pattern[str]
    regret: re.Pattern[str]
    repair: re.Pattern[str]
    only_polite: re.Pattern[str]
    dismisses: re.Pattern[str]
    names_time: re.Pattern[str]
    names_amount: re.Pattern[str]
    names_price: re.Pattern[str]
    names_place: re.Pattern[str]
    when_question: re.Pattern[str]
    how_many_question: re.Pattern[str]
    price_question: re.Pattern[str]
    where_question: re.Pattern[str]
    yes_no_question: re.Pattern[str]
    asks_for_thing: re.Pattern[str]
