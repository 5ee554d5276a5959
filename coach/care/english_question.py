"""A direct question of a customer's as an indirect one: "When will you ship it?" -> "when we will ship it"; by tags."""

from __future__ import annotations

from collections.abc import Sequence

from coach.model import Token

LEAST_WORDS = 3
MOST_WORDS = 15  # of a question that can be repeated in passing
LEADS = frozenset("and or but also so then hello hi".split())
PRONOUNS = frozenset("you we i it they he she there this that these those".split())
MODALS = frozenset("can could will would should may might must shall is are was were has have had am".split())
SUPPORT = frozenset({"do", "does"})
SUBJECTIVE = {"you": "we", "we": "you", "i": "you"}
OBJECTIVE = {
    "you": "us", "me": "you", "us": "you", "my": "your", "our": "your", "your": "our", "yours": "ours", "mine": "yours",
    "myself": "yourself", "ourselves": "yourselves", "we": "you", "i": "you", "i'm": "you are",
}  # fmt: skip
SHARED = frozenset("can could shall should will would may might".split())  # "Can we move it?" may mean both sides
AGREES = {"am": "are", "was": "were"}  # "am I" -> "you are", "was I" -> "you were"
OPEN_ENDED = frozenset("and or if that because but think mean".split())
STOPS = frozenset(",;:()-–—/")
THIRD = {"have": "has", "be": "is", "do": "does", "go": "goes"}


def indirect(tokens: Sequence[Token], asides: frozenset[str]) -> str | None:
    """The question as a clause that follows "the question of"; None where it cannot be turned surely."""
    words = [token for token in tokens if token.text not in ("?", "!", ".") and token.lower not in asides]
    while words and words[0].lower in LEADS:
        words = words[1:]
    if not LEAST_WORDS <= len(words) <= MOST_WORDS or any(_stops(token.text) for token in words):
        return None
    aux = _helper(words)
    if aux is None:
        return None
    subject = _subject(words, aux + 1)
    supported = words[aux].lower in SUPPORT
    if supported and subject == len(words) and subject - aux > 3:
        subject -= 1  # "does the pump cost": the tagger takes the verb for a noun
    rest = words[subject:] if subject else []
    if subject is None or any(token.lower in OPEN_ENDED for token in rest):
        return None
    phrase = [words[0].lower, *(token.text for token in words[1:aux])] if aux else ["whether"]
    who = words[aux + 1 : subject]
    if who[0].lower == "we" and words[aux].lower in SHARED:
        return None
    said = " ".join(_in_place(token, SUBJECTIVE if len(who) == 1 else OBJECTIVE) for token in who)
    verb = _verb(words[aux].lower, who, rest)
    if verb is None:
        return None
    return " ".join(part for part in (*phrase, said, *verb) if part)


def _stops(text: str) -> bool:
    return text in STOPS or "'" in text or "’" in text


def _helper(words: Sequence[Token]) -> int | None:
    """Where the helping verb stands: first, or behind a short question phrase."""
    if words[0].lower in MODALS | SUPPORT:
        return 0
    if words[0].tag not in ("WRB", "WP", "WDT"):
        return None
    return next((at for at in range(1, min(4, len(words))) if words[at].lower in MODALS | SUPPORT), None)


def _subject(words: Sequence[Token], start: int) -> int | None:
    """Where the subject ends that begins here: a pronoun, or an article with its noun."""
    if start >= len(words):
        return None
    if words[start].lower in PRONOUNS and words[start].tag not in ("DT", "WDT"):
        return start + 1
    if words[start].tag not in ("DT", "PRP$"):
        return None
    end = start + 1
    while end < len(words) and words[end].tag in ("JJ", "NN", "NNS", "NNP", "CD"):
        end += 1
    nouns = [token for token in words[start:end] if token.tag.startswith("NN")]
    if not nouns or (end < len(words) and words[end].tag in ("IN", "WDT", "POS")):
        return None
    return end


def _verb(helper: str, who: Sequence[Token], rest: Sequence[Token]) -> list[str] | None:
    said = [_in_place(token, OBJECTIVE) for token in rest]
    turned = len(who) == 1 and who[0].lower in SUBJECTIVE
    if helper not in SUPPORT:
        return [AGREES.get(helper, helper) if turned and who[0].lower == "i" else helper, *said]
    if not rest or rest[0].tag not in ("VB", "VBP", "NN", "JJ"):
        return None
    if helper == "do":
        return said
    verb = rest[0].lower
    ended = THIRD.get(verb) or (verb + "es" if verb.endswith(("s", "x", "ch", "sh", "z", "o")) else _with_s(verb))
    return [ended, *said[1:]]


def _with_s(verb: str) -> str:
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else verb + "s"


def _in_place(token: Token, turns: dict[str, str]) -> str:
    return turns.get(token.lower, token.text)
