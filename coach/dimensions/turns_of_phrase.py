"""Which turns somebody likes: "I think", "as well", ", but", "zur Verfügung", "ich hab"."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, cue_list, per_hundred, quoted
from coach.document import Document
from coach.model import Reading, Stance
from coach.wording import places, tally


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    stretches = [paragraph.span for paragraph in document.paragraphs]
    listed = document.language.habits.turns
    found = tally(places(listed, document.text, stretches), {"words": document.words}, listed.totals)
    return Reading(per_hundred(sum(found.counts.values()), document.words), document.words, document.body, found)


DIMENSION = Dimension(
    name="turns_of_phrase",
    version=1,
    unit="per 100 words",
    source="word pairs in authorship attribution: Hoover 2002; Stamatatos 2009",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Wendungen", "en": "Turns of phrase"},
    habit={"de": "schreibt gern: {usual}", "en": "likes to write {usual}"},
    gap={
        "de": "{who} schreibt hier gern: {usual}. Dieser Entwurf hat dafür: {value}.",
        "en": "{who} likes to write {usual}. This draft has {value} instead.",
    },
    measure=measure,
    body_only=True,
    cue_name=quoted,
    show=cue_list(quoted),
    more_than={
        "de": (
            (
                "Ich denke, dass ich das auch noch schaffe, und zwar vor allem in der nächsten Woche.",
                "Wartung erfolgt kommende Woche Dienstag, Technikerin Sommer bringt Ersatzteile mit.",
            ),
        ),
        "en": (
            (
                "I think that you can do that as well, but I would need to see some of the figures at least.",
                "Maintenance happens next Tuesday; technician Ward brings spare parts along.",
            ),
        ),
    },
)
