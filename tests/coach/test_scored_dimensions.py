"""A score measures only the dimensions that may enter it, and is the same as with all of them."""

from __future__ import annotations

import pytest

from coach import Coach, Context
from coach.compare import compare

MAILS = {
    "de": "Hallo Tom,\n\nhast du die Liste? Schick sie mir bitte bald, ich brauche sie.\n\nGruß\nEva",
    "en": "Hi Tom,\n\ndo you have the list? Please send it soon, I need it.\n\nBest,\nEva",
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_dimensions_that_are_not_scored_change_nothing(coach: Coach, language: str) -> None:
    profile = coach.profile([MAILS[language]] * 6)
    draft = coach.document(MAILS[language].replace("Tom", "Ann") * 2, language)
    usual = coach._usual(profile, (), draft, None, Context())
    assert usual is not None
    (scored, _), every = coach._scored(draft, usual), coach.readings(draft)
    assert scored.keys() < every.keys()
    assert compare(scored, draft.words, usual) == compare(every, draft.words, usual)
