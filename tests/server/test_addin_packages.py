"""The packaged add-ins: equal sources, equal bytes; nothing in them that does not belong there."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest

from server.addin_packages import packed, roundcube_zip, thunderbird_xpi, write_packages
from server.errors import ServerError
from server.web.files import ADDIN


def opened(package: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(package))


def test_the_order_and_the_dates_of_files_make_no_difference(tmp_path: Path):
    files = {"b.js": b"b" * 1000, "a/c.js": b"c"}
    assert packed(files) == packed(dict(reversed(files.items())))
    with opened(packed(files)) as archive:
        assert archive.namelist() == ["a/c.js", "b.js"]
        assert {entry.date_time for entry in archive.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o644}
        assert archive.read("b.js") == b"b" * 1000


def test_a_package_is_the_same_when_its_sources_are_touched():
    before = thunderbird_xpi()
    path = ADDIN / "thunderbird" / "manifest.json"
    times = path.stat()
    os.utime(path, (0, 0))
    try:
        assert thunderbird_xpi() == before
    finally:
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


@pytest.mark.parametrize("package", [thunderbird_xpi, roundcube_zip])
def test_a_package_holds_what_the_add_in_needs_and_nothing_hidden(package):
    with opened(package()) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert len(names) == len(set(names)) > 3
    assert not [
        name for name in names if "/." in f"/{name}" or "node_modules" in name or name.endswith((".py", ".pyc"))
    ]


def test_every_file_that_the_manifest_names_is_in_the_package():
    with opened(thunderbird_xpi()) as archive:
        names, manifest = set(archive.namelist()), json.loads(archive.read("manifest.json"))
    wanted = {*manifest["icons"].values(), *manifest["background"]["scripts"], manifest["options_ui"]["page"]}
    for script in manifest["compose_scripts"]:
        wanted |= {*script.get("js", ()), *script.get("css", ())}
    assert wanted <= names


def test_the_plugin_is_one_folder():
    with opened(roundcube_zip()) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"einklang"}


def test_what_is_private_or_made_by_tools_stays_out(tmp_path: Path):
    names = ("einklang.php", "config.inc.php.dist", "config.inc.php", ".git", "make.py", "node_modules/a.js", "js/a.js")
    for name in names:
        path = tmp_path / "roundcube" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    with opened(roundcube_zip(tmp_path)) as archive:
        assert set(archive.namelist()) == {f"einklang/{name}" for name in (names[0], names[1], names[-1])}


def test_an_installation_without_its_add_ins_says_so(tmp_path: Path):
    for package in (thunderbird_xpi, roundcube_zip):
        with pytest.raises(ServerError, match="install Einklang anew"):
            package(tmp_path)


def test_both_are_written_under_their_names(tmp_path: Path):
    assert write_packages(tmp_path / "dist") == [
        tmp_path / "dist" / "einklang-thunderbird.xpi",
        tmp_path / "dist" / "einklang-roundcube.zip",
    ]
    assert (tmp_path / "dist" / "einklang-thunderbird.xpi").read_bytes() == thunderbird_xpi()
