"""Path traversal, links, bombs: what a file or an address names is read where it belongs, and nothing is unpacked."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from coach import Coach
from server.app import create_app
from server.importing.contact_files import ContactTable
from server.importing.entries import ImportRefused
from server.importing.mail_folder import MailFolder
from server.importing.mbox import Mbox
from server.importing.vcards import VcardFile
from server.mail import mime
from server.store import Imported, Refused
from tests.office import mail, open_office

OUTSIDE = (
    "../../../../../../etc/passwd",
    "..%2f..%2f..%2f..%2fetc/passwd",
    "..%252f..%252fetc%252fpasswd",
    "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "....//....//etc/passwd",
    "..\\..\\..\\etc\\passwd",
    "/etc/passwd",
    "//etc/passwd",
    "C:\\Windows\\win.ini",
    "index.html%00.js",
    "index.html\x00",
    "../app.py",
    "../../server/app.py",
    ".",
    "..",
    "con",
    "\ud800",
)
BELOW = ("/panel/", "/try/", "/outlook/", "/dashboard/static/", "/answer/", "/dashboard/export/")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory, coach: Coach) -> Iterator[FlaskClient]:
    with open_office(tmp_path_factory.mktemp("files"), coach, demo=True) as office:
        yield create_app(office.services).test_client()


@pytest.mark.parametrize("below", BELOW)
def test_path_traversal_no_address_leads_out_of_its_folder(client: FlaskClient, below: str):
    for name in OUTSIDE:
        path = (below + name).encode("utf-8", "surrogatepass").decode("latin-1")
        answer = client.get(below, environ_overrides={"PATH_INFO": path}, buffered=True)
        told = answer.get_data()
        assert answer.status_code in (301, 303, 308, 400, 404), (below, name, answer.status)
        assert b"root:" not in told
        assert b"def create_app" not in told


def secret(folder: Path) -> Path:
    folder.mkdir()
    file = folder / "secret.eml"
    file.write_bytes(mail("Das Passwort ist Zwetschgenkuchen."))
    return file


def test_links_in_a_folder_of_mail_are_not_followed(tmp_path: Path):
    outside, box = secret(tmp_path / "outside"), tmp_path / "box"
    box.mkdir()
    (box / "a.eml").symlink_to(outside)
    (box / "folder").symlink_to(outside.parent)
    (box / "b.eml").write_bytes(mail("Guten Tag"))
    found = [each.found for each in MailFolder(box).entries(0)]
    assert [type(each) for each in found] == [Refused, Imported]
    assert not [each for each in found if isinstance(each, Imported) and b"Zwetschgenkuchen" in each.raw]


def test_folders_and_files_with_odd_names_stay_where_they_are(tmp_path: Path):
    for name in ("..%2f..%2fx.eml", "\\..\\..\\x.eml", "=cmd|'.eml", "-rf.eml", "a\nb.eml"):
        (tmp_path / name).write_bytes(mail("Guten Tag"))
    found = list(MailFolder(tmp_path).entries(0))
    assert len(found) == 5


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(20):
            archive.writestr(f"{number}.eml", b"From: a\n\n" + b"0" * 10_000_000)
    return packed.getvalue()


def peak(work: object) -> int:
    """Bytes of memory that were in use at most while this ran."""
    tracemalloc.start()
    assert callable(work)
    work()
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found


READERS: dict[str, Callable[[Path], Iterable[object]]] = {
    "mbox": lambda file: Mbox(file).entries(0),
    "vcard": lambda file: VcardFile(file, lambda address: False).contacts(),
    "table": lambda file: ContactTable(file, lambda address: False).contacts(),
}


@pytest.mark.parametrize("kind", READERS)
def test_zip_bomb_archives_are_refused_and_never_unpacked(tmp_path: Path, kind: str):
    file = tmp_path / "bomb.csv"
    file.write_bytes(bomb())

    def read() -> None:
        with pytest.raises(ImportRefused, match="Unpack it first"):
            list(READERS[kind](file))

    assert peak(read) < 8 << 20


def test_zip_bomb_and_winmail_in_a_mail_are_not_opened():
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@b.example", "c@d.example", "Anlage"
    made.set_content("Guten Tag, anbei die Unterlagen.")
    made.add_attachment(bomb(), maintype="application", subtype="zip", filename="a.zip")
    made.add_attachment(
        b"\x78\x9f\x3e\x22" + b"\0" * 1000, maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    made.add_attachment(bomb(), maintype="application", subtype="vnd.oasis.opendocument.text", filename="a.odt")
    raw = made.as_bytes()
    assert peak(lambda: mime.parse(raw)) < 20 * len(raw) + (8 << 20)
    assert mime.parse(raw).body.strip() == "Guten Tag, anbei die Unterlagen."


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize("kind", ["html", "xml", "xhtml+xml"])
def test_xml_bomb_and_outside_entities_in_a_mail_are_text(kind: str, tmp_path: Path):
    file = tmp_path / "outside.txt"
    file.write_text("Zwetschgenkuchen")
    document = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}<!ENTITY out SYSTEM "file://{file}">]>'
        "<html><body><p>Guten Tag &l11; &out;</p></body></html>"
    )
    main = "application" if kind == "xhtml+xml" else "text"
    raw = f"From: a@b.example\nTo: c@d.example\nContent-Type: {main}/{kind}; charset=utf-8\n\n{document}".encode()
    assert peak(lambda: mime.parse(raw)) < 8 << 20
    assert "Zwetschgenkuchen" not in mime.parse(raw).body
    assert len(mime.parse(raw).body) < 5000


def test_a_line_that_never_ends_is_not_kept_whole(tmp_path: Path):
    file = tmp_path / "long.csv"
    with file.open("w") as out:
        out.write("email,name\n")
        for _ in range(30):
            out.write("a" * (1 << 20))

    def read() -> None:
        with suppress(ImportRefused):
            list(ContactTable(file, lambda address: False).contacts())

    assert peak(read) < 40 << 20
