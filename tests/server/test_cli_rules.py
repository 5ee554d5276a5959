"""`einklang rules`: what an admin is told of the rules, and of every mistake in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from server.cli import main

KIOSK = """id = "kiosk"
kind = "avoid"
topic = "wording"
languages = ["de"]
severity = "warning"
message = { de = "Nicht „{old}“", en = "Not “{old}”" }
reason = { de = "Das Wort ist im Haus nicht üblich.", en = "The word is not ours." }
options.phrases.de = ["Kiosk"]

[[examples]]
language = "de"
text = "Guten Tag, der Kiosk hat offen."
flags = "Kiosk"
fine = ["Guten Tag, der Stand hat offen."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "rules"
    found.mkdir()
    (found / "kiosk.toml").write_text(KIOSK, encoding="utf-8")
    return found


def einklang(folder: Path, *arguments: str) -> Result:
    config, overlay = folder.parent / "einklang.toml", folder.parent / "coaching.toml"
    config.write_text(
        f"[data]\nfolder = '{folder.parent}/data'\n[rules]\nfolders = ['{folder}']\ncoaching = '{overlay}'\n"
    )
    return CliRunner().invoke(main, ["--config", str(config), "rules", *arguments])


def test_a_sound_file_is_said_to_be_so_with_the_number_of_its_examples(folder: Path) -> None:
    answer = einklang(folder, "check", str(folder / "kiosk.toml"))
    assert answer.exit_code == 0, answer.output
    assert "1 rules with 2 examples: all do what they say." in answer.output


def test_a_rule_that_does_not_do_what_its_examples_say_is_refused(folder: Path) -> None:
    wrong = KIOSK.replace('flags = "Kiosk"', 'flags = "der Kiosk"').replace("der Stand", "der Kiosk")
    (folder / "kiosk.toml").write_text(wrong, encoding="utf-8")
    answer = einklang(folder, "check", str(folder / "kiosk.toml"))
    assert answer.exit_code == 1
    assert "kiosk.toml:13: examples[1].flags: the rule points at 'Kiosk', not at 'der Kiosk'" in answer.output
    assert "in a text that is fine" in answer.output
    assert "2 mistakes; nothing was changed." in answer.output


def test_mistakes_in_several_files_and_the_overlay_are_told_in_one_run(folder: Path) -> None:
    (folder / "stall.toml").write_text(KIOSK.replace("kiosk", "stall").replace('"avoid"', '"avoidd"'), encoding="utf-8")
    (folder / "kiosk.toml").write_text(KIOSK.replace("severity", "severety"), encoding="utf-8")
    (folder.parent / "coaching.toml").write_text("[rules.urgancy]\non = false\n", encoding="utf-8")
    answer = einklang(folder, "check")
    assert answer.exit_code == 1
    for told in ("Did you mean 'avoid'?", "Did you mean 'severity'?", "Did you mean 'urgency'?"):
        assert told in answer.output
    listed = einklang(folder, "list")
    assert listed.exit_code == 1
    assert "Mend these first" in listed.output


def test_the_list_shows_what_the_overlay_makes_of_each_rule(folder: Path) -> None:
    (folder.parent / "coaching.toml").write_text(
        '[rules.kiosk]\nseverity = "info"\n[rules.urgency]\non = false\n', encoding="utf-8"
    )
    listed = {each["id"]: each for each in json.loads(einklang(folder, "list", "--json").stdout)}
    assert (listed["kiosk"]["severity"], listed["kiosk"]["on"]) == ("info", True)
    assert listed["urgency"]["on"] is False
    assert len(listed) > 70
    lines = einklang(folder, "list", "--topic", "wording", "--lang", "de").output.splitlines()
    assert any(line.startswith("kiosk ") and " info " in line for line in lines)
    assert all(" wording " in line for line in lines[1:-2])


def test_a_rule_is_explained_with_its_condition_options_and_examples(folder: Path) -> None:
    answer = einklang(folder, "explain", "missing-attachment")
    assert answer.exit_code == 0
    assert "Only when: draft.attachments_known && draft.attachments == 0" in answer.output
    assert "Says (de): Anhang vergessen?" in answer.output
    assert "points at" in answer.output
    unknown = einklang(folder, "explain", "kiosc")
    assert unknown.exit_code == 1
    assert "There is no rule 'kiosc'. Did you mean 'kiosk'?" in unknown.output


def test_the_schemas_are_json_schemas_that_know_kinds_rules_and_dimensions(folder: Path) -> None:
    schema = json.loads(einklang(folder, "schema").stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert "avoid" in schema["properties"]["kind"]["enum"]
    overlay = json.loads(einklang(folder, "schema", "--overlay").stdout)
    assert "kiosk" in overlay["properties"]["rules"]["propertyNames"]["enum"]
    assert "emoji" in overlay["properties"]["weights"]["propertyNames"]["enum"]
