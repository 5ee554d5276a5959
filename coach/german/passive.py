"""German passive with its agent made active: "Die Tür wurde von uns geprüft." -> "Wir haben die Tür geprüft."."""

from __future__ import annotations

from collections.abc import Sequence

from coach.german.clauses import is_stop
from coach.model import Token

AGENTS = {"uns": "Wir haben", "mir": "Ich habe"}
TEAMS = {"unserem": "Unser", "unserer": "Unsere"}
OBJECTS = {
    "der": "den",
    "ein": "einen",
    "unser": "unseren",
    "mein": "meinen",
    "dieser": "diesen",
    "ihr": "Ihren",
    "dein": "deinen",
}
SAME = frozenset("die das unsere ihre deine diese dieses meine es alle beide".split())
WEAK = ("ent", "ant", "ist", "oge", "unde", "name", "herr", "nachbar", "kollege", "mensch")  # "der Kunde": "den Kunden"


def as_active(text: str, tokens: Sequence[Token]) -> tuple[int, int, str] | None:
    """From where to where the sentence stands, and the active one; None unless it is one plain clause."""
    verb = next((at for at, token in enumerate(tokens) if token.lower in ("wurde", "wurden")), None)
    if verb is None or verb < 1 or tokens[-1].text != "." or any(is_stop(token) for token in tokens[:-1]):
        return None
    agent = _agent(tokens, verb)
    last = tokens[-2]
    if agent is None or last.lower in ("werden", "worden") or any("FIN" in each.tag for each in tokens[verb + 1 : -2]):
        return None
    if last.tag not in ("VV(PP)", "ADJ(D)", "VV(FIN)") or not last.lower.endswith(("t", "en")):
        return None
    start, stop, who = agent
    what = _as_object(text, tokens[:verb])
    if what is None or any(
        token.lower in ("und", "oder", "als", "von", "durch") for token in (*tokens[verb + 1 : start], *tokens[stop:-2])
    ):
        return None
    between = [text[tokens[verb + 1].start : tokens[start - 1].end]] if start > verb + 1 else []
    behind = [text[tokens[stop].start : last.end]]
    return tokens[0].start, last.end, " ".join([who, what, *between, *behind])


def _agent(tokens: Sequence[Token], verb: int) -> tuple[int, int, str] | None:
    """ "von uns", "von unserem Monteur", "von Frau Wolf": from where to where, and the subject with its verb."""
    for at in range(verb + 1, len(tokens) - 2):
        if tokens[at].lower != "von":
            continue
        first, second = tokens[at + 1], tokens[at + 2]
        if first.lower in AGENTS:
            return at, at + 2, AGENTS[first.lower]
        if first.lower in TEAMS and second.tag == "NN" and not second.lower.endswith("n"):
            return at, at + 3, f"{TEAMS[first.lower]} {second.text} hat"
        if first.text in ("Frau", "Herrn") and second.text[0].isupper() and at + 3 < len(tokens) - 1:
            return (
                at,
                at + 3,
                f"{first.text.removesuffix('n')} {second.text} hat",
            )
        return None
    return None


def _as_object(text: str, words: Sequence[Token]) -> str | None:
    """The subject as an object: "Der neue Ofen" -> "den neuen Ofen"; None where its case cannot be told."""
    if words[0].lower == "es" and len(words) == 1:
        return "es"
    if (
        len(words) < 2
        or words[-1].tag != "NN"
        or any(not each.tag.startswith(("ADJ(A)", "CARD")) for each in words[1:-1])
    ):
        return None
    article = words[0].lower
    if article in SAME:
        polite = words[0].text if article == "ihre" else article
        return f"{polite} {text[words[1].start : words[-1].end]}"
    if article not in OBJECTS or words[-1].lower.endswith(WEAK):
        return None
    adjectives = [each.text for each in words[1:-1]]
    if article != "der" and article != "dieser" and not all(each.endswith("er") for each in adjectives):
        return None  # "ein neues Rad" is no "einen"
    if article not in ("der", "dieser") and not adjectives:
        return None  # "Ein Rad", "Ihr Ofen": masculine or neuter?
    bent = [each.removesuffix("r") + ("n" if each.endswith(("e", "er")) else "") for each in adjectives]
    return " ".join([OBJECTS[article], *bent, words[-1].text])
