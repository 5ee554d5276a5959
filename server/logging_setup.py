"""What is logged and how: times in UTC, one line a record, never a text of a mail."""

from __future__ import annotations

import logging
import time


def set_up(level: str) -> None:
    """Log to standard error at `level` ("debug" ... "error")."""
    handler = logging.StreamHandler()
    formatter = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for chatty in ("sentence_transformers", "alembic", "urllib3", "transformers"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # A job that is still running when its time comes again is the normal case while much mail is learned.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
