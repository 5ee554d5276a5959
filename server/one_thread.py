"""Libraries that calculate are told to do so in the thread that asks them, before they are loaded."""

from __future__ import annotations

from collections.abc import MutableMapping

# A sentence is too small a task to share between processors. And a pool of threads that was made before a process is
# forked is not there in the new one, which would wait for it for ever (GNU OpenMP).
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


def calculate_in_one_thread(env: MutableMapping[str, str]) -> None:
    """Sets what numpy, torch and their kin look for when they are first imported; what is set already stays."""
    for name, value in ONE_THREAD.items():
        env.setdefault(name, value)
