"""Du or Sie in German text: which forms of address a text uses, with the words that show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.document import Document, Sentence
from coach.model import Span, Token

SIE = re.compile(r"Sie|Ihnen|Ihr(?:e[mnrs]?)?")
DU = frozenset(
    """du dich dir dein deine deinen deinem deiner deines euch euer eure euren eurem eurer eures deinerseits
    deinetwegen deins""".split()
)
YOU_PLURAL_VERBS = frozenset(
    """habt seid könnt wollt müsst sollt dürft mögt werdet wisst macht kommt geht braucht schickt hättet wärt könntet
    würdet wolltet solltet möchtet hattet wart findet meint denkt seht schafft bekommt""".split()
)
YOU_SINGULAR_VERBS = frozenset(
    """hast bist kannst willst musst darfst sollst magst weißt wirst könntest hättest wärst würdest möchtest solltest
    machst kommst gehst schickst brauchst findest meinst siehst denkst sagst hattest warst konntest wolltest""".split()
)
CALLS = frozenset(
    """schick schicke schau sag gib ruf melde meld mach komm nimm lass denk schreib guck bring check warte sei hör
    bleib frag""".split()
)
OPENERS = frozenset("\"„“«»‚'(-–*•:")


@dataclass(frozen=True, slots=True)
class FormsUsed:
    """The form of address ("du", "sie", "mixed", or None) and where it shows."""

    form: str | None
    du: tuple[Span, ...] = ()
    sie: tuple[Span, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        return tuple(sorted((*self.du, *self.sie)))

    def wrong_for(self, form: str) -> tuple[Span, ...]:
        """The words to change for a reader who is used to `form` ("du" or "sie")."""
        return self.sie if form == "du" else self.du


def forms_used(document: Document) -> FormsUsed:
    """Which form of address the body of a German document uses; words inside quotation marks do not count."""
    if document.language is None or document.language.code != "de":
        return FormsUsed(None)
    du: list[Span] = []
    sie: list[Span] = []
    perhaps_sie: list[Span] = []
    for sentence in document.sentences:
        _scan(sentence, du, sie, perhaps_sie)
    if perhaps_sie and not du:
        sie.extend(perhaps_sie)
    if not du and not sie:
        return FormsUsed(None)
    form = "mixed" if du and sie else "du" if du else "sie"
    return FormsUsed(form, tuple(du), tuple(sie))


def _scan(sentence: Sentence, du: list[Span], sie: list[Span], perhaps_sie: list[Span]) -> None:
    tokens = sentence.tokens
    quoted = False
    initial = True
    for index, token in enumerate(tokens):
        word = token.text
        if word in '„“”»«"':
            quoted = not quoted and word != "”"
        elif not quoted:
            span = sentence.span_of(index, index + 1)
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            following = after.text if after else ""
            before = tokens[index - 1].text.lower() if index else ""
            if SIE.fullmatch(word):
                she = after is not None and _is_singular(after)
                _formal(word, following, span, initial=initial, says_she=she, du=du, sie=sie, perhaps_sie=perhaps_sie)
            elif (
                word.lower() in DU
                or word.lower() in YOU_SINGULAR_VERBS
                or (word == "ihr" and (following.lower() in YOU_PLURAL_VERBS or before in YOU_PLURAL_VERBS))
                or (initial and word.lower() in CALLS and following != "Sie")
            ):
                du.append(span)
        initial = (initial and word in OPENERS) or word in (":", "•") or (word.isdigit() and index == 0)


def _formal(
    word: str,
    following: str,
    span: Span,
    *,
    initial: bool,
    says_she: bool,
    du: list[Span],
    sie: list[Span],
    perhaps_sie: list[Span],
) -> None:
    """At the start of a sentence the capital says nothing: there the next word decides."""
    if not initial:
        sie.append(span)
    elif word == "Ihr" and following.lower() in YOU_PLURAL_VERBS:
        du.append(span)
    elif word != "Sie" or not says_she:
        perhaps_sie.append(span)


def _is_singular(verb: Token) -> bool:
    """A verb that goes with she but not with you or they: "ist", "hat", "wuchs", but "sind", "haben", "wuchsen"."""
    return verb.pos in ("VERB", "AUX") and not verb.text.endswith("n") and verb.text.lower() != "sind"
