"""Customers who write formally or loosely, and the drafts to them: what the examples of rewriters are made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coach.rewriter import RewriteExample


@dataclass(frozen=True, slots=True)
class Customer:
    """How a customer writes, and the lines around a draft to them."""

    language: str
    mails: tuple[str, ...]
    greeting: str
    closing: str

    def mail(self, body: str) -> str:
        return f"{self.greeting},\n\n{body}\n\n{self.closing}"


def examples(customer: Customer, pairs: Iterable[tuple[str, str | None]]) -> tuple[RewriteExample, ...]:
    """One example for each body of a draft and what becomes of it."""
    return tuple(
        RewriteExample(
            customer.language,
            customer.mail(body),
            None if becomes is None else customer.mail(becomes),
            habit=customer.mails,
        )
        for body, becomes in pairs
    )


FORMAL_DE = Customer(
    "de",
    tuple(
        f"Sehr geehrte Frau Wolf,\n\n{body}\n\nMit freundlichen Grüßen\nAnke Brandt"
        for body in (
            "anbei übersenden wir Ihnen die Unterlagen zur Prüfung und bitten um Ihre Rückmeldung bis Freitag.",
            "wir bestätigen den Termin am Montag und bitten Sie, die Unterlagen zum Termin mitzubringen.",
            "für Ihre Nachricht danken wir Ihnen. Die Rechnung wurde heute zur Zahlung angewiesen.",
            "wir bitten um ein Angebot über zwei weitere Geräte gleicher Bauart samt Lieferzeit.",
            "die Lieferung ist unvollständig. Bitte prüfen Sie den Verbleib des zweiten Pakets.",
        )
    )
    * 2,
    "Sehr geehrte Frau Brandt",
    "Mit freundlichen Grüßen\nTom Wolf",
)

LOOSE_DE = Customer(
    "de",
    tuple(
        f"Hi Tom,\n\n{body}\n\nLG\nJana"
        for body in (
            "hab die Sachen heut gekriegt, läuft alles super! Danke dir :-)",
            "kannst du mir mal die Liste schicken? Hab sie irgendwie nicht mehr, sorry! :-)",
            "ich hab morgen um zehn Zeit. Ruf einfach an, wenn's bei dir passt! :-)",
            "das ist echt cool geworden! Ich klär das mal mit dem Chef und meld mich dann :-)",
            "gibt's schon was Neues zur zweiten Waage? Wir hängen hier grad ein bisschen! :-)",
        )
    )
    * 2,
    "Hallo Jana",
    "Viele Grüße\nTom",
)

FORMAL_EN = Customer(
    "en",
    tuple(
        f"Dear Mr Moore,\n\n{body}\n\nYours sincerely,\nAnn Wolf"
        for body in (
            "we have received the parts and are pleased to confirm that the delivery is complete. Payment will follow on Friday.",
            "the last invoice does not show the agreed discount. We would appreciate a corrected version for our records.",
            "it is not possible for us to move the date. We would prefer to keep the meeting on Monday at nine.",
            "we have not received the report. I would be grateful for a copy before the end of the week.",
            "the documentation has been reviewed by our department. We do not require any further changes.",
        )
    )
    * 2,
    "Dear Ms Wolf",
    "Kind regards,\nSam Moore",
)

LOOSE_EN = Customer(
    "en",
    tuple(
        f"Hey Sam,\n\n{body}\n\nCheers,\nDan"
        for body in (
            "got the parts, all good so far! We'll pop them in on Friday and I'll let you know how it goes :-)",
            "can you send me that quote again? I can't find the thing anywhere, sorry! :-)",
            "quick one: is the second scale on its way? We're a bit stuck here, so don't forget us! :-)",
            "sounds good, that works for me! I'll be around from nine, so just give me a shout :-)",
            "the new sensor's fine now, thanks for fixing it so fast! I'm pretty happy, it's great :-)",
        )
    )
    * 2,
    "Hi Dan",
    "Best,\nSam",
)
