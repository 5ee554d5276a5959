"""Senders of the team's mail -> people: how many really wrote, whatever names and addresses they wrote under.

Counted too few hides more than needed, counted too many would show somebody; so in doubt two are taken for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from server.effect.role_addresses import ROLES, is_role_address
from server.store import Sender, Store
from server.works_council import LOOKS_BACK, Behind

NOBODY_NAMED = ""  # whom mail counts for that goes out under the name of a task
TITLES = frozenset("dr prof herr frau mr mrs ms dipl ing mba med jur rer nat hc phd".split())
_CUT = re.compile(r"[|(/\[<·•]|\s[-–—]\s|\s(?:via|von|from|at|@)\s", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def people_of(senders: Iterable[Sender]) -> dict[str, int]:
    """Person -> mails; `NOBODY_NAMED` holds what hides its writer. The keys only tell people apart."""
    named: dict[frozenset[str], str] = {}
    found: Counter[str] = Counter()
    for each in sorted(senders, key=lambda one: (not _is_own(one), -len(_name_of(one.name)), one.name, one.address)):
        found[_key(each, named)] += each.mails
    return dict(found)


def _key(sender: Sender, named: dict[frozenset[str], str]) -> str:
    name = _name_of(sender.name)
    known = next((key for other, key in named.items() if _same(name, other)), None)
    key = known or (sender.address.lower() if _is_own(sender) else " ".join(sorted(name)))
    if name:
        named.setdefault(name, key)
    return key if name or _is_own(sender) else NOBODY_NAMED


def behind(senders: Iterable[Sender], users: int = 0) -> Behind:
    """Who stands behind a figure; where most mail hides its writer, `users` (who may see the mailbox) are counted."""
    mails = people_of(senders)
    hidden = mails.pop(NOBODY_NAMED, 0)
    known = Behind.counted(mails)
    total = hidden + sum(mails.values())
    if hidden * 2 <= total:
        return known
    return Behind(max(known.people, users), max(mails.values(), default=0) / total)


def as_people(senders: Sequence[Sender], users: int = 0) -> Mapping[str, int]:
    """As `behind`, as mails by person: mail that hides its writer is dealt out evenly among `users`."""
    mails = people_of(senders)
    hidden = mails.pop(NOBODY_NAMED, 0)
    if hidden * 2 > hidden + sum(mails.values()) and users > len(mails):
        share = max(hidden // users, 1)
        return {**mails, **{f"user {number}": share for number in range(users - len(mails))}}
    return mails


def team_behind(store: Store, now: datetime) -> Behind:
    """Who stands behind what the whole team does."""
    return behind(store.team_people.behind_all(now - LOOKS_BACK), store.team_people.users())


def _is_own(sender: Sender) -> bool:
    """Whether an address is one person's, as far as one can tell: it is not named after a task."""
    return bool(sender.address) and not is_role_address(sender.address)


def _name_of(shown: str) -> frozenset[str]:
    """The words of a person's name, without titles, company and what else stands beside it; none of a task's name."""
    plain = unicodedata.normalize("NFKD", _CUT.split(shown, maxsplit=1)[0]).casefold()
    words = set(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))
    words -= TITLES
    return frozenset() if words & ROLES or "@" in shown else frozenset(words)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be one person's: all words of the shorter one stand in the other, if only as initials."""
    short, long = sorted((one, other), key=len)
    return bool(short) and all(any(_fits(word, each) for each in long) for word in short)


def _fits(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) == 1 and word[0] == other[0])
