"""The panel as it is transferred: one script, one stylesheet, small, compressed, and not sent twice."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from server.settings import Web
from server.web import register
from server.web.modules import join_modules
from server.web.panel_bundle import bundle

MOST = 25_000  # bytes, of all that the page loads, as gzip
LINK = re.compile(r'(?:src|href)="([\w.]+)"')


@pytest.fixture
def client() -> FlaskClient:
    app = Flask("pages")
    app.extensions["einklang"] = SimpleNamespace(settings=SimpleNamespace(web=Web()))
    register(app)
    return app.test_client()


def loaded(client: FlaskClient) -> dict[str, bytes]:
    """The page of the panel and every file that it names, as they go over the wire to a browser."""
    accept = {"Accept-Encoding": "gzip, deflate, br, zstd"}
    page = client.get("/panel/", headers=accept)
    found = {"": page.data}
    for name in LINK.findall(gzip.decompress(page.data).decode()):
        answer = client.get(f"/panel/{name}", headers=accept)
        assert answer.status_code == 200, name
        found[name] = answer.data
    return found


def test_all_that_the_panel_loads_is_at_most_25_kb(client: FlaskClient) -> None:
    sizes = {name or "page": len(content) for name, content in loaded(client).items()}
    assert sum(sizes.values()) <= MOST, sizes


def test_the_page_loads_one_script_one_stylesheet_and_its_mark(client: FlaskClient) -> None:
    assert sorted(loaded(client)) == ["", "bundle.css", "bundle.js", "mark.svg"]


def test_a_script_that_is_there_already_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/panel/bundle.js", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Cache-Control"] == "no-cache"
    again = client.get("/panel/bundle.js", headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_both_forms_hold_the_same_and_are_told_apart(client: FlaskClient) -> None:
    small = client.get("/panel/bundle.js", headers={"Accept-Encoding": "gzip"})
    plain = client.get("/panel/bundle.js", headers={"Accept-Encoding": "identity"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(small.data) == plain.data
    assert small.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"
    assert small.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize(("name", "kind"), [("bundle.js", "text/javascript"), ("mark.svg", "image/svg+xml")])
def test_files_are_of_the_type_that_browsers_ask_for(client: FlaskClient, name: str, kind: str) -> None:
    assert client.get(f"/panel/{name}").mimetype == kind


def test_modules_that_other_pages_import_are_still_served(client: FlaskClient) -> None:
    assert b"export function createApi" in client.get("/panel/api.js").data


@pytest.mark.parametrize("name", ["none.js", "../messages.md", "..%2Fmessages.md"])
def test_what_is_not_in_the_folder_is_not_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/panel/{name}").status_code == 404


def test_a_changed_module_is_served_at_once(tmp_path: Path) -> None:
    write(tmp_path, "main", 'import { one } from "./one.js";\n\nshow(one);\n')
    write(tmp_path, "one", "export const one = 1; // the first\n")
    (tmp_path / "index.html").write_text('<head><script type="module" src="main.js"></script></head>')
    assert bundle(tmp_path)["bundle.js"] == b"const one=1;show(one);"
    write(tmp_path, "one", "export const one = 1000;\n")
    assert bundle(tmp_path)["bundle.js"] == b"const one=1000;show(one);"


def write(folder: Path, name: str, source: str) -> None:
    (folder / f"{name}.js").write_text(source, encoding="utf-8")


def test_what_is_imported_comes_first_and_once(tmp_path: Path) -> None:
    write(tmp_path, "main", 'import { b } from "./b.js";\nimport { c } from "./c.js";\nuse(b, c);\n')
    write(tmp_path, "b", 'import {\n  c,\n} from "./c.js";\nexport const b = c;\n')
    write(tmp_path, "c", "export const c = 1;\n")
    joined = join_modules(tmp_path, "main")
    assert joined.split() == "const c = 1; const b = c; use(b, c);".split()


@pytest.mark.parametrize(
    "source",
    [
        'import { a as b } from "./other.js";\n',
        'import * as other from "./other.js";\n',
        'import other from "./other.js";\n',
        'import "./other.js";\n',
        "export default 1;\n",
        "const a = 1;\nexport { a };\n",
        "export let a = 1;\n",
    ],
)
def test_a_form_of_import_or_export_that_cannot_be_joined_is_refused(tmp_path: Path, source: str) -> None:
    write(tmp_path, "main", source)
    write(tmp_path, "other", "export const a = 1;\n")
    with pytest.raises(ValueError, match=r"^main\.js: "):
        join_modules(tmp_path, "main")


@pytest.mark.parametrize("second", ["const same = 2;", "function same() {}", "let [same] = [2];", "class same {}"])
def test_two_modules_that_declare_one_name_are_refused(tmp_path: Path, second: str) -> None:
    write(tmp_path, "main", f'import {{ other }} from "./other.js";\n{second}\n')
    write(tmp_path, "other", "const same = 1;\nexport const other = same;\n")
    with pytest.raises(ValueError, match=r"\.js declares same"):
        join_modules(tmp_path, "main")


def test_modules_in_a_circle_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "main", 'import { a } from "./a.js";\nexport const m = 1;\n')
    write(tmp_path, "a", 'import { m } from "./main.js";\nexport const a = 1;\n')
    with pytest.raises(ValueError, match="import each other"):
        join_modules(tmp_path, "main")


def test_no_module_of_the_panel_nests_template_literals() -> None:
    """The minifier reads a template literal up to the next backtick."""
    folder = Path(__file__).parents[2] / "addin" / "panel"
    for file in folder.glob("*.js"):
        for line in file.read_text(encoding="utf-8").splitlines():
            for literal in line.split("`")[1::2]:
                assert literal.count("{") == literal.count("}"), f"{file.name}: {line}"
