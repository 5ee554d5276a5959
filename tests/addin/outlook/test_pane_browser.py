"""The task pane and the question on sending, in a window that plays the kinds of Outlook with their known faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_contract import FITTING, HELD, WITH_SMILEY, Panel, apply_smiley, asked_about, eventually, settled
from tests.addin.outlook.fake_outlook import ALERT_KEY, FakeOutlook, as_html, play_microsoft

pytestmark = pytest.mark.browser

QUOTE = (
    '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Von:</b> Sabine Krause<br><b>An:</b> Service</div>'
    "<div>Guten Tag,<br>wann kommen Sie?</div>"
)


WATCH_REFUSALS = """(() => { window.refusals = ""; const shown = document.getElementById("refused");
    new MutationObserver(() => { window.refusals += shown.textContent; }).observe(shown, { childList: true }); })()"""


@pytest.fixture
def outlook(page: Page, door: FaultyServer, complaints: list[str]) -> Iterator[Any]:
    """Makes a window that plays Outlook; `outlook(client="mac", ...)` opens it."""
    made: list[FakeOutlook] = []

    def make(**change: Any) -> FakeOutlook:
        made.append(FakeOutlook(page, door, **change))
        made[-1].compose()
        return made[-1]

    yield make
    for each in made:
        assert each.get("violations") == []
        assert each.get("mostInFlight") == 1
        each.close()
    complaints[:] = [each for each in complaints if "Failed to load resource" not in each]  # as the faults want it


def smileys(one: FakeOutlook) -> Panel:
    """A draft with one hint, judged."""
    one.write(WITH_SMILEY)
    panel = Panel(one)
    settled(one, panel)
    return panel


@pytest.mark.parametrize("client", ["web", "classic", "mac"])
def test_a_hint_is_applied_in_every_kind_of_outlook_and_the_quoted_mail_stays(outlook: Any, client: str) -> None:
    one = outlook(client=client, oldAfterSet=900 if client == "mac" else 0, quote=QUOTE)
    one.write(WITH_SMILEY)
    panel = Panel(one)
    about = eventually(one, lambda: asked_about(one), lambda body: body["draft"]["text"].rstrip() == WITH_SMILEY)
    assert about["reply_to"] == "Guten Tag,\nwann kommen Sie?"
    apply_smiley(one, panel)
    eventually(one, lambda: asked_about(one)["draft"]["text"].rstrip(), lambda text: text == FITTING)
    assert "wann kommen Sie?" in one.editor.inner_text()
    assert " :-)" not in one.editor.inner_text()


def test_on_mac_the_old_body_is_not_taken_for_a_change(outlook: Any) -> None:
    one = outlook(client="mac", oldAfterSet=6000)
    panel = smileys(one)
    apply_smiley(one, panel)
    eventually(one, lambda: asked_about(one)["draft"]["text"].rstrip(), lambda text: text == FITTING)
    one.pause(4.0)  # Outlook still hands out the old one
    assert asked_about(one)["draft"]["text"].rstrip() == FITTING


def test_where_the_phrase_is_selected_outlooks_own_undo_takes_it_back(outlook: Any) -> None:
    one = outlook(client="classic")
    panel = smileys(one)
    one.select(":-)")
    one.page.evaluate("document.getSelection().modify('extend', 'backward', 'character')")
    one.page.evaluate("""() => { const all = document.getSelection(); const range = all.getRangeAt(0);
        range.setStart(range.startContainer, range.startContainer.data.indexOf(' :-)'));
        range.setEnd(range.startContainer, range.startOffset + 4); }""")
    apply_smiley(one, panel)
    eventually(one, one.body, lambda text: text == FITTING)
    assert one.calls("setSelectedDataAsync") == 1
    assert one.calls("body.setAsync") == 0
    one.undo()
    eventually(one, one.body, lambda text: text == WITH_SMILEY)


def test_nothing_is_written_while_somebody_types(outlook: Any) -> None:
    one = outlook()
    panel = smileys(one)
    eventually(one, lambda: len(panel.hints()), bool)
    one.page.evaluate("""() => { let turn = 0; setInterval(() => {
        const last = document.getElementById('editor').lastChild; last.append(String(turn += 1)); }, 40); }""")
    one.in_panel(WATCH_REFUSALS)  # the next letters make the panel forget it again
    panel.replace((0, 5), "Hallo", "Liebe")
    eventually(one, lambda: one.in_panel("window.refusals"), lambda text: "nichts ersetzt" in text)
    assert one.calls("body.setAsync") == 0
    assert one.body().startswith("Hallo")


def test_a_body_that_outlook_refuses_to_take_stays_and_that_is_said(outlook: Any) -> None:
    one = outlook(fails=["body.setAsync"])
    panel = smileys(one)
    apply_smiley(one, panel)
    eventually(one, one.says, lambda said: "nicht angenommen" in said)
    assert one.body() == WITH_SMILEY


def test_a_plain_text_draft_is_read_and_changed(outlook: Any) -> None:
    one = outlook(client="classic")
    tail = "\n\n-----Ursprüngliche Nachricht-----\nVon: S. Krause\nGesendet: Montag\nAn: Service\n\nWann kommen Sie?"
    one.page.evaluate("text => outlook.writePlain(text)", WITH_SMILEY + tail)
    about = eventually(one, lambda: asked_about(one), lambda body: body["draft"]["text"] == WITH_SMILEY)
    assert about["reply_to"] == "Wann kommen Sie?"
    apply_smiley(one, Panel(one))
    expect(one.page.locator("#plain")).to_have_value(FITTING + tail)


def test_from_copies_and_attachments_reach_the_server(outlook: Any) -> None:
    files = [{"name": "a.pdf", "isInline": False}, {"name": "logo.png", "isInline": True}]
    one = outlook(files=files, cc=["chef@x.example"])
    one.write(FITTING)
    about = eventually(one, lambda: asked_about(one), lambda body: body["draft"]["text"].rstrip() == FITTING)
    assert (about["attachments"], about["cc"], about["mailbox"]) == (1, ["chef@x.example"], "jana.brandt@team.example")


def test_an_old_outlook_is_asked_only_for_what_it_has(outlook: Any) -> None:
    one = outlook(set="1.5")
    one.write(HELD)
    settled(one, Panel(one))
    about = asked_about(one)
    assert (about["attachments"], about["mailbox"]) == (None, None)
    one.pause(1.0)
    assert one.get("session") == {}  # no place for a verdict before 1.11: such an Outlook asks nothing


def test_the_question_names_score_and_reasons_and_only_for_the_text_that_was_judged(outlook: Any) -> None:
    one = outlook()
    one.write(HELD)
    settled(one, Panel(one))
    alert = eventually(one, one.alert, lambda kept: kept is not None)
    assert "passt schon" not in str(alert)  # no word of the mail
    one.press_send_at_once()
    eventually(one, one.is_asking, bool)
    assert re.match(r"Einklang: \d+ von 100 Punkten", one.question())
    assert "–" in one.question()
    expect(one.page.locator("#take-action")).to_have_text("Einklang öffnen")
    one.go_back()
    one.type(" Und noch ein Satz.")
    one.press_send_at_once()
    assert len(eventually(one, one.sent, bool)) == 1


def test_a_draft_that_was_mended_is_not_asked_about(outlook: Any) -> None:
    one = outlook()
    one.write(HELD)
    settled(one, Panel(one))
    eventually(one, one.alert, lambda kept: kept is not None)
    one.write(FITTING)
    settled(one, Panel(one))
    eventually(one, one.alert, lambda kept: kept is None)


def test_an_outlook_before_1_14_is_given_no_label(outlook: Any) -> None:
    one = outlook(set="1.13")
    one.write(HELD)
    settled(one, Panel(one))
    eventually(one, one.alert, lambda kept: kept is not None)
    one.press_send_at_once()
    eventually(one, one.is_asking, bool)
    assert one.get("completed")[-1].keys() == {"allowEvent", "errorMessage"}
    expect(one.page.locator("#take-action")).to_be_hidden()


@pytest.mark.parametrize(("way", "call"), [("fails", "sessionData.getAsync"), ("hangs", "sessionData.getAsync"),
                                           ("fails", "body.getAsync"), ("hangs", "body.getAsync")])  # fmt: skip
def test_an_outlook_that_does_not_answer_the_question_sends(outlook: Any, way: str, call: str) -> None:
    one = outlook()
    one.write(HELD)
    settled(one, Panel(one))
    eventually(one, one.alert, lambda kept: kept is not None)
    one.tell({way: [call]})
    one.press_send_at_once()
    assert len(eventually(one, one.sent, bool)) == 1
    one.pause(1.0)
    assert len(one.sent()) == 1


def test_session_data_that_are_full_cost_only_the_question(outlook: Any) -> None:
    one = outlook()
    one.tell({"session": {"other": "x" * 49_990}})
    one.write(HELD)
    settled(one, Panel(one))
    one.pause(1.0)
    assert ALERT_KEY not in one.get("session")
    one.press_send_at_once()
    assert len(eventually(one, one.sent, bool)) == 1


def test_a_body_that_is_not_handed_out_is_said_and_made_up_for(outlook: Any) -> None:
    one = outlook()
    one.write(FITTING)
    settled(one, Panel(one))
    one.tell({"fails": ["body.getAsync"]})
    eventually(one, one.says, lambda said: "nicht heraus" in said)
    one.tell({"fails": []})
    one.pane.locator("#look").click()
    eventually(one, one.says, lambda said: said == "")
    one.write(HELD)
    settled(one, Panel(one))


def test_classic_outlook_is_behind_the_keys_and_catches_up(outlook: Any) -> None:
    one = outlook(client="classic", behind=2500)
    one.write(FITTING)
    settled(one, Panel(one))
    one.type("\n\nP.S.: Der Schlüssel liegt bereit.")
    eventually(one, lambda: asked_about(one)["draft"]["text"].rstrip(), lambda text: text.endswith("liegt bereit."))


def test_a_hidden_pane_reads_nothing_and_a_pane_seen_again_at_once(outlook: Any) -> None:
    one = outlook()
    one.write(FITTING)
    settled(one, Panel(one))
    hide = "state => { Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });" \
           " document.dispatchEvent(new Event('visibilitychange')); }"  # fmt: skip
    pane = next(frame for frame in one.page.frames if frame.url.endswith("/outlook/taskpane.html"))
    pane.evaluate(hide, "hidden")
    one.pause(1.0)
    before = one.calls("body.getAsync")
    one.write(HELD)
    one.pause(4.0)
    assert one.calls("body.getAsync") == before
    pane.evaluate(hide, "visible")
    settled(one, Panel(one))


def test_a_megabyte_and_three_hundred_recipients_hold_nothing_up(outlook: Any) -> None:
    one = outlook(to=[f"person{number}@x.example" for number in range(300)])
    one.write(("Sehr geehrte Damen und Herren, das ist ein langer Satz über Waagen. " * 20 + "\n") * 750)
    eventually(one, lambda: len(asked_about(one)["draft"]["text"]) > 1_000_000 or Panel(one).trouble() != "", bool)
    one.press_send_at_once()
    assert len(eventually(one, one.sent, bool)[0].recipients) == 300


def test_the_pane_speaks_outlooks_language_and_wears_its_theme(outlook: Any) -> None:
    one = outlook(language="en-GB", isDark=True)
    expect(one.pane.locator("#look")).to_have_text("Check now")
    expect(one.pane.locator("html")).to_have_attribute("data-theme", "dark")
    expect(one.pane.frame_locator("#panel").locator("html")).to_have_attribute("lang", "en")
    expect(one.pane.frame_locator("#panel").locator("html")).to_have_attribute("data-theme", "dark")
    one.write(HELD)
    settled(one, Panel(one))
    assert "Send anyway?" in eventually(one, one.alert, lambda kept: kept is not None)["message"]
    one.pane.frame_locator("#panel").locator("[data-language=de]").click()
    expect(one.pane.locator("#look")).to_have_text("Jetzt prüfen")


def test_a_code_pairs_this_outlook_and_disconnecting_forgets_it(
    page: Page, door: FaultyServer, complaints: list[str]
) -> None:
    """The server asks for a sign-in here; what it answers to a code is tested with the server."""
    paired: list[Any] = []
    ended: list[str] = []
    session = re.compile(r"/api/v1/session$")

    def sign_in(route: Any) -> None:
        code = (route.request.post_data_json or {}).get("code")
        if code == "long-lived":
            route.continue_(post_data="{}")
        else:
            route.fulfill(status=401, content_type="application/problem+json", body="{}")

    def pair(route: Any) -> None:
        if route.request.method == "DELETE":
            ended.append(route.request.headers["authorization"])
            route.fulfill(status=204)
            return
        paired.append(route.request.post_data_json)
        good = route.request.post_data_json["code"] == "ABCD-2345"
        body = '{"token": "long-lived", "user": "jana", "expires": "2030-01-01T00:00:00Z"}' if good else "{}"
        route.fulfill(status=200 if good else 401, content_type="application/json", body=body)

    page.route(session, sign_in)
    page.route("**/api/v1/pairing", pair)
    one = FakeOutlook(page, door, partition="outlook#7")
    one.open()
    form = one.pane.locator("#pair")
    expect(one.pane.get_by_label("Code")).to_be_focused()
    one.pane.get_by_label("Code").fill("WRONG")
    one.pane.get_by_label("Code").press("Enter")
    expect(form.get_by_role("alert")).to_contain_text("gilt nicht")
    one.pane.get_by_label("Code").fill("ABCD-2345")
    one.pane.get_by_label("Code").press("Enter")
    expect(one.pane.frame_locator("#panel").locator("footer")).to_be_visible()
    assert paired[-1] == {"code": "ABCD-2345", "client": "outlook", "label": "Outlook (OutlookWebApp)"}
    keys = page.evaluate("Object.keys(localStorage).filter((key) => key.includes('outlook.token'))")
    assert keys == ["outlook#7einklang.outlook.token"]
    one.write(FITTING)
    settled(one, Panel(one))
    one.pane.locator("#forget").click()
    expect(one.pane.get_by_label("Code")).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes('outlook.token'))") == []
    assert ended == ["Bearer long-lived"]
    one.close()
    complaints[:] = [each for each in complaints if "Failed to load resource" not in each]


def test_outside_of_outlook_the_pane_says_where_it_belongs(page: Page, door: FaultyServer) -> None:
    play_microsoft(page)
    page.goto(f"{door.url}/outlook/taskpane.html")
    expect(page.locator("#notice-text")).to_contain_text("gehört in Outlook")


def test_what_a_mail_holds_is_never_run(outlook: Any, complaints: list[str]) -> None:
    one = outlook()
    hostile = '<div>Hallo <img src="x" onerror="parent.hacked=1"><script>parent.hacked=1</script> Welt</div>'
    one.write(FITTING)
    settled(one, Panel(one))
    one.page.evaluate("markup => { outlook.answer['body.getAsync'] = () => markup; }", hostile + as_html(HELD))
    eventually(one, lambda: asked_about(one)["draft"]["text"], lambda text: text.startswith("Hallo Welt"))
    pane = next(frame for frame in one.page.frames if frame.url.endswith("/outlook/taskpane.html"))
    assert pane.evaluate("window.hacked ?? parent.hacked ?? null") is None
    complaints[:] = [each for each in complaints if "inline event handler violates" not in each]
