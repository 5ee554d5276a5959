// The question before a mail is sent that the coach would look at again, as a dialogue of Roundcube's own.

((einklang) => {
  "use strict";

  const MOST = 5; // reasons told; more are counted

  function paragraph(text) {
    const element = document.createElement("p");
    element.textContent = text;
    return element;
  }

  function reasonList(lines) {
    const list = document.createElement("ul");
    list.className = "einklang-reasons";
    list.append(
      ...lines.map(({ text, severity }) => {
        const line = document.createElement("li");
        line.textContent = text;
        if (severity) line.dataset.severity = severity;
        return line;
      }),
    );
    return list;
  }

  /** What of a verdict is told: `say(key, values)` speaks `language` ("de" or "en"). */
  function bodyOf(verdict, say, language) {
    const body = document.createElement("div");
    body.className = "einklang-question";
    if (typeof verdict.score === "number") {
      body.append(paragraph(say("question_score", { score: Math.round(verdict.score) })));
    }
    const lines = (verdict.reasons ?? []).map(({ message, severity }) => ({ text: message?.[language] ?? "", severity }));
    const shown = lines.filter((line) => line.text !== "").slice(0, MOST);
    if (shown.length === 0) return body;
    if (lines.length > shown.length) shown.push({ text: say("question_more", { n: lines.length - shown.length }) });
    body.append(paragraph(say("question_why")), reasonList(shown));
    return body;
  }

  /** Asks whether to send; resolves with true for "send anyway", false for "back", a closed dialogue or Escape. */
  einklang.askBeforeSending = (rcmail, verdict, { say, language }) =>
    new Promise((resolve) => {
      let isSending = false;
      const popup = rcmail.show_popup_dialog(
        bodyOf(verdict, say, language),
        say("question"),
        [
          { text: say("back"), class: "mainaction cancel einklang-back", click: () => popup.dialog("close") },
          {
            text: say("anyway"),
            class: "send einklang-anyway",
            click: () => {
              isSending = true;
              popup.dialog("close");
            },
          },
        ],
        {
          close: () => {
            popup.remove();
            resolve(isSending);
          },
        },
      );
      popup.parent().find(".einklang-back").trigger("focus");
    });
})((globalThis.einklang ??= {}));
