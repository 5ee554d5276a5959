"""The errors that the engine raises; each carries the facts a person needs to act."""

from __future__ import annotations


class CoachError(Exception):
    """Anything the engine refuses, with a reason in words."""


class UnsupportedLanguage(CoachError):
    """The text is in a language that Einklang does not analyse."""

    def __init__(self, language: str, supported: tuple[str, ...]) -> None:
        super().__init__(f"language {language!r} is not supported; supported are {', '.join(supported)}")
        self.language = language


class PlugInError(CoachError):
    """A plug-in file that does not hold exactly one usable public object."""

    def __init__(self, module: str, problem: str) -> None:
        super().__init__(f"{module}: {problem}")
        self.module = module
