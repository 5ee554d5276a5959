"""Which spelling a German text follows: Switzerland writes "ss" for every "ß", some keyboards "ae" for every "ä"."""

from __future__ import annotations

import re

# Words that have "ß" elsewhere; "dass", "muss" and "Masse" are spelled so everywhere.
_SWISS = re.compile(
    r"gr[uü]ss|gr[oö]ss|strasse?|aussen|ausser|äussern?|draussen|schliess|heiss|\bweiss"
    r"|dreissig|gemäss|fliess|giess|geniess|massnahm|massstab|regelmäss|spass|süss|stoss|\bbloss",
    re.IGNORECASE,
)


def is_swiss(text: str) -> bool:
    """True if a text spells with "ss" what is spelled with "ß" elsewhere, and has no "ß" itself."""
    return "ß" not in text and _SWISS.search(text) is not None


# "ae", "oe" and "ue" where an umlaut is meant; "neue", "Bauer" and "Poesie" are spelled so everywhere.
_TRANSCRIBED = re.compile(
    r"\b(?:fuer|ueber|koenn|moecht|muess|wuerd|waer|haett|gruess|moeglich|naechst|schoen|spaet|zurueck|hoer|natuerlich"
    r"|waehr|oeffn|aender|erklaer|laeuft|laess|faellt|haelt|verfueg|unterstuetz|persoenlich|regelmaess|ungefaehr"
    r"|tatsaechlich|groess|laeng|stuetz|pruef|fuehr|wuensch|schaetz|guenstig|europaeisch)",
    re.IGNORECASE,
)
_UMLAUT = re.compile(r"[äöüÄÖÜß]")
_TRANSCRIPTION = {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"}


def is_transcribed(text: str) -> bool:
    """True if a text writes "ae", "oe" and "ue" for umlauts, and has none."""
    return _UMLAUT.search(text) is None and _TRANSCRIBED.search(text) is not None


def without_umlauts(text: str) -> str:
    """The text with ae, oe, ue for umlauts and ss for ß."""
    return _UMLAUT.sub(lambda found: _TRANSCRIPTION[found.group()], text)


def spelled_like(text: str, written: str) -> str:
    """What is `written`, spelled as this text spells: with umlauts or without, with "ß" or "ss"."""
    if is_transcribed(text):
        return without_umlauts(written)
    return written.replace("ß", "ss") if is_swiss(text) else written
