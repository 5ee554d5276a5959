"""Authored text: what the sender wrote now, and nothing else."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coach.html import html_to_text
from coach.mail_words import mail_words
from coach.model import AUTHORED, Part
from coach.reply import authored, authored_text, closing_of, greeting_of, split
from coach.reply.lines import forget_lines

LANGUAGES = set("de en fr it es pt nl pl sv da nb fi cs hu ru uk zh ja".split())
BESIDES = set("ro tr el sk vi ko".split())  # mail of these is read, none is coached

FRAGMENTS = st.sampled_from(
    [
        "Hallo Anna,",
        "Viele Grüße",
        "Max",
        "-- ",
        "> zitiert",
        ">> tiefer",
        "Am 3.3.2025 um 17:02 schrieb Anna <a@x.example>:",
        "On Mon, Mar 3, 2025 at 5:02 PM",
        "Anna <a@x.example> wrote:",
        "Von: Anna <a@x.example>",
        "Gesendet: Montag",
        "Betreff: Angebot",
        "________________________________",
        "-----Original Message-----",
        "Von meinem iPhone gesendet",
        "PS: noch etwas",
        "Tel. +49 221 4711",
        "Diese E-Mail enthält vertrauliche Informationen für den Empfänger.",
        "",
        "\u00a0\u200b",
        "Ein ganz gewöhnlicher Satz mit einigen Wörtern.",
    ]
)
MAILS = st.one_of(st.text(max_size=400), st.lists(FRAGMENTS, max_size=25).map("\n".join))


@given(MAILS)
@settings(deadline=None, max_examples=300)
@example("")
@example("\r\n\r\n> \r\n")
@example("--")
@example("a\x85b\u2028> c\x0bHi")
def test_segments_cover_the_whole_text_without_gaps(text: str) -> None:
    segments = split(text)
    assert "".join(segment.span.of(text) for segment in segments) == text
    assert all(segment.span.start < segment.span.end for segment in segments)
    assert all(a.span.end == b.span.start for a, b in pairwise(segments))


@given(MAILS)
@settings(deadline=None, max_examples=200)
def test_only_greeting_body_and_closing_are_authored(text: str) -> None:
    kept = authored(text)
    assert {segment.part for segment in kept} <= AUTHORED
    words = "".join(segment.span.of(text) for segment in kept).split()
    assert authored_text(text).split() == words


@given(MAILS)
@settings(deadline=None, max_examples=200)
def test_no_quoted_line_is_ever_authored(text: str) -> None:
    kept = authored_text(text).splitlines()
    assert not any(line.startswith(">") and not line.startswith(">From ") for line in kept)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=200)
def test_html_never_raises_and_leaves_no_marks(html: str) -> None:
    assert not set(html_to_text(html)) & set("\ue000\ue001\ue002\ue003\x00")


def test_every_language_of_the_mission_has_its_phrases() -> None:
    assert {words.language for words in mail_words()} == LANGUAGES | BESIDES


@pytest.mark.parametrize("words", mail_words(), ids=lambda words: words.language)
def test_a_header_block_is_recognised_in_every_language(words: object) -> None:
    labels = next(each for each in mail_words() if each is words)
    text = (
        "Ja.\n\n"
        f"{labels.from_labels[0]}: Anna <anna@x.example>\n"
        f"{labels.sent_labels[0]}: 3.3.2025 17:02\n"
        f"{labels.to_labels[0]}: max@y.example\n"
        f"{labels.subject_labels[0]}: X\n\nquoted\n"
    )
    assert authored_text(text) == "Ja."
    assert [segment.part for segment in split(text)] == [Part.BODY, Part.ATTRIBUTION, Part.QUOTE]


@pytest.mark.parametrize("words", mail_words(), ids=lambda words: words.language)
def test_original_and_forwarded_delimiters_are_recognised_in_every_language(words: object) -> None:
    phrases = next(each for each in mail_words() if each is words)
    for phrase in phrases.original:
        assert authored_text(f"Ja.\n\n----- {phrase} -----\nquoted\n") == "Ja."
    for phrase in phrases.forwarded:
        parts = [segment.part for segment in split(f"Ja.\n\n---------- {phrase} ----------\nquoted\n")]
        assert parts[-1] in (Part.FORWARDED, Part.QUOTE)


@pytest.mark.parametrize("words", mail_words(), ids=lambda words: words.language)
def test_greetings_and_closings_are_recognised_in_every_language(words: object) -> None:
    phrases = next(each for each in mail_words() if each is words)
    for greeting in phrases.greetings:
        text = f"{greeting} Anna,\n\nx y z.\n"
        assert greeting_of(text) is not None, greeting
    for closing in phrases.closings:
        text = f"x y z.\n\n{closing}\nMax\n"
        span = closing_of(text)
        assert span is not None, closing
        assert span.of(text) == f"{closing}\nMax"


ATTRIBUTIONS = [
    "On 9 Jan 2014, at 2:47, George Miller wrote:",
    "On Tue, 16 Nov 2021, 12:34 pm John - Acme <john@acme.example>\nwrote:",
    "On Mon, Aug 26, 2019 at 4:37 PM The Hiring\nEngine Of The Great North Company\n<a-long-address@humanresources.example>\nwrote:",
    "On Mon, Aug 26, 2019 at 4:37 PM The Hiring Engine <\na-long-address@humanresources.example> wrote:",
    "Am 03.03.25 um 17:02 schrieb Anna Krause:",
    "Am Montag, 3. März 2025, 17:02:11 MEZ hat Anna Krause <a@x.example> Folgendes geschrieben:",
    "Anna Krause <a@x.example> schrieb am Mo., 3. März 2025, 17:02:",
    "Zitat von Anna Krause <a@x.example>:",
    "Quoting Ann Lee <a@x.example>:",
    "2017-11-24 16:32 GMT+01:00 Ann Lee <a@x.example>:",
    "Wednesday, 17 November 2021, 3:32 PM +0300 from Ann <a@x.example>:",
    "---- On Mon, 03 Mar 2025 17:02:11 +0100 Ann <a@x.example> wrote ----",
    "Ann Lee <a@x.example> writes:",
    "Ann Lee wrote:",
    "Le lun. 3 mars 2025 à 17:02, Luc <l@x.example> a écrit :",
    "Il giorno lun 3 mar 2025 alle ore 17:02 Gino <g@x.example>\nha scritto:",
    "W dniu 3.03.2025 o 17:02, Ewa Nowak pisze:",
    "пн, 3 мар. 2025 г. в 17:02, Иван <i@x.example>:",
    "王伟 <w@x.example> 于2025年3月3日周一 17:02写道：",
    "2025年3月3日(月) 17:02 田中 <t@x.example>:",
    "ma 3. maalisk. 2025 klo 17.02 Aki (a@x.example) kirjoitti:",
    "2025.03.03. 17:02 keltezéssel, Eszter Kis írta:",
    "Eszter Kis <e@x.example> ezt írta (időpont: 2025. márc. 3., H, 17:02):",
    "* Ann Lee <ann@x.example> [2025-03-03 17:02]:",
    "Ann Lee, 3.3.2025 17:02:",
    "Vào Th 2, 3 thg 3, 2025 vào lúc 17:02 Ann Lee <ann@x.example> đã viết:",
    "man. 3. mars 2025 kl. 17:02 skrev Ann Lee <a@x.example\n>:",
]

UNMARKED = [
    *("On Mon, 3 Mar 2025 17:02:11 +0100 Ann Lee <a@x.example> wrote", "On 3 Mar 2025, at 17:02, Ann Lee wrote"),
    *(
        "On Mon, Mar 3, 2025 at 5:02 PM Ann <a@x.example\n> wrote:",
        "On Mon, Mar 3, 2025 at 5:02 PM Ann a@x.example> wrote:",
    ),
    *("Ann Lee <a@x.example> wrote", "Ann Lee wrote on 03/03/2025 17:02:", "Ann Lee wrote on 03/03/2025 17:02"),
    *("Am 03.03.2025 um 17:02 schrieb Ann Lee", "Am Mo., 3. März 2025 um 17:02 Uhr schrieb Ann <a@x.example"),
    *("Am Mo., 3. März 2025 um 17:02 Uhr schrieb Ann <a@x.example\n>:", "Ann Lee schrieb am 03.03.2025 17:02:"),
    *("Ann Lee hat am 3. März 2025 um 17:02 geschrieben:", "Am 03.03.2025 um 17:02 schrieb a@x.example"),
    *("Le lun. 3 mars 2025 à 17:02, Ann <a@x.example> a écrit", "Le 03/03/2025 17:02, Ann Lee a écrit"),
    *("El lun, 3 de mar de 2025 5:02 p. m., Ann <a@x.example> escribió", "Ann Lee <a@x.example> escribió:"),
    *("Il giorno lun 3 mar 2025 alle 17:02 Ann <a@x.example> ha scritto", "Em 03/03/2025 17:02, Ann Lee escreveu"),
    *("Às 17:02 de 03/03/2025, Ann Lee escreveu:", "Op ma 3 mrt. 2025 om 17:02 schreef Ann <a@x.example>"),
    *("W dniu 3.03.2025 o 17:02, Ann Lee pisze", 'Użytkownik "Ann Lee" <a@x.example> napisał:'),
    "Wiadomość napisana przez Ann Lee <a@x.example> w dniu 03.03.2025, o godz. 17:02:",
    *("Den 3 mars 2025 17:02 skrev Ann <a@x.example>", "3 mars 2025 kl. 17:02 skrev Ann Lee"),
    *("tir. 4. mars 2025 kl. 17:02 skrev Ann <a@x.example", "Ann Lee kirjoitti 3.3.2025 kello 17.02:"),
    *("3.3.2025, 17.02, Ann <a@x.example> kirjoitti", "03.03.2025, 17:02, Ann <a@x.example> написал"),
    *("пн, 3 мар. 2025 г. в 17:02, Ann <a@x.example>", "2025年3月3日(月) 17:02 Ann <a@x.example>"),
    *("2025-03-03 17:02 GMT+01:00 Ann Lee <a@x.example>", "2025.03.03. 17:02 keltezéssel, Ann Lee írta:"),
    "====\n\nMessage du : 03/03/2025 17:02\nDe : Ann <a@x.example>\nA : max@y.example\nSujet : X",
    "Message du 03/03/25 17:02\nDe : Ann <a@x.example>\nA : max@y.example\nObjet : X",
    "_____  \n\nFrom: Ann [mailto:a@x.example]\nSent: Monday\nTo: Max\nSubject: X",
    "Original Message\nFrom: Ann\nSent: Monday, March 3, 2025\nTo: Max\nSubject: X",
    "──────── Original Message ────────\nFrom: Ann\nSent: Monday, March 3, 2025",
    "-------- Messaggio originale --------Da: Ann <a@x.example> Data: 3/3/25 17:02 A: m@y.example Oggetto: X",
    "În lun., 3 mar. 2025 la 17:02, Ann Lee <a@x.example> a scris:",
    "From Ann Lee <a@x.example>\nDate 3 March 2025\nTo max@y.example\nSubject X",
    "Ann Lee/Leeds/Lee\n03.03.2025 17:02\n\nTo\nMax/Y@Y\ncc\n\nSubject\nX",
    "Ann <a@x.example>\n03.03.2025 17:02\n\nPlease respond to a@x.example\n\nTo: max@y.example\ncc:\nSubject: X",
]


@pytest.mark.parametrize("frame", UNMARKED)
def test_a_quote_without_any_mark_below_a_frame_is_not_authored(frame: str) -> None:
    assert authored_text(f"Ja, gern.\n\n{frame}\n\nCould you come on Friday?\nBest, Ann\n") == "Ja, gern."


@pytest.mark.parametrize("words", mail_words(), ids=lambda words: words.language)
def test_text_below_a_ticket_systems_marker_is_quoted_in_every_language(words: object) -> None:
    phrases = next(each for each in mail_words() if each is words)
    assert phrases.reply_markers
    for marker in phrases.reply_markers:
        for line in (f"##- {marker} -##", f"--- {marker} ---", marker):
            assert authored_text(f"Ja.\n\n{line}\n\nIhre Anfrage liegt vor.\n") == "Ja."


def test_a_ticket_systems_own_mail_keeps_its_text_below_the_marker() -> None:
    text = "##- Please type your reply above this line -##\n\nYour request 42 is being looked at.\n"
    assert authored_text(text) == "Your request 42 is being looked at."


@pytest.mark.parametrize("words", mail_words(), ids=lambda words: words.language)
def test_a_phones_signature_is_not_authored_in_any_language(words: object) -> None:
    phrases = next(each for each in mail_words() if each is words)
    for mobile in phrases.mobile:
        assert authored_text(f"Ja.\n\n{mobile} Outlook\n") == "Ja.", mobile
        assert authored_text(f"Ja.\n\n[{mobile} Outlook]\n") == "Ja.", mobile


def test_an_invisible_mark_of_direction_does_not_hide_an_attribution() -> None:
    text = "Ja.\n\n\u202bOn Mon, Mar 3, 2025 at 5:02 PM Ann <a@x.example> wrote:\u202c\n\n> alt\n"
    assert authored_text(text) == "Ja."


@pytest.mark.parametrize("name", ["-Ann Lee", "- Ann Lee", "--Ann Lee", "-Ann", "— Ann"])
def test_a_name_behind_a_dash_that_ends_a_mail_is_its_closing(name: str) -> None:
    closing = closing_of(f"Hi all,\n\nhow do we open the valve?\n\n{name}\n")
    assert closing is not None
    assert closing.of(f"Hi all,\n\nhow do we open the valve?\n\n{name}\n") == name


@pytest.mark.parametrize("rule", ["---", "________", "=====", "~~~~"])
def test_a_company_block_below_a_rule_is_signature_and_sentences_there_are_not(rule: str) -> None:
    block = "Anna Krause\nKrause GmbH\nTel. +49 221 4711\n"
    assert authored_text(f"Bitte rufen Sie an.\n{rule}\n{block}") == "Bitte rufen Sie an."
    prose = f"Bitte rufen Sie an.\n{rule}\nNoch eine Frage: Wann kommt die zweite Lieferung bei uns an?"
    assert authored_text(prose).endswith("bei uns an?")


def test_a_ticket_systems_notice_on_top_is_not_authored() -> None:
    notice = 'RE: Valve\nThis is a follow-up to your previous request #42 "Valve"\n'
    assert authored_text(f"{notice}Hello team,\nplease send two.\n") == "Hello team,\nplease send two."


@pytest.mark.parametrize("line", ATTRIBUTIONS)
def test_attribution_line_is_not_authored(line: str) -> None:
    text = f"Ja, gern.\n\n{line}\n\n> zitiert\n"
    assert authored_text(text) == "Ja, gern."
    assert Part.ATTRIBUTION in {segment.part for segment in split(text)}


@pytest.mark.parametrize(
    "text",
    [
        "On Monday we met Anna. She wrote: no.",
        "Am Montag um 10:30 kommt der Techniker:\n\nBitte öffnen.",
        "Die Daten:\n2024-01-15 14:30:25\n15.01.2024 14:30\n\nDanach folgt mehr Text.",
        "From: Berlin\nTo: München\nDate: 3 May 2025\n\nPlease book a train.",
        "Bitte ändern:\nVon: 10 Uhr\nAn: 12 Uhr",
        "Sent from my desk, is much easier than my mobile phone.",
        "Von meiner Seite passt alles",
        "An -- oder Aus -- das ist die Frage.",
        "```\n--\nrm -rf build\n```\n\nSo steht es im Skript.",
        "Mit freundlichen Grüßen an Ihre Kollegin schicke ich Ihnen heute die Unterlagen, die Sie wollten.",
        "Der Wert ist > 5 und < 7.",
        "| Teil | Menge |\n| Pumpe | 2 |",
        "Am 3.3.2025 um 17:02 schrieb ich Ihnen eine Mail",
        "On Monday our customer wrote\n\nWhat shall I do now?",
        "Herr Ott schrieb am 14.11.2018 um 08:14 folgendes dazu:\n\nWas meinen Sie?",
        "Samsung Galaxy S21 liegt bei 500 Euro",
        "Hello,\n\n14.11.2018 08:14 Pump stopped\n14.11.2018 09:14 Pump started\n\nPlease call.",
        "Please mail Ann Lee <ann@x.example>\n\nShe knows.",
        "Termine:\n\n14.11.2018 08:14 Besprechung mit Anna\n\nPasst das?",
        "From Berlin to Munich\nDate open\n\nPlease book.",
        "Message du 3 mars :\n\nnous arrivons.",
        "---\nVon: 10 Uhr\nAn: 12 Uhr\n\nso ist es.",
        "Original Message\n\nThis is the title of our campaign.",
        "Please reply above the line price\n\nthat we agreed.",
        "Ja.\n\nAnna schrieb\n\nWas nun?",
        "[INFO] ok\n-- a\n-- b\n-- \n-- c\nDas war das Protokoll.",
    ],
)
def test_what_only_looks_like_a_frame_is_authored(text: str) -> None:
    assert authored_text(text) == text


def test_reply_keeps_text_between_quotes_in_its_order() -> None:
    text = "Hi,\n\n> eins?\nja\n\n> zwei?\nnein\n\nLG Max\n"
    assert authored_text(text) == "Hi,\n\nja\n\nnein\n\nLG Max"


def test_reply_wholly_below_a_quote_is_authored() -> None:
    assert authored_text("Ann wrote:\n> Could you come?\n\nYes, I can.\n") == "Yes, I can."


def test_depth_counts_quote_levels() -> None:
    text = "a\n> b\n> > c\n>>> d\n"
    assert [(segment.part, segment.depth) for segment in split(text)] == [
        (Part.BODY, 0),
        (Part.QUOTE, 1),
        (Part.QUOTE, 2),
        (Part.QUOTE, 3),
    ]


def test_a_header_block_within_a_quote_without_marks_adds_a_level() -> None:
    block = "From: A <a@x.example>\nSent: Monday\nTo: b@x.example\nSubject: X\n\n"
    segments = split(f"Yes.\n\n{block}first\n\n{block}second\n")
    assert [segment.depth for segment in segments] == [0, 0, 1, 2]


@pytest.mark.parametrize("mark", ["> ", ">", "| ", "JD> ", " > "])
def test_all_quote_marks_are_known(mark: str) -> None:
    assert authored_text(f"Ja.\n\n{mark}eins\n{mark}zwei\n") == "Ja."


def test_a_quoted_line_that_a_mail_program_tore_is_not_authored() -> None:
    text = "Ja.\n\n> this is a long quoted line of the other side that was then torn by\nthe mailer\n> and goes on\n"
    assert authored_text(text) == "Ja."


def test_a_quotation_that_runs_on_without_its_mark_is_not_authored() -> None:
    text = (
        'Ja.\n\n> "Wir haben das große Ventil bestellt und fragen uns, ob die Lieferung,\nwie vereinbart, kommt"\n>\n'
    )
    assert authored_text(text) == "Ja."


def test_the_first_name_under_the_closing_belongs_to_it_and_the_company_block_does_not() -> None:
    text = "Danke für alles.\n\nViele Grüße\nAnna\n\nAnna Krause\nKrause GmbH\nTel. +49 221 4711\n"
    assert authored_text(text) == "Danke für alles.\n\nViele Grüße\nAnna"
    closing = closing_of(text)
    assert closing is not None
    assert closing.of(text) == "Viele Grüße\nAnna"
    assert split(text)[-1].part is Part.SIGNATURE


def test_a_full_name_above_a_company_block_after_a_blank_line_is_signature() -> None:
    text = "Danke.\n\nMit freundlichen Grüßen\n\nAnna Krause\nKrause GmbH\nTel. +49 221 4711\n"
    assert authored_text(text) == "Danke.\n\nMit freundlichen Grüßen"


def test_a_company_block_without_any_closing_is_signature() -> None:
    text = "Bitte rufen Sie an.\n\nAnna Krause\nKrause GmbH\nTel. +49 221 4711\n"
    assert authored_text(text) == "Bitte rufen Sie an."


def test_a_full_name_that_stands_alone_under_the_closing_belongs_to_it() -> None:
    text = "Danke.\n\nMit freundlichen Grüßen\n\nAnna Krause\n\n(Kundennummer 4711)\n"
    assert authored_text(text) == "Danke.\n\nMit freundlichen Grüßen\n\nAnna Krause"


def test_a_mail_that_is_only_a_signature_holds_no_authored_text() -> None:
    assert authored_text("-- \nAnna Krause\nKrause GmbH\n") == ""


def test_a_mail_typed_below_its_own_delimiter_is_authored() -> None:
    text = "-- \nHi all,\n\nthe pump still leaks and we need help.\n\nEva\n"
    assert "the pump still leaks" in authored_text(text)


def test_thanks_in_the_middle_is_no_closing() -> None:
    text = "Vielen Dank\n\nJetzt habe ich aber noch eine ganz andere Frage zu der Pumpe.\n\nGruß\nEva"
    closing = closing_of(text)
    assert closing is not None
    assert closing.of(text) == "Gruß\nEva"


def test_text_below_a_closing_that_is_full_sentences_stays_authored() -> None:
    text = "Hallo,\n\nGruß\nEva\n\nIch habe noch vergessen zu sagen, dass die Pumpe wieder läuft."
    assert authored_text(text) == text


@pytest.mark.parametrize(
    ("text", "greeting"),
    [
        ("Hallo Frau Krause, anbei die Daten.", "Hallo Frau Krause,"),
        ("Hallo ich habe eine Frage", "Hallo"),
        ("Sehr geehrte Damen und Herren,\n\nText.", "Sehr geehrte Damen und Herren,"),
        (
            "Sehr geehrte Frau Krause,\nsehr geehrter Herr Ott,\n\nText.",
            "Sehr geehrte Frau Krause,\nsehr geehrter Herr Ott,",
        ),
        ("Hi all -\n\nText.", "Hi all -"),
        ("Good morning\n\nText.", "Good morning"),
        ("Hallo\u00a0Anna,\u00a0wie geht es?", "Hallo\u00a0Anna,"),
        ("\n\n  Moin!\n\nText.", "Moin!"),
    ],
)
def test_greeting_is_found_exactly(text: str, greeting: str) -> None:
    span = greeting_of(text)
    assert span is not None
    assert span.of(text) == greeting


@pytest.mark.parametrize(
    "text", ["Liebe Grüße\nMax", "Die Pumpe ist da.", "Hi-Res Bilder liegen bei und sind groß.", ""]
)
def test_what_is_no_greeting_is_not_called_one(text: str) -> None:
    assert greeting_of(text) is None


def test_a_list_footer_in_any_place_is_not_authored() -> None:
    footer = "_______________________________________________\nusers mailing list\nusers@lists.example\n"
    assert authored_text(f"Works.\n\n{footer}") == "Works."
    assert authored_text(f"Works.\n\n> quoted\n\n{footer}") == "Works."


def test_html_quotes_signatures_and_hidden_text_are_told_apart() -> None:
    html = (
        "<p>Hallo,</p><p>ja.</p><span style='display:none'>geheim</span><script>x()</script>"
        "<div class='gmail_signature'>Max<br>Muster GmbH</div>"
        "<blockquote type='cite'>alt<blockquote>älter</blockquote></blockquote>"
    )
    text = html_to_text(html)
    assert "geheim" not in text
    assert "x()" not in text
    assert "> alt" in text.splitlines()
    assert ">> älter" in text.splitlines()
    assert authored_text(text) == "Hallo,\n\nja."


def test_html_indent_of_the_writer_is_no_quote() -> None:
    html = "<div>a</div><blockquote style='margin:0 0 0 40px;border:none;padding:0px'>b</blockquote>"
    assert authored_text(html_to_text(html)).split() == ["a", "b"]


def test_html_header_block_in_an_unknown_language_is_not_authored() -> None:
    html = (
        "<div>Oké.</div><div id='divRplyFwdMsg'><b>De la:</b> A &lt;a@x.example&gt;<br><b>Trimis:</b> luni<br>"
        "<b>Către:</b> b@x.example<br><b>Subiect:</b> X</div><div>citat</div>"
    )
    assert authored_text(html_to_text(html)) == "Oké."


def test_deeply_nested_html_keeps_its_text() -> None:
    text = html_to_text("<div>" * 5000 + "tief" + "</div>" * 5000 + "<p>danach</p>")
    assert text.split() == ["tief", "danach"]


# "{n}" is the number of the line: what was judged of a line is remembered for lines of equal words
HOSTILE_LINES = [
    "On Mon, 3 Mar 2025 at 10:12 X{n} <x{n}@y.example>",
    "From: a{n}@b.example",
    "Subject: y{n}\nFrom: x{n}\n",
    "Best regards",
    "Best regards, Ann{n}",
    "Thanks\nA long line of prose that goes on and on with {n} words.",
    "> q{n}\na{n}",
    "-- ",
    "-- {n}",
    "________________________________",
    "- - - - - - - - - -",
    "This e-mail {n} is confidential and intended only for the recipient.\n",
    "wrote:",
    "X{n} wrote:",
    "3.3.2025 17:02 Ann{n} <a@x.example>\n",
    "Ann{n} Lee wrote on 3/3/2025 17:02 and",
    "Ann{n} Lee\n03.03.2025 17:02\nTo\n",
    "From Ann{n} <a@x.example>",
    "##- Reply above this line {n} -##",
]


def _seconds(text: str) -> float:
    """CPU time of the fastest of three runs on lines not seen before, which other work disturbs least."""
    runs = []
    for _ in range(3):
        forget_lines()
        begun = time.process_time()
        split(text)
        runs.append(time.process_time() - begun)
    return min(runs)


@pytest.mark.parametrize("line", HOSTILE_LINES)
def test_time_grows_linearly_with_hostile_lines(line: str) -> None:
    small, large = ("".join(f"{line}\n".replace("{n}", str(n)) for n in range(count)) for count in (500, 4_000))
    _seconds(small)
    assert _seconds(large) < 8 * 4 * max(_seconds(small), 0.0005)  # quadratic growth would be 64-fold


@pytest.mark.parametrize("char", ["a", ">", " ", "\n", "_", "-", ":", "<", "|", "é", "様", "\x00", "."])
def test_five_megabytes_of_one_character_are_split(char: str) -> None:
    segments = split(char * 5_000_000)
    assert segments[-1].span.end == 5_000_000


def test_a_hundred_thousand_quote_levels_are_counted() -> None:
    assert split("Ja.\n" + ">" * 100_000 + " tief\n")[-1].depth == 100_000


def test_two_hundred_thousand_lines_are_split() -> None:
    text = "Noch eine Zeile mit einigen Wörtern.\n" * 200_000
    assert len(split(text)) == 1


def test_hostile_html_takes_bounded_time_and_never_raises() -> None:
    for piece in ("<div>", "<blockquote>", "<table><tr><td>x", "<ul><li>a", "<", "&amp;", "<!--", "<pre>"):
        assert set(html_to_text(piece * 20_000)) <= set("xa<& \n*-")
