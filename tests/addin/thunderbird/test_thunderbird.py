"""A rep writes in a real Thunderbird: the scenario of the product, and what only this client has."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from server.demo.delivery import append
from server.demo.dovecot import Dovecot
from server.mail.login import Login
from tests.addin.host_contract import (
    ANOTHER,
    CUSTOMER,
    FITTING,
    HELD,
    SMILEY,
    WITH_SMILEY,
    Panel,
    apply_smiley,
    asked_about,
    eventually,
    settled,
)
from tests.addin.thunderbird.client import ADDON, ThunderbirdClient
from tests.addin.thunderbird.conftest import USER, Pairing
from tests.addin.thunderbird.profile import IDLE_MILLISECONDS, SALES, TEAM
from tests.addin.thunderbird.program import Thunderbird
from tests.dovecot import PASSWORD

QUESTION = "q-1@wendelin-feinkost.example"
ASKED = "Guten Tag, wann kommt Ihr Techniker zu uns? Bitte nennen Sie uns bis Freitag einen Termin."
CASUAL_REPLY = (
    "Hey Sabine,\n\nklar, das passt schon!!! Der Techniker schaut am Dienstag bei dir vorbei :-) Meld dich einfach, "
    "wenn du noch was brauchst, dann kriegen wir das schon irgendwie hin.\n\nLG Jana"
)


@pytest.fixture
def panel(client: ThunderbirdClient) -> Panel:
    return Panel(client)


@pytest.fixture(scope="session")
def question(dovecot: Dovecot) -> str:
    """The id of a mail from the customer in the inbox."""
    mail = EmailMessage()
    mail["From"], mail["To"] = f"{CUSTOMER.name} <{CUSTOMER.address}>", TEAM
    mail["Subject"], mail["Date"], mail["Message-ID"] = "Termin", datetime.now(UTC), f"<{QUESTION}>"
    mail.set_content(ASKED + "\n\nMit freundlichen Grüßen\nSabine Krause\n")
    mail.add_alternative(f"<p>{ASKED}</p><p>Mit freundlichen Grüßen<br>Sabine Krause</p>", subtype="html")
    login = Login(USER, "127.0.0.1", dovecot.port, "none", USER, PASSWORD)
    append(login, "INBOX", [(datetime.now(UTC), mail.as_bytes())])
    return QUESTION


def own_text(client: ThunderbirdClient) -> str:
    return str(asked_about(client)["draft"]["text"])


def press_first_hint(client: ThunderbirdClient) -> None:
    client.in_panel("document.querySelector('#hint-list > li:first-child button.strong').click()")


def in_sent(dovecot: Dovecot) -> str:
    """The mails in the Sent folder on the server, as text."""
    return dovecot.doveadm("fetch", "-u", USER, "text", "mailbox", "Sent", "ALL")


def test_a_german_reply_is_bettered_held_and_sent_anyway(
    client: ThunderbirdClient, panel: Panel, question: str, dovecot: Dovecot
) -> None:
    client.thunderbird.wait(lambda: client.inbox_has(question))
    client.open_compose(reply_to=question)
    client.write_above(CASUAL_REPLY)
    client.open_panel()
    eventually(client, lambda: own_text(client), lambda text: text == CASUAL_REPLY)
    assert ASKED in asked_about(client)["reply_to"]
    poor = eventually(client, panel.score, lambda score: score is not None and score < 50)
    assert poor is not None

    press_first_hint(client)
    eventually(client, lambda: own_text(client), lambda text: text.startswith("Hallo Frau Krause"))
    eventually(client, panel.score, lambda score: score is not None and score > poor)
    client.undo()
    eventually(client, lambda: own_text(client), lambda text: text == CASUAL_REPLY)
    eventually(client, panel.score, lambda score: score == poor)
    eventually(client, lambda: client.button()[0], lambda badge: badge == str(poor))

    client.press_send()
    eventually(client, client.is_asking, bool)
    client.go_back()
    eventually(client, client.is_asking, lambda asking: not asking)
    assert client.windows() == 1
    assert not client.sent()
    client.press_send()
    eventually(client, client.is_asking, bool)
    client.send_anyway()
    (sent,) = eventually(client, client.sent, bool)
    assert sent.recipients == (CUSTOMER.address,)
    assert "Meld dich einfach" in sent.text
    assert ASKED.split(",")[1].strip()[:20] in sent.text, "the quoted mail goes with it"
    eventually(client, client.windows, lambda count: count == 0)
    assert "Meld dich einfach" in eventually(client, lambda: in_sent(dovecot), bool)


def test_a_plain_text_draft_is_changed_and_changed_back(client: ThunderbirdClient, panel: Panel) -> None:
    client.open_compose(html=False)
    client.write(WITH_SMILEY)
    client.open_panel()
    settled(client, panel)
    apply_smiley(client, panel)
    eventually(client, client.body, lambda text: text == FITTING)
    client.undo()
    eventually(client, client.body, lambda text: text == WITH_SMILEY)


def test_formatting_beside_a_changed_word_stays(client: ThunderbirdClient, panel: Panel) -> None:
    client.compose()
    client.in_compose(
        "focus(); const editor = cw.GetCurrentEditor(); editor.selectAll();editor.insertHTML(args[0])",
        "<p>Hallo <b>Frau Krause</b>,</p><p>das ist <i>klar</i> und  gut 👍 so.</p><ul><li>eins</li></ul>",
    )
    text = "Hallo Frau Krause,\n\ndas ist klar und gut 👍 so.\n\neins"
    eventually(client, lambda: own_text(client), lambda found: found == text)
    at = len(text[: text.index("👍 so")].encode("utf-16-le")) // 2
    panel.replace((at, at + 5), "👍 so", "🎉 so")
    eventually(client, lambda: own_text(client), lambda found: "🎉 so" in found)
    panel.replace((6, 18), "Frau Krause,", "Frau Müller,")
    eventually(client, lambda: own_text(client), lambda found: found.startswith("Hallo Frau Müller,"))
    html = client.html()
    assert "<b>Frau Müller</b>" in html
    assert "<i>klar</i>" in html
    assert "<li>eins" in html


def test_no_change_reaches_across_the_quoted_mail(client: ThunderbirdClient, panel: Panel, question: str) -> None:
    client.thunderbird.wait(lambda: client.inbox_has(question))
    client.open_compose(reply_to=question)
    client.write_above("Oben steht das.")
    client.in_compose(
        "focus(); frame.contentDocument.getSelection().collapse(body, body.childNodes.length);"
        "cw.GetCurrentEditor().insertHTML('<p>Unten steht jenes.</p>')"
    )
    client.open_panel()
    text = eventually(client, lambda: own_text(client), lambda found: found.endswith("jenes."))
    assert ASKED not in text
    before = client.html()
    panel.replace((0, len(text)), text, "Alles anders.")
    eventually(client, panel.text, lambda shown: "nothing was replaced" in shown.lower() or "nichts ersetzt" in shown)
    assert client.html() == before
    panel.replace((text.index("jenes"), text.index("jenes") + 5), "jenes", "dieses")
    eventually(client, lambda: own_text(client), lambda found: found.endswith("dieses."))
    assert ASKED in client.in_compose("return body.textContent")


def test_two_compose_windows_keep_apart(client: ThunderbirdClient) -> None:
    client.open_compose()
    client.write(HELD)
    poor = eventually(client, client.button, lambda button: button[0].isdigit())[0]
    client.open_compose()
    client.write(FITTING)
    good = eventually(client, client.button, lambda button: button[0].isdigit())[0]
    assert int(good) > int(poor)
    assert client.in_compose("return button.getAttribute('badge')", window=0) == poor
    client.open_panel()
    settled(client, Panel(client))
    client.press_send()
    (sent,) = eventually(client, client.sent, bool)
    assert FITTING in sent.text
    eventually(client, client.windows, lambda count: count == 1)
    assert client.body() == HELD


def test_another_identity_and_attachments_reach_the_server(client: ThunderbirdClient, panel: Panel) -> None:
    client.compose()
    client.write(FITTING)
    settled(client, panel)
    assert asked_about(client)["mailbox"] == TEAM
    client.in_compose(
        "const list = cw.document.getElementById('msgIdentity');"
        "list.selectedItem = [...list.menupopup.children].find((each) => each.getAttribute('identitykey') === 'id2');"
        "cw.LoadIdentity(false);"
    )
    eventually(client, lambda: asked_about(client)["mailbox"], lambda address: address == SALES)
    client.in_page(
        "options.html",
        f"await messenger.compose.addAttachment({client.tab()}, {{ file: new File(['x'], 'angebot.txt') }})",
    )
    eventually(client, lambda: asked_about(client)["attachments"], lambda count: count == 1)
    client.press_send()
    (sent,) = eventually(client, client.sent, bool)
    assert FITTING in sent.text


def test_a_megabyte_to_300_recipients_is_written_and_sent(client: ThunderbirdClient) -> None:
    people = [f"kunde{n}@grossfirma.example" for n in range(299)]
    client.open_compose()
    client.set_recipients([CUSTOMER.address, *people])
    paragraphs = [f"Absatz {n}: " + 55 * "Das ist ein langer Bericht über viele Waagen. " for n in range(400)]
    # laid into the document as a paste would; Thunderbird itself needs minutes for 20 000 single lines
    client.in_compose("body.innerHTML = args[0];", "".join(f"<p>{each}</p>" for each in paragraphs))
    client.type(" Ende")
    client.press_send()
    (sent,) = eventually(client, client.sent, bool, within=40)
    assert len(sent.recipients) == 300
    assert sent.text.rstrip().endswith("Ende")
    assert len(sent.text) > 1_000_000


def test_the_background_is_ended_when_idle_but_not_while_a_question_is_open(client: ThunderbirdClient) -> None:
    client.open_compose()
    client.write(HELD)
    eventually(client, client.button, lambda button: button[0].isdigit())
    eventually(client, client.background_lives, lambda lives: not lives)
    client.press_send()
    eventually(client, client.is_asking, bool)
    time.sleep(1.8 * IDLE_MILLISECONDS / 1000)
    assert client.background_lives()
    client.send_anyway()
    (sent,) = eventually(client, client.sent, bool)
    assert HELD in sent.text


def test_closing_the_question_is_going_back(client: ThunderbirdClient) -> None:
    client.open_compose()
    client.write(HELD)
    eventually(client, client.button, lambda button: button[0].isdigit())
    client.press_send()
    eventually(client, client.is_asking, bool)
    client.thunderbird.run("for (const each of Services.wm.getEnumerator('mail:extensionPopup')) each.close();")
    eventually(client, client.is_asking, lambda asking: not asking)
    client.type(" Ach so.")
    assert client.body().endswith("Ach so.")
    assert not client.sent()


def test_the_popup_has_the_score_and_the_hints_and_applies_one(client: ThunderbirdClient, panel: Panel) -> None:
    client.open_compose()
    client.write(WITH_SMILEY)
    eventually(client, client.button, lambda button: button[0].isdigit())
    client.click_button()
    eventually(client, panel.score, lambda score: score is not None)
    shown = (
        "[...document.querySelectorAll('main > *, footer')].filter((each) => each.offsetParent).map((each) => each.id)"
    )
    eventually(client, lambda: client.in_panel(f"{shown}.join()"), lambda ids: ids == "score,hints")
    eventually(client, lambda: client.marked("advice"), lambda count: count > 0)
    apply_smiley(client, panel)
    eventually(client, client.body, lambda text: text == FITTING)
    assert SMILEY not in client.html()
    assert "einklang" not in client.html(), "marks are painted, not written"


def test_the_panel_stands_beside_its_mail_goes_along_and_closes_with_it(client: ThunderbirdClient) -> None:
    client.open_compose()
    client.write(FITTING)
    eventually(client, client.button, lambda button: button[0].isdigit())
    client.click_button()
    eventually(client, lambda: client.in_page("popup.html", "return !document.getElementById('more').hidden"), bool)
    client.in_page("popup.html", "document.getElementById('dock').click()")

    def is_beside() -> bool:
        mail, panel = client.places()["msgcompose"], client.places().get("mail:extensionPopup")
        return panel is not None and panel[:2] == (mail[0] + mail[2], mail[1])

    eventually(client, is_beside, bool)
    client.in_compose("cw.resizeTo(700, 600); cw.moveTo(90, 40);")
    eventually(client, lambda: client.places()["msgcompose"][:2] == (90, 40) and is_beside(), bool)
    client.in_compose("cw.close();")
    eventually(client, client.places, lambda places: "mail:extensionPopup" not in places)


def test_a_recipient_chosen_last_still_counts(client: ThunderbirdClient) -> None:
    client.open_compose()
    client.set_recipients([])
    client.write(FITTING)
    eventually(client, lambda: asked_about(client)["recipients"], lambda to: to == [])
    client.set_recipients([ANOTHER.address])
    eventually(client, lambda: asked_about(client)["recipients"], lambda to: to == [ANOTHER.address])


def test_a_forgotten_server_takes_the_token_no_more_is_asked_nothing_and_mails_go_out(
    client: ThunderbirdClient, paired: Pairing
) -> None:
    assert paired.works()
    client.in_page("options.html", "document.getElementById('forget').click()")
    state = "return JSON.stringify([await browser.storage.local.get(), (await browser.permissions.getAll()).origins])"
    eventually(client, lambda: client.in_page("options.html", state), lambda found: found == "[{},[]]")
    assert not paired.works()
    client.door.forget()
    client.open_compose()
    client.write(HELD)
    client.press_send()
    (sent,) = eventually(client, client.sent, bool)
    assert HELD in sent.text
    assert client.door.last_draft() is None


@pytest.mark.parametrize(
    ("address", "code", "said"),
    [
        ("http://einklang.example.org", "ABCD-EFGH", "https://"),
        ("kein server", "ABCD-EFGH", "https://"),
        ("DOOR", "ABCD-EFGH", "ten minutes"),
        ("http://127.0.0.1:1", "ABCD-EFGH", "cannot be reached"),
    ],
)
def test_what_is_wrong_with_a_pairing_is_said(client: ThunderbirdClient, address: str, code: str, said: str) -> None:
    client.in_page("options.html", "document.getElementById('forget').click()")
    kept = "return JSON.stringify(await browser.storage.local.get())"
    eventually(client, lambda: client.in_page("options.html", kept), lambda found: found == "{}")
    ready = "return !document.getElementById('connect').disabled"
    eventually(client, lambda: client.in_page("options.html", ready), bool)
    typed = address.replace("DOOR", client.door.url)
    client.thunderbird.in_page(
        ADDON,
        "options.html",
        f"document.getElementById('address').value = '{typed}'; document.getElementById('code').value = '{code}';"
        "document.getElementById('connect').click();",
        clicks=True,
    )
    problem = "return document.getElementById('problem').textContent"
    eventually(client, lambda: client.in_page("options.html", problem), lambda words: said in words)
    assert client.in_page("options.html", kept) == "{}"


def test_a_server_that_is_not_known_by_the_name_blames_the_address_and_not_the_code(client: ThunderbirdClient) -> None:
    client.in_page("options.html", "document.getElementById('forget').click()")
    ready = "return !document.getElementById('pairing').hidden && !document.getElementById('connect').disabled"
    eventually(client, lambda: client.in_page("options.html", ready), bool)
    with client.door.faulty(lambda door: door.answer(421)):
        client.thunderbird.in_page(
            ADDON,
            "options.html",
            f"document.getElementById('address').value = '{client.door.url}';"
            "document.getElementById('code').value = 'ABCD-EFGH'; document.getElementById('connect').click();",
            clicks=True,
        )
        problem = "return document.getElementById('problem').textContent"
        words = eventually(
            client, lambda: client.in_page("options.html", problem), lambda said: "web.public_url" in said
        )
    assert "code" not in words


def test_thunderbird_finds_nothing_to_warn_about(client: ThunderbirdClient, thunderbird: Thunderbird) -> None:
    script = (
        "const { extension } = WebExtensionPolicy.getByID(args[0]); return [...extension.warnings, ...extension.errors]"
    )
    assert thunderbird.run(script, ADDON) == []
