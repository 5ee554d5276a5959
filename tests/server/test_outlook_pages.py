"""The pages of the Outlook add-in: Microsoft's script is allowed there and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from coach import Coach
from server.app import create_app
from tests.office import open_office

OFFICE_JS = "https://appsforoffice.microsoft.com"


@pytest.fixture
def client(tmp_path: Path, coach: Coach) -> Iterator[FlaskClient]:
    ancestors = "https://outlook.office.com, https://outlook.office365.com"
    with open_office(tmp_path, coach, EINKLANG_WEB_FRAME_ANCESTORS=ancestors) as office:
        yield create_app(office.services).test_client()


def policy(client: FlaskClient, path: str) -> dict[str, str]:
    answer = client.get(path)
    assert answer.status_code in (200, 302, 404), path
    told = answer.headers["Content-Security-Policy"]
    return {name: rest for name, _, rest in (part.strip().partition(" ") for part in told.split(";"))}


def test_the_pages_of_outlook_may_load_its_script_and_nothing_else(client: FlaskClient):
    page, panel = policy(client, "/outlook/commands/launchevent.html"), policy(client, "/panel/")
    assert page.pop("script-src") == f"'self' {OFFICE_JS}"
    assert panel.pop("script-src") == "'self'"
    assert page == panel


@pytest.mark.parametrize("path", ["/try", "/panel/", "/panel/main.js", "/api/v1/health", "/outlook/nothing.html", "/"])
def test_everywhere_else_scripts_come_from_here(client: FlaskClient, path: str):
    assert policy(client, path)["script-src"] == "'self'"


def test_who_may_frame_it_is_what_the_settings_say(client: FlaskClient):
    sites = "'self' https://outlook.office.com https://outlook.office365.com"
    assert policy(client, "/outlook/commands/launchevent.html")["frame-ancestors"] == sites
    assert policy(client, "/panel/")["frame-ancestors"] == sites


def test_icons_may_be_kept_for_outlook_shows_no_others(client: FlaskClient):
    icon = client.get("/outlook/icons/icon-64.png")
    assert (icon.status_code, icon.mimetype) == (200, "image/png")
    assert icon.headers["Cache-Control"] == "public, max-age=86400"
    assert client.get("/outlook/commands/launchevent.js").headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    "name",
    ["../manifest.template.xml", "..%2Fmanifest.template.xml", "%2e%2e/draw_icons.py", "icons", "", "/etc/passwd"],
)
def test_nothing_beside_the_pages_is_served(client: FlaskClient, name: str):
    assert client.get(f"/outlook/{name}").status_code in (301, 308, 404)
    assert client.get(f"/outlook/{name}", follow_redirects=True).status_code == 404
