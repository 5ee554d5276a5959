// @ts-check
// The way into the server: a code pairs this Outlook once, its token is kept, and exchanged for short session tokens.

/** @typedef {{ read(): string | null, write(token: string | null): void }} Place */
/**
 * What the session asks of the page: `code(reason)` gives a typed code, `say(key)` tells what is in the way (null:
 * nothing), `retry()` resolves when it is worth another try.
 * @typedef {{ code(reason: string | null): Promise<string>, say(key: string | null): void, retry(): Promise<unknown> }} Form
 */

const STARTING_PAUSE = 1500; // ms
const LONGEST_LABEL = 80; // characters that the server takes
const TOO_OFTEN = 429;
const SAID_OF_IT = [401, 422]; // what the server says of a code or a token; a proxy may answer anything else
/** @type {Record<number, string>} */
const IN_THE_WAY = { 0: "server_away", 421: "server_name", 429: "server_busy", 502: "server_away", 504: "server_away" };
const TIMEOUT = 10_000; // ms; a server that takes longer is as good as away

/**
 * A place in the browser's storage that belongs to this mailbox: Office gives a key where storage is partitioned
 * (Office on the web), and Microsoft advises against roamingSettings for tokens, which others can read by EWS.
 * @param {() => Storage} storage
 * @param {string | undefined} partition Office.context.partitionKey
 * @returns {Place}
 */
export function createPlace(storage, partition) {
  const key = `${partition ?? ""}einklang.outlook.token`;
  /** @type {string | null} */
  let remembered = null; // where storage is forbidden, for as long as the pane is open
  return {
    read() {
      try {
        return storage().getItem(key) ?? remembered;
      } catch {
        return remembered;
      }
    },
    write(token) {
      remembered = token;
      try {
        if (token === null) storage().removeItem(key);
        else storage().setItem(key, token);
      } catch {
        // forbidden or full: paired until the pane is closed
      }
    },
  };
}

/**
 * @param {{
 *   base: URL, fetch: typeof window.fetch, place: Place, form: Form, label: string, pause?: number,
 * }} parts
 */
export function createSession({ base, fetch, place, form, label, pause = STARTING_PAUSE }) {
  let token = "";

  /**
   * @param {string} path
   * @param {Record<string, string>} body
   * @returns {Promise<{ status: number, token: string }>} status 0: nobody answers
   */
  async function post(path, body) {
    try {
      const response = await fetch(new URL(path, base), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const found = await response.json().catch(() => null); // a proxy's error page is no JSON
      const isGood = response.ok && typeof found?.token === "string";
      return { status: isGood ? 200 : response.ok ? 500 : response.status, token: isGood ? found.token : "" };
    } catch {
      return { status: 0, token: "" };
    }
  }

  /**
   * Deals with an answer that says nothing about the code or token that was sent; resolves to whether there was one.
   * @param {number} status
   */
  async function isAway(status) {
    if (status === 503) {
      form.say("server_starting");
      await new Promise((resolve) => setTimeout(resolve, pause));
      return true;
    }
    if (SAID_OF_IT.includes(status)) return false;
    form.say(IN_THE_WAY[status] ?? "server_refused");
    await form.retry();
    return true;
  }

  /** @param {string | null} reason */
  async function pair(reason) {
    for (;;) {
      const code = await form.code(reason);
      const answer = await post("api/v1/pairing", { code, client: "outlook", label: label.slice(0, LONGEST_LABEL) });
      if (answer.status === 200) {
        place.write(answer.token);
        form.say(null);
        return;
      }
      if (answer.status === TOO_OFTEN) reason = "code_wait"; // after wrong codes: minutes
      else if (!(await isAway(answer.status))) reason = "code_refused";
    }
  }

  async function signIn() {
    for (;;) {
      const kept = place.read();
      const answer = await post("api/v1/session", kept === null ? {} : { code: kept });
      if (answer.status === 200) {
        form.say(null);
        return answer.token;
      }
      if (await isAway(answer.status)) continue;
      place.write(null);
      await pair(kept === null ? null : "paired_before");
    }
  }

  /** @type {Promise<string> | null} */
  let signingIn = null;

  return {
    token: () => token,
    /** A session token: the one at hand, or a new one (`renew`: the one at hand is no longer accepted). */
    async open({ renew = false } = {}) {
      if (token !== "" && !renew) return token;
      signingIn ??= signIn().finally(() => (signingIn = null));
      token = await signingIn;
      return token;
    },
    /** Ends the pairing here, and on the server where that can be reached. */
    async forget() {
      const kept = place.read();
      token = "";
      place.write(null);
      if (kept === null) return;
      const headers = { Authorization: `Bearer ${kept}` };
      const signal = AbortSignal.timeout(TIMEOUT);
      await fetch(new URL("api/v1/pairing", base), { method: "DELETE", headers, signal }).catch(() => undefined); // away: it expires
    },
  };
}
