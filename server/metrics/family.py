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
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
NOTE = "began_"  # in the name of a file that says when a process began
ENDED = 0  # stands in a file's name in place of a process, for all that ended
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


def note_process(folder: Path | None, proc: Path = PROC) -> None:
    """Writes down when this process began, by which it is told from a later one with its number."""
    began = _began(os.getpid(), proc)
    if folder is not None and began:
        (folder / f"{NOTE}{os.getpid()}").write_text(began, "ascii")


def processes_of(folder: Path | None) -> tuple[int, ...]:
    """The processes of the family that have counted something and live; this one, where there is no family."""
    if folder is None:
        return (os.getpid(),)
    living = {each for each in counted_in(folder) if not has_ended(folder, each)}
    return tuple(sorted(living | {os.getpid()}))


def counted_in(folder: Path) -> set[int]:
    """The processes that have counted something of their own, also those that ended."""
    found = {int(match[1]) for path in folder.glob("*.db") if (match := OF_PROCESS.search(path.name))}
    return found - {ENDED}


def has_ended(folder: Path, process: int, proc: Path = PROC) -> bool:
    """Whether a process of the family has ended; another program may have its number by now."""
    if not (proc / "self").exists():  # another system than Linux, or one that hides it
        return not _answers(process)
    began = _began(process, proc)
    if began is None:
        return True
    with suppress(FileNotFoundError):
        return began != (folder / f"{NOTE}{process}").read_text("ascii")
    return False


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


def _began(process: int, proc: Path) -> str | None:
    """When a process began, in ticks since the machine was started; None if it ended (proc(5), stat)."""
    try:
        # the name before it is in brackets, and may hold any
        state, *further = (proc / str(process) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except (OSError, ValueError):
        return None
    return None if state in ("Z", "X") or len(further) < 19 else further[18]


def _answers(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # somebody else's
        return True
    return True
