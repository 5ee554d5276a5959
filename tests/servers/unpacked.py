"""Cyrus and Courier from Debian's packages, unpacked beside the system and not installed.

    python -m tests.servers.unpacked

The packages of IMAP servers exclude each other and would throw out Dovecot; unpacked, none runs by itself and no root
is needed. They come from wherever this machine's apt gets its packages, with the libraries that it lacks.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

UNPACKED = Path(__file__).parents[2] / ".venv" / "servers"
PACKAGES = {
    "cyrus": ("cyrus-imapd", "cyrus-common", "sasl2-bin", "libsasl2-modules", "libsasl2-modules-db"),
    "courier": (
        "courier-imap",
        "courier-base",
        "courier-authlib",
        "courier-authdaemon",
        "courier-authlib-userdb",
        "gamin",
    ),
}
WHOLE = "unpacked"  # a file that is written last: a folder without it was left half done
NO_OTHERS = ("recommends", "suggests", "conflicts", "breaks", "replaces", "enhances")


def root_of(server: str) -> Path | None:
    """The folder that holds a server's usr and etc, or None where it was never unpacked."""
    root = UNPACKED / server
    return root if (root / WHOLE).exists() else None


def environment(root: Path) -> dict[str, str]:
    """What a program out of such a folder must be told to find its own libraries and programs."""
    libraries = [f"{root}/{each}" for each in ("usr/lib", "lib")]
    libraries += [str(path) for each in ("usr/lib", "lib") for path in root.glob(f"{each}/*-linux-gnu*")]
    programs = f"{root}/usr/bin:{root}/usr/sbin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    sasl = [str(path) for path in (*root.glob("usr/lib/*/sasl2"), *Path("/usr/lib").glob("*/sasl2"))]
    return {"PATH": programs, "LD_LIBRARY_PATH": ":".join(libraries), "SASL_PATH": ":".join(sasl), "LC_ALL": "C.UTF-8"}


def unpack(server: str) -> None:
    """Fetches and unpacks a server's packages; what was unpacked before stays as it is."""
    if root_of(server) is not None:
        return
    root = UNPACKED / server
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="einklang-packages-") as folder:
        names = sorted(_with_missing_libraries(PACKAGES[server]))
        subprocess.run(["apt-get", "-qq", "download", *names], cwd=folder, check=True, stderr=subprocess.DEVNULL)
        for package in sorted(Path(folder).glob("*.deb")):
            subprocess.run(["dpkg-deb", "--extract", str(package), str(root)], check=True)
    (root / WHOLE).touch()


def _with_missing_libraries(names: Iterable[str]) -> set[str]:
    installed = _installed()
    found: set[str] = set()
    left = list(names)
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left += [each for each in _needs(name) if each.startswith("lib") and each not in installed]
    return found


def _installed() -> set[str]:
    query = ["dpkg-query", "--show", "--showformat=${db:Status-Abbrev} ${Package}\n"]
    lines = subprocess.run(query, capture_output=True, text=True, check=True).stdout.splitlines()
    return {line.split()[1] for line in lines if line.startswith("ii")}


def _needs(name: str) -> list[str]:
    command = ["apt-cache", "depends", *(f"--no-{each}" for each in NO_OTHERS), name]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ | {"LC_ALL": "C"})
    return [line.partition("Depends:")[2].strip() for line in told.stdout.splitlines() if "Depends:" in line]


def main() -> int:
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        sys.stderr.write("Cyrus and Courier are taken from Debian's packages, and there is no apt here; not tried.\n")
        return 0
    try:
        _unpack_all()
    except subprocess.CalledProcessError:
        if os.getuid() == 0:
            subprocess.run(["apt-get", "-qq", "update"], check=False)
        try:
            _unpack_all()
        except subprocess.CalledProcessError as failed:
            sys.stderr.write(f"Cyrus or Courier could not be fetched ({failed}). Is apt up to date? apt-get update\n")
    return 0


def _unpack_all() -> None:
    for server in PACKAGES:
        unpack(server)


if __name__ == "__main__":
    sys.exit(main())
