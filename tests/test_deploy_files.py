"""The files of deploy/ as far as they can be looked at without running them: units, containers, proxies."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
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
BACKUP = DEPLOY / "systemd" / "einklang-backup.service"
CONTAINED = ("secret.key", "pgpass", "metrics_token", "database_password")
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
    names = ["einklang-backup.service", "einklang-web.service", "einklang-worker.service", "einklang.service"]
    assert [each.name for each in UNITS] == names


@pytest.mark.parametrize("runnable", UNITS, ids=lambda path: path.name, indirect=True)
def test_systemd_understands_each_unit(runnable: Path):
    systemd_analyze("verify", "--man=no", str(runnable))


@pytest.mark.parametrize("unit", [each for each in UNITS if each != BACKUP], ids=lambda path: path.name)
def test_what_ends_again_and_again_is_started_for_ever(unit: Path):
    """A database may be away for longer than any number of starts lasts."""
    lines = unit.read_text(encoding="utf-8").splitlines()
    assert "StartLimitIntervalSec=0" in lines
    assert "Restart=on-failure" in lines
    assert ("ExecReload=/bin/kill -HUP $MAINPID" in lines) == (unit.stem != "einklang-worker")


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
    wanted = HARDENED | ({"StateDirectory": "einklang einklang-backup"} if unit == BACKUP else {})
    assert {name: said.get(name) for name in wanted} == wanted
    assert "LoadCredential=secret.key:/etc/einklang/secret.key" in lines
    assert "Environment=EINKLANG_KEY_FILE=%d/secret.key" in lines
    named = {word.partition("=")[0] for line in lines if line.startswith("Environment=") for word in line[12:].split()}
    assert not {each for each in named & SECRETS if not each.endswith("_FILE")}
    assert unit.name in ("einklang.service", BACKUP.name) or said["ExecStart"].endswith(
        unit.stem.removeprefix("einklang-").replace("web", "serve")
    )


def test_the_copy_of_each_night_reads_the_settings_and_the_newest_are_kept(tmp_path: Path):
    """Its two lines as systemd hands them to the shell, with a program that only notes what it was asked."""
    lines = BACKUP.read_text(encoding="utf-8").replace("%%", "%").replace("/var/lib/einklang-backup", str(tmp_path))
    commands = dict(re.findall(r"^(Exec\w+)=/bin/sh -c '(.+)'$", lines, re.MULTILINE))
    asked = commands["ExecStart"].replace("exec /opt/einklang/.venv/bin/einklang", "printf '%s\\n'")
    said = subprocess.run(["/bin/sh", "-c", asked], capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[:4] == ["--config", "/etc/einklang/einklang.toml", "store", "backup"]
    assert re.fullmatch(rf"{re.escape(str(tmp_path))}/\d{{4}}-\d\d-\d\d-\d{{6}}\.db", said[4])
    for number in range(16):
        (tmp_path / f"{number}.db").touch()
        os.utime(tmp_path / f"{number}.db", (number, number))
    for _ in range(2):
        subprocess.run(["/bin/sh", "-c", commands["ExecStartPost"]], check=True)
        assert {each.name for each in tmp_path.iterdir()} == {f"{number}.db" for number in range(2, 16)}


def test_a_timer_starts_the_copy_each_night():
    text = (DEPLOY / "systemd" / "einklang-backup.timer").read_text(encoding="utf-8")
    when = re.search(r"^OnCalendar=(.+)$", text, re.MULTILINE)
    assert when is not None
    assert "Normalized form: *-*-* 02:30:00" in systemd_analyze("calendar", when[1])
    assert "WantedBy=timers.target" in text


RUNS = """#!{python}
import os, subprocess, sys
given = sys.argv[1:]
options = [each for each in given[: given.index("/bin/sh")]]
print(*options, sep="\\n")
print("--")
sys.stdout.flush()
os.environ["CREDENTIALS_DIRECTORY"] = "/run/credentials/of a run"
os.execv("/bin/sh", ["/bin/sh", *given[len(options) + 1 :]])
"""


def test_a_command_by_hand_runs_with_the_user_the_settings_and_the_key_of_the_services(tmp_path: Path):
    """With a systemd-run that notes its options and runs the rest, and an einklang that says what it was given."""
    said = tmp_path / "said"
    said.write_text('#!/bin/sh\nprintf "%s\\n" "$EINKLANG_KEY_FILE" "$@"\n')
    (tmp_path / "systemd-run").write_text(RUNS.format(python=sys.executable))
    command = (DEPLOY / "systemd" / "einklang").read_text(encoding="utf-8")
    (tmp_path / "einklang").write_text(command.replace("/opt/einklang/.venv/bin/einklang", str(said)))
    for each in tmp_path.iterdir():
        each.chmod(0o755)
    done = subprocess.run(
        [str(tmp_path / "einklang"), "store", "restore", "/a folder/$HOME.db"],
        env={"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    options, _, given = done.stdout.partition("--\n")
    assert given.splitlines() == [
        "/run/credentials/of a run/secret.key",
        *("--config", "/etc/einklang/einklang.toml", "store", "restore", "/a folder/$HOME.db"),
    ]
    service = (DEPLOY / "systemd" / "einklang.service").read_text(encoding="utf-8")
    for name in ("User", "Group", "UMask", "LoadCredential"):
        value = re.search(rf"^{name}=(.+)$", service, re.MULTILINE)
        assert value is not None
        assert f"--{ {'User': 'uid', 'Group': 'gid'}.get(name, f'property={name}') }={value[1]}" in options.splitlines()


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


def test_secrets_of_containers_get_neither_into_a_repository_nor_into_an_image(tmp_path: Path):
    """As git reads what is ignored; the image's list has the same form."""
    assert {Path(each["file"]).name for each in compose()["secrets"].values()} == set(CONTAINED)
    shown = (ROOT / ".containerignore").read_text(encoding="utf-8")
    assert (DEPLOY / "container" / "Containerfile.dockerignore").read_text(encoding="utf-8") == shown
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    copied = re.findall(
        r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "container" / "Containerfile").read_text(), re.MULTILINE
    )
    sources = {source for line in copied for source in line.split()}
    kept_out = {".venv", ".git", "data", "dist", "deploy", "tests", "server/__pycache__", *CONTAINED}
    for name, text, ignored in (
        ("git", (ROOT / ".gitignore").read_text(encoding="utf-8"), {f"deploy/container/{each}" for each in CONTAINED}),
        ("image", shown, kept_out - {".git"} | {f"config/{each}" for each in CONTAINED}),
    ):
        (tmp_path / ".gitignore").write_text(text, encoding="utf-8")
        asked = subprocess.run(
            ["git", "check-ignore", "--no-index", *sorted(ignored | sources)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
        )
        assert set(asked.stdout.split()) == ignored, name


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
