"""Suggestions -> what the wire carries: what stands where, what is to be written there, and which words are meant."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping

from coach import Suggestion
from server.api.filling import fill
from server.api.schema import EditOut, SuggestionOut, Words
from server.api.spans import Units


def suggestions(found: Iterable[Suggestion], text: str, who: Mapping[str, str], units: Units) -> list[SuggestionOut]:
    """Each with an id that outlives typing elsewhere: made of what it says, not of where it stands."""
    seen: Counter[str] = Counter()
    told = []
    for each in found:
        original, replacement = each.place.of(text), each.replacement(text)
        said = hashlib.sha256(f"{original}\0{replacement}\0{each.reason['en']}".encode()).hexdigest()[:10]
        seen[said] += 1
        told.append(
            SuggestionOut(
                id=f"{each.rule_id}:{said}:{seen[said]}",
                rule=each.rule_id,
                severity=each.severity,
                message=_words(each.message, who),
                reason=_words(each.reason, who),
                span=units.span(each.place),
                original=original,
                replacement=replacement,
                edits=[
                    EditOut(span=units.span(edit.span), original=edit.span.of(text), text=edit.text)
                    for edit in sorted(each.edits, key=lambda edit: edit.span)
                ],
                marks=[units.span(each.span)] if each.span.start < each.span.end else [],
                gain=each.gain,
                asks=each.asks,
                hold=each.hold,
            )
        )
    return told


def _words(texts: Mapping[str, str], who: Mapping[str, str]) -> Words:
    return Words(de=fill(texts["de"], who=who["de"]), en=fill(texts["en"], who=who["en"]))
