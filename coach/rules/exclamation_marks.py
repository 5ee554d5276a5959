"""More exclamation marks than this customer uses: offers a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation

MOST = 2  # proposals per draft
# Behind a word and at the end of a sentence: not in "?!", not before a closing quote or bracket.
PLAIN_END = re.compile(r"\w!+(?:\s|$)")


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.above("exclamations")
    if gap is None:
        return
    text = situation.draft.text
    plain = (span for span in gap.spans if PLAIN_END.match(text[max(0, span.start - 1) : span.end + 1]))
    for span in [each for each in plain if not situation.is_quoted(each)][:MOST]:
        yield Proposal(
            span,
            {"de": "Ruhiger: Punkt statt Ausrufezeichen", "en": "Calmer: a full stop instead"},
            explain(situation, gap),
            replacement=".",
        )


_CALM = (
    tuple(
        f"Guten Tag Frau Wolf,\n\n{body}\n\nMit freundlichen Grüßen\nTom Brandt"
        for body in (
            "die Lieferung ist angekommen. Die Prüfung dauert bis Freitag. Danach melde ich mich.",
            "der Termin am Montag passt. Bitte bringen Sie die Unterlagen mit. Die Halle ist offen.",
            "die Rechnung ist bezahlt. Der Beleg liegt bei. Die zweite Rechnung folgt im März.",
            "die Waage steht seit gestern. Der Sensor meldet einen Fehler. Wann kann jemand kommen?",
            "das Angebot liegt vor. Die Lieferzeit ist zu lang. Gibt es eine Alternative?",
            "der Techniker war da. Der Fehler ist behoben. Das Protokoll fehlt noch.",
        )
    )
    * 2
)

RULE = Rule(
    id="exclamation-marks",
    propose=propose,
    examples=(
        Example(
            "de",
            _CALM,
            "Guten Tag Herr Brandt,\n\ndie Prüfung ist fertig. Das Ergebnis liegt bei! Wir rufen Sie am Montag an.\n\nViele Grüße\nEva Wolf",
            "!",
            ".",
        ),
        Example(
            "de",
            _CALM,
            "Guten Tag Herr Brandt,\n\ndie Prüfung ist fertig. Das Ergebnis liegt bei. Wir rufen Sie am Montag an.\n\nMit freundlichen Grüßen\nEva Wolf",
            None,
        ),
    ),
)  # fmt: skip
