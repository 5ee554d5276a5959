"""The closing this customer is used to, in the draft's register; a missing one goes above the writer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.changing import LINK
from coach.edges import CHUMMY, STIFF, greeting_level, greets_a_group, is_familiar, smiles
from coach.endings import ends_with_a_closing, is_ended, says_goodbye
from coach.habit import ALSO_USUAL, SURE, nearest_of_most_frequent, usual_forms
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN
from coach.language import Form
from coach.model import Edit, Part, Span
from coach.register_words import RegisterWords
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation
from coach.spelling import is_transcribed, spelled_like

NEAR = 0.25  # two closings this close in formality are the same to a reader, unless one is warmer
NOTHING = frozenset({"none", "name_only", "other", "wunsch"})  # forms of the dimension that are nothing to offer
SAYS_MORE = frozenset({"dank", "thanks", "wunsch"})  # closings that thank or wish: what they say must stay
LEAVES = frozenset({"bis_dann", "see_you", "love"})  # meant for this person and this day: they stay
NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*){0,2}")
JOINT = re.compile(r"\s(?:und|and|&|\+)\s")
PLAIN = 0.2  # below it a closing is for people who know each other: a step down to it must not be a colder one
LETTER = 40  # words from which a text without greeting is more than a line in a chat
GAP = "[Name]"  # who signs, only the writer knows


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """The closing in the customer's form, joined to a closing that only thanks, or put in where there is none."""
    draft = situation.draft
    line = _line(situation)
    now = situation.language.closing_form(line) if line else None
    wanted = _wanted(situation, now)
    if wanted is None or _is_run_into(situation):
        return
    instead = spelled_like(line if is_transcribed(line) else draft.text, wanted.write)
    if now is None and (not line or NAME.fullmatch(line.strip(" ,.!"))):
        found = _inserted(situation, instead)
    elif now is None or draft.closing is None or now.name in LEAVES:
        return
    else:
        found = _swapped(situation, draft.closing.start, line, now, wanted, instead)
    if found is not None and (at is None or _touches(found.edits[0].span, at)):
        yield found


def _is_run_into(situation: Situation) -> bool:
    """True where no closing fits in: the last sentence runs on into it ("... und verbleibe / mit freundlichen Grüßen"),
    a postscript stands above it, or the mail is signed without one."""
    closing = situation.draft.closing
    before = situation.draft.text[: closing.start].rstrip() if closing else ""
    return (
        (before[-1:].isalpha() or before[-1:] == ",")
        and bool(situation.draft.sentences)
        and before.endswith(situation.draft.sentences[-1].text)
    )


def _line(situation: Situation) -> str:
    """The closing's first line, without the blanks behind it; empty where the draft has no closing."""
    closing = situation.draft.closing
    return closing.of(situation.draft.text).split("\n", 1)[0].rstrip() if closing else ""


def _touches(span: Span, at: Span) -> bool:
    return span.start <= at.end and at.start <= span.end


def _wanted(situation: Situation, now: Form | None) -> Form | None:
    """The customer's form, as one who writes to them would use it; None where the draft's own is theirs, too."""
    if greets_a_group(situation):
        return None
    words, forms = situation.language.registers, usual_forms(situation, "closing")
    by_name = {form.name: form for form in situation.language.closings}
    if now and any(name == now.name and share >= ALSO_USUAL for name, share in forms):
        return None
    if not forms or (forms[0][1] < SURE and not _all_written(forms, by_name)):
        return None
    far = {name: abs(form.formality - now.formality) for name, form in by_name.items()} if now else {}
    name = nearest_of_most_frequent(forms, far)
    if name is None or name in NOTHING:
        return None
    name = words.closing_instead.get(name, name)
    if not is_familiar(situation):
        name = words.closing_to_formal.get(name, name)
    wanted = by_name.get(name)
    if wanted is None or not wanted.write or _clashes(situation, wanted):
        return None
    return None if now and (_is_alike(now, wanted, words) or _is_colder(now, wanted, words)) else wanted


def _all_written(forms: list[tuple[str, float]], by_name: dict[str, Form]) -> bool:
    """True if the two most frequent forms make up most of the mails and both are closings: one of them is right."""
    return sum(share for _, share in forms[:2]) >= 2 * SURE * 0.8 and all(name in by_name for name, _ in forms[:2])


def _clashes(situation: Situation, wanted: Form) -> bool:
    """True for "Yours sincerely" under "Hi Ann 😊" and for "Viele Grüße" under "Sehr geehrte": the greeting tells the
    tone."""
    level = greeting_level(situation)
    if level is None:
        return False
    if wanted.formality >= STIFF:
        return level <= CHUMMY or (level < 0 and smiles(situation))
    return level >= STIFF and wanted.formality < situation.language.registers.least_under_stiff


def _is_alike(now: Form, wanted: Form, words: RegisterWords) -> bool:
    if now.name == wanted.name or any({now.name, wanted.name} <= each for each in words.like_closings):
        return True
    warm = words.warm_closings
    return abs(now.formality - wanted.formality) < NEAR and (now.name in warm) == (wanted.name in warm)


def _is_colder(now: Form, wanted: Form, words: RegisterWords) -> bool:
    """True for "Gruß" instead of "LG": no more formal, and less kind."""
    kind = words.kind_closings
    return wanted.formality < PLAIN and now.name in kind and wanted.name not in kind


def _is_said(situation: Situation, above: str) -> bool:
    """True where the writer's line or the one above it says goodbye in words that are in no list."""
    return says_goodbye(situation, _line(situation)) or says_goodbye(situation, above)


def _swapped(situation: Situation, start: int, line: str, now: Form, wanted: Form, instead: str) -> Rewrite | None:
    part = _part(line, now)
    if part is None:
        return None
    first, phrase, rest = part
    joint = situation.language.registers.closing_joint
    if now.name in SAYS_MORE:
        if not joint or first or rest.strip(" ,.!") or not phrase or len(line.split()) > 3:
            return None
        closing = situation.draft.closing
        if closing and says_goodbye(situation, closing.of(situation.draft.text)[len(line) :].lstrip()):
            return None  # "Danke! / Ciao Eva"
        end = start + first + len(phrase)
        return Rewrite((Edit(Span(end, start + len(line)), f"{joint}{_inside(instead)}"),))
    written = _inside(instead) if first and situation.language.code == "de" else instead
    if not rest.strip(" ,.!"):
        return Rewrite((Edit(Span(start + first, start + first + len(phrase)), written),))
    if rest[0] in " ," and NAME.fullmatch(rest.strip(" ,")):  # "LG Tobi": the name gets its own line
        comma = "," if situation.language.code == "en" else ""
        return Rewrite((Edit(Span(start + first, start + len(line) - len(rest.lstrip(" ,"))), f"{written}{comma}\n"),))
    return None


def _part(line: str, now: Form) -> tuple[int, str, str] | None:
    """Where in the line the phrase begins, the phrase, and what follows; the last part of "Danke und viele Grüße"."""
    joints = [match.end() for match in JOINT.finditer(line)]
    for first in (*reversed(joints), 0):
        phrase = now.phrase_in(line[first:])
        if phrase:
            return first, line[first : first + len(phrase)], line[first + len(phrase) :]
    return None


def _inside(closing: str) -> str:
    """The closing as it stands within a line: "mit freundlichen Grüßen", but "LG" and "Gruß"."""
    return closing if closing[:2].isupper() or " " not in closing else closing[:1].lower() + closing[1:]


def _inserted(situation: Situation, instead: str) -> Rewrite | None:
    """The closing above the writer's name or signature; without either it holds a gap for the name."""
    draft = situation.draft
    comma = "," if situation.language.code == "en" else ""
    if ends_with_a_closing(situation):
        return None
    if draft.closing is not None:
        above = draft.text[: draft.closing.start].rstrip().rpartition("\n")[2]
        if LINK.search(above) or situation.language.closing_form(above) or _is_said(situation, above):
            return None  # a footnote, or a closing in words of its own
        return Rewrite((Edit(Span(draft.closing.start, draft.closing.start), f"{instead}{comma}\n"),))
    if not draft.sentences or (draft.greeting is None and draft.words < LETTER) or is_ended(situation):
        return None  # a line in a chat, a mail that says goodbye in its own way, or one with a postscript
    if any(each.part is Part.QUOTE and each.span.start < draft.sentences[-1].span.end for each in draft.segments):
        return None
    last = draft.sentences[-1]
    end = last.span.start + len(last.text.rstrip())
    paragraph = draft.text[:end].rsplit("\n\n", 1)[-1]
    if draft.text[end - 1] not in ".!?" or any(
        situation.language.closing_form(line) for line in paragraph.splitlines()
    ):
        return None  # a list, a draft not yet done, or a closing of another kind
    if any(each.part is Part.SIGNATURE for each in draft.segments):
        return Rewrite((Edit(Span(end, end), f"\n\n{instead}{comma}"),))
    return Rewrite((Edit(Span(end, end), f"\n\n{instead}{comma}\n{GAP}"),), asks=True)


_SIE = "Guten Tag Frau Brandt,\n\nwir schicken Ihnen den Plan heute zu und rufen Sie am Montag an.\n\n"
_DU = "Hallo Jana,\n\nich schicke dir den Plan heute zu und rufe dich am Montag an.\n\n"
_FAR = "der Plan der Halle fehlt noch immer. Er wird bis Freitag gebraucht, da dann die Waage kommt.\n\nHochachtungsvoll\nTom"
_WARM = ("Hallo Tom,\n\nkönnen wir den Termin verschieben? Am Montag geht es leider nicht.\n\nLiebe Grüße\nJana",) * 12
_SWISS = "Guten Tag Frau Brandt,\n\nwir schicken Ihnen den Plan heute an die Bahnhofstrasse und rufen am Montag an.\n\n"
_EN = "Hi Dan,\n\nwe will send the drawing today and call you on Monday about the wiring.\n\n"
_MR = _EN.replace("Hi Dan", "Dear Mr Moore")
_EXAMPLES = (
    RewriteExample("de", f"{_SIE}LG\nTom", f"{_SIE}Mit freundlichen Grüßen\nTom", habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_SWISS}LG\nTom", f"{_SWISS}Mit freundlichen Grüssen\nTom", habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_SIE}Vielen Dank und liebe Grüße\nTom", f"{_SIE}Vielen Dank und mit freundlichen Grüßen\nTom", habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_SIE}Vielen Dank\nTom", f"{_SIE}Vielen Dank und mit freundlichen Grüßen\nTom", habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_SIE}Tom Wolf", f"{_SIE}Mit freundlichen Grüßen\nTom Wolf", habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_DU}Hochachtungsvoll\nTom", f"{_DU}LG\nTom", habit=LOOSE_DE.mails),
    RewriteExample("de", f"{_SIE}Hochachtungsvoll\nTom", f"{_SIE}Viele Grüße\nTom", habit=LOOSE_DE.mails),
    RewriteExample("de", f"{_SIE}LG Tom", f"{_SIE}Mit freundlichen Grüßen\nTom", habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_DU}Bis morgen!\nTom", None, habit=FORMAL_DE.mails),
    RewriteExample("de", f"Sehr geehrte Damen und Herren,\n\n{_FAR}", None, habit=_WARM),
    RewriteExample("de", f"Guten Morgen Jana,\n\n{_FAR}", f"Guten Morgen Jana,\n\n{_FAR.replace('Hochachtungsvoll', 'Liebe Grüße')}", habit=_WARM),
    RewriteExample("de", f"{_DU}Liebe Gruesse aus dem Lager, und bis bald mal wieder.\n\nTom", None, habit=LOOSE_DE.mails),
    RewriteExample("de", f"{_SIE}Freundliche Grüße\nTom", None, habit=FORMAL_DE.mails),
    RewriteExample("de", f"{_DU}LG\nTom", None, habit=LOOSE_DE.mails),
    RewriteExample("de", f"{_SIE}Viele Grüße aus dem sonnigen Hamburg, wo die Waage steht\nTom", None, habit=FORMAL_DE.mails),
    RewriteExample("en", f"{_EN}Yours sincerely,\nSam", f"{_EN}Cheers,\nSam", habit=LOOSE_EN.mails),
    RewriteExample("en", f"{_MR}Yours sincerely,\nSam", f"{_MR}Best wishes,\nSam", habit=LOOSE_EN.mails),
    RewriteExample("en", f"{_MR}Cheers,\nSam", f"{_MR}Yours sincerely,\nSam", habit=FORMAL_EN.mails),
    RewriteExample("en", f"{_EN}Sam", f"{_EN}Cheers,\nSam", habit=LOOSE_EN.mails),
    RewriteExample("en", f"{_MR}Cheers, Sam", f"{_MR}Yours sincerely,\nSam", habit=FORMAL_EN.mails),
    RewriteExample("en", f"{_EN}Thanks,\nSam", None, habit=FORMAL_EN.mails),
    RewriteExample("en", f"{_EN}Cheers,\nSam", None, habit=LOOSE_EN.mails),
    RewriteExample("en", f"{_EN}See you on Monday!\nSam", None, habit=FORMAL_EN.mails),
    RewriteExample("en", f"{_EN}Best regards from Hamburg, where the scale is\nSam", None, habit=FORMAL_EN.mails),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
