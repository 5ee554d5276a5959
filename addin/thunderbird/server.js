// The coach's server: which one this Thunderbird is connected with, and the tokens for it.

import { createApi, Problem } from "./panel/api.js";

const SESSION_SPARE = 60_000; // ms before its end that a session is renewed
const PAIR_LIMIT = 10_000; // ms for the server to answer to a code

const FORGET_LIMIT = 3_000; // ms that a server may take to revoke the token
const MISDIRECTED = 421; // Einklang is there, but is not set up to answer by this name

const isLoopback = (host) => host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);

/**
 * The base of a server's address as somebody types it, without a slash at its end; null where it is none.
 *
 * Only https will do, or http on this very machine: drafts and tokens go there.
 */
export function serverAddress(typed) {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return null;
  const bare = !/^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  const isHere = /^(?:localhost|127\.|\[::1\])/i.test(text);
  let url;
  try {
    url = new URL(bare ? `${isHere ? "http" : "https"}://${text}` : text);
  } catch {
    return null;
  }
  const isSafe = url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
  if (!isSafe || url.username || url.password || !url.hostname) return null;
  return url.origin + url.pathname.replace(/\/(?:try|panel)?\/?$/, "");
}

/** The one origin that the add-on asks Thunderbird's leave for; match patterns know no ports. */
export function permissionFor(address) {
  const { protocol, hostname } = new URL(address);
  return { origins: [`${protocol}//${hostname}/*`] };
}

/** What is known about the pairing: `{ address, token, since }`, or null. */
export async function pairing() {
  const { pairing: kept } = await browser.storage.local.get("pairing");
  return kept ?? null;
}

async function clientLabel() {
  const [{ name, version }, { os }] = await Promise.all([
    browser.runtime.getBrowserInfo(),
    browser.runtime.getPlatformInfo(),
  ]);
  return `${name} ${version}, ${os}`;
}

/** Exchanges a code for this Thunderbird's own token and keeps it; throws a Problem. */
export async function pair(address, code) {
  const response = await fetch(new URL("api/v1/pairing", `${address}/`), {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify({ code, client: "thunderbird", label: await clientLabel() }),
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(PAIR_LIMIT),
  }).catch(() => {
    throw new Problem("offline");
  });
  const body = await response.json().catch(() => null); // another program's page is no JSON
  if (!response.ok || typeof body?.token !== "string") {
    const isCoach = response.headers.get("Content-Type")?.includes("json") && response.status !== 404;
    const kind = response.status === MISDIRECTED ? "misdirected" : isCoach ? "refused" : "unknown";
    throw new Problem(kind, { status: response.status, detail: String(body?.detail ?? "") });
  }
  await browser.storage.session.clear();
  await browser.storage.local.set({ pairing: { address, token: body.token, since: new Date().toISOString() } });
}

/** Has the server revoke the token; a server that is away keeps it, and `einklang addin revoke` ends it there. */
async function disconnect({ address, token }) {
  await fetch(new URL("api/v1/pairing", `${address}/`), {
    method: "DELETE",
    headers: { Authorization: `Bearer ${token}` },
    credentials: "omit",
    signal: AbortSignal.timeout(FORGET_LIMIT),
  }).catch(() => null);
}

/** Forgets the server, its token and the leave to reach it, and has the server revoke the token. */
export async function forget() {
  const known = await pairing();
  await browser.storage.local.remove("pairing");
  await browser.storage.session.clear();
  if (known) await disconnect(known);
  if (known) await browser.permissions.remove(permissionFor(known.address));
}

let making = null; // the exchange on its way: windows that ask at the same time share it

async function makeSession(known) {
  const api = createApi({ base: `${known.address}/`, token: () => "", fetch: (...request) => fetch(...request) });
  const made = await api.session(known.token);
  await browser.storage.session.set({ session: { ...made, address: known.address } });
  return made.token;
}

/** A token for the panel, `renew`ed where the one at hand is refused; throws a Problem ("expired": pair again). */
export async function sessionToken({ renew = false } = {}) {
  const known = await pairing();
  if (known === null) throw new Problem("expired");
  const { session } = await browser.storage.session.get("session");
  const isFresh = session?.address === known.address && Date.parse(session.expires) - Date.now() > SESSION_SPARE;
  if (isFresh && !renew) return session.token;
  making ??= makeSession(known).finally(() => (making = null));
  return making;
}
