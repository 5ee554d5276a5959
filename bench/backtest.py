"""How much processor time `einklang rules try` takes: one rule, and one weight, on 2,000 stored mails.

    python bench/backtest.py DATA_FOLDER [--mails 2000] [--rule urgency]

DATA_FOLDER holds `support_list_2019_2022.jsonl.xz` and `german_newsgroups.json.xz`. An installation is made of them in
a folder of its own. English mails are answers of one member of the list to another, who is taken for the customer;
German ones are posts, sent to customers whose habits are those of other posts, every second one in answer to one of
these. The rule that is tried is a shipped one, against itself. Run it with OMP_NUM_THREADS=1.
"""

from __future__ import annotations

import argparse
import json
import lzma
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

from tqdm import tqdm

from coach import Coach
from coach.rule_making import Known
from server.access import EVERYTHING
from server.assess import ProfileShelf
from server.backtest import Backtest
from server.ingest import learn_pending
from server.mail.host import Batch, Folder, RawMessage, SyncState
from server.rulebook import RuleFiles
from server.settings import load
from server.store import NewMailbox, Store
from server.team import team_of

TEAM = "support@team.example"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
LONGEST = 3_000  # characters of a German post; what is longer is no mail to a customer
MIXED = 5_000  # minutes in which all mails lie, so that the latest are of both languages
CUSTOMERS = 50  # German ones; each is known by ten mails
KNOWN_BY = 10


@dataclass(frozen=True, slots=True)
class Mail:
    """One mail of the made installation: from or to `customer`."""

    number: int
    customer: str
    text: str
    sent: bool
    answers: int | None = None

    def raw(self) -> bytes:
        made = EmailMessage()
        ends = (TEAM, self.customer) if self.sent else (self.customer, TEAM)
        made["From"], made["To"] = ends
        made["Subject"], made["Message-ID"] = "Mail", f"<{self.number}@mail.example>"
        made["Date"] = NOW - timedelta(days=60) + timedelta(minutes=self.number % MIXED)
        if self.answers is not None:
            made["In-Reply-To"] = f"<{self.answers}@mail.example>"
        made.set_content(self.text.encode("utf-8", "replace").decode())
        return made.as_bytes()


def english(folder: Path, many: int) -> Iterator[Mail]:
    """What the members of the list wrote to it, as customers, and what others answered them, as the team."""
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    addresses = {name: f"c{at}@list.example" for at, name in enumerate(sorted({each["author"] for each in rows}))}
    asked, answered, number = {}, 0, 0
    for row in rows:
        parent = asked.get(row["in_reply_to"])
        number += 1
        asked[row["message_id"]] = Mail(number, addresses[row["author"]], row["body"], sent=False)
        yield asked[row["message_id"]]
        if parent and parent.customer != addresses[row["author"]] and answered < many:
            answered, number = answered + 1, number + 1
            yield Mail(number, parent.customer, row["body"], sent=True, answers=parent.number)


def german(folder: Path, many: int, first: int) -> Iterator[Mail]:
    """Posts as mail: the first of them by customers, the others to them."""
    posts = json.loads(lzma.decompress((folder / "german_newsgroups.json.xz").read_bytes()))
    texts = [each["text"] for each in posts if len(each["text"]) <= LONGEST]
    known = CUSTOMERS * KNOWN_BY
    for at, text in enumerate(texts[: known + many]):
        customer = f"k{at % CUSTOMERS}@kunde.example"
        answers = first + at % known if at >= known and at % 2 else None
        yield Mail(first + at, customer, text, sent=at >= known, answers=answers)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--mails", type=int, default=2000)
    parser.add_argument("--rule", default="urgency")
    given = parser.parse_args()
    coach, known = Coach.load(), Known.installed()
    coach.warm_up()
    with tempfile.TemporaryDirectory(prefix="einklang-") as name:
        settings = load(None, {"EINKLANG_DATA": name, "EINKLANG_PRIVACY_KEEP_TEXT_DAYS": "36500"})
        with Store.open(settings.data.database_url) as store:
            mails = list(english(given.folder, given.mails))
            mails += german(given.folder, given.mails, 1_000_000)
            _receive(store, mails)
            team = team_of(settings.team, store.mailboxes.list(sight=EVERYTHING))
            learn_pending(store, coach, settings, team, NOW)
            _try(Coach.load(), known, store, team, given.rule, given.mails)


def _receive(store: Store, mails: list[Mail]) -> None:
    mailbox = store.mailboxes.add(NewMailbox(TEAM, "127.0.0.1", 1, "none", TEAM), b"sealed", NOW)
    for folder in (Folder("INBOX", "inbox"), Folder("Sent", "sent")):
        chosen = [each for each in mails if each.sent == (folder.role == "sent")]
        raws = tuple(RawMessage(TEAM, folder.name, 7, at, NOW, each.raw()) for at, each in enumerate(chosen, start=1))
        store.mirror.save_batch(mailbox.id, Batch(folder, raws, SyncState(1, 7, len(raws) + 1), len(raws)))


def _try(coach: Coach, known: Known, store: Store, team: object, rule: str, many: int) -> None:
    coach.warm_up()
    files = RuleFiles()
    in_force = files.read(known)
    path = files.all_folders[0] / f"{rule}.toml"
    sent = store.sent_mail.latest(many, sight=EVERYTHING)
    backtest = Backtest(store, ProfileShelf(store), coach, team, NOW)  # type: ignore[arg-type]
    start = time.process_time()  # of this process: others may have the machine
    with tqdm(total=len(sent), desc="rule", unit="mail", disable=None) as bar:
        (trial,) = backtest.rules(files.read(known, instead=[path]), in_force, [rule], sent, bar.update)
    rules_took, start = time.process_time() - start, time.process_time()
    with tqdm(total=len(sent), desc="weight", unit="mail", disable=None) as bar:
        moves = backtest.weights({"message_length": 0.0}, in_force, sent, bar.update)
    weights_took = time.process_time() - start
    answers = sum(bool(each.reply_to) for each in sent)
    print(f"{len(sent)} mails ({dict(trial.mails)}), {answers} of them answers, to {trial.customers} customers")
    print(
        f"rule {rule!r} against itself: {rules_took:.0f} s of processor, {1000 * rules_took / len(sent):.0f} ms a mail"
    )
    print(f"  {len(trial.fired)} hints, {len(trial.gained)} gained, {len(trial.lost)} lost, median {trial.median_gain}")
    print(f"one weight: {weights_took:.0f} s of processor; {len(moves.moved)} scored, quartiles {moves.quartiles}")


if __name__ == "__main__":
    main()
