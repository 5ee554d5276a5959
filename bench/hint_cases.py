"""Drafts to try hints on: public mail with somebody else's habits as the customer, and drafts of our own."""

from __future__ import annotations

import json
import lzma
import random
import statistics
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from coach import Coach, Context, Sample
from coach.customers import read_customers
from coach.model import Relationship
from coach.profile import Profile
from coach.reply import authored_text

PROFILE_MAILS = 8  # of a customer, at least
MOST_MAILS = 40
WORDS = (15, 300)  # of a draft
OF_ONE_PERSON = 12  # drafts written by, and drafts written to
POOLED = 10  # donated mails of like register that stand for one customer
BY_MISTAKE = 1 / 6  # German drafts to a customer of whatever form of address
ALIKE = 5  # customers of a draft's form whose formality is nearest to its own: one of them gets it
CUSTOMERS = Path(__file__).parent.parent / "config" / "customers.toml"
OWN = Path(__file__).with_name("hint_drafts.toml")


@dataclass(frozen=True, slots=True)
class Case:
    """One draft to one customer: `habit` are some of the customer's mails, for a reader."""

    source: str
    language: str
    text: str = field(repr=False)
    profile: Profile = field(repr=False)
    habit: tuple[str, ...] = field(repr=False)
    context: Context = field(default_factory=Context, repr=False)


@dataclass(frozen=True, slots=True)
class _Mail:
    author: str
    date: str
    text: str = field(repr=False)
    id: str
    answers: str | None


def support_cases(coach: Coach, folder: Path, many: int, seed: int) -> list[Case]:
    """Answers on a public support list: the customer is the author of the mail that is answered."""
    mails = _support_list(folder)
    by_id = {mail.id: mail for mail in mails}
    of_author: dict[str, list[_Mail]] = defaultdict(list)
    for mail in mails:
        of_author[mail.author].append(mail)
    pairs = [(mail, by_id[mail.answers]) for mail in mails if mail.answers in by_id]
    fit = [(draft, asked) for draft, asked in pairs if draft.author != asked.author and _is_draft(draft.text)]
    fit = [(draft, asked) for draft, asked in fit if len(of_author[asked.author]) > PROFILE_MAILS]
    random.Random(seed).shuffle(fit)
    profiles: dict[str, Profile] = {}
    cases = []
    for draft, asked in _spread(fit, many):
        theirs = [mail for mail in of_author[asked.author] if len(mail.text.split()) >= WORDS[0]][:MOST_MAILS]
        if asked.author not in profiles:
            samples = [Sample(mail.text, "en", datetime.fromisoformat(mail.date)) for mail in theirs]
            profiles[asked.author] = coach.profile(samples)
        context = Context(reply_to=asked.text, name=_name(asked.author))
        habit = tuple(mail.text for mail in theirs if mail.id != asked.id)
        cases.append(Case("support list", "en", draft.text, profiles[asked.author], habit, context))
    return cases


def _support_list(folder: Path) -> list[_Mail]:
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        _Mail(row["author"], row["date"], authored_text(row["body"]), row["message_id"], row["in_reply_to"])
        for row in rows
    ]


def _spread(pairs: Iterable[tuple[_Mail, _Mail]], many: int) -> list[tuple[_Mail, _Mail]]:
    """The first of them, not too many by or to one person."""
    written: dict[str, int] = defaultdict(int)
    received: dict[str, int] = defaultdict(int)
    chosen: list[tuple[_Mail, _Mail]] = []
    for draft, asked in pairs:
        if len(chosen) < many and written[draft.author] < OF_ONE_PERSON and received[asked.author] < OF_ONE_PERSON:
            written[draft.author] += 1
            received[asked.author] += 1
            chosen.append((draft, asked))
    return chosen


def _name(author: str) -> str:
    return "" if "@" in author or "." in author else author.title()


def german_cases(coach: Coach, folder: Path, many: int, seed: int) -> list[Case]:
    """Donated mails and newsgroup posts as drafts, half of each; nobody wrote enough of them to be a customer.

    So the customers are groups of donated mails of like register (ten each, none of them a draft) and the invented
    German customers of config/customers.toml. A draft goes to one of the five nearest to its own formality among those
    who are addressed as it addresses its reader (people know whom they write to), one in six to one of the five nearest
    of whatever form of address.
    """
    chance = random.Random(seed)
    donated = json.loads((folder / "german_mails.json").read_text(encoding="utf-8"))
    posts = json.loads(lzma.decompress((folder / "german_newsgroups.json.xz").read_bytes()))
    mine = [text for each in donated if _is_draft(text := authored_text(each["text"]))]
    chance.shuffle(mine)
    chance.shuffle(posts)
    half = many // 2
    drafts = [("donated mail", text) for text in mine[:half]]
    posted = (text for each in posts if _is_draft(text := authored_text(each["text"])))
    drafts += [("newsgroup post", text) for text, _ in zip(posted, range(many - half), strict=False)]
    people = [*_pools(coach, mine[half:]), *_invented("de").values()]
    profiles = [coach.profile([Sample(text, "de") for text in texts]) for texts in people]
    forms = [_form_of(profile, coach) for profile in profiles]
    levels = [_mean_formality(texts, coach) for texts in people]
    cases = []
    for source, text in drafts:
        found = coach.readings(coach.document(text, "de"), ("address_form", "formality"))
        said = found.get("address_form")
        alike = [at for at, form in enumerate(forms) if said is None or form in ("", said.value)]
        near = alike if alike and chance.random() > BY_MISTAKE else list(range(len(people)))
        own = float(found["formality"].value) if "formality" in found else 0.0
        at = chance.choice(sorted(near, key=lambda each: abs(levels[each] - own))[:ALIKE])
        cases.append(Case(source, "de", text, profiles[at], tuple(people[at])))
    return cases


def _mean_formality(texts: Sequence[str], coach: Coach) -> float:
    found = [coach.readings(coach.document(text, "de"), ("formality",)).get("formality") for text in texts]
    return statistics.fmean([float(each.value) for each in found if each is not None] or [0.0])


def _form_of(profile: Profile, coach: Coach) -> str:
    usual = coach.dimensions["address_form"].usual_form(profile.parts["de"])
    return usual[0] if usual else ""


def _pools(coach: Coach, texts: Sequence[str]) -> list[list[str]]:
    """Groups of ten mails of the same form of address and like formality."""
    names = ("address_form", "formality")
    readings = [(coach.readings(coach.document(text, "de"), names), text) for text in texts]
    placed = [
        (str(found["address_form"].value), float(found["formality"].value), text)
        for found, text in readings
        if all(name in found for name in names)
    ]
    placed.sort()
    pools = [placed[at : at + POOLED] for at in range(0, len(placed) - POOLED + 1, POOLED)]
    return [[text for *_, text in pool] for pool in pools if pool[0][0] == pool[-1][0]]


def own_cases(coach: Coach) -> list[Case]:
    """Drafts of our own to the invented customers of config/customers.toml."""
    with OWN.open("rb") as file:
        drafts = tomllib.load(file)["drafts"]
    people = {**_invented("de"), **_invented("en")}
    profiles: dict[str, Profile] = {}
    cases = []
    for each in drafts:
        habit, language = each["customer"], each["language"]
        if habit not in profiles:
            profiles[habit] = coach.profile([Sample(text, language) for text in people[habit]])
        known = Relationship(phase=each.get("phase", ""), days_silent=each.get("days_silent"))
        context = Context(reply_to=each.get("reply_to", ""), name=each.get("name", ""), relationship=known)
        cases.append(Case("own draft", language, each["text"], profiles[habit], tuple(people[habit]), context))
    return cases


def _invented(language: str) -> dict[str, list[str]]:
    known = read_customers(CUSTOMERS)
    return {
        name: [sample.text for sample in each.samples()] for name, each in known.items() if each.language == language
    }


def _is_draft(text: str) -> bool:
    return WORDS[0] <= len(text.split()) <= WORDS[1]
