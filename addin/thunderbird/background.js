// What runs behind all compose windows. It may be ended at any moment and started anew by the next event.

import { createAsker } from "./panel/asking.js";
import { showBadge } from "./badge.js";
import { beside } from "./docking.js";
import { createDraftReader, questionAbout } from "./draft.js";
import { assess, unsure, verdictOn } from "./judging.js";
import { createSendCheck } from "./sending.js";
import { pairing } from "./server.js";

const PANEL_WIDTH = 360;
const clock = {
  setTimeout: (run, delay) => setTimeout(run, delay),
  clearTimeout: (timer) => clearTimeout(timer),
  now: () => Date.now(),
};

const reader = createDraftReader();
const desks = new Map(); // what is known about each compose window, by its tab's id; all of it can be read again

const sendCheck = createSendCheck({
  async draftOf(tabId, details) {
    const [about, text] = await Promise.all([reader.about(tabId, details), reader.text(tabId)]);
    return { ...about, text };
  },
});

/** One compose window without a panel: asks about its draft and shows the score on the button. */
function deskOf(tabId) {
  if (!desks.has(tabId)) {
    const asker = createAsker({
      ask: (question, signal) => assess(question, signal),
      began: () => {},
      answered: (answer) => showBadge(tabId, verdictOn(answer)),
      failed: (problem) => showBadge(tabId, unsure(problem.kind ?? "refused")),
      clock,
    });
    desks.set(tabId, { asker, about: null, text: "" });
  }
  return desks.get(tabId);
}

/** Whether a panel is open for the compose window; it tells its verdicts itself. */
const isWatched = (tabId) => browser.runtime.sendMessage({ einklang: "watching", tabId }).catch(() => false);

async function typed(tabId, text) {
  if ((await pairing()) === null) return;
  const desk = deskOf(tabId);
  desk.text = text;
  if (await isWatched(tabId)) {
    desk.asker.cancel();
    return;
  }
  desk.about ??= await reader.about(tabId);
  if (desk.text !== text) return; // typed on meanwhile: the newer call goes on
  if (text.trim() === "") {
    desk.asker.cancel();
    showBadge(tabId, null);
  } else {
    desk.asker.want({ ...questionAbout({ ...desk.about, text }) });
  }
}

/** Recipients, subject, identity or attachments may be others than before. */
async function changedAround(tabId) {
  deskOf(tabId).about = null;
  const text = await reader.text(tabId).catch(() => null);
  if (text !== null) await typed(tabId, text);
}

async function openPanel(tabId) {
  const isOpen = await browser.runtime.sendMessage({ einklang: "raise", tabId }).catch(() => false);
  if (isOpen) return;
  const { windowId } = await browser.tabs.get(tabId);
  const place = beside(await browser.windows.get(windowId), null, PANEL_WIDTH);
  const url = `window.html?tab=${tabId}`;
  await browser.windows.create({ type: "popup", url, ...place, allowScriptsToClose: true });
}

const isComposeScript = (sender) => sender.tab !== undefined && !sender.url?.startsWith(browser.runtime.getURL(""));

const ANSWERS = {
  typed: ({ text }, sender) => isComposeScript(sender) && typed(sender.tab.id, text),
  moved: (_, sender) => isComposeScript(sender) && changedAround(sender.tab.id),
  judged: ({ tabId, verdict }) => showBadge(tabId, verdict),
  unwatched: ({ tabId }) => changedAround(tabId),
  "open-panel": ({ tabId }) => openPanel(tabId),
  question: ({ id }) => sendCheck.question(id),
  decided: ({ id, send }) => sendCheck.answer(id, send),
};

browser.runtime.onMessage.addListener((message, sender) => {
  if (!Object.hasOwn(ANSWERS, message?.einklang)) return undefined;
  return Promise.resolve(ANSWERS[message.einklang](message, sender)).then((answer) => answer ?? null);
});

messenger.compose.onBeforeSend.addListener((tab, details) => sendCheck.check(tab, details));
messenger.compose.onComposeStateChanged.addListener((tab) => changedAround(tab.id));
messenger.compose.onAttachmentAdded.addListener((tab) => changedAround(tab.id));
messenger.compose.onAttachmentRemoved.addListener((tab) => changedAround(tab.id));
browser.tabs.onRemoved.addListener((tabId) => {
  desks.get(tabId)?.asker.cancel();
  desks.delete(tabId);
  reader.forget(tabId);
});
browser.runtime.onInstalled.addListener(async ({ reason }) => {
  if (reason === "install" && (await pairing()) === null) browser.runtime.openOptionsPage();
});
