"""The text of a message: which parts are its text, in which order, and what only hangs on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from server.mail.mime_kind import is_encrypted
from server.mail.mime_text import LONGEST_TEXT, READABLE, PartText, part_text
from server.mail.mime_tree import PKCS7, MimePart

MUCH_LONGER = 3  # an HTML part with a third of the words of the text beside it is a banner, not the mail
NOT_FEW = 30  # words
LONGEST_STUB = 600  # code points of "your program does not show HTML"
_TNEF = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_SIGNATURES = frozenset({"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_URL = re.compile(r"<?\bhttps?://\S+")
_FILE_OF_ANOTHER_KIND = re.compile(r"\.(?!txt$|html?$|asc$)\w{1,5}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something that hangs on a message: its file name (may be empty), media type and size in bytes."""

    name: str
    content_type: str
    size: int


@dataclass(slots=True)
class Content:
    """What was gathered from a message's parts: texts in order, the first HTML, attachments, oddities."""

    texts: list[str] = field(default_factory=list, repr=False)
    html: str | None = field(default=None, repr=False)
    attachments: list[Attachment] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    @property
    def body(self) -> str:
        return "\n\n".join(text for text in self.texts if text.strip())


def content_of(root: MimePart) -> Content:
    """The texts a mail program would show, with attachments named but not read."""
    return _Gathering().of(root)


class _Gathering:
    """Reads each part's text once and keeps count of how much was read."""

    def __init__(self) -> None:
        self.content = Content()
        self._texts: dict[int, PartText] = {}
        self._left = LONGEST_TEXT * 2  # of all parts together

    def of(self, root: MimePart) -> Content:
        content = self.content
        for part in root.walk():
            content.problems.extend(part.problems)
        if is_encrypted(root):
            content.problems.append("encrypted")
            content.attachments.extend(_attachment(part) for part in root.walk() if not part.parts and part is not root)
            return content
        leaves = list(self._shown(root))
        for part in leaves:
            self._add(part)
        if not content.body:
            self._add_named(leaves)
        return content

    def _read(self, part: MimePart) -> PartText:
        known = self._texts.get(id(part))
        if known is None:
            known = part_text(part) if self._left > 0 else PartText("", problems=("text was cut",))
            self._left -= len(known.source or known.text)
            self._texts[id(part)] = known
        return known

    def _shown(self, part: MimePart) -> Iterator[MimePart]:
        """The leaves that count, alternatives decided; the nesting is bounded by the reader."""
        if not part.parts:
            yield part
        elif part.content_type == "multipart/alternative":
            yield from self._best(part)
        elif part.content_type == "multipart/related":
            yield from self._related(part)
        else:
            for child in part.parts:
                yield from self._shown(child)

    def _related(self, part: MimePart) -> Iterator[MimePart]:
        """The part that the others belong to, and those as they hang on it."""
        start = part.type_parameters.get("start", "")
        main = next((child for child in part.parts if start and child.header("content-id").strip() == start), None)
        main = main or next((child for child in part.parts if self._text_leaves(child, READABLE)), part.parts[0])
        yield from self._shown(main)
        for child in part.parts:
            if child is not main:
                yield from (leaf for leaf in child.walk() if not leaf.parts and leaf.content_type not in READABLE)

    def _best(self, part: MimePart) -> Iterator[MimePart]:
        """The alternative that holds most of the mail, HTML where both do; the others are dropped."""
        rich = self._first(part.parts, frozenset({"text/html", "application/xhtml+xml"}))
        plain = self._first(part.parts, frozenset({"text/plain"}))
        chosen = rich or plain
        if rich and plain and self._is_more(plain, rich):
            chosen = plain
        if plain and not rich and self._is_stub(plain, part):
            self.content.problems.append("the text only says that there is HTML")
            chosen = None
        elif chosen is None:
            for child in part.parts:
                yield from self._shown(child)
            return
        if chosen is not None:
            yield from self._shown(chosen)
        for child in part.parts:
            if child is not chosen:
                yield from (leaf for leaf in child.walk() if _hangs(leaf))

    def _first(self, parts: Sequence[MimePart], types: frozenset[str]) -> MimePart | None:
        for child in parts:
            if any(self._read(leaf).text.strip() for leaf in self._text_leaves(child, types)[:3]):
                return child
        return None

    def _text_leaves(self, part: MimePart, types: frozenset[str]) -> list[MimePart]:
        return [
            leaf for leaf in part.walk() if not leaf.parts and leaf.content_type in types and not _is_attached(leaf)
        ]

    def _is_more(self, plain: MimePart, rich: MimePart) -> bool:
        return self._words(plain) > MUCH_LONGER * self._words(rich) + NOT_FEW

    def _words(self, part: MimePart) -> int:
        texts = (self._read(leaf).text for leaf in self._text_leaves(part, READABLE)[:3])
        return sum(len(_WORD.findall(_URL.sub("", text))) for text in texts)

    def _is_stub(self, plain: MimePart, part: MimePart) -> bool:
        """True for a text that only says that there is HTML, where the HTML holds nothing but pictures."""
        if not any(leaf.content_type == "text/html" for leaf in part.walk()):
            return False
        text = "\n".join(self._read(leaf).text for leaf in self._text_leaves(plain, READABLE)[:1])
        return len(text) <= LONGEST_STUB and "html" in text.lower()

    def _add(self, part: MimePart) -> None:
        content, kind = self.content, part.content_type
        if kind in _SIGNATURES:
            return
        if kind in _TNEF or part.filename.lower() == "winmail.dat":
            content.problems.append("winmail.dat")
        if kind in PKCS7 and not content.texts:
            content.problems.append("signed text cannot be read")
        if kind not in READABLE or _is_attached(part):
            content.attachments.append(_attachment(part))
            return
        self._add_text(self._read(part))

    def _add_text(self, read: PartText) -> None:
        content = self.content
        content.problems.extend(read.problems)
        content.attachments.extend(Attachment(name, "application/octet-stream", size) for name, size in read.files)
        if content.texts and _is_same(content.texts[-1], read.text):
            if read.source is None:
                return
            content.texts.pop()  # text and HTML of one mail that a program sent as two parts
        content.texts.append(read.text)
        if read.source is not None and content.html is None:
            content.html = read.source

    def _add_named(self, leaves: Sequence[MimePart]) -> None:
        """The mail's only text, where a program gave it a file name."""
        for part in leaves:
            if part.content_type not in READABLE or part.disposition == "attachment" or not part.filename:
                continue
            if not _FILE_OF_ANOTHER_KIND.search(part.filename):
                self.content.attachments.remove(_attachment(part))
                self._add_text(self._read(part))
                return


def _hangs(leaf: MimePart) -> bool:
    """Attachments and invitations that some programs put among the alternatives."""
    return not leaf.parts and (not leaf.content_type.startswith("text/") or _is_attached(leaf))


def _is_attached(part: MimePart) -> bool:
    return part.disposition == "attachment" or bool(part.filename)


def _is_same(one: str, other: str) -> bool:
    words, others = _WORD.findall(one.casefold()), _WORD.findall(other.casefold())
    return len(words) > 3 and words == others


def _attachment(part: MimePart) -> Attachment:
    size = len(part.body) * 3 // 4 if part.encoding == "base64" else len(part.body)
    return Attachment(part.filename, part.content_type, size)
