"""One person's promise or apology said as "wir", said as "ich": pronouns, reflexives, finite verbs; tags by HanTa."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.care_words import VoiceWords
from coach.german.clauses import Finite, end_of, finite, is_verb, last_finite, opener, start_of
from coach.german.verbs import Row
from coach.model import Token

ICH = 0  # row of a table
FRAMES = frozenset({"werden", "mögen"})  # the promise is in their infinitive; "können wir klären" may mean both sides
REGRETS = frozenset({"entschuldigen", "bedauern"})  # what "möchten" frames
SORRY = frozenset({"leid", "leidtun"})
BEGINS = "unser"


@dataclass(frozen=True, slots=True)
class Change:
    """Token number `place` reads `text`."""

    place: int
    text: str


def to_ich(tokens: Sequence[Token], words: VoiceWords) -> tuple[Change, ...]:
    """The changes that make a sentence speak of one person; none where it does not promise or apologise for sure."""
    subjects = [at for at, token in enumerate(tokens) if token.lower == "wir"]
    sorry = [at for at, token in enumerate(tokens) if token.lower == "uns" and _regrets(tokens, at)]
    if not subjects and not sorry:
        return ()
    verbs: dict[int, Finite] = {}
    own: set[int] = set(sorry)
    for at in subjects:
        found = _verbs_of(tokens, at, words)
        if found is None:
            return ()
        verbs |= {each.place: each for each in found}
    reflexives = _reflexives(tokens, set(verbs), own, words)
    if reflexives is None:
        return ()
    changes = [
        *(Change(at, _cased(tokens[at], "ich")) for at in subjects),
        *(Change(at, "mir") for at in sorry),
        *(Change(at, _cased(tokens[at], _ich_form(tokens[at], each.row))) for at, each in verbs.items()),
        *reflexives,
        *_faults(tokens, words),
    ]
    return tuple(sorted(changes, key=lambda each: each.place))


def _regrets(tokens: Sequence[Token], at: int) -> bool:
    """ "Es tut uns leid", "leid tut es uns"."""
    near = [token.lower for token in tokens[max(0, at - 4) : at + 5]]
    return not SORRY.isdisjoint(near) and not {"tut", "tat", "täte"}.isdisjoint(near)


def _verbs_of(tokens: Sequence[Token], at: int, words: VoiceWords) -> list[Finite] | None:
    """The finite verbs of this "wir", those joined by "und" included; None where one is no promise."""
    start = start_of(tokens, at)
    if opener(tokens, start, at) is not None:
        main = last_finite(tokens, at, "sie")
        return [main] if main and _is_own(tokens, main, start, end_of(tokens, at), words) else None
    main = finite(tokens, at - 1, "sie") if at > start else None
    main = main or finite(tokens, at + 1, "sie")
    if main is None or not is_verb(tokens[main.place]) or main.place == 0:
        return None  # a verb first is a condition: "Melden wir uns zu spät, ..."
    end = _stop(tokens, main.place)
    if main.verb.infinitive in FRAMES:
        return [main] if _is_own(tokens, main, start, end, words) else None
    found = [main, *_joined(tokens, main.place, end)]
    bounds = [*(each.place for each in found[1:]), end]
    sure = all(_is_own(tokens, each, each.place, bound, words) for each, bound in zip(found, bounds, strict=True))
    return found if sure else None


def _stop(tokens: Sequence[Token], at: int) -> int:
    return next((place for place in range(at + 1, len(tokens)) if tokens[place].text in ",;:.!?()–—"), len(tokens))


def _joined(tokens: Sequence[Token], at: int, end: int) -> Iterator[Finite]:
    """ "... und melden uns": verbs right behind an "und" that have no subject of their own."""
    for place in range(at + 1, end - 1):
        if tokens[place].lower != "und" or not is_verb(tokens[place + 1]):
            continue
        joined = finite(tokens, place + 1, "sie")
        alone = place + 2 >= len(tokens) or tokens[place + 2].text not in ("Sie", "sie", "wir")
        if joined is not None and (alone or tokens[place + 2].text == "Sie"):
            yield joined


def _is_own(tokens: Sequence[Token], main: Finite, start: int, end: int, words: VoiceWords) -> bool:
    """Whether the verb (with its particle), or the infinitive that it frames, is one with which somebody promises."""
    if main.verb.infinitive in FRAMES:
        framed = [each for each in tokens[main.place + 1 : end] if is_verb(each)] or [
            each for each in tokens[start : main.place] if is_verb(each)
        ]
        own = words.own if main.verb.infinitive == "werden" else REGRETS
        return bool(framed) and all(each.lower in own or each.lemma.lower() in own for each in framed)
    if main.row.tense != "present":
        return False
    particle = next((each.lower for each in tokens[main.place + 1 : end] if each.tag == "PTKVZ"), "")
    if particle + main.verb.infinitive in words.own or main.verb.infinitive in words.own:
        return True
    rest = " ".join(each.lower for each in tokens[start:end])
    if main.verb.infinitive == "bitten":
        return any(word in rest for word in ("entschuldigung", "verzeihung", "nachsicht"))
    if main.verb.infinitive == "geben":
        return "bescheid" in rest or "rückmeldung" in rest
    return main.verb.infinitive == "halten" and "laufenden" in rest


def _reflexives(tokens: Sequence[Token], verbs: set[int], sorry: set[int], words: VoiceWords) -> list[Change] | None:
    """ "mich" or "mir" for each other "uns"; None where one is no reflexive for sure."""
    found = []
    for at, token in enumerate(tokens):
        if token.lower != "uns" or at in sorry:
            continue
        if at > 0 and tokens[at - 1].tag.startswith("APPR"):
            return None
        end = _stop(tokens, at)
        near = {_with_particle(tokens, place, end) for place in verbs if place < end} | {
            each.lower for each in tokens[at:end] if is_verb(each)
        }
        if near & words.reflexive_dative:
            found.append(Change(at, "mir"))
        elif near & words.reflexive:
            found.append(Change(at, "mich"))
        else:
            return None
    return found


def _with_particle(tokens: Sequence[Token], place: int, end: int) -> str:
    particle = next((each.lower for each in tokens[place + 1 : end] if each.tag == "PTKVZ"), "")
    return particle + tokens[place].lower


def _faults(tokens: Sequence[Token], words: VoiceWords) -> Iterator[Change]:
    """ "unser Fehler" is "mein Fehler"; "unsere Werkstatt" stays."""
    for at, token in enumerate(tokens[:-1]):
        if not token.lower.startswith(BEGINS) or token.tag not in ("PPOSAT", "PPOSS"):
            continue
        if any(each.lower in words.faults for each in tokens[at + 1 : at + 3]):
            ending = token.lower.removeprefix("unser")
            yield Change(at, _cased(token, "mein" + ending))


def _ich_form(token: Token, row: Row) -> str:
    form = row.forms[ICH]
    return form.replace("ß", "ss") if "ss" in token.text else form


def _cased(token: Token, text: str) -> str:
    return text[0].upper() + text[1:] if token.text[0].isupper() else text
