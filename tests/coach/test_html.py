"""HTML of mails to text: quotes, signatures and header blocks told apart, hidden text out, lines as they are seen."""

from __future__ import annotations

import pytest

from coach.html import html_to_text
from coach.reply import authored_text

OUTLOOK_HEADERS = (
    "<b>Von:</b> Max Kern<br><b>Gesendet:</b> Montag, 3. März 2025 09:00<br><b>An:</b> Anna<br><b>Betreff:</b> Waage"
)

QUOTES = {
    "outlook": "<p class=MsoNormal>Passt so.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;"
    f"padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>{OUTLOOK_HEADERS}</p></div></div><p class=MsoNormal>alt</p>",
    "outlook on the web": "<div>Passt so.</div><div id=appendonsend></div><hr style='display:inline-block;width:98%'>"
    f"<div id=divRplyFwdMsg dir=ltr><font face=Calibri>{OUTLOOK_HEADERS}</font></div><div>alt</div>",
    "outlook passed on by outlook": f"<div>Passt so.</div><div id=x_divRplyFwdMsg>{OUTLOOK_HEADERS}</div><div>alt</div>",
    "gmail": "<div dir=ltr>Passt so.</div><br><div class='gmail_quote gmail_quote_container'><div dir=ltr class=gmail_attr>"
    "Am Mo., 3. März 2025 um 09:00 Uhr schrieb Max &lt;<a href='mailto:m@x.example'>m@x.example</a>&gt;:<br></div>"
    "<blockquote class=gmail_quote style='margin:0 0 0 .8ex;border-left:1px solid #ccc;padding-left:1ex'>alt</blockquote></div>",
    "thunderbird": "<p>Passt so.</p><div class=moz-cite-prefix>Am 03.03.25 um 09:00 schrieb Max:<br></div>"
    "<blockquote type=cite cite='mid:x'><p>alt</p></blockquote>",
    "apple": "Passt so.<br><div><br><blockquote type=cite><div>Am 03.03.2025 um 09:00 schrieb Max:</div>"
    "<br class=Apple-interchange-newline><div>alt</div></blockquote></div>",
    "yahoo": "<div>Passt so.</div><div id=yahoo_quoted_1 class=yahoo_quoted><div>On Monday, Max wrote:</div><div>alt</div></div>",
    "proton": "<div>Passt so.</div><div class=protonmail_quote>On Monday, March 3rd, 2025 at 9:00 AM, Max &lt;m@x.example&gt; "
    "wrote:<br><blockquote class=protonmail_quote type=cite>alt</blockquote></div>",
    "zimbra": "<div><div>Passt so.</div><hr id=zwchr data-marker=__DIVIDER__><div data-marker=__HEADERS__><blockquote "
    "style='border-left:2px solid #1010FF'><b>Von: </b>Max<br><b>An: </b>Anna<br><b>Betreff: </b>Waage</blockquote></div>"
    "<div data-marker=__QUOTED_TEXT__><blockquote style='border-left:2px solid #1010FF'>alt</blockquote></div></div>",
    "gmx": "<div>Passt so.</div><div>&nbsp;<div name=quote style='margin:10px; padding: 10px 0 10px 10px; border-left:2px "
    f"solid #C3D9E5;'><div>{OUTLOOK_HEADERS}</div><div name=quoted-content>alt</div></div></div>",
    "roundcube": "<p>Passt so.</p><p id=reply-intro>Am 03.03.2025 09:00, schrieb Max:</p><blockquote type=cite>alt</blockquote>",
    "tutanota": "<div>Passt so.</div>Am 3. März 2025 um 09:00 schrieb m@x.example:<br><blockquote class=tutanota_quote>alt"
    "</blockquote>",
}


@pytest.mark.parametrize("html", QUOTES.values(), ids=QUOTES)
def test_quotes_of_all_clients_are_told_from_the_text(html: str) -> None:
    assert authored_text(html_to_text(html)) == "Passt so."
    assert "alt" in html_to_text(html)


@pytest.mark.parametrize(
    "signature",
    [
        "<div id=ms-outlook-mobile-signature>Outlook für iOS beziehen</div>",
        "<div id=composer_signature>Von meinem Galaxy gesendet</div>",
        "<div id=Signature>Anna Krause<br>Einkauf</div>",
        "<div class=gmail_signature>Anna Krause<br>Einkauf</div>",
        "<div id=_rc_sig>Anna Krause<br>Einkauf</div>",
    ],
)
def test_signatures_are_told_by_their_names(signature: str) -> None:
    assert authored_text(html_to_text(f"<div>Passt so.</div>{signature}")) == "Passt so."


HIDDEN = [
    "<div style='display:none'>weg</div>",
    "<div style='DISPLAY : NONE !important'>weg</div>",
    "<span style='font-size:0'>weg</span>",
    "<span style='font-size:0px;line-height:0'>weg <b>weg</b></span>",
    "<span style='opacity:0'>weg</span>",
    "<div style='max-height:0;overflow:hidden'>weg</div>",
    "<div style='visibility:hidden'>weg</div>",
    "<div style='mso-hide:all'>weg</div>",
    "<p hidden>weg</p>",
    "<style>.weg{}</style><script>weg()</script><title>weg</title>",
    "<!-- weg --><!--[if mso]><p>weg</p><![endif]-->",
    "<img src=x alt='weg'>",
    "<a href='https://weg.example/'></a>",
    "<svg><text>weg</text></svg>",
]


@pytest.mark.parametrize("piece", HIDDEN)
def test_what_nobody_sees_is_left_out(piece: str) -> None:
    assert html_to_text(f"<div>vor</div>{piece}<div>nach</div>").split() == ["vor", "nach"]


SEEN = [
    "<span style='font-size:0.9em'>da</span>",
    "<td style='font-size:0px;padding:10px'><div style='font-size:13px'>da</div></td>",
    "<span style='line-opacity:0;opacity:0.5'>da</span>",
    "<div style='max-height:90px'>da</div>",
    "<a href='https://x.example/?weg'>da</a>",
    "<!--[if !mso]><!--><span>da</span><!--<![endif]-->",
    "<foo>da</foo>",
]


@pytest.mark.parametrize("piece", SEEN)
def test_what_is_seen_stays(piece: str) -> None:
    assert html_to_text(f"<div>vor</div>{piece}<div>nach</div>").split() == ["vor", "da", "nach"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>a<div>b</div>c</div>", "a\nb\nc"),
        ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
        ("a<br><br>b", "a\n\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p class=MsoNormal>a</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>b</p>", "a\n\nb"),
        ("<style> P {margin-top:0;margin-bottom:0;} </style><p>a</p><p>b</p><p><br></p><p>c</p>", "a\nb\n\nc"),
        ("<style>p.MsoNormal {margin:0cm} .x p {margin:0}</style><p>a</p><p>b</p>", "a\n\nb"),
        ("<p style='margin:0'>a</p><p style='margin:0'>b</p>", "a\nb"),
        ("a&nbsp;b &amp; c &unbekannt; 3 < 5", "a b & c &unbekannt; 3 < 5"),
        ("<b>fett <i>beides</b> schräg</i> <u>ende", "fett beides schräg ende"),
    ],
)
def test_lines_are_broken_where_a_reader_sees_them_broken(html: str, text: str) -> None:
    assert html_to_text(html) == text


def test_lists_keep_their_marks() -> None:
    assert html_to_text("<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>").split("\n") == [
        "  * a", "  * b", " 1. c", " 2. d",
    ]  # fmt: skip
    bullet = "<span style='font-family:Wingdings'><span style='mso-list:Ignore'>§<span>&nbsp; </span></span></span>"
    assert html_to_text(f"<p class=MsoListParagraph>{bullet}Punkt</p>") == "* Punkt"
    number = "<span style='mso-list:Ignore'>1.<span>&nbsp; </span></span>"
    assert html_to_text(f"<p class=MsoListParagraph>{number}Punkt</p>").split() == ["1.", "Punkt"]


def test_rows_of_a_table_are_lines_and_cells_of_a_layout_blocks() -> None:
    assert html_to_text("<table><tr><th>Waage<th>Menge</tr><tr><td>W4<td>2</tr></table>").split("\n") == [
        "Waage Menge",
        "W4 2",
    ]
    assert html_to_text("<table><tr><td><p>Hallo</p><p>Text</p></td></tr></table>").strip() == "Hallo\n\nText"


def test_quotes_nested_beyond_what_the_parser_takes_are_still_quotes() -> None:
    html = "<blockquote>" * 3000 + "tief" + "</blockquote>" * 3000 + "<p>oben</p>"
    text = html_to_text(html)
    assert authored_text(text) == "oben"
    assert "> tief" in text
