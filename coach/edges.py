"""How formal the first and the last line of a draft are: a word of another register beside them mixes tones."""

from __future__ import annotations

from coach.language import Form
from coach.situation import Situation

STIFF = 0.6  # "Sehr geehrte", "Dear", "Mit freundlichen Grüßen", "Yours sincerely", on the scale of such lines
CHUMMY = -0.7  # "Hi" in German, "Hey", "Ahoi", "LG", "Cheers"


def greeting_form(situation: Situation) -> Form | None:
    """What the draft greets with; None where it does not, or with something else."""
    greeting = situation.draft.greeting
    return situation.language.greeting_form(greeting.of(situation.draft.text)) if greeting else None


def has_stiff_edge(situation: Situation) -> bool:
    """True where the draft greets or closes formally: a clipped or loose word between them sounds careless."""
    return any(form.formality >= STIFF for form in _edges(situation))


def has_chummy_edge(situation: Situation) -> bool:
    """True where the draft greets or closes as friends do: a formal word between them sounds stilted."""
    return any(form.formality <= CHUMMY for form in _edges(situation))


def smiles(situation: Situation) -> bool:
    """True where the draft has an emoji or a typed smiley."""
    emoji = situation.dimensions.get("emoji")
    reading = situation.draft.once(emoji.measure) if emoji is not None else None
    return reading is not None and not isinstance(reading.value, str) and reading.value > 0


def _edges(situation: Situation) -> list[Form]:
    closing = situation.draft.closing
    last = situation.language.closing_form(closing.of(situation.draft.text)) if closing else None
    return [form for form in (greeting_form(situation), last) if form is not None]
