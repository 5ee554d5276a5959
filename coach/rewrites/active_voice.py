"""Names who did it: "The door was checked by us." -> "We checked the door."; only one plain clause with its agent."""

from __future__ import annotations

from collections.abc import Iterator

from coach.changing import is_prose, reaches, with_capital_of
from coach.document import Analysis
from coach.english import passive as english
from coach.german import passive as german
from coach.model import Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

SHORTEST = 5  # tokens: "It was checked by us."


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    find = _in_german if situation.language.code == "de" else _in_english
    for sentence, found in zip(situation.draft.sentences, situation.draft.known(find), strict=True):
        if found is None or not is_prose(situation, sentence.span):
            continue
        start, end, written = found
        if sentence.text[start].islower():
            written = _small(written)
        edit = Edit(Span(start, end).shifted(sentence.span.start), with_capital_of(sentence.text[start], written))
        if reaches((edit,), at):
            yield Rewrite((edit,))


def _in_german(sentence: Analysis) -> tuple[int, int, str] | None:
    return german.as_active(sentence.text, sentence.tokens) if len(sentence.tokens) >= SHORTEST else None


def _in_english(sentence: Analysis) -> tuple[int, int, str] | None:
    return english.as_active(sentence.text, sentence.tokens) if len(sentence.tokens) >= SHORTEST else None


def _small(written: str) -> str:
    """The first word as it stands inside a line: "wir", but "I" and "Frau Wolf"."""
    kept = written.startswith(("I ", "Frau ", "Herr ", "Mr", "Ms", "Dr"))
    return written if kept else written[0].lower() + written[1:]


def _de(draft: str, becomes: str | None) -> RewriteExample:
    return RewriteExample("de", draft, becomes)


def _en(draft: str, becomes: str | None) -> RewriteExample:
    return RewriteExample("en", draft, becomes)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        _de(
            "Guten Tag Herr Busch,\n\ndie Tür wurde am Montag von uns geprüft.\n\nFreundliche Grüße\nIda Kern",
            "Guten Tag Herr Busch,\n\nwir haben die Tür am Montag geprüft.\n\nFreundliche Grüße\nIda Kern",
        ),
        _de("Der neue Ofen wurde von unserem Monteur angeschlossen.", "Unser Monteur hat den neuen Ofen angeschlossen."),
        _de("Die Teile wurden von mir gestern bestellt.", "Ich habe die Teile gestern bestellt."),
        _de("Ihre Rechnung wurde von Frau Wolf leider falsch gebucht.", "Frau Wolf hat Ihre Rechnung leider falsch gebucht."),
        _de("Die Tür wurde am Montag geprüft.", None),
        _de("Der Kunde wurde von uns informiert.", None),
        _de("Die Tür wurde von uns geprüft, und der Ofen läuft.", None),
        _de("Er schrieb: „Die Tür wurde von uns geprüft.“", None),
        _de("Ein Ofen wurde von uns geprüft.", None),
        _en(
            "Dear Mr Bush,\n\nthe door was checked by us on Monday.\n\nKind regards,\nIda",
            "Dear Mr Bush,\n\nwe checked the door on Monday.\n\nKind regards,\nIda",
        ),
        _en("The new oven was connected by our engineer.", "Our engineer connected the new oven."),
        _en("The parts were sent by me yesterday.", "I sent the parts yesterday."),
        _en("It was written by Ms Wolf.", "Ms Wolf wrote it."),
        _en("The door was checked on Monday.", None),
        _en("The door was checked by noon.", None),
        _en("The door was checked by us, and the oven works.", None),
        _en("She wrote: “The door was checked by us.”", None),
        _en("He was helped by us.", None),
    ),
)  # fmt: skip
