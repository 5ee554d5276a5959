"""What a word of a German sentence can say of the reader."""

from __future__ import annotations

from enum import StrEnum


class Mark(StrEnum):
    """What a word says. At the start of a sentence the capital of "Sie" proves nothing, hence INITIAL; LOWER is a
    "sie" that means the reader by all that stands around it, ALONE one that does where nobody else was named."""

    DU = "du"
    IHR = "ihr"
    SIE = "sie"
    INITIAL = "initial"
    LOWER = "lower"
    ALONE = "alone"
    GENERIC = "generic"
