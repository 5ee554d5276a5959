"""Every sample mail is cut into exactly the segments written beside it, however its text is encoded."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from coach.reply import split
from server.mail.mime import parse

SAMPLES = sorted((Path(__file__).parents[1] / "mail_samples").glob("*.eml"))
HEADER_LANGUAGES = "de en fr it es pt nl pl sv da nb fi cs ru uk zh ja".split()
_UNSEEN = re.compile(r"[\s\u00ad\u200b-\u200f\ufeff]+")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _found(body: str) -> list[tuple[str, int, str]]:
    """Part, depth and visible letters of each segment."""
    return [
        (each.part.value, each.depth, _UNSEEN.sub("", unicodedata.normalize("NFC", each.span.of(body))))
        for each in split(body)
    ]


def test_there_are_samples_of_at_least_eighty_layouts() -> None:
    assert len(SAMPLES) >= 80


@pytest.mark.parametrize("language", HEADER_LANGUAGES)
def test_there_is_a_sample_with_a_header_block_in_each_language(language: str) -> None:
    blocks = [path for path in SAMPLES if f"_{language}_" in f"{path.stem}_" and path.stem.startswith("outlook")]
    assert any('"attribution"' in path.with_suffix(".json").read_text(encoding="utf-8") for path in blocks)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_cut_into_its_segments_and_nothing_is_left_over(path: Path) -> None:
    wanted = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["segments"]
    body = parse(path.read_bytes()).body
    found = [(each.part.value, each.depth, _lines(each.span.of(body))) for each in split(body)]
    assert found == [(each["part"], each["depth"], _lines(each["text"])) for each in wanted]
    assert "".join("".join(each["text"].split()) for each in wanted) == "".join(body.split())


CHANGES: dict[str, Callable[[str], str]] = {
    "letters and accents apart": lambda text: unicodedata.normalize("NFD", text),
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r"),
    "Unicode line separators": lambda text: text.replace("\n", "\u2028"),
    "form feeds": lambda text: text.replace("\n\n", "\n\x0c\n"),
    "non-breaking spaces": lambda text: re.sub(r"(?<=\S) (?=\S)", "\u00a0", text),
    "narrow non-breaking spaces": lambda text: re.sub(r"(?<=\S) (?=\S)", "\u202f", text),
    "soft hyphens": lambda text: re.sub(r"(?<=[^\W\d_]{3})(?=[^\W\d_])", "\u00ad", text),
    "zero-width spaces": lambda text: re.sub(r"(?m)(?<=\S)$", "\u200b", text),
    "marks of direction": lambda text: re.sub(r"(?m)^(.+)$", "\u200e\\1\u200f", text),
    "a byte order mark": lambda text: "\ufeff" + text,
    "trailing spaces": lambda text: re.sub(r"(?m)$", "  ", text),
    "more blank lines": lambda text: text.replace("\n\n", "\n\n\n\n") + "\n\n",
}


@pytest.mark.parametrize("change", CHANGES)
def test_samples_are_cut_the_same_with(change: str) -> None:
    for path in SAMPLES:
        body = parse(path.read_bytes()).body
        assert _found(CHANGES[change](body)) == _found(body), path.stem
