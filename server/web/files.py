"""Where the files of the panel and its hosts lie."""

from __future__ import annotations

from pathlib import Path

import addin

ADDIN = Path(next(iter(addin.__path__)))
