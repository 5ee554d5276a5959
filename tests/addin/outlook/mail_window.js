// A compose window that plays Outlook, as its documents and its known faults say: fake_office.js asks it.
// "web" is Outlook on the web and the new one on Windows, "classic" the old one on Windows, "mac" the one on Mac.
"use strict";

(() => {
  const LONGEST_BODY = 1_000_000; // characters
  const PATIENCE = 5000; // ms after which Outlook says that an add-in takes long, and offers to send
  const SESSION_LIMIT = 50_000; // characters in all, up to Mailbox 1.15
  const byId = (id) => document.getElementById(id);

  const outlook = {
    client: "web",
    set: "1.15", // the newest Mailbox requirement set this client has
    language: "de-DE",
    isDark: undefined,
    partition: undefined,
    latency: 15, // ms of every call
    behind: 0, // ms that a body is behind the keys (classic, office-js 5846)
    oldAfterSet: 0, // ms for which the old body is handed out after a new one was set (Mac, office-js 5983)
    fails: new Set(), // names of calls that fail
    hangs: new Set(), // names of calls that never answer
    subject: "",
    to: [],
    cc: [],
    from: "jana.brandt@team.example",
    files: [],
    quote: "", // HTML below what the user writes
    isPlain: false,
    session: {},
    calls: {},
    mostInFlight: 0,
    violations: [],
    sent: [],
    completed: [],
    handlers: {},
  };
  window.outlook = outlook;
  const editor = () => byId("editor");
  let history = [];

  const inner = () => editor().innerHTML;
  const page = (html) => (outlook.client === "web" ? html : `<html><head><style><!--\n p.MsoNormal {margin:0cm;}\n--></style></head>\n<body lang=DE>${html}</body></html>`);
  const breaks = (text) => (outlook.client === "classic" ? text.replaceAll("\n", "\r\n") : text);

  function remember() {
    history.push({ at: performance.now(), html: inner() });
    history = history.slice(-200);
  }

  /** The body as this client hands it out now: not always as it is. */
  function seen() {
    const now = performance.now();
    if (outlook.heldOld && now < outlook.heldOld.until) return outlook.heldOld.html;
    if (outlook.behind === 0) return inner();
    const old = history.filter((one) => one.at <= now - outlook.behind).at(-1);
    return old ? old.html : (history[0]?.html ?? inner());
  }

  function asText(html) {
    const box = document.createElement("div");
    box.style.cssText = "position:absolute;left:-9999px;white-space:normal";
    box.innerHTML = html;
    document.body.append(box);
    const text = box.innerText;
    box.remove();
    return text;
  }

  function getBody(type) {
    if (outlook.isPlain) return breaks(byId("plain").value);
    return type === "html" ? page(seen()) : breaks(asText(seen()));
  }

  function setBody(data, options) {
    if (data.length > LONGEST_BODY) throw { code: 9013, name: "DataExceedsMaximumSize", message: "too long" };
    if (outlook.isPlain) {
      if (options.coercionType === "html") throw { code: 9007, name: "InvalidFormatError", message: "plain" };
      byId("plain").value = data;
      return;
    }
    const html = new DOMParser().parseFromString(data, "text/html").body.innerHTML;
    outlook.heldOld = { html: inner(), until: performance.now() + outlook.oldAfterSet };
    if (outlook.client === "web") {
      editor().focus();
      document.getSelection().selectAllChildren(editor());
      document.execCommand("insertHTML", false, html);
    } else {
      editor().innerHTML = html; // "the add-in user isn't able to revert this action with Undo" (classic, Mac)
      document.getSelection().setPosition(editor(), 0);
    }
    remember();
  }

  function selected() {
    const selection = document.getSelection();
    return editor().contains(selection.anchorNode) ? { data: selection.toString(), sourceProperty: "body" } : { data: "", sourceProperty: "subject" };
  }

  function setSelected(text) {
    if (!editor().contains(document.getSelection().anchorNode)) throw { code: 9009, name: "InvalidSelection", message: "no selection" };
    editor().focus();
    document.execCommand("insertText", false, text);
    remember();
  }

  function setSession(name, value) {
    const session = { ...outlook.session, [name]: value };
    if (Object.entries(session).flat().join("").length > SESSION_LIMIT) throw { code: 9000, name: "DataExceedsMaximumSize", message: "session" };
    outlook.session = session;
  }

  const people = (addresses) => addresses.map((emailAddress) => ({ emailAddress, displayName: "", recipientType: "other" }));

  /** What each call of an add-in does here. */
  outlook.answer = {
    "body.getTypeAsync": () => (outlook.isPlain ? "text" : "html"),
    "body.getAsync": getBody,
    "body.setAsync": setBody,
    "subject.getAsync": () => outlook.subject,
    "to.getAsync": () => people(outlook.to),
    "cc.getAsync": () => people(outlook.cc),
    "from.getAsync": () => people([outlook.from])[0],
    getAttachmentsAsync: () => outlook.files,
    getSelectedDataAsync: selected,
    setSelectedDataAsync: setSelected,
    "sessionData.getAsync": (name) => outlook.session[name],
    "sessionData.setAsync": setSession,
    "sessionData.removeAsync": (name) => {
      delete outlook.session[name];
    },
  };

  // --- what the user does

  outlook.write = (html) => {
    editor().innerHTML = html + outlook.quote;
    remember();
  };
  outlook.writePlain = (text) => {
    outlook.isPlain = true;
    editor().hidden = true;
    byId("plain").hidden = false;
    byId("plain").value = text;
  };
  outlook.fire = (type) => (outlook.handlers[type] ?? []).forEach((handler) => handler({ type }));

  function ask(text, { command = null, label = "" } = {}) {
    byId("ask-text").textContent = text;
    byId("take-action").hidden = !command;
    byId("take-action").textContent = label;
    byId("ask").hidden = false;
  }

  function leave() {
    byId("ask").hidden = true;
    outlook.sent.push({ to: [...outlook.to, ...outlook.cc], subject: outlook.subject, text: outlook.isPlain ? byId("plain").value : editor().innerText });
  }

  function conclude(options) {
    outlook.completed.push(options);
    if (options.allowEvent) {
      leave();
      return;
    }
    if ((options.errorMessage ?? "").length > 500) outlook.violations.push("errorMessage is too long");
    if ((options.cancelLabel ?? "").length > 20) outlook.violations.push("cancelLabel is too long");
    if (options.cancelLabel && Number(outlook.set.split(".")[1]) < 14) outlook.violations.push("cancelLabel before 1.14");
    ask(options.errorMessage, { command: options.commandId, label: options.cancelLabel });
  }

  function send() {
    const frame = byId("event");
    let times = 0;
    const late = setTimeout(() => ask("Das Add-In braucht länger als erwartet."), PATIENCE);
    const event = {
      source: { id: "send" },
      completed(options) {
        clearTimeout(late);
        times += 1;
        if (times > 1) outlook.violations.push("completed twice");
        else conclude(options ?? {});
      },
    };
    frame.onload = () => {
      frame.onload = null;
      let handler;
      try {
        handler = frame.contentWindow.Office?.actions.associated.onMessageSendHandler;
      } catch {
        handler = undefined; // an error page of the browser
      }
      if (handler) handler(event);
      else event.completed({ allowEvent: true }); // "in the event the add-in is unavailable, the item will be sent"
    };
    frame.src = outlook.alertPage;
  }

  window.addEventListener("DOMContentLoaded", () => {
    editor().addEventListener("input", remember);
    byId("send").onclick = send;
    byId("send-anyway").onclick = () => {
      byId("event").src = "about:blank"; // the add-in is stopped
      byId("event").onload = null;
      leave();
    };
    byId("dont-send").onclick = () => (byId("ask").hidden = true);
    outlook.alertPage = "/outlook/commands/launchevent.html";
    remember();
  });
  outlook.open = () => {
    byId("pane").src = "/outlook/taskpane.html";
  };
})();
