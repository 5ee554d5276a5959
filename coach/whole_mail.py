"""Whether a mail that was written anew as a whole still says what the draft said, correctly and in the right form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from coach.address import forms_used
from coach.address.greeted import greeted
from coach.document import Document, Sentence
from coach.encoder import Encoder, Vectors
from coach.model import Span
from coach.relationship.form_due import form_due
from coach.situation import Situation
from coach.soundness import slips

LIKE = 0.4  # cosine of embeddings; sentences of two wordings of one mail lie above it, sentences made up below
WHOLE_LIKE = 0.5  # cosine of the two bodies
SURELY_SAME = 0.6  # cosine from which on a "not" in one sentence and none in the other turns the meaning round
ALMOST_EQUAL = 0.75  # cosine from which on their number must agree
CODE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.-]+"  # links and addresses
    r"|\d+(?:[.,:/-]\d+)*"
    r"|\b(?=\w*\d)\w+(?:-\w+)*|\b[A-ZÄÖÜ]{2,4}\b"  # codes such as X200, names such as AGB; what is longer is shouted
)
EVEN = re.compile(r"[.,:]00$|^0(?=\d)")  # "14:00" is 14, "03" is 3
ENDS = '.,;:!?)>]»“"'
MARKUP = re.compile(r"\*\*|__|```|(?m:^#{1,6} )|\[[^\]\n]{1,60}\]|<[A-Za-z/][^>\n]*>")
NAME = re.compile(r"[A-ZÄÖÜ][\w’'-]+")


class Loss(StrEnum):
    """What a new wording got wrong."""

    LANGUAGE = "language"
    FORM = "form"
    FACTS = "facts"
    NAMES = "names"
    GREETING = "greeting"
    SIGNER = "signer"
    LEFT_OUT = "left_out"
    MADE_UP = "made_up"
    TURNED_ROUND = "turned_round"
    SLIPS = "slips"
    MARKUP = "markup"


@dataclass(frozen=True, slots=True)
class Held:
    """What a new wording got wrong (`losses`), and what it kept: how many facts and names; `likeness` of the two
    bodies is a cosine of their embeddings."""

    losses: tuple[Loss, ...]
    facts: int
    names: int
    likeness: float


def held(before: Situation, after: Situation) -> Held:
    """What `after`, a new wording of the draft `before`, kept of it, and what it lost or made up."""
    draft, changed = before.draft, after.draft
    facts, names = _facts(draft), _names(draft)
    likeness, astray = _meaning(draft, changed, before.encoder)
    wrong = {
        Loss.LANGUAGE: changed.told != draft.told,
        Loss.FORM: not _right_form(before, after),
        Loss.FACTS: facts != _facts(changed),
        Loss.NAMES: not _same_names(before, after, names),
        Loss.GREETING: not _greets_whom_it_may(before, after),
        Loss.SIGNER: _is_signed_by_another(draft, changed),
        Loss.SLIPS: slips(changed.text) > slips(draft.text),
        Loss.MARKUP: len(MARKUP.findall(changed.text)) > len(MARKUP.findall(draft.text)),
    }
    losses = (*(loss for loss, is_so in wrong.items() if is_so), *astray)
    return Held(losses, len(facts), len(names), likeness)


def _facts(draft: Document) -> frozenset[str]:
    """Numbers, codes, links, addresses, days and months of the body, each in one form."""
    idle = draft.language.facts.idle if draft.language else frozenset()
    written = (found.strip(ENDS) for span in draft.body for found in CODE.findall(span.of(draft.text)))
    codes = (EVEN.sub("", each) for each in written if each.lower() not in idle)
    return frozenset((*codes, *_told_in_words(draft)))


def _told_in_words(draft: Document) -> Iterator[str]:
    if draft.language is None:
        return
    for token in draft.tokens():
        meant = draft.language.facts.meant(token.text)
        if meant is not None and token.pos not in ("AUX", "VERB"):
            yield meant


def _names(draft: Document) -> frozenset[str]:
    """Proper names of the body, days and months left aside, and who is called Herr or Frau there."""
    language = draft.language
    if language is None:
        return frozenset()
    # The first word of a sentence is written large anyway: "Sorry" there is easily taken for a name.
    inner = [token for sentence in draft.sentences for token in sentence.tokens[1:]]
    found = {each.text for each in inner if each.pos == "PROPN" and language.facts.meant(each.text) is None}
    for sentence in draft.sentences:
        for one, other in pairwise(sentence.tokens):
            if one.lower.rstrip(".") in language.honorifics | language.titles and NAME.fullmatch(other.text):
                found.add(other.text)
    return frozenset(each for each in found if NAME.fullmatch(each))


def _same_names(before: Situation, after: Situation, names: frozenset[str]) -> bool:
    """No name of the draft's body is gone, and none comes that stands nowhere in what the writer knows."""
    known = set(NAME.findall(_known_text(before)))
    return names <= set(NAME.findall(after.draft.text)) and _names(after.draft) <= known


def _known_text(before: Situation) -> str:
    """The draft, the customer's name and the greeting used last: where names may be taken from."""
    return " ".join((before.draft.text, before.context.name, before.context.salutation))


def _greets_whom_it_may(before: Situation, after: Situation) -> bool:
    """The greeting calls nobody by a name, a title or a "Frau" that is not known."""
    line, language = after.draft.greeting, after.language
    person = greeted(line.of(after.draft.text), language) if line else None
    if person is None:
        return True
    known = set(re.findall(r"[\w’'-]+", _known_text(before).lower()))
    asked = f"{person.honorific} {person.titles} {person.first} {person.last}"
    return {word.lower() for word in re.findall(r"[\w’'-]+", asked)} <= known


def _is_signed_by_another(draft: Document, changed: Document) -> bool:
    """Whether the names under the draft are gone; the first name alone may stay."""
    signers = _signers(draft)
    return bool(signers) and not signers & set(NAME.findall(changed.text))


def _signers(draft: Document) -> set[str]:
    """The names with which the draft is signed."""
    if draft.closing is None or draft.language is None:
        return set()
    line = draft.closing.of(draft.text).strip()
    form = draft.language.closing_form(line)
    start = len(form.phrase_in(" ".join(line.split()))) if form else 0
    signed = line[start:] if "\n" not in line else line.partition("\n")[2]
    return set(NAME.findall(signed))


def _right_form(before: Situation, after: Situation) -> bool:
    """No word addresses the reader in another form than is due, or, where that is not known, than the draft did.

    English has no such words.
    """
    used = after.draft.once(forms_used)
    due = form_due(before) or before.draft.once(forms_used).form
    return used.form != "mixed" and (due not in ("du", "sie") or not used.wrong_for(due))


def _meaning(draft: Document, changed: Document, encoder: Encoder | None) -> tuple[float, tuple[Loss, ...]]:
    """How alike the bodies are, and what is wrong: each sentence must find its like on the other side."""
    if encoder is None or not draft.sentences or not changed.sentences:
        return 0.0, (Loss.LEFT_OUT,)
    whole = encoder.encode([_text(draft.sentences), _text(changed.sentences)])
    likeness = float(whole[0] @ whole[1])
    there, back = _matches(draft, changed, encoder), _matches(changed, draft, encoder)
    wrong = {
        Loss.MADE_UP: any(each.like < LIKE for each in back),
        Loss.LEFT_OUT: likeness < WHOLE_LIKE or any(each.like < LIKE for each in there),
        Loss.TURNED_ROUND: any(each.turned for each in (*there, *back)),
    }
    return likeness, tuple(loss for loss, is_so in wrong.items() if is_so)


@dataclass(frozen=True, slots=True)
class _Match:
    """How like a sentence is to the nearest stretch of the other mail, and whether only one of them denies."""

    like: float
    turned: bool


def _matches(one: Document, other: Document, encoder: Encoder) -> list[_Match]:
    """For each sentence of `one` the nearest sentence, or two in a row, of `other`: some are split or joined."""
    stretches = [[each] for each in other.sentences] + [list(pair) for pair in pairwise(other.sentences)]
    mine: Vectors = encoder.encode([each.text for each in one.sentences])
    theirs: Vectors = encoder.encode([_text(each) for each in stretches])
    near = mine @ theirs.T
    found = []
    for sentence, row in zip(one.sentences, near, strict=True):
        best = int(row[: len(other.sentences)].argmax())
        turned = _turned(float(row[best]), _denials(one, sentence), _denials(other, other.sentences[best]))
        found.append(_Match(float(row.max()), turned))
    return found


def _text(sentences: Sequence[Sentence]) -> str:
    return " ".join(each.text for each in sentences)


def _turned(like: float, mine: int, theirs: int) -> bool:
    """Whether one of two sentences that say the same denies and the other does not, or not as often."""
    return (like >= SURELY_SAME and bool(mine) != bool(theirs)) or (like >= ALMOST_EQUAL and mine != theirs)


def _denials(document: Document, sentence: Sentence) -> int:
    """How many words like "not", "no" and "never" stand in this sentence."""
    return sum(_lies_in(found, sentence.span) for found in document.spans("negator"))


def _lies_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
