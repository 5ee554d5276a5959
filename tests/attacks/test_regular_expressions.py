"""ReDoS: texts of 50,000 characters made to keep expressions busy are read in the time that other texts take.

`make fuzz` walks every compiled expression with texts made for each; here whole mails and drafts go through the engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from coach import Coach, Sample
from coach.languages.de import LANGUAGE as GERMAN
from coach.languages.en import LANGUAGE as ENGLISH
from coach.reply import authored_text
from tests.attacks.patterns import FAILS, hostile, pumped, sample
from tests.attacks.processor_time import at_most

LENGTH = 50_000
PIECES = ("_", "a_", "a/a", "? ", "=C2=A0", " ", "> ", "1.", "a@", "(")
CPU = 30.0  # seconds; a text of this length takes less than one, what grows with the square minutes
FRAME = "Guten Tag,\n\nbitte senden Sie uns das Angebot. {}\n\nGrüße\nMax"


@pytest.mark.parametrize("piece", PIECES)
def test_redos_a_mail_and_a_draft_of_fifty_thousand_characters_are_read(coach: Coach, piece: str):
    text = FRAME.format(piece * (LENGTH // len(piece)))
    steps: list[Callable[[], object]] = [
        lambda: authored_text(text),
        lambda: coach.observe(Sample(text=text)),
        lambda: coach.assess(text),
    ]
    for step in steps:
        with at_most(CPU):
            step()


def test_redos_questions_with_many_ways_to_be_read_are_read_one_way():
    """Was exponential: "a/$,/a durch/..." in the German shape of a question."""
    tagged = "a/$,/a durch/aa/$,/a " * 200
    with at_most(CPU):
        for language in (GERMAN, ENGLISH):
            for each in language.needs.patterns:
                for shape in filter(None, (each.says, each.built)):
                    shape.search(tagged)


def test_the_texts_are_made_for_the_expression_they_are_to_keep_busy():
    (first, *_) = pumped(re._parser.parse(r"x(?:ab)+y"))  # type: ignore[attr-defined]
    assert first == ("x", "ab")
    assert sample(re._parser.parse(r"[^a]\d\w{2}(?:u|v)")) == "b1aau"  # type: ignore[attr-defined]
    assert any(each.startswith("xabab") and not each.endswith("y") for each in hostile(r"x(?:ab)+y", 0))


@pytest.mark.parametrize("fail", FAILS)
def test_each_expression_is_tried_with_everything_that_it_may_fail_at(fail: str):
    texts = list(hostile(rb"^length:[ \t]*([^\r\n]*?)[ \t]*\r?$", re.MULTILINE))
    assert any(each == "length:" + " " * 2_000 + fail for each in texts)
