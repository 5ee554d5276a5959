"""Rules reloaded while the application runs: a good file is in force at once, a broken one changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from coach import Coach
from coach.rule_making import Known
from coach.ruleset import RuleSet
from server.cli import main
from server.rulebook import Rulebook, RuleFiles, shipped_rules
from server.wiring import rulebook_for
from tests.office import ANNA, mails_of_anna, open_office
from tests.server.api.conftest import Api, api_of

GOOD = """
id = "kiosk"
kind = "avoid"
topic = "wording"
languages = ["de"]
severity = "warning"
message = { de = "Nicht „{old}“", en = "Not “{old}”" }
reason = { de = "Das Wort ist im Haus nicht üblich.", en = "The word is not ours." }
options.phrases.de = ["Kiosk"]

[[examples]]
language = "de"
text = "Der Kiosk hat offen."
flags = "Kiosk"
"""
BROKEN = GOOD.replace("options.phrases.de", "options.phrase.de").replace('"avoid"', '"avoidd"')
DRAFT = (
    "Sehr geehrte Frau Krause,\n\nder Kiosk an der Halle hat am Montag offen, und die Waage steht dort für Sie "
    "bereit. Die Montage beginnt am Dienstag um acht Uhr.\n\nMit freundlichen Grüßen\nMax Kern"
)


@dataclass
class House:
    """A running application whose own rules lie in `folder`; `seconds` is the rulebook's clock."""

    api: Api
    folder: Path
    overlay: Path
    seconds: list[float]

    def hinted(self) -> list[str]:
        """The rules that speak up about the draft, two seconds later."""
        self.seconds[0] += 2
        return [each["rule"] for each in self.api.assess(DRAFT, customer=ANNA)["suggestions"]]

    def health(self) -> dict:
        return self.api.client.get("/health").get_json()


@pytest.fixture
def house(tmp_path: Path, coach: Coach) -> Iterator[House]:
    folder, overlay, seconds = tmp_path / "rules", tmp_path / "coaching.toml", [0.0]
    folder.mkdir()
    before = coach.rules
    with open_office(tmp_path / "data", coach) as office:
        rulebook = Rulebook(RuleFiles((folder,), overlay), Known.installed(), coach.use, seconds=lambda: seconds[0])
        office.services = replace(office.services, rulebook=rulebook)
        office.connect()
        office.receive(*mails_of_anna())
        yield House(api_of(office), folder, overlay, seconds)
    coach.use(before)


def test_a_rule_written_while_the_application_runs_is_in_force_at_the_next_assessment(house: House):
    assert "kiosk" not in house.hinted()
    (house.folder / "kiosk.toml").write_text(GOOD, encoding="utf-8")
    assert "kiosk" in house.hinted()
    (house.folder / "kiosk.toml").unlink()
    assert "kiosk" not in house.hinted()


def test_a_broken_file_leaves_the_last_good_rules_in_force_and_is_told(house: House, caplog: pytest.LogCaptureFixture):
    (house.folder / "kiosk.toml").write_text(GOOD, encoding="utf-8")
    assert "kiosk" in house.hinted()
    count = house.health()["rules"]["in_force"]
    with caplog.at_level(logging.ERROR):
        (house.folder / "kiosk.toml").write_text(BROKEN, encoding="utf-8")
        assert "kiosk" in house.hinted()
    assert house.health()["status"] == "ok"
    assert house.health()["rules"] == {"in_force": count, "mistakes": 1}
    (problem,) = house.api.get("rules").get_json()["problems"]
    assert "kiosk.toml:3: kind: there is no kind 'avoidd'. Did you mean 'avoid'?" in problem
    assert problem in caplog.text
    (house.folder / "kiosk.toml").write_text(GOOD.replace("Kiosk", "Dienstag"), encoding="utf-8")
    assert "kiosk" in house.hinted()
    assert house.health()["rules"]["mistakes"] == 0


def test_a_change_of_the_overlay_is_in_force_without_a_restart(house: House):
    (house.folder / "kiosk.toml").write_text(GOOD, encoding="utf-8")
    assert "kiosk" in house.hinted()
    house.overlay.write_text("[rules.kiosk]\non = false\n[hints]\nhold_on_send = 'ask'\n", encoding="utf-8")
    assert "kiosk" not in house.hinted()
    assert house.api.assess(DRAFT, customer=ANNA)["hold_on_send"] == "ask"
    house.overlay.write_text("[rules.kiosk]\non = 'perhaps'\n", encoding="utf-8")
    assert "kiosk" not in house.hinted()
    assert house.health()["rules"]["mistakes"] == 1


def test_a_weight_of_the_overlay_moves_the_score_at_once(house: House):
    house.seconds[0] += 2
    before = house.api.assess(DRAFT, customer=ANNA)
    house.overlay.write_text("[weights]\ncommas = 0\nmessage_length = 0\naddress_form = 0\n", encoding="utf-8")
    house.seconds[0] += 2
    after = house.api.assess(DRAFT, customer=ANNA)
    assert after["score"] != before["score"]
    assert "address_form" in {each["dimension"] for each in before["deviations"]}
    assert "address_form" not in {each["dimension"] for each in after["deviations"]}


def test_only_those_who_are_signed_in_read_what_is_wrong(house: House):
    assert house.api.client.get("/api/v1/rules").status_code == 401


class Counted:
    """Takes rule sets, and counts them."""

    def __init__(self) -> None:
        self.sets: list[RuleSet] = []

    def use(self, rules: RuleSet) -> None:
        self.sets.append(rules)


def test_files_are_looked_at_once_a_second_at_most(tmp_path: Path):
    seconds, taken = [10.0], Counted()
    book = Rulebook(RuleFiles((tmp_path,)), Known.installed(), taken.use, seconds=lambda: seconds[0])
    book.refresh()
    (tmp_path / "kiosk.toml").write_text(GOOD, encoding="utf-8")
    seconds[0] += 0.9
    book.refresh()
    assert len(taken.sets) == 1
    seconds[0] += 0.1
    book.refresh()
    book.refresh()
    assert len(taken.sets) == 2
    assert len(taken.sets[1].rules) == len(taken.sets[0].rules) + 1


def test_a_program_that_starts_with_broken_files_has_the_shipped_rules(tmp_path: Path):
    (tmp_path / "kiosk.toml").write_text(BROKEN, encoding="utf-8")
    taken = Counted()
    book = Rulebook(RuleFiles((tmp_path,)), Known.installed(), taken.use, seconds=lambda: 0.0)
    book.refresh()
    assert taken.sets == []  # the coach keeps what it was made with
    assert len(book.problems) == 1
    assert len(shipped_rules(Known.installed()).rules) > 70


def test_the_settings_say_where_rules_come_from(tmp_path: Path, coach: Coach):
    folder, overlay = tmp_path / "rules", tmp_path / "coaching.toml"
    folder.mkdir()
    env = {"EINKLANG_RULES_FOLDERS": str(folder), "EINKLANG_RULES_COACHING": str(overlay)}
    with open_office(tmp_path / "data", coach, **env) as office:
        files = rulebook_for(office.services.settings, coach).files
    assert (files.folders, files.overlay) == ((folder,), overlay)


def test_the_doctor_names_each_mistake_in_a_rule_file(tmp_path: Path):
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "kiosk.toml").write_text(BROKEN, encoding="utf-8")
    config = tmp_path / "einklang.toml"
    config.write_text(f"[data]\nfolder = '{tmp_path}/data'\n[rules]\nfolders = ['{folder}', '{tmp_path}/nowhere']\n")
    answer = CliRunner().invoke(main, ["--config", str(config), "doctor", "--no-models", "--no-mail"])
    assert answer.exit_code == 1
    assert "kiosk.toml:3: kind: there is no kind 'avoidd'" in answer.output
    assert f"{tmp_path}/nowhere does not exist" in answer.output
    (folder / "kiosk.toml").write_text(GOOD, encoding="utf-8")
    config.write_text(f"[data]\nfolder = '{tmp_path}/data'\n[rules]\nfolders = ['{folder}']\n")
    answer = CliRunner().invoke(main, ["--config", str(config), "doctor", "--no-models", "--no-mail"])
    assert "rules are in force" in answer.output
