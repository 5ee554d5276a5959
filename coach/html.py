"""HTML of a mail to text in which quotes, signatures and header blocks stay unmistakable."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from inscriptis.css_profiles import RELAXED_CSS_PROFILE
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from inscriptis.model.html_element import HtmlElement
from lxml import etree

from coach.reply.frames import is_attribution

DEEPEST = 100  # elements nested more deeply are flattened to their text
DEEPEST_QUOTE = 30
RULE = "_" * 32  # what Outlook itself puts above a header block in plain text

_OPEN, _CLOSE, _SIGN, _LINE = "\ue000", "\ue001", "\ue002", "\ue003"
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,40})[^<>]*>")
_MARKS = re.compile(f"([{_OPEN}{_CLOSE}])")
_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue000-\ue003\ufffe\uffff\ud800-\udfff]")
_DROPPED = frozenset("""script style head title noscript template svg math object iframe select textarea xml""".split())
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?<![\w-])opacity\s*:\s*0(?:\.0+)?\s*(?:;|$|!)|(?<![\w-])max-height\s*:\s*0(?:px|pt|em)?\s*(?:;|$|!)"
)
_NO_SIZE = re.compile(r"font-size\s*:\s*0(?:px|pt|em|rem|%)?\s*(?:;|$|!)")
_SIZE = re.compile(r"font(?:-size)?\s*:[^;]{0,80}?(?<![\d.])(?:[1-9]|0?\.\d)|font-size\s*:\s*[a-z]")
_FLAT_PARAGRAPHS = re.compile(r"(?:\A|[},{;]|\*/|<!--)\s*p\s*(?:,[^{}]{0,300})?\{[^{}]{0,500}?margin(?:-top)?\s*:\s*0")
_INDENT_ONLY = re.compile(r"border\s*:\s*(?:none|0)|border-left-width\s*:\s*0")
_LEFT_BORDER = re.compile(r"border-left\s*:[^;]{0,60}(?:solid|\d)")
_TOP_BORDER = re.compile(r"border-top\s*:[^;]{0,60}solid")
_TIGHT = re.compile(r"margin(?:-top|-bottom)?\s*:\s*0")
_QUOTE_CLASS = re.compile(r"(?:^|\s)(?:yahoo_quoted|tutanota_quote|zmail_extra|moz-email-quote|quoted-mail)(?:\s|$)")
_SIGNATURE_CLASS = re.compile(
    r"(?:^|\s)(?:x_)?(?:gmail_signature|moz-signature|protonmail_signature_block-user|signature_block"
    r"|mailspring_signature)(?:\s|$)"
)
_SIGNATURE_ID = frozenset(
    """signature applemailsignature lineabox mail-editor-signature _rc_sig composer_signature
    ms-outlook-mobile-signature mail-app-auto-default-signature""".split()
)
_BULLET = re.compile(r"mso-list\s*:\s*ignore")
_INTRO_CLASS = re.compile(r"(?:^|\s)(?:gmail_attr|moz-cite-prefix|gmail_extra_attr|protonmail_quote_header)(?:\s|$)")
_TABLE_TAGS = frozenset(
    {"table", "tbody", "thead", "tfoot", "tr", "caption", "center", "fieldset", "form", "font-block"}
)
_BLOCKS = frozenset("""div p table tr td ul ol li blockquote h1 h2 h3 h4 br hr pre center""".split())


def html_to_text(html: str) -> str:
    """The readable text of a mail's HTML; quotes are prefixed with ">". Never raises, linear in the input."""
    clean = _UNWANTED.sub("", html)
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    root = _parsed(clean, parser)
    if root is None:
        return ""
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        return _bare_text(clean)
    _flatten(root)
    flat = _has_flat_paragraphs(root)
    for element in list(root.iter()):
        _prepare(element, flat=flat)
    return _with_prefixes(Inscriptis(root, _config()).get_text())


def _parsed(clean: str, parser: etree.HTMLParser) -> etree._Element | None:
    if not clean.strip():
        return None
    try:
        return etree.fromstring(clean.encode("utf-8"), parser)
    except etree.XMLSyntaxError:  # nothing in it that could be an element
        return None


def _bare_text(clean: str) -> str:
    """The text between the tags, for HTML nested so absurdly that the parser gives up on it."""
    pieces: list[str] = []
    at, skipped = 0, ""
    for tag in _TAG.finditer(clean):
        if not skipped:
            pieces.append(unescape(clean[at : tag.start()]))
        at, name = tag.end(), tag.group(2).lower()
        if skipped:
            skipped = "" if tag.group(1) and name == skipped else skipped
        elif name in ("script", "style") and not tag.group(1):
            skipped = name
        elif name == "blockquote":
            pieces.append(_CLOSE if tag.group(1) else _OPEN)
        elif name in _BLOCKS:
            pieces.append("\n")
    pieces.append("" if skipped else unescape(clean[at:]))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    text = _with_prefixes("\n".join(lines))
    return text if text.strip("> \n") else ""


def _config() -> ParserConfig:
    css = dict(RELAXED_CSS_PROFILE)
    css["div"] = HtmlElement(display=css["p"].display)
    return ParserConfig(css=css)


def _flatten(root: etree._Element) -> None:
    """Bounds the depth of the tree, on which the renderer recurses."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            depth -= 1
            continue
        depth += 1
        if depth == DEEPEST and len(element):
            text = "\n".join(str(piece) for piece in element.itertext())
            tail = element.tail
            for child in list(element):
                element.remove(child)
            element.text, element.tail = text, tail


def _has_flat_paragraphs(root: etree._Element) -> bool:
    """Whether a style sheet takes the empty line between paragraphs away, as Outlook's do."""
    return any(_FLAT_PARAGRAPHS.search((sheet.text or "").lower()[:20_000]) for sheet in islice(root.iter("style"), 5))


def _prepare(element: etree._Element, *, flat: bool) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    style = element.get("style", "").lower()
    if not tag or tag in _DROPPED or (style and _is_hidden(element, style)) or "hidden" in element.attrib:
        _empty(element)
        return
    if _is_blank_block(element, tag):
        _as_line_break(element)
        return
    if tag == "span" and _BULLET.search(style):
        _mend_bullet(element)
    if tag == "p" and ((element.get("class") or "").startswith("Mso") or _TIGHT.search(style) or (flat and not style)):
        element.tag = "div"
    elif tag in _TABLE_TAGS:
        element.tag = "div"  # the renderer's own tables pad every cell, which grows with rows times width
    elif tag in ("td", "th"):
        _prepare_cell(element)
    _mark_structure(element, tag, style)


def _is_hidden(element: etree._Element, style: str) -> bool:
    if _HIDDEN.search(style):
        return True
    # templates set a frame's size to 0 against gaps, and give the text in it a size of its own
    return _NO_SIZE.search(style) is not None and not any(
        _SIZE.search(inner.get("style", "").lower()) for inner in element.iterdescendants()
    )


def _mend_bullet(element: etree._Element) -> None:
    """Word draws bullets with letters of symbol fonts: a "§" or "o" is a square or circle there."""
    mark = "".join(islice((str(piece) for piece in element.itertext()), 10)).strip()
    if len(mark) == 1 and not mark.isdigit():
        _empty(element)
        element.text = "* "


def _empty(element: etree._Element) -> None:
    tail = element.tail
    element.clear()
    element.tag = "span"
    element.tail = tail


def _is_blank_block(element: etree._Element, tag: str) -> bool:
    """True for the "<p>&nbsp;</p>" with which Outlook writes an empty line."""
    if tag not in ("p", "div") or len(list(islice(element.iter(), 5))) > 4:
        return False
    texts = list(islice((str(piece) for piece in element.itertext()), 6))
    inner = {child.tag for child in element.iter()}
    return bool(texts) and "\xa0" in "".join(texts) and not "".join(texts).strip() and not inner & {"img", "br"}


def _as_line_break(element: etree._Element) -> None:
    _empty(element)
    element.tag = "div"
    etree.SubElement(element, "br")


def _prepare_cell(element: etree._Element) -> None:
    if any(child.tag in _BLOCKS for child in islice(element, 50)):
        element.tag = "div"
        return
    element.tag = "span"
    element.tail = "  " + (element.tail or "").strip()


def _mark_structure(element: etree._Element, tag: str, style: str) -> None:
    classes, name = element.get("class", ""), element.get("id", "").lower()
    if _is_quote(element, tag, style, classes, name):
        _enclose(element, _OPEN, _CLOSE)
    elif _SIGNATURE_CLASS.search(classes) or name.removeprefix("x_") in _SIGNATURE_ID:
        _enclose(element, _SIGN, "")
    elif name.removeprefix("x_") == "divrplyfwdmsg" or (_TOP_BORDER.search(style) and _has_headers(element)):
        _enclose(element, _LINE, "")
    elif _INTRO_CLASS.search(classes) and not _is_known_intro(element):
        _enclose(element, _OPEN, _CLOSE)


def _is_quote(element: etree._Element, tag: str, style: str, classes: str, name: str) -> bool:
    if tag == "blockquote":
        cited = element.get("type", "").lower() == "cite" or "cite" in element.attrib or bool(classes)
        return cited or not _INDENT_ONLY.search(style)
    if tag != "div":
        return False
    if _QUOTE_CLASS.search(classes):
        return True
    named = element.get("name", "").lower() == "quote" or name.startswith("yahoo_quoted")
    return named or bool(_LEFT_BORDER.search(style) and "padding" in style)


def _has_headers(element: etree._Element) -> bool:
    head = " ".join(str(piece) for piece in islice(element.itertext(), 30))[:1000]
    return head.count(":") + head.count("：") >= 3


def _is_known_intro(element: etree._Element) -> bool:
    text = " ".join(str(piece) for piece in islice(element.itertext(), 30))
    return is_attribution(text) or text.count(":") >= 4 or "---" in text


def _enclose(element: etree._Element, before: str, after: str) -> None:
    """Puts marks on lines of their own at the start and end of an element."""
    first = etree.Element("div")
    first.text, first.tail = before, element.text
    element.text = None
    element.insert(0, first)
    if after:
        etree.SubElement(element, "div").text = after


def _with_prefixes(text: str) -> str:
    depth = 0
    lines: list[str] = []
    for piece in _MARKS.split(text):
        if piece == _OPEN:
            depth += 1
        elif piece == _CLOSE:
            depth = max(0, depth - 1)
        else:
            lines.extend(_prefixed(piece, min(depth, DEEPEST_QUOTE)))
    return "\n".join(_without_runs_of_blanks(lines)).strip("\n")


def _prefixed(piece: str, depth: int) -> Iterator[str]:
    prefix = ">" * depth
    for line in piece.strip("\n").split("\n"):
        bare = line.replace("\xa0", " ").rstrip()
        sign = bare.replace(_SIGN, "-- ").replace(_LINE, RULE) if _SIGN in bare or _LINE in bare else bare
        if depth:
            yield f"{prefix} {sign}".rstrip()
        else:
            yield sign


def _without_runs_of_blanks(lines: list[str]) -> Iterator[str]:
    blanks = 0
    for line in lines:
        blanks = blanks + 1 if not line.strip("> ") else 0
        if blanks <= 2:
            yield line
