"""How close customer and team are: opportunity, acquaintance, deepening, trust, close; one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from coach.model import Span
from coach.relationship.exchange import Exchange, Turn
from coach.relationship.saying import both
from coach.relationship.signal import Words
from coach.relationship.signals.complaints import HEALED, fate_of, is_complaint

LATELY = timedelta(days=550)  # what is older no longer makes anybody close


class Phase(StrEnum):
    """The phases of closeness, in order."""

    OPPORTUNITY = "opportunity"
    ACQUAINTANCE = "acquaintance"
    DEEPENING = "deepening"
    TRUST = "trust"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that shows closeness: what, and the mail and words that show it."""

    name: str
    label: Words
    mail: int
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Closeness:
    """The phase that a relationship is in, what shows it, and how ready it is for the next.

    `readiness` is the share (0 to 1) of what the next phase needs that is there already, `missing` names the rest.
    """

    phase: Phase
    proofs: tuple[Proof, ...]
    readiness: float
    missing: tuple[Words, ...]

    @property
    def next(self) -> Phase | None:
        """The phase that comes next; None at the end."""
        order = tuple(Phase)
        at = order.index(self.phase) + 1
        return order[at] if at < len(order) else None


@dataclass(frozen=True, slots=True)
class _Evidence:
    """One thing that a phase can be told by; `find` gives the turns and words that show it, empty where they do not."""

    name: str
    label: Words
    find: Callable[[Exchange], tuple[tuple[Turn, Span | None], ...]]


Found = tuple[tuple[Turn, Span | None], ...]


def closeness_of(exchange: Exchange, *, familiar: bool = False, strained: bool = False) -> Closeness:
    """How close the two are; `familiar` says that both call each other Du or by first name, `strained` that things go
    badly now: then nobody is further than deepening, whatever was."""
    recent = exchange.since(exchange.now - LATELY)
    reached = Phase.OPPORTUNITY
    proofs: list[Proof] = []
    for phase, (needed, evidence) in LADDER.items():
        if strained and phase is Phase.TRUST:
            return Closeness(reached, tuple(proofs), 0.0, (MENDED,))
        found, lacking = _look(recent, evidence, familiar=familiar)
        if len(found) < needed:
            return Closeness(reached, tuple(proofs), len(found) / needed, tuple(each.label for each in lacking))
        reached = phase
        proofs += found
    return Closeness(reached, tuple(proofs), 1.0, ())


def _look(
    exchange: Exchange, evidence: tuple[_Evidence, ...], *, familiar: bool
) -> tuple[list[Proof], list[_Evidence]]:
    found, lacking = [], []
    for each in evidence:
        places = each.find(exchange)
        if each is FAMILIAR and familiar and exchange.turns:
            places = ((exchange.turns[-1], None),)
        if places:
            turn, span = places[-1]
            found.append(Proof(each.name, each.label, turn.mail, span))
        else:
            lacking.append(each)
    return found, lacking


def _marked(*names: str, least: int = 1, of_both: int = 0) -> Callable[[Exchange], Found]:
    """Finds mails with these marks, if there are at least so many of the customer's, and `of_both` sides' together."""

    def find(exchange: Exchange) -> Found:
        said = [each for each in exchange.marked(*names) if of_both or each.is_customer]
        theirs = sum([each.is_customer for each in said])
        if theirs < least or len(said) < of_both:
            return ()
        return tuple([(each, each.trace.first(*names)) for each in said])

    return find


def _answers(exchange: Exchange) -> Found:
    replies = [turn for _, turn in exchange.replies(exchange.customers[0].side)] if exchange.customers else []
    return tuple((each, None) for each in replies)


def _threads(least: int, span: timedelta = timedelta(0)) -> Callable[[Exchange], Found]:
    """Finds the conversations in which the customer took part, if there are enough of them over enough time."""

    def find(exchange: Exchange) -> Found:
        firsts = [next((each for each in thread if each.is_customer), None) for thread in exchange.threads()]
        came = sorted((each for each in firsts if each is not None), key=lambda turn: turn.date)
        if len(came) < least or came[-1].date - came[0].date < span:
            return ()
        return tuple((each, None) for each in came)

    return find


def _healed(exchange: Exchange) -> Found:
    return tuple(
        (each, None)
        for each in exchange.customers
        if exchange.note(is_complaint, each) and fate_of(each, exchange) == HEALED
    )


def _nothing(exchange: Exchange) -> Found:
    return ()


MENDED = both("die Beziehung ist belastet und muss zuerst heilen", "the relationship is strained and must heal first")
FAMILIAR = _Evidence("familiar", both("Du oder Vornamen auf beiden Seiten", "first names on both sides"), _nothing)

LADDER: Mapping[Phase, tuple[int, tuple[_Evidence, ...]]] = {
    Phase.ACQUAINTANCE: (
        1,
        (
            _Evidence("answers", both("der Kunde antwortet", "the customer answers"), _answers),
            _Evidence("second_matter", both("ein zweites Anliegen", "a second matter"), _threads(2)),
        ),
    ),
    Phase.DEEPENING: (
        2,
        (
            _Evidence("comes_back", both("kommt immer wieder", "keeps coming back"), _threads(3, timedelta(days=45))),
            _Evidence("content", both("lobt oder dankt", "praises or thanks"), _marked("praise", "thanks")),
            _Evidence("personal", both("ein persönliches Wort", "a personal word"), _marked("personal")),
        ),
    ),
    Phase.TRUST: (
        3,
        (
            _Evidence("lasts", both("seit einem halben Jahr", "for half a year"), _threads(4, timedelta(days=180))),
            _Evidence("relies", both("verlässt sich auf Sie", "relies on you"), _marked("trust")),
            _Evidence("healed", both("ein Ärger wurde gemeinsam gelöst", "a trouble was healed together"), _healed),
            _Evidence("praises", both("lobt mehrmals", "praises more than once"), _marked("praise", least=2)),
            _Evidence("opens_up", both("erzählt Persönliches", "tells personal things"), _marked("personal", least=2)),
            _Evidence("plans", both("weiht Sie in Pläne ein", "shares plans with you"), _marked("growth", "long_term")),
        ),
    ),
    Phase.CLOSE: (
        3,
        (
            FAMILIAR,
            _Evidence("recommends", both("empfiehlt Sie weiter", "recommends you"), _marked("recommends")),
            _Evidence(
                "friends",
                both("Persönliches gehört dazu", "personal matters are part of it"),
                _marked("personal", least=2, of_both=4),
            ),
            _Evidence(
                "together", both("plant mit Ihnen", "makes plans with you"), _marked("long_term", "trust", least=2)
            ),
        ),
    ),
}

FITS: Mapping[Phase, Words] = {
    Phase.OPPORTUNITY: both(
        "Sachlich antworten, Fragen vollständig klären, verlässlich sein. Nichts Persönliches voraussetzen.",
        "Answer to the point, settle questions fully, be reliable. Take nothing personal for granted.",
    ),
    Phase.ACQUAINTANCE: both(
        "Beim Namen nennen, an Früheres anknüpfen, eigene Ideen zum Anliegen beisteuern.",
        "Use the name, take up what was before, add an idea of your own to the matter.",
    ),
    Phase.DEEPENING: both(
        "Ein persönliches Wort erwidern, nach dem Ergebnis fragen, Nutzen für den Kunden zeigen.",
        "Return a personal word, ask how it turned out, show what is in it for the customer.",
    ),
    Phase.TRUST: both(
        "Offen auch Schwieriges ansprechen, mitdenken, früh in Pläne einbeziehen.",
        "Speak openly of difficult things, think ahead, share plans early.",
    ),
    Phase.CLOSE: both(
        "Wie unter Partnern schreiben: kurz, offen, herzlich; Empfehlungen danken und erwidern.",
        "Write as partners do: short, open, warm; thank for recommendations and return them.",
    ),
}

SKIPS: Mapping[Phase, Words] = {
    Phase.OPPORTUNITY: both(
        "Du, Scherze, Privates, große Angebote oder die Bitte um Empfehlung kommen zu früh.",
        "First names unasked, jokes, private matters, large offers or asking for a recommendation come too early.",
    ),
    Phase.ACQUAINTANCE: both(
        "Vertraulichkeiten und die Bitte um Empfehlung kommen zu früh.",
        "Intimacies and asking for a recommendation come too early.",
    ),
    Phase.DEEPENING: both(
        "Die Bitte, für Sie zu werben, kommt zu früh.",
        "Asking them to speak up for you comes too early.",
    ),
    Phase.TRUST: both(
        "Privates, das der Kunde nicht selbst erzählt; ein Du bietet er an, oder Sie fragen ausdrücklich danach.",
        "Private matters that the customer does not tell themselves; leave it to them to change the form of address.",
    ),
    Phase.CLOSE: both(
        "Nichts; nur förmlich werden wirkt jetzt kühl.", "Nothing; only growing formal would seem cold now."
    ),
}
