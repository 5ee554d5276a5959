"""Code point offsets -> UTF-16 code units, as browsers count."""

from __future__ import annotations

import bisect

from coach import Span
from server.api.schema import SpanOut


class Units:
    """Code point offsets of one text -> UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, char in enumerate(text) if ord(char) > 0xFFFF] if not text.isascii() else []

    def span(self, span: Span) -> SpanOut:
        return SpanOut(start=self._unit(span.start), end=self._unit(span.end))

    def _unit(self, offset: int) -> int:
        return offset + bisect.bisect_left(self._wide, offset)
