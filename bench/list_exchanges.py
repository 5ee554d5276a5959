"""A public support list as exchanges: its authors as customers, the vendor's engineers as the team.

Whoever is named beside an address of the vendor, or whose Message-ID was made there, is an engineer; the vendor's
domain is the one that the list itself lives under ("lists.<domain>"). A mail of an engineer goes to the author of the
mail that it answers; where the archive lacks that mail, to whoever of the customers wrote last in the conversation.

The archive lacks most mail of those who answer. So there is a second reading of it, `anybody`: who opens a conversation
is its customer, all others in it are the team, and where the customer answers a mail that is not there, a mail without
text stands for it, halfway between the customer's mail before and the answer, seen only once the answer is there.

Traces and links are worked out once and kept in the system's temporary folder.
"""

from __future__ import annotations

import collections
import hashlib
import json
import lzma
import pickle
import re
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coach import Coach, Profile, Sample
from coach.relationship import tracing
from coach.relationship.address_ledger import Side
from coach.relationship.exchange import Turn
from coach.relationship.trace import VERSION, Trace
from coach.relationship.tracing import Earlier
from coach.reply import authored_text
from server.relating_links import Candidates

ARCHIVE = "support_list_2019_2022.jsonl.xz"
SAME_CONVERSATION = timedelta(days=60)  # an equal subject after a longer pause is another matter
KEEP_EVERY = 100  # mails; whoever is stopped loses no more
LIST_HOST = re.compile(r"\blists\.((?:[\w-]+\.)+[a-z]{2,})\b")
NAMED = re.compile(r"([^\W\d_][\w.'-]+(?: [\w.'-]+){1,3})[ \"']*<(?:mailto:)?[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})>")
PREFIX = re.compile(r"^(?:\s*(?:re|aw|fwd?|antw)\s*:|\s*\[[^\]]*\])+\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ListMail:
    """One mail of the list; `answers` is the Message-ID it answers, `conversation` numbers what belongs together."""

    number: int
    author: str
    date: datetime
    message_id: str
    answers: str | None
    conversation: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SupportList:
    """All mails in order of time, who of the authors is of the team, and each customer's turns.

    `seen_from` tells from when on a turn without text is known (see above), by its number.
    """

    mails: tuple[ListMail, ...]
    team: frozenset[str]
    turns: Mapping[str, tuple[Turn, ...]]
    seen_from: Mapping[int, datetime]


def support_list(
    coach: Coach, folder: Path, *, anybody: bool = False, tell: Callable[[str], None] = print
) -> SupportList:
    """The list in this folder; what was worked out before is read from the cache."""
    mails, team = read(folder)
    cache = _Cache(folder)
    traces = _traces(coach, mails, team, cache, tell)
    seen_from: dict[int, datetime] = {}
    if anybody:
        exchanges, seen_from = _opened_exchanges(mails, team, traces)
    else:
        exchanges = _exchanges(mails, team, traces)
    texts = {each.number: each.text for each in mails}
    linked = _linked(coach, exchanges, texts, cache, "links-anybody" if anybody else "links", tell)
    return SupportList(mails, team, linked, seen_from)


def read(folder: Path) -> tuple[tuple[ListMail, ...], frozenset[str]]:
    """The mails in order of time with their conversations, and the engineers among the authors."""
    with lzma.open(folder / ARCHIVE, "rt", encoding="utf-8") as lines:
        rows = sorted(map(json.loads, lines), key=lambda row: (_date(row), row["id"]))
    conversations = _conversations(rows)
    mails = tuple(
        ListMail(
            number=number,
            author=row["author"],
            date=_date(row),
            message_id=row["message_id"],
            answers=row["in_reply_to"],
            conversation=conversations[number],
            text=authored_text(row["body"]),
        )
        for number, row in enumerate(rows)
    )
    return mails, _engineers(rows)


def _date(row: Mapping[str, str]) -> datetime:
    return datetime.fromisoformat(row["date"]).astimezone(UTC)


def _engineers(rows: Sequence[Mapping[str, str]]) -> frozenset[str]:
    hosts = collections.Counter(host for row in rows for host in LIST_HOST.findall(row["body"]))
    vendor = hosts.most_common(1)[0][0]
    named = {name.lower() for row in rows for name, host in NAMED.findall(row["body"]) if host == vendor}
    named |= {row["author"] for row in rows if row["message_id"].rstrip(">").endswith(f"@{vendor}")}
    return frozenset(row["author"] for row in rows if row["author"] in named)


def _conversations(rows: Sequence[Mapping[str, str]]) -> list[int]:
    """For each mail, in order of time, the number of its conversation: by what it answers, else by an equal subject."""
    by_id: dict[str, int] = {}
    by_subject: dict[str, tuple[int, datetime]] = {}
    found: list[int] = []
    for number, row in enumerate(rows):
        subject, date = " ".join(PREFIX.sub("", row["subject"]).lower().split()), _date(row)
        known = by_id.get(row["in_reply_to"] or "")
        if known is None and subject in by_subject and date - by_subject[subject][1] <= SAME_CONVERSATION:
            known = by_subject[subject][0]
        conversation = number if known is None else known
        found.append(conversation)
        by_subject[subject] = (conversation, date)
        by_id[row["message_id"]] = conversation
    return found


def _traces(
    coach: Coach, mails: Sequence[ListMail], team: frozenset[str], cache: _Cache, tell: Callable[[str], None]
) -> dict[int, Trace]:
    known = cache.get("traces")
    missing = [each for each in mails if each.number not in known]
    for done, each in enumerate(missing, 1):
        known[each.number] = tracing.trace(coach, each.text, each.date, by_team=each.author in team).to_json()
        if done % KEEP_EVERY == 0 or done == len(missing):
            cache.put("traces", known)
            tell(f"{done} of {len(missing)} traces")
    return {number: Trace.from_json(body) for number, body in known.items()}


def _exchanges(
    mails: Sequence[ListMail], team: frozenset[str], traces: Mapping[int, Trace]
) -> dict[str, tuple[Turn, ...]]:
    """Each customer's turns in order of time, before anybody looked what answers what."""
    author_of = {each.message_id: each.author for each in mails}
    last_customer: dict[int, str] = {}
    found: dict[str, list[Turn]] = collections.defaultdict(list)
    for each in mails:
        by_team = each.author in team
        asked = author_of.get(each.answers or "")
        to = (asked if asked not in team else None) or last_customer.get(each.conversation) if by_team else each.author
        if to is None:
            continue
        if not by_team:
            last_customer[each.conversation] = each.author
        side = Side.TEAM if by_team else Side.CUSTOMER
        found[to].append(Turn(each.number, each.date, side, traces[each.number], str(each.conversation)))
    return {author: tuple(turns) for author, turns in found.items()}


def _opened_exchanges(
    mails: Sequence[ListMail], team: frozenset[str], traces: Mapping[int, Trace]
) -> tuple[dict[str, tuple[Turn, ...]], dict[int, datetime]]:
    """Each opener's turns, all others in the conversation as the team; and from when on those without text are seen."""
    opener: dict[int, str] = {}
    last: dict[int, datetime] = {}
    there: set[str] = set()
    found: dict[str, list[Turn]] = collections.defaultdict(list)
    seen_from: dict[int, datetime] = {}
    for each in mails:
        customer = opener.setdefault(each.conversation, each.author)
        if customer in team:
            continue
        thread = str(each.conversation)
        if each.author == customer:
            if each.conversation in last and each.answers and each.answers not in there:
                before = last[each.conversation]
                missing = Turn(-each.number, before + (each.date - before) / 2, Side.TEAM, Trace(), thread)
                found[customer].append(missing)
                seen_from[missing.mail] = each.date
            last[each.conversation] = each.date
        side = Side.CUSTOMER if each.author == customer else Side.TEAM
        found[customer].append(Turn(each.number, each.date, side, traces[each.number], thread))
        there.add(each.message_id)
    ordered = {author: tuple(sorted(turns, key=lambda turn: (turn.date, turn.mail))) for author, turns in found.items()}
    return ordered, seen_from


def _linked(
    coach: Coach,
    exchanges: Mapping[str, tuple[Turn, ...]],
    texts: Mapping[int, str],
    cache: _Cache,
    name: str,
    tell: Callable[[str], None],
) -> dict[str, tuple[Turn, ...]]:
    """The turns with what the team's mails took up and kept, and how well each fitted the customer as known then."""
    known = cache.get(name)
    for author, turns in exchanges.items():
        if author in known:
            continue
        known[author] = _looked_at(coach, turns, texts)
        cache.put(name, known)
        tell(f"{len(known)} of {len(exchanges)} exchanges")
    return {author: tuple(known[author]) for author in exchanges}


def _looked_at(coach: Coach, turns: tuple[Turn, ...], texts: Mapping[int, str]) -> list[Turn]:
    readable = {each.mail for each in turns if each.mail in texts}
    earlier = {each.mail: Earlier(each.mail, texts[each.mail], each.trace) for each in turns if each.mail in texts}
    candidates = Candidates(turns, readable)
    profile, found = Profile(), []
    for turn in turns:
        if turn.is_customer:
            profile = coach.learn(profile, Sample(texts[turn.mail], None, turn.date))
        if turn.is_customer or turn.mail not in readable:
            found.append(turn)
            continue
        text = texts[turn.mail]
        linked = replace(
            turn,
            took_up=tracing.taken_up(coach, text, [earlier[each] for each in candidates.asked_before(turn)]),
            kept=tracing.keeps(coach, text, [earlier[each] for each in candidates.promised_before(turn)]),
            match=tracing.match_of(coach, text, profile, turn.date) if profile.samples else None,
            looked=True,
        )
        found.append(linked)
    return found


class _Cache:
    """What was worked out of one folder by one state of the code that makes traces."""

    def __init__(self, folder: Path) -> None:
        state = hashlib.sha256((folder / ARCHIVE).read_bytes() + str(VERSION).encode()).hexdigest()[:16]
        self._folder = Path(tempfile.gettempdir()) / "einklang-bench"
        self._folder.mkdir(exist_ok=True)
        self._state = state

    def get(self, name: str) -> dict:  # type: ignore[type-arg]  # numbers to traces, authors to turns
        path = self._path(name)
        return pickle.loads(path.read_bytes()) if path.exists() else {}

    def put(self, name: str, found: Mapping[object, object]) -> None:
        whole = self._path(f"{name}.new")
        whole.write_bytes(pickle.dumps(dict(found)))
        whole.replace(self._path(name))

    def _path(self, name: str) -> Path:
        return self._folder / f"relationships-{name}-{self._state}.pickle"


def customers_of(found: SupportList, least: int) -> Iterable[tuple[str, tuple[Turn, ...]]]:
    """The customers with at least so many mails of their own, by name."""
    for author, turns in sorted(found.turns.items()):
        if sum(each.is_customer for each in turns) >= least:
            yield author, turns
