// Einklang in Roundcube's compose page: joins the form, the column with the panel, and the button that sends.

((einklang) => {
  "use strict";

  const { rcmail } = window;
  if (!rcmail) return;

  const LOOK_AGAIN = 1000; // ms; a text set by a script (an address book, a saved answer) tells no event
  const SLOW_READ = 8; // ms; a draft that takes longer to read is read at most a fifth of the time
  const LONGEST_PAUSE = 1000; // ms
  const HIGHLIGHTS = `
    ::highlight(einklang-advice) { background-color: rgb(214 158 0 / 22%); text-decoration: underline 2px #b98a00; }
    ::highlight(einklang-warning) { background-color: rgb(200 60 40 / 18%); text-decoration: underline 2px #c2452d; }
    ::highlight(einklang-info) { text-decoration: underline 2px #8a949b; }
    ::highlight(einklang-active) { background-color: rgb(55 130 200 / 30%); }`;

  const say = (key, values = {}) => {
    const text = rcmail.gettext(key, "einklang");
    return text.replace(/\$(\w+)/g, (whole, name) => values[name] ?? whole);
  };
  const language = () => (rcmail.env.locale ?? "en_US").replace("_", "-");
  const theme = () => (document.documentElement.classList.contains("dark-mode") ? "dark" : "light");
  const clock = {
    setTimeout: (...call) => setTimeout(...call),
    clearTimeout: (timer) => clearTimeout(timer),
    now: () => performance.now(),
  };

  function start() {
    if (!rcmail.env.einklang_panel || !rcmail.gui_objects.messageform) return;
    const url = new URL(rcmail.env.einklang_panel, location.href);
    url.search = new URLSearchParams({ lang: language() });
    let editor = openEditor();
    let pieces = [];
    let seq = 0;
    let told = ""; // the fields of the newest draft message
    const tokens = einklang.createTokens({ fetchToken: () => einklang.fetchToken(rcmail), renewed: () => hello(), clock });
    let shownTheme = "";
    let isThere = false;
    let pause = 0;
    let timer = null;

    const sidebar = einklang.openSidebar({
      url: url.href,
      wantsOpen: rcmail.env.einklang_open,
      say,
      keep: (isOpen) => rcmail.save_pref({ name: "einklang_open", value: isOpen ? 1 : 0, env: "einklang_open" }),
      closed: () => editor.focus(),
    });
    const panel = einklang.openPanelFrame({
      frame: sidebar.frame,
      origin: url.origin,
      on: { ready: greet, verdict: hear, replace },
    });
    const gate = einklang.createGate({
      isThere: () => isThere,
      check: (id) => panel.send("check", { id, draft: current() }),
      question: (verdict) =>
        einklang.askBeforeSending(rcmail, verdict, { say, language: language().startsWith("de") ? "de" : "en" }),
      complete: () => rcmail.check_compose_input("send"),
      draftKey: () => JSON.stringify(einklang.readDraft(rcmail, editor).draft),
      send: () => rcmail.command("send", { nocheck: true }),
      back: () => editor.focus(),
      tell(key, type) {
        const message = rcmail.display_message(say(key), type);
        return () => rcmail.hide_message(message);
      },
      clock,
    });

    function openEditor() {
      const html = rcmail.editor?.editor;
      if (html) return einklang.openHtmlEditor(html, { changed, style: HIGHLIGHTS });
      return einklang.openTextArea(document.getElementById("composebody"), { changed });
    }

    /** Roundcube's switch between plain text and HTML puts another editor in place. */
    function followEditor() {
      const isHtml = Boolean(rcmail.editor?.editor);
      if (isHtml !== (editor.kind === "html")) {
        editor.close();
        editor = openEditor();
      }
    }

    function read() {
      followEditor();
      const found = einklang.readDraft(rcmail, editor);
      pieces = found.pieces;
      return found.draft;
    }

    const current = () => ({ ...read(), seq: (seq += 1) });

    function changed() {
      timer ??= setTimeout(tellDraft, pause);
    }

    function tellDraft() {
      clearTimeout(timer);
      timer = null;
      const began = performance.now();
      const draft = read();
      const fields = JSON.stringify(draft);
      if (isThere && fields !== told) {
        told = fields;
        panel.send("draft", { ...draft, seq: (seq += 1) });
      }
      const took = performance.now() - began;
      pause = took > SLOW_READ ? Math.min(LONGEST_PAUSE, 4 * took) : 0;
    }

    function hello() {
      shownTheme = theme();
      panel.send("hello", { token: tokens.now(), language: language(), theme: shownTheme });
    }

    async function greet(why) {
      sidebar.heard();
      if (!(await tokens.provide({ isRefused: why === "token" }))) return;
      isThere = true;
      told = "";
      hello();
      tellDraft();
    }

    function hear(message) {
      if (message.for !== null) gate.hear(message);
      sidebar.showScore(message.unsure === null ? message.score : null);
      if (message.seq === seq) mark(message.marks ?? []);
    }

    function mark(marks) {
      editor.mark(
        marks.flatMap((one) => {
          const place = einklang.placeOf(one, pieces);
          return place ? [{ ...one, ...place }] : [];
        }),
      );
    }

    function replace({ id, span, original, replacement, caret }) {
      read();
      const place = span && einklang.placeOf(span, pieces);
      const done = place ? editor.replace(place, original, replacement, caret) : false;
      if (done) rcmail.compose_type_activity += 1; // Roundcube keeps a copy of what has changed
      const draft = read();
      told = JSON.stringify(draft);
      panel.send("draft", { ...draft, seq: (seq += 1), replaced: { id, done } });
    }

    rcmail.env.compose_commands.push("plugin.einklang.toggle");
    rcmail.register_command("plugin.einklang.toggle", () => sidebar.toggle(), true);
    rcmail.addEventListener("beforesend", (props) => {
      const isOurs = !rcmail.mailvelope_editor && !rcmail.env.is_sent; // not encrypted here, not just kept in Sent again
      return isOurs ? gate.beforeSend(props) : undefined;
    });
    for (const event of ["editor-load", "change_identity", "fileappended", "fileuploaded"]) {
      rcmail.addEventListener(event, changed);
    }
    document.getElementById("compose-headers")?.addEventListener("input", changed);
    document.getElementById("compose-headers")?.addEventListener("change", changed);
    new MutationObserver(() => isThere && theme() !== shownTheme && hello()).observe(document.documentElement, {
      attributes: true,
      attributeFilter: ["class"],
    });
    setInterval(changed, LOOK_AGAIN);
  }

  rcmail.addEventListener("init", start);
})((globalThis.einklang ??= {}));
