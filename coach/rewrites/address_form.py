"""Du where Sie is due or Sie where du is: the whole mail in the form that is due, its greeting with the right name.

In English the salutation: first name or surname. All edits belong to one rewrite, as half a change is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator

from coach.address import forms_used, name_used
from coach.address.greeted import (
    Greeted,
    by_first_name,
    by_surname,
    greeted,
    honorific_in,
    honorific_of,
    named,
    signed,
    without_you,
)
from coach.edges import CHUMMY, greeting_form
from coach.german.address_form import FAMILIAR
from coach.german.address_form import edits as german_edits
from coach.languages._address_greetings import GREETINGS
from coach.model import Context, Edit, Span
from coach.relationship.address_ledger import AddressStanding, SideForm
from coach.relationship.form_due import form_due
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

INTIMATE = -0.4  # "Hi", "Hallo" with a first name, on the scale of greetings; "Guten Tag Jan" may go with Sie
FOND = frozenset({"liebe"})  # and so are these, however they are rated


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """The draft in the form that is due, all at once; nothing where it is in it already or speaks to several."""
    form = form_due(situation)
    if form is None:
        return
    found = _german(situation, form) if situation.language.code == "de" else _english(situation, form)
    if found is not None and (at is None or _concerns(situation, form, found, at)):
        yield found


def _german(situation: Situation, form: str) -> Rewrite | None:
    draft = situation.draft
    changes = [Edit(span, text) for span, text in german_edits(draft, form)]
    wrong = draft.once(forms_used).wrong_for(form)
    greeting = draft.greeting
    if not wrong or (form == "du" and _greets_several(situation)):
        return None
    asks = False
    if greeting is not None:
        line = greeting.of(draft.text)
        renamed = _renamed(situation, line, familiar=form == "du")
        inside = (change for change in changes if change.span.start >= greeting.end)
        changes = list(inside) if any(each.start < greeting.end for each in wrong) or renamed else changes
        if renamed:
            end, text = renamed
            changes.insert(0, Edit(Span(greeting.start, greeting.start + end), text))
            asks = GREETINGS["de"].gap in text
    if not _all_done(changes, wrong, situation) or (form == "sie" and _stays_familiar(situation, changes)):
        return None
    return Rewrite(tuple(changes), asks=asks)


def _all_done(changes: list[Edit], wrong: tuple[Span, ...], situation: Situation) -> bool:
    """True if every word of the other form is changed; a mail in both forms is nobody's wish."""
    touched = [change.span for change in changes]
    own = (span for span in wrong if not situation.is_quoted(span))
    return bool(changes) and all(
        any(span.start < done.end and done.start < span.end for done in touched) for span in own
    )


def _stays_familiar(situation: Situation, changes: list[Edit]) -> bool:
    """True where Sie would stand beside "Huhu Eva" or beside a command or an "ihr" of which nothing was made."""
    text, greeting = situation.draft.text, situation.draft.greeting
    body = greeting.end if greeting is not None else 0
    form = greeting_form(situation)
    if form is not None and form.formality <= CHUMMY and not any(each.span.start < body for each in changes):
        return True
    if greeting is not None and not any(each.span.start < greeting.end for each in changes):
        person = greeted(greeting.of(text), situation.language)
        if (
            person is not None
            and not person.formal
            and form is not None
            and (form.formality < INTIMATE or form.name in FOND)
        ):
            return True
    done = [each.span for each in changes]
    written = max((span.end for span in situation.draft.authored), default=len(text))
    left = (found for found in FAMILIAR.finditer(text, body, written) if not situation.is_quoted(Span(*found.span())))
    return any(not any(span.start < found.end() and found.start() < span.end for span in done) for found in left)


def _english(situation: Situation, form: str) -> Rewrite | None:
    draft = situation.draft
    used, greeting = draft.once(name_used), draft.greeting
    other = {"first_name": "title", "surname": "first_name"}.get(form)
    if used is None or not used.named or used.form != other or greeting is None or greeting not in used.spans:
        return None
    renamed = _renamed(situation, greeting.of(draft.text), familiar=form == "first_name")
    if renamed is None or GREETINGS["en"].gap in renamed[1]:
        return None
    return Rewrite((Edit(Span(greeting.start, greeting.start + renamed[0]), renamed[1]),))


def _concerns(situation: Situation, form: str, found: Rewrite, at: Span) -> bool:
    """True if the words pointed at are among those that the rewrite changes."""
    wrong = situation.draft.once(forms_used).wrong_for(form) if situation.language.code == "de" else ()
    spans = (*wrong, *(edit.span for edit in found.edits))
    return any(span.start < at.end and at.start < span.end for span in spans)


def _greets_several(situation: Situation) -> bool:
    """True for a greeting of more than one: their Sie would become ihr, and which Sie is whose, nobody can tell."""
    draft = situation.draft
    if draft.greeting is None:
        return False
    line = draft.greeting.of(draft.text).strip()
    words = {word.strip(" ,.!").lower() for word in line.split()}
    several = bool(words & (situation.language.groups | {"und", "sowie", "&"}))
    behind = draft.text[draft.greeting.end :] if not draft.greeting.of(draft.text).endswith("\n") else ""
    another = situation.language.greeting_form(behind.lstrip(" ,").partition("\n")[0]) is not None
    return several or another or "," in line.rstrip(" ,.!")


# --- the greeting line ------------------------------------------------------------------------------------


def _renamed(situation: Situation, line: str, *, familiar: bool) -> tuple[int, str] | None:
    """Where the part of a greeting ends that names somebody, and how it reads with the other name, if that is known."""
    language = situation.language
    person = greeted(line, language)
    if person is None:
        return None if familiar else without_you(line, language)
    if person.formal is not familiar:
        return None if familiar else _without_du(situation, line, person)
    if familiar:
        first = _first_name(situation, person)
        return person.end, by_first_name(person, first or GREETINGS[language.code].gap, language)
    return _formally(situation, person) or _by_full_name(situation, person) or _without_du(situation, line, person)


def _without_du(situation: Situation, line: str, person: Greeted) -> tuple[int, str] | None:
    """ "Grüß dich, Eva" without its "dich", where no surname is known."""
    return without_you(line, situation.language) if person.phrase else None


def _first_name(situation: Situation, person: Greeted) -> str:
    """The first name that goes with this surname by the customer's name, the mail answered or the last greeting."""
    if person.first:
        return person.first
    for first, last in _names(situation):
        if last.lower() == person.last.lower():
            return first
    before = greeted(situation.salutation, situation.language) if situation.salutation else None
    known = named(situation.context.name, situation.language)
    if before is not None and not before.formal and before.first and (known is None or known[0] == before.first):
        return before.first
    return ""


def _formally(situation: Situation, person: Greeted) -> tuple[int, str] | None:
    """The greeting with surname and "Frau" or "Herr", where both are known."""
    language = situation.language
    before = greeted(situation.salutation, language) if situation.salutation else None
    formal = before if before is not None and before.formal else None
    last = person.last or next((last for first, last in _names(situation) if first == person.first), "")
    if not last and formal is not None:
        last = formal.last
    if not last:
        return None
    titles = formal.titles if formal is not None and formal.last == last else ""
    honorific = formal.honorific if formal is not None and formal.last == last else ""
    honorific = honorific or honorific_in(_thread(situation), last, language) or honorific_of(person, language)
    if not honorific and not (titles and language.code == "en"):
        return None
    return person.end, by_surname(person, honorific, titles, last, language)


def _by_full_name(situation: Situation, person: Greeted) -> tuple[int, str] | None:
    """ "Guten Tag Eva Wolf" where the surname is known, and nothing tells whether it is Frau or Herr Wolf."""
    full = next(((first, last) for first, last in _names(situation) if first == person.first), None)
    if full is None or situation.language.code != "de":
        return None
    return person.end, f"Guten Tag {full[0]} {full[1]}"


def _names(situation: Situation) -> Iterator[tuple[str, str]]:
    known = named(situation.context.name, situation.language)
    if known is not None:
        yield known
    yield from signed(_thread(situation), situation.language)


def _thread(situation: Situation) -> str:
    """The mail that is answered and what is quoted below the draft."""
    draft = situation.draft
    end = max((span.end for span in draft.authored), default=0)
    return f"{situation.context.reply_to}\n{draft.text[end:]}"


# --- examples ---------------------------------------------------------------------------------------------


def _writes(language: str, form: str) -> AddressStanding:
    return AddressStanding(language, SideForm(form, mails=4), SideForm())


_DU = Context(address={"de": _writes("de", "du")}, name="Eva Wolf")
_SIE = Context(address={"de": _writes("de", "sie")}, salutation="Sehr geehrte Frau Dr. Wolf,", name="Eva Wolf")
_FIRST = Context(address={"en": _writes("en", "first_name")}, name="Eva Wolf")
_SURNAME = Context(address={"en": _writes("en", "surname")}, salutation="Dear Ms Wolf,", name="Eva Wolf")

REWRITER = Rewriter(
    frozenset({"de", "en"}),
    rewrite,
    (
        RewriteExample(
            "de",
            "Hallo Frau Wolf,\n\nIhre Waage ist fertig. Können Sie sie am Montag abholen? Bringen Sie bitte den Schein mit und melden Sie sich am Empfang.\n\nViele Grüße\nTom",
            "Hallo Eva,\n\ndeine Waage ist fertig. Kannst du sie am Montag abholen? Bring bitte den Schein mit und melde dich am Empfang.\n\nViele Grüße\nTom",
            context=_DU,
        ),
        RewriteExample(
            "de",
            "Hi Eva,\n\ndanke dir. Hast du die Liste schon? Dann schick sie mir bitte.\n\nViele Grüße\nTom",
            "Hallo Frau Dr. Wolf,\n\ndanke Ihnen. Haben Sie die Liste schon? Dann schicken Sie sie mir bitte.\n\nViele Grüße\nTom",
            at="du",
            context=_SIE,
        ),
        RewriteExample(
            "de",
            "Liebe Eva,\n\nich habe dein Angebot gelesen. Was du zur Wartung schreibst, gefällt uns.\n\nHerzliche Grüße\nTom",
            "Liebe Frau Wolf,\n\nich habe Ihr Angebot gelesen. Was Sie zur Wartung schreiben, gefällt uns.\n\nHerzliche Grüße\nTom",
            context=Context(address={"de": _writes("de", "sie")}, name="Eva Wolf"),
        ),
        RewriteExample(
            "de",
            "Sehr geehrter Herr Brandt,\n\nwenn Sie Zeit haben, rufen Sie mich an.\n\nMit freundlichen Grüßen\nAnke",
            "Hallo [Vorname],\n\nwenn du Zeit hast, ruf mich an.\n\nMit freundlichen Grüßen\nAnke",
            context=Context(address={"de": _writes("de", "du")}),
        ),
        RewriteExample(
            "de",
            "Guten Tag,\n\nhabt ihr die Pläne bekommen? Wenn ihr Fragen habt, ruft mich an.\n\nGruß\nTom",
            "Guten Tag,\n\nhaben Sie die Pläne bekommen? Wenn Sie Fragen haben, rufen Sie mich an.\n\nGruß\nTom",
            context=Context(address={"de": _writes("de", "sie")}),
        ),
        RewriteExample("de", "Hallo Eva,\n\nhast du die Liste schon?\n\nGruß\nTom", None, context=_DU),
        RewriteExample("de", "Hallo Frau Wolf,\n\nhaben Sie die Liste schon?\n\nGruß\nTom", None),
        RewriteExample(
            "de",
            "Hallo Frau Wolf,\n\nich habe mit ihr gesprochen. Hast du die Liste schon?\n\nGruß\nTom",
            "Hallo Frau Wolf,\n\nich habe mit ihr gesprochen. Haben Sie die Liste schon?\n\nGruß\nTom",
            context=_SIE,
        ),
        RewriteExample(
            "de",
            "Sehr geehrte Damen und Herren,\n\nhaben Sie die Liste schon geprüft?\n\nMit freundlichen Grüßen\nTom",
            None,
            context=_DU,
        ),
        RewriteExample(
            "de",
            "Hallo Eva,\n\nder Fahrer sagte: „Rufen Sie mich an.“ Das habe ich gemacht.\n\nGruß\nTom",
            None,
            context=_DU,
        ),
        RewriteExample(
            "de",
            "Hallo Frau Wolf,\n\nich habe Ihre Mail gelesen. Die Ware kommt morgen.\n\nGruß\nTom",
            None,
            at="Ware",
            context=_DU,
        ),
        RewriteExample(
            "en",
            "Dear Ms Wolf,\n\nthe new scale is ready. We can bring it on Monday.\n\nKind regards,\nTom",
            "Dear Eva,\n\nthe new scale is ready. We can bring it on Monday.\n\nKind regards,\nTom",
            context=_FIRST,
        ),
        RewriteExample(
            "en",
            "Hi Eva,\n\nthe new scale is ready. We can bring it on Monday.\n\nBest,\nTom",
            "Hello Ms Wolf,\n\nthe new scale is ready. We can bring it on Monday.\n\nBest,\nTom",
            context=_SURNAME,
        ),
        RewriteExample(
            "en",
            "Good morning Mr Hart,\n\nthe fitter is on his way and should be with you by ten.\n\nThanks,\nTom",
            "Good morning Jim,\n\nthe fitter is on his way and should be with you by ten.\n\nThanks,\nTom",
            context=Context("Morning all,\n\nwhere is he?\n\nThanks\nJim Hart\n", address={"en": _writes("en", "first_name")}),
        ),
        RewriteExample(
            "en",
            "Dear Eva,\n\nplease find the quote attached. It holds until the end of May.\n\nKind regards,\nTom",
            "Dear Ms Wolf,\n\nplease find the quote attached. It holds until the end of May.\n\nKind regards,\nTom",
            at="Eva",
            context=_SURNAME,
        ),
        RewriteExample(
            "en",
            "Dear Mr Hart,\n\nthe fitter is on his way and should be with you by ten.\n\nThanks,\nTom",
            None,
            context=Context(address={"en": _writes("en", "first_name")}),
        ),
        RewriteExample("en", "Hi Eva,\n\nthe new scale is ready.\n\nBest,\nTom", None, context=_FIRST),
        RewriteExample("en", "Dear Sir or Madam,\n\nthe new scale is ready.\n\nBest,\nTom", None, context=_FIRST),
        RewriteExample(
            "en",
            "Hi Eva,\n\nthe new scale is ready. We can bring it on Monday.\n\nBest,\nTom",
            None,
            context=Context(address={"en": _writes("en", "surname")}),
        ),
        RewriteExample("en", "Hi team,\n\nthe new scale is ready for Monday.\n\nBest,\nTom", None, context=_SURNAME),
    ),
)  # fmt: skip
