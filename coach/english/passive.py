"""English passive with its agent made active: "The door was checked by us." -> "We checked the door."."""

from __future__ import annotations

from collections.abc import Sequence

import ablaut

from coach.model import Token

PRONOUNS = {"it": "it", "they": "them", "this": "this", "these": "these"}
AGENTS = {"us": "We", "me": "I"}
HONORIFICS = frozenset("Mr Mrs Ms Dr Mr. Mrs. Ms. Dr.".split())
SET = frozenset("stop stand go come".split())  # "was stopped by us": by is a place there
TIMES = frozenset("yesterday today tomorrow last this early late earlier later first next".split())
MARKS = frozenset(',;:()"“”–—-')


def as_active(text: str, tokens: Sequence[Token]) -> tuple[int, int, str] | None:
    """From where to where the sentence stands, and the active one; None unless it is one plain clause."""
    verb = next((at for at, token in enumerate(tokens) if token.lower in ("was", "were")), None)
    if not verb or tokens[-1].text != "." or any(token.text in MARKS or token.tag == "CC" for token in tokens):
        return None
    done = verb + 1
    while done < len(tokens) and tokens[done].tag == "RB" and tokens[done].lower.endswith("ly"):
        done += 1
    if done + 3 >= len(tokens) or tokens[done].tag != "VBN" or tokens[done + 1].lower != "by":
        return None
    agent = _agent(tokens, done + 2)
    what = _as_object(text, tokens[:verb])
    lemma = tokens[done].lemma.lower()
    if (
        agent is None
        or what is None
        or lemma in SET
        or any(each.pos in ("VERB", "AUX") for each in tokens[agent[0] : -1])
    ):
        return None
    past = ablaut.conjugate(lemma, "eng").past
    how = [token.text for token in tokens[verb + 1 : done]]
    rest = [text[tokens[agent[0]].start : tokens[-2].end]] if agent[0] < len(tokens) - 1 else []
    return tokens[0].start, tokens[-2].end, " ".join([agent[1], *how, past, what, *rest])


def _agent(tokens: Sequence[Token], at: int) -> tuple[int, str] | None:
    """ "us", "our engineer", "Ms Wolf": where it ends, and the subject."""
    first = tokens[at]
    if first.lower in AGENTS:
        return at + 1, AGENTS[first.lower]
    if first.text in HONORIFICS and tokens[at + 1].tag == "NNP":
        return at + 2, f"{first.text} {tokens[at + 1].text}"
    end = at + 1
    while end < len(tokens) - 1 and tokens[end].tag in ("NN", "NNS", "JJ") and tokens[end].lower not in TIMES:
        end += 1
    if first.lower == "our" and end > at + 1 and tokens[end - 1].tag.startswith("NN"):
        return end, " ".join(["Our", *(token.text for token in tokens[at + 1 : end])])
    return None


def _as_object(text: str, words: Sequence[Token]) -> str | None:
    if len(words) == 1:
        return PRONOUNS.get(words[0].lower)
    plain = words[0].tag in ("DT", "PRP$") and all(each.tag in ("NN", "NNS", "JJ", "CD", "NNP") for each in words[1:])
    if not plain or not words[-1].tag.startswith("NN"):
        return None
    return f"{words[0].lower} {text[words[1].start : words[-1].end]}"
