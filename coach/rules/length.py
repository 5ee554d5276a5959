"""Sentences or the whole mail much longer than this customer writes: points at the longest, offers no wording."""

from __future__ import annotations

from collections.abc import Iterator

from coach.model import Severity
from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation

COSTLY = 1.5  # points; length is a mild matter below that
FAR = 1.5  # of the customer's own standard deviations


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.above("sentence_length", lacking=COSTLY, far=FAR)
    if gap:
        yield Proposal(
            gap.spans[0],
            {"de": "Langer Satz: besser teilen", "en": "Long sentence: better split"},
            explain(situation, gap),
            lacking=gap.lacking,
        )
    gap = situation.above("message_length", lacking=COSTLY, far=FAR)
    if gap:
        yield Proposal(
            gap.spans[0],
            {"de": "Kürzer fassen", "en": "Make it shorter"},
            explain(situation, gap),
            Severity.INFO,
            lacking=gap.lacking,
        )


_SHORT = (
    tuple(
        f"Moin,\n\n{body}\n\nGruß\nJan"
        for body in (
            "Waage 3 steht. Wer kommt? Bin bis vier da.",
            "Teile sind da. Passt alles. Danke.",
            "Sensor geht nicht. Neuer muss her. Preis?",
            "Termin passt. Bis Montag. Tor ist offen.",
            "Rechnung fehlt noch. Bitte schicken. Eilt nicht.",
            "Läuft wieder. War der Stecker. Sorry.",
        )
    )
    * 2
)

RULE = Rule(
    id="length",
    propose=propose,
    examples=(
        Example(
            "de",
            _SHORT,
            "Moin,\n\nda der Sensor, den wir Ihnen im März geliefert haben und der laut Protokoll bereits einmal getauscht wurde, nun wieder ausgefallen ist, schicken wir morgen einen neuen. Passt das?\n\nGruß\nTom",
            "da der Sensor, den wir Ihnen im März geliefert haben und der laut Protokoll bereits einmal getauscht wurde, nun wieder ausgefallen ist, schicken wir morgen einen neuen.",
        ),
        Example("de", _SHORT, "Moin,\n\nneuer Sensor kommt morgen. Stecker prüfen. Wir rufen an.\n\nGruß\nTom", None),
    ),
)  # fmt: skip
