"""Counts what is logged as an error, wherever that is, by its kind."""

from __future__ import annotations

import logging

from server.metrics.instruments import Instruments

MESSAGE = "message"


class CountsErrors(logging.Handler):
    """A handler that writes nothing: it counts records from ERROR on, by module and kind of exception."""

    def __init__(self, instruments: Instruments) -> None:
        super().__init__(logging.ERROR)
        self._instruments = instruments

    def emit(self, record: logging.LogRecord) -> None:
        """Counts one record."""
        error = record.exc_info[1] if record.exc_info else None
        self._instruments.erred(record.name, type(error).__name__ if error is not None else MESSAGE)


def count_errors(instruments: Instruments) -> None:
    """From now on counts what this process logs as errors; one process counts into one place."""
    root = logging.getLogger()
    for handler in [each for each in root.handlers if isinstance(each, CountsErrors)]:
        root.removeHandler(handler)
    root.addHandler(CountsErrors(instruments))
