"""Takes out words that say nothing ("eigentlich", "basically") and, of two hedges for one thing, one."""

from __future__ import annotations

from collections.abc import Iterator

from coach.changing import changed
from coach.model import Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    words = situation.language.plain
    yield from changed(situation, at, words.hedges, words.fillers)


def _de(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("de", draft, becomes, at)


def _en(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("en", draft, becomes, at)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        _de(
            "Guten Tag Herr Brandt,\n\nfür das Angebot brauchen wir eigentlich nur die Maße der Tür.\n\nFreundliche Grüße\nIna Voss",
            "Guten Tag Herr Brandt,\n\nfür das Angebot brauchen wir nur die Maße der Tür.\n\nFreundliche Grüße\nIna Voss",
        ),
        _de("Eigentlich brauchen wir nur die Maße der Tür.", "Wir brauchen nur die Maße der Tür."),
        _de("Die Pumpe braucht halt zwei Tage, bis sie dicht ist.", "Die Pumpe braucht zwei Tage, bis sie dicht ist."),
        _de("Wir liefern vielleicht eventuell schon am Montag.", "Wir liefern vielleicht schon am Montag."),
        _de("Das läuft sozusagen über unsere Werkstatt in Fulda.", "Das läuft über unsere Werkstatt in Fulda."),
        _de("Ehrlich gesagt, die zweite Farbe passt besser zur Küche.", "Die zweite Farbe passt besser zur Küche."),
        _de("Eigentlich wollten wir am Montag liefern, aber der Wagen ist defekt.", None),
        _de("Das eigentliche Problem ist die Dichtung. Wir haben nur noch zwei.", None),
        _de("Die Anlage ist quasi fertig und steht schon in der Halle.", None),
        _de("Bitte halt dich an die Anleitung. Der Halt am Bahnhof entfällt.", None),
        _de("Der Prüfer sagte: „Das ist eigentlich nur ein Kratzer an der Tür.“", None),
        _en(
            "Dear Ms Hart,\n\nI just wanted to ask about the order for the tiles.\n\nKind regards,\nSam",
            "Dear Ms Hart,\n\nI wanted to ask about the order for the tiles.\n\nKind regards,\nSam",
        ),
        _en("Basically, the pump needs a new seal.", "The pump needs a new seal."),
        _en("To be honest, we prefer the second colour.", "We prefer the second colour."),
        _en("I think maybe the seal is worn.", "I think the seal is worn."),
        _en("The delay could possibly affect your opening.", "The delay could affect your opening."),
        _en("We just need one signature. I just sent you the form.", None),
        _en("It is not actually broken, but it looks old.", None),
        _en("What kind of seal do you use? This sort of damage is rare.", None),
        _en("The old pump is basically the same as the new one.", None),
        _en("The inspector wrote: “Basically, it needs a new seal.”", None),
    ),
)
