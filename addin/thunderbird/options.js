// The page on which Thunderbird is connected with a server by a code, and on which it forgets that server.

import { forget, pair, pairing, permissionFor, serverAddress } from "./server.js";
import { fillPage, say } from "./words.js";

const byId = (id) => document.getElementById(id);

const PROBLEMS = { offline: "problem_offline", unknown: "problem_no_server", misdirected: "problem_name" };

function showProblem(sentence) {
  byId("problem").textContent = sentence;
}

async function show() {
  const known = await pairing();
  byId("pairing").hidden = known !== null;
  byId("paired").hidden = known === null;
  if (known === null) return;
  const day = new Intl.DateTimeFormat(browser.i18n.getUILanguage(), { dateStyle: "long" }).format(new Date(known.since));
  byId("paired-with").textContent = say("paired_with", known.address, day);
}

async function connect(event) {
  event.preventDefault();
  showProblem("");
  const address = serverAddress(byId("address").value);
  if (address === null) {
    showProblem(say("problem_address"));
    byId("address").focus();
    return;
  }
  // asked for at once: Thunderbird hears this wish only as the direct answer to a click
  const isAllowed = await browser.permissions.request(permissionFor(address));
  if (!isAllowed) {
    showProblem(say("problem_not_allowed", new URL(address).hostname));
    return;
  }
  byId("connect").disabled = true;
  try {
    await pair(address, byId("code").value.trim().toUpperCase().replace(/[\s-]/g, ""));
    byId("code").value = "";
    await show();
    byId("paired-title").focus();
  } catch (problem) {
    const known = PROBLEMS[problem.kind];
    if (known) await browser.permissions.remove(permissionFor(address)); // no coach is there: nothing to reach it for
    showProblem(known ? say(known) : `${say("problem_code")} ${problem.detail}`.trim());
    byId(known ? "address" : "code").focus();
  } finally {
    byId("connect").disabled = false;
  }
}

/** A new pairing waits for the end: until then the leave to reach this very server may still be given back. */
async function forgetServer() {
  byId("connect").disabled = true;
  await forget().finally(() => (byId("connect").disabled = false));
  await show();
  byId("address").focus();
}

fillPage();
byId("pairing").addEventListener("submit", connect);
byId("forget").addEventListener("click", forgetServer);
browser.storage.onChanged.addListener((_, area) => area === "local" && show()); // also by another tab of this page
show();
