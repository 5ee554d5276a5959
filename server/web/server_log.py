"""gunicorn's own messages, written as all others are: without texts, as text or JSON as the settings say."""

from __future__ import annotations

from typing import Any

from gunicorn.glogging import Logger


class ServerLog(Logger):  # type: ignore[misc]
    """Hands messages on to the log of this process in place of writing them itself."""

    def setup(self, cfg: Any) -> None:
        """Takes the level that gunicorn is set to, and none of its handlers."""
        super().setup(cfg)
        for handler in list(self.error_log.handlers):
            self.error_log.removeHandler(handler)
        self.error_log.propagate = True
