"""The greeting is not the one this customer is used to: offers theirs, with the name that stands in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.language import Form, Language
from coach.model import Span
from coach.rule import Example, Proposal, Rule, explain
from coach.situation import Situation
from coach.spelling import is_swiss

SURE = 0.5  # of the customer's mails open in this form
NEAR = 0.45  # two greetings this close in formality ("Hi", "Hey") are the same to a reader
MOST_WORDS = 5
FIRST_NAME_ONLY = frozenset({"hi", "hey"})  # "Hi Frau Wolf", "Hey Mr Miller" is no greeting
ROLES = frozenset(
    """kunde kundin kunden kundinnen interessent interessentin mitglied partner partnerin geschäftspartner nutzer
    nutzerin leser leserin bewerber bewerberin customer client member user colleague supplier reader applicant
    friend""".split()
)  # who is called by one has no name there
JOINING = frozenset("und and oder or & + again there".split())
TAIL = re.compile(r"[^\w]*$")
PLAIN_TAIL = re.compile(r"[ ,.:;\-–\n]*!?[ ,.:;\-–\n]*")  # one mark stays, "Hi Anna! 😊" and "Hey Anna!!" go


def propose(situation: Situation) -> Iterator[Proposal]:
    gap = situation.lacks("greeting", at_least=2.0)
    usual = situation.usual_form("greeting")
    greeting = situation.draft.greeting
    if gap is None or usual is None or usual[1] < SURE or greeting is None:
        return
    written = greeting.of(situation.draft.text).rstrip()
    tail = TAIL.search(written)
    line = written[: tail.start()] if tail else written
    decorated = not PLAIN_TAIL.fullmatch(written[len(line) :])
    span = Span(greeting.start, greeting.start + (len(written) if decorated else len(line)))
    now = situation.language.greeting_form(line)
    wanted = next((each for each in situation.language.greetings if each.name == usual[0]), None)
    if wanted is None or not wanted.write or (now and abs(now.formality - wanted.formality) < NEAR):
        return
    instead = _in_form(situation.language, line, now, wanted) or _as_before(situation, wanted)
    if instead and is_swiss(situation.draft.text):
        instead = instead.replace("ß", "ss")
    yield Proposal(
        span,
        {"de": "Begrüßung wie gewohnt", "en": "Greet as this customer does"},
        explain(situation, gap),
        replacement=f"{instead}," if instead and decorated else instead,
        lacking=gap.lacking,
    )


def _as_before(situation: Situation, wanted: Form) -> str | None:
    """The team's own last greeting to this customer if it is of the wanted form, else "Hi" with the first name in it."""
    language, before = situation.language, situation.salutation.strip().rstrip(" ,!.")
    form = language.greeting_form(before) if before and "\n" not in before else None
    if form is None:
        return None
    if form.name == wanted.name:
        return before
    return _in_form(language, before, form, wanted) if wanted.name in FIRST_NAME_ONLY else None


def _in_form(language: Language, line: str, now: Form | None, wanted: Form) -> str | None:
    """The same greeting in the wanted form; None where the line holds anything but one person's name."""
    phrase = now.phrase_in(line) if now else ""
    person = line[len(phrase) :].strip(" ,!.")
    words = [word.strip(".").lower() for word in person.split()]
    if not person or not person[0].isupper() or "," in person or set(words) & (language.groups | JOINING):
        return None
    if set(words) & ROLES:
        return None
    title = words[0] if words[0] in language.honorifics else None
    titled = title is not None or bool(set(words) & language.titles)
    if wanted.name in FIRST_NAME_ONLY and (titled or len(words) > 1 or (now and now.needs_title)):
        return None  # no first name is known: "Sehr geehrter Herr Schneider", "Dear Dr. Lee", "Guten Tag Wolf"
    if len(words) > MOST_WORDS or sum(word in language.honorifics for word in words) > 1:
        return None
    if "{r}" in wanted.write:
        if title is None:
            return None  # "Liebe" or "Lieber" cannot be told from a bare first name
        male = title in language.male_honorifics
        return wanted.write.replace("{r}", "r" if male else "").replace("{name}", person)
    if wanted.needs_title and title is None:
        return None
    return wanted.write.replace("{name}", person)


_FORMAL = (
    tuple(
        f"Sehr geehrte Damen und Herren,\n\n{body}\n\nMit freundlichen Grüßen\nAnke Wolf"
        for body in (
            "anbei übersenden wir Ihnen die Unterlagen zur Prüfung und bitten um Ihre Rückmeldung bis Freitag.",
            "wir bestätigen den Termin am Montag und bitten Sie, die Unterlagen zum Termin mitzubringen.",
            "für Ihre Nachricht danken wir Ihnen. Die Rechnung wurde heute zur Zahlung angewiesen.",
            "wir bitten um ein Angebot über zwei weitere Geräte gleicher Bauart samt Lieferzeit.",
            "leider ist die Lieferung unvollständig. Bitte prüfen Sie den Verbleib des zweiten Pakets.",
        )
    )
    * 2
)
_LOOSE = (
    tuple(
        f"Hallo Tom,\n\n{body}\n\nViele Grüße\nJana"
        for body in (
            "danke dir, das passt so. Die Sachen sind heute angekommen und laufen.",
            "kannst du mir bitte noch die Liste schicken? Dann schaue ich heute Abend drüber.",
            "ich habe morgen um zehn Zeit. Ruf einfach an, wenn du fertig bist.",
            "das Angebot ist gut. Ich kläre das mit dem Chef und melde mich bei dir.",
            "wir haben noch eine Frage zur zweiten Waage. Wann kommt der neue Sensor?",
        )
    )
    * 2
)
_FAMILIAR = tuple(text.replace("Hallo Tom", "Hi Tom") for text in _LOOSE)
_CASUAL = (
    tuple(
        f"Hey Sam,\n\n{body}\n\nCheers,\nDan"
        for body in (
            "got the parts this morning, all good. We'll fit them on Friday and let you know.",
            "can you send me the quote again? I can't find it in my inbox any more.",
            "quick one: is the second scale on its way yet? We're short on the line here.",
            "that works for me. I'll be on site from nine, so just give me a ring.",
            "the new sensor's fine. Much better now, the line's up and running.",
        )
    )
    * 2
)
_CORRECT = tuple(text.replace("Hey Sam", "Dear Ms Wolf").replace("Cheers", "Yours sincerely") for text in _CASUAL)
_ANSWER_DE = (
    "ich schicke dir die Liste heute noch zu und rufe morgen um zehn an. Der neue Sensor ist bestellt.\n\nGruß\nTom"
)
_ANSWER_EN = "we will send the second scale on Friday and call you before it goes out.\n\nCheers,\nSam"

RULE = Rule(
    id="greeting-habit",
    propose=propose,
    examples=(
        Example(
            "de",
            _FORMAL,
            "Hi Frau Wolf,\n\nwir haben die Unterlagen geprüft und schicken Ihnen morgen das Ergebnis zu.\n\nMit freundlichen Grüßen\nTom",
            "Hi Frau Wolf",
            "Sehr geehrte Frau Wolf",
        ),
        Example(
            "de",
            _LOOSE,
            "Sehr geehrte Frau Maier,\n\nich schicke dir die Liste heute noch zu und rufe morgen um zehn an. Der neue Sensor ist bestellt und kommt am Freitag.\n\nViele Grüße\nTom",
            "Sehr geehrte Frau Maier",
            "Hallo Frau Maier",
        ),
        Example("de", _FAMILIAR, f"Sehr geehrter Herr Schneider,\n\n{_ANSWER_DE}", "Sehr geehrter Herr Schneider"),
        Example("de", _FAMILIAR, f"Sehr geehrte Kundin,\n\n{_ANSWER_DE}", "Sehr geehrte Kundin"),
        Example("en", _CASUAL, f"Dear Mr Miller,\n\n{_ANSWER_EN}", "Dear Mr Miller"),
        Example("en", _CASUAL, f"Dear Dan,\n\n{_ANSWER_EN}", "Dear Dan", "Hey Dan"),
        Example("en", _CORRECT, f"Hey Ms Whitcombe!!\n\n{_ANSWER_EN}", "Hey Ms Whitcombe!!", "Dear Ms Whitcombe,"),
        Example("de", _LOOSE, "Hallo Jana,\n\nich schicke dir die Liste heute noch zu und rufe morgen um zehn an. Der neue Sensor ist bestellt und kommt am Freitag.\n\nViele Grüße\nTom", None),
    ),
)  # fmt: skip
