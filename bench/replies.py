"""Exactly right authored texts on labelled reply fixtures, beside other parsers where they are installed.

    python bench/replies.py FIXTURES_FOLDER [--half seen|unseen]

FIXTURES_FOLDER is the unpacked archive of fixtures that docs/benchmarks.md names; bench/reply_labels.json holds the
labels as line ranges. Lines are compared without the white space around them, empty lines not at all. Look at single
misses of the seen half only. Peers (quotequail, mail-parser-reply, email-reply-parser) are measured where they can be
imported.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections.abc import Callable
from pathlib import Path

from coach.reply import authored_text

LABELS = Path(__file__).with_name("reply_labels.json")


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def quotequail(text: str) -> str:
    module = importlib.import_module("quotequail")
    return "\n".join(part for own, part in module.quote(text) if own)


def mail_parser_reply(text: str) -> str:
    module = importlib.import_module("mailparser_reply")
    languages = ["en", "de", "fr", "it", "es", "nl", "pl", "sv", "da", "ja", "cs"]
    return str(module.EmailReplyParser(languages=languages).parse_reply(text=text))


def email_reply_parser(text: str) -> str:
    module = importlib.import_module("email_reply_parser")
    return str(module.EmailReplyParser.parse_reply(text))


PARSERS: dict[str, Callable[[str], str]] = {
    "einklang": authored_text,
    "quotequail": quotequail,
    "mail-parser-reply": mail_parser_reply,
    "email-reply-parser": email_reply_parser,
}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--half", choices=("seen", "unseen"), default="seen")
    options = arguments.parse_args()
    labels = json.loads(LABELS.read_text(encoding="utf-8"))["labels"]
    chosen = {name: label for name, label in labels.items() if label["half"] == options.half}
    for parser, read in PARSERS.items():
        right = sure = right_sure = 0
        try:
            for name, label in chosen.items():
                text = (options.folder / name).read_bytes().decode("utf-8", errors="replace")
                lines = text.splitlines()
                wanted = [line for first, last, *_ in label["authored"] for line in lines[first - 1 : last]]
                hit = lines_of(read(text)) == lines_of("\n".join(wanted))
                right += hit
                sure += "doubtful" not in label
                right_sure += hit and "doubtful" not in label
        except ModuleNotFoundError as error:
            print(f"{parser:20s} not installed ({error.name})")
            continue
        print(f"{parser:20s} {right:3d} of {len(chosen)} exact; without the doubtful {right_sure} of {sure}")


if __name__ == "__main__":
    main()
