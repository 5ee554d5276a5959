"""The closing is not the one this customer is used to: offers theirs; the name beneath stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.language import Form
from coach.model import Span
from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation
from coach.spelling import is_swiss

SURE = 0.5  # of the customer's mails close in this form
NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w.'’-]*(?: [^\W\d_a-zß-ÿ][\w.'’-]*)?")


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.lacks("closing", at_least=2.0)
    usual = situation.usual_form("closing")
    closing = situation.draft.closing
    if gap is None or usual is None or usual[1] < SURE or closing is None:
        return
    text = closing.of(situation.draft.text)
    wanted = next((each for each in situation.language.closings if each.name == usual[0]), None)
    if wanted is None or not wanted.write:
        return
    line = text.split("\n", 1)[0].rstrip()
    length, instead = _swapped(line, situation.language.closing_form(line), wanted)
    if instead and is_swiss(situation.draft.text):
        instead = instead.replace("ß", "ss")
    yield Proposal(
        Span(closing.start, closing.start + length),
        {"de": "Grußformel wie gewohnt", "en": "Close as this customer does"},
        explain(situation, gap),
        replacement=instead,
        lacking=gap.lacking,
    )


def _swapped(line: str, form: Form | None, wanted: Form) -> tuple[int, str | None]:
    """How much of the closing line to replace by what; None where more stands there than a phrase and a name."""
    phrase = form.phrase_in(line) if form else ""
    rest = line[len(phrase) :]
    if not phrase or not rest.strip(" ,.!"):
        return len(phrase) or len(line), wanted.write if phrase else None
    if rest[0] in " ," and NAME.fullmatch(rest.strip(" ,")):
        return len(line) - len(rest.lstrip(" ,")), f"{wanted.write}\n"  # "LG Tobi": the name gets its own line
    return len(line), None


_HABIT = (
    tuple(
        f"Hi Sam,\n\n{body}\n\nCheers,\nDan"
        for body in (
            "got the parts this morning, all good. We'll fit them on Friday and let you know.",
            "can you send me the quote again? I can't find it in my inbox any more.",
            "quick one: is the second scale on its way yet? We're short on the line here.",
            "that works for me. I'll be on site from nine, so just give me a ring.",
            "the new sensor's fine. Thanks for sorting that out so fast, much better now.",
        )
    )
    * 2
)
_BODIES = (
    "besten Dank für die Liste. Wir prüfen das Angebot und melden uns am Freitag bei Ihnen.",
    "können Sie uns bitte noch den Plan schicken? Wir brauchen ihn für die Montage.",
    "die Teile sind heute angekommen. Wir bauen sie am Montag ein und rufen Sie dann an.",
    "der Termin passt uns gut. Der Techniker kann ab neun Uhr in die Halle kommen.",
    "wir haben noch eine Frage zur zweiten Waage. Wann kommt der neue Sensor bei uns an?",
)
_SWISS = tuple(f"Guten Tag Frau Wolf,\n\n{body}\n\nFreundliche Grüsse\nUrs Frei" for body in _BODIES) * 2
_SHORT = tuple(f"Hallo Tom,\n\n{body}\n\nLG\nJana" for body in _BODIES) * 2
_ANSWER = "Guten Tag Herr Frei,\n\nwir schicken Ihnen den Plan heute an die Bahnhofstrasse und rufen am Montag an.\n\n"

RULE = Rule(
    id="closing-habit",
    propose=propose,
    examples=(
        Example(
            "en",
            _HABIT,
            "Hi Dan,\n\nwe'll send the second scale on Friday and call you before it goes out. The quote's on its way too, it just needs one more signature from our side.\n\nYours sincerely,\nSam",
            "Yours sincerely",
            "Cheers",
        ),
        Example("de", _SWISS, f"{_ANSWER}LG\nTom", "LG", "Freundliche Grüsse"),
        Example("de", _SWISS, f"{_ANSWER.replace('Bahnhofstrasse', 'Bahnhofstraße')}LG\nTom", "LG", "Freundliche Grüße"),
        Example("de", _SHORT, f"{_ANSWER}Hochachtungsvoll\nTom", "Hochachtungsvoll", "LG"),
        Example("en", _HABIT, "Hi Dan,\n\nwe'll send the second scale on Friday and call you before it goes out. The quote's on its way too, it just needs one more signature from our side.\n\nCheers,\nSam", None),
    ),
)  # fmt: skip
