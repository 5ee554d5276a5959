"""Why there is no rewrite, in words for the rep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from coach.whole_mail import Loss
from server.rewriting.language_model import ModelProblem


class Why(StrEnum):
    """Reasons that are neither the model's failure nor a loss."""

    NOT_SCORED = "not_scored"
    TOO_LONG = "too_long"
    SCATTERED = "scattered"
    BUSY = "busy"
    UNCHANGED = "unchanged"
    NO_GAIN = "no_gain"
    RAISES_HINT = "raises_hint"


@dataclass(frozen=True, slots=True)
class Refusal:
    """No rewrite: a code, and why in both languages."""

    code: str
    text: Mapping[str, str]


def refusal(reason: Why | Loss | ModelProblem, **numbers: str) -> Refusal:
    """The refusal for this reason; `numbers` fill the gaps of its sentence."""
    return Refusal(reason.value, {code: said.format(**numbers) for code, said in SENTENCES[reason].items()})


SENTENCES: Mapping[Why | Loss | ModelProblem, Mapping[str, str]] = {
    Why.NOT_SCORED: {
        "de": "Ohne Punktzahl lässt sich nicht prüfen, ob eine andere Fassung besser passt.",
        "en": "Without a score nobody can tell whether another wording fits better.",
    },
    Why.TOO_LONG: {
        "de": "Der Entwurf ist zu lang: höchstens {most} Wörter werden umgeschrieben.",
        "en": "The draft is too long: at most {most} words are rewritten.",
    },
    Why.SCATTERED: {
        "de": "Der Text steht zwischen Zitaten oder enthält keinen ganzen Satz; er bleibt, wie er ist.",
        "en": "The text stands between quotes or has no whole sentence; it stays as it is.",
    },
    Why.BUSY: {
        "de": "Gerade werden schon andere Mails umgeschrieben. In einer Minute noch einmal versuchen.",
        "en": "Other mails are being rewritten right now. Try again in a minute.",
    },
    Why.UNCHANGED: {
        "de": "Das Sprachmodell hat nichts geändert.",
        "en": "The language model changed nothing.",
    },
    Why.NO_GAIN: {
        "de": "Verworfen: Die andere Fassung passt nicht besser ({before} Punkte, dann {after}).",
        "en": "Dropped: the other wording fits no better ({before} points, then {after}).",
    },
    Why.RAISES_HINT: {
        "de": "Verworfen: Die andere Fassung gäbe Anlass zu einem neuen Hinweis.",
        "en": "Dropped: the other wording would raise a hint that the draft does not.",
    },
    Loss.LANGUAGE: {
        "de": "Verworfen: Die andere Fassung ist nicht in der Sprache des Entwurfs.",
        "en": "Dropped: the other wording is not in the draft’s language.",
    },
    Loss.FORM: {
        "de": "Verworfen: Die andere Fassung hat nicht die richtige Anrede (Du oder Sie).",
        "en": "Dropped: the other wording has the wrong form of address (du or Sie).",
    },
    Loss.FACTS: {
        "de": "Verworfen: Zahlen, Tage oder Links stimmen nicht mehr mit dem Entwurf überein.",
        "en": "Dropped: numbers, days or links no longer agree with the draft.",
    },
    Loss.NAMES: {
        "de": "Verworfen: Ein Name fehlt oder ist erfunden.",
        "en": "Dropped: a name is missing or made up.",
    },
    Loss.GREETING: {
        "de": "Verworfen: Die Anrede nennt einen Namen oder Titel, der nirgends belegt ist.",
        "en": "Dropped: the greeting has a name or title that nothing supports.",
    },
    Loss.SIGNER: {
        "de": "Verworfen: Der Name unter der Mail ist verschwunden.",
        "en": "Dropped: the name under the mail is gone.",
    },
    Loss.LEFT_OUT: {
        "de": "Verworfen: Etwas aus dem Entwurf fehlt oder hat einen anderen Sinn.",
        "en": "Dropped: something of the draft is missing or means something else.",
    },
    Loss.MADE_UP: {
        "de": "Verworfen: Es steht etwas darin, was der Entwurf nicht sagt.",
        "en": "Dropped: it says something that the draft does not.",
    },
    Loss.TURNED_ROUND: {
        "de": "Verworfen: Eine Verneinung ist verschwunden oder dazugekommen.",
        "en": "Dropped: a “not” is gone or has come in.",
    },
    Loss.SLIPS: {
        "de": "Verworfen: Die andere Fassung ist nicht sauber geschrieben.",
        "en": "Dropped: the other wording is not cleanly written.",
    },
    Loss.MARKUP: {
        "de": "Verworfen: Die andere Fassung enthält Platzhalter oder Formatierungszeichen.",
        "en": "Dropped: the other wording has placeholders or formatting marks.",
    },
    ModelProblem.UNREACHABLE: {
        "de": "Das Sprachmodell ist nicht erreichbar.",
        "en": "The language model cannot be reached.",
    },
    ModelProblem.SLOW: {
        "de": "Das Sprachmodell hat zu lange gebraucht.",
        "en": "The language model took too long.",
    },
    ModelProblem.KEY_REFUSED: {
        "de": "Das Sprachmodell nimmt die Anmeldung nicht an; das kann nur die Verwaltung beheben.",
        "en": "The language model does not accept the key; only an administrator can mend that.",
    },
    ModelProblem.NOT_FOUND: {
        "de": "Unter der eingestellten Adresse gibt es dieses Sprachmodell nicht; das kann nur die Verwaltung beheben.",
        "en": "There is no such language model at the address that is set; only an administrator can mend that.",
    },
    ModelProblem.OVERLOADED: {
        "de": "Das Sprachmodell hat gerade zu viel zu tun.",
        "en": "The language model has too much to do right now.",
    },
    ModelProblem.FAILED: {
        "de": "Das Sprachmodell meldet einen Fehler.",
        "en": "The language model reports an error.",
    },
    ModelProblem.NONSENSE: {
        "de": "Das Sprachmodell hat nichts Brauchbares geantwortet.",
        "en": "The language model answered nothing that can be used.",
    },
    ModelProblem.CUT_OFF: {
        "de": "Das Sprachmodell kam mit seiner Antwort nicht zum Ende.",
        "en": "The language model did not come to an end of its answer.",
    },
}
