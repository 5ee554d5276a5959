// The page for trying: a compose window that plays the mail client around the panel.

import { createApi } from "../panel/api.js";
import { write, writeAll } from "../panel/elements.js";
import { createSpeaker, LANGUAGES, pickLanguage } from "../panel/language.js";
import { createCombobox } from "./combobox.js";
import { createEditor } from "./editor.js";
import { exampleFor } from "./examples.js";
import { keptDraft } from "./kept.js";
import { openPanel } from "./panel_frame.js";
import { createSession, takeCode } from "./session.js";
import { createSignIn } from "./sign_in.js";
import { TEXTS } from "./texts.js";
import { showVerdict } from "./verdict_view.js";

const VERDICT_LIMIT = 2000; // ms; a mail client would send after that
const READY_LIMIT = 8000; // ms until a silent panel is called silent
const KEEP_PAUSE = 300; // ms without a key before the draft is kept

const byId = (id) => document.getElementById(id);
const speakers = Object.fromEntries(LANGUAGES.map((language) => [language, createSpeaker(language, TEXTS)]));
const base = new URL("../", import.meta.url);
const frame = byId("panel");
const subject = byId("subject");
const cc = byId("cc");
const attached = byId("attached");

let language = pickLanguage(new URLSearchParams(location.search).get("lang"), navigator.language);
let customer = null; // what the server knows about the one chosen
let chosen = null; // { address, name } of the one chosen
let draftId = String(Date.now());
let seq = 0;
let examples = 0;
let isPanelReady = false;
let panelLanguage = null;
let silence = null;
const checks = new Map();

const speaker = () => speakers[language];
const signIn = createSignIn(() => speaker());
const api = createApi({ base, token: () => session.token(), fetch: (...request) => fetch(...request) });
const session = createSession({ api, form: signIn, code: takeCode(location, history) });
const panel = openPanel({
  window,
  frame,
  origin: base.origin,
  on: { ready: greet, verdict: hearVerdict, replace },
});
const editor = createEditor({ area: byId("text"), backdrop: byId("backdrop"), changed });
const picker = createCombobox({
  input: byId("to"),
  list: byId("to-list"),
  button: byId("to-button"),
  find: findCustomers,
  chosen: (item) => choose(item && { address: item.key, name: item.name }),
  nobody: () => speaker().say("nobody_found"),
});

function speak(newLanguage) {
  language = newLanguage;
  document.documentElement.lang = language;
  document.title = speaker().say("title");
  writeAll(document.body, speaker());
  for (const field of document.querySelectorAll("[data-hint]")) field.placeholder = speaker().say(field.dataset.hint);
  frame.title = speaker().say("panel");
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === language));
  }
  showReplied();
}

async function findCustomers(query) {
  const found = await api.customers(query).catch(() => ({ customers: [] })); // the panel says that the server is away
  return found.customers.map(({ address, name }) => ({ key: address, name: name || address, detail: address }));
}

const currentDraft = (more = {}) => ({
  id: draftId,
  seq: (seq += 1),
  text: editor.text(),
  subject: subject.value,
  recipients: chosen ? [chosen.address] : [],
  cc: cc.value.split(/[,;]/).map((one) => one.trim()).filter(Boolean),
  attachments: attached.checked ? 1 : 0,
  replyTo: customer?.last_message?.text ?? null,
  ...more,
});

function tellDraft(more) {
  if (isPanelReady) panel.send("draft", currentDraft(more));
}

function tellAll() {
  if (!isPanelReady) return;
  hello();
  tellDraft();
}

const hello = () => panel.send("hello", { token: session.token(), language, customer: chosen?.address ?? null });

async function greet(why) {
  clearTimeout(silence);
  await session.open({ renew: why === "token" });
  isPanelReady = true;
  signIn.say(null);
  tellAll();
}

function changed() {
  tellDraft();
  clearTimeout(changed.timer);
  changed.timer = setTimeout(keep, KEEP_PAUSE);
}

const keep = () => keptDraft.write({
    id: draftId,
    chosen,
    subject: subject.value,
    cc: cc.value,
    attached: attached.checked,
    text: editor.text(),
  });

function showReplied() {
  const last = customer?.last_message ?? null;
  byId("replied").hidden = last === null;
  if (last === null) return;
  const what = { subject: last.subject || speaker().say("no_subject"), day: speaker().day(last.date) };
  write(byId("replied-what"), speaker().say("written", what));
  write(byId("replied-text"), last.text);
}

async function choose(newChosen, { isNew = true } = {}) {
  chosen = newChosen;
  customer = null;
  examples = 0;
  if (isNew) draftId = String(Date.now());
  keep();
  showReplied();
  tellAll();
  const address = chosen?.address;
  const found = address ? await api.customer(address).catch(() => null) : null; // unknown: the panel's card says so
  if (chosen?.address !== address) return;
  customer = found;
  showReplied();
  if (customer?.last_message) tellDraft(); // now with what is replied to
}

function loadExample() {
  const known = customer && { ...customer, language: customer.languages[0]?.language };
  const example = exampleFor(known, language, examples);
  examples += 1;
  draftId = String(Date.now());
  subject.value = example.subject;
  editor.replaceAll(example.text);
}

function replace({ id, span, original, replacement, caret }) {
  const done = editor.replace(span, original, replacement, caret);
  tellDraft({ replaced: { id, done } });
}

function hearVerdict(message) {
  if (message.for !== null) checks.get(message.for)?.(message);
  if (message.seq === seq) editor.mark(message.marks);
  if (message.language === panelLanguage) return;
  panelLanguage = message.language;
  if (panelLanguage === language) return;
  speak(panelLanguage); // the user switched it in the panel
  hello();
}

async function check() {
  const back = () => byId("text").focus();
  if (editor.text().trim() === "") {
    showVerdict(null, speaker(), { back });
    return;
  }
  const id = String((seq += 1));
  const verdict = await new Promise((resolve) => {
    checks.set(id, resolve);
    setTimeout(resolve, VERDICT_LIMIT, { ok: true, unsure: "slow" });
    panel.send("check", { id, draft: currentDraft() });
  });
  checks.delete(id);
  showVerdict(verdict, speaker(), { back });
}

/** On a narrow page the panel is as high as what it shows, so that only the page scrolls. */
function fitPanel() {
  const inside = frame.contentDocument?.body;
  if (!inside) return;
  new ResizeObserver(() => {
    const height = [...inside.children].reduce((sum, part) => sum + part.offsetHeight, 0);
    frame.style.setProperty("--content", `${Math.ceil(height) + 8}px`);
  }).observe(inside.querySelector("main"));
}

/** Says what is wrong in rule files; the last good rules are in force meanwhile. */
async function lookAtRules() {
  const { problems } = await api.rules().catch(() => ({ problems: [] })); // the panel says that the server is away
  byId("rules").hidden = problems.length === 0;
  byId("rules-list").replaceChildren(
    ...problems.map((problem) => {
      const line = document.createElement("li");
      line.textContent = problem;
      return line;
    }),
  );
}

function openDesk() {
  byId("desk").hidden = false;
  lookAtRules();
  silence = setTimeout(() => signIn.say("panel_silent"), READY_LIMIT);
  frame.addEventListener("load", fitPanel);
  frame.src = new URL("panel/", base).href;
}

async function start() {
  speak(language);
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      if (isPanelReady) hello();
    });
  }
  for (const field of [subject, cc, attached]) field.addEventListener("input", changed);
  byId("example").addEventListener("click", loadExample);
  byId("check").addEventListener("click", check);
  await session.open();
  const kept = keptDraft.read();
  if (kept) {
    draftId = kept.id;
    subject.value = kept.subject;
    cc.value = kept.cc ?? "";
    attached.checked = kept.attached ?? false;
    editor.restore(kept.text);
    picker.set(kept.chosen && { key: kept.chosen.address, name: kept.chosen.name });
    choose(kept.chosen, { isNew: false });
  }
  openDesk();
}

start();
