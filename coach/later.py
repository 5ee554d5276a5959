"""Spans that are worked out when somebody looks at them: most drafts that are scored are only tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

from coach.model import Span

A = TypeVar("A")


class Later(Sequence[Span]):
    """What `make` finds in `source`, in order (`length` spans, if that is known); equal to the tuple of these spans."""

    __slots__ = ("_found", "_length", "_make", "_source")

    def __init__(self, make: Callable[[A], Iterable[Span]], source: A, length: int | None = None) -> None:
        self._make: Callable[[A], Iterable[Span]] | None = make
        self._source: A | None = source
        self._found: tuple[Span, ...] | None = None
        self._length = length

    def _spans(self) -> tuple[Span, ...]:
        make, source = self._make, self._source
        if self._found is None and make is not None and source is not None:
            self._found = tuple(make(source))
            self._make = self._source = None  # so that a reading does not keep its document
        assert self._found is not None
        return self._found

    @overload
    def __getitem__(self, at: int) -> Span: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, at: int | slice) -> Span | tuple[Span, ...]:
        return self._spans()[at]

    def __len__(self) -> int:
        return len(self._spans()) if self._length is None else self._length

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans())

    def __eq__(self, other: object) -> bool:
        return self._spans() == (other._spans() if isinstance(other, Later) else other)

    def __hash__(self) -> int:
        return hash(self._spans())

    def __repr__(self) -> str:
        return repr(self._spans())
