"""`einklang works-council`: the mode is on until settings and a written-down act both switch it off, for all to see."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coach import Coach
from server.app import create_app
from server.cli import main
from server.errors import SettingsError
from server.settings import load
from server.store import Store
from tests.office import open_office

REASON = "Wir sind zu dritt und haben keinen Betriebsrat."


def einklang(folder: Path, *arguments: str, wanted: bool = True) -> Result:
    env = {"EINKLANG_DATA": str(folder), "EINKLANG_PRIVACY_WORKS_COUNCIL": str(wanted).lower()}
    return CliRunner().invoke(main, list(arguments), env=env)


def acts(folder: Path) -> list[str]:
    with Store.open(f"sqlite:///{folder / 'einklang.db'}") as store:
        return [each.action for each in store.audit.entries(action="works-council.")]


def test_it_is_on_from_the_start(tmp_path: Path):
    said = einklang(tmp_path, "works-council", "status")
    assert "The works-council mode is on: figures about the team need 5 people." in said.output


def test_the_command_does_not_switch_it_off_against_the_settings(tmp_path: Path):
    said = einklang(tmp_path, "works-council", "off", "--reason", REASON)
    assert said.exit_code == 1
    assert "works_council = false" in said.output
    assert acts(tmp_path) == []


def test_the_settings_do_not_switch_it_off_alone_and_doctor_says_so(tmp_path: Path):
    said = einklang(tmp_path, "works-council", "status", wanted=False)
    assert "mode is on" in said.output
    assert "that alone does nothing" in said.output
    found = einklang(tmp_path, "doctor", "--no-models", "--no-mail", wanted=False)
    assert "the settings say works_council = false, which alone does nothing: the mode is on" in found.output


def test_switching_it_off_wants_a_reason(tmp_path: Path):
    assert einklang(tmp_path, "works-council", "off", wanted=False).exit_code == 2
    assert einklang(tmp_path, "works-council", "off", "--reason", " so ", wanted=False).exit_code == 2
    assert acts(tmp_path) == []


def test_off_and_on_again_are_written_down_with_their_reason(tmp_path: Path):
    off = einklang(tmp_path, "works-council", "off", "--reason", REASON, wanted=False)
    assert off.exit_code == 0, off.output
    again = einklang(tmp_path, "works-council", "off", "--reason", REASON, wanted=False)
    assert "off already" in again.output
    told = json.loads(einklang(tmp_path, "works-council", "status", "--json", wanted=False).output)
    assert (told["on"], told["switched"][0]["reason"]) == (False, REASON)
    assert einklang(tmp_path, "works-council", "on", wanted=False).exit_code == 0
    assert "mode is on" in einklang(tmp_path, "works-council", "status", wanted=False).output
    assert acts(tmp_path) == ["works-council.switched-off", "works-council.switched-on"]
    assert "The log fits" in einklang(tmp_path, "audit", "check").output


def test_settings_that_are_true_again_switch_it_on_at_once(tmp_path: Path):
    einklang(tmp_path, "works-council", "off", "--reason", REASON, wanted=False)
    assert "mode is on" in einklang(tmp_path, "works-council", "status").output


@pytest.mark.parametrize(("council", "shown"), [(False, True), (True, False)])
def test_every_page_tells_everybody_that_it_is_off(tmp_path: Path, coach: Coach, council: bool, shown: bool):
    with open_office(tmp_path, coach, council=council) as office:
        client = create_app(office.services).test_client()
        for language, words in (("de", "Der Betriebsrat-Modus ist seit"), ("en", "works-council mode has been off")):
            page = client.get("/dashboard/sign-in", headers={"Accept-Language": language}).text
            assert (words in page) is shown
            assert ("Hier schreibt nur eine Person." in page) is shown
        assert client.get("/health").get_json()["works_council"] == {"on": council, "only_set": False}


def test_groups_below_three_cannot_be_set():
    with pytest.raises(SettingsError, match=r"privacy\.min_group"):
        load(None, {"EINKLANG_PRIVACY_MIN_GROUP": "2"})
