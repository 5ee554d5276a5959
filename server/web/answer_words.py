"""What the page says on which a customer answers; worded so that it fits Du and Sie alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The page in one language; questions and the ends of their scales by kind."""

    title: str
    questions: Mapping[str, str]
    ends: Mapping[str, tuple[str, str]]
    send: str
    change: str
    thanks: str
    stands: str
    closed: str
    unknown: str
    choose: str
    slow_down: str


GERMAN = AnswerWords(
    title="Eine kurze Frage",
    questions={
        "csat": "Wie zufriedenstellend war unsere Hilfe?",
        "ces": "Stimmt das: Mein Anliegen ließ sich hier leicht klären?",
        "nps": "Wie wahrscheinlich ist es, dass wir weiterempfohlen werden?",
    },
    ends={
        "csat": ("gar nicht", "sehr"),
        "ces": ("stimmt gar nicht", "stimmt ganz und gar"),
        "nps": ("sehr unwahrscheinlich", "sehr wahrscheinlich"),
    },
    send="Antwort senden",
    change="Antwort ändern",
    thanks="Vielen Dank, die Antwort ist angekommen: {value}. Eine Stunde lang lässt sie sich noch ändern.",
    stands="Vielen Dank, die Antwort ist angekommen.",
    closed="Diese Frage ist inzwischen geschlossen.",
    unknown="Dieser Link ist nicht oder nicht mehr gültig.",
    choose="Bitte eine der Zahlen wählen.",
    slow_down="Das waren zu viele Versuche. Bitte in einer Minute noch einmal.",
)
ENGLISH = AnswerWords(
    title="A quick question",
    questions={
        "csat": "How satisfied are you with our help?",
        "ces": "Do you agree: it was easy to get my request handled?",
        "nps": "How likely are you to recommend us?",
    },
    ends={
        "csat": ("very dissatisfied", "very satisfied"),
        "ces": ("strongly disagree", "strongly agree"),
        "nps": ("not at all likely", "extremely likely"),
    },
    send="Send answer",
    change="Change answer",
    thanks="Thank you, your answer has arrived: {value}. You can still change it for an hour.",
    stands="Thank you, your answer has arrived.",
    closed="This question has been closed.",
    unknown="This link is not valid, or no longer.",
    choose="Please choose one of the numbers.",
    slow_down="That was too many tries. Please try again in a minute.",
)
WORDS: Mapping[str, AnswerWords] = {"de": GERMAN, "en": ENGLISH}
