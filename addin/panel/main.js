// The panel: hears the host, asks the server, shows the answer.

import { createAnnouncer } from "./announcer.js";
import { createApi } from "./api.js";
import { createAsker, retryIn } from "./asking.js";
import { openBridge } from "./bridge.js";
import { createCardView } from "./card_view.js";
import { byId } from "./elements.js";
import { createHintView } from "./hint_view.js";
import { createSpeaker, LANGUAGES, pickLanguage } from "./language.js";
import { createReasonView } from "./reason_view.js";
import { createRewriteView } from "./rewrite_view.js";
import { createRewriting } from "./rewriting.js";
import { levelOf } from "./score.js";
import { renderScore } from "./score_view.js";
import { gapIn, locate } from "./spans.js";
import { addressee, awayRules, INITIAL, isOld, openHints, reduce } from "./state.js";
import { TEXTS } from "./texts.js";
import { createTour, createTourMemory } from "./tour.js";
import { createTourView } from "./tour_view.js";
import { createVerdicts } from "./verdicts.js";

const MAILBOX_PAUSE = 5 * 60_000; // ms between looks at how fresh the mailboxes are
const CARD_STEP = 3; // of the pauses between tries, for each try to get the card
const SHOW_OLD_AFTER = 150; // ms; a quicker answer replaces the old one without dimming it first
const CALM = 1500; // ms without a key or an answer: a pause, in which the list of hints may move

const clock = {
  setTimeout: (run, delay) => setTimeout(run, delay),
  clearTimeout: (timer) => clearTimeout(timer),
  now: () => Date.now(),
};

let state = INITIAL;
let token = "";
let chosenCustomer = null;
let hostLanguage = null;
let pointed = null; // the key of the hint under the pointer or the focus
let refused = null; // the token for which the host was asked for another; null once one was accepted
let closesGap = false; // the user applied a hint: its card makes room at once
const applied = new Map(); // hints whose replacement the host was asked for, by the message's id
const speakers = Object.fromEntries(LANGUAGES.map((language) => [language, createSpeaker(language, TEXTS)]));

// packaged with a mail client, the panel is told by its address where its server is; served by one, it asks only that
const packagedFor = location.protocol.startsWith("http") ? null : new URLSearchParams(location.search).get("server");

const api = createApi({
  base: new URL(packagedFor ?? "../", import.meta.url),
  token: () => token,
  fetch: (...request) => fetch(...request),
  accepted: (used) => {
    if (used !== refused) refused = null;
  },
});
const announcer = createAnnouncer({ region: byId("spoken"), clock });
const hintView = createHintView({ apply, dismiss, point });
const renderReasons = createReasonView();
const renderCard = createCardView();
const rewriting = createRewriting({ api, changed: render, failed: (problem) => problem.kind === "expired" && renewToken() });
const renderRewrite = createRewriteView({ ask: rewriteAll, take: takeRewrite, drop: rewriting.drop });
const tour = createTour({ memory: createTourMemory(() => localStorage), changed: render });
const renderTour = createTourView(tour);
const bridge = openBridge({ window, on: { hello: greet, draft: take, check: (message) => verdicts.check(message) } });
const verdicts = createVerdicts({
  send: bridge.send,
  assess: api.assess,
  bodyOf,
  look: () => ({ state, pointed }),
  step,
});
const asker = createAsker({
  ask: (question, signal) => api.assess(question.body, signal),
  began: () => step({ type: "asked" }),
  answered,
  failed: (problem) => {
    step({ type: "failed", problem });
    if (problem.kind === "expired") renewToken();
  },
  clock,
});

function step(event) {
  state = reduce(state, event);
  render();
}

function render() {
  const speaker = speakers[state.language];
  const place = { embedded: bridge.embedded, now: clock.now() };
  renderScore(state, speaker, place);
  hintView.render(state, speaker);
  renderRewrite(rewriting.of(), typeof state.answer?.score === "number", speaker);
  renderReasons(state, speaker);
  renderCard(state, speaker, place);
  renderTour(state, speaker);
  clearTimeout(render.timer);
  if (isOld(state)) {
    render.timer = setTimeout(() => document.documentElement.classList.toggle("dim", isOld(state)), SHOW_OLD_AFTER);
  } else {
    document.documentElement.classList.remove("dim");
  }
}

/** In a pause the list of hints closes its gaps; not under the hand of somebody who uses it. */
function settleSoon() {
  clearTimeout(settleSoon.timer);
  settleSoon.timer = setTimeout(() => {
    if (state.asking || hintView.isInUse()) settleSoon();
    else step({ type: "settled" });
  }, CALM);
}

/** The host's own skin; without a word from it the browser's wish holds. */
function paint(theme) {
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

function greet(message) {
  const isNewToken = token !== message.token;
  token = message.token;
  chosenCustomer = message.customer ?? null;
  paint(message.theme);
  if (message.language && message.language !== hostLanguage) {
    hostLanguage = message.language;
    step({ type: "spoke", language: pickLanguage(message.language) });
  }
  step({ type: "greeted" });
  if (isNewToken) {
    lookAtMailboxes();
    rewriting.look();
    if (state.address !== null) loadCard(state.address);
  }
  if (state.draft) consider({ now: true });
}

function take(message) {
  const previous = state.draft;
  step({ type: "drafted", draft: message });
  if (message.replaced) followed(message.replaced);
  settleSoon();
  const isBig = message.replaced?.done || (previous?.id ?? null) !== (message.id ?? null);
  consider({ now: Boolean(isBig) });
}

function followed({ id, done }) {
  const hint = applied.get(id);
  applied.delete(id);
  closesGap = done;
  if (hint && done) report(hint.rule, "accepted");
}

function bodyOf(draft) {
  return {
    draft: { text: draft.text, subject: draft.subject ?? "" },
    customer: chosenCustomer,
    recipients: draft.recipients ?? [],
    cc: draft.cc ?? [],
    attachments: draft.attachments ?? null,
    mailbox: draft.mailbox || null,
    reply_to: draft.replyTo || null,
  };
}

let considered = "";

/** Asks about the newest draft, where it differs from what was asked last. */
function consider({ now }) {
  const { draft } = state;
  const address = addressee(draft, chosenCustomer);
  if (address !== state.address) loadCard(address);
  const body = bodyOf(draft);
  rewriting.considered(body);
  const asked = JSON.stringify([draft.id, body, token]);
  if (asked === considered && state.problem === null) return;
  considered = asked;
  if (draft.text.trim() === "") {
    asker.cancel();
    step({ type: "emptied" });
    verdicts.now();
    return;
  }
  asker.want({ body, seq: draft.seq, draftId: draft.id }, { now });
}

function answered(answer, question) {
  refused = null;
  step({ type: "answered", answer, text: question.body.draft.text });
  if (closesGap) step({ type: "closed" });
  closesGap = false;
  settleSoon();
  verdicts.now();
  speakScore();
}

function speakScore() {
  const { answer, language } = state;
  const speaker = speakers[language];
  if (typeof answer?.score !== "number") {
    announcer.say(answer?.note ? speaker.of(answer.note.text) : "");
    return;
  }
  const meaning = speaker.say(`fits_${levelOf(answer.score).word}`);
  const score = speaker.say("say_score", { score: answer.score, meaning });
  announcer.say(`${score} ${speaker.say("say_hints", { n: openHints(state).length })}`);
}

function loadCard(address) {
  step({ type: "wanted", address });
  if (address && token) refreshCard(address);
}

async function refreshCard(address) {
  try {
    const customer = await api.customer(address);
    step({ type: "carded", address, card: { state: "known", customer } });
  } catch (problem) {
    const pause = retryIn(problem, CARD_STEP);
    if (problem.kind === "unknown") step({ type: "carded", address, card: { state: "unknown", customer: null } });
    else if (problem.kind === "expired") renewToken();
    else if (pause !== null) setTimeout(retryCard, pause, address);
    else step({ type: "carded", address, card: null });
  }
}

function retryCard(address) {
  if (state.address === address) refreshCard(address);
}

async function lookAtMailboxes() {
  clearTimeout(lookAtMailboxes.timer);
  lookAtMailboxes.timer = setTimeout(lookAtMailboxes, MAILBOX_PAUSE);
  const { mailboxes } = await api.mailboxes().catch(() => ({ mailboxes: null })); // only how fresh: the next look tells
  if (!mailboxes) return;
  const isNew = state.mailboxes !== null && JSON.stringify(mailboxes) !== JSON.stringify(state.mailboxes);
  step({ type: "synced", mailboxes });
  if (isNew && state.address) refreshCard(state.address); // mail came in: the card may have changed
}

/** Asks the host for a new token: once by itself until one is accepted, after that when the user says so. */
function renewToken() {
  if (refused !== null) return;
  refused = token;
  considered = "";
  bridge.ready("token");
}

function apply(key) {
  const hint = openHints(state).find((one) => one.key === key);
  const span = hint && locate(hint.span, hint.original, state.answeredText, state.draft.text);
  if (!span) return;
  const { original, replacement } = hint;
  const caret = hint.asks ? gapIn(replacement) : null;
  bridge.send("replace", { id: String(key), seq: state.draft.seq, span, original, replacement, caret });
  applied.set(String(key), hint);
}

/** Tells the server what was done with hints of a rule; nothing waits for it, and nothing depends on it here. */
function report(rule, action) {
  const customer = state.answer?.customer?.address;
  if (!customer) return Promise.resolve();
  const language = ["de", "en"].includes(state.answer.language) ? state.answer.language : state.language;
  return api.feedback({ rule, customer, action, language }).catch(() => {}); // away or expired: it holds for this draft
}

function dismiss(key) {
  const hint = state.hints.find((one) => one.key === key);
  if (hint) report(hint.rule, "dismissed");
  step({ type: "dismissed", key });
  announcer.say(speakers[state.language].say("say_dismissed"));
  verdicts.now();
}

async function restore() {
  const away = awayRules(state);
  step({ type: "restored" });
  byId("hints-title").focus();
  verdicts.now();
  await Promise.all(away.map((rule) => report(rule, "restored")));
  asker.again(); // what the server kept back, it now tells
}

function point(key) {
  if (pointed === key) return;
  pointed = key;
  verdicts.now();
}

async function rewriteAll() {
  await rewriting.ask(bodyOf(state.draft));
  const { result } = rewriting.of();
  if (!result) return;
  const points = { before: result.score_before, after: result.score_after };
  announcer.say(speakers[state.language].say("say_rewritten", points));
}

function takeRewrite() {
  const replacement = rewriting.replacement();
  if (replacement) bridge.send("replace", { id: "rewrite", seq: state.draft.seq, ...replacement });
}

function retry() {
  if (state.problem?.kind === "expired") {
    refused = null;
    renewToken();
  } else {
    asker.again();
  }
}

byId("trouble-button").addEventListener("click", retry);
byId("restore").addEventListener("click", restore);
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    step({ type: "spoke", language: button.dataset.language });
    verdicts.now();
  });
}
for (const fold of document.querySelectorAll("details")) {
  fold.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary").focus();
  });
}
window.addEventListener("online", () => state.problem?.kind === "offline" && asker.again());

const wish = new URLSearchParams(location.search).get("lang");
step({ type: "spoke", language: pickLanguage(wish, navigator.language) });
if (bridge.embedded) bridge.ready("loaded");
