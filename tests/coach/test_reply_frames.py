"""Where quoted mail begins: the quick look at a line passes over no frame that the whole search finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from coach.reply import frames
from coach.reply.frames import frame_at
from coach.reply.joints import taken_apart
from coach.reply.lines import lines_of
from coach.reply.signs import OPENS
from server.mail.mime import parse
from tests.coach.test_reply import HOSTILE_LINES, MAILS
from tests.coach.test_reply_samples import CHANGES, SAMPLES

HOSTILE = [f"{each}\n".replace("{n}", "7") for each in HOSTILE_LINES]


def passed_over(text: str) -> list[tuple[int, frames.Frame]]:
    """The frames that only a search at every line finds."""
    missed = []
    whole = lines_of(text)
    for lines in (whole, taken_apart(text, whole)):
        for at, line in enumerate(lines):
            if line.blank or frame_at(lines, at) is not None:
                continue
            found = frames._looked_for(lines, at)
            missed += [(at, found)] if found else []
    return missed


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_frame_of_a_sample_is_passed_over(path: Path) -> None:
    body = parse(path.read_bytes()).body
    for text in (body, *(change(body) for change in CHANGES.values())):
        assert passed_over(text) == []


@pytest.mark.parametrize("first", HOSTILE)
def test_no_frame_of_hostile_lines_is_passed_over(first: str) -> None:
    for second in HOSTILE:
        assert passed_over(f"Hello Ann,\n\n{first}{second}\n{second}{first * 3}") == []


@given(MAILS)
@settings(deadline=None, max_examples=200)
def test_no_frame_of_any_text_is_passed_over(text: str) -> None:
    assert passed_over(text) == []


def test_most_lines_are_passed_over_without_a_search() -> None:
    texts = [parse(path.read_bytes()).body for path in SAMPLES]
    asked = [line for text in texts for line in lines_of(text) if not line.blank]
    searched = [line for line in asked if line.signs & OPENS]
    assert len(searched) < len(asked) / 2


@pytest.mark.parametrize("header", ["> Von: Ann Lee", "> -----Original Message-----", "> From: Ann Lee"])
def test_a_quoted_header_opens_a_frame_whatever_its_signs(header: str) -> None:
    mail = f"{header}\n> Betreff: X\n> An: Y\n> Gesendet: Z\n> Text"
    lines = list(lines_of(mail))
    assert frame_at(lines, 0) == frames._looked_for(lines, 0) is not None
