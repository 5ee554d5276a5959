"""Public mail as the benches read it: per author, names masked, measured once and remembered.

Nothing of the mail leaves the data folder and the cache (in the system's temporary folder).
"""

from __future__ import annotations

import collections
import hashlib
import json
import lzma
import pickle
import random
import re
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from coach.engine import Coach
from coach.model import Measurement, Part, Reading, Tally
from coach.reply import authored_text, split
from server.mail.mime import parse

SEED = 20261121
WORDS = (15, 400)  # of a mail's body
LONGEST = 6_000  # characters; what is longer is an essay or a log
SUPPORT = "support"  # a vendor's public support list, 2019-2022
LISTS = "lists"  # mailing lists of 2002
NAME_WORD = re.compile(r"[^\W\d_][\w'’-]*")
CAPITALISED = re.compile(r"\b[^\W\d_a-z][^\W\d_]{2,}\b")
COMMON = frozenset(
    "and in advance for your the help again you so much a lot very to with all of und im voraus für die hilfe".split()
)
MACHINES = ("rssfeeds", "daemon", "noreply", "no-reply")
# What a mail's readings rest on; a change there measures everything anew.
MEASURING = ("dimensions", "languages", "reply", "document.py", "sentences.py", "lexicon.py", "detect.py", "wording.py")


@dataclass(frozen=True, slots=True)
class Measured:
    """One mail of one author: its text (names masked), its readings and the words of its body."""

    author: str
    text: str = field(repr=False)
    readings: Measurement
    words: int


def support_list(folder: Path) -> dict[str, list[str]]:
    """Author -> authored texts of the support list, in order of date."""
    mails = collections.defaultdict(list)
    with lzma.open(folder / "support_list_2019_2022.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            mail = json.loads(line)
            mails[f"{SUPPORT}:{mail['author']}"].append((mail["date"], authored_text(mail["body"])))
    return {author: [text for _, text in sorted(each)] for author, each in mails.items()}


def mailing_lists(folder: Path) -> tuple[dict[str, list[str]], set[str]]:
    """Address -> authored texts of lists of 2002 in order of date, and the names that their senders give."""
    mails, names = collections.defaultdict(list), set()
    with tarfile.open(folder / "raw_mail_lists.tar.xz") as archive:
        for member in archive:
            file = archive.extractfile(member)
            found = parse(file.read()) if file else None
            if found is None or found.from_ is None or any(word in found.from_.address for word in MACHINES):
                continue
            names |= set(NAME_WORD.findall(found.from_.name))
            date = found.date.isoformat() if found.date else ""
            mails[f"{LISTS}:{found.from_.address.lower()}"].append((date, authored_text(found.body)))
    return {author: [text for _, text in sorted(each)] for author, each in mails.items()}, names


def english(folder: Path) -> dict[str, list[str]]:
    """Author -> authored texts of both lists, names masked."""
    support, (lists, names) = support_list(folder), mailing_lists(folder)
    every = {**support, **lists}
    names |= {word for author in support for word in NAME_WORD.findall(author.partition(":")[2])}
    masks = NameMask(names, (text for each in every.values() for text in each))
    return {author: [masks(text) for text in texts] for author, texts in every.items()}


def german(folder: Path) -> dict[str, list[str]]:
    """Donor -> donated German mails; every newsgroup post (600 of them, drawn by SEED) as an author of its own."""
    donated = json.loads((folder / "german_mails.json").read_text(encoding="utf-8"))
    posts = json.loads(lzma.decompress((folder / "german_newsgroups.json.xz").read_bytes()))
    people = collections.defaultdict(list)
    for each in donated:
        people[f"donor:{each['donor']}"].append(authored_text(each["text"]))
    for each in random.Random(SEED).sample(posts, 600):
        people[f"post:{each['id']}"].append(authored_text(each["text"]))
    return dict(people)


class NameMask:
    """Puts one name for all: the senders' names wherever they stand, and every name in a greeting or closing line."""

    def __init__(self, names: Iterable[str], texts: Iterable[str]) -> None:
        """Names that are rather words ("will", "mark": seen small more often than capitalised) are left alone."""
        small: collections.Counter[str] = collections.Counter()
        large: collections.Counter[str] = collections.Counter()
        for text in texts:
            for word in NAME_WORD.findall(text):
                (small if word[0].islower() else large)[word.lower()] += 1
        given = {name.lower() for name in names if len(name) > 2}
        self._names = {name for name in given if small[name] < 0.3 * (small[name] + large[name])}
        self._languages = Coach.load().languages

    def __call__(self, text: str, language: str = "en") -> str:
        known = self._languages[language]
        for segment in reversed(split(text)):
            if segment.part not in (Part.GREETING, Part.CLOSING):
                continue
            line = segment.span.of(text)
            form = known.greeting_form(line) if segment.part is Part.GREETING else known.closing_form(line)
            keep, spared = len(form.phrase_in(line)) if form else 0, known.titles | known.groups | COMMON
            text = text[: segment.span.start] + self._line(line, keep, spared) + text[segment.span.end :]
        return CAPITALISED.sub(lambda found: self._name(found.group()), text)

    def _line(self, line: str, keep: int, spared: frozenset[str]) -> str:
        def masked(found: re.Match[str]) -> str:
            word = found.group()
            if found.start() < keep or word.lower() in spared:
                return word
            mask = "Alex" if len(word) > 1 else "A"  # who signs with a letter does so with another
            return mask if word[0].isupper() else mask.lower()

        return NAME_WORD.sub(masked, line)

    def _name(self, word: str) -> str:
        return "Alex" if word.lower() in self._names else word


def measured(coach: Coach, people: dict[str, list[str]], language: str) -> dict[str, list[Measured]]:
    """Author -> their mails of WORDS words in this language, measured; what was measured before is remembered."""
    found = {author: list(_measured(coach, author, texts, language)) for author, texts in people.items()}
    return {author: mails for author, mails in found.items() if mails}


def remembered(coach: Coach, folder: Path, language: str) -> dict[str, list[Measured]]:
    """`measured` of a data folder's mail in this language, from the cache where nothing has changed."""
    path = Path(tempfile.gettempdir()) / "einklang-bench" / f"{language}-{_state(coach, folder)}.pickle"
    if path.exists():
        kept: dict[str, list[Measured]] = pickle.loads(path.read_bytes())
        return kept
    found = measured(coach, english(folder) if language == "en" else german(folder), language)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pickle.dumps(found))
    return found


def _measured(coach: Coach, author: str, texts: list[str], language: str) -> Iterator[Measured]:
    kept = [text for text in texts if len(text) <= LONGEST]
    for document in coach._reader.read_all([(text, None) for text in kept]):
        if document.told == language and WORDS[0] <= document.words <= WORDS[1]:
            readings = {name: _values_only(each) for name, each in coach.readings(document).items()}
            yield Measured(author, document.text, readings, document.words)


def _values_only(reading: Reading) -> Reading:
    """A reading without the places of its words, which hold on to the document."""
    tally = reading.tally and Tally(dict(reading.tally.counts), dict(reading.tally.chances))
    return Reading(reading.value, reading.evidence, (), tally)


def _state(coach: Coach, folder: Path) -> str:
    """A hash of everything that measuring rests on."""
    import coach as package

    root = Path(str(package.__file__)).parent
    files = [path for name in MEASURING for path in _sources(root / name)]
    sizes = [str(path.stat().st_size) for path in sorted(folder.iterdir())]
    parts = [*sorted(each.key for each in coach.dimensions.values()), *sizes]
    content = b"".join(path.read_bytes() for path in sorted(files)) + "\n".join(parts).encode()
    return hashlib.sha256(content).hexdigest()[:16]


def _sources(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]
