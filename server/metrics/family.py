"""Processes that answer as one: whichever of them is asked tells the sum of what all have counted.

They write into files of a folder in memory-mapped pages (the multiprocess mode of prometheus_client), so counting
costs no lock between processes, and what a process that ended has counted stays.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from collections.abc import MutableMapping
from pathlib import Path

VARIABLE = "PROMETHEUS_MULTIPROC_DIR"  # read by prometheus_client when it is first imported
OF_PROCESS = re.compile(r"_(\d+)\.db$")


def begin_family(env: MutableMapping[str, str]) -> Path:
    """Makes the folder in which this process and its children count, gone when this process ends.

    Call it before anything imports prometheus_client, in the process from which the others are forked or started.
    """
    folder = Path(tempfile.mkdtemp(prefix="einklang-metrics-"))
    env[VARIABLE] = str(folder)
    parent = os.getpid()
    atexit.register(lambda: shutil.rmtree(folder, ignore_errors=True) if os.getpid() == parent else None)
    return folder


def family_folder(env: MutableMapping[str, str]) -> Path | None:
    """The folder in which this process counts with its family; None where it counts for itself."""
    folder = env.get(VARIABLE)
    return Path(folder) if folder else None


def processes_of(folder: Path | None) -> tuple[int, ...]:
    """The processes of the family that have counted something; this one, where there is no family."""
    if folder is None:
        return (os.getpid(),)
    found = {int(match[1]) for path in folder.glob("*.db") if (match := OF_PROCESS.search(path.name))}
    return tuple(sorted(found | {os.getpid()}))


def memory_of(process: int) -> int | None:
    """Bytes of memory that a process takes, what it shares divided among those that share it (Linux); None if gone.

    Where the kernel does not tell that, its resident pages, shared ones counted in full.
    """
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    try:
        return int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return None
