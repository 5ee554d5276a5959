"""What stands in plain text and is not text: files as uuencode or yEnc, PGP armour, HTML or enriched marks."""

from __future__ import annotations

import re

_BEGIN = re.compile(r"(?m)^(?:begin(?:-base64)? [0-7]{3,4} (?P<uu>\S[^\n]{0,250})|=ybegin [^\n]{0,250})$")
_YENC_NAME = re.compile(r"\bname=(\S[^\n]{0,200})")
_UU_FIRST = re.compile(r"[ -`]{2,80}\n|end\b|`\n|[A-Za-z0-9+/=]{4,80}\n")
_PGP = re.compile(r"(?m)^-----BEGIN PGP (SIGNED MESSAGE|SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----[ \t]*$")
_PGP_HASHES = re.compile(r"\n(?:(?:Hash|Charset|Version|NotDashEscaped)\b[^\n]{0,200}\n)*[ \t]*\n?")
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|div|table|p|meta|span|font)\b[^<>]{0,2000}>", re.IGNORECASE)
_HTML_END = re.compile(r"</\s*(?:html|body|div|table|p|span|font)\s*>\s*\Z", re.IGNORECASE)
_ENRICHED_PARAMETER = re.compile(r"<param>[^<]{0,2000}</param>", re.IGNORECASE)
_ENRICHED = re.compile(r"<(<)|</?[a-z-]{1,60}>", re.IGNORECASE)
_SINGLE_BREAK = re.compile(r"(?<!\n)\n(?!\n)")


def without_files(text: str) -> tuple[str, list[tuple[str, int]]]:
    """The text without the files encoded in it, and each file's name and its size as it was sent."""
    if "begin" not in text:
        return text, []
    pieces: list[str] = []
    files: list[tuple[str, int]] = []
    at = 0
    while (begin := _BEGIN.search(text, at)) is not None:
        is_uu = begin.group("uu") is not None
        after = begin.end() + 1
        if is_uu and not _UU_FIRST.match(text, after):
            pieces.append(text[at:after])  # "begin 100 metres ahead" is a sentence
            at = after
            continue
        end = _end_of_file(text, after, "=yend" if not is_uu else "====" if "begin-base64" in begin.group() else "end")
        yenc = _YENC_NAME.search(begin.group())
        name = begin.group("uu") or (yenc.group(1) if yenc else "")
        files.append((name.strip(), end - begin.start()))
        pieces.append(text[at : begin.start()])
        at = end
    return "".join([*pieces, text[at:]]), files


def _end_of_file(text: str, at: int, mark: str) -> int:
    found = text.find(f"\n{mark}", at - 1)
    if found < 0:
        return len(text)
    line_end = text.find("\n", found + 1)
    return len(text) if line_end < 0 else line_end + 1


def without_armour(text: str) -> tuple[str, bool]:
    """The text of a clear-signed PGP message, without keys and encrypted blocks; whether one was encrypted."""
    pieces: list[str] = []
    at, signed, encrypted = 0, False, False
    while (block := _PGP.search(text, at)) is not None:
        pieces.append(_undashed(text[at : block.start()], signed=signed))
        signed = block.group(1) == "SIGNED MESSAGE"
        encrypted = encrypted or block.group(1) == "MESSAGE"
        at = _behind_hashes(text, block.end()) if signed else _behind_block(text, block)
    return "".join([*pieces, _undashed(text[at:], signed=signed)]), encrypted


def _undashed(text: str, *, signed: bool) -> str:
    return "\n".join(line.removeprefix("- ") for line in text.split("\n")) if signed else text


def _behind_hashes(text: str, at: int) -> int:
    found = _PGP_HASHES.match(text, at)
    return found.end() if found else at


def _behind_block(text: str, block: re.Match[str]) -> int:
    end = f"-----END PGP {block.group(1)}-----"
    found = text.find(end, block.end())
    return len(text) if found < 0 else found + len(end)


def is_html_source(text: str) -> bool:
    """True for text that is nothing but HTML, which some programs send as plain text."""
    return _HTML.match(text[:4000]) is not None and _HTML_END.search(text[-200:]) is not None


def without_enrichment(text: str) -> str:
    """The text of text/enriched (RFC 1896): marks left out, a single line break is a blank."""
    bare = _ENRICHED.sub(lambda mark: mark.group(1) or "", _ENRICHED_PARAMETER.sub("", text))
    return _SINGLE_BREAK.sub(" ", bare).replace("\n\n", "\n")


def unflowed(text: str, *, delsp: bool) -> str:
    """Joins the soft line breaks of format=flowed (RFC 3676), quote level by quote level."""
    done: list[str] = []
    pieces: list[str] = []
    level = 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if pieces and depth != level:
            done.append(_requoted(pieces, level))
            pieces = []
        level = depth
        soft = bare.endswith(" ") and bare != "-- "
        pieces.append(bare[:-1] if soft and delsp else bare)
        if not soft:
            done.append(_requoted(pieces, level))
            pieces = []
    if pieces:
        done.append(_requoted(pieces, level))
    return "\n".join(done)


def _requoted(pieces: list[str], level: int) -> str:
    text = "".join(pieces)
    return f"{'>' * level} {text}".rstrip() if level else text
