"""Makes two sentences of a long one, at a joint where both halves stand alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from coach.changing import is_prose, reaches
from coach.document import Analysis, Sentence
from coach.english import splitting as english
from coach.german import splitting as german
from coach.joints import Joint, fits, nearest_to_middle
from coach.model import Edit, Span, Token
from coach.rewriter import Rewrite, RewriteExample, Rewriter
from coach.situation import Situation

LONG = 22  # words; anywhere in a draft only such a sentence is split
POINTED_AT = 14  # words; where a rule points at a sentence, shorter ones are split, too


def rewrite(situation: Situation, at: Span | None) -> Iterator[Rewrite]:
    find = _in_german if situation.language.code == "de" else _in_english
    for sentence in situation.draft.sentences:
        if sentence.words < (LONG if at is None else POINTED_AT) or not reaches((Edit(sentence.span, ""),), at):
            continue
        joint = sentence.known(find)
        if joint and is_prose(situation, sentence.span):
            yield Rewrite((_edit(sentence, joint),))


def _in_german(sentence: Analysis) -> Joint | None:
    return _joint(sentence, german.joints)


def _in_english(sentence: Analysis) -> Joint | None:
    return _joint(sentence, english.joints)


def _joint(sentence: Analysis, joints: Callable[[Sequence[Token]], Iterator[Joint]]) -> Joint | None:
    tokens = sentence.tokens
    if len(tokens) < POINTED_AT or not any(char in ".!?" for char in tokens[-1].text) or "\n\n" in sentence.text:
        return None
    return nearest_to_middle(tokens, [each for each in joints(tokens) if fits(tokens, each)])


def _edit(sentence: Sentence, joint: Joint) -> Edit:
    """From the joint to the first letter behind it, or to the end where the rest changes."""
    tokens = sentence.tokens
    start = tokens[joint.first - 1].end
    if joint.rest is not None:
        return Edit(Span(start, tokens[-1].end).shifted(sentence.span.start), f"{joint.written} {joint.rest}")
    behind = tokens[joint.last]
    letter = behind.text[0].upper() if joint.written == "." else behind.text[0]
    return Edit(Span(start, behind.start + 1).shifted(sentence.span.start), f"{joint.written} {letter}")


def _de(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("de", draft, becomes, at)


def _en(draft: str, becomes: str | None, at: str = "") -> RewriteExample:
    return RewriteExample("en", draft, becomes, at)


REWRITER = Rewriter(
    languages=frozenset({"de", "en"}),
    rewrite=rewrite,
    examples=(
        _de(
            "Guten Tag Frau Busch,\n\nunsere Tischlerei hat die Maße der Treppe am Montag noch einmal geprüft, und wir schicken Ihnen die neue Zeichnung bis zum Ende der Woche zu.\n\nFreundliche Grüße\nOle Sander",
            "Guten Tag Frau Busch,\n\nunsere Tischlerei hat die Maße der Treppe am Montag noch einmal geprüft. Wir schicken Ihnen die neue Zeichnung bis zum Ende der Woche zu.\n\nFreundliche Grüße\nOle Sander",
        ),
        _de(
            "Die bestellten Fliesen liegen seit gestern bei uns im Lager bereit; der Fahrer bringt sie am Donnerstag zwischen acht und zehn Uhr zu Ihnen auf die Baustelle.",
            "Die bestellten Fliesen liegen seit gestern bei uns im Lager bereit. Der Fahrer bringt sie am Donnerstag zwischen acht und zehn Uhr zu Ihnen auf die Baustelle.",
        ),
        _de(
            "Der Hersteller hat uns die fehlenden Beschläge für Ihre Küche leider noch nicht geschickt, sodass wir die Montage der Schränke erst in der übernächsten Woche beginnen können.",
            "Der Hersteller hat uns die fehlenden Beschläge für Ihre Küche leider noch nicht geschickt. Deshalb können wir die Montage der Schränke erst in der übernächsten Woche beginnen.",
        ),
        _de(
            "Wir haben Ihre Anfrage zum neuen Dach heute Morgen erhalten und könnten Sie uns bitte noch die Pläne des Hauses und ein paar Fotos schicken?",
            "Wir haben Ihre Anfrage zum neuen Dach heute Morgen erhalten. Könnten Sie uns bitte noch die Pläne des Hauses und ein paar Fotos schicken?",
        ),
        _de(
            "Wenn Sie uns die Pläne bis zum Freitag schicken, prüfen wir das Angebot für das Dach, und wir melden uns in der nächsten Woche wieder bei Ihnen.",
            None,
        ),
        _de(
            "Schicken Sie uns die Pläne des Hauses und ein paar Fotos vom alten Dach, und wir machen Ihnen bis zum Ende der Woche ein Angebot.",
            None,
        ),
        _de("Die Fliesen sind da, und wir bringen sie am Montag.", None),
        _de(
            "Ich hoffe, dass die neuen Fliesen Ihnen und Ihrer ganzen Familie im Alltag gut gefallen und die Arbeiten im Bad bald ganz abgeschlossen sind.",
            None,
        ),
        _en(
            "Dear Ms Bush,\n\nour workshop checked the measurements of the stairs again on Monday, and we will send you the new drawing by the end of the week.\n\nKind regards,\nOle",
            "Dear Ms Bush,\n\nour workshop checked the measurements of the stairs again on Monday. We will send you the new drawing by the end of the week.\n\nKind regards,\nOle",
        ),
        _en(
            "The tiles that you ordered in March arrived at our warehouse yesterday; the driver will bring them to your building site between eight and ten on Thursday.",
            "The tiles that you ordered in March arrived at our warehouse yesterday. The driver will bring them to your building site between eight and ten on Thursday.",
        ),
        _en(
            "The manufacturer has not sent us the missing hinges for your new kitchen yet, but we have found two other suppliers who can deliver them next week.",
            "The manufacturer has not sent us the missing hinges for your new kitchen yet. However, we have found two other suppliers who can deliver them next week.",
        ),
        _en(
            "The roofers will need one more week because of the rain in May, which means that the scaffolding will stay up until the end of the month.",
            "The roofers will need one more week because of the rain in May. This means that the scaffolding will stay up until the end of the month.",
        ),
        _en(
            "If you send us the plans of the house by Friday, we will check the offer for the roof, and we will come back to you next week.",
            None,
        ),
        _en("Send us the plans of the house and a few pictures of the old roof, and we will make you an offer by the end of the week.", None),
        _en("The tiles are here, and we will bring them on Monday.", None),
        _en(
            "We hope that the new tiles please you and your whole family and that the work in the bathroom will be finished quite soon after the holidays.",
            None,
        ),
    ),
)  # fmt: skip
