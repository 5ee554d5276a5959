"""Thunderbird with the add-on as a client under test (tests/addin/host_contract.py)."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.addin.faulty_server import FaultyServer
from tests.addin.host_contract import CUSTOMER, Abilities, Sent
from tests.addin.thunderbird.program import Thunderbird
from tests.smtp_sink import SmtpSink

ADDON = "coach@einklang.example"

IN_COMPOSE = """
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const windows = [...Services.wm.getEnumerator("msgcompose")].filter((each) => !each.closed);
const cw = windows[args[0]] ?? null;
const frame = cw?.document.getElementById("messageEditor");
const body = frame?.contentDocument?.body;
const button = cw?.document.getElementById("coach_einklang_example-composeAction-toolbarbutton");
args.shift();
const pieces = () => {
  const found = [];
  const visit = (node) => {
    if (node.nodeType === 3) found.push([node, node.data.replaceAll("\\u00a0", " ")]);
    else if (node.nodeName === "BR") found.push([node, "\\n"]);
    else for (const child of node.childNodes) visit(child);
  };
  visit(body);
  return found;
};
const focus = () => { cw.focus(); frame.focus(); };
"""
OPEN = """
const params = Cc["@mozilla.org/messengercompose/composeparams;1"].createInstance(Ci.nsIMsgComposeParams);
params.composeFields = Cc["@mozilla.org/messengercompose/composefields;1"].createInstance(Ci.nsIMsgCompFields);
const [to, subject, html, original] = args;
params.identity = MailServices.accounts.defaultAccount.defaultIdentity;
params.format = html ? Ci.nsIMsgCompFormat.HTML : Ci.nsIMsgCompFormat.PlainText;
if (original) {
  const root = MailServices.accounts.defaultAccount.incomingServer.rootFolder;
  const folder = root.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);
  const [found] = [...folder.messages].filter((each) => each.messageId === original);
  params.type = Ci.nsIMsgCompType.ReplyToSender;
  params.originalMsgURI = folder.getUriForMsg(found);
  params.origMsgHdr = found;
} else {
  params.type = Ci.nsIMsgCompType.New;
  params.composeFields.to = to;
  params.composeFields.subject = subject;
}
MailServices.compose.OpenComposeWindowWithParams(null, params);
"""
ALL = (
    "const all = () => ['msgcompose', 'mail:extensionPopup'].flatMap((kind) => [...Services.wm.getEnumerator(kind)])"
    ".filter((each) => !each.closed);"
)
PRESS = """
focus();
const tip = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
if (!tip.beginInputTransactionForTests(cw)) throw new Error("the keyboard is in use");
for (const key of args[0]) {
  const isEnter = key === "\\n";
  const event = new cw.KeyboardEvent("", isEnter ? { key: "Enter", code: "Enter", keyCode: 13 } : { key });
  tip.keydown(event);
  tip.keyup(event);
}
"""
SNAPSHOT = """
const shots = [...Services.wm.getEnumerator(null)].filter((each) => each.location.href.includes(args[0]) &&
  (!args[1] || each.document.querySelector("browser")?.currentURI?.spec.includes(args[1])));
const win = shots.at(-1);
const picture = await win.browsingContext.currentWindowGlobal.drawSnapshot(
  new win.DOMRect(0, 0, win.innerWidth, win.innerHeight), 1.5, "white");
const canvas = win.document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
[canvas.width, canvas.height] = [picture.width, picture.height];
canvas.getContext("2d").drawImage(picture, 0, 0);
return canvas.toDataURL().split(",")[1];
"""


class ThunderbirdClient:
    """One Thunderbird, paired with the server behind `door`; the newest compose window is the one that is meant."""

    abilities = Abilities()

    def __init__(self, thunderbird: Thunderbird, sink: SmtpSink, door: FaultyServer) -> None:
        self.thunderbird = thunderbird
        self.door = door
        self._sink = sink
        self._before = len(sink.mails)

    # --- the contract

    def compose(self) -> None:
        self.open_compose()
        self.open_panel()

    def write(self, text: str) -> None:
        self.in_compose("focus(); cw.GetCurrentEditor().selectAll(); cw.GetCurrentEditor().insertText(args[0]);", text)

    def type(self, text: str) -> None:
        self.in_compose("focus(); cw.GetCurrentEditor().endOfDocument();")
        self.in_compose(PRESS, text)

    def body(self) -> str:
        return str(self.in_compose("return pieces().map(([, text]) => text).join('')")).rstrip()

    def caret(self) -> int:
        units = self.in_compose(
            "const { anchorNode, anchorOffset } = frame.contentDocument.getSelection(); let at = 0;"
            "for (const [node, text] of pieces()) {"
            " if (node === anchorNode) return at + anchorOffset;"
            " const isBehind = () => [...anchorNode.childNodes].indexOf(node) >= anchorOffset;"
            " if (node.parentNode === anchorNode && isBehind()) return at;"
            " at += text.length; } return at;"
        )
        return len(self._whole().encode("utf-16-le")[: 2 * units].decode("utf-16-le"))

    def put_caret(self, at: int) -> None:
        units = len(self._whole()[:at].encode("utf-16-le")) // 2
        self.in_compose(
            "focus(); let left = args[0]; for (const [node, text] of pieces()) {"
            " if (left <= text.length && node.nodeType === 3) {"
            "  frame.contentDocument.getSelection().collapse(node, left); return; }"
            " left -= text.length; } throw new Error('no such place');",
            units,
        )

    def undo(self) -> None:
        self.in_compose("focus(); cw.goDoCommand('cmd_undo');")

    def set_recipients(self, to: Sequence[str], cc: Sequence[str] = ()) -> None:
        self._set_details({"to": list(to), "cc": list(cc)})

    def set_subject(self, subject: str) -> None:
        self.in_compose(
            "const field = cw.document.getElementById('msgSubject'); field.value = args[0];"
            "field.dispatchEvent(new cw.Event('input', { bubbles: true }));",
            subject,
        )

    def in_panel(self, expression: str) -> Any:
        return self.in_page("panel/index.html", f"return {expression}")

    def press_send(self) -> None:
        self.in_compose("focus(); cw.setTimeout(() => cw.goDoCommand('cmd_sendNow'), 0);")

    def is_asking(self) -> bool:
        try:
            shown = "document.getElementById('overdue').hidden && !document.getElementById('send').disabled"
            return bool(self.in_page("confirm.html", f"return {shown}"))
        except LookupError:
            return False

    def go_back(self) -> None:
        self.in_page("confirm.html", "document.getElementById('back').click()")

    def send_anyway(self) -> None:
        self.in_page("confirm.html", "document.getElementById('send').click()")

    def sent(self) -> Sequence[Sent]:
        mails = self._sink.mails[self._before :]
        return [Sent(each.recipients, str(each.message["Subject"]), each.text) for each in mails]

    def says(self) -> str:
        try:
            badge, title = self.button()
        except LookupError:  # sent: nothing is open any more that could say anything
            return ""
        return title if badge == "–" else ""

    def pause(self, seconds: float) -> None:
        time.sleep(seconds)

    # --- more that Thunderbird can do

    def in_compose(self, script: str, *arguments: Any, window: int = -1) -> Any:
        """The value of a function body beside the newest compose window (or the one with this number)."""
        count = self.windows()
        if count == 0:
            raise LookupError("no compose window is open")
        return self.thunderbird.run(IN_COMPOSE + script, window % count, *arguments)

    def windows(self) -> int:
        """How many compose windows are open."""
        found = self.thunderbird.run(
            "return [...Services.wm.getEnumerator('msgcompose')].filter((each) => !each.closed).length"
        )
        return int(found)

    def open_compose(self, *, html: bool = True, reply_to: str | None = None) -> None:
        """A compose window to CUSTOMER, or an answer to the mail with this message id; ready to be written in."""
        count = self.windows()
        to = f"{CUSTOMER.name} <{CUSTOMER.address}>"
        self.thunderbird.run(IN_COMPOSE.replace("args.shift();", "") + OPEN, to, "Kalibrierung", html, reply_to)
        self.thunderbird.wait(
            lambda: (
                self.windows() > count
                and self.in_compose("return Boolean(cw.gMsgCompose && cw.GetCurrentEditor() && body && button)")
            )
        )
        if reply_to is not None:
            self.thunderbird.wait(
                lambda: self.in_compose("return Boolean(body.querySelector('blockquote, [_moz_quote]'))")
            )
        self.thunderbird.wait(lambda: self.tab())

    def write_above(self, text: str) -> None:
        """Puts `text` above what stands in the body already."""
        self.in_compose(
            "focus(); cw.GetCurrentEditor().beginningOfDocument(); cw.GetCurrentEditor().insertText(args[0]);", text
        )

    def html(self) -> str:
        return str(self.in_compose("return body.innerHTML"))

    def click_button(self) -> None:
        """Presses the add-on's button in the toolbar, which opens the popup."""
        self.in_compose("button.click();")

    def places(self) -> dict[str, tuple[int, int, int, int]]:
        """Where windows stand (left, top, width, height): the newest compose window, and the panel's."""
        found = self.thunderbird.run(
            "const kind = (each) => each.document.documentElement.getAttribute('windowtype');"
            "return [...Services.wm.getEnumerator(null)].map((each) => [kind(each),"
            " [each.screenX, each.screenY, each.outerWidth, each.outerHeight]])"
        )
        return {kind: tuple(place) for kind, place in found}

    def marked(self, kind: str) -> int:
        """How many stretches of the draft are painted as this kind of mark."""
        script = "return frame.contentWindow.wrappedJSObject.CSS.highlights.get(`einklang-${args[0]}`)?.size ?? 0"
        return int(self.in_compose(script, kind))

    def background_lives(self) -> bool:
        script = (
            "const { views } = WebExtensionPolicy.getByID(args[0]).extension;"
            "return [...views].some((view) => view.viewType === 'background');"
        )
        return bool(self.thunderbird.run(script, ADDON))

    def inbox_has(self, message_id: str) -> bool:
        """Whether the mail is in the inbox as Thunderbird knows it; asks the server anew."""
        script = (
            'const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");'
            "const root = MailServices.accounts.defaultAccount.incomingServer.rootFolder;"
            "const inbox = root.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox);"
            "if (!inbox) { MailServices.accounts.defaultAccount.incomingServer.performExpand(null); return false; }"
            "const found = [...inbox.messages].some((each) => each.messageId === args[0]);"
            "if (!found) inbox.updateFolder(null);"
            "return found;"
        )
        return bool(self.thunderbird.run(script, message_id))

    def tab(self) -> int:
        """The number of the newest compose window, as the add-on knows it."""
        code = "const found = await browser.tabs.query({ type: 'messageCompose' }); return found.at(-1)?.id ?? null"
        return int(self.in_page("options.html", code) or 0)

    def open_panel(self) -> None:
        """The panel's window beside the newest compose window."""
        tab = self.tab()
        code = f"await browser.runtime.sendMessage({{ einklang: 'open-panel', tabId: {tab} }})"
        self.in_page("options.html", code)
        self.thunderbird.wait(lambda: self.in_page("panel/index.html", "return document.readyState === 'complete'"))

    def button(self) -> tuple[str, str]:
        """What the add-on's button shows: its badge and its tooltip."""
        badge, title = self.in_compose("return [button.getAttribute('badge') ?? '', button.tooltipText]")
        return str(badge), str(title)

    def in_page(self, part: str, code: str) -> Any:
        """The value of a function body in the add-on's page with `part` in its address."""
        return self.thunderbird.in_page(ADDON, part, code)

    def picture(self, file: Path, *, of: str, page: str = "") -> None:
        """Saves what a window shows: `of` is in its address, `page` in that of what it holds."""
        file.write_bytes(base64.b64decode(self.thunderbird.run(SNAPSHOT, of, page)))

    def close_all(self) -> None:
        """Closes all compose windows without a question, and what the add-on opened beside them."""
        self.thunderbird.run(ALL + "for (const each of all()) each.close();")
        self.thunderbird.wait(lambda: self.thunderbird.run(ALL + "return !all().length;"))

    def _whole(self) -> str:
        return str(self.in_compose("return pieces().map(([, text]) => text).join('')"))

    def _set_details(self, details: dict[str, Any]) -> None:
        code = f"await messenger.compose.setComposeDetails({self.tab()}, {json.dumps(details)})"
        self.in_page("options.html", code)
