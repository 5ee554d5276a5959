"""The port to a language model: what it is told, what it answers, how it fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

from server.errors import ServerError


@dataclass(frozen=True, slots=True)
class Turn:
    """One message of a conversation with a model."""

    role: Literal["system", "user"]
    text: str = field(repr=False)


class ModelProblem(StrEnum):
    """How a model may fail."""

    UNREACHABLE = "unreachable"
    SLOW = "slow"
    KEY_REFUSED = "key_refused"
    NOT_FOUND = "not_found"
    OVERLOADED = "overloaded"
    FAILED = "failed"
    NONSENSE = "nonsense"
    CUT_OFF = "cut_off"


class ModelFailed(ServerError):
    """A language model gave no answer that can be read; the sentence is for the admin and holds no text of a mail."""

    def __init__(self, problem: ModelProblem, what: str) -> None:
        super().__init__(what)
        self.problem = problem


class LanguageModel(Protocol):
    """A model that answers in text."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def host(self) -> str:
        """The machine that it is on; drafts go there."""

    def answer(self, turns: Sequence[Turn], *, most_tokens: int) -> str:
        """What it writes after these turns, `most_tokens` at most; raises ModelFailed."""
