"""The manifests for Outlook: JSON by Microsoft's own check, XML by one of ours; the icons by their pixels."""

from __future__ import annotations

import json
import re
import runpy
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from server.errors import ServerError
from server.outlook_manifest import AddIn, origin, write_manifests, xml_manifest
from server.web.files import ADDIN
from tests.addin.outlook.xml_manifest_check import problems_of

SITE = "https://coach.example.com"
HERE = Path(__file__).parent
WEB = ADDIN / "outlook" / "web"


def unpacked(folder: Path, url: str = SITE) -> dict[str, Any]:
    _, package = write_manifests(url, folder)
    with zipfile.ZipFile(package) as held:
        held.extractall(folder / "package")
    return {name: json.loads((folder / "package" / name).read_bytes()) for name in ("manifest.json", "de.json")}


def test_the_xml_manifest_is_as_outlook_wants_it() -> None:
    assert problems_of(xml_manifest(AddIn(SITE))) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("<Version>1.0.0.0</Version>\n", "", "Version"),
        ("<ProviderName>Einklang</ProviderName>\n  <DefaultLocale>en-US</DefaultLocale>",
         "<DefaultLocale>en-US</DefaultLocale>\n  <ProviderName>Einklang</ProviderName>", "order"),
        ('resid="Tip"', 'resid="Tipp"', "Tipp"),
        ('id="Tip"', f'id="{"T" * 33}"', "32"),
        ('SendMode="PromptUser"', 'SendMode="Block"', "SendMode"),
        ('DefaultMinVersion="1.12"', 'DefaultMinVersion="1.10"', "1.12"),
        (f"{SITE}/outlook/taskpane.html", "http://coach.example.com/outlook/taskpane.html", "https"),
        ('FunctionName="onMessageSendHandler"', 'FunctionName="other"', "other"),
        ('<bt:Image size="80" resid="Icon.80"/>', "", "80"),
        ("/icons/icon-64.png", "/icons/icon-32.png", "64"),
        ('<bt:Url id="AlertScript.Url"',
         '<bt:Url id="Unused.Url" DefaultValue="https://x.example"/><bt:Url id="AlertScript.Url"',
         "Unused.Url"),
    ],
)  # fmt: skip
def test_the_check_of_the_xml_manifest_finds_mistakes(old: str, new: str, said: str) -> None:
    text = xml_manifest(AddIn(SITE))
    assert old in text
    assert any(said in problem for problem in problems_of(text.replace(old, new)))


def test_the_json_manifest_passes_microsofts_own_check(tmp_path: Path, node_tools: Path, node: str) -> None:
    unpacked(tmp_path)
    script = HERE / "check_json_manifest.cjs"
    files = [tmp_path / "package" / name for name in ("manifest.json", "de.json")]
    run = subprocess.run(
        [node, str(script), *map(str, files)], capture_output=True, text=True, timeout=120, cwd=node_tools
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_microsofts_check_finds_a_mistake(tmp_path: Path, node_tools: Path, node: str) -> None:
    manifest = unpacked(tmp_path)["manifest.json"]
    del manifest["extensions"][0]["runtimes"][0]["code"]
    (tmp_path / "package" / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    script = HERE / "check_json_manifest.cjs"
    files = [tmp_path / "package" / name for name in ("manifest.json", "de.json")]
    run = subprocess.run(
        [node, str(script), *map(str, files)], capture_output=True, text=True, timeout=120, cwd=node_tools
    )
    assert run.returncode != 0
    assert "code" in run.stdout


def test_both_manifests_say_the_same(tmp_path: Path) -> None:
    manifest = unpacked(tmp_path)["manifest.json"]
    xml = (tmp_path / "einklang-outlook.xml").read_text(encoding="utf-8")
    assert f"<Id>{manifest['id']}</Id>" in xml
    assert f"<Version>{manifest['version']}.0</Version>" in xml
    named = re.findall(r'https://coach[^"\\<]*', json.dumps(manifest))
    for address in {each for each in named if "/outlook/" in each}:
        assert address in xml, address
    for words in (manifest["description"]["short"], "onMessageSendHandler", "msgComposeOpenPaneButton"):
        assert words in xml


def test_every_address_in_a_manifest_is_a_file_of_the_add_in() -> None:
    for path in set(re.findall(rf'{SITE}/outlook/([^"<]+)', xml_manifest(AddIn(SITE)))):
        assert (WEB / path).is_file(), path


def test_the_handler_and_the_command_are_called_the_same_in_manifest_and_script() -> None:
    script = (WEB / "commands" / "launchevent.js").read_text(encoding="utf-8")
    xml = xml_manifest(AddIn(SITE))
    assert f'FunctionName="{re.findall(r"""associate."(.+?)".,?""", script)[0]}"' in xml
    assert f'id="{re.findall(r"""commandId = "(.+?)".""", script)[0]}"' in xml


def test_the_words_fit_where_outlook_cuts_them(tmp_path: Path) -> None:
    values = AddIn(SITE)
    for said in (values.tagline, values.tip, values.full):
        assert max(len(said.en), len(said.de)) <= 80
    assert len(values.name) <= 30


def test_the_same_server_has_the_same_id_for_ever_and_another_server_another() -> None:
    ours = AddIn(origin("https://coach.example.com")).id
    assert ours == AddIn(origin(" https://COACH.example.com:443/ ")).id == "068196c5-f379-5ea4-be18-5ce4194a5ee2"
    assert UUID(AddIn(origin("https://coach.example.com:8443")).id) != UUID(ours)


def test_equal_manifests_are_equal_files(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_manifests(SITE, tmp_path / "a")]
    second = [path.read_bytes() for path in write_manifests(SITE, tmp_path / "b")]
    assert first == second


@pytest.mark.parametrize(
    "url",
    [
        "http://coach.example.com",
        "coach.example.com",
        "https://",
        "https://coach.example.com/einklang",
        "https://coach.example.com/?x=1",
        "https://coach.example.com/#x",
        "https://user:secret@coach.example.com",
        "https://coach example.com",
        'https://coach"example.com',
        "https://coach.example.com:99999",
        "https://[::1",
        "https://köln.example",
        "",
    ],
)
def test_an_address_from_which_outlook_loads_nothing_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(ServerError):
        write_manifests(url, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ServerError, match="file"):
        write_manifests(SITE, tmp_path / "file" / "below")


def decoded(png: bytes) -> tuple[int, int, bytes]:
    """Width, height and RGBA of a PNG whose rows are not filtered."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at, data = 8, b""
    header = b""
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        assert struct.unpack(">I", png[at + 8 + length : at + 12 + length]) == (zlib.crc32(kind + content),)
        header = content if kind == b"IHDR" else header
        data += content if kind == b"IDAT" else b""
        at += 12 + length
    width, height, *form = struct.unpack(">IIBBBBB", header)
    assert form == [8, 6, 0, 0, 0]  # eight bits, RGBA, nothing interlaced
    rows, stride = zlib.decompress(data), width * 4 + 1
    assert all(rows[row * stride] == 0 for row in range(height))
    return width, height, b"".join(rows[row * stride + 1 : (row + 1) * stride] for row in range(height))


def test_the_icons_are_what_their_script_draws() -> None:
    script = runpy.run_path(str(ADDIN / "outlook" / "draw_icons.py"))
    for size in (16, 32):
        assert decoded((WEB / "icons" / f"icon-{size}.png").read_bytes()) == (size, size, script["pixels"](size))


def test_every_icon_has_its_size_and_the_outline_is_white_on_nothing() -> None:
    sizes = {f"icon-{size}.png": size for size in (16, 32, 64, 80, 128)} | {"color.png": 192, "outline.png": 32}
    assert {path.name for path in (WEB / "icons").iterdir()} == set(sizes)
    for name, size in sizes.items():
        width, height, rgba = decoded((WEB / "icons" / name).read_bytes())
        assert (width, height) == (size, size)
        assert any(rgba[3::4])
    outline = decoded((WEB / "icons" / "outline.png").read_bytes())[2]
    colours = {outline[at : at + 3] for at in range(0, len(outline), 4) if outline[at + 3]}
    assert colours == {b"\xff\xff\xff"}
