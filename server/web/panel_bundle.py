"""The panel as it is transferred: its page, one script and one stylesheet, made from its readable files."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from server.web.modules import join_modules

SCRIPT, STYLE, PAGE = "bundle.js", "bundle.css", "index.html"

STYLESHEET = re.compile(r'[ \t]*<link rel="stylesheet" href="([\w.]+)">\n')
ENTRY = re.compile(r'<script type="module" src="(\w+)\.js"></script>')
INDENT = re.compile(r"\n\s+")


def bundle(folder: Path) -> dict[str, bytes]:
    """Name -> content of what takes the place of the page's own files; made anew when one of them changes."""
    files = sorted(each for each in folder.iterdir() if each.suffix in {".js", ".css", ".html"})
    return _made(folder, tuple((each.name, (now := each.stat()).st_mtime_ns, now.st_size) for each in files))


@lru_cache(maxsize=4)
def _made(folder: Path, state: tuple[tuple[str, int, int], ...]) -> dict[str, bytes]:
    """`state` is the key: the files as they are now."""
    page = (folder / PAGE).read_text(encoding="utf-8")
    entry = ENTRY.search(page)
    if entry is None:
        raise ValueError(f"{PAGE} names no module to start with")
    style = "".join((folder / name).read_text(encoding="utf-8") for name in STYLESHEET.findall(page))
    script = jsmin(join_modules(folder, entry[1]))
    made = {SCRIPT: script, STYLE: cssmin(style), PAGE: _rewritten(page)}
    return {name: content.encode() for name, content in made.items()}


def _rewritten(page: str) -> str:
    """The page with its files exchanged, and without the indent; every stretch of space is at least one line end."""
    page = ENTRY.sub(f'<script type="module" src="{SCRIPT}"></script>', STYLESHEET.sub("", page))
    page = page.replace("</head>", f'<link rel="stylesheet" href="{STYLE}">\n</head>', 1)
    return INDENT.sub("\n", page)
