"""Other marks of a quote than ">", advertising and what else old and odd mailers leave in a mail."""

from __future__ import annotations

import pytest

from coach.model import Part
from coach.reply import authored_text, closing_of, split


def _parts(text: str) -> list[Part]:
    return [segment.part for segment in split(text)]


@pytest.mark.parametrize(
    "prompt",
    [
        "Router> show version\nRouter> show interfaces\n",
        "Prelude> map f xs\nPrelude> filter g xs\n",
        "K>> x = 3\nK>> y = pump(x)\n",
        "db> select name from pumps\ndb> quit\n",
        "in>> first >> second;\nin>> third >> fourth >> fifth >> sixth >> seventh;\n",
        "TD>5\nTR>7\n",
        "DB> quit\n\nDB> select 1;\n",
    ],
)
def test_a_prompt_is_no_name_of_somebody_quoted(prompt: str) -> None:
    text = f"I typed this:\n\n{prompt}\nNothing came back.\n"
    assert authored_text(text) == text.strip()


def test_a_single_line_with_a_name_is_quoted_where_that_name_is_quoted_elsewhere() -> None:
    quoted = "JD> The pump is loud and the valve\nJD> does not close any more.\n\nSend it in.\n\n"
    assert authored_text(f"{quoted}JD> Who pays?\n\nWe do.\n") == "Send it in.\n\nWe do."
    assert "JD> Who pays?" in authored_text("JD> Who pays?\n\nWe do.\n")


@pytest.mark.parametrize(
    "quoted",
    [
        "JD>> The pump is loud since you\nJD>> cleaned it.\n",
        "JD> > The pump is loud since you cleaned it.\n",
        "JD>The pump is loud since you\nJD>cleaned it.\n",
        "jd> The pump is loud since the last time that you\njd> cleaned it.\n",
        "DOE>>> The pump is loud since you\nLEE>>> cleaned it.\n",
        "JD>>>>>\n",
        "JD> Is it loud?\n\nJD> Since the cleaning, I mean.\n",
    ],
)
def test_initials_quote_at_any_depth_without_a_blank_and_written_small(quoted: str) -> None:
    assert authored_text(f"Hello,\n\n{quoted}\nSend it in.\n") == "Hello,\n\nSend it in."


@pytest.mark.parametrize("indent", ["    ", "      ", "\t"])
def test_a_quote_may_be_indented(indent: str) -> None:
    quoted = f"{indent}>> The pump is loud.\n{indent}> Since when?\n"
    assert authored_text(f"Hello,\n\n{quoted}\nSince Monday.\n") == "Hello,\n\nSince Monday."


def test_a_heading_between_arrows_in_the_middle_of_the_line_is_the_writers() -> None:
    text = f"The news:\n\n{' ' * 24}>> PUMPS <<\n\nA new one is here."
    assert authored_text(text) == text


def test_a_hundred_thousand_marks_behind_initials_are_one_quoted_line() -> None:
    assert authored_text(f"Hello,\n\nA{'>' * 100_000}\n\nSend it in.\n") == "Hello,\n\nSend it in."


def test_a_line_that_storing_escaped_is_the_writers_and_a_quoted_one_is_not() -> None:
    assert authored_text(">>From here on it is quiet.\n") == ">>From here on it is quiet."
    assert authored_text("Yes.\n\n> He said:\n>>From here on it is quiet.\n") == "Yes."


def test_a_heading_of_hashes_below_an_attribution_does_not_make_the_quote_the_writers() -> None:
    text = "Fine.\n\nOn Mon, Mar 3, 2025 at 5:02 PM Ann <a@x.example> wrote:\n\n# Plan\n\nWe begin on Monday.\n"
    assert authored_text(text) == "Fine."


@pytest.mark.parametrize(
    "opened",
    [
        "Message: 5\nDate: Mon, 3 Mar 2025 17:02:10 +0100\nFrom: Ann <a@x.example>\nSubject: Seal\n\nIt swells.\n",
        "Message: 12\n> From: Ann <a@x.example>\n> Subject: Seal\n>\n> It swells.\n",
        "--- Included message ---\nMessage: 5\nFrom: Ann <a@x.example>\nSubject: Seal\n\nIt swells.\n",
    ],
)
def test_the_number_of_a_mail_in_a_digest_belongs_to_its_header(opened: str) -> None:
    assert authored_text(f"We saw the same.\n\n{opened}") == "We saw the same."


@pytest.mark.parametrize("told", ["Error: 5\nPump: 7", "Total: 12\nDate: 3 March 2025", "Status: 200"])
def test_a_number_behind_a_word_and_a_colon_is_the_writers_where_no_header_follows(told: str) -> None:
    text = f"The display says:\n\n{told}\n\nWhat now?"
    assert authored_text(text) == text


def test_a_quote_between_tags_ends_with_the_tag_that_closes_it() -> None:
    inner = '[quote="Ann Lee"]\nIs it loud?\n[/quote]\n'
    text = f"Hello,\n\n[quote=Tom]\n{inner}Yes, it is.\n[/quote]\n\nThen send it in.\n\n<quote author='Ann'>\nWhen?\n</quote>\n\nNow."
    assert authored_text(text) == "Hello,\n\nThen send it in.\n\nNow."


def test_a_tag_that_nothing_closes_opens_no_quote() -> None:
    text = "Write it like this:\n\n[quote=Ann]\n\nand it stands out."
    assert authored_text(text) == text


@pytest.mark.parametrize("rule", ["-" * 55, "_" * 65])
def test_a_link_of_the_writer_below_a_rule_stays_authored_where_the_writer_speaks(rule: str) -> None:
    text = f"The list is done.\n\n{rule}\nI have put my notes here:\nhttps://www.acme.example/notes\n"
    assert "https://www.acme.example/notes" in authored_text(text)
    told = f"The list is done.\n\n{rule}\nFree mail for everybody at\nhttps://www.mailhouse.example\n"
    assert authored_text(told) == "The list is done."


def test_the_address_of_a_page_that_a_colon_introduces_stays_authored() -> None:
    text = "The archive is here:\nhttps://lists.acme.example/mailman/listinfo/pumps\n"
    assert authored_text(text) == text.strip()


@pytest.mark.parametrize(
    "group", ["Ihr Serviceteam", "Das Team von Acme", "The Acme Team", "Kundenbetreuung", "Redaktion"]
)
def test_a_team_below_the_closing_is_signature_and_no_name(group: str) -> None:
    text = f"Guten Tag,\n\ndie Ware ist da.\n\nViele Grüße\n{group}\n"
    assert _parts(text)[-1] is Part.SIGNATURE
    closing = closing_of(text)
    assert closing is not None
    assert closing.of(text) == "Viele Grüße"


@pytest.mark.parametrize("name", ["Anna und das Team", "Max Steamer", "Ihr Max Weber", "Anna & Team"])
def test_a_person_below_the_closing_belongs_to_it_with_or_without_a_team(name: str) -> None:
    text = f"Guten Tag,\n\ndie Ware ist da.\n\nViele Grüße\n{name}\n"
    closing = closing_of(text)
    assert closing is not None
    assert closing.of(text) == f"Viele Grüße\n{name}"


def test_a_team_that_signs_a_draft_is_not_taken_away_from_it() -> None:
    text = "Guten Tag,\n\ndie Ware ist da.\n\nViele Grüße\nIhr Serviceteam\n"
    assert authored_text(text, draft=True) == text.strip()


def test_an_address_that_answers_a_question_stays_authored() -> None:
    text = "You asked for it:\n\nann.lee@acme.example\n"
    assert authored_text(text) == text.strip()


def test_a_date_in_the_last_sentence_is_no_attribution() -> None:
    text = "We meet twice.\n\nOn Tuesday 12 Sep 2025 at 17:00 in Halle\n"
    assert authored_text(text) == text.strip()


def test_lines_without_words_take_next_to_no_memory_of_the_splitter() -> None:
    assert [segment.part for segment in split("\n" * 5_000_000)] == [Part.BODY]


def test_own_lines_go_on_below_the_bracket_of_a_broken_link() -> None:
    link = "https://www.acme.example/manuals/pumps/2025/spring/boiler-of-the-second-stage.html"
    tail = "but it may be too old for your controller, so please look at its label first"
    text = f"Hi Tom,\n\nthe manual is here: <\n{link}\n>. It went well with the old pump when we tried that last year,\n{tail}\n"
    assert tail in authored_text(text)


def test_an_answer_in_a_sentence_of_its_own_below_a_long_quoted_line_is_kept() -> None:
    quoted = "> Is the boiler of the second stage running well above seventy degrees now?"
    answer = "yes, it has been running since Friday, and the burner has not switched off once"
    assert answer in authored_text(f"Hi Tom,\n\n{quoted}\n{answer}\n\nAnn\n")
