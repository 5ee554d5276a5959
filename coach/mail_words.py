"""What a mail's frame is made of, per language: header labels, attributions, greetings, closings, footers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from coach.collect import collect
from coach.errors import PlugInError

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MailWords:
    """One language's phrases around the text of a mail; case does not matter in any of them.

    `*_labels` are header labels without their colon. `attribution_leads` open a line that announces a
    quote ("On"), `attribution_verbs` are the "wrote" in it, `attribution_intros` stand alone before a
    name ("Quoting"). `greetings` open a greeting line, `calls` are those that greet without
    a name or comma behind them ("Hallo ich ..."), `greeting_suffixes` end a greeting line. `closings` mark
    the end of a mail; `thanks` do so only in its last paragraph. `mobile` are how a phone's signature starts.
    `banners` are how a notice starts that nobody types (a gateway's warning, "consider the environment"),
    `disclaimers` how a legal notice may start; `notice_subjects` and `notice_cues` are what it speaks of.
    `contact` are labels and words of a company block. `list_footers` open what a mailing list or a
    ticket system appends, `reply_markers` its line above which the answer is to be written. `outside` says in a
    gateway's warning that the sender is none of the firm; `first_person` is how a writer speaks of himself alone,
    which no notice does. `label_names` and `label_levels` make the line by which a gateway classifies a mail
    ("Classification: Internal"). `quote_opens` and `quote_closes` fence a quote in words ("-- begin quote --").
    `groups` are who signs in the name of many ("team"), in German also as the end of a longer word.
    `firms` are words of firms' and institutes' names, which no person's name holds. `scan_notes` are how a virus
    scanner's note may start, `viruses` are what it says it looked for. `writings` are what is said to say something and
    is nobody who wrote a mail ("The manual says:"). `finite_verbs` make a clause of a line ("is", "please"), `pointers`
    are how a writer speaks of this very mail ("below", "attached", "please"), `firm_voice` is how a firm speaks of
    itself ("our").
    """

    language: str
    from_labels: Words
    sent_labels: Words
    to_labels: Words
    subject_labels: Words
    cc_labels: Words = ()
    other_labels: Words = ()
    attribution_leads: Words = ()
    attribution_verbs: Words = ()
    attribution_intros: Words = ()
    weekdays: Words = ()
    original: Words = ()
    forwarded: Words = ()
    greetings: Words = ()
    calls: Words = ()
    greeting_suffixes: Words = ()
    titles: Words = ()
    closings: Words = ()
    thanks: Words = ()
    mobile: Words = ()
    disclaimers: Words = ()
    banners: Words = ()
    notice_subjects: Words = ()
    notice_cues: Words = ()
    contact: Words = ()
    list_footers: Words = ()
    postscripts: Words = ()
    reply_markers: Words = ()
    outside: Words = ()
    first_person: Words = ()
    label_names: Words = ()
    label_levels: Words = ()
    quote_opens: Words = ()
    quote_closes: Words = ()
    groups: Words = ()
    firms: Words = ()
    scan_notes: Words = ()
    viruses: Words = ()
    writings: Words = ()
    finite_verbs: Words = ()
    pointers: Words = ()
    firm_voice: Words = ()


@cache
def mail_words() -> tuple[MailWords, ...]:
    """The phrases of every language with a file in `coach/languages/mail`, in the order of their codes."""
    found = collect("coach.languages.mail", MailWords)
    for name, words in found.items():
        if words.language != name:
            problem = f"WORDS.language is {words.language!r}, but the file is {name}.py; they must agree"
            raise PlugInError(f"coach.languages.mail.{name}", problem)
    return tuple(found.values())
