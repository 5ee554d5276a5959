"""What is logged and how: times in UTC, never a text of a mail."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Iterator
from types import TracebackType

FRAMES = 12  # the innermost calls; the outer ones are those of the web server or the scheduler


def set_up(level: str) -> None:
    """Log to standard error at `level` ("debug" ... "error")."""
    handler = logging.StreamHandler()
    handler.setFormatter(WithoutTexts())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for chatty in ("sentence_transformers", "alembic", "urllib3", "transformers"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # A job that is still running when its time comes again is the normal case while much mail is learned.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutTexts(logging.Formatter):
    """Tells of an error what it is and where it was raised, not its message, which may hold words of a mail."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def format(self, record: logging.LogRecord) -> str:
        """One record; what another formatter left of its error is not taken over."""
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Raised) -> str:
        """Each error of the chain, the first cause first, with the calls that led to it."""
        return "\n".join(line for error in _causes(ei[1]) for line in _told(error))


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.insert(0, error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found


def _told(error: BaseException) -> Iterator[str]:
    yield f"{type(error).__module__}.{type(error).__qualname__} at"
    for frame in traceback.extract_tb(error.__traceback__, limit=-FRAMES):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
