"""What was agreed on the form of address outweighs what was written before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coach.dimension import Dimension, recent
from coach.profile import LanguageProfile
from coach.relationship.address_ledger import AddressStanding, Ground

BINDING = frozenset((Ground.AGREED, Ground.REFUSED))
MEASURED_BY = {"du": "address_form", "sie": "address_form", "first_name": "name_form", "surname": "name_form"}
NAMED = {"surname": "title"}  # as the dimension calls it


def as_agreed(
    part: LanguageProfile, standing: AddressStanding | None, dimensions: Mapping[str, Dimension]
) -> LanguageProfile:
    """The customer's habits as if they had always used the form that was agreed (or the Sie they insisted on).

    Forty mails with Sie say nothing of today once the Du was offered and taken. Without an agreement, or where no
    mail shows a form, the habits come back as they are.
    """
    due = standing.due if standing else None
    if due is None or due.ground not in BINDING:
        return part
    dimension = dimensions.get(MEASURED_BY[due.form])
    keys = [key for key in (dimension.key, recent(dimension.key)) if key in part.forms] if dimension else []
    form = NAMED.get(due.form, due.form)
    agreed = {key: {form: sum(part.forms[key].values())} for key in keys}
    return replace(part, forms={**part.forms, **agreed}) if agreed else part
