"""A passive with its agent becomes active in the right case and form; whatever cannot be told stays."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Span
from coach.profile import Profile
from coach.rewriter import rewritten
from coach.rewrites.active_voice import REWRITER


def after(coach: Coach, text: str, language: str, at: str = "") -> str:
    """The text with every change that the rewriter offers (for these words, where given)."""
    situation = coach.situation(text, Profile(), language=language)
    assert situation is not None
    place = Span(text.index(at), text.index(at) + len(at)) if at else None
    edits = tuple(edit for each in REWRITER.rewrite(situation, place) for edit in each.edits)
    return rewritten(text, edits)


GERMAN = (
    ("Die Tür wurde von uns geprüft.", "Wir haben die Tür geprüft."),
    ("Das Fenster wurde von mir bestellt.", "Ich habe das Fenster bestellt."),
    ("Die neue Tür wurde von Herrn Wolf eingebaut.", "Herr Wolf hat die neue Tür eingebaut."),
    ("Der Ofen wurde von uns am Montag abgeholt.", "Wir haben den Ofen am Montag abgeholt."),
    ("Der alte Ofen wurde leider von uns entsorgt.", "Wir haben den alten Ofen leider entsorgt."),
    ("Dieser Ofen wurde von unserer Werkstatt geprüft.", "Unsere Werkstatt hat diesen Ofen geprüft."),
    ("Ihr neuer Ofen wurde von uns geprüft.", "Wir haben Ihren neuen Ofen geprüft."),
    ("Ihr neues Rad wurde von uns geprüft.", None),
    ("Ihr Ofen wurde von uns geprüft.", None),
    ("Ihre Maße wurden von uns notiert.", "Wir haben Ihre Maße notiert."),
    ("Die Teile wurden von unserem Team verpackt.", "Unser Team hat die Teile verpackt."),
    ("Die Teile wurden von unseren Fahrern gebracht.", None),
    ("Die Teile wurden von unserem Kollegen gebracht.", None),
    ("Die Tür wurde von uns nicht bestellt.", "Wir haben die Tür nicht bestellt."),
    ("Wurde die Tür von uns geprüft?", None),
    ("Die Tür wurde von innen geprüft.", None),
    ("Die Tür wurde vom Zoll geprüft.", None),
    ("Der Tisch wurde von uns von Hand geölt.", None),
    ("Die Tür muss von uns geprüft werden.", None),
    ("Die Tür war von uns geprüft worden.", None),
    ("Weil die Tür von uns geprüft wurde, passt sie.", None),
    ("Am Montag wurde die Tür von uns geprüft.", None),
    ("Sie wurden von uns informiert.", None),
    ("Der Lieferant wurde von uns informiert.", None),
    ("Der Student wurde von uns bezahlt.", None),
    ("Die Ware wurde von uns verpackt und verschickt.", None),
)  # fmt: skip

ENGLISH = (
    ("The door was checked by us.", "We checked the door."),
    ("It was ordered by me.", "I ordered it."),
    ("They were sent by our driver yesterday.", "Our driver sent them yesterday."),
    ("Your new oven was carefully packed by us.", "We carefully packed your new oven."),
    ("The bill was written by Ms Wolf on Monday.", "Ms Wolf wrote the bill on Monday."),
    ("The key was taken by our site manager.", "Our site manager took the key."),
    ("The two doors were found by us.", "We found the two doors."),
    ("The door was checked by noon.", None),
    ("The door was checked by hand.", None),
    ("The door was not checked by us.", None),
    ("Was the door checked by us?", None),
    ("The door is checked by us.", None),
    ("The door has been checked by us.", None),
    ("The door was dealt with by us.", None),
    ("We were told by our driver to wait.", None),
    ("When the door was checked by us, it was fine.", None),
    ("The door was checked and packed by us.", None),
    ("She was stopped by us.", None),
    ("The door was checked by a friend.", None),
    ("The door, which was old, was checked by us.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_german(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "de") == (becomes or text)


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_english(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "en") == (becomes or text)
