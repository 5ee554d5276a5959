"""Imperatives without a pronoun: "Schick mir bitte ..." says du, "Schickt uns ..." says ihr."""

from __future__ import annotations

from coach.address.clause import LONGEST_CLAUSE, LONGEST_LINK, VERBS, Clause
from coach.address.marks import Mark
from coach.languages import _de_address as words

IMPERATIVE = "(IMP)"  # with this ends the tag of a call
PLURAL_ENDINGS = ("t", "ts", "seid", "seids")
LIKELY = frozenset().union(
    words.CALLS, words.PLURAL_CALLS, words.SURE_PLURAL_CALLS, words.CALLS_IN_E, words.SURE_CALLS_IN_E, words.ADVERTISED
)  # nothing else is a call, unless the tagger says so or "bitte" follows


def call(clause: Clause, at: int) -> Mark | None:
    """DU or IHR for an imperative that stands where a clause begins; None for any other word."""
    word, after = clause.lower[at], clause.word(at + 1)
    likely = word in LIKELY or after == "bitte" or clause.tokens[at].tag.endswith(IMPERATIVE)
    if not likely or not _opens(clause, at):
        return None
    if word.endswith(PLURAL_ENDINGS) and _bids_all(clause, at, after):
        return Mark.IHR
    if not (_bids_in_e(clause, at, after) if word.endswith("e") else _bids_one(clause, at, after)):
        return None
    return Mark.IHR if after == "euch" else Mark.DU


def _bids_all(clause: Clause, at: int, after: str) -> bool:
    word = clause.lower[at]
    if word in words.SURE_PLURAL_CALLS:
        return after not in ("ihr", "er", "sie", "es")
    if word in words.PLURAL_CALLS:
        return after in ("mir", "uns", "euch", *words.SOFT) or clause.word(at - 1) == "bitte"
    return after == "bitte" and clause.is_verb(at)


def _bids_in_e(clause: Clause, at: int, after: str) -> bool:
    """ "Schicke die Liste" may be a clipped "ich schicke": only with a second sign."""
    word = clause.lower[at]
    if word in words.SURE_CALLS_IN_E:
        return after not in ("ich", "mich")
    if word in words.ADVERTISED:
        return not words.ADVERTISING.isdisjoint(clause.vocabulary) and {"ich", "mich", "mir"}.isdisjoint(
            clause.vocabulary
        )
    eager = after in words.TO_ME or after in words.SOFT or (clause.word(at - 1) == "bitte" and "!" in clause.lower)
    return word in words.CALLS_IN_E and eager


def _bids_one(clause: Clause, at: int, after: str) -> bool:
    word = clause.lower[at]
    if after in ("ich", "er", "wir", "ist", "war") or clause.text(at + 1) in (
        "Ihnen",
        "Sie",
        "Ihr",
        "Ihre",
        "Ihren",
    ):
        return False
    if word in words.REFLEXIVE_CALLS and after in ("mich", "uns"):
        return False
    if _is_noun(clause, at):
        return False
    if word in words.CALLS and word not in words.NO_CALLS:
        return not clause.is_verb(at + 1) and _is_meant(clause, at, after)
    if word not in words.CALLS and not clause.tokens[at].tag.endswith(IMPERATIVE):
        return False
    if word == "sei":
        return after in ("so", "bitte", "mir") or clause.tag(at + 1).startswith("ADJ")
    helped = after in words.TO_ME or after in words.SOFT or (after == "mich" and word == "ruf")
    return helped and word not in words.NEVER_CALLS


def _is_noun(clause: Clause, at: int) -> bool:
    """True for "Bitte Druck prüfen": a noun with its capital behind another word."""
    inside = at > clause.first and clause.text(at - 1).isalpha()
    return inside and not clause.shouted and clause.text(at)[0].isupper() and clause.tag(at).startswith("N")


def _is_meant(clause: Clause, at: int, after: str) -> bool:
    """A second sign of a call: "Druck" and "Stell" alone may be a noun or a clipped "ich stell"."""
    word = clause.lower[at]
    if word in words.SURE_CALLS or (word in words.HAILS and after == ","):
        return True
    rest = clause.until_comma(at + 1)
    if word in words.NOUN_CALLS:
        if any(clause.tag(each) in ("VV(INF)", "VV(PP)") or clause.is_verb(each) for each in rest):
            return False
        parted = after in words.HELD and any(clause.tag(each) == "PTKVZ" for each in rest)
        begged = any(clause.lower[each] == "bitte" for each in rest)
        return parted or begged or after in words.BIDDEN or after in words.AIMED.get(word, ())
    bidden = any(clause.lower[each] in words.BIDDEN or "!" in clause.lower[each] for each in rest)
    return bidden or after in words.SOFT or after in words.HELD or after == "mich" or clause.word(at - 1) == "bitte"


def _opens(clause: Clause, at: int) -> bool:
    """True where a call may stand: where a clause starts, or joined to one that is not about "ich" or "wir"."""
    if clause.starts_clause(at):
        return True
    joint = at - 1
    while joint > 0 and clause.lower[joint] not in ("und", "oder"):
        if at - joint > LONGEST_LINK or not (clause.lower[joint] in words.SOFT or clause.lower[joint] in words.LINKS):
            return False
        joint -= 1
    before = range(max(0, joint - LONGEST_CLAUSE), joint)
    about_us = any(clause.lower[each] in ("ich", "wir", "er", "man") for each in before)
    return not about_us and any(clause.tokens[each].pos in VERBS for each in before)
