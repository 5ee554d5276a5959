"""What of the plugin needs no browser and no Roundcube: its scripts by node's test runner, its PHP by PHP's own eye."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.chromium import missing

HERE = Path(__file__).parent
PLUGIN = HERE.parents[2] / "addin" / "roundcube"


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.mjs")), ids=lambda file: file.name.partition(".")[0])
def test_scripts_keep_their_promises(file: Path) -> None:
    node = shutil.which("node")
    if node is None:
        missing("node", "nodejs")
    run = subprocess.run([str(node), "--test", str(file)], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr
    assert "# pass 0" not in run.stdout


@pytest.mark.parametrize(
    "file", sorted(PLUGIN.rglob("*.php")) + sorted(PLUGIN.rglob("*.inc")), ids=lambda file: file.name
)
def test_php_is_well_formed(file: Path) -> None:
    php = shutil.which("php")
    if php is None:
        missing("php", "php-cli")
    run = subprocess.run([str(php), "-l", str(file)], capture_output=True, text=True, timeout=60)
    assert run.returncode == 0, run.stdout + run.stderr


def test_both_languages_say_the_same_things() -> None:
    german, english = (labels(PLUGIN / "localization" / f"{name}.inc") for name in ("de_DE", "en_US"))
    assert german.keys() == english.keys()
    for key, text in english.items():
        assert re.findall(r"\$\w+", text) == re.findall(r"\$\w+", german[key]), key


def test_every_label_is_used_and_every_used_label_is_there() -> None:
    sources = "".join(file.read_text(encoding="utf-8") for file in (*PLUGIN.glob("js/*.js"), PLUGIN / "einklang.php"))
    used = set(re.findall(r"""(?:say\(|tell\(|einklang\.)"?([a-z_]+)"?[,)]|'einklang\.([a-z_]+)'""", sources))
    names = {one or other for one, other in used}
    assert set(labels(PLUGIN / "localization" / "en_US.inc")) <= names


def test_every_script_of_the_plugin_is_loaded_and_none_that_is_not_there() -> None:
    listed = re.search(r"SCRIPTS = \[(.*?)\]", (PLUGIN / "einklang.php").read_text(encoding="utf-8"), re.DOTALL)
    assert listed is not None
    assert set(re.findall(r"'(\w+)'", listed[1])) == {file.stem for file in PLUGIN.glob("js/*.js")}


def labels(file: Path) -> dict[str, str]:
    return dict(re.findall(r"\$labels\['(\w+)'\] = '(.*)';", file.read_text(encoding="utf-8")))
