"""What the digest and the mail of an alert say, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DigestWords:
    """The words of one language; braces are filled."""

    subject: str
    subject_empty: str
    hello: str
    nothing: str
    overdue: str
    due: str
    endangered: str
    silent: str
    needs: str
    alerts: str
    mailboxes: str
    since_day: str
    due_day: str
    due_at: str
    silent_for: str
    more: str
    open_page: str
    footer: str
    alert_subject: str
    alert_hello: str
    date_form: str
    quote: str
    kinds: Mapping[str, str]


GERMAN = DigestWords(
    subject="Einklang, {day}: {what}",
    subject_empty="Einklang, {day}: nichts fällig",
    hello="Das steht am {day} an:",
    nothing="Heute ist nichts fällig.",
    overdue="Überfällige Zusagen",
    due="Heute fällige Zusagen",
    endangered="In Gefahr",
    silent="Verstummt",
    needs="Offene Anliegen",
    alerts="Warnungen",
    mailboxes="Postfächer mit Störung",
    since_day="seit {day}",
    due_day="fällig am {day}",
    due_at="fällig um {time} Uhr",
    silent_for="still seit {days} Tagen",
    more="und {count} weitere",
    open_page="Öffnen: {url}",
    footer="Diese Mail kommt von Einklang. Wer sie bekommt, steht in den Einstellungen: [digest] to.",
    alert_subject="Einklang: {who} braucht Aufmerksamkeit",
    alert_hello="{who} braucht Aufmerksamkeit.",
    date_form="{day}.{month}.{year}",
    quote="„{text}“",
    kinds={"question": "Frage", "request": "Bitte", "complaint": "Beschwerde", "wish": "Wunsch"},
)
ENGLISH = DigestWords(
    subject="Einklang, {day}: {what}",
    subject_empty="Einklang, {day}: nothing due",
    hello="This is due on {day}:",
    nothing="Nothing is due today.",
    overdue="Overdue promises",
    due="Promises due today",
    endangered="In danger",
    silent="Gone silent",
    needs="Open needs",
    alerts="Alerts",
    mailboxes="Mailboxes in trouble",
    since_day="since {day}",
    due_day="due on {day}",
    due_at="due at {time}",
    silent_for="silent for {days} days",
    more="and {count} more",
    open_page="Open: {url}",
    footer="This mail comes from Einklang. Who gets it stands in the settings: [digest] to.",
    alert_subject="Einklang: {who} needs attention",
    alert_hello="{who} needs attention.",
    date_form="{year:04}-{month:02}-{day:02}",
    quote='"{text}"',
    kinds={"question": "question", "request": "request", "complaint": "complaint", "wish": "wish"},
)
WORDS: Mapping[str, DigestWords] = {"de": GERMAN, "en": ENGLISH}
