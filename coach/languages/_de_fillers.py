"""German words that say nothing, and hedges that stand twice; curated. Particles with a meaning ("nur", "schon") stay."""

from __future__ import annotations

import re

from coach.plain_words import Change


def _says(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b".replace(" ", r"\s+"))


# "Eigentlich ..., aber": the word prepares the turn. In the past it says that things came out otherwise.
_TURN = re.compile(
    r"\b(?:aber|jedoch|allerdings|doch|obwohl|sondern|trotzdem|dennoch|nur dass|bloß|bis auf)\b|^\s*(?:Aber|Doch|Nur)\b"
    r"|\b(?:wurd|wollt|sollt|hätt|müsst|müßt|musst|mußt|war|hatt|wär|würd|könnt|konnt|dürft|durft|dacht|ging|möcht)(?:e|en|est|et|st|t|n)?\b"
    r"|\b(?:sollen|soll)\b"
)
_ASIDE = re.compile(r"\s*(?:[,;:)…–—-]|$|\.\.|nicht\s*\?)")
_END = re.compile(r"\s*(?:[,;:.?!)…–—-]|$)")
_BOUND = re.compile(
    r"(?i)(?:[(–—/,-]|\b(?:nicht|nichts|nie|kein\w*|so|zu|wie|sehr|ganz|als|und|oder|bzw\.?|denn|auch|nur|sondern|doch|ja|mal|also"
    r"|das heißt|d\.\s?h\.))\s*$"
)
_FIRST_VERB = r"(?P<verb>\w+)\s+(?P<who>ich|wir|du|er|es|man|das|Sie|ihr)\b"
# Before these the word says "almost": "quasi fertig", "praktisch alle", "quasi ein Geschenk".
_ALMOST = ("ADJ", "CARD", "ART", "PIAT", "PIS", "VV(PP)", "PTKNEG", "NN", "NE", "FM", "PIDAT", "VV(INF)", "VA(", "PPOS")
_GLUED = re.compile(r"\s+(?:auch|nicht|noch|nur|schon|sogar|anders|wie|gar|erst|mal|gleich|immer|nie|kein\w*|als)\b")
_VERB = r"(?:brauch|hab|benötig|könn|kann|ist|sind|muss|müss|geht|gibt|find|glaub|seh|reicht|komm|mach|arbeit|nutz)\w*"


def _swapped(match: re.Match[str]) -> str:
    """ "Eigentlich brauchen wir" -> "Wir brauchen"."""
    who = match["who"]
    return f"{who[0].upper()}{who[1:]} {match['verb']}"


_PRESENT = re.compile(rf"^{_VERB}$")

FILLERS = (
    Change(
        re.compile(
            r"\b(?:Eigentlich|Im\s+Grunde(?:\s+genommen)?|Letzten\s+Endes|Letztendlich|Im\s+Endeffekt|Ehrlich\s+gesagt"
            r"|Offen\s+gesagt|Wie\s+gesagt|Genau\s+genommen|An\s+sich)"
            rf"\s+(?P<verb>{_VERB})\s+(?P<who>ich|wir|du|er|es|man|das)\b"
        ),
        _swapped,
        unless=_TURN,
    ),
    Change(re.compile(r"\b(?:Ehrlich|Offen)\s+gesagt,|\bWie\s+gesagt,|\bNun\s+ja,|\bNaja,|\bAlso\s+ehrlich,"), unless=_TURN,
           never_before=re.compile(r"\s+(?:oder|und|so|da|ja|nein|mal)\b")),
    Change(
        re.compile(
            r",\s+(?:(?:um\s+)?(?:ehrlich|offen)\s+(?:gesagt|zu\s+sein)|wie\s+gesagt|sagen\s+wir\s+mal|sag(?:e|en)?\s+(?:ich|wir)\s+mal"
            r"|wenn\s+man\s+so\s+will|wenn\s+(?:ich|man)\s+ehrlich\s+(?:bin|ist)),(?=\s)"
        ),
        unless=_TURN,
        at_start=False,
    ),
    Change(_says("eigentlich"), unless=_TURN, never_before=_ASIDE, never_after=_BOUND, at_start=False,
           never_tags=("KO",)),
    Change(_says("nun (?:ein)?mal"), never_before=_END, never_after=_BOUND, at_start=False,
           only=re.compile(r"\b(?:ist|sind|muss|müssen|braucht|brauchen|kostet|kosten|dauert|geht|gibt|hat|haben)\b"),
           unless=re.compile(r"\bzu\b")),
    Change(_says("halt"), never_before=_END, never_after=_BOUND, at_start=False,
           unless=re.compile(r"\b(?:halt\s+(?:dich|dir|mich|bitte|an|ein|aus|durch|still|auf|fest)|mach\w*\s+halt)\b")),
    Change(_says("irgendwie"), unless=_TURN, never_before=re.compile(rf"{_GLUED.pattern}|{_END.pattern}"), never_after=_BOUND,
           at_start=False, never_tags=("ADJ", "VV(IZU)", "PTKZU", "CARD", "ART", "NN", "PIAT", "ADV", "VV(INF)", "VV(PP)")),
    Change(_says("sozusagen|quasi|gewissermaßen"), never_before=_END, never_after=_BOUND, never_tags=(*_ALMOST, "ADV", "PAV", "PROAV"),
           at_start=False, unless=re.compile(r"\b(?:ist|sind|bin|war|waren|wird|werden|wurde|wie|als)\b")),
    Change(_says("im Grunde genommen|im Endeffekt|letzten Endes|letztendlich|letztlich|an und für sich"),
           unless=_TURN, never_before=_END, never_after=_BOUND, at_start=False, never_tags=("KO",)),
    Change(_says("ehrlich gesagt|offen gesagt|wie gesagt"), never_before=_END, never_after=_BOUND, at_start=False),
    Change(_says("durchaus|schlichtweg"), never_before=re.compile(rf"{_GLUED.pattern}|{_END.pattern}"), never_after=_BOUND,
           at_start=False, unless=_TURN),
)  # fmt: skip

_PERHAPS = r"(?:vielleicht|eventuell|evtl\.|möglicherweise|unter\s+Umständen|u\.\s?U\.|womöglich)"
_LIKELY = r"(?:wahrscheinlich|vermutlich|wohl|voraussichtlich|vermutlich)"
_SCOPE = re.compile(
    r"\s*(?:[,;:.?!)…–—-]|$|(?:auch|nicht|noch|nur|schon|sogar|mal|doch|erst|sowieso|\d|ein paar|einige|etwas|zwei|drei|\w+er als)\b)"
)
_CLAUSE = r"[^,;:.!?()–—]*?"

HEDGES = (
    Change(re.compile(rf"(?i)\b(?:{_PERHAPS}|{_LIKELY})\s+(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"), never_before=_END, at_start=False),
    Change(re.compile(rf"\b{_PERHAPS}\s{_CLAUSE}\s(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)", re.IGNORECASE), never_before=_SCOPE,
           never_after=_BOUND, at_start=False, unless=re.compile(r"\boder\b|\bund\b")),
    Change(re.compile(rf"\b{_LIKELY}\s{_CLAUSE}\s(?P<out>{_PERHAPS})(?=\s)", re.IGNORECASE), never_before=_SCOPE,
           never_after=_BOUND, at_start=False, unless=re.compile(r"\boder\b|\bund\b")),
    Change(
        re.compile(
            r"\b(?:[Ii]ch|[Ww]ir)\s+(?:glaub|denk|vermut|nehm|mein|schätz)(?:e|en)(?:\s+an)?,\s+(?:dass?\s+)?"
            rf"{_CLAUSE}\s(?P<out>{_PERHAPS}|{_LIKELY})(?=\s)"
        ),
        never_before=_SCOPE, never_after=_BOUND, at_start=False, unless=re.compile(r"\boder\b|\bund\b|\?"),
    ),
    Change(
        re.compile(rf"\b(?:könnt|dürft)e(?:n|st)?\s{_CLAUSE}\b(?P<out>{_PERHAPS})(?=\s)"),
        never_before=_SCOPE, never_after=_BOUND, at_start=False, unless=re.compile(r"\boder\b|\bund\b|\?|\b(?:Sie|du|ihr)\b"),
    ),
)  # fmt: skip
