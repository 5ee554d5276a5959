"""The text of a message: the right part, decoded right, without what only hangs on it."""

from __future__ import annotations

import base64

import pytest

from server.mail.mime import Kind, Message, parse
from server.mail.mime_inline import without_armour, without_files


def _part(kind: str, text: str | bytes, *headers: str) -> bytes:
    body = text if isinstance(text, bytes) else text.encode()
    return "\n".join([f"Content-Type: {kind}", *headers, "", ""]).encode() + body


def _message(kind: str, *parts: bytes, mark: str = "b", before: str = "") -> bytes:
    inner = b"".join(f"--{mark}\n".encode() + part + b"\n" for part in parts)
    head = f'From: a@x.example\nContent-Type: multipart/{kind}; boundary="{mark}"\n\n{before}'
    return head.encode() + inner + f"--{mark}--\n".encode()


def _read(kind: str, *parts: bytes) -> Message:
    return parse(_message(kind, *parts))


PLAIN = _part("text/plain", "Guten Tag, die Waage ist da.")
RICH = _part("text/html", "<p>Guten Tag, die <b>Waage</b> ist da.</p>")
PICTURE = _part("image/png; name=logo.png", b"xxxx", "Content-ID: <logo>")


# which part


def test_html_that_holds_only_a_banner_gives_way_to_the_text() -> None:
    text = "Guten Tag, hier steht der ganze Brief. " * 10
    assert _read("alternative", _part("text/plain", text), _part("text/html", "<p>Externe Mail!</p>")).body == text


def test_long_links_do_not_make_the_text_the_longer_part() -> None:
    text = "Hallo <https://x.example/" + "a-b-c-d/" * 100 + "> Anna"
    assert _read("alternative", _part("text/plain", text), _part("text/html", "<a href=x>Hallo</a> Anna")).body == (
        "Hallo Anna"
    )


def test_a_text_that_only_says_there_is_html_is_no_text() -> None:
    stub = _part("text/plain", "Ihr Mailprogramm kann kein HTML anzeigen.")
    message = _read("alternative", stub, _part("text/html", "<img src=cid:x>"))
    assert message.body == ""
    assert "the text only says that there is HTML" in message.problems


def test_a_short_text_about_html_is_a_text_where_it_is_the_only_one() -> None:
    assert parse(b"From: a@x.example\n\nBitte kein HTML senden.").body == "Bitte kein HTML senden."


def test_an_empty_text_part_gives_way_to_the_html() -> None:
    assert _read("alternative", _part("text/plain", " \n"), RICH).body == "Guten Tag, die Waage ist da."


def test_a_text_part_that_holds_only_html_source_is_read_as_html() -> None:
    source = "<html><body><p>Guten Tag</p><p>Anna</p></body></html>"
    assert parse(_part("text/plain", source)).body == "Guten Tag\n\nAnna"
    assert parse(_part("text/plain", "<p> heißt Absatz.")).body == "<p> heißt Absatz."


def test_text_and_html_of_one_mail_count_once_though_they_stand_one_after_the_other() -> None:
    assert _read("mixed", PLAIN, RICH).body == "Guten Tag, die Waage ist da."
    assert _read("mixed", PLAIN, _part("text/plain", "Und noch etwas.")).body == (
        "Guten Tag, die Waage ist da.\n\nUnd noch etwas."
    )


def test_of_related_parts_only_the_root_is_text() -> None:
    message = _read("related", RICH, _part("text/html", "<p>nur eingebettet</p>"), PICTURE)
    assert message.body == "Guten Tag, die Waage ist da."
    assert [each.name for each in message.attachments] == ["logo.png"]
    start = b'From: a@x.example\nContent-Type: multipart/related; boundary=b; start="<root>"\n\n'
    root = _part("text/html", "<p>Haupttext</p>", "Content-ID: <root>")
    assert parse(start + b"--b\n" + RICH + b"\n--b\n" + root + b"\n--b--\n").body == "Haupttext"


def test_alternatives_within_alternatives_are_found() -> None:
    inner = _message("mixed", RICH, _part("application/pdf; name=a.pdf", b"x"), mark="c").partition(b"\n")[2]
    message = _read("alternative", PLAIN, inner)
    assert (message.body, [each.name for each in message.attachments]) == ("Guten Tag, die Waage ist da.", ["a.pdf"])


def test_the_only_text_is_read_though_it_has_a_file_name() -> None:
    assert _read("mixed", _part("text/plain; name=body.txt", "Hallo", "Content-Disposition: inline")).body == "Hallo"
    attached = _read("mixed", _part("text/plain; name=a.txt", "Hallo", "Content-Disposition: attachment"))
    assert (attached.body, [each.name for each in attached.attachments]) == ("", ["a.txt"])
    assert parse(_part("zip; name=a.zip", "Hallo")).body == ""


def test_the_comment_of_an_invitation_is_not_text() -> None:
    event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDESCRIPTION:Bitte kommen\nEND:VEVENT\nEND:VCALENDAR\n"
    message = _read("mixed", PLAIN, _part("text/calendar; method=REQUEST", event))
    assert (message.kind, message.body) == (Kind.CALENDAR, "Guten Tag, die Waage ist da.")


def test_an_event_that_somebody_attached_does_not_make_an_invitation() -> None:
    event = _part("text/calendar; name=termin.ics", "BEGIN:VCALENDAR", "Content-Disposition: attachment")
    assert _read("mixed", PLAIN, event).kind is Kind.PERSONAL


# broken trees


def test_a_boundary_used_for_two_levels_is_understood() -> None:
    inner = b"Content-Type: multipart/alternative; boundary=b\n\n"
    message = parse(_message("mixed", inner, PLAIN, RICH))
    assert message.body == "Guten Tag, die Waage ist da."
    assert "one boundary for two levels" in message.problems


def test_a_wrong_boundary_is_guessed_from_the_lines() -> None:
    raw = _message("mixed", PLAIN, mark="----=_Next").replace(b'boundary="----=_Next"', b"boundary=andere")
    assert parse(raw).body == "Guten Tag, die Waage ist da."


def test_a_multipart_without_any_part_is_text_unless_it_is_a_note_for_old_programs() -> None:
    head = b"Content-Type: multipart/mixed; boundary=b\n\n"
    assert parse(head + b"Nur Text.").body == "Nur Text."
    assert parse(head + b"This is a multi-part message in MIME format.").body == ""


def test_a_multipart_that_was_encoded_as_a_whole_is_read() -> None:
    head, _, inner = _message("mixed", PLAIN).partition(b"\n\n")
    raw = head + b"\nContent-Transfer-Encoding: base64\n\n" + base64.encodebytes(inner)
    assert parse(raw).body == "Guten Tag, die Waage ist da."


def test_a_boundary_on_a_text_type_is_believed_if_its_lines_are_there() -> None:
    raw = _message("mixed", RICH).replace(b"multipart/mixed", b"text/html")
    assert parse(raw).body == "Guten Tag, die Waage ist da."
    assert parse(b"Content-Type: text/plain; boundary=b\n\nText").body == "Text"


@pytest.mark.parametrize(
    "declared", ["text/html charset=utf-8", "text/html (HTML)", "TEXT/HTML;charset=utf-8", " text/html"]
)
def test_the_content_type_is_read_however_it_is_written(declared: str) -> None:
    assert parse(f"Content-Type: {declared}\n\n<p>größer</p>".encode()).body == "größer"


# transfer encodings and charsets


def test_a_footer_that_a_list_hung_behind_base64_stays_text() -> None:
    encoded = base64.encodebytes("Grüße aus Köln, und noch ein Satz.\n".encode())
    raw = _part("text/plain; charset=utf-8", encoded + b"____\nListe der Waagen\nhttp://l.example/\n")
    message = parse(b"Content-Transfer-Encoding: base64\n" + raw)
    assert message.body == "Grüße aus Köln, und noch ein Satz.\n\n____\nListe der Waagen\nhttp://l.example/\n"
    assert "text behind base64" in message.problems


def test_text_that_is_only_said_to_be_base64_is_read_as_it_is() -> None:
    message = parse(b"Content-Transfer-Encoding: base64\n\nHallo Frau Kern,\nes passt so.\n")
    assert message.body == "Hallo Frau Kern,\nes passt so.\n"


def test_stray_characters_in_base64_are_left_out() -> None:
    encoded = base64.encodebytes(b"Guten Tag, hier steht ein langer Text. " * 20).replace(b"\n", b"!\n")
    assert (
        parse(b"Content-Transfer-Encoding: base64\n\n" + encoded).body == "Guten Tag, hier steht ein langer Text. " * 20
    )


def test_a_uuencoded_body_is_decoded() -> None:
    body = b"begin 644 a.txt\n+2&%L;&\\@06YN80H \n`\nend\n"
    raw = b"Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\n" + body
    assert parse(raw).body == "Hallo Anna\n"


@pytest.mark.parametrize(
    ("charset", "raw", "text"),
    [
        ("iso-8859-15", "Grüße".encode(), "Grüße"),
        ("iso-8859-15", "5 €".encode("iso-8859-15"), "5 €"),
        ("windows-1251", "Привет".encode(), "Привет"),
        ("windows-1251", "Привет".encode("cp1251"), "Привет"),
        ("utf-8", "Grüße und mehr".encode() + "Fußzeile".encode("cp1252"), "Grüße und mehrFußzeile"),
        ("utf-8", "Grüße".encode() + b"\xc3", "Grüße"),
        ("utf-8", "größer".encode("cp1252"), "größer"),
        ("", "Grüße, Öl".encode() + b"\xfc", "Grüße, Ölü"),
        ("utf-8 (Unicode)", "Grüße".encode(), "Grüße"),
        ("iso-2022-jp-ms", "田中".encode("iso2022_jp"), "田中"),
        ("utf-16", "Grüße".encode("utf-16"), "Grüße"),
    ],
)
def test_wrong_and_mixed_charsets_are_seen_through(charset: str, raw: bytes, text: str) -> None:
    assert parse(f"Content-Type: text/plain; charset={charset}\n\n".encode() + raw).body == text


def test_the_charset_of_html_may_stand_in_it() -> None:
    html = '<meta charset="iso-8859-2"><p>Příliš</p>'.encode("iso-8859-2")
    assert parse(b"Content-Type: text/html\n\n" + html).body == "Příliš"


# what stands in text and is none


def test_files_within_the_text_are_cut_out_and_named() -> None:
    text = (
        "Siehe Bild.\nbegin 644 bild.gif\nM1TE&.#=AH`H`H\nend\nGruß\n"
        "=ybegin line=128 size=9 name=b.bin\n*+,\n=yend size=9\nEnde\n"
    )
    bare, files = without_files(text)
    assert bare == "Siehe Bild.\nGruß\nEnde\n"
    assert [name for name, _ in files] == ["bild.gif", "b.bin"]
    sentence = "begin 100 Meter weiter\nund dann links ab, bitte, bis zum Ende.\n"
    assert without_files(sentence) == (sentence, [])


def test_clear_signed_text_keeps_what_stands_around_it() -> None:
    text = (
        "Davor\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nHallo\n- -- \nAnna\n"
        "-----BEGIN PGP SIGNATURE-----\nabc\n-----END PGP SIGNATURE-----\nFußzeile\n"
    )
    assert without_armour(text) == ("Davor\nHallo\n-- \nAnna\n\nFußzeile\n", False)


def test_armour_within_a_quote_is_left_alone() -> None:
    text = "Ja.\n> -----BEGIN PGP SIGNED MESSAGE-----\n> Hash: SHA1\n>\n> alt\n"
    assert without_armour(text) == (text, False)


def test_an_encrypted_block_below_text_is_said_and_cut_out() -> None:
    body = "Hallo Anna\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"
    message = parse(_part("text/plain", body))
    assert (message.body.strip(), message.kind) == ("Hallo Anna", Kind.PERSONAL)
    assert "encrypted" in message.problems


@pytest.mark.parametrize(
    "parts",
    [
        (_part("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQEMA"), PLAIN),
        (
            _part("text/html", "<p>geschützt</p>"),
            _part("application/x-microsoft-rpmsg-message; name=message.rpmsg", "x"),
        ),
        (_part("application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m", "x"), PLAIN),
        (_part("text/plain", "\n"), _part("application/pgp-encrypted", "Version: 1")),
    ],
)
def test_encrypted_mail_is_known_by_its_parts(parts: tuple[bytes, ...]) -> None:
    message = _read("mixed", *parts)
    assert (message.kind, message.body) == (Kind.ENCRYPTED, "")


def test_a_file_that_is_encrypted_does_not_make_the_mail_so() -> None:
    message = _read("mixed", PLAIN, _part("application/pgp-encrypted; name=vertrag.pgp", "x"))
    assert (message.kind, message.body) == (Kind.PERSONAL, "Guten Tag, die Waage ist da.")


def test_enriched_text_loses_its_marks() -> None:
    text = "<bold>Hallo</bold> <color><param>red</param>Anna</color>,\nes <<passt>.\n\nGruß"
    assert parse(_part("text/enriched", text)).body == "Hallo Anna, es <passt>.\nGruß"


def test_pictures_within_text_do_not_fill_it() -> None:
    picture = "data:image/png;base64," + "A" * 3_000_000
    message = parse(_part("text/html", f"<p>Vorher</p><img src='{picture}'><p>Nachher</p>"))
    assert message.body == "Vorher\n\nNachher"
    assert "text was cut" not in message.problems


def test_text_beyond_the_bound_is_cut_and_that_is_said() -> None:
    message = parse(_part("text/plain", "Ein Satz.\n" * 200_000))
    assert message.body.startswith("Ein Satz.\n")
    assert len(message.body) == 1_000_000
    assert "text was cut" in message.problems
