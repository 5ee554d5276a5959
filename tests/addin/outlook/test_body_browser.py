"""Reading and changing the HTML of a draft as the kinds of Outlook write it, in a real Chromium."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, Route

from tests.addin.outlook.fake_outlook import as_html
from tests.chromium import missing

pytestmark = pytest.mark.browser

SITE = "https://coach.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"

CLASSIC = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {margin:0cm;} --></style>"
    "</head>\n<body lang=DE link='#0563C1' style='word-wrap:break-word'>\n<div class=WordSection1>"
    "<p class=MsoNormal>Hallo Frau <b>Krause</b>,<o:p></o:p></p>\n<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n"
    "<p class=MsoNormal>das klappt\r\nam <span style='color:red'>Montag</span>.<o:p></o:p></p>\n"
    "<p class=MsoNormal><o:p>&nbsp;</o:p></p>\n<p class=MsoNormal>Viele Grüße<o:p></o:p></p>\n"
)
CLASSIC_TEXT = "Hallo Frau Krause,\n\ndas klappt am Montag.\n\nViele Grüße"
CLASSIC_QUOTE = (
    "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>"
    "<b>Von:</b> Sabine Krause &lt;s@x.example&gt; <br><b>Gesendet:</b> Montag, 3. März 2025 09:12<br>"
    "<b>An:</b> Service<br><b>Betreff:</b> Termin<o:p></o:p></p></div></div>"
    "<p class=MsoNormal>Guten Tag,<o:p></o:p></p><p class=MsoNormal>passt der 5.?<o:p></o:p></p>"
)
CLASSIC_END = "</div></body></html>"
WEB_QUOTE = (
    '<div id="appendonsend"></div><hr tabindex="-1" style="display:inline-block; width:98%">'
    '<div id="divRplyFwdMsg" dir="ltr"><b>Von:</b> Sabine Krause<br><b>Gesendet:</b> Montag<br><b>An:</b> Service</div>'
    "<div>Guten Tag,<br><br>passt der 5.?</div>"
)
OLDER = '<hr><div id="x_divRplyFwdMsg"><b>Von:</b> Service<br><b>An:</b> Sabine</div><div>Unsere erste Mail</div>'
NEW_MAC_QUOTE = (
    '<div id="mail-editor-reference-message-container"><div style="border-top: 1pt solid rgb(181,196,223);">'
    "<p><b>From: </b>Sabine<br><b>Date: </b>Monday<br><b>To: </b>Service<br><b>Subject: </b>Date</p></div>"
    "<div><p>Guten Tag,</p><p>passt der 5.?</p></div></div>"
)


@pytest.fixture
def blank(page: Page) -> Page:
    """An empty page under the pane's content policy, from which the modules can be loaded."""
    from server.web.files import ADDIN

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        if path == "/":
            headers = {"Content-Security-Policy": POLICY}
            route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html", headers=headers)
            return
        part = path.removeprefix("/")
        file = (
            ADDIN / "outlook" / "web" / part.removeprefix("outlook/") if part.startswith("outlook/") else ADDIN / part
        )
        if not file.is_file():
            missing(part, "the add-in's files")
        route.fulfill(body=file.read_text(encoding="utf-8"), content_type="text/javascript")

    page.route(f"{SITE}/**", answer)
    page.goto(f"{SITE}/")
    return page


def reading(blank: Page, markup: str) -> dict[str, Any]:
    """The user's own text and the mail that is answered."""
    found: dict[str, Any] = blank.evaluate(
        """async (markup) => {
            const body = await import("/outlook/body.js");
            const document = body.parse(markup);
            const { text } = body.read(document.body, { end: body.quoteIn(document) });
            return { text, answered: body.answeredIn(document) };
        }""",
        markup,
    )
    return found


def replaced(blank: Page, markup: str, old: str, new: str) -> str:
    """The HTML after the first `old` in the user's own text has become `new`."""
    found: str = blank.evaluate(
        """async ({ markup, old, fresh }) => {
            const body = await import("/outlook/body.js");
            const { replaceIn } = await import("/outlook/body_edit.js");
            const document = body.parse(markup);
            const reading = body.read(document.body, { end: body.quoteIn(document) });
            const start = reading.text.indexOf(old);
            if (start < 0) throw new Error("not in the text: " + reading.text);
            replaceIn(reading, { start, end: start + old.length }, fresh);
            return body.serialise(document, markup);
        }""",
        {"markup": markup, "old": old, "fresh": new},
    )
    return found


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("<div><br></div>", ""),
        ("<div>eins</div><div><br></div><div>zwei</div>", "eins\n\nzwei"),
        ("<div>eins<br></div><div>zwei</div>", "eins\nzwei"),
        ("<div>eins<br>zwei<br><br>drei</div>", "eins\nzwei\n\ndrei"),
        ("<p>eins</p><p>zwei</p>", "eins\n\nzwei"),
        ('<p style="margin:0">eins</p><p style="margin-top:0">zwei</p>', "eins\nzwei"),
        ("<p class=MsoNormal>eins</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>zwei</p>", "eins\n\nzwei"),
        ("<div>  eins \n\t zwei  </div>", "eins zwei"),
        ("<div>eins&nbsp; zwei&nbsp;drei</div>", "eins  zwei drei"),
        ("<div>ein <b>fett</b>es <i> Wort</i></div>", "ein fettes Wort"),
        ("<ul><li>eins</li><li>zwei</li></ul>", "eins\nzwei"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<pre>eins\n  zwei</pre>", "eins\n  zwei"),
        ("<style>p {}</style><div style='display:none'>weg</div><div>da</div><!-- nicht -->", "da"),
        ("<div>Grüße 👍🏽</div>", "Grüße 👍🏽"),
        ("<div>a &lt;b&gt; &amp; c</div>", "a <b> & c"),
    ],
)
def test_html_reads_as_the_lines_that_the_user_sees(blank: Page, markup: str, text: str) -> None:
    assert reading(blank, markup)["text"] == text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (CLASSIC + CLASSIC_QUOTE + CLASSIC_END, CLASSIC_TEXT),
        (as_html("Gerne!") + WEB_QUOTE, "Gerne!"),
        (as_html("Gerne!") + NEW_MAC_QUOTE, "Gerne!"),
        (as_html("Gerne!") + WEB_QUOTE + OLDER, "Gerne!"),
    ],
    ids=["classic", "web", "mac", "with-an-older-mail"],
)
def test_the_mail_below_is_told_apart_from_what_the_user_writes(blank: Page, markup: str, text: str) -> None:
    found = reading(blank, markup)
    assert found["text"].rstrip() == text
    assert [line for line in found["answered"].split("\n") if line] == ["Guten Tag,", "passt der 5.?"]


def test_a_rule_of_the_users_own_is_no_quote(blank: Page) -> None:
    markup = '<div>eins</div><div style="border-top:solid 1pt red">Preis: 5<br>zwei</div>'
    assert reading(blank, markup) == {"text": "eins\nPreis: 5\nzwei", "answered": None}


def test_a_word_is_changed_and_all_else_stays_as_it_came(blank: Page) -> None:
    markup = CLASSIC + CLASSIC_QUOTE + CLASSIC_END
    before = replaced(blank, markup, "Montag", "Montag")
    after = replaced(blank, markup, "Montag", "Dienstag")
    assert after == before.replace('color:red">Montag', 'color:red">Dienstag')
    assert "Montag, 3. März" in after
    assert "<style><!-- p.MsoNormal {margin:0cm;} --></style>" in after


@pytest.mark.parametrize(
    ("markup", "old", "new", "wanted"),
    [
        ("<div>ein <b>gutes</b> Wort</div>", "ein gutes W", "das W", "<div>das Wort</div>"),
        ("<div>das klappt\n   am Montag</div>", "klappt am", "geht am", "<div>das geht\n   am Montag</div>"),
        ("<div>Schluss :-)</div>", " :-)", ".", "<div>Schluss.</div>"),
        ("<div>eins zwei</div>", "eins zwei", "eins und zwei", "<div>eins und zwei</div>"),
        ("<div>Hallo</div>", "Hallo", "", "<div><br></div>"),
        ("<div>a &amp; b</div>", "& b", "<script>", "<div>a &lt;script&gt;</div>"),
        ("<div>eins</div><div><br></div><div>zwei</div>", "eins\n\nzwei", "eins\n\nzwei drei",
         "<div>eins</div><div><br></div><div>zwei drei</div>"),
        ("<div><b>eins</b></div><div>zwei</div>", "eins\nzwei", "eins\nzwo", "<div><b>eins</b></div><div>zwo</div>"),
        ("<div>eins</div><div>zwei</div><div>drei</div>", "zwei\ndrei", "drei", "<div>eins</div><div>drei</div>"),
        ("<div>eins</div><div>zwei</div>", "eins", "eins\nneu", "<div>eins<br>neu</div><div>zwei</div>"),
        ("<div>eins<br>zwei</div>", "zwei", "neu\nzwei", "<div>eins<br>neu<br>zwei</div>"),
    ],
)  # fmt: skip
def test_only_the_words_that_differ_are_touched(blank: Page, markup: str, old: str, new: str, wanted: str) -> None:
    after = replaced(blank, markup, old, new)
    assert after.replace("<b></b>", "") == wanted


def test_whatever_is_written_anew_reads_as_it_was_meant(blank: Page) -> None:
    """The rewrite of a whole mail: other lines, fewer, more; the quoted mail below stays."""
    texts = [
        "Hallo,\n\neins zwei.\n\nGrüße\nMax",
        "Hallo,\neins.\n\nzwei\n\n\nGrüße",
        "kurz",
        "a\nb\nc\nd\ne\nf\ng",
        "x\n\ny",
    ]
    for old in texts:
        for new in texts:
            for markup in (as_html(old) + WEB_QUOTE, f"<p>{old.replace(chr(10), '<br>')}</p>" + WEB_QUOTE):
                after = reading(blank, replaced(blank, markup, old, new))
                assert after["text"].rstrip() == new, (old, new, markup)
                assert after["answered"].endswith("passt der 5.?")


def test_an_empty_body_takes_a_text(blank: Page) -> None:
    for markup in ("", "<div><br></div>", "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"):
        after = replaced(blank, markup + WEB_QUOTE, "", "Guten Tag\n\ngerne")
        assert reading(blank, after)["text"].rstrip() == "Guten Tag\n\ngerne"
