// The check on send: a mail that does not fit is asked about, and goes out whenever nothing can be said about it.

import { showBadge } from "./badge.js";
import { judge, unsure } from "./judging.js";
import { pairing } from "./server.js";

const JUDGE_LIMIT = 1500; // ms for the server's verdict
const OPEN_AFTER = 2000; // ms in all until the mail goes out without one
const ASK_LIMIT = 45_000; // ms for the user's answer; an event page that waits is ended after 60 s, its window stays locked
const AWAKE_EVERY = 1_000; // ms; an event page without a call for 30 s is ended too
const WIDTH = 460;
const HEIGHT = 330;

const wait = (delay, value) => new Promise((resolve) => setTimeout(resolve, delay, value));

/** The question beside a compose window: resolves to true (send), or false (back, closed, or no answer in time). */
async function ask(tab, verdict, asked) {
  const id = crypto.randomUUID();
  const frame = await browser.windows.get(tab.windowId);
  const answer = new Promise((resolve) => asked.set(id, { verdict, tabId: tab.id, resolve }));
  let dialogId = null;
  const closed = (windowId) => windowId === dialogId && asked.get(id)?.resolve({ send: false });
  browser.windows.onRemoved.addListener(closed);
  try {
    const dialog = await browser.windows.create({
      type: "popup",
      url: `confirm.html?id=${id}`,
      width: WIDTH,
      height: HEIGHT,
      left: Math.max(0, Math.round(frame.left + (frame.width - WIDTH) / 2)),
      top: Math.max(0, Math.round(frame.top + (frame.height - HEIGHT) / 3)),
      allowScriptsToClose: true,
    });
    dialogId = dialog.id;
    const given = await Promise.race([answer, wait(ASK_LIMIT, null)]);
    // no answer in time: the mail stays open, and the dialogue says so instead of closing
    if (given === null) browser.runtime.sendMessage({ einklang: "overdue", id }).catch(() => {});
    else browser.windows.remove(dialogId).catch(() => {}); // closed by the user already
    return given?.send ?? false;
  } finally {
    browser.windows.onRemoved.removeListener(closed);
    asked.delete(id);
  }
}

/** Checks mails before they are sent; `draftOf(tab, details)` gives the draft in a compose window. */
export function createSendCheck({ draftOf }) {
  const asked = new Map(); // questions on show, by their id

  async function verdictFor(tab, details) {
    const draft = await draftOf(tab.id, details);
    return draft.text.trim() === "" ? unsure("unknown") : judge(draft, JUDGE_LIMIT);
  }

  return {
    /** What `compose.onBeforeSend` is to be answered: nothing, or that the mail is held. */
    async check(tab, details) {
      if ((await pairing()) === null) return {};
      const awake = setInterval(() => browser.runtime.getPlatformInfo(), AWAKE_EVERY);
      try {
        const verdict = await Promise.race([verdictFor(tab, details), wait(OPEN_AFTER, unsure("slow"))]);
        showBadge(tab.id, verdict);
        if (verdict.ok) return {};
        return (await ask(tab, verdict, asked)) ? {} : { cancel: true };
      } catch {
        return {}; // whatever went wrong here is no reason to hold a mail
      } finally {
        clearInterval(awake);
      }
    },
    /** What the dialogue with this id is about: `{ verdict }`, or null where nobody waits for it any more. */
    question(id) {
      const found = asked.get(id);
      return found ? { verdict: found.verdict } : null;
    },
    /** The dialogue's answer; false where it came too late. */
    answer(id, send) {
      const found = asked.get(id);
      found?.resolve({ send });
      return found !== undefined;
    },
  };
}
