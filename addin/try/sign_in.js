// What stands in the way of the desk: a notice, or the form for a token.

import { show, write } from "../panel/elements.js";

const byId = (id) => document.getElementById(id);

/** The form and the notice of the page; `speaker()` is the one of the moment. */
export function createSignIn(speaker) {
  return {
    /** Asks for a token; `reason` is the key of a sentence, or null. */
    ask(reason) {
      show(byId("sign-in"), true);
      write(byId("sign-in-problem"), reason ? speaker().say(reason) : "");
      byId("token").value = "";
      byId("token").focus();
      return new Promise((resolve) => {
        byId("sign-in").onsubmit = (event) => {
          event.preventDefault();
          show(byId("sign-in"), false);
          resolve(byId("token").value);
        };
      });
    },
    /** Says what is in the way; null: nothing is. */
    say(key, values) {
      show(byId("notice"), key !== null);
      show(byId("notice-retry"), false);
      write(byId("notice-text"), key ? speaker().say(key, values) : "");
    },
    /** Resolves when the user wants to try again, or the network is back. */
    retry() {
      show(byId("notice-retry"), true);
      return new Promise((resolve) => {
        byId("notice-retry").onclick = resolve;
        window.addEventListener("online", resolve, { once: true });
      });
    },
  };
}
