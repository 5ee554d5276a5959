"""Texts of the pages in both languages, with gaps, and with a form for one and one for many."""

from __future__ import annotations

from collections.abc import Mapping

LANGUAGES = ("de", "en")

Said = str | tuple[str, str]
"""A text, or a pair: for one and for any other number, told apart by the value `n`."""

Texts = Mapping[str, Mapping[str, Said]]
"""Key -> language -> text; {gaps} are filled when it is said."""


def both(de: Said, en: Said) -> Mapping[str, Said]:
    """A text in both languages."""
    return {"de": de, "en": en}


class Speaker:
    """Says texts in one language; as `t` in every template: {{ t("key", n=3) }}."""

    def __init__(self, language: str, *texts: Texts) -> None:
        self.language = language
        self._texts = {key: said[language] for each in texts for key, said in each.items()}

    def __call__(self, key: str, **values: object) -> str:
        """The text of this key, filled; raises KeyError where there is none."""
        said = self._texts[key]
        if isinstance(said, tuple):
            said = said[0] if values.get("count", values["n"]) == 1 else said[1]
        return said.format(**values) if values else said

    def knows(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self._texts
