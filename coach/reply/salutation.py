"""Greeting and closing: the first and the last words that a writer gives to the reader."""

from __future__ import annotations

import re

from coach.reply.lines import Line, remembered
from coach.reply.phrases import Phrases, is_cjk, phrases

GREETING_WORDS = 7  # "Sehr geehrte Frau Prof. Dr. Müller-Lüdenscheidt," has six after the first
CLOSING_TAIL_WORDS = 6  # "... aus dem sonnigen Freiburg im Breisgau"
NAME_WORDS = 4
NAME_LENGTH = 40
GROUP_WORDS = 6  # "Your friends from the Acme team"
COMPOUND = 4  # code points of a word for a group that may end a longer one ("Serviceteam")
_SEPARATOR = re.compile(r"[,!:;。，！、?]|\s[-–—]\s|\.\s|\.$")
_JOINT = re.compile(r"\s(?:und|and|&|\+)\s|,\s")
_ON_BEHALF = re.compile(r"^(?:i\. ?[AV]\.|ppa\.|p\.p\.)\s*", re.IGNORECASE)
_ROLE = re.compile(r"\s\([^()]{2,30}\)$")
_COMPANY = (
    "everyone",
    "everybody",
    "all",
    "team",
    "zusammen",
    "there",
    "folks",
    "guys",
    "ihr",
    "beiden",
    "alle",
    "liebe",
    "or",
    "oder",
)
PARTICLES = frozenset(
    (
        *("von", "van", "de", "der", "den", "du", "da", "del", "della", "di", "dos", "la", "le", "zu", "zur"),
        *("vom", "und", "and", "&", "et", "y", "e", "i", "og", "och"),
    )
)
_POSSESSIVES = frozenset(("ihr", "ihre", "dein", "deine", "euer", "eure", "your", "yours", "das", "the"))


@remembered
def greeting_length(line_words: str, folded: str) -> int:
    """How many code points of the line's words are a greeting; 0 for none."""
    words, line = phrases(), Line(0, 0, 0, line_words, folded, blank=False, signs=0)
    found = words.greetings.length_at(line.folded)
    if not found:
        return _suffixed(line, words)
    if words.closings.length_at(line.folded) > found or words.thanks.length_at(line.folded) > found:
        return 0
    rest = line.words[found:]
    mark = next((each for each in _SEPARATOR.finditer(rest[:80]) if not _abbreviates(rest, each, words)), None)
    if mark and len(rest[: mark.start()].split()) <= GREETING_WORDS and _is_addressed(rest[: mark.start()]):
        end = _end_of_mark(rest, mark)
        if not any(char.isalnum() for char in rest[end:]):
            return len(line.words)  # "Hi Anna! 😊" and "Hallo Tom :-)" greet to their end
        called = not mark.start() and rest[end:].strip() and _is_called(rest[end:].strip())
        return len(line.words) if called else found + end
    if len(rest.split()) <= NAME_WORDS and _is_addressed(rest) and not mark:
        return len(line.words)
    return _unpunctuated(line, found, words)


def _abbreviates(rest: str, mark: re.Match[str], words: Phrases) -> bool:
    """True for the stop in "Frau Dr. Wolf" and "Mr. Doyle": it ends a title, not the greeting."""
    if not mark.group().startswith("."):
        return False
    before = rest[: mark.start()].split()
    title = before[-1].casefold() if before else ""
    return bool(title) and any(words.titles.length_at(each) == len(each) for each in (title, f"{title}."))


def _is_called(rest: str) -> bool:
    """True for the name in "Hello, Anna!"."""
    return len(rest.split()) <= 3 and rest[-1] in "!,.:" and rest[:1].isupper() and _is_addressed(rest)


def _end_of_mark(rest: str, mark: re.Match[str]) -> int:
    end = mark.end()
    while end < len(rest) and rest[end] in "!.,":
        end += 1
    return end


def _is_addressed(rest: str) -> bool:
    """True if this can be whom a greeting addresses: names, titles or a group, never a clause."""
    known = phrases()
    for word in rest.split():
        bare = word.strip("(),.!:;'\"/+").casefold()
        if not bare or bare in PARTICLES or bare in _COMPANY or known.greetings.length_at(bare) == len(bare):
            continue
        if word[:1].isupper() or not word[:1].isalpha() or known.titles.length_at(bare) == len(bare):
            continue
        if is_cjk(word[0]) or len(rest.split()) == 1 or bare.startswith(("geehrt", "miteinand", "again")):
            continue
        return False
    return True


def _unpunctuated(line: Line, found: int, words: Phrases) -> int:
    """ "Hallo Herr Weber ich habe" greets up to the name, "Hallo ich habe" with its first word."""
    pieces = line.words[found:].split()
    if len(pieces) >= 2 and words.titles.length_at(pieces[0].casefold()) and pieces[1][:1].isupper():
        return line.words.index(pieces[1], found) + len(pieces[1])
    call = words.calls.length_at(line.folded)
    return call if call and pieces and (pieces[0][:1].islower() or pieces[0] == "I") else 0


def _suffixed(line: Line, words: Phrases) -> int:
    """Greetings that end in a title, as in Japanese and Chinese: 田中様, 王先生您好."""
    if len(line.words) > 24 or not line.words or not is_cjk(line.words[0]):
        return 0
    bare = line.folded.rstrip("，,。：:！! 、")
    return len(line.words) if words.greeting_suffixes.length_before(bare) else 0


def is_bare_name(line: Line) -> bool:
    """True for a first line that only calls somebody: "Tobias," or "Frau Brandt,"."""
    words = line.words.rstrip()
    bare = words[:-1].strip()
    if words[-1:] not in (",", "!") or not bare or "," in bare or len(bare.split()) > 3:
        return False
    known = phrases()
    if known.thanks.length_at(line.folded) or known.closings.length_at(line.folded):
        return False
    pieces = bare.split()
    called = all(_is_name_word(piece) or known.titles.length_at(piece.casefold()) for piece in pieces)
    return called and (len(pieces) == 1 or known.titles.length_at(pieces[0].casefold()) > 0)


@remembered
def is_closing(words: str, folded: str) -> bool:
    """True if this line by itself can end a mail: a closing phrase with at most a few words behind it."""
    found = phrases().closings.length_at(folded)
    if found:
        return _is_short_tail(words[found:])
    return _thanks_and_closes(folded)


def _thanks_and_closes(folded: str) -> bool:
    """True for "Vorab vielen Dank und viele Grüße": few words of thanks, joined to a closing phrase."""
    joint = _JOINT.search(folded)
    if joint is None or len(folded[: joint.start()].split()) > NAME_WORDS:
        return False
    known = phrases()
    wish = folded[joint.end() :]
    found = known.closings.length_at(wish)
    return bool(found) and known.thanks.count_in(folded[: joint.start()]) > 0 and _is_short_tail(wish[found:])


@remembered
def is_thanks(words: str, folded: str) -> bool:
    """True for a line of thanks that ends a mail when nothing but a name follows."""
    found = phrases().thanks.length_at(folded)
    return bool(found) and _is_short_tail(words[found:])


def _is_short_tail(tail: str) -> bool:
    if not tail:
        return True
    if tail[0] == "-" or "?" in tail or "@" in tail or (tail[0] in "._/=(" and tail[1:2].isalnum()):
        return False
    return len(tail.split()) <= CLOSING_TAIL_WORDS and len(tail) <= 60 and not re.search(r"[.!]\s+\S", tail)


@remembered
def is_name(words: str, folded: str) -> bool:
    """True if a line can be the name of the person who signs: few words, each written as names are.

    A title or a call sign behind a comma, a role in brackets and "i. A." before the name may stand with it.
    """
    if len(words) > NAME_LENGTH or (any(mark in words for mark in ":@|/\\<>") and words[:1] not in ("/", "|")):
        return False
    bare = _ON_BEHALF.sub("", _ROLE.sub("", words))
    name, comma, tail = bare.strip(" -–—,.!~*_/|").partition(",")
    pieces = name.split()
    if comma and (len(pieces) < 2 or len(tail.split()) > 2 or not tail.strip()[:1].isupper()):
        return False
    known = phrases()
    if not 1 <= len(pieces) <= NAME_WORDS or known.contact.count_in(name.casefold()):
        return False
    if known.postscripts.length_at(folded) and len(pieces) == 1:
        return False
    if comma and (known.thanks.length_at(folded) or known.closings.length_at(folded)):
        return False
    if len(pieces) == 1 and len(pieces[0]) <= 14:
        return pieces[0].replace("-", "").replace(".", "").isalpha()
    return all(_is_name_word(piece) for piece in pieces)


@remembered
def is_plain_name(words: str, folded: str) -> bool:
    """True for a name whose surname is written small ("Ann lee"), to be asked only where somebody signs."""
    pieces = words.rstrip(",").split()
    lettered = all(piece.replace("-", "").replace("'", "").isalpha() for piece in pieces)
    return 2 <= len(pieces) <= 3 and lettered and words[:1].isupper() and not phrases().contact.count_in(folded)


@remembered
def is_group(words: str, folded: str) -> bool:
    """True for a team or an office that signs ("Your Acme team"); "Ann and the team" is signed by a person."""
    if len(words.split()) > GROUP_WORDS or _JOINT.search(folded) or words[-1:] in (".", "?", ":"):
        return False
    known = phrases().groups
    return known.count_in(folded) > 0 or any(known.length_before(piece) >= COMPOUND for piece in _bare_words(folded))


def is_possessive(line: Line) -> bool:
    """True for "Ihre" alone on the line above the name."""
    return line.folded.rstrip(",") in _POSSESSIVES


def _bare_words(folded: str) -> list[str]:
    return [piece.strip(",!-–—*_~'\"") for piece in folded.split()]


def _is_name_word(piece: str) -> bool:
    bare = piece.strip("().,'’\"")
    if bare.casefold() in PARTICLES or bare.casefold() in _POSSESSIVES:
        return True
    letters = bare.replace("-", "").replace("'", "").replace("’", "").replace(".", "")
    return letters.isalpha() and (bare[:1].isupper() or is_cjk(bare[0]))


def closing_start(words: str) -> int | None:
    """Where in a line its closing begins ("... bis dann! Viele Grüße, Max"); None for nowhere."""
    known = phrases()
    for mark in reversed(list(re.finditer(r"[.!?,;]\s+|\s[-–—]\s", words[-160:]))):
        start = max(0, len(words) - 160) + mark.end()
        tail = words[start:].casefold()
        found = known.closings.length_at(tail)
        if found >= 2 and mark.group()[0] != "," and _is_short_tail(words[start + found :]):
            return start
    return None
