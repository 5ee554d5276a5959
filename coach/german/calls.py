"""German imperatives without "Sie": "melde dich", "ruf an", "schickt uns"; where a clause of a mail in du begins."""

from __future__ import annotations

from collections.abc import Sequence

from coach.german.clauses import JOINS, OPENS, finite, is_stop, is_verb
from coach.german.verbs import Verb, called, find
from coach.languages._de_verbs import (
    CALLS_NAMED_LIKE_NOUNS,
    CHANGED,
    EVERYDAY,
    PRESENT_OF_SAYING,
    TOLD_WITH_YOU,
)
from coach.model import Token

NO_CALLS = frozenset("lieb danke bitte gruß grüße lieber liebe hallo moment sodass per statt trotz dank".split())
MYSELF = frozenset("melden freuen bedanken entschuldigen kümmern beeilen erinnern beziehen wenden bewerben".split())
LEADS = frozenset("bitte dann also aber und oder doch sonst jetzt nun sondern".split())
OTHERS = frozenset("ich wir er man es sie wer".split())
OBJECTS = frozenset(
    """mir uns dich dir es das den die ihn sie ein eine einen dein deine deinen deiner mich euch keine keinen kein etwas
    nichts ihm ihr ihnen alles diese diesen dieses dem der unsere unseren unser meine meinen mein eure euren""".split()
)
SOFTENERS = frozenset(
    """bitte doch mal kurz einfach nicht gern gerne noch auch ruhig schon dazu daran dafür so nur viel selbst sofort
    gleich jetzt heute morgen nie wieder erst lieber danach dann darauf darüber""".split()
)
FIRST_PERSON = frozenset("bin hab habe werde freu hoffe".split())
CONDITIONS = frozenset("wenn falls sobald bevor sofern solltest hast".split())
SOFT = frozenset("bitte doch mal einfach ruhig".split())
CLIPPED_ICH = frozenset("hab find hoff glaub wünsch freu werd seh sitz steh".split())  # a dropped "ich" in talk
WISHED = frozenset("angst sorge scheu geduld mut vertrauen nachsicht verständnis erbarmen spaß spass".split())
TIMES = frozenset("tag abend morgen wochenende woche urlaub zeit nacht fest reise fahrt feierabend".split())
FINE = ("gut", "schön", "toll", "wunder", "angenehm", "fein", "erholsam", "ruhig", "entspannt", "sonnig")
INSTRUCTING = frozenset(
    """klicken achten beachten antworten gedulden warten läuten klingeln tippen rechnen behalten öffnen wählen
    genießen""".split()
)
ARTICLES = ("ART", "PPOSAT", "PDAT", "PIAT")
GOVERNING = frozenset("klicken feiern achten warten gehen fahren denken antworten arbeiten sprechen reden".split())


class Calls:
    """The imperatives of one sentence; `several`: the mail speaks to more than one ("ihr", "euch")."""

    def __init__(self, tokens: Sequence[Token], addressed: frozenset[int], *, several: bool) -> None:
        self._tokens = tokens
        self._lower = [token.lower for token in tokens]
        self._addressed = addressed
        self._several = several
        self._found: list[int] = []

    def verb(self, place: int) -> Verb | None:
        """The verb of an imperative that stands here; to be asked from left to right."""
        token = self._tokens[place]
        if not token.text.isalpha() or self._lower[place] in NO_CALLS:
            return None
        opens = self._opens(place)
        if not opens and self._word(place + 1) != "dich":  # as most words; so no verb is looked for in them
            return None
        verb = called(token.text, token.lemma)
        sure = verb is not None and verb.infinitive in MYSELF and self._word(place + 1) == "dich"
        if not sure and not opens:
            return None
        if verb is not None and (sure or self._bids_one(place, verb)):
            self._found.append(place)
            return verb
        verb = self._plural(place)
        if verb is not None:
            self._found.append(place)
        return verb

    # --- where a clause begins --------------------------------------------------------------------------

    def _opens(self, place: int) -> bool:
        """True for the first word of a clause that is not joined to somebody else's ("ich komme und hole es")."""
        at, joined = place, False
        while at > 0 and self._word(at - 1) in LEADS:
            at -= 1
            joined = joined or self._word(at) in JOINS
        if joined and place in self._addressed:
            return True
        if at == 0 or self._is_break(at - 1):
            return not (joined and at > 0 and self._is_about_others(at - 1))
        return joined and not self._is_about_others(at) and self._has_verb_before(at)

    def _is_break(self, place: int) -> bool:
        return is_stop(self._tokens[place])

    def _is_about_others(self, end: int) -> bool:
        """True if the clause before, unless it bids itself, is about me, us or somebody."""
        start = end
        while start > 0 and not self._is_break(start - 1):
            start -= 1
        if any(start <= at < end for at in self._found):
            return False
        if start > 1 and start < end and self._tokens[start].tag.startswith(OPENS):
            return self._is_about_others(start - 1)  # "..., sobald sie da ist, und sag Bescheid"
        words = {self._word(at) for at in range(start, end)}
        told = any("FIN" in self._tokens[at].tag and at not in self._addressed for at in range(start, end))
        return bool(words & OTHERS) or (told and words.isdisjoint(("du", "ihr")))

    def _has_verb_before(self, end: int) -> bool:
        """A call or a finite verb stands before the joining word: "Ort und Stelle" has none."""
        for at in range(end - 1, -1, -1):
            if at in self._found or at in self._addressed or "FIN" in self._tokens[at].tag:
                return True
            if self._is_break(at):
                return False
        return False

    # --- to one person ----------------------------------------------------------------------------------

    def _bids_one(self, place: int, verb: Verb) -> bool:
        token = self._tokens[place]
        if self._leaves_out_ich(place, verb) or self._has_subject_behind(place, verb) or self._reads_otherwise(place):
            return False
        clipped = token.lower in CLIPPED_ICH and verb.infinitive != "haben"
        if place in self._addressed or (token.tag.endswith("(IMP)") and not clipped):
            return True
        if verb.infinitive in CHANGED:  # "tritt" may be what somebody does
            third = any(token.lower == row.forms[2] for row in verb.rows if row.tense == "present")
            return not third or "bitte" in (self._word(at) for at in self._rest(place))
        if token.lower == "halt" and self._word(place + 1) not in ("dich", "bitte", "mich", "uns"):
            return False  # "und halt den Inhalt"
        if token.text[:1].islower() or token.lower not in CALLS_NAMED_LIKE_NOUNS:
            return verb.infinitive in EVERYDAY or is_verb(token)
        return self._takes_words(place, verb)

    def _reads_otherwise(self, place: int) -> bool:
        """A noun inside a sentence, a word of another class, or a clause that has its finite verb already."""
        token = self._tokens[place]
        capital = token.text[:1].isupper()
        if capital and place and not self._is_break(place - 1) and self._word(place - 1) not in LEADS:
            return True
        if capital and self._word(place - 1) in JOINS:
            return True  # "Ort und Stelle"
        closed = token.tag.startswith(("ART", "AP", "P", "KO", "CARD"))
        qualifies = token.tag.startswith("AD") and self._word(place + 1) not in OBJECTS  # "schick es": no adjective
        if (closed or qualifies) and place not in self._addressed:
            return True
        for at in self._rest(place):
            if self._tokens[at].tag in ("KOUS", "PWAV", "PWS"):
                return False  # "sag mir wie das war"
            if "FIN" in self._tokens[at].tag and self._word(at) != "bitte":
                return True
        return False

    def _takes_words(self, place: int, verb: Verb) -> bool:
        """What tells "Ruf kurz an" from "Ruf und Preis": an object, a softener, or a prefix at the end."""
        rest = self._rest(place)
        if not rest or "ADJ(A)" in self._tokens[rest[0]].tag:
            return False
        behind = self._tokens[rest[0]]
        if behind.lower in OBJECTS | SOFTENERS or behind.tag.startswith(ARTICLES):
            return behind.tag != "ART" or behind.lower not in ("der", "des")
        if self._tokens[rest[-1]].tag == "PTKVZ":
            return True
        personal = any(self._word(at) in ("mir", "uns", "dir", "dich", "euch") for at in rest)
        return behind.tag.startswith("APPR") and (personal or verb.infinitive in GOVERNING)

    def _leaves_out_ich(self, place: int, verb: Verb) -> bool:
        """ "Melde mich morgen", "Hoffe, du bist zufrieden", "Rufe dich an", "Komme um zehn": not an order."""
        behind = self._word(place + 1)
        if behind == "mich" and verb.infinitive in MYSELF:
            return True
        if verb.infinitive == "haben":
            return not self._wishes(place)
        before = {self._word(at) for at in range(place)}
        if before & FIRST_PERSON and before.isdisjoint(("ich", "du", "wir")):
            return True  # "Bin wieder da, flieg aber morgen weiter"
        if not self._word(place).endswith("e") or self._word(place - 1) == "bitte":
            spoken = {self._word(at) for at in self._rest(place)} & {"mir", "dir", "dich", "bitte"} or behind == "es"
            return self._word(place) in CLIPPED_ICH and not (spoken or self._found)
        if behind == "," and verb.infinitive in PRESENT_OF_SAYING:
            return True
        rest = {self._word(at) for at in self._rest(place)}
        if "dich" in rest and verb.infinitive in TOLD_WITH_YOU:
            return True
        return not (place in self._addressed or self._is_begged(place, verb, rest))

    def _is_begged(self, place: int, verb: Verb, rest: set[str]) -> bool:
        """A second sign of an order where the word alone may as well leave out its "ich" ("Prüfe das morgen")."""
        told = rest & (SOFT | {"mir", "uns", "nicht", "dich", "dir"}) or any(word.startswith("dein") for word in rest)
        if told or self._found or verb.infinitive in INSTRUCTING | CHANGED:
            return True
        if self._word(place + 1) == "," and any(token.lower.startswith("dein") for token in self._tokens[place:]):
            return True  # "Versuche, deinen Tag zu planen"
        return "!" in self._tokens[-1].text or self._is_followed(place) or self._follows_du(place)

    def _is_followed(self, place: int) -> bool:
        """ "Klicke hier und gib ...": what is joined is an order for sure."""
        end = self._rest(place).stop
        behind = end + 1
        if end >= len(self._tokens) - 1 or self._word(end) not in JOINS or self._word(behind).endswith("e"):
            return False
        sure = self._word(behind + 1) != "mich"  # "Warte und freu mich"
        return sure and called(self._tokens[behind].text, self._tokens[behind].lemma) is not None

    def _follows_du(self, place: int) -> bool:
        """ "Wenn du Zeit hast, prüfe ..."."""
        before = {self._word(at) for at in range(place)}
        return self._word(place - 1) == "," and "du" in before and not before.isdisjoint(CONDITIONS)

    def _wishes(self, place: int) -> bool:
        """ "Hab keine Angst", "Hab einen schönen Tag"; "Hab keine Zeit" leaves out its "ich"."""
        rest = {self._word(at) for at in self._rest(place)}
        if any("(PP)" in self._tokens[at].tag for at in self._rest(place)):
            return False
        fine = any(word.startswith(FINE) for word in rest)
        return bool(rest & WISHED) or (bool(rest & TIMES) and fine)

    def _has_subject_behind(self, place: int, verb: Verb) -> bool:
        behind = self._word(place + 1)
        if behind in ("ich", "du", "wir", "ihr", ":"):
            return True
        told = {row.forms[2] for row in verb.rows if row.tense in ("present", "preterite")}
        return behind in ("er", "sie", "es", "man") and self._word(place) in told

    # --- to several -------------------------------------------------------------------------------------

    def _plural(self, place: int) -> Verb | None:
        token = self._tokens[place]
        if not token.lower.endswith(("t", "seid")) or token.lower == "statt":
            return None
        found = find(token.text, token.lemma, "ihr")
        if found is None or found[1].tense != "present" or "ihr" in (self._word(place - 1), self._word(place + 1)):
            return None
        if place in self._addressed:
            return found[0]
        return found[0] if self._several and self._bids_several(place) else None

    def _bids_several(self, place: int) -> bool:
        token, rest = self._tokens[place], self._rest(place)
        if not (is_verb(token) or token.text[:1].islower()) or "(PP)" in token.tag:
            return False
        if token.text[:1].isupper() and place and not self._is_break(place - 1):
            return False
        if self._tokens[-1].text.startswith("?") or any("FIN" in self._tokens[at].tag for at in rest):
            return False
        if any(self._word(at) in ("ich", "du", "wir", "er", "man", "ihr") for at in rest):
            return False
        person = finite(self._tokens, place, "ihr")
        if person is not None and person.row.ihr != person.row.forms[2]:
            return True
        words = {self._word(at) for at in rest}
        if words & {"bitte", "euch"} and not words & {"es", "das"}:
            return True
        alone = not self._has_possible_subject(rest)
        pressing = bool(words & {"mir", "uns", "mich"}) or self._word(place + 1) in SOFT or bool(self._found)
        cried = "!" in self._tokens[-1].text
        begs = cried or pressing or token.tag.endswith("(IMP)")
        return (begs and (alone or (cried and self._word(place + 1) == "es"))) or self._has_plural_object(place)

    def _has_possible_subject(self, places: range) -> bool:
        """A noun or pronoun without preposition, as in "kommt uns das lang vor"."""
        governed = False
        for at in places:
            token = self._tokens[at]
            if token.tag.startswith("APPR"):
                governed = True
            elif token.tag.startswith(("NN", "NE", "PDS", "PIS")) or token.lower in ("das", "es", "sie", "die"):
                if not governed and not (self._found and token.lower in ("es", "sie")):
                    return True
                governed = False
        return False

    def _has_plural_object(self, place: int) -> bool:
        """ "Tragt die Zeiten ein": what would be a subject does not go with the verb."""
        if self._word(place + 1) not in ("die", "eure") or place + 2 >= len(self._tokens):
            return False
        noun = self._tokens[place + 2]
        return noun.tag.startswith("NN") and noun.lower != noun.lemma.lower()

    def _rest(self, place: int) -> range:
        """The words behind an imperative up to the next stop or joining word."""
        for at in range(place + 1, len(self._tokens)):
            if is_stop(self._tokens[at]) or self._word(at) in JOINS:
                return range(place + 1, at)
        return range(place + 1, len(self._tokens))

    def _word(self, place: int) -> str:
        return self._lower[place] if 0 <= place < len(self._lower) else ""
