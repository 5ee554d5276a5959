// The mail client's side of the five messages (addin/messages.md), around the panel in the popup or in its own window.

import { createDraftReader } from "./draft.js";
import { follow } from "./docking.js";
import { pairing, sessionToken } from "./server.js";
import { fillPage, say } from "./words.js";

const CONTRACT = 1;
const LOOK_EVERY = 1200; // ms between looks at recipients and subject: Thunderbird tells nobody of a change
const LOOK_SHARE = 20; // a look takes at most a twentieth of the time, however long the draft is
const TOKEN_RETRY = 4000; // ms until a server that is away is asked for a session again

const byId = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const { form } = document.documentElement.dataset; // popup or window
const frame = byId("panel");
const reader = createDraftReader();

let tabId = Number(query.get("tab")) || null;
let token = "";
let seq = 0;
let text = "";
let about = null; // all of the draft but its text
let isPanelReady = false;
let ended = false;

const tell = (type, fields) =>
  frame.contentWindow.postMessage({ einklang: CONTRACT, type, ...fields }, location.origin);

const toDraft = (message) => browser.tabs.sendMessage(tabId, message);

function tellDraft(more = {}) {
  if (isPanelReady && about !== null) tell("draft", { ...about, seq: (seq += 1), text, ...more });
}

/** Says hello with a token; a server that is away is told as the panel tells it, and asked again. */
async function greet({ renew }) {
  clearTimeout(greet.timer);
  try {
    token = await sessionToken({ renew });
  } catch (problem) {
    // revoked: only the user can help. Away: a token of no worth makes the panel ask, and say what is wrong
    byId("said").hidden = problem.kind !== "expired";
    byId("said").textContent = say("unsure_expired");
    if (problem.kind !== "expired") greet.timer = setTimeout(greet, TOKEN_RETRY, { renew });
    token = token || "none";
    if (renew && problem.kind === "expired") return;
  }
  isPanelReady = true;
  tell("hello", { token, language: browser.i18n.getUILanguage() });
  tellDraft();
}

async function replace({ id, span, original, replacement, caret }) {
  const answer = await toDraft({ einklang: "replace", span, original, replacement, caret }).catch(() => null);
  if (answer) text = answer.text;
  tellDraft({ replaced: { id, done: answer?.done ?? false } });
  if (!answer?.done || !caret) return;
  const { windowId } = await browser.tabs.get(tabId);
  await browser.windows.update(windowId, { focused: true });
}

function hearVerdict(verdict) {
  browser.runtime.sendMessage({ einklang: "judged", tabId, verdict }).catch(() => {});
  if (verdict.seq === seq) toDraft({ einklang: "mark", text, marks: verdict.marks ?? [] }).catch(() => {});
}

function hear(event) {
  const message = event.data;
  if (event.source !== frame.contentWindow || event.origin !== location.origin || message?.einklang !== CONTRACT) return;
  if (message.type === "ready") greet({ renew: message.why === "token" });
  if (message.type === "verdict") hearVerdict(message);
  if (message.type === "replace") replace(message);
}

/** Reads what stands above the draft, and again after a while. */
async function look({ again = true } = {}) {
  clearTimeout(look.timer);
  const began = performance.now();
  const found = await reader.about(tabId).catch(() => null); // being sent or closed
  const cost = performance.now() - began;
  if (found && JSON.stringify(found) !== JSON.stringify(about)) {
    about = found;
    tellDraft();
  }
  if (again) look.timer = setTimeout(look, Math.max(LOOK_EVERY, LOOK_SHARE * cost));
}

const ANSWERS = {
  typed(message, sender) {
    if (sender.tab?.id !== tabId || message.text === text) return undefined;
    text = message.text;
    tellDraft();
    return undefined;
  },
  moved(_, sender) {
    if (sender.tab?.id === tabId) look();
    return undefined;
  },
  watching: (message) => (message.tabId === tabId && isPanelReady ? Promise.resolve(true) : undefined),
  async raiseOwn() {
    const own = await browser.windows.getCurrent();
    await browser.windows.update(own.id, { focused: true });
    return true;
  },
  raise: (message) => (form === "window" && message.tabId === tabId ? ANSWERS.raiseOwn() : undefined),
};

browser.runtime.onMessage.addListener((message, sender) =>
  ["typed", "moved", "watching", "raise"].includes(message?.einklang) ? ANSWERS[message.einklang](message, sender) : undefined,
);

function openFrame(address) {
  const lang = browser.i18n.getUILanguage();
  frame.title = "Einklang";
  frame.hidden = false;
  frame.addEventListener("load", () => {
    if (form !== "popup") return;
    const style = frame.contentDocument.createElement("link");
    Object.assign(style, { rel: "stylesheet", href: new URL("short.css", location.href).href });
    frame.contentDocument.head.append(style);
  });
  frame.src = `panel/index.html?${new URLSearchParams({ lang, server: `${address}/` })}`;
}

async function followDraft() {
  const { windowId } = await browser.tabs.get(tabId);
  await follow(windowId, {
    windows: browser.windows,
    screen: () => ({ left: screen.availLeft, top: screen.availTop, width: screen.availWidth, height: screen.availHeight }),
    width: () => window.outerWidth,
    gone: () => window.close(),
  });
}

function offerWindow() {
  byId("more").hidden = false;
  byId("dock").addEventListener("click", async () => {
    await browser.runtime.sendMessage({ einklang: "open-panel", tabId });
    window.close();
  });
}

function leave() {
  if (ended) return;
  ended = true;
  isPanelReady = false;
  toDraft({ einklang: "mark", text: "", marks: [] }).catch(() => {});
  browser.runtime.sendMessage({ einklang: "unwatched", tabId }).catch(() => {});
}

async function start() {
  fillPage();
  tabId ??= (await browser.tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null;
  const known = await pairing();
  byId("unpaired").hidden = known !== null;
  byId("connect").addEventListener("click", async () => {
    await browser.runtime.openOptionsPage();
    window.close();
  });
  if (known === null || tabId === null) return;
  if (form === "popup") offerWindow();
  window.addEventListener("message", hear);
  window.addEventListener("pagehide", leave);
  browser.storage.onChanged.addListener((_, area) => area === "local" && location.reload()); // paired anew, or forgotten
  text = await reader.text(tabId).catch(() => "");
  await look();
  openFrame(known.address);
  if (form === "window") await followDraft();
}

start();
