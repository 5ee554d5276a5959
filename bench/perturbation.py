"""Change one thing in a customer's own mail: does the score fall, and is the right dimension named first?

    python bench/perturbation.py [--misses]

Own texts only: the demo's customers, German and English. Each mail is held against the profile of the same customer's
others; three of those are kept out of it, to lengthen the mail with. One thing is changed away from the customer's
habit: greeting, form of address, length, formality, emoji, sentence length. "Named first" is the dimension that loses
most points.
"""

from __future__ import annotations

import argparse
import collections
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from coach import Coach, Profile, Sample, rewrite_address_form
from coach.document import Document
from coach.model import Assessment
from server.demo.stories import mails

SPARE = 3  # own mails that are kept out of the profile
NOW = datetime(2026, 11, 20, tzinfo=UTC)
RIGHT = {
    "greeting": {"greeting"},
    "address form": {"address_form"},
    "length halved or doubled": {"message_length"},
    "formality": {"formality", "greeting", "closing"},
    "emoji": {"emoji"},
    "sentences joined or split": {"sentence_length"},
}
LOOSE_WORDS = {"de": "Ist echt super, passt schon, kein Ding. ", "en": "Awesome stuff, no worries, sounds cool. "}
STIFF_WORDS = {
    "de": "Bezugnehmend auf Ihre Anfrage teilen wir Ihnen hiermit höflichst mit, was folgt. ",
    "en": "With reference to your enquiry, we hereby respectfully advise you of the following. ",
}
EMOJI = "\N{SMILING FACE WITH SMILING EYES}"
EMOJIS = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?")
AND = {"de": "und", "en": "and"}
SPLIT = {
    "de": re.compile(r",? (?:und|aber|weil|dass|wenn|wobei|damit) "),
    "en": re.compile(r",? (?:and|but|because|that|if|so|which) "),
}


@dataclass(frozen=True, slots=True)
class Case:
    """One own mail, the profile of others, the mails in it, and some that are in neither, to lengthen the mail with."""

    customer: str
    language: str
    text: str
    profile: Profile
    document: Document
    own: tuple[Document, ...]
    spare: tuple[Document, ...]

    def mean(self, measure: Callable[[Document], float]) -> float:
        return sum(map(measure, self.own)) / len(self.own)


def cases(coach: Coach) -> Iterator[Case]:
    written = collections.defaultdict(list)
    for mail in mails(NOW):
        if mail.customer and mail.folder == "INBOX":
            written[mail.customer, mail.language].append(mail.authored)
    for (customer, language), texts in written.items():
        if len(texts) < 6:
            continue
        documents = [coach.document(text, language) for text in texts]
        for at, text in enumerate(texts):
            turned = documents[at + 1 :] + documents[:at]
            spare, own = tuple(turned[:SPARE]), tuple(turned[SPARE:])
            profile = coach.profile(Sample(each.text, language) for each in own)
            yield Case(customer, language, text, profile, documents[at], own, spare)


def greeting(case: Case, coach: Coach) -> str | None:
    """Another form of greeting, farthest from the customer's in formality; the rest of the line stays."""
    language, span = coach.languages[case.language], case.document.greeting
    if span is None:
        return None
    line = span.of(case.text)
    form = language.greeting_form(line)
    if form is None:
        return None
    other = max(
        (each for each in language.greetings if each.write), key=lambda each: abs(each.formality - form.formality)
    )
    name = line[len(form.phrase_in(line)) :].lstrip()
    written = other.write.partition("{name}")[0].partition("{r}")[0].strip()
    ending = ("r" if "Herr" in name else "") if "{r}" in other.write else ""
    return case.text.replace(line, f"{written}{ending} {name}", 1)


def address_form(case: Case, coach: Coach) -> str | None:
    if case.language != "de":
        return None
    usual = coach.dimensions["address_form"].usual_form(case.profile.parts["de"])
    here = coach.read(case.text, "de").get("address_form")
    if usual is None or here is None or here.value != usual[0] or usual[0] not in ("du", "sie"):
        return None
    return rewrite_address_form(case.text, "du" if usual[0] == "sie" else "sie")


def length(case: Case, coach: Coach) -> str | None:
    """Twice as long where the mail is no shorter than usual (with sentences of the spare mails), else half."""
    document, text = case.document, case.text
    if len(document.sentences) < 2:
        return None
    last = document.sentences[-1].span.end
    if document.words >= case.mean(lambda each: each.words):
        more, words = [], 0
        for other in case.spare:
            for sentence in other.sentences:
                if words < document.words:
                    more.append(sentence.span.of(other.text))
                    words += sentence.words
        return f"{text[:last]} {' '.join(more)}{text[last:]}"
    words, cut = 0, document.sentences[0].span.end
    for sentence in document.sentences:
        words += sentence.words
        if words > document.words / 2:
            break
        cut = sentence.span.end
    return text[:cut] + text[last:]


def formality(case: Case, coach: Coach) -> str | None:
    """Greeting, closing and words of the other register."""
    language, text = coach.languages[case.language], case.text
    mean = case.mean(lambda each: float(coach.readings(each)["formality"].value))
    everyday = {"de": 0.0, "en": 0.0}[case.language]
    loose = mean > everyday
    if case.document.closing is None or case.document.greeting is None:
        return None
    chosen = min if loose else max
    close = chosen((each for each in language.closings if each.write), key=lambda each: each.formality)
    form = language.closing_form(case.document.closing.of(text))
    if form is None:
        return None
    line = case.document.closing.of(text)
    rest = line[len(form.phrase_in(line)) :]
    closing_changed = text.replace(line, f"{close.write}{rest}", 1)
    opened = greeting(
        replace(case, text=closing_changed, document=coach.document(closing_changed, case.language)),
        coach,
    )
    words = LOOSE_WORDS if loose else STIFF_WORDS
    swaps = language.plainer if loose else language.more_formal
    changed = opened or closing_changed
    for plain, other in swaps.items():
        changed = re.sub(rf"\b{re.escape(plain)}\b", other, changed)
    body = coach.document(changed, case.language)
    start = body.sentences[0].span.start
    return changed[:start] + words[case.language] + changed[start:]


def emoji(case: Case, coach: Coach) -> str | None:
    """Two emoji to somebody who hardly uses any; none from somebody who does."""
    if case.mean(lambda each: float(len(EMOJIS.findall(each.text)))) > 0.7:
        return EMOJIS.sub("", case.text) if EMOJIS.search(case.text) else None
    text, sentences = case.text, case.document.sentences
    for sentence in (sentences[-1], sentences[0])[: len(sentences)]:
        text = f"{text[: sentence.span.end]} {EMOJI}{text[sentence.span.end :]}"
    return text


def sentences(case: Case, coach: Coach) -> str | None:
    """Sentences joined in pairs where they are no shorter than usual, else split at conjunctions."""
    document = case.document
    if len(document.sentences) < 3:
        return None
    mean = case.mean(lambda each: each.words / max(len(each.sentences), 1))
    if document.words / len(document.sentences) >= mean:
        return _joined(case)
    text = case.text
    for sentence in reversed(document.sentences):
        old = sentence.span.of(text)
        new = SPLIT[case.language].sub(". ", old)
        new = re.sub(r"(?<=\. )([a-zäöü])", lambda found: found.group().upper(), new)
        text = text[: sentence.span.start] + new + text[sentence.span.end :]
    return text if text != case.text else None


def _joined(case: Case) -> str:
    """Up to three sentences of a paragraph made one, from the end so that the places before stay right."""
    text, every = case.text, case.document.sentences
    for at in range(len(every) - 1, 0, -1):
        first, second = every[at - 1], every[at]
        if at % 3 == 0 or text[first.span.end : second.span.start].strip() or not second.tokens:
            continue
        opening = second.tokens[0]
        keeps = opening.pos in ("NOUN", "PROPN") or opening.text in ("I", "I'm", "I’m", "Sie", "Ihr", "Ihre", "Ihnen")
        start = second.span.start
        small = text[start] if keeps else text[start].lower()
        text = text[: first.span.end].rstrip(".!") + f" {AND[case.language]} " + small + text[start + 1 :]
    return text


CHANGES: dict[str, Callable[[Case, Coach], str | None]] = {
    "greeting": greeting,
    "address form": address_form,
    "length halved or doubled": length,
    "formality": formality,
    "emoji": emoji,
    "sentences joined or split": sentences,
}


def points(found: Assessment) -> dict[str, float]:
    return {each.dimension: each.points for each in found.deviations}


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--misses", action="store_true")
    show = arguments.parse_args().misses
    coach = Coach.load()
    table: dict[tuple[str, str], list[tuple[bool, bool]]] = collections.defaultdict(list)
    for case in cases(coach):
        before = coach.assess(case.text, case.profile, language=case.language)
        for kind, change in CHANGES.items():
            changed = change(case, coach)
            if before.score is None or changed is None or changed == case.text:
                continue
            after = coach.assess(changed, case.profile, language=case.language)
            if after.score is None:
                continue
            then, now = points(before), points(after)
            moved = {name: now.get(name, 0.0) - then.get(name, 0.0) for name in {*then, *now}}
            first = sorted(moved, key=lambda name: moved[name])[:4]
            falls, right = after.score < before.score, first[0] in RIGHT[kind]
            table[kind, case.language].append((falls, right))
            if show and not (falls and right):
                told = " ".join(f"{name}{moved[name]:+.1f}" for name in first)
                own = " ".join(f"{name}{moved.get(name, 0):+.1f}" for name in RIGHT[kind])
                print(f"{kind} {case.customer} {before.score:.0f}->{after.score:.0f} first {told} | right {own}")
    print(f"{'change':28s} language  mails  score falls  right dimension first")
    for (kind, language), rows in sorted(table.items()):
        told_row(kind, language, rows)
    told_row("all", "", [row for rows in table.values() for row in rows])


def told_row(kind: str, language: str, rows: list[tuple[bool, bool]]) -> None:
    fell, right = (sum(row[column] for row in rows) / len(rows) for column in (0, 1))
    print(f"{kind:28s} {language:8s} {len(rows):6d}  {fell:10.1%}  {right:10.1%}")


if __name__ == "__main__":
    main()
