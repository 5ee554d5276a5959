"""What is logged and how: times in UTC, in which request or job, never a text of a mail; as text or as JSON."""

from __future__ import annotations

import json
import logging
import time
import traceback
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Any, Literal

from server.log_context import said_beside

FRAMES = 12  # the innermost calls; the outer ones are those of the web server or the scheduler
BESIDE, FIELDS = "einklang_beside", "fields"  # what a record carries: its request or job, and figures of its own

Format = Literal["text", "json"]


def set_up(level: str, form: Format = "text") -> None:
    """Log to standard error at `level` ("debug" ... "error"), each record as a line of text or of JSON."""
    handler = logging.StreamHandler()
    handler.setFormatter(AsJson() if form == "json" else WithoutTexts())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    handler.addFilter(beside)
    for chatty in ("sentence_transformers", "alembic", "urllib3", "transformers"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
    # A job that is still running when its time comes again is the normal case while much mail is learned.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


def beside(record: logging.LogRecord) -> bool:
    """Notes in a record the request or job in which it was written; lets every record through."""
    setattr(record, BESIDE, said_beside())
    return True


Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutTexts(logging.Formatter):
    """Tells of an error what it is and where it was raised, not its message, which may hold words of a mail."""

    def __init__(self) -> None:
        super().__init__("%(asctime)sZ %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%S")
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The line of a record with the request or job it belongs to."""
        line = super().formatMessage(record)
        told = _beside(record)
        return f"{line} [{' '.join(f'{name}={value}' for name, value in told.items())}]" if told else line

    def format(self, record: logging.LogRecord) -> str:
        """One record; what another formatter left of its error is not taken over."""
        record.exc_text = None
        return super().format(record)

    def formatException(self, ei: Raised) -> str:
        """Each error of the chain, the first cause first, with the calls that led to it."""
        return "\n".join(line for error in causes(ei[1]) for line in _told(error))


class AsJson(logging.Formatter):
    """One object a line: time, level, logger, message, request or job, own figures, errors without their words."""

    def format(self, record: logging.LogRecord) -> str:
        """One record as a line of JSON."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        told: dict[str, Any] = {
            "time": f"{at}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_beside(record),
        }
        fields = getattr(record, FIELDS, None)
        if isinstance(fields, Mapping):
            told |= fields
        if record.exc_info and record.exc_info[1] is not None:
            told["errors"] = [
                {"type": _name(error), "at": [line.strip() for line in _frames(error)]}
                for error in causes(record.exc_info[1])
            ]
        return json.dumps(told, ensure_ascii=False, default=str)


def _beside(record: logging.LogRecord) -> Mapping[str, str]:
    found = getattr(record, BESIDE, None)
    return found if isinstance(found, Mapping) else {}


def causes(error: BaseException | None) -> list[BaseException]:
    """The error and what caused it, the first cause first."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.insert(0, error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found


def _told(error: BaseException) -> Iterator[str]:
    yield f"{_name(error)} at"
    yield from _frames(error)


def _name(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"


def _frames(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__, limit=-FRAMES):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
