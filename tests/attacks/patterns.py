"""Every regular expression of the program, and for each of them texts made to keep it busy.

Run as a program it tries them all and prints those that took too long; a process of its own, so that each expression is
seen when it is compiled, and so that one that never ends can be stopped.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import Any

ROOT = Path(__file__).parent.parent.parent
LENGTH = 2_000
RE_FOLDER = str(Path(re.__file__).parent)
CPU_LIMIT = 2.0  # seconds of one use; a linear one takes microseconds, a quadratic one a tenth of a second
GENERAL = (
    " ",
    "\n",
    "a",
    "a ",
    "Aa ",
    "1",
    "1 ",
    ".",
    "-",
    "_",
    "> ",
    "<a ",
    "(",
    "@a",
    "a.",
    ", ",
    ":",
    "\t",
    "ß",
    '"',
)
FAILS = ("\0", "\rx")
"""What no expression should fit at its end: a character that most classes take, and a lone CR, which few do."""
MAILS = (
    "Guten Tag Frau Krause,\n\nbitte senden Sie uns das Angebot bis Freitag.\n\nGrüße\nMax",
    "Dear Ms Krause,\n\nplease send us the offer by Friday.\n\nRegards\nMax",
)

seen: dict[tuple[str, int], str] = {}
"""(expression, flags) -> the file that compiled it."""


class TooLong(Exception):
    """A search went over its limit."""


def watch_compiler() -> None:
    """From now on every expression that our files compile is noted."""
    original = _compiler.compile

    def compile_(pattern: Any, flags: int = 0) -> Any:
        made = original(pattern, flags)
        frame: Any = sys._getframe(1)
        while frame.f_code.co_filename.startswith(RE_FOLDER):
            frame = frame.f_back
        file = frame.f_code.co_filename
        if file.startswith((f"{ROOT}/coach/", f"{ROOT}/server/")):
            seen.setdefault((made.pattern, made.flags), file.removeprefix(f"{ROOT}/"))
        return made

    _compiler.compile = compile_


def import_everything() -> None:
    """All modules, all languages, all rules: what they compile, they compile now."""
    for package in ("coach", "server"):
        top = importlib.import_module(package)
        for each in pkgutil.walk_packages(top.__path__, f"{package}."):
            if ".migrations." not in each.name:
                importlib.import_module(each.name)
    from coach import Coach, Sample

    coach = Coach.load()
    for mail in MAILS:
        coach.assess(mail, profile=coach.profile([Sample(text=mail)]))


def sample(parsed: Any, times: int = 1) -> str:
    """A text that fits a parsed expression, or nearly; unbounded repeats stand `times` times."""
    out = ""
    for kind, value in parsed:
        if kind is _constants.LITERAL:
            out += chr(value)
        elif kind is _constants.NOT_LITERAL:
            out += "a" if value != ord("a") else "b"
        elif kind is _constants.ANY:
            out += "a"
        elif kind is _constants.IN:
            out += one_of(value)
        elif kind is _constants.BRANCH:
            out += sample(value[1][-1])
        elif kind is _constants.SUBPATTERN:
            out += sample(value[3])
        elif kind is _constants.ATOMIC_GROUP:
            out += sample(value)
        elif kind in REPEATS:
            least, most, inner = value
            out += sample(inner) * max(least, 1 if most else 0) * times
    return out


REPEATS = {_constants.MAX_REPEAT, _constants.MIN_REPEAT, getattr(_constants, "POSSESSIVE_REPEAT", None)}
CATEGORY = {
    _constants.CATEGORY_DIGIT: "1",
    _constants.CATEGORY_SPACE: " ",
    _constants.CATEGORY_WORD: "a",
    _constants.CATEGORY_NOT_DIGIT: "a",
    _constants.CATEGORY_NOT_SPACE: "a",
    _constants.CATEGORY_NOT_WORD: " ",
}


def one_of(items: Any) -> str:
    """A character of a set."""
    if items[0][0] is _constants.NEGATE:
        body = "".join(_class_text(each) for each in items[1:])
        for each in "ab 1-.,;:!x\n<>":
            try:
                if re.fullmatch(f"[^{body}]", each):
                    return each
            except re.error:
                return "a"
        return "\u2603"
    kind, value = items[0]
    if kind is _constants.LITERAL:
        return chr(value)
    if kind is _constants.RANGE:
        return chr(value[0])
    return CATEGORY.get(value, "a")


def _class_text(item: Any) -> str:
    kind, value = item
    if kind is _constants.LITERAL:
        return re.escape(chr(value))
    if kind is _constants.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    names = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_DIGIT": r"\D",
             "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_WORD": r"\W"}  # fmt: skip
    return names.get(str(value), "")


def pumped(parsed: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """(what leads to it, what it takes again and again) for every repeat that may go on for long."""
    for kind, value in parsed:
        if kind in REPEATS:
            _, most, inner = value
            if most > 20:
                yield before, sample(inner) or "a"
            yield from pumped(inner, before)
        elif kind is _constants.BRANCH:
            for each in value[1]:
                yield from pumped(each, before)
        elif kind is _constants.SUBPATTERN:
            yield from pumped(value[3], before)
        elif kind is _constants.ATOMIC_GROUP:
            yield from pumped(value, before)
        before += sample([(kind, value)])


ANCHORED = {"match", "fullmatch"}


def uses_of() -> dict[str, frozenset[str]]:
    """File -> how it uses expressions: a name that is only ever matched from the start needs no search."""
    found: dict[str, frozenset[str]] = {}
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for top in ("coach", "server")
        for path in (ROOT / top).rglob("*.py")
    }
    everything = "\n".join(texts.values())
    for file, text in texts.items():
        for name in re.findall(r"^(\w+)(?:: [^=\n]+)? = re\.compile\(", text, re.MULTILINE):
            where = text if name.startswith("_") else everything
            used = set(re.findall(rf"\b{name}\.(\w+)\(", where))
            is_anchored = used and used <= ANCHORED and not re.search(rf"[(,=]\s*{name}\b(?!\.)", where)
            found[f"{file}:{name}"] = frozenset(used) if is_anchored else frozenset({"search"})
    return found


def use_of(pattern: str | bytes, file: str, uses: dict[str, frozenset[str]]) -> frozenset[str]:
    """How this expression is used: by its name where it has one, else by searching."""
    module = importlib.import_module(file.removesuffix(".py").replace("/", ".").removesuffix(".__init__"))
    for name, value in vars(module).items():
        if isinstance(value, re.Pattern) and value.pattern == pattern and f"{file}:{name}" in uses:
            return uses[f"{file}:{name}"]
    return frozenset({"search"})


def hostile(pattern: str | bytes, flags: int) -> Iterator[str]:
    """Texts that keep an expression busy: its own repeats pumped up, and general ones."""
    parsed = _parser.parse(pattern, flags & ~re.UNICODE if isinstance(pattern, bytes) else flags)
    found: set[str] = set()
    for before, piece in pumped(parsed):
        whole = before + piece
        for text in (before + piece * (LENGTH // len(piece)), whole * (LENGTH // len(whole))):
            found |= {text + fail for fail in FAILS}
    if found:
        found |= {each * (LENGTH // len(each)) + fail for each in GENERAL for fail in FAILS}
    yield from found


def seconds(compiled: re.Pattern[Any], uses: frozenset[str], text: str | bytes) -> float:
    """CPU seconds of one use of each kind; raises TooLong."""
    started = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, CPU_LIMIT)
    try:
        for each in uses:
            getattr(compiled, each)(text)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - started


def _stop(*_: object) -> None:
    raise TooLong


def main() -> None:
    """Prints, as JSON, how many expressions were tried on how many texts, the slowest, and all that took too long."""
    watch_compiler()
    import_everything()
    signal.signal(signal.SIGPROF, _stop)
    tried, slow, slowest, where, uses = 0, [], 0.0, "", uses_of()
    for (pattern, flags), file in list(seen.items()):
        compiled, used = re.compile(pattern, flags), use_of(pattern, file, uses)
        for text in hostile(pattern, flags):
            data = text.encode("latin-1", "replace") if isinstance(pattern, bytes) else text
            tried += 1
            try:
                took = seconds(compiled, used, data)
                slowest, where = max((slowest, where), (took, f"{file}: {str(pattern)[:200]}"))
            except TooLong:
                slow.append({"file": file, "pattern": str(pattern)[:400], "text": text[:60], "use": sorted(used)})
                if "-v" in sys.argv:
                    sys.stderr.write(f"{len(slow)} {slow[-1]}\n")
                break
    files = len(set(seen.values()))
    told = {"patterns": len(seen), "files": files, "texts": tried, "slowest": slowest, "where": where, "slow": slow}
    print(json.dumps(told))  # noqa: T201


if __name__ == "__main__":
    main()
