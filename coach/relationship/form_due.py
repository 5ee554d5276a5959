"""Which form of address a draft should use: what the ledger says is due, else what the customer is used to."""

from __future__ import annotations

from coach.situation import Situation

SURE = 0.7  # of the customer's mails use one form
WITNESSES = 1.99  # mails' worth that show it: one mail alone may be misread (two mails, rounding left aside)
FORMS = frozenset({"du", "sie", "first_name", "surname"})


def form_due(situation: Situation) -> str | None:
    """ "du" or "sie", in English "first_name" or "surname"; None where nothing tells."""
    standing = situation.address
    due = standing.due if standing else None
    return due.form if due is not None and due.form in FORMS else habitual_form(situation)


def habitual_form(situation: Situation, *, sure: float = SURE, witnesses: float = WITNESSES) -> str | None:
    """The form the customer's own German mails show, where two of them at least and nearly all show the same."""
    usual = situation.usual_form("address_form") if situation.language.code == "de" else None
    if usual is None or usual[1] < sure or usual[0] not in FORMS or _witnesses(situation, usual[0]) < witnesses:
        return None
    return usual[0]


def _witnesses(situation: Situation, form: str) -> float:
    """How many mails' worth of the customer's mail shows the form."""
    usual = situation.usual
    shown = usual.forms.get(situation.dimensions["address_form"].key, {}).get(form, 0)
    return shown * usual.samples / usual.weight if usual.weight > 0 else 0.0
