"""German "in der Lage sein" and "es ist uns möglich" said by "können": the infinitive clause joins the main clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.german.clauses import is_stop, is_verb
from coach.model import Token

CAN = {
    "bin": "kann", "bist": "kannst", "ist": "kann", "sind": "können", "seid": "könnt",
    "war": "konnte", "warst": "konntest", "waren": "konnten", "wart": "konntet",
    "wäre": "könnte", "wärst": "könntest", "wären": "könnten", "wärt": "könntet",
}  # fmt: skip
WE = {"uns": "Wir", "mir": "Ich"}
CAN_OF = {"ist": ("kann", "können"), "war": ("konnte", "konnten"), "wäre": ("könnte", "könnten")}
BETWEEN = frozenset(
    """leider derzeit momentan aktuell jetzt nun heute auch gerne gern sehr bereits schon wieder immer jederzeit
    durchaus""".split()
)


def with_can(text: str, tokens: Sequence[Token]) -> tuple[int, int, str] | None:
    """From where to where the phrase and its infinitive clause stand in the sentence, and what replaces them."""
    return _in_a_position(text, tokens) or _possible_for_us(text, tokens)


def _in_a_position(text: str, tokens: Sequence[Token]) -> tuple[int, int, str] | None:
    """ "Wir sind in der Lage, das zu liefern." -> "Wir können das liefern."."""
    place = _phrase(tokens, ("in", "der", "lage"))
    if place is None:
        return None
    verb = next((at for at in range(place - 1, -1, -1) if tokens[at].tag.startswith("V")), None)
    if verb is None or tokens[verb].lower not in CAN or _opened_before(tokens, verb):
        return None
    middle = tokens[verb + 1 : place]
    if any(token.lower not in BETWEEN and token.pos not in ("PRON", "DET", "NOUN", "PROPN") for token in middle):
        return None
    what = _infinitive_clause(text, tokens, place + 3)
    if what is None:
        return None
    end, said = what
    between = text[tokens[verb].end : tokens[place].start].strip()
    can = CAN[tokens[verb].lower]
    can = can.capitalize() if tokens[verb].text[0].isupper() else can
    return tokens[verb].start, end, " ".join(filter(None, (can, between, said)))


def _possible_for_us(text: str, tokens: Sequence[Token]) -> tuple[int, int, str] | None:
    """ "Es ist uns möglich, das zu liefern." -> "Wir können das liefern."."""
    if len(tokens) < 6 or tokens[0].lower != "es" or tokens[1].lower not in CAN_OF or tokens[2].lower not in WE:
        return None
    place = next((at for at, token in enumerate(tokens[:7]) if token.lower == "möglich"), None)
    if place is None or any(token.lower not in BETWEEN for token in tokens[3:place]):
        return None
    what = _infinitive_clause(text, tokens, place + 1)
    if what is None:
        return None
    end, said = what
    who = WE[tokens[2].lower]
    who = who if tokens[0].text[0].isupper() else who.lower()
    can = CAN_OF[tokens[1].lower][who.lower() == "wir"]
    between = text[tokens[2].end : tokens[place].start].strip()
    return tokens[0].start, end, " ".join(filter(None, (who, can, between, said)))


def _infinitive_clause(text: str, tokens: Sequence[Token], start: int) -> tuple[int, str] | None:
    """Where ", das zu liefern" ends, and "das liefern"; only where it closes the sentence or its clause."""
    if start < len(tokens) and tokens[start].text == ",":
        start += 1
    end = next((at for at in range(start, len(tokens)) if is_stop(tokens[at])), len(tokens))
    if end - start < 2 or any("FIN" in token.tag for token in tokens[start:end]):
        return None
    last = tokens[end - 1]
    plain = _without_zu(last) if "IZU" in last.tag else None
    if plain:
        said = text[tokens[start].start : tokens[end - 2].end] if end - 2 >= start else ""
        return last.end, f"{said} {plain}".strip()
    if tokens[end - 2].lower != "zu" or not is_verb(last) or end - start < 3:
        return None
    if any(token.lower == "zu" and token.tag == "PTKZU" for token in tokens[start : end - 2]):
        return None
    return last.end, f"{text[tokens[start].start : tokens[end - 3].end]} {last.text}"


def _without_zu(token: Token) -> str | None:
    """ "abzuholen" -> "abholen"."""
    joined = re.sub(r"zu(?=\w{4,}$)", "", token.lower, count=1)
    return joined if joined == token.lemma.lower() else None


def _opened_before(tokens: Sequence[Token], verb: int) -> bool:
    """True in a clause whose verb comes last: there the phrase cannot be joined so."""
    start = next((at + 1 for at in range(verb - 1, -1, -1) if is_stop(tokens[at])), 0)
    return any(token.tag.startswith(("KOUS", "PREL", "PW")) for token in tokens[start:verb])


def _phrase(tokens: Sequence[Token], words: tuple[str, ...]) -> int | None:
    lower = [token.lower for token in tokens]
    if words[-1] not in lower:  # as in nearly each sentence
        return None
    for at in range(len(tokens) - len(words)):
        if tuple(lower[at : at + len(words)]) == words:
            return at
    return None
