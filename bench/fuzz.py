"""`make fuzz`: thousands of broken requests, mails, rules, settings and imports; and every regular expression.

python -m bench.fuzz [requests of each operation and kind: 50] [examples of each property: 2000]
"""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach import Coach
from coach.rule_making import Known
from server.errors import ServerError, SettingsError
from server.importing.contact_files import ContactTable
from server.importing.mbox import Mbox
from server.importing.vcards import VcardFile
from server.mail import mime
from server.rulebook import RuleFiles
from server.settings import load
from tests.attacks.broken_requests import try_all
from tests.office import mails_of_anna, open_office

ROOT = Path(__file__).parent.parent
SAMPLES = [path.read_bytes() for path in sorted((ROOT / "tests" / "mail_samples").glob("*.eml"))]
RULES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "config" / "rules").glob("*.toml"))]
SETTINGS = (ROOT / "config" / "einklang.toml").read_text(encoding="utf-8")


def main(requests: int, examples: int) -> None:
    """Tries everything and says how much it was; what fails ends it."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        office_of_requests(Path(folder) / "office", requests)
        for name, work, count in (
            ("MIME", mails, examples),
            ("rules", rules, examples // 10),  # each reads and tries a file with its examples
            ("settings", settings_files, examples),
            ("imports", imports, examples),
        ):
            started = time.monotonic()
            work(Path(folder), count)
            print(f"{name}: {count} cases, no crash, {time.monotonic() - started:.0f} s", flush=True)
    said = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "attacks" / "patterns.py")],
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    told = json.loads(said.stdout)
    print(f"expressions: {told['patterns']} of {told['files']} files, {told['texts']} texts, too slow: {told['slow']}")
    if told["slow"]:
        sys.exit(1)


def office_of_requests(folder: Path, requests: int) -> None:
    """What schemathesis makes of our description."""
    with open_office(folder, Coach.load()) as office:
        office.connect()
        office.receive(*mails_of_anna())
        office.relate()
        tried = try_all(office, requests, start=1)
    print(f"requests: {tried.requests}, {dict(tried.statuses)}, failed: {tried.failed}", flush=True)
    if tried.failed:
        sys.exit(1)


def mutated(samples: list[bytes]) -> st.SearchStrategy[bytes]:
    """Samples that were cut, joined, repeated and flipped."""
    piece = st.sampled_from(samples)

    def change(parts: tuple[bytes, bytes, int, int, bytes]) -> bytes:
        one, two, at, size, put = parts
        at %= len(one) + 1
        return one[:at] + put + two[-size:] + one[at + size :]

    return st.tuples(piece, piece, st.integers(0, 10**6), st.integers(1, 400), st.binary(max_size=40)).map(change)


def quietly(examples: int) -> settings:
    """So many examples, however long each takes."""
    return settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))


def mails(folder: Path, examples: int) -> None:
    @quietly(examples)
    @given(mutated(SAMPLES))
    def each(raw: bytes) -> None:
        mime.parse(raw).body.encode("utf-8")

    each()


def rules(folder: Path, examples: int) -> None:
    from coach.rule_problems import RuleError

    known, own = Known.installed(), folder / "rules"
    own.mkdir()

    @quietly(examples)
    @given(mutated([each.encode() for each in RULES]))
    def each(raw: bytes) -> None:
        (own / "own.toml").write_bytes(raw)
        with contextlib.suppress(RuleError):
            RuleFiles((own,), folder / "none.toml").read(known)

    each()


def settings_files(folder: Path, examples: int) -> None:
    file = folder / "einklang.toml"

    @quietly(examples)
    @given(mutated([SETTINGS.encode()]))
    def each(raw: bytes) -> None:
        file.write_bytes(raw)
        with contextlib.suppress(SettingsError):
            load(file, {})

    each()


def imports(folder: Path, examples: int) -> None:
    file = folder / "import"
    cards = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Krause;Anna\r\nEMAIL:anna@m.example\r\nEND:VCARD\r\n"
    table = "email;name;company\nanna@m.example;Anna Krause;Mölder\n".encode()
    mbox = b"".join(b"From x Sat Nov 21 12:00:00 2026\n" + each + b"\n" for each in SAMPLES[:3])

    @quietly(examples)
    @given(mutated([cards, table, mbox, *SAMPLES[:5]]))
    def each(raw: bytes) -> None:
        file.write_bytes(raw)
        for reader in (
            lambda: Mbox(file).entries(0),
            lambda: VcardFile(file, lambda address: False).contacts(),
            lambda: ContactTable(file, lambda address: False).contacts(),
        ):
            try:
                for _ in reader():
                    pass
            except ServerError:
                pass

    each()


if __name__ == "__main__":
    main(*(int(each) for each in (*sys.argv[1:], *("50", "2000")[len(sys.argv) - 1 :])))
