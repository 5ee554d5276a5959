"""Exclamation marks brought to the customer's habit: a full stop instead, or one mark behind thanks and joy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from coach.changing import LINK, NO_PROSE
from coach.document import Sentence
from coach.habit import Side, side_of, usual_number
from coach.habit_examples import FORMAL_DE, FORMAL_EN, LOOSE_DE, LOOSE_EN, examples
from coach.model import Edit, Span
from coach.rewriter import Rewrite, Rewriter
from coach.situation import Situation

BEHIND_A_WORD = re.compile(r"(?<=[\w)])(!+)(?:\s+[^\w\s]{1,8})?\s*\Z")  # not in "?!"; a face may follow
SHORT = 3  # words; "Super!" or "Yep, excellent idea!" with a full stop sounds sour
USES_THEM = 0.15  # marks per sentence from which a customer clearly uses them
MOST = 2  # marks that are put in
LONGEST = 14  # words of a sentence that is called out


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    """Marks out or in, in order of the text; wishes and one-word cheers keep theirs, earnest mails get none."""
    match side_of(situation, "exclamations", at):
        case Side.ABOVE:
            edits = _calmer(situation)
        case Side.BELOW if usual_number(situation, "exclamations") >= USES_THEM:
            edits = islice(_livelier(situation), MOST)
        case _:
            return
    for edit in edits:
        if at is None or (edit.span.start < at.end and at.start < edit.span.end):
            yield Rewrite((edit,))


def _calmer(situation: Situation) -> Iterator[Edit]:
    text, usual = situation.draft.text, usual_number(situation, "exclamations")
    words = situation.language.registers
    total = sum(mark.group().count("!") for mark in re.finditer("!+", text))
    surplus = max(1, total - round(usual * len(situation.draft.sentences)))
    for sentence in situation.draft.sentences:
        if surplus <= 0:
            return
        if sentence.words <= SHORT or words.wishes.search(sentence.text) or NO_PROSE.search(sentence.text):
            continue
        if LINK.search(sentence.text[-20:]) or situation.language.greeting_form(sentence.text):
            continue
        place = _end(sentence, text)
        if place is None or situation.is_quoted(place):
            continue
        marks = place.end - place.start
        several = marks > 1 and usual >= USES_THEM
        surplus -= marks - several
        yield Edit(place, "!" if several else ".")


def _end(sentence: Sentence, text: str) -> Span | None:
    """Where the marks that end this sentence stand."""
    behind = text[sentence.span.end : sentence.span.end + 2]
    found = BEHIND_A_WORD.search(sentence.text)
    if (
        found is None
        or behind.lstrip(" ")[:1].islower()
        or behind.lstrip(" ")[:1] in tuple("-–—")
        or behind[:1] in tuple("?\"'“”»)")
    ):
        return None
    return Span(sentence.span.start + found.start(1), sentence.span.start + found.end(1))


def _livelier(situation: Situation) -> Iterator[Edit]:
    draft, words = situation.draft, situation.language.registers
    if words.earnest.search(draft.text) or "!" in draft.text:
        return
    for sentence in draft.sentences:
        text = sentence.text.rstrip()
        if not words.cheerful.search(text) or not text.endswith(".") or text.endswith("..") or sentence.words > LONGEST:
            continue
        end = sentence.span.start + len(text)
        if text[:-1].split()[-1].lower() in situation.language.abbreviations:
            continue
        if not situation.is_quoted(Span(end - 1, end)) and not re.search(r"\b\w\.$|\d\.$", text):
            yield Edit(Span(end - 1, end), "!")


_EXAMPLES = (
    *examples(
        FORMAL_DE,
        (
            ("die Prüfung ist fertig und das Ergebnis liegt bei! Wir rufen Sie am Montag an und klären den Termin.", "die Prüfung ist fertig und das Ergebnis liegt bei. Wir rufen Sie am Montag an und klären den Termin."),
            ("der Monteur war gestern im Haus und die Heizung läuft wieder!! Der Bericht folgt am Montag mit der Rechnung.", "der Monteur war gestern im Haus und die Heizung läuft wieder. Der Bericht folgt am Montag mit der Rechnung."),
            ("die Ware ist da und wird heute verpackt! Die Papiere für den Zoll folgen morgen mit der zweiten Sendung.", "die Ware ist da und wird heute verpackt. Die Papiere für den Zoll folgen morgen mit der zweiten Sendung."),
            ("herzlichen Glückwunsch zum Jubiläum! Wir wünschen Ihnen und der ganzen Belegschaft weiterhin viel Erfolg.", None),
            ("auf dem Karton steht „Vorsicht, Glas!“ in roter Schrift. Der Fahrer hat ihn trotzdem auf die Seite gelegt.", None),
            ("ist das wirklich Ihr letztes Wort?! Wir schlagen vor, am Montag in Ruhe über den Preis zu sprechen.", None),
        ),
    ),
    *examples(
        LOOSE_DE,
        (
            ("danke für die schnelle Antwort. Den Plan schicke ich dir am Montag, dann reicht die Zeit für die Montage.", "danke für die schnelle Antwort! Den Plan schicke ich dir am Montag, dann reicht die Zeit für die Montage."),
            ("der Plan ist fertig und kommt am Montag zu dir. Ich freue mich auf den Besuch bei euch in der Halle.", "der Plan ist fertig und kommt am Montag zu dir. Ich freue mich auf den Besuch bei euch in der Halle!"),
            ("vielen Dank für deine Nachricht. Leider ist die Waage beim Transport beschädigt worden, das tut mir leid.", None),
        ),
    ),
    *examples(
        FORMAL_EN,
        (
            ("the test is done and the result is attached! We will call you on Monday about the date for the visit.", "the test is done and the result is attached. We will call you on Monday about the date for the visit."),
            ("the technician came yesterday and the pump is running again!! The report follows on Monday with the invoice.", "the technician came yesterday and the pump is running again. The report follows on Monday with the invoice."),
            ("the goods are here and will be packed today! The papers for the customs office follow tomorrow.", "the goods are here and will be packed today. The papers for the customs office follow tomorrow."),
            ("congratulations on the anniversary! We wish you and the whole team every success for the next ten years.", None),
            ("the label on the box says “Glass, handle with care!” in red. The driver still put it on its side.", None),
            ("is that really the final price?! We suggest that we go through the list together on Monday morning.", None),
        ),
    ),
    *examples(
        LOOSE_EN,
        (
            ("thanks for the quick answer. The drawing will be with you on Monday, which leaves time for the wiring.", "thanks for the quick answer! The drawing will be with you on Monday, which leaves time for the wiring."),
            ("the drawing is done and goes out on Monday. We look forward to the visit next week in hall two.", "the drawing is done and goes out on Monday. We look forward to the visit next week in hall two!"),
            ("Thanks for the message. Unfortunately the scale was damaged on the way, and the new one needs two weeks.", None),
        ),
    ),
)  # fmt: skip

REWRITER = Rewriter(languages=frozenset({"de", "en"}), rewrite=rewrite, examples=_EXAMPLES)
