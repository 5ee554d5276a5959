"""Quotes that lost their mark are told by the same words in the mail answered; what only looks so stays."""

from __future__ import annotations

import pytest

from coach.reply import authored_text

ASKED = "Did you check whether the seal was put in the right way round when the pump was opened in May?"
QUOTE = f"On Mon, Mar 3, 2025 at 4:12 PM Tom Reed <tom@einklang.example> wrote:\n\n> Hi Ann,\n>\n> {ASKED}\n>\n> Tom\n"


def _mail(own: str, quote: str = QUOTE) -> str:
    return f"Hi Tom,\n\n{own}\n\nCheers,\nAnn\n\n{quote}"


@pytest.mark.parametrize("answer", ["Yes, I did.", "---> Yes, I did.", "\nYes, I did."])
def test_copied_question_above_its_answer_is_not_authored(answer: str) -> None:
    found = authored_text(
        _mail(f"{ASKED}\n{answer}\n\nThe rest of the work is done as well, and the pump runs quietly.")
    )
    assert "seal" not in found
    assert "Yes, I did." in found


def test_numbered_and_wrapped_copy_of_a_question_is_not_authored() -> None:
    wrapped = ASKED.replace("right way", "right\n   way")
    found = authored_text(_mail(f"1. {wrapped}\nYes.\n\nThe rest of the work is done as well."))
    assert "seal" not in found
    assert "Yes." in found


def test_further_lines_of_a_marked_line_are_not_authored() -> None:
    found = authored_text(_mail("> " + ASKED.replace(" when", "\nwhen") + "\n\nYes."))
    assert found == "Hi Tom,\n\nYes.\n\nCheers,\nAnn"


@pytest.mark.parametrize(
    "kept",
    [
        f'"{ASKED}" was your question.',
        "Did you check whether the seal was put in?",
        f"You asked: {ASKED}",
    ],
)
def test_own_sentence_around_or_like_a_quoted_one_stays(kept: str) -> None:
    assert kept in authored_text(_mail(f"{kept}\nNo.\n\nThe rest of the work is done."))


def test_output_of_a_program_that_is_quoted_too_stays() -> None:
    log = "[INFO] the pump starts with the clock of the board and waits for the first valve to open."
    quote = QUOTE.replace("> Tom", f"> {log}\n>\n> Tom")
    assert log in authored_text(_mail(f"It says the same again:\n\n{log}", quote))


def test_mail_that_is_sent_again_below_itself_stays() -> None:
    assert ASKED in authored_text(_mail(ASKED))


def test_words_of_the_signature_are_looked_at_in_no_mail() -> None:
    signature = "-- \nAnn Lee\nWe build pumps that run for twenty years without a single new seal in them."
    quote = QUOTE.replace("> Tom", "> Tom\n> " + signature.replace("\n", "\n> "))
    assert authored_text(f"Hi Tom,\n\nyes.\n\n{quote}\n{signature}\n*\n") == "Hi Tom,\n\nyes."


def test_draft_keeps_what_it_repeats() -> None:
    assert ASKED in authored_text(_mail(f"{ASKED}\nYes, I did. The rest of the work is done as well."), draft=True)
