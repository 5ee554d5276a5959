"""What waits at its start for a database that is away, as it is when a whole machine starts, in place of ending."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

from server.errors import StoreAway

log = logging.getLogger(__name__)

AGAIN = 5.0  # seconds between two tries

Made = TypeVar("Made")


def once_there(make: Callable[[], Made], stopped: Callable[[float], bool]) -> Made | None:
    """What `make` makes, tried again as long as it raises StoreAway; None if it was stopped meanwhile.

    `stopped` waits so many seconds and says whether to end. It is told in the log once.
    """
    is_told = False
    while True:
        try:
            return make()
        except StoreAway as error:
            if not is_told:
                log.error("%s It is tried again every %.0f s.", error, AGAIN)
            is_told = True
        if stopped(AGAIN):
            return None
