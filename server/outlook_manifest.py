"""The manifests that make Outlook load the add-in from this server: XML and JSON out of one set of values."""

from __future__ import annotations

import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from server.errors import ServerError
from server.web.files import ADDIN

VERSION = "1.0.0"  # rises with the manifest only: Outlook stops an add-in until an admin accepts a new one
ALERT_SET = "1.12"  # Mailbox requirement set that brought OnMessageSend
PANE_SET = "1.5"  # what the task pane alone needs
RIBBON_SIZES = (16, 32, 80)  # pixels; all three are required
COMMAND = "msgComposeOpenPaneButton"  # what web/commands/launchevent.js names to open the pane
HANDLER = "onMessageSendHandler"  # what web/commands/launchevent.js associates
ZIPPED_AT = (2020, 1, 1, 0, 0, 0)  # equal manifests make equal files

_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})*|\[[0-9a-f:.]+\]")
_SCHEMAS = "https://developer.microsoft.com/json-schemas/teams/v1.24"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence in both languages."""

    en: str
    de: str


@dataclass(frozen=True, slots=True)
class AddIn:
    """All that both manifests say, at most 80 characters each; `origin` is the server's address, no slash behind."""

    origin: str
    name: str = "Einklang"
    tagline: Said = Said(
        "Shows beside your draft how well it fits this customer, why, and what to do.",
        "Zeigt neben dem Entwurf, ob er zum Kunden passt, warum, und was zu tun ist.",
    )
    tip: Said = Said("Open the e-mail coach beside this draft.", "Den E-Mail-Coach neben diesem Entwurf öffnen.")
    full: Said = Said("Einklang, the e-mail coach", "Einklang, der E-Mail-Coach")

    @property
    def id(self) -> str:
        """The same for the same server, for ever: Outlook knows an add-in by it."""
        return str(uuid5(NAMESPACE_URL, f"{self.origin}/outlook/"))

    @property
    def pane(self) -> str:
        return f"{self.origin}/outlook/taskpane.html"

    @property
    def alert_page(self) -> str:
        return f"{self.origin}/outlook/commands/launchevent.html"

    @property
    def alert_script(self) -> str:
        return f"{self.origin}/outlook/commands/launchevent.js"

    def icon(self, size: int) -> str:
        return f"{self.origin}/outlook/icons/icon-{size}.png"


def write_manifests(url: str, folder: Path) -> list[Path]:
    """Writes the XML manifest and the package with the JSON one for the server at `url`; gives the files' paths.

    ServerError says what is wrong with an address that Outlook would not load anything from.
    """
    values = AddIn(origin(url))
    xml, package = folder / "einklang-outlook.xml", folder / "einklang-outlook.zip"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        xml.write_text(xml_manifest(values), encoding="utf-8")
        _pack(package, values)
    except OSError as error:
        raise ServerError(f"The manifests cannot be written to {folder}: {error.strerror}.") from None
    return [xml, package]


def origin(url: str) -> str:
    """The address of a server as manifests name it; ServerError where it is none that Outlook accepts."""
    parts, port = _parts(url)
    if parts.scheme != "https":
        raise ServerError(f"{url!r} does not begin with https://: Outlook loads add-ins over https only.")
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    if parts.username is not None or not _HOST.fullmatch(host):
        raise ServerError(f"{url!r} is not the address of a server: write it like 'https://coach.example.com'.")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ServerError(f"{url!r} names more than the server: leave away what follows {parts.netloc!r}.")
    return f"https://{host}" + (f":{port}" if port not in (None, 443) else "")


def _parts(url: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(url.strip())
        return parts, parts.port
    except ValueError:
        raise ServerError(f"{url!r} is not an address: write it like 'https://coach.example.com'.") from None


def xml_manifest(values: AddIn) -> str:
    """The add-in only manifest: the one that Outlook on Mac and older servers take too."""
    template = (ADDIN / "outlook" / "manifest.template.xml").read_text(encoding="utf-8")
    held = _xml_values(values)
    return re.sub(r"\{\{(\w+)\}\}", lambda found: held[found.group(1)], template)


def _xml_values(values: AddIn) -> dict[str, str]:
    """What stands for each {{name}} of the template, safe inside elements and quoted attributes."""
    said = {
        "id": values.id,
        "version": f"{VERSION}.0",
        "name": values.name,
        "origin": values.origin,
        "pane": values.pane,
        "alert_page": values.alert_page,
        "alert_script": values.alert_script,
        "pane_set": PANE_SET,
        "alert_set": ALERT_SET,
        "command": COMMAND,
        "handler": HANDLER,
    }
    for key in ("tagline", "tip"):
        both: Said = getattr(values, key)
        said |= {f"{key}_en": both.en, f"{key}_de": both.de}
    said |= {f"icon_{size}": values.icon(size) for size in (*RIBBON_SIZES, 64, 128)}
    return {key: escape(text, {'"': "&quot;"}) for key, text in said.items()}


def json_manifest(values: AddIn) -> dict[str, Any]:
    """The unified manifest for Microsoft 365; Outlook on Mac does not take it."""
    site = values.origin
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": "1.24",
        "version": VERSION,
        "id": values.id,
        "localizationInfo": {
            "defaultLanguageTag": "en",
            "additionalLanguages": [{"languageTag": "de", "file": "de.json"}],
        },
        "developer": {"name": values.name, "websiteUrl": site, "privacyUrl": site, "termsOfUseUrl": site},
        "name": {"short": values.name, "full": values.full.en},
        "description": {"short": values.tagline.en, "full": values.tagline.en},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#12887C",
        "validDomains": [urlsplit(site).netloc],
        "authorization": {
            "permissions": {"resourceSpecific": [{"name": "MailboxItem.ReadWrite.User", "type": "Delegated"}]}
        },
        "extensions": [_extension(values)],
    }


def _extension(values: AddIn) -> dict[str, Any]:
    return {
        "requirements": _needs(PANE_SET),
        "runtimes": [
            {
                "requirements": _needs(PANE_SET),
                "id": "pane",
                "type": "general",
                "code": {"page": values.pane},
                "lifetime": "short",
                "actions": [{"id": "openPane", "type": "openPage", "view": "pane", "pinnable": False}],
            },
            {
                "requirements": _needs(ALERT_SET),
                "id": "alert",
                "type": "general",
                "code": {"page": values.alert_page, "script": values.alert_script},
                "lifetime": "short",
                "actions": [{"id": HANDLER, "type": "executeFunction"}],
            },
        ],
        "ribbons": [_ribbon(values)],
        "autoRunEvents": [
            {
                "requirements": _needs(ALERT_SET),
                "events": [{"type": "messageSending", "actionId": HANDLER, "options": {"sendMode": "promptUser"}}],
            }
        ],
    }


def _ribbon(values: AddIn) -> dict[str, Any]:
    icons = [{"size": size, "url": values.icon(size)} for size in RIBBON_SIZES]
    button = {
        "id": COMMAND,
        "type": "button",
        "label": values.name,
        "icons": icons,
        "supertip": {"title": values.name, "description": values.tip.en},
        "actionId": "openPane",
    }
    group = {"id": "einklangGroup", "label": values.name, "icons": icons, "controls": [button]}
    return {"contexts": ["mailCompose"], "tabs": [{"builtInTabId": "TabDefault", "groups": [group]}]}


def _needs(requirement_set: str) -> dict[str, Any]:
    return {"scopes": ["mail"], "capabilities": [{"name": "Mailbox", "minVersion": requirement_set}]}


def german(values: AddIn) -> dict[str, str]:
    """The German words of the unified manifest, by the place of the English ones."""
    button = "extensions[0].ribbons[0].tabs[0].groups[0].controls[0]"
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.full": values.full.de,
        "description.short": values.tagline.de,
        "description.full": values.tagline.de,
        f"{button}.supertip.description": values.tip.de,
    }


def _pack(path: Path, values: AddIn) -> None:
    """The package that the Microsoft 365 admin centre takes: manifest, German words, two icons."""
    icons = ADDIN / "outlook" / "web" / "icons"
    files = {
        "manifest.json": _json(json_manifest(values)),
        "de.json": _json(german(values)),
        "color.png": (icons / "color.png").read_bytes(),
        "outline.png": (icons / "outline.png").read_bytes(),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(zipfile.ZipInfo(name, ZIPPED_AT), content)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
