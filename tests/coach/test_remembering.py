from __future__ import annotations

from coach.remembering import remembered


class Asked:
    """Answers with the length, and counts how often it was asked."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *texts: str) -> int:
        self.times += 1
        return sum(map(len, texts))


def test_a_text_of_usual_length_is_looked_at_once() -> None:
    asked = Asked()
    kept = remembered(10)(asked)
    assert [kept("Guten Tag"), kept("Guten Tag")] == [9, 9]
    assert asked.times == 1


def test_a_text_beyond_the_longest_is_answered_and_not_kept() -> None:
    asked = Asked()
    kept = remembered(10, longest=8)(asked)
    assert [kept("Guten Tag"), kept("Guten Tag"), kept("Guten", "Morgen")] == [9, 9, 11]
    assert asked.times == 3
    assert kept.cache_info().currsize == 0  # type: ignore[attr-defined]


def test_texts_count_together() -> None:
    asked = Asked()
    kept = remembered(10, longest=8)(asked)
    kept("Guten", "Tag")
    kept("Guten", "Tag")
    assert asked.times == 1


def test_the_oldest_answer_makes_room() -> None:
    asked = Asked()
    kept = remembered(2)(asked)
    for text in ("a", "b", "c", "a"):
        kept(text)
    assert asked.times == 4
