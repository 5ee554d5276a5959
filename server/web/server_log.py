"""gunicorn's own messages, written as all others are: without texts, as text or JSON as the settings say."""

from __future__ import annotations

import sys
from typing import Any

from gunicorn.glogging import Logger

INVALID, FAILED = "Invalid request", "Error handling request"  # how gunicorn's messages about a request begin


class ServerLog(Logger):  # type: ignore[misc]
    """Hands messages on to the log of this process in place of writing them itself.

    What gunicorn says about a request names its address and quotes its head, where customers' addresses and words of
    searches stand: of these messages the kind of the error is told, and no more.
    """

    def setup(self, cfg: Any) -> None:
        """Takes the level that gunicorn is set to, and none of its handlers."""
        super().setup(cfg)
        for handler in list(self.error_log.handlers):
            self.error_log.removeHandler(handler)
        self.error_log.propagate = True

    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """A warning; of a request that cannot be read only why."""
        if msg.startswith(INVALID):
            msg, args = f"{INVALID}: %s", (type(sys.exception()).__name__,)
        super().warning(msg, *args, **kwargs)

    def exception(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """An error with its calls; of a request that failed neither its path nor its query."""
        if msg.startswith(FAILED):
            msg, args = FAILED, ()
        super().exception(msg, *args, **kwargs)
