// The question before a mail is sent: back to the draft, or send anyway. Closing it is going back.

import { pickLanguage } from "./panel/language.js";
import { fillPage, say } from "./words.js";

const MOST_REASONS = 4;

const byId = (id) => document.getElementById(id);
const id = new URLSearchParams(location.search).get("id");
const language = pickLanguage(browser.i18n.getUILanguage());

const enable = (able) => (byId("back").disabled = byId("send").disabled = !able);

function overdue() {
  enable(true);
  byId("overdue").hidden = false;
  byId("overdue").textContent = say("ask_overdue");
  byId("send").hidden = true;
  byId("back").onclick = () => window.close();
  byId("back").focus();
}

async function decide(send) {
  enable(false);
  const isHeard = await browser.runtime.sendMessage({ einklang: "decided", id, send }).catch(() => false);
  if (!isHeard) overdue(); // else the window is closed by the one who asked
}

async function start() {
  fillPage();
  document.title = say("ask_title");
  const found = await browser.runtime.sendMessage({ einklang: "question", id }).catch(() => null);
  if (!found) {
    overdue();
    return;
  }
  const { score, reasons } = found.verdict;
  byId("score").textContent = score === null ? "" : say("ask_score", Math.round(score));
  byId("reasons").replaceChildren(
    ...reasons.slice(0, MOST_REASONS).map(({ severity, message }) => {
      const line = document.createElement("li");
      line.dataset.severity = severity;
      line.textContent = message[language];
      return line;
    }),
  );
  byId("back").onclick = () => decide(false);
  byId("send").onclick = () => decide(true);
  enable(true);
  byId("back").focus();
}

document.addEventListener("keydown", (event) => event.key === "Escape" && byId("back").click());
browser.runtime.onMessage.addListener((message) => {
  if (message?.einklang === "overdue" && message.id === id) overdue();
});
start();
