"""Every mail of a folder parsed, beside Python's own email package, and how the time grows with the size of a mail.

    python bench/mime.py DATA_FOLDER

DATA_FOLDER holds one sub-folder for each corpus of raw messages, one message a file. Both readers read the same mails
in one run: the headers that matter decoded, and the text of the mail (the email package: policy `default`, the body
that `get_body` prefers, HTML before text as we do; but it leaves HTML as HTML, and we make it text, which takes most of
our time). What raises is counted, not hidden. For growth, messages of several shapes are made in sizes of 1x to 64x,
and the exponent of time over size is fitted: 1 is linear, 2 quadratic, about 0 that a bound was reached. All times are
those of the processor, so that other work on the machine does not count.
"""

from __future__ import annotations

import argparse
import base64
import email
import email.policy
import math
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from server.mail.mime import parse

HEADERS = ("subject", "from", "to", "cc", "reply-to", "date", "message-id", "in-reply-to", "references")
START = 15_000  # bytes of the 1x message; 64x stays below the bound on the text that is read
SIZES = (1, 2, 4, 8, 16, 32, 64)


@dataclass
class Count:
    """What one reader made of one corpus."""

    seconds: float = 0.0
    raised: Counter[str] = field(default_factory=Counter)
    empty: int = 0


def read_with_email(raw: bytes) -> str:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    for name in HEADERS:
        str(message[name])
    body = message.get_body(("html", "plain"))
    return body.get_content() if body is not None else ""


def read_with_einklang(raw: bytes) -> str:
    return parse(raw).body


READERS: dict[str, Callable[[bytes], str]] = {"einklang": read_with_einklang, "email": read_with_email}


def measure(raws: list[bytes], read: Callable[[bytes], str]) -> Count:
    count = Count()
    for raw in raws:
        start = time.process_time()
        try:
            count.empty += not read(raw).strip()
        except Exception as error:  # noqa: BLE001  what raises is what is counted
            count.raised[type(error).__name__] += 1
        count.seconds += time.process_time() - start
    return count


def corpora(folder: Path) -> dict[str, list[bytes]]:
    found = {}
    for each in sorted(path for path in folder.iterdir() if path.is_dir()):
        found[each.name] = [path.read_bytes() for path in sorted(each.rglob("*")) if path.is_file()]
    return found


def filled(piece: bytes, size: int, *, head: bytes = b"", tail: bytes = b"") -> bytes:
    return head + piece * (size // len(piece) + 1) + tail


SHAPES: dict[str, Callable[[int], bytes]] = {
    "text": lambda size: filled(b"Ein Satz, wie er in Mails steht, mit Komma.\n", size, head=b"From: a@b.example\n\n"),
    "header lines": lambda size: filled(b"X-Header: value\n", size, tail=b"\nHallo"),
    "addresses": lambda size: filled(b'"Krause, Anna" <a@b.example>, ', size, head=b"To: ", tail=b"\n\nHallo"),
    "encoded words": lambda size: filled(b"=?utf-8?q?=C3=BC?= ", size, head=b"Subject: ", tail=b"\n\nHallo"),
    "half words": lambda size: filled(b"=?utf-8?q?", size, head=b"Subject: ", tail=b"\n\nHallo"),
    "parts": lambda size: filled(b"--b\n\nText\n", size, head=b"Content-Type: multipart/mixed; boundary=b\n\n"),
    "nested parts": lambda size: filled(
        b"--b\nContent-Type: multipart/mixed; boundary=b\n\n",
        size,
        head=b"Content-Type: multipart/mixed; boundary=b\n\n",
    ),
    "base64": lambda size: (
        b"Content-Transfer-Encoding: base64\n\n" + base64.encodebytes(b"Hallo Welt\n" * (size // 15))
    ),
    "broken UTF-8": lambda size: filled(b"\xc3\xbc\xff ", size, head=b"Content-Type: text/plain; charset=utf-8\n\n"),
    "flowed": lambda size: filled(b"> zitiert \n", size, head=b"Content-Type: text/plain; format=flowed\n\n"),
    "uuencode": lambda size: filled(b"begin 644 a\nM\n", size, head=b"\n"),
    "html text": lambda size: filled(b"<p>Ein <b>Satz</b>.</p>\n", size, head=b"Content-Type: text/html\n\n"),
    "html rows": lambda size: filled(b"<tr><td>a<td>b</tr>", size, head=b"Content-Type: text/html\n\n<table>"),
    "html depth": lambda size: filled(b"<div>", size, head=b"Content-Type: text/html\n\n"),
    "html brackets": lambda size: filled(b"<", size, head=b"Content-Type: text/html\n\n"),
    "html hidden": lambda size: filled(b"<p style='font-size:0'>a", size, head=b"Content-Type: text/html\n\n"),
}


def grow(make: Callable[[int], bytes]) -> tuple[list[float], float]:
    """Seconds of the processor for each size, the best of three, and the fitted exponent."""
    times = []
    for factor in SIZES:
        raw = make(START * factor)
        taken = []
        for _ in range(3):
            start = time.process_time()
            parse(raw)
            taken.append(time.process_time() - start)
        times.append(min(taken))
    return times, slope([math.log(each) for each in SIZES], [math.log(each) for each in times])


def slope(xs: list[float], ys: list[float]) -> float:
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True)) / sum((a - x) ** 2 for a in xs)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    for name, raws in corpora(arguments.parse_args().folder).items():
        size = sum(map(len, raws)) / 1e6
        print(f"{name}: {len(raws)} files, {size:.1f} MB")
        for reader, read in READERS.items():
            count = measure(raws, read)
            raised = ", ".join(f"{what} {times}" for what, times in count.raised.most_common()) or "none"
            print(f"  {reader:9s} raised: {raised}; no text: {count.empty}; {size / count.seconds:.1f} MB/s")
        print(f"  kinds: {dict(Counter(str(parse(raw).kind) for raw in raws).most_common())}")
        print(f"  odd: {dict(Counter(word for raw in raws for word in parse(raw).problems).most_common())}")
    print(f"growth from {START // 1000} kB to {START * SIZES[-1] // 1000} kB")
    for name, make in SHAPES.items():
        times, exponent = grow(make)
        mb = START * SIZES[-1] / 1e6
        print(f"  {name:14s} exponent {exponent:4.2f}; {times[-1]:6.2f} s for {mb:.1f} MB, {mb / times[-1]:6.1f} MB/s")


if __name__ == "__main__":
    main()
