"""What a line tells at first sight: no question is skipped that a line of any mail would answer with yes."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import given, settings

from coach.reply import advertising, answered, blocks, fences, joints, notices, signature, slogan
from coach.reply.lines import Line, lines_of
from coach.reply.phrases import phrases
from coach.reply.signs import FENCED, JOINED, LEAST_JOINED, LISTED, MOBILE, RULED
from server.mail.mime import parse
from tests.coach.test_reply import HOSTILE_LINES, MAILS
from tests.coach.test_reply_samples import CHANGES, SAMPLES

RULES = (
    *(blocks.RULE, blocks.UNDERLINE, signature.DELIMITER, slogan._DASH),
    *(advertising._LONG_RULE, advertising._TITLED_RULE, notices._RULE, notices._COLLAPSED),
)
HOSTILE = "\n".join(each.replace("{n}", "7") for each in HOSTILE_LINES)


def missing(line: Line) -> Iterator[str]:
    """The signs that this line has not got and should have."""
    known = phrases()
    if not line.signs & RULED and (any(each.match(line.words) for each in RULES) or line.words[:3] == "```"):
        yield "rule"
    if not line.signs & LISTED and answered._ITEM.match(line.words):
        yield "item"
    if not line.signs & FENCED and not line.depth:
        bare = line._replace(signs=FENCED)
        if fences._is_fence(bare, known.quote_opens) or fences._is_fence(bare, known.quote_closes):
            yield "fence"
    if not line.signs & MOBILE and not line.blank and (blocks.is_mobile(line) or blocks.is_foreign_mobile(line)):
        yield "phone"
    long = len(line.words) >= LEAST_JOINED
    if not line.signs & JOINED and not line.depth and long and joints._joints([line], 0, line):
        yield "joint"


def all_missing(text: str) -> list[tuple[Line, str]]:
    return [(line, each) for line in lines_of(text) for each in missing(line)]


def test_no_line_of_a_sample_lacks_a_sign() -> None:
    for path in SAMPLES:
        body = parse(path.read_bytes()).body
        for text in (body, *(change(body) for change in CHANGES.values())):
            assert all_missing(text) == []


def test_no_hostile_line_lacks_a_sign() -> None:
    assert all_missing(HOSTILE) == []


@given(MAILS)
@settings(deadline=None, max_examples=200)
def test_no_line_of_any_text_lacks_a_sign(text: str) -> None:
    assert all_missing(text) == []


def test_what_may_be_a_notice_is_told_by_the_whole_text() -> None:
    """Where no phrase of a notice stands in a text, none of its paragraphs is one."""
    for path in SAMPLES:
        lines = lines_of(parse(path.read_bytes()).body)
        for start, end in blocks.paragraphs(lines, 0, len(lines)):
            block = lines[start:end]
            if not notices.may_hold_notice(notices.said_in(block)):
                assert not notices.is_notice(block)
                assert not notices.is_notice(block, expected=True)
            if not notices.may_hold_banner(notices.said_in(block)):
                assert not notices.banner_spans(block)
