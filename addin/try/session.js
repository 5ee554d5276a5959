// The token of this tab: against the link's code or a pasted token, given by a demo server, or kept over a reload.

import { keptToken } from "./kept.js";

const STARTING_PAUSE = 1500; // ms
const REASONS = { expired: "token_refused", busy: "server_busy" };

/** The code in the address (`#code=...`), taken out of the address bar at once; null where there is none. */
export function takeCode(location, history) {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code !== null) history.replaceState(null, "", location.pathname + location.search);
  return code;
}

/**
 * Keeps a session's token that the server accepts. `form` has `ask(reason)` -> a pasted token, `say(key, values)` for what is in
 * the way (null: nothing), and `retry()`, which resolves when the user wants to try again.
 */
export function createSession({ api, form, code, pause = STARTING_PAUSE }) {
  let token = keptToken.read() ?? "";
  let pending = code;

  function keep(newToken) {
    token = newToken;
    keptToken.write(newToken || null);
    return token;
  }

  async function pasted(reason) {
    for (;;) {
      const long = (await form.ask(reason)).trim(); // of the user, for good: not kept, only exchanged
      try {
        const session = await api.session(long);
        form.say(null);
        return keep(session.token);
      } catch (problem) {
        reason = REASONS[problem.kind] ?? "server_away";
      }
    }
  }

  async function attempt() {
    const mine = pending;
    try {
      const session = await api.session(mine);
      pending = null;
      form.say(null);
      return keep(session.token);
    } catch (problem) {
      if (problem.kind === "starting") {
        form.say("server_starting");
        await new Promise((resolve) => setTimeout(resolve, pause));
        return null;
      }
      if (problem.kind === "offline" || problem.kind === "busy") {
        form.say(problem.kind === "busy" ? "server_busy" : "server_away");
        await form.retry();
        return null;
      }
      if (problem.status < 500) {
        pending = null;
        return pasted(mine === null ? null : "code_refused");
      }
      form.say("server_refused", { detail: problem.detail });
      await form.retry();
      return null;
    }
  }

  return {
    token: () => token,
    /** A token: the one at hand, or a new one (`renew`: the one at hand is no longer accepted). */
    async open({ renew = false } = {}) {
      if (renew) keep("");
      while (token === "" || pending !== null) {
        if (pending !== null) keep("");
        await attempt();
      }
      return token;
    },
  };
}
