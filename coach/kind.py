"""What a rule kind is: the options that a rule file of this kind has, and what such a rule finds in a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from coach.model import Deviation, Span
from coach.phrases import PhraseError, compiled
from coach.situation import Situation

LANGUAGES = ("de", "en")


def _language(code: str) -> str:
    if code not in LANGUAGES:
        raise ValueError(f"{code!r} is no language of Einklang: write {' or '.join(LANGUAGES)}")
    return code


Code = Annotated[str, AfterValidator(_language), WithJsonSchema({"enum": list(LANGUAGES)})]
Words = Mapping[str, str]
"""A text for people, by language code."""


class Options(BaseModel):
    """The options of a kind; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _readable(phrases: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for code, every in phrases.items():
        for phrase in every:
            try:
                compiled((phrase,))
            except PhraseError as error:
                raise ValueError(f"{code}: {error}") from None
    return phrases


Phrases = Annotated[dict[Code, tuple[str, ...]], AfterValidator(_readable)]
"""Phrases per language, in the notation of `coach.phrases`."""

Texts = dict[Code, tuple[str, ...]]
"""Whole sentences per language."""

Likeness = Annotated[float, Field(ge=0.3, le=1.0, description="cosine of sentence embeddings, 1 is equal in meaning")]


@dataclass(frozen=True, slots=True)
class Found:
    """One place at which a rule speaks up.

    `words` fill the {gaps} of the rule's texts; `reason` stands in where the file has none. `replacement` is what
    the kind itself offers; `anywhere` lets the rule's rewriter look at the whole draft instead of this span.
    `lacking` are the points by which the customer's own mails do better. With `least_changes` there is nothing to
    say but what the rewriter offers, and nothing at all where it offers fewer changes.
    """

    span: Span
    words: Words = field(default_factory=dict)
    replacement: str | None = field(default=None, repr=False)
    anywhere: bool = False
    reason: Words | None = None
    lacking: float = 0.0
    least_changes: int = 0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of rule.

    `find(situation, options)` yields what such a rule finds. `fits` marks kinds about the customer's habits: their
    replacements must raise the score. `rewrites` marks kinds that are nothing without a rewriter, `tells_why` those
    that have a reason of their own. `dimensions(options)` names the dimensions that a file of this kind asks for and
    `by_language` the options that must hold something for each of its languages, so that both can be checked;
    `only_with(options)` are the phrases without one of which such a rule finds nothing in a draft, so that it is
    not asked; a language that is not among them needs none. `examples` are whole rule files: the kind's tests.
    """

    options: type[Options]
    find: Callable[[Situation, Any], Iterator[Found]]
    examples: tuple[str, ...]
    fits: bool = False
    rewrites: bool = False
    tells_why: bool = False
    dimensions: Callable[[Any], tuple[str, ...]] = field(default=lambda _: ())
    only_with: Callable[[Any], Mapping[str, tuple[str, ...]]] = field(default=lambda _: {})
    by_language: tuple[str, ...] = ()


SELDOM: Words = {  # what a customer hardly ever writes is no reason to say that they never do
    "de": "{who} schreibt das nur selten ({label}); in diesem Entwurf: {count}.",
    "en": "{who} seldom writes this ({label}); in this draft: {count}.",
}


def explain(situation: Situation, deviation: Deviation) -> dict[str, str]:
    """The dimension's own sentence about this deviation, in both languages, with {who} left open."""
    dimension = situation.dimensions[deviation.dimension]
    sentence = dimension.sentence(deviation.value, deviation.usual)
    if sentence is dimension.never and situation.plain_mean(dimension.name) != 0.0:
        sentence = SELDOM
    return {
        code: sentence[code]
        .replace("{label}", dimension.label[code] if code == "de" else dimension.label[code].lower())
        .replace("{usual}", dimension.show(deviation.usual, code))
        .replace("{value}", dimension.show(deviation.value, code))
        .replace("{count}", str(len(deviation.spans)))
        for code in ("de", "en")
    }
