"""The greeting this customer is used to: in their form, or in the team's own last one, with the name that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.address.greeted import greeted
from coach.edges import STIFF, greets_a_group
from coach.greeting_line import written_greeting
from coach.greeting_person import TAIL, form_used, names_nobody
from coach.habit import SURE, nearest_of_most_frequent, usual_forms
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN
from coach.language import Form
from coach.model import AUTHORED, Context, Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation
from coach.spelling import spelled_like

NEAR = 0.45  # two greetings this close in formality ("Hi", "Hey") are the same to a reader
CALLED_WITHIN = 4  # words: "Vielen herzlichen Dank Anna", "Dustin, ..."
PROFESSOR = re.compile(r"\bProf", re.IGNORECASE)
OWNED = re.compile(r"\b([^\W\d_]{3,})['’]s\b")
NOTHING = frozenset({"none", "name_only"})  # forms of the dimension that nobody is to be greeted with
PLAIN_TAIL = re.compile(r"[ ,.:;\-–\n]*!?[ ,.:;\-–\n]*")  # one mark stays, "Hi Anna! 😊" and "Hey Anna!!" go
STAYS_LARGE = re.compile(r"(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
SMALL_TAGS = ("ART", "P", "AP", "ADV", "KO", "VV(FIN)", "VA", "VM", "ADJ", "PAV", "PROAV", "PWAV", "PIS")


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """The greeting in the wanted form, or, where there is none, the whole line; nothing without a name to greet."""
    place = _place(situation)
    if place is None or not _points_here(situation, at, place):
        return
    greeting = situation.draft.greeting
    line = place.of(situation.draft.text)
    if _goes_on(situation, place) or greets_a_group(situation):
        return
    now = situation.language.greeting_form(line) if greeting else None
    wanted = _wanted(situation, now)
    if wanted is None or (now and (_is_alike(now, wanted) or _is_colder(situation, now, wanted))):
        return
    instead = written_greeting(situation, line if greeting else "", wanted)
    if instead is None or instead == line or _loses_a_title(situation, line, instead):
        return
    if _loses_a_surname(situation, line, instead) or (now and _slights_a_professor(line, now, wanted)):
        return
    instead = spelled_like(situation.draft.text, instead)
    if greeting is None and _is_named_below(situation, place.start, instead):
        return
    if greeting is None:
        yield Rewrite(_inserted(situation, place.start, instead))
    else:
        yield Rewrite((_replaced(situation, greeting, line, instead),))


def _is_alike(now: Form, wanted: Form) -> bool:
    return now.name == wanted.name or abs(now.formality - wanted.formality) < NEAR


def _is_colder(situation: Situation, now: Form, wanted: Form) -> bool:
    """True for "Liebe Frau Wolf" as "Guten Tag Frau Wolf" or "Liebe Eva" as "Moin Eva": a kind word is taken back."""
    return now.name in situation.language.registers.warm_greetings and wanted.formality < STIFF


def _slights_a_professor(line: str, now: Form, wanted: Form) -> bool:
    """True for "Sehr geehrter Herr Professor" as "Guten Tag Herr Professor": such letters keep their form."""
    return PROFESSOR.search(line) is not None and now.formality >= STIFF > wanted.formality


def _loses_a_surname(situation: Situation, line: str, instead: str) -> bool:
    """True for "Guten Abend Werner Wolf" as "Moin Werner" where nobody says du."""
    before, after = (greeted(each, situation.language) if each else None for each in (line, instead))
    lost = before is not None and before.first and before.last and not (after and after.last)
    return bool(lost) and form_used(situation) != "du" and situation.language.code == "de"


def _is_named_below(situation: Situation, start: int, instead: str) -> bool:
    """True for a text that begins "Thanks Michael," or speaks of "Michael's post": nobody is called twice in a row,
    and whom a mail speaks of it does not greet."""
    person = greeted(instead, situation.language)
    if person is None:
        return False
    names = set(re.findall(r"\w+", f"{person.first} {person.last}".lower()))
    text = situation.draft.text
    opening = re.findall(r"\w+", text[start:].lstrip().partition("\n")[0].lower())
    owned = {each.lower() for part in situation.draft.body for each in OWNED.findall(part.of(text))}
    return not names.isdisjoint(owned | set(opening[:CALLED_WITHIN]))


def _loses_a_title(situation: Situation, line: str, instead: str) -> bool:
    """True for "Herr Professor Enderle" as "Herr Enderle": a title that stood there is the reader's own."""
    titles = situation.language.titles - situation.language.honorifics
    before, after = ({word.strip(".,!").lower() for word in each.split()} for each in (line, instead))
    by_first_name = not after & situation.language.honorifics
    return bool(before & titles - after) and not by_first_name


def _place(situation: Situation) -> Span | None:
    """The greeting without its marks, or the empty place where it would stand."""
    draft = situation.draft
    if draft.greeting is not None:
        written = draft.greeting.of(draft.text).rstrip()
        tail = TAIL.search(written)
        return Span(draft.greeting.start, draft.greeting.start + (tail.start() if tail else len(written)))
    if not draft.sentences or not any(each.part in AUTHORED for each in draft.segments):
        return None
    start = draft.sentences[0].span.start
    return Span(start, start)


def _goes_on(situation: Situation, place: Span) -> bool:
    """True where the line greets somebody else, too: "Guten Tag Frau Brandt, guten Tag Herr Wolf,", "Hi every one!"."""
    text = situation.draft.text
    rest = text[place.end :].split("\n", 1)[0]
    if situation.draft.greeting is None:
        return False
    called = rest.lstrip(" ,").split(" ", 1)[0].strip(".,!").lower() in situation.language.titles  # "Hello, sir."
    if rest[:1] == "." and any(char.isalpha() for char in rest):
        return True  # cut off behind a title: "Sehr geehrte Frau Mag.Dr. Eva Wolf,"
    unnamed = names_nobody(situation, place.of(text)) and (called or (rest[:1] == " " and rest[1:2].isalpha()))
    return unnamed or situation.language.greeting_form(rest.lstrip(" ,")) is not None


def _points_here(situation: Situation, at: Span | None, place: Span) -> bool:
    if at is None:
        return True
    end = max(place.end, place.start + 1)
    if situation.draft.greeting is None and situation.draft.sentences:
        end = situation.draft.sentences[0].span.end
    return at.start < end and place.start <= max(at.end - 1, at.start)


def _wanted(situation: Situation, now: Form | None) -> Form | None:
    """The customer's most frequent form; of several the nearest to the draft's; where nobody writes it, the team's own."""
    language = situation.language
    by_name = {form.name: form for form in language.greetings}
    before = language.greeting_form(situation.salutation.strip()) if situation.salutation.strip() else None
    forms = usual_forms(situation, "greeting")
    if not forms or forms[0][1] < SURE:
        return before if before and before.write else None
    far = {name: abs(form.formality - now.formality) for name, form in by_name.items()} if now else {}
    name = nearest_of_most_frequent(forms, far)
    if name is None or name in NOTHING:
        return None
    habit = by_name.get(language.registers.greeting_instead.get(name, name))
    if habit and habit.write:
        return habit
    near = habit and before and before.write and abs(habit.formality - before.formality) < NEAR
    return before if near else None


def _replaced(situation: Situation, greeting: Span, line: str, instead: str) -> Edit:
    written = greeting.of(situation.draft.text).rstrip()
    if PLAIN_TAIL.fullmatch(written[len(line) :]):
        return Edit(Span(greeting.start, greeting.start + len(line)), instead)
    return Edit(Span(greeting.start, greeting.start + len(written)), f"{instead},")


def _inserted(situation: Situation, start: int, instead: str) -> tuple[Edit, ...]:
    """The new line; in German the sentence behind its comma begins small, unless a noun or "Sie" does."""
    first = situation.draft.sentences[0].tokens[0] if situation.draft.sentences[0].tokens else None
    line = f"{instead},\n\n"
    if situation.language.code != "de" or first is None or not first.text[:1].isupper() or first.text.isupper():
        return (Edit(Span(start, start), line),)
    if STAYS_LARGE.match(first.text) or not first.tag.startswith(SMALL_TAGS):
        return (Edit(Span(start, start), line),)
    return (Edit(Span(start, start + 1), line + first.text[0].lower()),)


_SIE = "wir schicken Ihnen den Plan heute zu und rufen Sie am Montag wegen der Montage an.\n\nViele Grüße\nTom"
_DU = "ich schicke dir den Plan heute zu und rufe dich am Montag wegen der Montage an.\n\nViele Grüße\nTom"
_EN = "we will send the drawing today and call you on Monday about the wiring.\n\nBest regards,\nSam"
_EXAMPLES = (
    RewriteExample("de", f"Hi Frau Brandt,\n\n{_SIE}", f"Sehr geehrte Frau Brandt,\n\n{_SIE}", habit=FORMAL_DE.mails),
    RewriteExample("de", f"Hallo,\n\n{_SIE}", f"Sehr geehrte Damen und Herren,\n\n{_SIE}", habit=FORMAL_DE.mails),
    RewriteExample("de", f"Guten Tag Jana,\n\n{_DU}", f"Hi Jana,\n\n{_DU}", habit=LOOSE_DE.mails),
    RewriteExample("de", f"Sehr geehrter Herr Dr. Maier,\n\n{_SIE}", f"Hallo Herr Dr. Maier,\n\n{_SIE}", habit=LOOSE_DE.mails),
    RewriteExample("de", _DU, f"Hi Jana,\n\n{_DU}", habit=LOOSE_DE.mails, context=Context(name="Jana Maier")),
    RewriteExample(
        "de", f"W{_SIE[1:]}", f"Sehr geehrte Frau Dr. Brandt,\n\n{_SIE}", habit=FORMAL_DE.mails, context=Context(salutation="Sehr geehrte Frau Dr. Brandt,")
    ),
    RewriteExample("de", f"Guten Tag Frau Brandt,\n\n{_SIE}", f"Liebe Frau Brandt,\n\n{_SIE}", context=Context(salutation="Liebe Frau Brandt,")),
    RewriteExample("de", _SIE, None, habit=FORMAL_DE.mails, context=Context(name="Anke Wolf GmbH")),
    RewriteExample("de", f"Sehr geehrte Kundin,\n\n{_DU}", None, habit=LOOSE_DE.mails),
    RewriteExample("de", f"Hai!\n\n{_DU}", None, habit=LOOSE_DE.mails, context=Context(name="Jana Maier")),
    RewriteExample("de", f"Hallo zusammen,\n\n{_SIE}", None, habit=FORMAL_DE.mails),
    RewriteExample("de", f"Guten Tag Frau Brandt, guten Tag Herr Wolf,\n\n{_SIE}", None, habit=LOOSE_DE.mails),
    RewriteExample("de", f"Hey Jana,\n\n{_DU}", None, habit=LOOSE_DE.mails),
    RewriteExample("de", f"Hi Jana,\n\n{_DU}", None, habit=FORMAL_DE.mails),
    RewriteExample("en", f"Dear Dan,\n\n{_EN}", f"Hey Dan,\n\n{_EN}", habit=LOOSE_EN.mails),
    RewriteExample("en", f"Hey Ms Whitcombe!!\n\n{_EN}", f"Dear Ms Whitcombe,\n\n{_EN}", habit=FORMAL_EN.mails),
    RewriteExample("en", _EN, f"Hey Dan,\n\n{_EN}", habit=LOOSE_EN.mails, context=Context(name="Dan Moore")),
    RewriteExample("en", f"Hi,\n\n{_EN}", f"Dear Sir or Madam,\n\n{_EN}", habit=FORMAL_EN.mails),
    RewriteExample("en", _EN, f"Dear Dr. Lee,\n\n{_EN}", context=Context(salutation="Dear Dr. Lee,")),
    RewriteExample("en", f"Dear Mr Miller,\n\n{_EN}", None, habit=LOOSE_EN.mails),
    RewriteExample("en", f"Hi Dan,\n\n{_EN}", None, habit=LOOSE_EN.mails),
    RewriteExample("en", _EN, None, habit=LOOSE_EN.mails, context=Context(name="info@moore.example")),
    RewriteExample("en", f"Thanks Dan,\n\n{_EN}", None, habit=LOOSE_EN.mails, context=Context(name="Dan Moore")),
    RewriteExample(
        "de",
        f"Am Tag der Lieferung war Frau Meier krank. W{_SIE[1:]}",
        f"Sehr geehrte Frau Dr. Brandt,\n\nam Tag der Lieferung war Frau Meier krank. W{_SIE[1:]}",
        habit=FORMAL_DE.mails,
        context=Context(salutation="Sehr geehrte Frau Dr. Brandt,"),
    ),
    RewriteExample("en", f"As shown in Dan's post, {_EN}", None, habit=LOOSE_EN.mails, context=Context(name="Dan Moore")),
    RewriteExample("en", f"Hi Dan and Ann,\n\n{_EN}", None, habit=FORMAL_EN.mails),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
