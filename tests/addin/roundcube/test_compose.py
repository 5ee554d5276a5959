"""Einklang in a real Roundcube beyond the contract: a reply up to the Sent folder, and Roundcube's own ways."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Locator, Route, expect

from server.demo.dovecot import Dovecot
from tests.addin.host_contract import CUSTOMER, FITTING, HELD, SMILEY, WITH_SMILEY, Panel, eventually, settled
from tests.addin.roundcube.host import USER, RoundcubeHost
from tests.addin.roundcube.instance import RoundcubeInstance
from tests.addin.roundcube.mailbox import Mailbox

pytestmark = [pytest.mark.browser, pytest.mark.dovecot]

QUESTION = (
    "Guten Tag,\n\nwann kommt der Techniker zu uns? Bitte nennen Sie uns einen Termin.\n\nViele Grüße\nSabine Krause"
)
SERVICE = ("service@example.test", "-- \nIhr Service\nTelefon 123")


@pytest.fixture
def mailbox(dovecot: Dovecot) -> Iterator[Mailbox]:
    with closing(Mailbox(dovecot.port)) as opened:
        yield opened


@pytest.fixture
def host(roundcube_host: RoundcubeHost) -> RoundcubeHost:
    return roundcube_host


@pytest.fixture
def panel(host: RoundcubeHost) -> Panel:
    return Panel(host)


def reply_to(host: RoundcubeHost, uid: str) -> None:
    host.open({"_reply_uid": uid, "_mbox": "INBOX"})


def last_asked(host: RoundcubeHost) -> dict[str, Any]:
    return host.door.last_draft() or {"draft": {"text": None}}


def until_asked(host: RoundcubeHost, text: str) -> dict[str, Any]:
    return eventually(host, lambda: last_asked(host), lambda asked: asked["draft"]["text"] == text)


def html_editor(host: RoundcubeHost) -> Locator:
    """Switches to TinyMCE as the image button above the text does."""
    host.page.once("dialog", lambda dialog: dialog.accept())
    host.page.locator("#composebodycontainer .editor-toolbar a").first.click()
    body = host.page.frame_locator(".tox-edit-area__iframe").locator("body#tinymce")
    expect(body).to_be_visible()
    return body


def html_of(host: RoundcubeHost) -> str:
    return str(host.page.evaluate("rcmail.editor.get_content({ refresh: false })"))


def test_a_reply_is_coached_held_and_sent_from_the_first_key_to_the_sent_folder(
    host: RoundcubeHost, panel: Panel, mailbox: Mailbox, roundcube: RoundcubeInstance
) -> None:
    reply_to(host, mailbox.receive(QUESTION))
    host.area.press("Control+Home")
    host.page.keyboard.insert_text(HELD.rpartition("\n\n")[0])
    asked = until_asked(host, HELD.rpartition("\n\n")[0])
    assert asked["reply_to"].strip() == QUESTION
    assert asked["recipients"] == [CUSTOMER.address]
    assert (asked["mailbox"], asked["attachments"], asked["draft"]["subject"]) == (USER, 0, "Re: Waage 3")
    poor = eventually(host, panel.score, bool)
    expect(host.badge).to_have_text(str(poor))
    expect(host.page.locator(".einklang-backdrop mark").first).to_be_attached()

    before = host.area.input_value()
    panel.apply(SMILEY)
    eventually(host, host.area.input_value, lambda text: text == before.replace(SMILEY, ".", 1))
    eventually(host, panel.score, lambda score: score is not None and score > (poor or 0))
    host.page.keyboard.press("Control+z")  # the focus is in the draft again
    expect(host.area).to_have_value(before)

    host.press_send()
    expect(host.question).to_be_visible()
    expect(host.question.locator(".einklang-back")).to_be_focused()
    host.page.keyboard.press("Escape")
    expect(host.question).to_be_hidden()
    expect(host.area).to_be_focused()
    assert not host.sent()
    host.press_send()
    expect(host.question).to_contain_text("Diese E-Mail senden?")
    host.page.keyboard.press("Tab")
    host.page.keyboard.press("Enter")
    [sent] = eventually(host, host.sent, bool)
    assert sent.recipients == (CUSTOMER.address,)
    assert sent.text.startswith(HELD.rpartition("\n\n")[0])
    assert "> wann kommt der Techniker zu uns?" in sent.text
    eventually(host, lambda: mailbox.count("Sent", "Re: Waage 3"), lambda count: count == 1)
    assert "super easy" not in roundcube.log()
    assert "Techniker" not in roundcube.log()


def test_a_saved_reply_still_knows_what_it_answers(host: RoundcubeHost, mailbox: Mailbox) -> None:
    reply_to(host, mailbox.receive(QUESTION))
    host.area.press("Control+Home")
    host.page.keyboard.insert_text(FITTING)
    host.page.locator("a.save:visible").click()
    eventually(host, lambda: mailbox.count("Drafts", "Re: Waage 3"), lambda count: count == 1)
    draft = eventually(host, lambda: str(host.page.evaluate("rcmail.env.draft_id")), str.isdigit)
    host.door.forget()
    host.open({"_draft_uid": draft, "_mbox": "Drafts"})
    assert until_asked(host, FITTING)["reply_to"].strip() == QUESTION


def test_in_html_a_hint_keeps_the_formatting_the_caret_and_the_undo(host: RoundcubeHost, panel: Panel) -> None:
    host.compose()
    body = html_editor(host)
    paragraphs = [f"<p>{part}</p>" for part in WITH_SMILEY.replace("\n\n", "\0").replace("\n", "<br>").split("\0")]
    html = "".join(paragraphs).replace("Zertifikat", "<strong>Zertifikat</strong>").replace(" :-)", " <em>:-</em>)")
    body.evaluate("(_, html) => parent.rcmail.editor.editor.setContent(html)", html)
    until_asked(host, WITH_SMILEY)
    body.evaluate("""body => { const last = body.lastElementChild.firstChild;
        parent.rcmail.editor.editor.selection.setCursorLocation(last, 5); }""")
    eventually(host, panel.hints, bool)
    assert body.evaluate("() => [...CSS.highlights.values()].reduce((all, each) => all + each.size, 0)") > 0
    before = html_of(host)
    panel.apply(SMILEY)
    until_asked(host, FITTING)
    assert "<strong>Zertifikat</strong> rechtzeitig vor dem Audit vorliegt." in html_of(host)
    assert body.evaluate("() => getSelection().anchorNode.data.slice(0, getSelection().anchorOffset)") == "Viele"
    host.page.keyboard.press("Control+z")
    eventually(host, lambda: html_of(host), lambda now: now == before)
    until_asked(host, WITH_SMILEY)
    host.press_send()
    assert eventually(host, host.sent, bool)[0].text.startswith("Hallo Frau Krause,")


def test_the_switch_between_html_and_plain_text_loses_nothing(
    host: RoundcubeHost, panel: Panel, mailbox: Mailbox
) -> None:
    reply_to(host, mailbox.receive(QUESTION))
    host.area.press("Control+Home")
    host.page.keyboard.insert_text(WITH_SMILEY)
    until_asked(host, WITH_SMILEY)
    body = html_editor(host)
    expect(body.locator("blockquote")).to_contain_text("wann kommt der Techniker")
    body.press("Control+Home")
    host.page.keyboard.insert_text("Sehr gern! ")
    asked = until_asked(host, f"Sehr gern! {WITH_SMILEY}")
    assert asked["reply_to"].strip() == QUESTION
    host.page.once("dialog", lambda dialog: dialog.accept())
    host.page.evaluate("rcmail.command('toggle-editor', { id: 'composebody', html: false })")
    expect(host.area).to_be_visible()
    host.area.press("Control+Home")
    host.page.keyboard.insert_text("Oh! ")
    until_asked(host, f"Oh! Sehr gern! {WITH_SMILEY}")
    assert last_asked(host)["reply_to"].strip() == QUESTION


def test_another_identity_is_another_mailbox_and_its_signature_is_no_text(
    host: RoundcubeHost, roundcube: RoundcubeInstance
) -> None:
    with closing(sqlite3.connect(roundcube.folder / "roundcube.db")) as database, database:
        database.execute(
            "INSERT INTO identities (user_id, changed, name, email, signature, standard) "
            "SELECT user_id, datetime('now'), 'Service', ?, ?, 0 FROM users",
            SERVICE,
        )
    host.compose()
    host.write(FITTING)
    assert until_asked(host, FITTING)["mailbox"] == USER
    host.page.locator("#_from").select_option(label="Service <service@example.test>")
    expect(host.area).to_have_value(f"{FITTING}\n\n{SERVICE[1]}")
    asked = eventually(host, lambda: last_asked(host), lambda asked: asked["mailbox"] == SERVICE[0])
    assert asked["draft"]["text"] == FITTING
    host.press_send()
    assert FITTING in eventually(host, host.sent, bool)[0].text


def test_a_megabyte_to_three_hundred_people_can_be_written_and_sent(host: RoundcubeHost) -> None:
    people = [f"kunde{number}@example.com" for number in range(300)]
    text = ("Ein Satz, der oft vorkommt und den niemand lesen will. " * 18 + "\n") * 1_000
    host.open({"_to": ",".join(people), "_subject": "Rundbrief"})
    # not typed: a browser alone takes half a minute to insert a megabyte
    host.area.evaluate(
        "(area, text) => { area.value = text; area.dispatchEvent(new Event('input')); }", text[:1_000_000]
    )
    asked = eventually(host, lambda: last_asked(host), lambda asked: len(asked.get("recipients", ())) == 300)
    assert asked["recipients"] == people
    host.press_send()
    [sent] = eventually(host, host.sent, bool)
    assert list(sent.recipients) == people
    assert len(sent.text) > 900_000


def test_two_compose_windows_do_not_meddle(host: RoundcubeHost, panel: Panel) -> None:
    host.compose()
    host.write(HELD)
    held = settled(host, panel)
    page = host.page
    host.page = page.context.new_page()
    host.compose()
    host.write(FITTING)
    fitting = settled(host, panel)
    host.press_send()
    assert FITTING in eventually(host, host.sent, bool)[0].text
    host.close()
    host.page = page
    assert (held < fitting, host.body(), Panel(host).score()) == (True, HELD, held)
    host.press_send()
    expect(host.question).to_be_visible()


def test_a_panel_that_may_not_be_shown_is_said_instead_of_a_grey_page(host: RoundcubeHost) -> None:
    def refuse(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": "frame-ancestors 'none'"})

    host.page.route("**/panel/?*", refuse)
    host.compose()
    notice = host.page.locator("#einklang-notice")
    expect(notice).to_contain_text("Der Coach antwortet nicht")
    expect(host.page.locator("#einklang-panel")).to_be_hidden()
    host.page.unroute("**/panel/?*")
    notice.get_by_role("button", name="Noch einmal versuchen").click()
    expect(host.panel.locator("footer")).to_be_visible()
    expect(notice).to_be_empty()


def test_the_column_is_closed_where_it_has_no_room_and_remembered_where_it_has(
    host: RoundcubeHost, panel: Panel
) -> None:
    column, toggle = host.page.locator("#einklang"), host.page.locator("#einklang-toggle")
    host.compose()
    expect(column).to_be_visible()
    with host.page.expect_response("**/*_action=save-pref*"):
        toggle.click()
    expect(column).to_be_hidden()
    host.write(FITTING)
    expect(host.badge).not_to_be_empty()
    assert host.badge.inner_text() in (toggle.get_attribute("aria-label") or "")
    host.compose()
    expect(column).to_be_hidden()
    with host.page.expect_response("**/*_action=save-pref*"):
        toggle.click()
    host.page.set_viewport_size({"width": 900, "height": 800})
    expect(column).to_be_hidden()
    toggle.click()
    expect(column).to_be_visible()
    expect(toggle).to_have_attribute("aria-expanded", "true")
    host.page.keyboard.press("Escape")
    expect(column).to_be_hidden()
    host.page.set_viewport_size({"width": 1280, "height": 900})
    expect(column).to_be_visible()


def test_only_the_panel_is_heard(host: RoundcubeHost, panel: Panel) -> None:
    host.compose()
    host.write(FITTING)
    settled(host, panel)
    forged = {"einklang": 1, "type": "replace", "id": "x", "seq": 1, "caret": None}
    forged |= {"span": {"start": 0, "end": 5}, "original": "Hallo", "replacement": "Liebe"}
    host.page.evaluate("message => postMessage(message, '*')", forged)
    with host.page.expect_event("popup") as other:
        host.page.evaluate("() => { open('about:blank'); }")
    other.value.evaluate("message => opener.postMessage(message, '*')", forged)
    other.value.close()
    host.pause(0.3)
    assert host.body() == FITTING
