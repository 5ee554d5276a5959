"""The files of deploy/ as far as they can be looked at without running them: units, containers, proxies."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from server.settings import KEYS, SECRETS
from server.version import VERSION
from server.web.body_limit import LARGEST

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
HARDENED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "RestrictSUIDSGID": "yes",
    "UMask": "0077",
    "User": "einklang",
    "StateDirectory": "einklang",
}
MOST_EXPOSED = 2.0  # of 10, as systemd-analyze counts


def compose() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((DEPLOY / "container" / "compose.yaml").read_text(encoding="utf-8"))
    return found


def systemd_analyze(*arguments: str) -> str:
    """What it says; skips where it is missing: it is part of systemd, which not every machine has."""
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed; install it with: apt-get install systemd")
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr, done.stderr
    return done.stdout


@pytest.fixture
def runnable(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A unit whose program and user are there, for those of the example are not on this machine."""
    unit: Path = request.param
    text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = re.sub(r"^(User|Group)=.*$", rf"\1={'root' if os.geteuid() == 0 else os.getuid()}", text, flags=re.MULTILINE)
    (tmp_path / unit.name).write_text(text, encoding="utf-8")
    return tmp_path / unit.name


def test_there_is_a_unit_for_all_at_once_and_one_for_each_part():
    assert [each.name for each in UNITS] == ["einklang-web.service", "einklang-worker.service", "einklang.service"]


@pytest.mark.parametrize("runnable", UNITS, ids=lambda path: path.name, indirect=True)
def test_systemd_understands_each_unit(runnable: Path):
    systemd_analyze("verify", "--man=no", str(runnable))


@pytest.mark.parametrize("runnable", UNITS, ids=lambda path: path.name, indirect=True)
def test_a_unit_may_do_little(runnable: Path):
    said = systemd_analyze("security", "--offline=true", "--no-pager", str(runnable))
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", said)
    assert found is not None
    assert float(found[1]) <= MOST_EXPOSED


@pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.name)
def test_a_unit_is_hardened_has_a_user_of_its_own_and_no_secret_in_its_environment(unit: Path):
    lines = [line for line in unit.read_text(encoding="utf-8").splitlines() if "=" in line and line[0] != "#"]
    said = dict(line.split("=", 1) for line in lines)
    assert {name: said.get(name) for name in HARDENED} == HARDENED
    assert "LoadCredential=secret.key:/etc/einklang/secret.key" in lines
    assert "Environment=EINKLANG_KEY_FILE=%d/secret.key" in lines
    named = {word.partition("=")[0] for line in lines if line.startswith("Environment=") for word in line[12:].split()}
    assert not {each for each in named & SECRETS if not each.endswith("_FILE")}
    assert unit.name == "einklang.service" or said["ExecStart"].endswith(
        unit.stem.removeprefix("einklang-").replace("web", "serve")
    )


def test_each_container_can_do_little_and_is_watched():
    services = compose()["services"]
    assert set(services) == {"web", "worker", "database", "queue"}
    for name in ("web", "worker"):
        found = services[name]
        assert found["read_only"] is True
        assert found["cap_drop"] == ["ALL"]
        assert int(found["user"]) > 0
        assert "no-new-privileges:true" in found["security_opt"]
        assert {each["condition"] for each in found["depends_on"].values()} == {"service_healthy"}
    assert all("healthcheck" in services[name] for name in ("web", "database", "queue"))
    assert "/health/ready" in " ".join(services["web"]["healthcheck"]["test"])


def test_only_the_web_server_is_reached_and_only_from_this_machine():
    found = compose()
    assert {name for name, each in found["services"].items() if "ports" in each} == {"web"}
    assert found["services"]["web"]["ports"] == ["127.0.0.1:8765:8765"]
    assert found["networks"]["inner"] == {"internal": True}
    assert {found["services"][name]["networks"][0] for name in ("database", "queue")} == {"inner"}
    assert all(len(found["services"][name]["networks"]) == 1 for name in ("database", "queue"))


def test_containers_name_settings_that_there_are_and_secrets_by_their_files():
    found = compose()
    known = {f"EINKLANG_{section}_{key}".upper() for section, keys in KEYS.items() for key in keys}
    known |= {each for each in SECRETS if each.endswith("_FILE")} | {"EINKLANG_DATA", "EINKLANG_KEY_FILE"}
    for service in found["services"].values():
        for name, value in service.get("environment", {}).items():
            assert name in known or not name.startswith("EINKLANG"), name
            if str(value).startswith("/run/secrets/"):
                assert value.rpartition("/")[2] in service["secrets"]
        assert set(service.get("secrets", ())) <= set(found["secrets"])
        for volume in service.get("volumes", ()):
            assert volume.partition(":")[0] in found["volumes"]
    assert found["services"]["web"]["image"] == f"einklang:{VERSION}"


def test_the_image_takes_what_there_is_and_runs_as_nobody_in_particular():
    text = (DEPLOY / "container" / "Containerfile").read_text(encoding="utf-8")
    for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE):
        *sources, _ = line.split()
        for source in sources:
            assert (ROOT / source).exists(), source
    last = text.rpartition("\nFROM ")[2]
    assert re.search(r"^USER (\d+)$", last, re.MULTILINE)
    assert f"USER {compose()['services']['web']['user']}\n" in last
    extras = re.search(r"'\.\[([\w,]+)\]'", text)
    assert extras is not None
    setup = (ROOT / "setup.cfg").read_text(encoding="utf-8")
    assert all(re.search(rf"^{each} =$", setup, re.MULTILINE) for each in extras[1].split(","))
    known = {f"EINKLANG_{section}_{key}".upper() for section, keys in KEYS.items() for key in keys} | {"EINKLANG_DATA"}
    assert set(re.findall(r"(EINKLANG_\w+)=", text)) <= known


def test_proxies_hand_on_as_much_as_we_take_and_no_figures():
    assert LARGEST == 2 << 20
    nginx = (DEPLOY / "nginx" / "einklang.conf").read_text(encoding="utf-8")
    caddy = (DEPLOY / "caddy" / "Caddyfile").read_text(encoding="utf-8")
    assert "client_max_body_size 2m;" in nginx
    assert "max_size 2MiB" in caddy
    assert "location = /metrics" in nginx
    assert "respond /metrics 404" in caddy


def test_caddy_understands_its_file():
    """Only where it is installed: nothing else needs it."""
    caddy = shutil.which("caddy")
    if caddy is None:
        pytest.skip("caddy is not installed; install it with: apt-get install caddy")
    command = [caddy, "validate", "--adapter", "caddyfile", "--config", str(DEPLOY / "caddy" / "Caddyfile")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
