"""Asks instead of ordering: "Send me the list." -> "Could you please send me the list?"; steps of instructions stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.address import forms_used
from coach.changing import is_prose, reaches
from coach.document import Document, Sentence
from coach.english import requests as english
from coach.german import requests as german
from coach.model import Edit, Span
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

LIST_LINE = re.compile(r"(?:^|\n)[ \t]*(?:[-*•–+]|\(?\d{1,2}[.)]|\(?[a-z][.)])[ \t]+$")
LIST_MARK = re.compile(r"\s*(?:[-*•–+]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
CAPITAL_DU = re.compile(r"[a-zäöüß,] (?:Du|Dir|Dich|Deine?[rnms]?)\b")
CAPITAL_IHR = re.compile(r"[a-zäöüß,] (?:Euch|Eure?[rnms]?)\b")


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    sentences = situation.draft.sentences
    for place, sentence in enumerate(sentences):
        around = sentences[max(0, place - 1) : place + 2]
        edit = _asked(situation, sentence) if not _instructs(situation, sentence, around) else None
        if edit and reaches((edit,), at) and is_prose(situation, edit.span):
            yield Rewrite((edit,))


def _instructs(situation: Situation, sentence: Sentence, around: tuple[Sentence, ...]) -> bool:
    """True for the line of a list, a step beside other steps, and what is no request at all."""
    words = situation.language.plain.requests
    behind = situation.draft.text[sentence.span.end : sentence.span.end + 3]
    if behind[:1] == " " and behind.strip()[:1].islower():
        return True  # an abbreviation, no full stop
    if words.stays.search(sentence.text) or _is_listed(situation.draft, sentence):
        return True
    return any(words.steps.search(each.text) for each in around if _is_near(situation.draft, sentence, each))


def _is_listed(document: Document, sentence: Sentence) -> bool:
    before = document.text[max(0, sentence.span.start - 20) : sentence.span.start]
    return bool(LIST_LINE.search(before) or LIST_MARK.match(sentence.text))


def _is_near(document: Document, sentence: Sentence, other: Sentence) -> bool:
    """True in one paragraph."""
    start, end = sorted((sentence.span, other.span))
    return "\n\n" not in document.text[start.start : end.end]


def _asked(situation: Situation, sentence: Sentence) -> Edit | None:
    words, text = situation.language.plain.requests, sentence.text
    if situation.language.code == "de":
        form = _form(situation.draft, sentence)
        found = german.as_question(text, sentence.tokens, form, words) if form else None
    else:
        found = english.as_question(text, sentence.tokens, words)
    if found is None:
        return None
    start, end, written = found
    if situation.language.code == "de":
        written = _capitals_kept(situation.draft.text, written)
    return Edit(Span(start, end).shifted(sentence.span.start), written)


def _form(document: Document, sentence: Sentence) -> str | None:
    """The form of address that the order would have: the sentence's own "Sie", else the mail's."""
    if any(token.text == "Sie" for token in sentence.tokens[:4]):
        return "sie"
    used = document.once(forms_used)
    if used.form != "du":
        return None
    return "ihr" if used.plural else "du"


def _capitals_kept(draft: str, written: str) -> str:
    if CAPITAL_DU.search(draft):
        written = re.sub(r"^([Kk]önntest) du\b", r"\1 Du", written)
    return re.sub(r"^([Kk]önntet) ihr\b", r"\1 Ihr", written) if CAPITAL_IHR.search(draft) else written


def _de(draft: str, becomes: str | None) -> RewriteExample:
    return RewriteExample("de", draft, becomes)


def _en(draft: str, becomes: str | None) -> RewriteExample:
    return RewriteExample("en", draft, becomes)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        _de(
            "Guten Tag Frau Kern,\n\nvielen Dank für den Auftrag. Schicken Sie uns die Zeichnung der Treppe.\n\nFreundliche Grüße\nJan Ott",
            "Guten Tag Frau Kern,\n\nvielen Dank für den Auftrag. Könnten Sie uns bitte die Zeichnung der Treppe schicken?\n\nFreundliche Grüße\nJan Ott",
        ),
        _de(
            "Hallo Mia,\n\ndeine Bestellung ist da. Schick mir bitte noch deine neue Anschrift.\n\nLiebe Grüße\nEva",
            "Hallo Mia,\n\ndeine Bestellung ist da. Könntest du mir bitte noch deine neue Anschrift schicken?\n\nLiebe Grüße\nEva",
        ),
        _de(
            "Rufen Sie mich morgen wegen der Fliesen an. Ihr Ansprechpartner im Lager ist krank.",
            "Könnten Sie mich bitte morgen wegen der Fliesen anrufen? Ihr Ansprechpartner im Lager ist krank.",
        ),
        _de(
            "Sie müssen uns noch das unterschriebene Formular zurückschicken.",
            "Könnten Sie uns bitte noch das unterschriebene Formular zurückschicken?",
        ),
        _de(
            "Prüfen Sie die Maße und geben Sie uns bis Freitag Bescheid.",
            "Könnten Sie bitte die Maße prüfen und uns bis Freitag Bescheid geben?",
        ),
        _de("Gehen Sie auf Einstellungen und geben Sie uns dort die Rechte.", None),
        _de("Öffnen Sie das Ventil. Prüfen Sie den Druck. Schließen Sie das Ventil.", None),
        _de("Bei Fragen rufen Sie uns gern an. Melden Sie sich, wenn Sie Hilfe brauchen.", None),
        _de("Der Kunde schrieb: „Schicken Sie mir die Rechnung.“ Das haben wir getan.", None),
        _de("1. Schicken Sie uns das Formular.\n2. Überweisen Sie uns den Betrag.", None),
        _en(
            "Hello Ms Grant,\n\nthank you for the order. Send me the drawing of the stairs by Friday.\n\nKind regards,\nJon",
            "Hello Ms Grant,\n\nthank you for the order. Could you please send me the drawing of the stairs by Friday?\n\nKind regards,\nJon",
        ),
        _en("Please confirm the delivery address.", "Could you please confirm the delivery address?"),
        _en("Let us know which colour you prefer, please.", "Could you please let us know which colour you prefer?"),
        _en("You must return the signed form to us by 3 May.", "Could you please return the signed form to us by 3 May?"),
        _en("Please let me know if you have any questions.", None),
        _en("Open the valve. Check the pressure. Close the valve.", None),
        _en("Please note that the office is closed on Monday.", None),
        _en("Send me the readings and I will check them tonight.", None),
        _en("The customer wrote: “Send me the bill.” We did.", None),
    ),
)  # fmt: skip
