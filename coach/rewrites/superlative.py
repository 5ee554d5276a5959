"""Tones claims down to what one can stand by: "the best prices in town" -> "very good prices"."""

from __future__ import annotations

from collections.abc import Iterator

from coach.changing import changed
from coach.model import Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    yield from changed(situation, at, situation.language.plain.claims)


def _de(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("de", draft, becomes, at)


def _en(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("en", draft, becomes, at)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        _de(
            "Guten Tag Frau Lang,\n\nder Schrank kommt garantiert am Freitag bei Ihnen an.\n\nFreundliche Grüße\nTim Roth",
            "Guten Tag Frau Lang,\n\nder Schrank kommt voraussichtlich am Freitag bei Ihnen an.\n\nFreundliche Grüße\nTim Roth",
        ),
        _de("Wir bieten Ihnen die besten Preise der Branche.", "Wir bieten Ihnen sehr gute Preise."),
        _de("Das ist das zuverlässigste Gerät auf dem Markt.", "Das ist ein sehr zuverlässiges Gerät."),
        _de("Das wird nie wieder vorkommen.", "Wir tun alles dafür, dass das nicht wieder vorkommt."),
        _de("Wir antworten immer innerhalb eines Tages.", "Wir antworten fast immer innerhalb eines Tages."),
        _de("Wir sind uns absolut sicher, dass die Naht hält.", "Wir sind uns sicher, dass die Naht hält."),
        _de("Am besten rufen Sie uns am Montag an. Wir arbeiten immer noch daran.", None),
        _de("Das ist nicht das beste Ergebnis. Mit den besten Wünschen zum Fest.", None),
        _de("Der Hersteller garantiert zehn Jahre auf die Pumpe.", None),
        _de("Der Stoff ist aus 100 % Baumwolle und bitte immer kalt zu waschen.", None),
        _de("Sie schrieben „Das ist die beste Küche der Welt.“ Das freut uns.", None),
        _en(
            "Dear Ms Lang,\n\nwe offer the best prices in town.\n\nKind regards,\nTim",
            "Dear Ms Lang,\n\nwe offer very good prices.\n\nKind regards,\nTim",
        ),
        _en("The cabinet is guaranteed to arrive on Friday.", "The cabinet should arrive on Friday."),
        _en("Our pump never fails.", "Our pump rarely fails."),
        _en("It is the most reliable pump on the market.", "It is a very reliable pump."),
        _en("We are 100% sure that the seam holds.", "We are sure that the seam holds."),
        _en("This will never happen again.", "We will do everything we can to keep this from happening again."),
        _en("The best way is to call us on Monday. You are the best!", None),
        _en("The fabric is 100% cotton. Please always wash it cold.", None),
        _en("We cannot guarantee that it will arrive on Friday.", None),
        _en("You wrote “It is the best kitchen in the world.” We are glad.", None),
    ),
)
