"""How often Python looks for garbage: a process that mails pass through makes much that goes by itself."""

from __future__ import annotations

import gc

OBJECTS = 20_000  # made and not gone, before it is looked for anew; Python's own number is 700


def look_for_less() -> None:
    """To be called once all is imported: what is there now is never walked through again (40 ms each time)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS, *gc.get_threshold()[1:])
