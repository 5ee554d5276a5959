"""What is there when a worker begins is not walked through again."""

from __future__ import annotations

import gc

from server.garbage import OBJECTS, look_for_less


def test_what_is_there_is_left_alone_and_what_comes_is_still_collected() -> None:
    class Knot:
        def __init__(self) -> None:
            self.me = self

    before, frozen = gc.get_threshold(), gc.get_freeze_count()
    try:
        look_for_less()
        assert gc.get_threshold() == (OBJECTS, *before[1:])
        assert gc.get_freeze_count() > frozen
        Knot()
        assert gc.collect() > 0
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        if frozen:
            gc.freeze()
