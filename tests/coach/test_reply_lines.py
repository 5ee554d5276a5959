"""What is remembered of lines while mails are cut: invisible, and bounded."""

import pytest

from coach.reply import lines, split
from coach.reply.lines import Line, forget_lines, line_of, remembered

ANSWER = """Hallo Frau Wolf,

danke, das Angebot passt so.

Viele Grüße
Jan Peters

Am 03.03.2026 um 10:12 schrieb Ines Wolf:
> Guten Tag Herr Peters,
> anbei das Angebot.
"""


def line(words: str) -> Line:
    return line_of(0, len(words), 0, words)


def asked_and_question(monkeypatch: pytest.MonkeyPatch, bound: int):  # type: ignore[no-untyped-def]
    monkeypatch.setattr(lines, "REMEMBERED", bound)
    asked: list[str] = []

    @remembered
    def is_loud(words: str, folded: str) -> bool | None:
        asked.append(words)
        return words.endswith("!") or None

    return asked, is_loud


def test_a_question_about_a_line_is_answered_once_even_where_the_answer_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, is_loud = asked_and_question(monkeypatch, 10)
    assert [is_loud(line(each)) for each in ("ja", "ja", "nein!", "ja", "nein!")] == [None, None, True, None, True]
    assert asked == ["ja", "nein!"]


def test_never_more_answers_are_kept_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, is_loud = asked_and_question(monkeypatch, 10)
    for number in range(1_000):
        assert is_loud(line(f"{number}!")) is True
        assert all(len(each) <= max(10, 4_096) for each in lines._memories)
    assert len(lines._memories[-1]) <= 10
    assert len(asked) == 1_000


def test_what_was_remembered_can_be_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, is_loud = asked_and_question(monkeypatch, 10)
    is_loud(line("ja"))
    forget_lines()
    is_loud(line("ja"))
    assert asked == ["ja", "ja"]


def test_a_mail_is_cut_the_same_whether_its_lines_are_known_or_not() -> None:
    forget_lines()
    first = split(ANSWER), split(ANSWER, draft=True)
    assert (split(ANSWER), split(ANSWER, draft=True)) == first
    forget_lines()
    assert (split(ANSWER, draft=True), split(ANSWER)) == first[::-1]
