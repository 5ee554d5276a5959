"""A direct question of a customer's as an indirect one: "Wann liefern Sie?" -> "wann wir liefern"; by tags."""

from __future__ import annotations

from collections.abc import Sequence

from coach.german.clauses import is_stop, is_verb
from coach.german.verbs import DU, SIE, find, verb
from coach.model import Token

MOST_WORDS = 14  # of a question that can be repeated in passing
LEADS = frozenset("und oder aber auch noch also dann hallo übrigens außerdem".split())
OPEN_ENDED = frozenset("uns und oder als wie davon dazu".split())  # "uns" is "Ihnen" or "Sie": which one no tag tells
ENDS_BADLY = ("APPR", "ART", "KOKOM", "KON", "PTKA", "KOUS", "PREL")
# Who asks "Sie" means the firm: "wir" has the same verb; their "wir" becomes "Sie", which has it, too.
TURNED = {
    "Sie": "wir", "Ihnen": "uns", "Ihr": "unser", "Ihre": "unsere", "Ihrem": "unserem", "Ihren": "unseren",
    "Ihrer": "unserer", "wir": "Sie", "uns": "Ihnen", "unser": "Ihr", "unsere": "Ihre", "unserem": "Ihrem",
    "unseren": "Ihren", "unserer": "Ihrer", "mein": "Ihr", "meine": "Ihre", "meinem": "Ihrem", "meinen": "Ihren",
    "meiner": "Ihrer", "mir": "Ihnen", "mich": "Sie",
}  # fmt: skip
FAMILIAR = {
    "mein": "dein", "meine": "deine", "meinem": "deinem", "meinen": "deinen", "meiner": "deiner", "mir": "dir",
    "mich": "dich", "unser": "euer", "unsere": "eure", "unserem": "eurem", "unseren": "euren", "unserer": "eurer",
}  # fmt: skip
FROM_DU = {
    "dir": "mir", "dich": "mich", "dein": "mein", "deine": "meine", "deinen": "meinen", "deinem": "meinem",
    "deiner": "meiner",
}  # fmt: skip
NEVER = frozenset("meinen meinst denken denkst glauben glaubst ihr euch euer eure euren eurem eurer sich man".split())
ICH = 0  # row of a table
SHARED = frozenset("können könnten wollen sollen sollten".split())  # "Können wir das verschieben?" may mean both sides


def indirect(tokens: Sequence[Token], asides: frozenset[str], *, reader: str) -> str | None:
    """The question as a clause that follows "Frage,"; None where word order or persons cannot be turned surely."""
    words = [token for token in tokens if token.text not in ("?", "!", ".") and token.lower not in asides]
    while words and words[0].lower in LEADS:
        words = words[1:]
    if not 2 <= len(words) <= MOST_WORDS or any(is_stop(token) or token.lower in NEVER for token in words):
        return None
    at = _finite(words)
    if at is None or any(_is_finite(token) for token in words[at + 1 :]):
        return None
    asked, rest = words[:at], words[at + 1 :]
    if not rest or any(token.lower in OPEN_ENDED for token in rest):
        return None
    said = _verb(words[at], rest, reader)
    if said is None:
        return None
    if rest[-1].tag == "PTKVZ" and words[at].lemma.lower() != "sein":
        said, rest = rest[-1].lower + said, rest[:-1]
    if not rest or rest[-1].tag.startswith(ENDS_BADLY) or _two_infinitives(rest):
        return None
    turned = [_turned(token, reader) for token in rest]
    if None in turned:
        return None
    lead = " ".join(token.lower if number == 0 else token.text for number, token in enumerate(asked)) or "ob"
    return f"{lead} {' '.join(each for each in turned if each)} {said}"


def _verb(token: Token, rest: Sequence[Token], reader: str) -> str | None:
    """The finite verb for the person that its subject becomes."""
    subjects = {each.lower for each in rest if each.lower in ("ich", "du", "wir")}
    if not subjects:
        return token.lower
    if len(subjects) > 1 or (subjects == {"du"}) > (reader == "du"):
        return None
    if subjects == {"wir"}:
        return token.lower if reader == "sie" and token.lower not in SHARED else None
    if subjects == {"du"}:
        found = find(token.text, token.lemma, "du")
        return found[1].forms[ICH] if found else None
    known = verb(token.lemma.lower())
    row = next((each for each in known.rows if each.forms[ICH] == token.lower), None) if known else None
    return row.forms[SIE if reader == "sie" else DU] if row and reader in ("sie", "du") else None


def _finite(words: Sequence[Token]) -> int | None:
    """Where the finite verb stands: first, or behind a short question phrase."""
    if _is_finite(words[0]):
        return 0 if words[0].text[0].isupper() and words[0].pos in ("VERB", "AUX") else None
    if not (words[0].tag.startswith("PW") or (len(words) > 1 and words[1].tag.startswith("PW"))):
        return None
    return next((at for at in range(1, min(5, len(words))) if _is_finite(words[at])), None)


def _is_finite(token: Token) -> bool:
    return is_verb(token) and "FIN" in token.tag


def _two_infinitives(rest: Sequence[Token]) -> bool:
    """ "kommen lassen wollen": there the finite verb stands before both."""
    return len(rest) > 1 and all(is_verb(each) and "INF" in each.tag for each in rest[-2:])


def _turned(token: Token, reader: str) -> str | None:
    """The word with its person turned round; None for one that cannot be."""
    if token.lower == "ich":
        return "Sie" if reader == "sie" else "du"
    if token.lower == "du":
        return "ich"
    if token.lower in FROM_DU:
        return FROM_DU[token.lower] if reader == "du" else None
    own = FAMILIAR if reader == "du" else TURNED
    if token.text in own:
        return own[token.text]
    return None if token.text in TURNED or token.text == "sie" else token.text
