"""How often the form of address is told right: `python bench/address.py DATA_FOLDER [--errors]`.

Two sets: the sentence pairs of CoCoA-MT whose sides differ (formal and informal), and `address_cases.toml`, hard cases
written and labelled for this project before any rule was tuned; of its held-out half only counts are printed.
Beside it, in the same run, a list of pronouns, as most tools use it.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from coach import Coach
from coach.address import Talk, forms_used, name_used, talk_of

CASES = Path(__file__).with_name("address_cases.toml")
INFORMAL = re.compile(r"\b(?:du|dich|dir|dein\w*|euch|euer|eure\w*)\b", re.IGNORECASE)
PLURAL = re.compile(r"\b(?:euch|euer|eure\w*)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled text. `talk` is None where the text was not labelled for offers."""

    text: str
    language: str
    half: str
    kind: str
    label: str
    offer: bool | None
    answer: str | None


def cases() -> list[Case]:
    """The labelled hard cases."""
    found = tomllib.loads(CASES.read_text(encoding="utf-8"))["cases"]
    return [
        Case(
            each["text"],
            each["language"],
            each["half"],
            each["kind"],
            each["label"],
            each.get("offer"),
            each.get("answer"),
        )
        for each in found
    ]


def told(coach: Coach, text: str, language: str) -> str:
    """The label that Einklang gives a text."""
    document = coach.document(text, language)
    if language == "en":
        name = name_used(document)
        if name is None or not name.named:
            return "none"
        return {"title": "surname", "full_name": "full_name"}.get(name.form, "first_name")
    used = forms_used(document)
    return "ihr" if used.form == "du" and used.plural else used.form or "none"


def by_list(text: str, language: str) -> str:
    """The label that a list of pronouns (in English: of titles) gives a text."""
    if language == "en":
        greeted = re.match(r"(?:dear|hi|hello|hey|good \w+),? (mr|mrs|ms|dr)?\.? ?([A-Z]\w+)", text, re.IGNORECASE)
        return "none" if not greeted else "surname" if greeted[1] else "first_name"
    informal, formal = INFORMAL.search(text), FORMAL.search(text)
    if informal and formal:
        return "mixed"
    if informal:
        return (
            "ihr" if PLURAL.search(text) and not re.search(r"\bd(?:u|ich|ir)\b|\bdein", text, re.IGNORECASE) else "du"
        )
    return "sie" if formal else "none"


def print_pairs(coach: Coach, folder: Path) -> None:
    pairs = json.loads((folder / "du_sie_pairs.json").read_text(encoding="utf-8"))
    differing = [pair for pair in pairs if pair["formal"] != pair["informal"]]
    sides = [(pair[side], label) for pair in differing for side, label in (("formal", "sie"), ("informal", "du"))]
    listed = {"ihr": "du"}
    right = sum(forms_used(coach.document(text, "de")).form == label for text, label in sides)
    peer = sum(listed.get(found := by_list(text, "de"), found) == label for text, label in sides)
    shares = f"{right / len(sides):.4f} (pronoun list {peer / len(sides):.4f})"
    print(f"du_sie_pairs: {len(differing)} pairs, both sides: {shares}")


def print_cases(coach: Coach, *, errors: bool) -> None:
    found = cases()
    for half in ("seen", "held-out"):
        for language in ("de", "en"):
            mine = [case for case in found if case.half == half and case.language == language]
            right = sum(told(coach, case.text, language) == case.label for case in mine)
            peer = sum(by_list(case.text, language) == case.label for case in mine)
            print(f"cases, {half}, {language}: {right} of {len(mine)} (pronoun list {peer})")
        _print_talk(coach, [case for case in found if case.half == half], half)
    wrong = [case for case in found if case.half == "seen" and told(coach, case.text, case.language) != case.label]
    for kind, count in Counter(case.kind for case in wrong).most_common():
        print(f"  seen half, wrong: {kind} {count}")
    for case in wrong if errors else ():
        print(f"    {case.kind}: {case.text!r} is {case.label}, told {told(coach, case.text, case.language)}")


def _print_talk(coach: Coach, mine: list[Case], half: str) -> None:
    said = {case: talk_of(coach.document(case.text, case.language)) for case in mine}
    offers = [case for case in mine if case.offer]
    answers = [case for case in mine if case.answer]
    others = [case for case in mine if not case.offer and not case.answer]
    heard = sum(found is not None and found.talk is Talk.OFFERS for case in offers for found in (said[case],))
    taken = sum(found is not None and found.talk == case.answer for case in answers for found in (said[case],))
    false = sum(said[case] is not None for case in others)
    print(
        f"offers, {half}: {heard} of {len(offers)} heard; answers: {taken} of {len(answers)}; "
        f"false alarms: {false} of {len(others)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder with du_sie_pairs.json")
    parser.add_argument("--errors", action="store_true", help="print the texts of the seen half that are told wrong")
    arguments = parser.parse_args()
    coach = Coach.load()
    print_pairs(coach, arguments.data)
    print_cases(coach, errors=arguments.errors)


if __name__ == "__main__":
    main()
