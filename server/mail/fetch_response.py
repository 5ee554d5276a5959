"""Reading FETCH answers token by token, so that an attachment's name can never pass for an item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

Token = bytes | None | list["Token"]
"""An atom, string or literal; NIL; or a parenthesised list."""

Part = bytes | tuple[bytes, bytes] | None
"""What imaplib2 hands over: a line, or a line that ends in a literal together with that literal."""

_TOKEN = re.compile(
    rb"""\s*(?:
        (?P<open>\() | (?P<close>\))
      | "(?P<quoted>(?:[^"\\]|\\.)*)"
      | ~?\{(?P<literal>\d+)\+?\}
      | (?P<atom>(?:BODY|BINARY)(?:\.PEEK)?\[[^\]]*\](?:<\d+>)?|[^\s()"{]+)
    )""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# The usual answer in one step; whatever looks different goes through the tokens.
_USUAL = re.compile(
    rb"""\d+\ \((?:UID\ (?P<uid>\d+)|INTERNALDATE\ "(?P<date>[^"\\]*)"|FLAGS\ \((?P<flags>[^()"{]*)\)
    |RFC822\.SIZE\ (?P<size>\d+)|MODSEQ\ \(\d+\)|\ )+(?:(?P<body>BODY\[\]\ \{\d+\+?\})|\))""",
    re.VERBOSE,
)
_ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
_DATE = re.compile(
    rb"\s*(\d{1,2})-([A-Za-z]{3})-(\d{4})\s+(\d{1,2}):(\d\d):(\d\d)(?:\.\d+)?(?:\s*([+-])(\d\d)(\d\d))?\s*"
)
_MONTHS = {
    name: number for number, name in enumerate(b"jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_BETWEEN = (b"-", b"-", b" ", b" ")
_NAMES = [name.decode("ascii").capitalize() for name in _MONTHS]
MINUTES_OF_A_DAY = 24 * 60


def tokens(text: bytes, literals: Sequence[bytes] = ()) -> list[Token]:
    """The tokens of a response line; each `{n}` in it takes the next of `literals`."""
    remaining = iter(literals)
    outermost: list[Token] = []
    stack = [outermost]
    position = 0
    while match := _TOKEN.match(text, position):
        position = match.end()
        kind = match.lastgroup
        if kind == "open":
            inner: list[Token] = []
            stack[-1].append(inner)
            stack.append(inner)
        elif kind == "close":
            if len(stack) == 1:
                break
            stack.pop()
        else:
            stack[-1].append(_value(match, remaining))
    return outermost


def _value(match: re.Match[bytes], literals: Iterator[bytes]) -> bytes | None:
    if (quoted := match["quoted"]) is not None:
        return _ESCAPED.sub(rb"\1", quoted)
    if match["literal"] is not None:
        return next(literals, b"")
    atom: bytes = match["atom"]
    return None if atom.upper() == b"NIL" else atom


def lines(parts: Iterable[Part]) -> Iterator[list[Token]]:
    """imaplib2's flat list of parts, as one token list per response."""
    for heads, literals in _responses(parts):
        yield tokens(b" ".join(heads), literals)


def _usual(head: bytes, literal: bytes | None) -> Mapping[bytes, Token] | None:
    """The items of an answer of one line, or of a line, a literal and a parenthesis; None where they look unusual."""
    match = _USUAL.fullmatch(head)
    if match is None:
        return None
    uid, date, flags, size, body = match.groups()
    if uid is None or (body is None) != (literal is None):
        return None
    items: dict[bytes, Token] = {b"UID": uid}
    if date is not None:
        items[b"INTERNALDATE"] = date
    if flags is not None:
        items[b"FLAGS"] = list(flags.split())
    if size is not None:
        items[b"RFC822.SIZE"] = size
    if literal is not None:
        items[b"BODY[]"] = literal
    return items


def _responses(parts: Iterable[Part]) -> Iterator[tuple[list[bytes], list[bytes]]]:
    heads: list[bytes] = []
    literals: list[bytes] = []
    for part in parts:
        if part is None:
            continue
        if isinstance(part, tuple):
            heads.append(part[0])
            literals.append(part[1])
            continue
        heads.append(part)
        yield heads, literals
        heads, literals = [], []


def messages(parts: Iterable[Part]) -> Iterator[Mapping[bytes, Token]]:
    """Each FETCH response as item name (upper case) -> value; those without a UID are left out."""
    for heads, literals in _responses(parts):
        if len(heads) == 1 or (len(heads) == 2 and len(literals) == 1 and heads[1] == b")"):
            usual = _usual(heads[0], literals[0] if literals else None)
            if usual is not None:
                yield usual
                continue
        line = tokens(b" ".join(heads), literals)
        if len(line) < 2 or not isinstance(line[1], list):
            continue
        items: dict[bytes, Token] = {}
        pairs = line[1]
        for name, value in zip(pairs[::2], pairs[1::2], strict=False):
            if isinstance(name, bytes):
                items.setdefault(name.upper(), value)
        if number(items.get(b"UID")) is not None:
            yield items


def number(token: Token) -> int | None:
    """The number that an atom holds, or None."""
    return int(token) if isinstance(token, bytes) and token.isdigit() else None


def internaldate(token: Token) -> datetime | None:
    """An INTERNALDATE as aware UTC; None where the server sends none or nonsense."""
    usual = _usual_date(token) if isinstance(token, bytes) else None
    if usual is not None:
        return usual
    match = _DATE.fullmatch(token) if isinstance(token, bytes) else None
    if match is None:
        return None
    day, name, year, hour, minute, second, sign, hours, minutes = match.groups(b"0")
    month = _MONTHS.get(name.lower(), 0)
    ahead = int(hours) * 60 + int(minutes)
    try:
        local = datetime(int(year), month, int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC)
        if not 0 < ahead < MINUTES_OF_A_DAY:
            return local
        return local - timedelta(minutes=-ahead if sign == b"-" else ahead)
    except (ValueError, OverflowError):
        return None


def _usual_date(token: bytes) -> datetime | None:
    """A date of the form 05-Jan-2024 00:07:00 +0100, at a third of the cost; None where it looks otherwise."""
    month = _MONTHS.get(token[3:6].lower())
    if month is None or len(token) != 26 or (token[2:3], token[6:7], token[11:12], token[20:21]) != _BETWEEN:
        return None
    written = token.decode("ascii", "replace")
    try:
        moment = datetime.fromisoformat(f"{written[7:11]}-{month:02d}-{written[:2]}T{written[12:20]}{written[21:]}")
        return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def format_internaldate(moment: datetime) -> str:
    """An aware moment as APPEND wants it, in UTC and with English months whatever the locale."""
    utc = moment.astimezone(UTC)
    return f'"{utc.day:02d}-{_NAMES[utc.month - 1]}-{utc.year:04d} {utc:%H:%M:%S} +0000"'
