// The panel: hears the host, asks the server, shows the answer.

import { createAnnouncer } from "./announcer.js";
import { createApi } from "./api.js";
import { createAsker } from "./asking.js";
import { openBridge } from "./bridge.js";
import { createCardView } from "./card_view.js";
import { createHintView } from "./hint_view.js";
import { createSpeaker, LANGUAGES, pickLanguage } from "./language.js";
import { createReasonView } from "./reason_view.js";
import { createRewriteView } from "./rewrite_view.js";
import { createRewriting } from "./rewriting.js";
import { levelOf, verdictOf } from "./score.js";
import { renderScore } from "./score_view.js";
import { gapIn, locate } from "./spans.js";
import { addressee, awayRules, INITIAL, isOld, reduce } from "./state.js";
import { TEXTS } from "./texts.js";

const VERDICT_LIMIT = 1500; // ms; a check that takes longer never holds the mail
const MAILBOX_PAUSE = 5 * 60_000; // ms between looks at how fresh the mailboxes are
const CARD_RETRY = 4000; // ms
const SHOW_OLD_AFTER = 150; // ms; a quicker answer replaces the old one without dimming it first

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
let askedForToken = false;
const applied = new Map(); // hints whose replacement the host was asked for, by the message's id
const speakers = Object.fromEntries(LANGUAGES.map((language) => [language, createSpeaker(language, TEXTS)]));

const api = createApi({
  base: new URL("../", import.meta.url),
  token: () => token,
  fetch: (...request) => fetch(...request),
});
const announcer = createAnnouncer({ region: document.getElementById("spoken"), clock });
const renderHints = createHintView({ apply, dismiss, point });
const renderReasons = createReasonView();
const renderCard = createCardView();
const rewriting = createRewriting({ api, changed: render, failed: (problem) => problem.kind === "expired" && renewToken() });
const renderRewrite = createRewriteView({ ask: rewriteAll, take: takeRewrite, drop: rewriting.drop });
const bridge = openBridge({ window, on: { hello: greet, draft: take, check } });
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
  renderHints(state, speaker);
  renderRewrite(rewriting.of(), typeof state.answer?.score === "number", speaker);
  renderReasons(state, speaker);
  renderCard(state, speaker, place);
  clearTimeout(render.timer);
  if (isOld(state)) {
    render.timer = setTimeout(() => document.documentElement.classList.toggle("dim", isOld(state)), SHOW_OLD_AFTER);
  } else {
    document.documentElement.classList.remove("dim");
  }
}

function greet(message) {
  const isNewToken = token !== message.token;
  token = message.token;
  chosenCustomer = message.customer ?? null;
  askedForToken = false;
  if (message.language && message.language !== hostLanguage) {
    hostLanguage = message.language;
    step({ type: "spoke", language: pickLanguage(message.language) });
  }
  step({ type: "greeted" });
  if (isNewToken) lookAtMailboxes();
  if (isNewToken) rewriting.look();
  if (isNewToken && state.address !== null) loadCard(state.address);
  if (state.draft) consider({ now: true });
}

function take(message) {
  const previous = state.draft;
  step({ type: "drafted", draft: message });
  if (message.replaced) followed(message.replaced);
  const isBig = message.replaced?.done || (previous?.id ?? null) !== (message.id ?? null);
  consider({ now: Boolean(isBig) });
}

function followed({ id, done }) {
  const hint = applied.get(id);
  applied.delete(id);
  if (hint && done) report(hint.rule, "accepted");
}

const bodyOf = (draft) => ({
  draft: { text: draft.text, subject: draft.subject ?? "" },
  customer: chosenCustomer,
  recipients: draft.recipients ?? [],
  cc: draft.cc ?? [],
  attachments: draft.attachments ?? null,
  mailbox: draft.mailbox || null,
  reply_to: draft.replyTo || null,
});

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
    tellVerdict();
    return;
  }
  asker.want({ body, seq: draft.seq, draftId: draft.id }, { now });
}

function answered(answer, question) {
  step({ type: "answered", answer, text: question.body.draft.text });
  tellVerdict();
  speakScore();
}

function speakScore() {
  const { answer, hints, language } = state;
  const speaker = speakers[language];
  if (typeof answer?.score !== "number") {
    announcer.say(answer?.note ? speaker.of(answer.note.text) : "");
    return;
  }
  const meaning = speaker.say(`fits_${levelOf(answer.score).word}`);
  const score = speaker.say("say_score", { score: speaker.whole(answer.score), meaning });
  announcer.say(`${score} ${speaker.say("say_hints", { n: hints.length })}`);
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
    if (problem.kind === "unknown") step({ type: "carded", address, card: { state: "unknown", customer: null } });
    else if (problem.kind === "expired") renewToken();
    else if (["offline", "starting"].includes(problem.kind)) setTimeout(retryCard, CARD_RETRY, address);
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

/** Asks the host for a new token: once by itself, after that when the user says so. */
function renewToken() {
  if (askedForToken) return;
  askedForToken = true;
  considered = "";
  bridge.ready("token");
}

/** Where the words stand that the shown hints are about, in the draft as it is now, for the host to mark. */
function marks() {
  const now = state.draft?.text ?? "";
  return state.hints.flatMap((hint) =>
    wordsOf(hint).flatMap((place) => {
      const span = locate(place, state.answeredText.slice(place.start, place.end), state.answeredText, now);
      return span ? [{ ...span, severity: hint.severity, active: hint.key === pointed }] : [];
    }),
  );
}

/** The words that a hint is about; the place of its change where it points between words. */
const wordsOf = (hint) => (hint.marks?.length ? hint.marks : [hint.span]);

function tellVerdict() {
  const { language, draft } = state;
  bridge.send("verdict", { ...verdictOf(state), for: null, language, seq: draft?.seq ?? 0, marks: marks() });
}

async function check(message) {
  const about = { ...message.draft };
  const tell = (verdict) =>
    bridge.send("verdict", { ...verdict, for: message.id, language: state.language, seq: about.seq, marks: marks() });
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), VERDICT_LIMIT);
  try {
    const answer = await api.assess(bodyOf(about), limit.signal);
    // the question of the moment is answered too, so that panel and verdict say the same
    if (about.text === state.draft?.text) step({ type: "answered", answer, text: about.text });
    tell(verdictOf(about.text === state.draft?.text ? state : { answer, hints: answer.suggestions }));
  } catch (problem) {
    tell(verdictOf(state, limit.signal.aborted ? "slow" : problem.kind));
  } finally {
    clearTimeout(timer);
  }
}

function apply(key) {
  const hint = state.hints.find((one) => one.key === key);
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
  tellVerdict();
}

async function restore() {
  const away = awayRules(state);
  step({ type: "restored" });
  document.getElementById("hints-title").focus();
  tellVerdict();
  await Promise.all(away.map((rule) => report(rule, "restored")));
  asker.again(); // what the server kept back, it now tells
}

function point(key) {
  if (pointed === key) return;
  pointed = key;
  tellVerdict();
}

async function rewriteAll() {
  await rewriting.ask(bodyOf(state.draft));
  const { result } = rewriting.of();
  const speaker = speakers[state.language];
  if (!result) return;
  const points = { before: speaker.whole(result.score_before), after: speaker.whole(result.score_after) };
  announcer.say(speaker.say("say_rewritten", points));
}

function takeRewrite() {
  const replacement = rewriting.replacement();
  if (replacement) bridge.send("replace", { id: "rewrite", seq: state.draft.seq, ...replacement });
}

function retry() {
  if (state.problem?.kind === "expired") {
    askedForToken = false;
    renewToken();
  } else {
    asker.again();
  }
}

document.getElementById("trouble-button").addEventListener("click", retry);
document.getElementById("restore").addEventListener("click", restore);
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    step({ type: "spoke", language: button.dataset.language });
    tellVerdict();
  });
}
window.addEventListener("online", () => state.problem?.kind === "offline" && asker.again());

const wish = new URLSearchParams(location.search).get("lang");
step({ type: "spoke", language: pickLanguage(wish, navigator.language) });
if (bridge.embedded) bridge.ready("loaded");
