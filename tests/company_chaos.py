"""A company on PostgreSQL, Redis and Dovecot whose processes are killed all the time while mail comes.

python -m tests.company_chaos [--seconds 180] [--seed N] [--queue celery|local] [--mailboxes 20] [--keep]

Two workers and two web servers over 20 mailboxes; every few seconds one process of one of their trees is killed with
SIGKILL, once Redis is started anew, once PostgreSQL is away for 20 s. Meanwhile reps ask what drafts are worth. In the
end every mail must be there once, everything that was learned be equal to what one calm process learns from the same
mailboxes, and every answer be the calm one for as many mails as were learned at that moment.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from server.demo.dovecot import Dovecot
from tests.company.post import PASSWORD, mailboxes
from tests.company.whole import Company, Outcome, Servers
from tests.postgresql import PostgreSql, require_postgresql
from tests.redis_server import RedisServer, require_redis


def run(
    seconds: float, seed: int, *, queue: str, boxes: int, outage: float, tell: Callable[[str], None], keep: bool = False
) -> Outcome:
    """Lets the company work and suffer for so long, and compares. `keep`: its folder stays, with the logs."""
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="einklang-company-"))
        if not keep:
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
        folder.chmod(0o755)  # Dovecot's own users must get in
        servers = Servers(
            stack.enter_context(PostgreSql(require_postgresql())),
            stack.enter_context(RedisServer(require_redis())),
            stack.enter_context(Dovecot(folder / "imap", dict.fromkeys(mailboxes(boxes), PASSWORD))),
        )
        company = Company(folder, servers, queue=queue, seed=seed)
        stack.callback(company.close)
        company.open()
        tell("everything runs")
        company.suffer(seconds, outage, tell)
        tell("faults are over")
        waiting = company.settle()
        tell(f"settled, {waiting} mails still wait")
        return company.compared(company.ask_all(), waiting)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=180.0)
    arguments.add_argument("--seed", type=int, default=random.randrange(10_000))
    arguments.add_argument("--queue", choices=("celery", "local"), default="celery")
    arguments.add_argument("--mailboxes", type=int, default=20)
    arguments.add_argument("--outage", type=float, default=20.0, help="seconds without PostgreSQL")
    arguments.add_argument("--keep", action="store_true", help="leave the folder with logs and data behind")
    asked = arguments.parse_args()
    began = time.monotonic()

    def tell(what: str) -> None:
        sys.stderr.write(f"{time.monotonic() - began:6.1f} s  {what}\n")

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # all that was started ends with it
    tell(f"seed {asked.seed}")
    outcome = run(
        asked.seconds,
        asked.seed,
        queue=asked.queue,
        boxes=asked.mailboxes,
        outage=asked.outage,
        tell=tell,
        keep=asked.keep,
    )
    sys.stdout.write(json.dumps(asdict(outcome), indent=1) + "\n")
    sys.exit(0 if outcome.is_perfect else 1)


if __name__ == "__main__":
    main()
