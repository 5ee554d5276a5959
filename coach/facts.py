"""The facts that the condition of a rule may name: each with its type, what it says, and how it is found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from coach.address import forms_used
from coach.care import apology_due, apology_parts, empathy_in, is_conditional, is_upset, opens_with_empathy
from coach.care_words import ApologyPart
from coach.document import Document
from coach.model import NeedKind, Standing
from coach.relationship.form_due import form_due
from coach.relationship.needs import needs_of, only_asks
from coach.situation import Situation

Value = bool | int | float | str | list[str] | dict[str, float] | dict[str, str]


class Type(StrEnum):
    """The types of facts, as people call them; figures and habits are looked up by the name of a dimension."""

    YES_NO = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "list of texts"
    FIGURES = "number by dimension"
    HABITS = "text by dimension"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; `of(situation, keys)` finds it, `keys` are the dimensions that the condition asks for."""

    type: Type
    says: str
    of: Callable[[Situation, frozenset[str]], Value]


def _plain(type_: Type, says: str, of: Callable[[Situation], Value]) -> Fact:
    return Fact(type_, says, lambda situation, _: of(situation))


def _needs(situation: Situation, kind: NeedKind) -> int:
    return sum(each.kind is kind for each in situation.draft.once(needs_of))


def _asked(situation: Situation, kind: NeedKind) -> int:
    return sum(each.kind is kind for each in situation.needs)


def _open(situation: Situation, *kinds: NeedKind) -> int:
    return sum(each.standing is Standing.OPEN and each.need.kind in kinds for each in situation.answers)


def _outside(situation: Situation) -> list[str]:
    """The addresses in To and Cc that are not the team's own."""
    known = situation.context.own_domains
    return [each for each in (*situation.context.to, *situation.context.cc) if _domain(each) not in known]


def _code(document: Document | None) -> str:
    return document.language.code if document is not None and document.language is not None else ""


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower().rstrip(">")


def _figures(situation: Situation, keys: frozenset[str], *, reply: bool = False) -> dict[str, float]:
    document = situation.reply if reply else situation.draft
    if document is None or document.language is None:
        return {}
    found = {}
    for key in keys:
        dimension = situation.dimensions.get(key)
        if dimension is None or document.language.code not in dimension.languages:
            continue
        reading = document.once(dimension.measure)
        if reading is not None and not isinstance(reading.value, str):
            found[key] = float(reading.value)
    return found


def _styles(situation: Situation, keys: frozenset[str]) -> dict[str, str]:
    readings = ((key, situation.dimensions.get(key)) for key in keys)
    found = ((key, situation.draft.once(each.measure)) for key, each in readings if each)
    return {key: each.value for key, each in found if each is not None and isinstance(each.value, str)}


def _usual(situation: Situation, keys: frozenset[str]) -> dict[str, float]:
    found = {}
    for key in keys:
        dimension = situation.dimensions.get(key)
        sums = situation.usual.numbers.get(dimension.key) if dimension else None
        if dimension and sums and sums.mean is not None:
            found[key] = dimension.scale.back(sums.mean)
    return found


def _habits(situation: Situation, keys: frozenset[str]) -> dict[str, str]:
    forms = ((key, situation.usual_form(key)) for key in keys if key in situation.dimensions)
    return {key: form[0] for key, form in forms if form}


def _draft_form(situation: Situation) -> str:
    if situation.language.code != "de":
        return ""
    used = situation.draft.once(forms_used)
    du, sie = bool(used.wrong_for("sie")), bool(used.wrong_for("du"))
    return "mixed" if du and sie else "du" if du else "sie" if sie else ""


# These do not hang on the draft's text; for the others it is looked at.
SETTLED = frozenset(
    """draft.subject draft.attachments_known draft.attachments draft.recipients draft.outside_recipients
    draft.outside_domains customer.known customer.mails customer.segment customer.domain customer.usual customer.habit
    thread.is_reply thread.language thread.words thread.questions thread.requests thread.complaints thread.wishes
    thread.upset thread.apology_due thread.level relationship.grade relationship.phase relationship.days_silent
    relationship.mails_in relationship.mails_out mailbox.address""".split()
)
# For these the draft is searched, sentence by sentence, or measured.
DEAR = frozenset(
    """draft.questions draft.only_asks draft.requests draft.form draft.shows_empathy draft.opens_with_empathy
    draft.apology_parts draft.sorry_if draft.says_sorry draft.level draft.style""".split()
)
FACTS: Mapping[str, Fact] = {
    "draft.words": _plain(Type.WHOLE, "words that the rep wrote", lambda s: s.draft.words),
    "draft.sentences": _plain(Type.WHOLE, "sentences of the body", lambda s: len(s.draft.sentences)),
    "draft.paragraphs": _plain(Type.WHOLE, "paragraphs of the body", lambda s: len(s.draft.paragraphs)),
    "draft.language": _plain(Type.TEXT, "\"de\" or \"en\"", lambda s: s.language.code),
    "draft.questions": _plain(Type.WHOLE, "questions to the customer", lambda s: _needs(s, NeedKind.QUESTION)),
    "draft.only_asks": _plain(Type.YES_NO, "each sentence asks a question", lambda s: s.draft.once(only_asks)),
    "draft.requests": _plain(Type.WHOLE, "requests to the customer", lambda s: _needs(s, NeedKind.REQUEST)),
    "draft.has_greeting": _plain(Type.YES_NO, "a greeting line is there", lambda s: s.draft.greeting is not None),
    "draft.has_closing": _plain(Type.YES_NO, "a closing is there", lambda s: s.draft.closing is not None),
    "draft.form": _plain(Type.TEXT, "\"du\", \"sie\", \"mixed\" or \"\"; German only", _draft_form),
    "draft.subject": _plain(Type.TEXT, "the subject line", lambda s: s.context.subject),
    "draft.attachments_known": _plain(
        Type.YES_NO, "the mail client says how many attachments there are", lambda s: s.context.attachments is not None
    ),
    "draft.attachments": _plain(Type.WHOLE, "attachments; 0 where unknown", lambda s: s.context.attachments or 0),
    "draft.recipients": _plain(
        Type.WHOLE, "addresses in To and Cc", lambda s: len(s.context.to) + len(s.context.cc)
    ),
    "draft.outside_recipients": _plain(
        Type.WHOLE, "addresses in To and Cc that are not the team's own", lambda s: len(_outside(s))
    ),
    "draft.outside_domains": _plain(
        Type.WHOLE, "different mail domains among them", lambda s: len({_domain(each) for each in _outside(s)})
    ),
    "draft.shows_empathy": _plain(
        Type.YES_NO, "words that take the customer's trouble seriously", lambda s: bool(empathy_in(s.draft))
    ),
    "draft.opens_with_empathy": _plain(
        Type.YES_NO, "such words stand at its beginning", lambda s: opens_with_empathy(s.draft)
    ),
    "draft.apology_parts": _plain(
        Type.TEXTS,
        "parts of an apology that are there: regret, explanation, responsibility, repentance, repair",
        lambda s: sorted({each.part.value for each in apology_parts(s.draft)}),
    ),
    "draft.sorry_if": _plain(Type.YES_NO, "it says sorry under a condition", lambda s: is_conditional(s.draft)),
    "draft.says_sorry": _plain(
        Type.YES_NO,
        "it says sorry, if only under a condition",
        lambda s: is_conditional(s.draft) or any(each.part is ApologyPart.REGRET for each in apology_parts(s.draft)),
    ),
    "draft.level": Fact(Type.FIGURES, "the draft's own value on a dimension", _figures),
    "draft.style": Fact(Type.HABITS, "the draft's own form on a dimension that has forms", _styles),
    "customer.known": _plain(Type.YES_NO, "there is mail by this customer", lambda s: s.usual.samples > 0),
    "customer.mails": _plain(
        Type.WHOLE, "mails that the customer's habits rest on, in the draft's language", lambda s: s.usual.samples
    ),
    "customer.form": _plain(Type.TEXT, "the form of address that is due, or \"\"", lambda s: form_due(s) or ""),
    "customer.segment": _plain(Type.TEXT, "the customer's segment, or \"\"", lambda s: s.context.segment),
    "customer.domain": _plain(Type.TEXT, "the domain of their address", lambda s: _domain(s.context.customer)),
    "customer.usual": Fact(Type.FIGURES, "the customer's usual value on a dimension", _usual),
    "customer.habit": Fact(Type.HABITS, "the customer's usual form on a dimension that has forms", _habits),
    "thread.is_reply": _plain(Type.YES_NO, "the draft answers a mail", lambda s: s.reply is not None),
    "thread.language": _plain(
        Type.TEXT, "\"de\", \"en\" or \"\" for another", lambda s: _code(s.reply)
    ),
    "thread.words": _plain(Type.WHOLE, "words of the mail answered", lambda s: s.reply.words if s.reply else 0),
    "thread.questions": _plain(Type.WHOLE, "questions in it", lambda s: _asked(s, NeedKind.QUESTION)),
    "thread.requests": _plain(Type.WHOLE, "requests in it", lambda s: _asked(s, NeedKind.REQUEST)),
    "thread.complaints": _plain(Type.WHOLE, "complaints in it", lambda s: _asked(s, NeedKind.COMPLAINT)),
    "thread.wishes": _plain(Type.WHOLE, "wishes in it", lambda s: _asked(s, NeedKind.WISH)),
    "thread.open_questions": _plain(
        Type.WHOLE, "questions that the draft leaves open", lambda s: _open(s, NeedKind.QUESTION)
    ),
    "thread.open_needs": _plain(
        Type.WHOLE, "questions, requests and complaints that it leaves open",
        lambda s: _open(s, NeedKind.QUESTION, NeedKind.REQUEST, NeedKind.COMPLAINT),
    ),
    "thread.upset": _plain(
        Type.YES_NO, "the mail answered shows anger or disappointment", lambda s: is_upset(s.reply)
    ),
    "thread.apology_due": _plain(
        Type.YES_NO, "the mail answered calls for an apology", lambda s: apology_due(s.reply, s.needs)
    ),
    "thread.level": Fact(
        Type.FIGURES, "the value of the mail answered on a dimension", lambda s, k: _figures(s, k, reply=True)
    ),
    "relationship.grade": _plain(Type.TEXT, "\"A\", \"B\", \"C\" or \"\"", lambda s: s.context.relationship.grade),
    "relationship.phase": _plain(
        Type.TEXT, "opportunity, acquaintance, deepening, trust, close or \"\"", lambda s: s.context.relationship.phase
    ),
    "relationship.days_silent": _plain(
        Type.WHOLE, "days since the last mail; 0 where unknown", lambda s: s.context.relationship.days_silent or 0
    ),
    "relationship.mails_in": _plain(
        Type.WHOLE, "mails that came from the customer", lambda s: s.context.relationship.mails_in
    ),
    "relationship.mails_out": _plain(
        Type.WHOLE, "mails that went to the customer", lambda s: s.context.relationship.mails_out
    ),
    "mailbox.address": _plain(Type.TEXT, "the mailbox that is written from, or \"\"", lambda s: s.context.mailbox),
}  # fmt: skip
