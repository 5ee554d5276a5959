"""Words between quotation marks: somebody else's, whatever form of address they use."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from coach.model import Span

# Two marks more than 800 code points apart do not belong together.
_PAIRS = re.compile(
    r"„[^“”\"„]{1,800}[“”\"]|“[^“”]{1,800}”|«[^«»]{1,800}»|»[^«»]{1,800}«|‚[^‘’‚]{1,800}[‘’]"
    r"|‹[^‹›]{1,800}›|›[^‹›]{1,800}‹|(?<!\w)'\w{1,40}'(?!\w)"
    r"|(?<!\w)\"(?!\s)[^\"]{1,800}(?<!\s)\"(?!\w)|(?<!\w)'(?! )[^'\n ]{1,40} [^'\n]{1,800}'(?!\w)"
)
REMEMBERED = 64  # drafts with what hints would make of them: many rules ask about the same text
_MARKS = frozenset("„“«»‚‹›\"'")


@lru_cache(REMEMBERED)
def quoted_spans(text: str) -> tuple[Span, ...]:
    """Where words stand between quotation marks; a mark without its partner quotes nothing."""
    if _MARKS.isdisjoint(text):
        return ()
    return tuple(Span(found.start(), found.end()) for found in _PAIRS.finditer(text))


def is_within(span: Span, stretches: tuple[Span, ...]) -> bool:
    """True if the span lies inside one of the stretches, which are in order and apart."""
    at = bisect_right(stretches, span.start, key=lambda each: each.start) - 1
    return at >= 0 and span.end <= stretches[at].end
