"""Which words of the general language somebody likes: "however" and "just", or neither."""

from __future__ import annotations

from coach.dimension import BOTH, Dimension, Scale, cue_list, per_hundred, quoted
from coach.document import Document
from coach.model import Reading, Stance
from coach.wording import places, tally


def measure(document: Document) -> Reading | None:
    if not document.words or document.language is None:
        return None
    stretches = [paragraph.span for paragraph in document.paragraphs]
    listed = document.language.habits.words
    found = tally(places(listed, document.text, stretches), {"words": document.words}, listed.totals)
    share = per_hundred(sum(found.counts.values()), document.words)
    return Reading(share, document.words, document.body, found)


DIMENSION = Dimension(
    name="habitual_words",
    version=1,
    unit="per 100 words",
    source="Mosteller & Wallace 1964 (words that tell authors apart); Burrows 2002 (Delta)",
    scale=Scale.COUNTS,
    stance=Stance.MIRROR,
    languages=BOTH,
    least=12,
    label={"de": "Lieblingswörter", "en": "Favourite words"},
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
                "Vielleicht kann ich das morgen eigentlich auch noch einmal machen, aber leider nicht früher.",
                "Lieferung Montag, Rechnung Dienstag, Abnahme Mittwoch, Schulung Donnerstag, Übergabe Freitag.",
            ),
        ),
        "en": (
            (
                "However, I just wanted to see whether you could perhaps do it again, as we really need that.",
                "Delivery Monday, invoice Tuesday, acceptance Wednesday, training Thursday, handover Friday.",
            ),
        ),
    },
)
