// @ts-check
// The task pane: a thin host around the server's panel (addin/messages.md), beside one draft in Outlook.

import { writeAll } from "../panel/elements.js";
import { createSpeaker, LANGUAGES, pickLanguage } from "../panel/language.js";
import { alertFor } from "./alert.js";
import { openCompose } from "./compose.js";
import { openPanel } from "./contract.js";
import { createLane } from "./office_calls.js";
import { createPage } from "./page.js";
import { createPolling } from "./polling.js";
import { createPlace, createSession } from "./session.js";
import { TEXTS } from "./texts.js";

const READY_LIMIT = 8000; // ms until a silent panel is called silent
const LEAST_SET = "1.3"; // Mailbox: the body can be read
const base = new URL("../", import.meta.url);

/** @typedef {import("./contract.js").Verdict} Verdict */
/** @typedef {import("./contract.js").Replace} Replace */

const speakers = Object.fromEntries(LANGUAGES.map((language) => [language, createSpeaker(language, TEXTS)]));
let language = pickLanguage(navigator.language);
const speaker = () => /** @type {import("./alert.js").Speaker} */ (speakers[language]);
const page = createPage(speaker);
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {string} newLanguage */
function speak(newLanguage) {
  language = newLanguage;
  document.documentElement.lang = language;
  writeAll(document.body, speaker());
  page.frame.title = speaker().say("panel");
}

/** The theme of Outlook, where it tells (Mailbox 1.14); else the system's, by the style sheet. */
function theme() {
  const isDark = Office.context.officeTheme?.isDarkTheme;
  if (isDark === undefined) return null;
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
  return document.documentElement.dataset.theme;
}

function openDesk() {
  const { mailbox, requirements } = Office.context;
  const draftId = `${mailbox.item?.conversationId ?? "new"}#${Date.now()}`;
  const compose = openCompose({ office: Office, lane: createLane(), pause, now: () => Date.now() });
  const session = createSession({
    base,
    fetch: (...request) => fetch(...request),
    place: createPlace(() => localStorage, Office.context.partitionKey),
    form: page,
    label: `Outlook (${mailbox.diagnostics?.hostName ?? "?"})`,
  });
  let seq = 0;
  let isPanelReady = false;
  let isReplacing = false;
  let told = ""; // the draft as the panel knows it
  /** The check that is under way: what it was asked about. @type {{ id: string, text: string } | null} */
  let checked = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let silence;

  const panel = openPanel({ window, frame: page.frame, origin: base.origin, on: { ready: greet, verdict: hear, replace } });
  const polling = createPolling({
    look,
    isVisible: () => document.visibilityState !== "hidden",
    paused: page.rests,
    clock: {
      setTimeout: (run, delay) => setTimeout(run, delay),
      clearTimeout: (timer) => clearTimeout(/** @type {number} */ (timer)),
      now: () => performance.now(),
    },
  });

  const draft = () => ({ id: draftId, seq: (seq += 1), ...compose.draft() });

  /** @param {{ id: string, done: boolean }} [replaced] */
  function tell(replaced) {
    told = JSON.stringify(compose.draft());
    panel.send("draft", { ...draft(), ...(replaced && { replaced }) });
  }

  function hello() {
    panel.send("hello", { token: session.token(), language, customer: null, theme: theme() });
    tell();
  }

  /** @param {string} why */
  async function greet(why) {
    clearTimeout(silence);
    page.calm("panel_silent");
    await session.open({ renew: why === "token" });
    page.open();
    isPanelReady = true;
    hello();
    polling.now();
  }

  async function look() {
    if (isReplacing) return true;
    try {
      await compose.look();
      page.calm("unreadable");
      const isChanged = JSON.stringify(compose.draft()) !== told;
      if (isChanged && isPanelReady) tell();
      return isChanged;
    } catch (problem) {
      page.worry("unreadable");
      throw problem;
    }
  }

  /** @param {Replace} wish */
  async function replace(wish) {
    isReplacing = true;
    const done = await compose.replace(wish).catch(() => {
      page.worry("not_replaced");
      setTimeout(() => page.calm("not_replaced"), READY_LIMIT);
      return false;
    });
    isReplacing = false;
    tell({ id: wish.id, done });
    polling.now();
  }

  /** @param {Verdict} verdict */
  function hear(verdict) {
    if (verdict.language !== language && LANGUAGES.includes(verdict.language)) speak(verdict.language);
    if (verdict.for === null) consider(verdict);
    else if (verdict.for === checked?.id) settle(verdict, checked.text);
  }

  /**
   * What the panel shows may be about an older draft than it holds, so an alert is asked for by name.
   * @param {Verdict} verdict
   */
  function consider(verdict) {
    checked = null;
    if (verdict.ok) {
      compose.leave("");
      return;
    }
    const about = draft();
    checked = { id: `check-${about.seq}`, text: about.text };
    panel.send("check", { id: checked.id, draft: about });
  }

  /**
   * Leaves the verdict with the mail, for the text that it is about and no other.
   * @param {Verdict} verdict
   * @param {string} text
   */
  async function settle(verdict, text) {
    const mine = checked;
    const print = verdict.ok ? null : await compose.print(text).catch(() => null); // unreadable: nothing is asked
    if (checked !== mine) return;
    compose.leave(print === null ? "" : alertFor(verdict, { print, now: Date.now(), speaker: speaker() }));
  }

  async function start() {
    if (requirements.isSetSupported("Mailbox", "1.14")) {
      mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, () => isPanelReady && hello());
    }
    compose.watch(() => polling.now());
    document.addEventListener("visibilitychange", polling.seen);
    page.listen({
      look: () => polling.now(),
      async forget() {
        await session.forget();
        location.reload();
      },
    });
    theme();
    await session.open();
    page.open();
    silence = setTimeout(() => page.worry("panel_silent"), READY_LIMIT);
    page.frame.src = new URL("panel/", base).href;
  }

  start();
}

/** @param {{ host: Office.HostType }} info */
function begin(info) {
  if (info.host !== Office.HostType.Outlook) {
    page.say("not_outlook");
    return;
  }
  speak(pickLanguage(Office.context.displayLanguage, navigator.language));
  if (Office.context.requirements.isSetSupported("Mailbox", LEAST_SET)) openDesk();
  else page.say("old_outlook");
}

speak(language);
if (typeof Office === "undefined") page.say("no_office"); // a proxy or a firewall kept office.js away
else Office.onReady(begin);
