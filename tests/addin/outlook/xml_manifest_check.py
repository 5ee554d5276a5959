"""A check of add-in only manifests for Outlook, after Microsoft's reference of their elements; needs no network.

It knows what this add-in uses: a message being written, one button, one launch event. Microsoft's own validator for XML
is a web service, so it cannot be part of a test.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from lxml import etree

from server.web.files import ADDIN

APP = "{http://schemas.microsoft.com/office/appforoffice/1.1}"
BT = "{http://schemas.microsoft.com/office/officeappbasictypes/1.0}"
V10 = "{http://schemas.microsoft.com/office/mailappversionoverrides}"
V11 = "{http://schemas.microsoft.com/office/mailappversionoverrides/1.1}"
XSI_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"
LONGEST_RESID = 32

ORDER = {
    "OfficeApp": (
        "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl"
        " AppDomains Hosts Requirements FormSettings Permissions Rule VersionOverrides"
    ),
    "VersionOverrides": "Requirements Hosts Resources VersionOverrides?",
    "Host": "Runtimes? DesktopFormFactor",
    "Group": "Label Control+",
    "Control": "Label Supertip Icon Action",
    "Supertip": "Title Description",
    "Icon": "Image+",
    "Action": "SourceLocation",
    "Resources": "Images Urls ShortStrings LongStrings",
    "LaunchEvents": "LaunchEvent+",
}


def problems_of(text: str) -> list[str]:
    """Everything that is wrong with a manifest; an empty list where nothing is."""
    root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(resolve_entities=False))
    v10 = root.find(f"{V10}VersionOverrides")
    v11 = None if v10 is None else v10.find(f"{V11}VersionOverrides")
    if v10 is None or v11 is None:
        return ["VersionOverrides 1.0 with 1.1 inside it are missing"]
    found = [*_order(root), *_basics(root), *_addresses(root), *_alert(v11)]
    for part, space in ((v10, V10), (v11, V11)):
        found += [*_resources(part, space), *_icons(part, space)]
    return found


def _order(root: etree._Element) -> Iterator[str]:
    for element in root.iter():
        name = _name(element)
        if name not in ORDER or (name == "Host" and not len(element)):
            continue
        children = " ".join(_name(child) for child in element) + " "
        pattern = "".join(_pattern(word) for word in ORDER[name].split())
        if not re.fullmatch(pattern, children):
            yield f"{name}: the order or number of its elements is wrong: {children}"


def _pattern(word: str) -> str:
    sign = word[-1] if word[-1] in "?+" else ""
    return f"(?:{word.removesuffix(sign)} ){sign}" if sign else f"{word} "


def _basics(root: etree._Element) -> Iterator[str]:
    if root.get(XSI_TYPE) != "MailApp":
        yield "the manifest is not for mail"
    try:
        UUID(root.findtext(f"{APP}Id"))
    except (TypeError, ValueError):
        yield "Id is no GUID"
    version = root.findtext(f"{APP}Version") or ""
    if not re.fullmatch(r"[1-9]\d*(?:\.\d+){3}", version):
        yield f"Version is not of four numbers from 1.0.0.0 on: {version}"
    if root.findtext(f"{APP}Permissions") != "ReadWriteItem":
        yield "Permissions: the session data need ReadWriteItem"
    for name, size in (("IconUrl", 64), ("HighResolutionIconUrl", 128)):
        element = root.find(f"{APP}{name}")
        if element is not None and _size(element.get("DefaultValue", "")) != (size, size):
            yield f"{name} is no PNG of {size} pixels"


def _addresses(root: etree._Element) -> Iterator[str]:
    domain = root.findtext(f"{APP}AppDomains/{APP}AppDomain") or ""
    for element in root.iter():
        value = element.get("DefaultValue", "")
        is_address = _name(element) in {
            "IconUrl",
            "HighResolutionIconUrl",
            "SupportUrl",
            "SourceLocation",
            "Url",
            "Image",
        }
        if not is_address or not value:
            continue
        if not value.startswith("https://"):
            yield f"not https: {value}"
        elif urlsplit(value).netloc != urlsplit(domain).netloc:
            yield f"not in AppDomains: {value}"


def _resources(part: etree._Element, space: str) -> Iterator[str]:
    """Each level of VersionOverrides has resources of its own: it defines what it names, and names what it defines."""
    inner = part.find(f"{V11}VersionOverrides") if space == V10 else None
    own = [each for each in part.iter() if inner is None or (each is not inner and inner not in each.iterancestors())]
    named = {each.get("resid", "") for each in own} - {""}
    defined = [
        each.get("id", "") for each in own if each.tag in {f"{BT}Image", f"{BT}Url", f"{BT}String"} and each.get("id")
    ]
    for name in sorted(named - set(defined)):
        yield f"resid {name} is not defined"
    for name in sorted(set(defined) - named):
        yield f"resource {name} is not used"
    for name in sorted(set(defined)):
        if len(name) > LONGEST_RESID:
            yield f"resid {name} has more than 32 characters"
        if defined.count(name) > 1:
            yield f"resource {name} is defined twice"


def _icons(part: etree._Element, space: str) -> Iterator[str]:
    addresses = {each.get("id"): each.get("DefaultValue", "") for each in part.iterfind(f"{space}Resources//{BT}Image")}
    for icon in part.iterfind(f"{space}Hosts//{space}Icon"):
        asked = {int(each.get("size", "0")): each.get("resid") for each in icon}
        for size in (16, 32, 80):
            if size not in asked:
                yield f"Icon: the size {size} is missing"
            elif _size(addresses.get(asked[size], "")) != (size, size):
                yield f"Icon: {asked[size]} is no PNG of {size} pixels"


def _alert(part: etree._Element) -> Iterator[str]:
    sets = part.find(f"{V11}Requirements/{BT}Sets")
    least = (0, 0) if sets is None else tuple(map(int, sets.get("DefaultMinVersion", "0.0").split(".")))
    if least < (1, 12):
        yield "Smart Alerts need Mailbox 1.12"
    event = part.find(f".//{V11}LaunchEvent")
    if event is None:
        yield "there is no LaunchEvent"
        return
    if event.get("SendMode") != "PromptUser":
        yield f"SendMode must be PromptUser, not {event.get('SendMode')}: a mail is never held for good"
    runtime, location = part.find(f".//{V11}Runtime"), part.find(f".//{V11}LaunchEvents/../{V11}SourceLocation")
    if runtime is None or location is None or runtime.get("resid") != location.get("resid"):
        yield "the Runtime is not the one of the LaunchEvent"
    script = None if runtime is None else runtime.find(f"{V11}Override[@type='javascript']")
    if script is None:
        yield "classic Outlook needs an Override of type javascript"
        return
    addresses = {each.get("id"): each.get("DefaultValue", "") for each in part.iterfind(f".//{BT}Url")}
    file = _file(addresses.get(script.get("resid"), ""))
    if file is None or f'"{event.get("FunctionName")}"' not in file.read_text(encoding="utf-8"):
        yield f"the script associates no {event.get('FunctionName')}"


def _file(address: str) -> Path | None:
    """The file of the add-in behind an address."""
    path = ADDIN / "outlook" / "web" / urlsplit(address).path.removeprefix("/outlook/")
    return path if path.is_file() else None


def _size(address: str) -> tuple[int, int] | None:
    """Width and height of the PNG behind an address, None where there is none."""
    file = _file(address)
    data = b"" if file is None else file.read_bytes()
    return struct.unpack(">II", data[16:24]) if data.startswith(b"\x89PNG") else None


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname
