"""Drafts: what stands below the rep's text is context, and what he types is his at every keystroke."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.model import AUTHORED, Part
from coach.reply import authored_text, closing_of, greeting_of, split

DRAFTS = [
    "Sehr geehrte Frau Krause,\n\nvielen Dank für Ihre Nachricht. Am Montag, den 3.3.2025 um 10:30 Uhr kommt Herr Weber.\n\n"
    "On demand können wir auch früher kommen.\n\nMit freundlichen Grüßen\nMax Muster",
    "Hallo Tom,\n\nanbei die Liste:\n- Pumpe\n-- beides ab Lager\n\n> 5 Stück kosten 100 Euro\nund < 5 kosten 150 Euro.\n\n"
    "Von: Köln\nAn: München\nDatum: 3.3.2025\n\nPasst das?\n\nLG Max",
    "Hi Ann,\n\nOn Monday we wrote:\n\nthe pump is on its way.\n\nSent yesterday by courier.\n\nThanks for waiting.\n\n"
    "Please call me on +44 20 7946 0000 if it is not there by Friday.\n\nBest regards,\nMax",
    "Dear Dr. Lee,\n\nThank you also for your patience. Your contact is:\n\nMax Muster\nSales Manager\nTel. +49 221 4711\n\n"
    "He will call you tomorrow. Kind regards to your team as well.\n\nSincerely,\n\nJane Doe",
    'Moin!\n\nDanke\n\nDie Pumpe kommt morgen.\nGrüße an Ihre Frau!\n\nAm 3.3. schrieb Herr Weber: "Alles gut."\n\nGruß\nMax',
    "Hallo Eva,\n\n___\n\nhier die Tabelle:\n\n| A | B |\n| 1 | 2 |\n\n----------\n\nSumme: 3\n\n"
    "Bitte leiten Sie diese E-Mail nicht weiter, sie ist vertraulich.\n\nCiao\nMax\n\nPS: Die Rechnung folgt.",
]
HEADER = "Von: Anna <a@x.example>\nGesendet: Montag, 3. März 2025 17:02\nAn: Max\nBetreff: X\n\nHallo Max,\n\nwann?\n"
CONTEXTS = {
    "nothing": "",
    "an Outlook header": f"\n\n{HEADER}",
    "a ruled header": f"\n\n________________________________\n{HEADER}",
    "a Gmail attribution": "\n\nOn Mon, Mar 3, 2025 at 5:02 PM Ann <a@x.example> wrote:\n\n> Hi Max,\n>\n> when?\n",
    "a signature and a quote": "\n\n-- \nMax Muster\nMuster GmbH\n\nAm 03.03.2025 um 17:02 schrieb Anna <a@x.example>:\n> Wann?\n",
    "a forwarded mail": f"\n\n-------- Weitergeleitete Nachricht --------\n{HEADER}",
    "a company block": f"\n\nMax Muster\nVertrieb\nMuster GmbH\nTel. +49 221 4711\n\n{HEADER}",
}


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft[:14].strip())
def test_no_keystroke_turns_the_reps_text_into_context(draft: str, context: str) -> None:
    for typed in range(1, len(draft) + 1):
        text = draft[:typed] + CONTEXTS[context]
        own = {n for each in split(text, draft=True) if each.part in AUTHORED for n in range(*_bounds(each.span))}
        lost = "".join(draft[n] for n in range(typed) if n not in own and not draft[n].isspace())
        assert lost == "", f"after {typed} keystrokes"


def _bounds(span: object) -> tuple[int, int]:
    return span.start, span.end  # type: ignore[attr-defined]


@pytest.mark.parametrize("context", [name for name in CONTEXTS if name != "nothing"])
@pytest.mark.parametrize(
    "draft", ["", "Hallo Frau Krause,", "Ja.\n\nOn", "Ja.\n\nMit freundl", "Passt so.\n\nGruß\nMax"]
)
def test_context_below_a_draft_is_never_the_reps(draft: str, context: str) -> None:
    assert authored_text(draft + CONTEXTS[context], draft=True) == draft


def test_a_draft_that_is_only_a_greeting_has_one() -> None:
    span = greeting_of("Hallo Frau Krause,", draft=True)
    assert span is not None
    assert span.of("Hallo Frau Krause,") == "Hallo Frau Krause,"


def test_what_is_typed_below_a_closing_is_body_again() -> None:
    text = "Danke\n\nNoch ei"
    assert authored_text(text, draft=True) == text
    assert authored_text("Hallo,\n\nViele Grüße\nMax\n\nMuster", draft=True).endswith("Muster")


def test_closing_of_a_draft_ends_above_its_signature() -> None:
    text = "Hallo,\n\npasst.\n\nViele Grüße\nMax\n\nMax Muster\nVertrieb\nMuster GmbH\nTel. +49 221 4711\n"
    span = closing_of(text, draft=True)
    assert span is not None
    assert span.of(text) == "Viele Grüße\nMax"
    assert split(text, draft=True)[-1].part is Part.SIGNATURE


def test_answers_between_the_lines_of_a_quote_stay_and_the_quote_goes() -> None:
    text = "Am 3.3.2025 um 17:02 schrieb Anna <a@x.example>:\n> wann?\nam Freitag\n> und wer?\nHerr Weber\n"
    assert authored_text(text, draft=True) == "am Freitag\n\nHerr Weber"


def test_a_notice_and_a_phones_line_below_the_signing_name_are_no_draft() -> None:
    notice = "Diese E-Mail enthält vertrauliche Informationen und ist nur für den Empfänger bestimmt.\n"
    assert authored_text(f"Ja.\n\nGruß\nMax\n\n{notice}", draft=True) == "Ja.\n\nGruß\nMax"
    assert authored_text("Ja.\n\nGruß\nMax\n\nVon meinem iPhone gesendet\n", draft=True) == "Ja.\n\nGruß\nMax"


@given(
    st.one_of(st.text(max_size=300), st.lists(st.sampled_from([*DRAFTS, *CONTEXTS.values()]), max_size=4).map("".join))
)
@settings(deadline=None, max_examples=150)
def test_segments_of_any_draft_cover_it_without_gaps(text: str) -> None:
    assert "".join(each.span.of(text) for each in split(text, draft=True)) == text


@pytest.mark.parametrize("above", ["", "\n\n", " \n"])
def test_a_lone_quoted_line_below_nothing_is_context(above: str) -> None:
    text = f"{above}> alter Text der nicht zählt und lang genug wäre, um bewertet zu werden"
    assert authored_text(text, draft=True) == ""


@pytest.mark.parametrize("text", ["> 5 Stück kosten 100 Euro\nund < 5 kosten 150 Euro.", "Ab Lager:\n\n> 5 Stück"])
def test_a_typed_mark_with_own_text_above_or_right_below_it_is_the_reps(text: str) -> None:
    assert authored_text(text, draft=True) == text


@pytest.mark.parametrize("text", ["[image: pump.png]\nSiehe Bild.", "Ja.\n\n<end transmission>", "[EXTERN]\nHallo"])
def test_in_a_draft_nothing_that_is_typed_is_cut(text: str) -> None:
    assert authored_text(text, draft=True) == text
