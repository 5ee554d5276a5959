"""The greeting this customer is used to: in their form, or in the team's own last one, with the name that is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coach.address import forms_used
from coach.address.greeted import Greeted, greeted, named
from coach.edges import STIFF, greets_a_group
from coach.habit import SURE, nearest_of_most_frequent, usual_forms
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN
from coach.language import Form
from coach.model import AUTHORED, Context, Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation
from coach.spelling import spelled_like

NEAR = 0.45  # two greetings this close in formality ("Hi", "Hey") are the same to a reader
CASUAL = -0.6  # "Moin", "Servus"
CALLED_WITHIN = 4  # words: "Vielen herzlichen Dank Anna", "Dustin, ..."
PROFESSOR = re.compile(r"\bProf", re.IGNORECASE)
OWNED = re.compile(r"\b([^\W\d_]{3,})['’]s\b")
NOTHING = frozenset({"none", "name_only"})  # forms of the dimension that nobody is to be greeted with
TAIL = re.compile(r"[^\w]*$")
PLAIN_TAIL = re.compile(r"[ ,.:;\-–\n]*!?[ ,.:;\-–\n]*")  # one mark stays, "Hi Anna! 😊" and "Hey Anna!!" go
STAYS_LARGE = re.compile(r"(?:Sie|Ihnen|Ihre?[mnrs]?)\b")
SMALL_TAGS = ("ART", "P", "AP", "ADV", "KO", "VV(FIN)", "VA", "VM", "ADJ", "PAV", "PROAV", "PWAV", "PIS")


@dataclass(frozen=True, slots=True)
class _Person:
    """Whom the mail greets; `honorific` and `first` are empty where nothing tells them."""

    honorific: str = ""
    titles: str = ""
    first: str = ""
    last: str = ""
    gendered: str = ""  # "r" in "Lieber Tom", "" in "Liebe Eva", "?" where nothing tells


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
    instead = _written(situation, line if greeting else "", wanted)
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
    return bool(lost) and _form_used(situation) != "du" and situation.language.code == "de"


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
    unnamed = _names_nobody(situation, place.of(text)) and (called or (rest[:1] == " " and rest[1:2].isalpha()))
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


def _written(situation: Situation, line: str, wanted: Form) -> str | None:
    """The greeting in this form; None where no name is known that goes with it."""
    verbatim = _as_before(situation, line, wanted)
    if verbatim is not None:
        return verbatim
    person = _person(situation, line)
    if person is None:
        return _to_nobody(situation, line, wanted)
    if situation.language.code == "de":
        return _german(situation, person, wanted)
    return _english(person, wanted, situation)


def _as_before(situation: Situation, line: str, wanted: Form) -> str | None:
    """The team's last greeting, word for word, if it has this form and greets nobody else."""
    before = TAIL.sub("", situation.salutation.strip())
    form = situation.language.greeting_form(before) if before and "\n" not in before else None
    if form is None or form.name != wanted.name:
        return None
    said, was = (greeted(line, situation.language) if line else None), greeted(before, situation.language)
    if was is None or (said and not _may_be_same(said, was)):
        return None
    form_used = _form_used(situation)
    clashes = (form_used == "du" and was.honorific) or (
        form_used == "sie" and was.first and not was.honorific and not was.last
    )
    return None if clashes else before


def _form_used(situation: Situation) -> str | None:
    """The form of address below the greeting: the greeting itself is what may change."""
    used, greeting = situation.draft.once(forms_used), situation.draft.greeting
    if used.form == "mixed" and greeting and all(span.start < greeting.end for span in used.sie):
        return "du"
    return used.form


def _may_be_same(one: Greeted, other: Greeted) -> bool:
    last = not (one.last and other.last) or one.last == other.last
    return last and (not (one.first and other.first) or one.first == other.first)


def _person(situation: Situation, line: str) -> _Person | None:
    """From the draft's greeting, the team's last greeting and the customer's name, as far as they go together."""
    language = situation.language
    said = greeted(line, language) if line else None
    if line and said is None and not _names_nobody(situation, line):
        return None
    if said and not said.phrase and not said.honorific and said.last:
        return None  # "Liebes Analyseteam": no greeting that is known, and more than a name
    was = greeted(TAIL.sub("", situation.salutation.strip()), language) if situation.salutation else None
    if was is not None and said is not None and not _may_be_same(said, was):
        was = None
    if said and said.honorific and said.first:
        dot = "." if f"{said.first}." in line else ""
        said = replace(said, first="", last=f"{said.first}{dot} {said.last}")  # "Herr Professor Wolf": all of it stays
    known = _known_name(situation)
    if said and not said.phrase and not said.honorific and said.first not in (known or ("",))[:1]:
        return None  # "Hai!" and "Heyho," greet with words that are in no list
    first, last = known or ("", "")
    for each in (said, was):
        if each is not None and (
            (each.last and last and each.last != last) or (each.first and first and each.first != first)
        ):
            first = last = ""
    sources = [each for each in (said, was) if each is not None]
    by_first_name = was is not None and bool(was.first) and not was.honorific and _form_used(situation) != "sie"
    honorific = "" if by_first_name else next((each.honorific for each in sources if each.honorific), "")
    found = _Person(
        honorific,
        next((each.titles for each in sources if each.titles), ""),
        next((each.first for each in sources if each.first), first),
        next((each.last for each in sources if each.last), last),
        _gender(honorific, sources),
    )
    return found if found.first or found.last else None


def _known_name(situation: Situation) -> tuple[str, str] | None:
    """First name and surname of the customer as their mails give them; None for a firm or a desk."""
    name = situation.context.name
    words = {word.strip(".,").lower() for word in name.split()}
    return (
        named(name, situation.language) if name and words.isdisjoint(situation.language.registers.no_person) else None
    )


def _gender(honorific: str, sources: list[Greeted]) -> str:
    if honorific:
        return "r" if honorific == "Herr" else ""
    phrases = {each.phrase.lower() for each in sources}
    if phrases & {"lieber", "mein lieber", "werter"}:
        return "r"
    return "" if phrases & {"liebe", "meine liebe", "werte"} else "?"


def _names_nobody(situation: Situation, line: str) -> bool:
    """True for "Hallo," alone."""
    form = situation.language.greeting_form(line)
    return form is not None and line.strip(" ,!.").lower() in form.phrases


def _to_nobody(situation: Situation, line: str, wanted: Form) -> str | None:
    """A greeting without a name: only where the draft greets without one."""
    general = {each.lower() for each in situation.language.registers.to_nobody.values()}
    if not line or not (_names_nobody(situation, line) or line.lower() in general):
        return None
    used = _form_used(situation)
    if (used == "du" and wanted.needs_title) or (used == "sie" and wanted.formality < CASUAL):
        return None
    return situation.language.registers.to_nobody.get(wanted.name)


def _german(situation: Situation, person: _Person, wanted: Form) -> str | None:
    used = _form_used(situation)
    familiar = used == "du" or (used != "sie" and not person.honorific)
    if familiar and used != "du" and wanted.name == "guten_tag" and person.first and person.last:
        return f"Guten Tag {person.first} {person.last}"
    if familiar:
        if wanted.needs_title or not person.first:
            return None
        return _with_ending(wanted, person.gendered, person.first)
    if person.honorific and person.last:
        if wanted.name in situation.language.registers.familiar_greetings:
            return (
                f"Hallo {person.honorific} {person.last}"
                if not person.titles
                else f"Hallo {person.honorific} {person.titles} {person.last}"
            )
        if person.titles and wanted.formality < CASUAL:
            return None  # nobody writes "Moin Herr Professor"
        name = " ".join(each for each in (person.honorific, person.titles, person.last) if each)
        return _with_ending(wanted, person.gendered, name)
    if person.first and person.last and wanted.formality > 0:
        return f"Guten Tag {person.first} {person.last}"
    return None


def _with_ending(wanted: Form, gendered: str, name: str) -> str | None:
    if "{r}" in wanted.write and gendered == "?":
        return None  # "Liebe" or "Lieber": a first name does not tell
    return wanted.write.replace("{r}", gendered).replace("{name}", name)


def _english(person: _Person, wanted: Form, situation: Situation) -> str | None:
    if person.honorific or (person.titles and not person.first):
        if wanted.name in situation.language.registers.familiar_greetings or not person.last:
            return None
        name = " ".join(each for each in (person.honorific, person.titles, person.last) if each)
        return wanted.write.replace("{name}", name)
    return wanted.write.replace("{name}", person.first.split()[0]) if person.first else None


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
