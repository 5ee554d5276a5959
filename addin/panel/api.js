// The HTTP API of the server, and the ways in which it can fail.

const TIMEOUT = 10_000; // ms; a server that takes longer is as good as away

const KINDS = { 401: "expired", 404: "unknown", 429: "busy" };
const AWAY = [502, 503, 504]; // asked again by and by
const LONGEST_WAIT = 60_000; // ms: the window of the server's own limits; a proxy may name any time

/**
 * What went wrong: `kind` is offline, starting, expired, unknown, busy (too many questions) or refused; `detail` is the
 * server's own sentence, `wait` the milliseconds for which it asks to be left alone.
 */
export class Problem extends Error {
  constructor(kind, { status = 0, detail = "", wait = 0 } = {}) {
    super(detail || kind);
    Object.assign(this, { name: "Problem", kind, status, detail, wait });
  }
}

async function problemIn(response) {
  const body = await response.json().catch(() => null); // a proxy's error page is no JSON
  const { status } = response;
  const away = body?.title === "Starting" ? "starting" : "offline";
  const kind = KINDS[status] ?? (AWAY.includes(status) ? away : "refused");
  const wait = kind === "busy" ? Math.min(1000 * response.headers.get("Retry-After") || 0, LONGEST_WAIT) : 0;
  return new Problem(kind, { status, detail: String(body?.detail ?? body?.title ?? ""), wait });
}

/**
 * The API below `base` (an absolute URL that ends in a slash); `token()` gives the bearer token of the moment, and
 * `accepted(used)` is told the token that the server took, whenever it took one.
 */
export function createApi({ base, token, fetch, accepted = () => {}, timeout = TIMEOUT }) {
  async function send(path, { body, signal, within = timeout } = {}) {
    const limit = new AbortController();
    const stop = () => limit.abort();
    const timer = setTimeout(stop, within);
    signal?.addEventListener("abort", stop);
    const headers = { Accept: "application/json" };
    const used = token();
    if (used) headers.Authorization = `Bearer ${used}`;
    if (body) headers["Content-Type"] = "application/json";
    try {
      const response = await fetch(new URL(path, base), {
        method: body ? "POST" : "GET",
        headers,
        body: body && JSON.stringify(body),
        signal: limit.signal,
        credentials: "omit",
        cache: "no-store",
      }).catch(() => {
        throw new Problem("offline");
      });
      if (!response.ok) throw await problemIn(response);
      accepted(used);
      return await response.json().catch(() => {
        throw new Problem("refused", { status: response.status });
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", stop);
    }
  }

  const customerPath = (address) => `api/v1/customers/${encodeURIComponent(address)}`;
  return {
    session: (code) => send("api/v1/session", { body: code ? { code } : {} }),
    assess: (question, signal) => send("api/v1/assessments", { body: question, signal }),
    customer: (address, signal) => send(customerPath(address), { signal }),
    customers: (query, signal) =>
      send(`api/v1/customers?${new URLSearchParams({ q: query, limit: "50" })}`, { signal }),
    mailboxes: () => send("api/v1/mailboxes"),
    rewriting: () => send("api/v1/rewrites"),
    rewrite: (question, signal, within) => send("api/v1/rewrites", { body: question, signal, within }),
    rules: () => send("api/v1/rules"),
    feedback: (what) => send("api/v1/hints/feedback", { body: what }),
  };
}
