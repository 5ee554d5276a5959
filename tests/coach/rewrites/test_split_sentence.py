"""A long sentence becomes two where both stand alone; conditions, orders, reported clauses and lists stay one."""

from __future__ import annotations

import pytest

from coach import Coach
from coach.model import Span
from coach.profile import Profile
from coach.rewriter import rewritten
from coach.rewrites.split_sentence import REWRITER


def after(coach: Coach, text: str, language: str, at: str = "") -> str:
    """The text with every change that the rewriter offers (for these words, where given)."""
    situation = coach.situation(text, Profile(), language=language)
    assert situation is not None
    place = Span(text.index(at), text.index(at) + len(at)) if at else None
    edits = tuple(edit for each in REWRITER.rewrite(situation, place) for edit in each.edits)
    return rewritten(text, edits)


GERMAN = (
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, und wir schicken Ihnen das Angebot für die neue Tür bis zum Freitag zu.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Wir schicken Ihnen das Angebot für die neue Tür bis zum Freitag zu."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft und wir schicken Ihnen das Angebot für die neue Tür bis zum Freitag zu.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Wir schicken Ihnen das Angebot für die neue Tür bis zum Freitag zu."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, aber wir konnten den Fehler an der kleinen Klappe leider noch nicht finden.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Aber wir konnten den Fehler an der kleinen Klappe leider noch nicht finden."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, doch der Fehler liegt wohl an einer ganz anderen Stelle im Haus.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Doch der Fehler liegt wohl an einer ganz anderen Stelle im Haus."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft; die neue Tür ist heute schon mit dem ersten Wagen bei uns angekommen.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Die neue Tür ist heute schon mit dem ersten Wagen bei uns angekommen."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, deshalb können wir Ihnen die neue Tür schon in dieser Woche bringen.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Deshalb können wir Ihnen die neue Tür schon in dieser Woche bringen."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, und die neue Tür kommt in der nächsten Woche mit dem ersten Wagen.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Die neue Tür kommt in der nächsten Woche mit dem ersten Wagen."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, und dann haben wir die neue Tür bei dem Hersteller in Ulm bestellt.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Dann haben wir die neue Tür bei dem Hersteller in Ulm bestellt."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, sodass wir Ihnen die neue Tür schon in dieser Woche bringen können.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Deshalb können wir Ihnen die neue Tür schon in dieser Woche bringen."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, so dass wir Ihnen die neue Tür schon in dieser Woche bringen können.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Deshalb können wir Ihnen die neue Tür schon in dieser Woche bringen."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, weshalb ich Ihnen die neue Tür schon in dieser Woche bringen kann.", "Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft. Deshalb kann ich Ihnen die neue Tür schon in dieser Woche bringen."),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, sodass die neue Tür schon in dieser Woche mit dem Wagen ankommt.", None),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft und schickt Ihnen das Angebot für die neue Tür bis zum Freitag zu.", None),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft und am Freitag schickt Ihnen der Meister das Angebot für die neue Tür zu.", None),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, weil die kleine Klappe nach dem langen Winter nicht mehr richtig schließt.", None),
    ("Unsere Werkstatt hat den alten Ofen am Montag noch einmal ganz genau geprüft, und zwar mit einem neuen Gerät aus Ulm, das sehr genau messen kann.", None),
    ("Wenn die Werkstatt den alten Ofen am Montag noch einmal geprüft hat, schicken wir das Angebot, und wir rufen Sie vorher noch kurz an.", None),
    ("Schicken Sie uns bitte ein paar Fotos vom alten Ofen und von der kleinen Klappe, und wir machen Ihnen bis Freitag ein Angebot.", None),
    ("Prüft die Werkstatt den alten Ofen am Montag noch einmal ganz genau, und wir bekommen das Angebot für die neue Tür bis zum Freitag?", None),
    ("Die Werkstatt hat den Ofen entweder am Montag oder am Dienstag geprüft, und wir können Ihnen leider nicht genau sagen, an welchem Tag.", None),
    ("Die Werkstatt hat nicht nur den alten Ofen am Montag geprüft, aber wir haben auch gleich die neue Tür für Sie und das Haus bestellt.", None),
    ("Wir wissen, dass der alte Ofen am Montag geprüft worden ist und wir die neue Tür bis zum Ende der Woche bei Ihnen einbauen.", None),
    ("Der Meister sagte „wir haben den alten Ofen am Montag geprüft, und wir schicken Ihnen das Angebot für die neue Tür bis zum Freitag“ dazu.", None),
    ("Der Ofen ist da, und wir kommen am Montag.", None),
)  # fmt: skip

ENGLISH = (
    ("Our workshop checked the old oven once more very carefully on Monday morning, and we will send you the offer for the new door by the end of the week.", "Our workshop checked the old oven once more very carefully on Monday morning. We will send you the offer for the new door by the end of the week."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, but we have not found the fault in the small flap at the back yet.", "Our workshop checked the old oven once more very carefully on Monday morning. However, we have not found the fault in the small flap at the back yet."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, so we know that the small flap at the back is bent and has to go.", "Our workshop checked the old oven once more very carefully on Monday morning. So we know that the small flap at the back is bent and has to go."),
    ("Our workshop checked the old oven once more very carefully on Monday morning; the new door arrived with the first van from the factory this morning.", "Our workshop checked the old oven once more very carefully on Monday morning. The new door arrived with the first van from the factory this morning."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, which means that the new door can be fitted before the end of the week.", "Our workshop checked the old oven once more very carefully on Monday morning. This means that the new door can be fitted before the end of the week."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, which is why the new door can be fitted before the end of the week.", "Our workshop checked the old oven once more very carefully on Monday morning. That is why the new door can be fitted before the end of the week."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, and the new door will come with the first van from the factory next week.", "Our workshop checked the old oven once more very carefully on Monday morning. The new door will come with the first van from the factory next week."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, and could you tell us when someone will be at home for the new door?", "Our workshop checked the old oven once more very carefully on Monday morning. Could you tell us when someone will be at home for the new door?"),
    ("Our workshop checked the old oven once more very carefully on Monday morning, however, we have not found the fault in the small flap at the back yet.", "Our workshop checked the old oven once more very carefully on Monday morning. However, we have not found the fault in the small flap at the back yet."),
    ("Our workshop checked the old oven once more very carefully on Monday morning, so we can fit the new door for you before the end of the week.", None),
    ("Our workshop checked the old oven once more very carefully on Monday morning and will send you the offer for the new door by the end of the week.", None),
    ("Our workshop checked the old oven once more very carefully on Monday morning, which our customers from the town really liked about the service of the shop.", None),
    ("Our workshop checked the old oven once more very carefully on Monday morning, and found that the small flap at the back of it is bent and old.", None),
    ("If our workshop checks the old oven again on Monday morning, we will send you the offer, and we will call you before the end of the week.", None),
    ("When our workshop has checked the old oven again on Monday, the offer will be ready, and we will call you before the end of the week.", None),
    ("Please send us a few pictures of the old oven and of the small flap, and we will make you an offer by the end of the week.", None),
    ("Send us a few pictures of the old oven and of the small flap at the back, and we will make you an offer by Friday.", None),
    ("Did the workshop check the old oven again on Monday morning, and will you send us the offer for the new door by the end of the week?", None),
    ("Either our workshop checks the old oven again on Monday morning, or the factory sends somebody, and we will call you by the end of the week.", None),
    ("Our workshop checked the oven, we ordered the new door from the factory, and we will send you the offer by the end of the week.", None),
    ("The foreman said “we checked the oven on Monday, and we will send you the offer for the new door by the end of the week” to us.", None),
    ("The oven is here, and we will come on Monday.", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "becomes"), GERMAN)
def test_german(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "de") == (becomes or text)


@pytest.mark.parametrize(("text", "becomes"), ENGLISH)
def test_english(coach: Coach, text: str, becomes: str | None) -> None:
    assert after(coach, text, "en") == (becomes or text)


def test_only_what_mends_the_words_pointed_at(coach: Coach) -> None:
    text = "The oven arrived at our shop on Monday, and we will bring it to you on Friday. Thank you."
    assert (
        after(coach, text, "en", "arrived")
        == "The oven arrived at our shop on Monday. We will bring it to you on Friday. Thank you."
    )
