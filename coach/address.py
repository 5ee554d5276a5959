"""Du or Sie in German text: which forms of address a text uses, with the words that show it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

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
CALLS = frozenset(  # imperatives to one person: "schick mir", "bitte schick die Liste"
    """schick schau sag gib ruf meld mach komm nimm lass denk schreib guck bring check hör bleib frag prüf bestell
    schicke sage melde mache rufe schreibe bringe prüfe bestelle denke lasse warte""".split()
)
PLURAL_CALLS = frozenset("schickt gebt sagt meldet macht ruft schreibt bringt prüft bestellt denkt kommt".split())
TO_ME = frozenset("mir uns dir dich euch".split())  # behind an imperative; "mich" stands behind a dropped "ich"
SOFT = frozenset("bitte doch mal kurz einfach bitteschön".split())
QUOTES = frozenset('"„“”»«')
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
    found = _Found()
    before: Sentence | None = None
    for sentence in document.sentences:
        _scan(sentence, found, about_others=before is not None and _speaks_of_others(before))
        before = sentence
    sie = found.sie if found.du else found.sie + found.perhaps_sie
    if not found.du and not sie:
        return FormsUsed(None)
    form = "mixed" if found.du and sie else "du" if found.du else "sie"
    return FormsUsed(form, tuple(found.du), tuple(sie))


@dataclass(slots=True)
class _Found:
    """The places found so far; at the start of a sentence the capital of "Sie" proves nothing."""

    du: list[Span] = field(default_factory=list)
    sie: list[Span] = field(default_factory=list)
    perhaps_sie: list[Span] = field(default_factory=list)


def _scan(sentence: Sentence, found: _Found, *, about_others: bool) -> None:
    tokens = sentence.tokens
    quoted = False
    initial = True
    for index, token in enumerate(tokens):
        word = token.text
        if word in QUOTES:
            quoted = not quoted and word != "”"
        elif not quoted and SIE.fullmatch(word):
            _note_capital(sentence, index, found, initial=initial, about_others=about_others)
        elif not quoted and _says_du(tokens, index, initial=initial):
            found.du.append(sentence.span_of(index, index + 1))
        initial = (initial and word in OPENERS) or word in (":", "•") or (word.isdigit() and index == 0)


def _note_capital(sentence: Sentence, index: int, found: _Found, *, initial: bool, about_others: bool) -> None:
    """Files a "Sie", "Ihnen" or "Ihr": the word behind it, and at the start the sentence before, decide."""
    span = sentence.span_of(index, index + 1)
    word = sentence.tokens[index].text
    after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    if word == "Ihr" and after is not None and after.lower in YOU_PLURAL_VERBS:
        found.du.append(span)
    elif not initial:
        found.sie.append(span)
    elif not about_others and not (word == "Sie" and after is not None and _is_singular(after)):
        found.perhaps_sie.append(span)


def _says_du(tokens: tuple[Token, ...], index: int, *, initial: bool) -> bool:
    word = tokens[index].lower
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    before = tokens[index - 1].lower if index else ""
    if word in DU:
        return not tokens[index].text.isupper() or len(word) <= 3  # DEIN GmbH is a name
    if word in YOU_SINGULAR_VERBS:
        return True
    if word == "ihr":
        return after in YOU_PLURAL_VERBS or before in YOU_PLURAL_VERBS
    starts = initial or before in SOFT or (before == "dann" and index == 1)
    if word in CALLS and starts:
        return after in TO_ME or after in SOFT or ((before in SOFT or before == "dann") and not word.endswith("e"))
    return word in PLURAL_CALLS and starts and after in (TO_ME | SOFT)


def _speaks_of_others(sentence: Sentence) -> bool:
    """True if "Sie" in the next sentence may mean them or her: "Die Teile sind da.", "Frau Wolf ist da."."""
    words = [token.lower for token in sentence.tokens]
    if any(token.text in ("Sie", "Ihnen", "Ihr", "Ihre") for token in sentence.tokens[1:]) or "wir" in words:
        return False
    if "frau" in words:
        return True
    verbs = [token for token in sentence.tokens if token.pos in ("VERB", "AUX")]
    finite = [verb for verb in verbs if verb.tag.endswith("(FIN)")] if len(verbs) > 1 else verbs
    return any(verb.text.endswith("n") or verb.lower == "sind" for verb in finite)


def _is_singular(verb: Token) -> bool:
    """A verb that goes with she but not with you or they: "ist", "hat", "wuchs", but "sind", "haben", "wuchsen"."""
    return verb.pos in ("VERB", "AUX") and not verb.text.endswith("n") and verb.lower != "sind"
