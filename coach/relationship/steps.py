"""The next best step: which kind of communication helps this relationship now, and how such a mail could open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from coach.relationship.content import wants_answer
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.grade import Grade
from coach.relationship.saying import both
from coach.relationship.signal import Words
from coach.relationship.signals.complaints import OPEN, fate_of, is_complaint
from coach.relationship.signals.needs_answered import is_open

LATELY = timedelta(days=120)
OPEN_NEEDS = timedelta(days=45)
GOING = ("leaving", "rival", "escalation", "distance")
STAYING = ("trust", "long_term", "recommends", "buying", "praise")
Openings = Mapping[str, str]
"""Form of address ("sie", "du", "ihr", "en") -> the first sentence of such a mail."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: its name, what it is, why so, and a first sentence in each form of address."""

    name: str
    label: Words
    advice: Words
    openings: Openings

    def opening(self, language: str | None, form: str | None) -> str:
        """The first sentence for somebody who is written to in this language and form of address."""
        if language != "de":
            return self.openings["en"]
        return self.openings[form if form in ("du", "ihr") else "sie"]


@dataclass(frozen=True, slots=True)
class _Choice:
    step: Step
    fits: Callable[[Exchange, Grade], bool]


def step_for(kind: str, exchange: Exchange, grade: Grade) -> Step:
    """The first step of this list's that fits the exchange; the last one always does."""
    return next(each.step for each in CHOICES[kind] if each.fits(exchange, grade))


def said_lately(exchange: Exchange, *names: str) -> tuple[Turn, ...]:
    """The customer's mails of the last months with one of these marks; words of leaving that they took back since by
    word or deed are left out."""
    said = [each for each in exchange.marked(*names) if each.is_customer and exchange.now - each.date <= LATELY]
    return tuple([each for each in said if not _taken_back(each, names, exchange)])


def lately(exchange: Exchange) -> tuple[Turn, ...]:
    """The customer's mails of the last months."""
    return exchange.once(_lately)


def _lately(exchange: Exchange) -> tuple[Turn, ...]:
    return tuple([each for each in exchange.customers if exchange.now - each.date <= LATELY])


def _taken_back(turn: Turn, names: tuple[str, ...], exchange: Exchange) -> bool:
    if set(names).isdisjoint(GOING) or not turn.trace.has(*GOING):
        return False
    staying, going = exchange.once(_last_staying), exchange.once(_last_going)
    return staying is not None and staying > turn.date and not (going is not None and going > turn.date)


def _last_staying(exchange: Exchange) -> datetime | None:
    return max((each.date for each in lately(exchange) if each.trace.has(*STAYING)), default=None)


def _last_going(exchange: Exchange) -> datetime | None:
    return max((each.date for each in lately(exchange) if each.trace.has(*GOING)), default=None)


def _says(*names: str) -> Callable[[Exchange, Grade], bool]:
    return lambda exchange, _: bool(said_lately(exchange, *names))


def _complaint_open(exchange: Exchange, _: Grade) -> bool:
    return any(exchange.note(is_complaint, each) and fate_of(each, exchange) == OPEN for each in lately(exchange))


def _signal_low(name: str, below: float) -> Callable[[Exchange, Grade], bool]:
    def fits(_: Exchange, grade: Grade) -> bool:
        return any(share.signal == name and share.value <= below for share in grade.shares)

    return fits


def _needs_open(exchange: Exchange, _: Grade) -> bool:
    if any(wants_answer(each) for each in exchange.unanswered()):
        return True
    return any(is_open(each, exchange) for each in exchange.customers if exchange.now - each.date <= OPEN_NEEDS)


def _always(_: Exchange, __: Grade) -> bool:
    return True


KEEP_PROMISE = Step(
    "keep_promise",
    both("Zusage einlösen", "Keep the promise"),
    both(
        "Lösen Sie die offene Zusage ein oder nennen Sie einen neuen, sicheren Termin. Sagen Sie ohne Umschweife, "
        "dass es "
        "Ihr Versäumnis war. Nichts anbieten, nichts verkaufen.",
        "Keep the open promise, or name a new date that is certain. Say plainly that the lapse was yours. Offer "
        "nothing, "
        "sell nothing.",
    ),
    {
        "sie": "ich hatte Ihnen etwas zugesagt und es nicht gehalten. Das tut mir leid; so sieht es jetzt aus:",
        "du": "ich hatte dir etwas zugesagt und es nicht gehalten. Das tut mir leid; so sieht es jetzt aus:",
        "ihr": "ich hatte euch etwas zugesagt und es nicht gehalten. Das tut mir leid; so sieht es jetzt aus:",
        "en": "I promised you something and did not keep it. I am sorry about that; this is where it stands now:",
    },
)
CALL = Step(
    "call",
    both("Persönlich sprechen", "Talk in person"),
    both(
        "Kein weiteres Schreiben: Rufen Sie an oder besuchen Sie den Kunden, möglichst wer die Beziehung am längsten "
        "kennt. Zuhören, was gefehlt hat, nicht rechtfertigen, kein Angebot. Danach in einer kurzen Mail festhalten, "
        "was "
        "Sie ändern.",
        "Not another letter: call or visit, best by whoever has known the customer longest. Listen to what was "
        "missing, "
        "justify nothing, offer nothing. Afterwards put into a short mail what you will change.",
    ),
    {
        "sie": "ich habe den Eindruck, dass Sie in letzter Zeit nicht das bekommen haben, was Sie von uns erwarten. "
        "Dürfte ich Sie dazu kurz anrufen?",
        "du": "ich habe den Eindruck, dass du in letzter Zeit nicht das bekommen hast, was du von uns erwartest. "
        "Darf ich dich dazu kurz anrufen?",
        "ihr": "ich habe den Eindruck, dass ihr in letzter Zeit nicht das bekommen habt, was ihr von uns erwartet. "
        "Darf ich euch dazu kurz anrufen?",
        "en": "I have the impression that lately you have not been getting what you expect of us. May I call you "
        "briefly "
        "about it?",
    },
)
APOLOGISE = Step(
    "apologise",
    both("Entschuldigen und wiedergutmachen", "Apologise and repair"),
    both(
        "Eine vollständige Entschuldigung: Verantwortung übernehmen, sagen, was jetzt geschieht und bis wann, "
        "erklären, "
        "bedauern. Nicht um Verständnis bitten, keine Gründe zuerst.",
        "A complete apology: take responsibility, say what happens now and by when, explain, regret. Do not ask for "
        "understanding, do not start with reasons.",
    ),
    {
        "sie": "Sie haben recht: Das hätte uns nicht passieren dürfen, und die Verantwortung dafür liegt bei uns.",
        "du": "du hast recht: Das hätte uns nicht passieren dürfen, und die Verantwortung dafür liegt bei uns.",
        "ihr": "ihr habt recht: Das hätte uns nicht passieren dürfen, und die Verantwortung dafür liegt bei uns.",
        "en": "You are right: this should not have happened, and the responsibility for it is ours.",
    },
)
ANSWER = Step(
    "answer",
    both("Offene Fragen beantworten", "Answer what is open"),
    both(
        "Beantworten Sie heute jede offene Frage, in der Reihenfolge, in der sie gestellt wurde. Was noch fehlt, "
        "bekommt "
        "einen Termin.",
        "Answer every open question today, in the order in which they were asked. What is still missing gets a date.",
    ),
    {
        "sie": "Ihre Fragen sind noch offen; hier sind die Antworten der Reihe nach:",
        "du": "deine Fragen sind noch offen; hier sind die Antworten der Reihe nach:",
        "ihr": "eure Fragen sind noch offen; hier sind die Antworten der Reihe nach:",
        "en": "Your questions are still open; here are the answers one by one:",
    },
)
WARM_UP = Step(
    "warm_up",
    both("Nachfragen, wie es läuft", "Ask how things are going"),
    both(
        "Eine kurze Mail ohne Anliegen: nach dem letzten Thema des Kunden fragen, Hilfe anbieten, nichts verkaufen.",
        "A short mail that wants nothing: ask about the customer's last matter, offer help, sell nothing.",
    ),
    {
        "sie": "ich wollte kurz nachfragen, wie es bei Ihnen seit unserem letzten Kontakt läuft.",
        "du": "ich wollte kurz nachfragen, wie es bei dir seit unserem letzten Kontakt läuft.",
        "ihr": "ich wollte kurz nachfragen, wie es bei euch seit unserem letzten Kontakt läuft.",
        "en": "I just wanted to ask how things have been going since we were last in touch.",
    },
)
MAKE_OFFER = Step(
    "make_offer",
    both("Angebot machen", "Make an offer"),
    both(
        "Der Kunde hat danach gefragt: Legen Sie ein konkretes Angebot vor, das seine eigenen Ziele aufnimmt, mit "
        "Termin "
        "und nächstem Schritt. Zuerst seine offenen Fragen beantworten.",
        "The customer asked for it: make a concrete offer that takes up their own goals, with a date and a next step. "
        "Answer their open questions first.",
    ),
    {
        "sie": "Sie hatten danach gefragt; hier ist unser Vorschlag, zugeschnitten auf das, was Sie vorhaben:",
        "du": "du hattest danach gefragt; hier ist unser Vorschlag, zugeschnitten auf das, was du vorhast:",
        "ihr": "ihr hattet danach gefragt; hier ist unser Vorschlag, zugeschnitten auf das, was ihr vorhabt:",
        "en": "You asked for it; here is our proposal, cut to what you are planning:",
    },
)
CONGRATULATE = Step(
    "congratulate",
    both("Freuen und nach den Plänen fragen", "Be glad and ask about the plans"),
    both(
        "Gratulieren Sie ohne Verkauf in derselben Mail, und fragen Sie, was der Kunde als Nächstes braucht. Das "
        "Angebot "
        "kommt in einer eigenen Mail.",
        "Congratulate without selling in the same mail, and ask what the customer needs next. The offer comes in a "
        "mail of "
        "its own.",
    ),
    {
        "sie": "was für eine gute Nachricht, wir freuen uns mit Ihnen! Was steht bei Ihnen als Nächstes an?",
        "du": "was für eine gute Nachricht, wir freuen uns mit dir! Was steht bei dir als Nächstes an?",
        "ihr": "was für eine gute Nachricht, wir freuen uns mit euch! Was steht bei euch als Nächstes an?",
        "en": "What good news, we are happy for you! What comes next for you?",
    },
)

LOOK_INTO = Step(
    "look_into",
    both("Nachsehen, was offen ist", "Look into what is open"),
    both(
        "Lesen Sie die letzten Mails und was auf der Seite des Kunden offen ist. Erledigen Sie das zuerst, oder nennen "
        "Sie einen sicheren Termin; ist nichts offen, fragen Sie kurz nach, wie es läuft. Nichts verkaufen.",
        "Read the latest mails and what is open on the customer's page. Settle that first, or name a date that is "
        "certain; if nothing is open, ask briefly how things are going. Sell nothing.",
    ),
    {
        "sie": "ich habe mir unseren letzten Austausch angesehen und möchte klären, was für Sie noch offen ist.",
        "du": "ich habe mir unseren letzten Austausch angesehen und möchte klären, was für dich noch offen ist.",
        "ihr": "ich habe mir unseren letzten Austausch angesehen und möchte klären, was für euch noch offen ist.",
        "en": "I have been through our latest mails and would like to settle what is still open for you.",
    },
)
"""Stands for steps that would say how the team worked, where that is not to be shown."""

CHOICES: Mapping[str, tuple[_Choice, ...]] = {
    "danger": (
        _Choice(CALL, _says(*GOING)),
        _Choice(KEEP_PROMISE, _signal_low("promises_kept", -0.3)),
        _Choice(APOLOGISE, _complaint_open),
        _Choice(ANSWER, _needs_open),
        _Choice(WARM_UP, _always),
    ),
    "ripe": (
        _Choice(MAKE_OFFER, _says("buying")),
        _Choice(CONGRATULATE, _always),
    ),
    "forgotten": (
        _Choice(ANSWER, _needs_open),
        _Choice(WARM_UP, _always),
    ),
}

STEPS: Mapping[str, Step] = {
    each.name: each for each in (*(choice.step for choices in CHOICES.values() for choice in choices), LOOK_INTO)
}
