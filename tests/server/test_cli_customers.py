"""`einklang score` and `einklang customer`, run as a user runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from server.api.schema import AssessmentOut, CardOut
from server.cli import main
from server.mail.host import Folder
from tests.office import ANNA, CASUAL, DRAFT, NOW, TEAM, mail, mails_of_anna, open_office


@dataclass(frozen=True)
class CommandLine:
    """The program on an installation that has mail of Anna Krause."""

    folder: Path

    def run(self, *arguments: str, typed: str = "") -> Result:
        config = self.folder / "einklang.toml"
        config.write_text("[data]\nfolder = 'kept'\n")
        return CliRunner().invoke(main, ["--config", str(config), *arguments], input=typed)

    def shown(self, *arguments: str, typed: str = "") -> str:
        result = self.run(*arguments, typed=typed)
        assert result.exit_code == 0, result.output
        return result.stdout


@pytest.fixture
def einklang(tmp_path: Path, coach: Coach) -> Iterator[CommandLine]:
    with open_office(tmp_path / "kept", coach) as office:
        office.connect()
        office.receive(*mails_of_anna())
        question = (
            "Hallo Herr Kern,\n\nwann können Sie die zweite Waage liefern?\n\nMit freundlichen Grüßen\nAnna Krause"
        )
        office.receive(mail(question, date=NOW, subject="Liefertermin", message_id="<q@moelder.example>"))
        office.receive(mail(CASUAL, sender="Tim <tim@packwerk.example>", message_id="<t@packwerk.example>"))
    return CommandLine(tmp_path)


def test_a_draft_on_standard_input_is_scored_and_explained(einklang: CommandLine):
    told = einklang.shown("score", "--customer", ANNA, typed=DRAFT)
    assert told.startswith("Score ")
    assert f"of 100 for Anna Krause <{ANNA}>" in told
    assert "Compared with 7 mails (contact)." in told
    assert "What to change:" in told
    assert "' -> '" in told  # words to replace, and what by


def test_a_draft_in_a_file_is_scored_in_the_shape_of_the_api(einklang: CommandLine, tmp_path: Path):
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "asked.txt").write_text("Wann kommt die Waage?", encoding="utf-8")
    arguments = ["--customer", f"Anna <{ANNA}>", "--reply-to", str(tmp_path / "asked.txt"), "--json"]
    told = json.loads(einklang.shown("score", str(tmp_path / "draft.txt"), *arguments))
    assert AssessmentOut.model_validate(told).model_dump(mode="json") == told
    assert told["score"] is not None
    assert told["customer"]["address"] == ANNA
    assert [each["text"] for each in told["needs"]] == ["Wann kommt die Waage?"]


def test_the_words_come_in_german_too(einklang: CommandLine):
    assert "Anna Krause schreibt" in einklang.shown("score", "--customer", ANNA, "--lang", "de", typed=DRAFT)


def test_a_draft_to_somebody_unknown_gets_a_reason_instead_of_a_score(einklang: CommandLine):
    told = einklang.shown("score", "--customer", "neu@fremd.example", typed=DRAFT)
    assert told.startswith("No score for neu@fremd.example.")
    assert "no mail by this customer yet" in told


def test_a_file_that_is_no_utf8_is_refused_in_words(einklang: CommandLine, tmp_path: Path):
    (tmp_path / "draft.txt").write_bytes("Grüße".encode("latin-1"))
    result = einklang.run("score", str(tmp_path / "draft.txt"), "--customer", ANNA)
    assert result.exit_code == 1
    assert "is not text in UTF-8" in result.stderr


def test_customers_are_listed_and_found(einklang: CommandLine):
    lines = einklang.shown("customer", "list").splitlines()
    assert lines[0].split()[:2] == ["ADDRESS", "NAME"]
    assert [line.split()[0] for line in lines[1:]] == [ANNA, "tim@packwerk.example"]
    (found,) = json.loads(einklang.shown("customer", "list", "krause", "--json"))
    assert (found["address"], found["mails_in"]) == (ANNA, 7)
    assert "No customer's name or address holds 'nobody'" in einklang.shown("customer", "list", "nobody")


def test_a_card_shows_habits_needs_and_the_last_mail(einklang: CommandLine):
    told = einklang.shown("customer", "show", ANNA)
    assert told.startswith(f"Anna Krause <{ANNA}>\n7 mails from them, 0 to them\n")
    assert "Form of address: Sie" in told
    assert "question: wann können Sie die zweite Waage liefern?" in told
    assert ": Liefertermin\n" in told
    card = json.loads(einklang.shown("customer", "show", ANNA, "--json"))
    assert CardOut.model_validate(card).model_dump(mode="json") == card


def test_an_unknown_customer_is_told(einklang: CommandLine):
    result = einklang.run("customer", "show", "nobody@nowhere.example")
    assert (result.exit_code, result.stderr) == (1, "Error: There is no mail from or to nobody@nowhere.example.\n")


def test_an_error_of_the_engine_is_a_sentence(einklang: CommandLine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EINKLANG_COACH_LANGUAGES", "de,fr")
    result = einklang.run("score", "--customer", ANNA, typed=DRAFT)
    assert result.exit_code == 1
    assert result.stderr == "Error: language 'fr' is not supported; supported are de, en\n"


# several addresses of one person

HOME = "anna.krause@gmx.de"


@pytest.fixture
def at_home(einklang: CommandLine, coach: Coach) -> CommandLine:
    """Anna has written from home, too."""
    with open_office(einklang.folder / "kept", coach) as office:
        for n in range(3):
            raw = mail(CASUAL.format(n=n), sender=f"Anna K. <{HOME}>", date=NOW, message_id=f"<h{n}@gmx.de>")
            office.receive(raw, folder=Folder("Daheim", "more"))
    return einklang


def mails(einklang: CommandLine, address: str) -> tuple[int, dict[str, int]]:
    card = CardOut.model_validate_json(einklang.shown("customer", "show", address, "--json"))
    return card.mails_in, {each.language: each.mails for each in card.languages}


def test_joined_addresses_are_shown_and_scored_as_one_person(at_home: CommandLine):
    before = at_home.shown("customer", "list", "--json"), mails(at_home, ANNA), mails(at_home, HOME)
    assert [before[1][0], before[2][0]] == [7, 3]
    told = at_home.shown("customer", "join", ANNA, f"Anna <{HOME.upper()}>")
    assert f"{ANNA} is one person with {HOME}." in told
    assert "10 mails from them" in told
    assert mails(at_home, HOME) == mails(at_home, ANNA) == (10, {"de": 10})
    assert f"Also writes from {HOME}" in at_home.shown("customer", "show", ANNA)
    assert "Compared with 10 mails (contact)." in at_home.shown("score", "--customer", HOME, typed=DRAFT)
    assert f"{ANNA}, {HOME} are apart again" in at_home.shown("customer", "split", HOME)
    assert (at_home.shown("customer", "list", "--json"), mails(at_home, ANNA), mails(at_home, HOME)) == before


def test_one_of_several_addresses_can_be_taken_apart(at_home: CommandLine):
    at_home.shown("customer", "join", ANNA, HOME, "tim@packwerk.example")
    told = at_home.shown("customer", "split", "tim@packwerk.example")
    assert f"tim@packwerk.example is apart again. {ANNA} is one person with {HOME}." in told


def test_an_address_without_mail_is_joined_and_told(einklang: CommandLine):
    result = einklang.run("customer", "join", ANNA, "new@moelder.example")
    assert result.exit_code == 0
    assert "There is no mail from or to new@moelder.example yet." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("join", ANNA, TEAM), "an address of the team"),
        (("join", ANNA, "nonsense"), "no e-mail address"),
        (("split", ANNA), "not joined"),
        (("join", ANNA), "Missing argument"),
    ],
)
def test_what_cannot_be_joined_or_split_is_told(einklang: CommandLine, arguments: tuple[str, ...], words: str):
    result = einklang.run("customer", *arguments)
    assert result.exit_code in (1, 2)
    assert words in result.stderr
