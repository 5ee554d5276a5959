// @ts-check
// What the task pane shows around the panel: a notice, the form for a code, the line below.

import { show, write } from "../panel/elements.js";

/** @typedef {import("./alert.js").Speaker} Speaker */

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const ids = {
  pair: () => /** @type {HTMLFormElement} */ (byId("pair")),
  code: () => /** @type {HTMLInputElement} */ (byId("code")),
  panel: () => /** @type {HTMLIFrameElement} */ (byId("panel")),
};

/** The page; `speaker()` is the one of the moment. @param {() => Speaker} speaker */
export function createPage(speaker) {
  /** @type {string | null} */
  let notice = null;

  /** @param {string | null} key */
  function say(key) {
    notice = key;
    show(byId("notice"), key !== null);
    show(byId("notice-retry"), false);
    write(byId("notice-text"), key === null ? "" : speaker().say(key));
  }

  return {
    frame: ids.panel(),
    say,
    /** Says that something is in the way, until `calm` is told of the same thing. @param {string} key */
    worry: (key) => notice === null && say(key),
    /** @param {string} key */
    calm: (key) => notice === key && say(null),
    /** Resolves when the user wants to try again, or the network is back. */
    retry() {
      show(byId("notice-retry"), true);
      return new Promise((resolve) => {
        byId("notice-retry").onclick = resolve;
        window.addEventListener("online", resolve, { once: true });
      });
    },
    /** Asks for a code; `reason` is the key of a sentence, or null. @param {string | null} reason @returns {Promise<string>} */
    code(reason) {
      say(null);
      show(ids.pair(), true);
      show(ids.panel(), false);
      show(byId("foot"), false);
      write(byId("pair-problem"), reason ? speaker().say(reason) : "");
      ids.code().value = "";
      ids.code().focus();
      return new Promise((resolve) => {
        ids.pair().onsubmit = (event) => {
          event.preventDefault();
          show(ids.pair(), false);
          resolve(ids.code().value.trim());
        };
      });
    },
    /** Shows the panel and the line below. */
    open() {
      show(ids.panel(), true);
      show(byId("foot"), true);
    },
    /** Says how often the draft is read. @param {number} pause ms */
    rests: (pause) => write(byId("reads"), speaker().say("reads", { n: speaker().whole(Math.max(1, pause / 1000)) })),
    /** @param {{ look: () => void, forget: () => void }} on */
    listen({ look, forget }) {
      byId("look").addEventListener("click", look);
      byId("forget").addEventListener("click", forget);
    },
  };
}
