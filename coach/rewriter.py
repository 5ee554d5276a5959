"""What a rewriter is: it says how a passage of a draft would read better; the engine tests every rewrite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from coach.model import Context, Edit, Span
from coach.situation import Situation


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One change to a draft: its edits in order, none overlapping another; they are made together or not at all.

    `asks` is True where the new text holds a gap that only the writer can fill ("[Termin]", "[reason]"): such a
    rewrite is offered, never scored as if it were done. `name` says which of several things that a rewriter offers
    this is; a rule may want only some of them.
    """

    edits: tuple[Edit, ...]
    asks: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class RewriteExample:
    """A rewriter's test: `draft`, after the first rewrite, reads `becomes`; None: it must be left alone.

    `at` names the words (their first place in the draft) that a rule points at; empty: wherever the rewriter finds
    something. `habit` are mails of the customer, `context` what else is known.
    """

    language: str
    draft: str
    becomes: str | None
    at: str = ""
    habit: tuple[str, ...] = ()
    context: Context = field(default_factory=Context)


@dataclass(frozen=True, slots=True)
class Rewriter:
    """One way to rewrite: `rewrite(situation, at)` yields changes, the best first.

    `at` limits them to those that mend these words (usually a rule's span); None: anywhere in the draft. It is
    called in `languages` only, must not touch quoted words, and yields nothing where it is not sure.
    """

    languages: frozenset[str]
    rewrite: Callable[[Situation, Span | None], Iterator[Rewrite]]
    examples: tuple[RewriteExample, ...]


def rewritten(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with these edits made."""
    for edit in sorted(edits, key=lambda each: each.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
