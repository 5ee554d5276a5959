"""Contacts from CSV and vCard files: names, companies, segments, several addresses of one person."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from server.importing.contact_files import ContactTable
from server.importing.entries import ImportRefused
from server.importing.vcards import LONGEST_CARD, VcardFile
from server.store import Contact, Refused


def is_own(address: str) -> bool:
    return address.endswith("@team.example")


def listed(folder: Path, content: str) -> list[Contact | Refused]:
    path = folder / "list.csv"
    path.write_text(content, encoding="utf-8")
    return [each.contact for each in ContactTable(path, is_own).contacts()]


@pytest.mark.parametrize(
    "content",
    [
        "email;name;company;segment\nanna@kunde.example;Anna Krause;Kunde GmbH;A\n",
        "E-Mail;Vorname;Nachname;Firma;Kundengruppe;Segment\nAnna@Kunde.example;Anna;Krause;Kunde GmbH;x;A\n",
        "Anzeigename\tE-Mail-Adresse\tOrganisation\tKategorien\nAnna Krause\tanna@kunde.example\tKunde GmbH\tA\n",
        "First Name,Last Name,Organization Name,E-mail 1 - Label,E-mail 1 - Value,Segment\n"
        "Anna,Krause,Kunde GmbH,Work,anna@kunde.example,A\n",
        "name,company,email,segment\nAnna Krause,Kunde GmbH,Anna Krause <anna@kunde.example>,A\n",
    ],
)
def test_address_books_of_many_programs_are_understood(tmp_path: Path, content: str):
    assert listed(tmp_path, content) == [Contact(("anna@kunde.example",), "Anna Krause", "Kunde GmbH", "A")]


def test_further_addresses_come_from_columns_and_from_one_cell(tmp_path: Path):
    content = "email,E-mail 2 Address,Weitere E-Mails,name\na@k.example,b@k.example,c@k.example ::: d@k.example,Anna\n"
    assert listed(tmp_path, content) == [Contact(("a@k.example", "b@k.example", "c@k.example", "d@k.example"), "Anna")]


def test_what_is_no_contact_is_told_and_the_others_come_in(tmp_path: Path):
    content = "email;name\na@k.example;A\n;B\nZwetschgenkuchen;C\nmax@team.example;D\na@k.example;E\nb@k.example;F\n"
    found = listed(tmp_path, content)
    assert [isinstance(each, Contact) for each in found] == [True, False, False, False, False, True]
    refused = [each for each in found if isinstance(each, Refused)]
    assert [each.place for each in refused] == [f"list.csv:{line}" for line in (3, 4, 5, 6)]
    assert [each.is_mistake for each in refused] == [False, True, False, True]
    assert "Zwetschgen" not in str(refused)


def test_a_list_without_addresses_is_refused(tmp_path: Path):
    with pytest.raises(ImportRefused, match="no column of e-mail addresses"):
        listed(tmp_path, "name;phone\nAnna;1\n")


# vCard


def needs_vobject() -> None:
    if importlib.util.find_spec("vobject") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("vobject is missing: pip install vobject")
        pytest.skip("install vobject to run this: pip install vobject")


def cards(folder: Path, content: str | bytes) -> list[Contact | Refused]:
    needs_vobject()
    path = folder / "list.vcf"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [each.contact for each in VcardFile(path, is_own).contacts()]


V2 = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg M=C3=BCller\r\n"
    "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller =\r\n& S=C3=B6hne;Einkauf\r\n"
    "EMAIL;INTERNET;HOME:j.mueller@web.example\r\nEMAIL;PREF;INTERNET:Joerg@Mueller.example\r\nEND:VCARD\r\n"
)
V3 = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Krause;Anna;;;\nFN:Anna Krause\nORG:Krause\\, Sohn GmbH;Technik\n"
    "item1.EMAIL;TYPE=INTERNET:anna@krause.\n example\nCATEGORIES:A-Kunden,Messe\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:" + "QUJD\n QUJD" * 50 + "\nEND:VCARD\n"
)
V4 = (
    "BEGIN:VCARD\nVERSION:4.0\nN:Doe;Tom;;;\nFN:Tom Doe\nEMAIL:tom@private.example\n"
    "EMAIL;PREF=1;TYPE=work:tom@doe.example\n"
    "ORG:Doe Ltd\nPHOTO:data:image/jpeg;base64,QUJD\nEND:VCARD\n"
)


def test_cards_of_each_version_are_understood(tmp_path: Path):
    assert cards(tmp_path, V2 + V3 + V4) == [
        Contact(("joerg@mueller.example", "j.mueller@web.example"), "Jörg Müller", "Müller & Söhne"),
        Contact(("anna@krause.example",), "Anna Krause", "Krause, Sohn GmbH", "A-Kunden"),
        Contact(("tom@doe.example", "tom@private.example"), "Tom Doe", "Doe Ltd"),
    ]


def test_a_card_without_a_full_name_is_named_by_its_parts(tmp_path: Path):
    card = "BEGIN:VCARD\nVERSION:2.1\nN:Krause;Anna;;;\nEMAIL;INTERNET:a@k.example\nEND:VCARD\n"
    assert cards(tmp_path, card) == [Contact(("a@k.example",), "Anna Krause")]


BROKEN = {
    "odd line": "BEGIN:VCARD\nVERSION:3.0\nFN:X\nZwetschgenkuchen ohne Sinn\nEMAIL:x@k.example\nEND:VCARD\n",
    "no end": "BEGIN:VCARD\nVERSION:3.0\nFN:X\nEMAIL:x@k.example\n",
    "wrong bytes": "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:M=FCller\nEMAIL:x@k.example\nEND:VCARD\n",
    "endless": "BEGIN:VCARD\nVERSION:3.0\n" + "NOTE:x" * (LONGEST_CARD // 6 + 9) + "\nEND:VCARD\n",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_broken_card_loses_only_itself(tmp_path: Path, broken: str):
    found = cards(tmp_path, V4 + broken + V3)
    assert [isinstance(each, Contact) for each in found] == [True, False, True]
    assert isinstance(found[1], Refused)
    assert found[1].place == f"list.vcf:{V4.count(chr(10)) + 1}"
    assert "Zwetschgen" not in found[1].reason


def test_a_card_file_of_another_encoding_is_understood(tmp_path: Path):
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Jörg Müller\nEMAIL:j@k.example\nEND:VCARD\n"
    assert cards(tmp_path, card.encode("cp1252")) == [Contact(("j@k.example",), "Jörg Müller")]


def test_a_file_without_cards_is_refused(tmp_path: Path):
    with pytest.raises(ImportRefused, match="no card in it"):
        cards(tmp_path, "Hallo\n")
