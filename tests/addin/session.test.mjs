import assert from "node:assert/strict";
import test from "node:test";

import { Problem } from "../../addin/panel/api.js";
import { createSession, takeCode } from "../../addin/try/session.js";

/** A session over an API that gives `answers` in order (a problem is thrown), and a user who pastes `pastes`. */
function set({ answers, pastes = [], code = null }) {
  const log = [];
  const api = {
    async session(given) {
      log.push(["session", given]);
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return { token: answer };
    },
  };
  const form = {
    async ask(reason) {
      log.push(["ask", reason]);
      return pastes.shift();
    },
    say: (key) => log.push(["say", key]),
    async retry() {
      log.push(["retry"]);
    },
  };
  return { session: createSession({ api, form, code, pause: 1 }), log };
}

const refused = () => new Problem("expired", { status: 401 });

test("a demo server gives a token for nothing", async () => {
  const { session, log } = set({ answers: ["demo-token"] });
  assert.equal(await session.open(), "demo-token");
  assert.equal(await session.open(), "demo-token");
  assert.deepEqual(log.filter(([what]) => what === "session"), [["session", null]]);
});

test("the code of the link is used once", async () => {
  const { session, log } = set({ answers: ["one", "two"], code: "from-link" });
  await session.open();
  await session.open({ renew: true });
  assert.deepEqual(log.filter(([what]) => what === "session"), [["session", "from-link"], ["session", null]]);
});

test("a code that is refused leads to the form, and says why", async () => {
  const { session, log } = set({ answers: [refused(), "fresh"], pastes: [" pasted\n"], code: "stale" });
  assert.equal(await session.open(), "fresh");
  assert.deepEqual(log.find(([what]) => what === "ask"), ["ask", "code_refused"]);
  assert.deepEqual(log.filter(([what]) => what === "session").at(-1), ["session", "pasted"]);
});

test("a pasted token is only exchanged, and asked for again when it is refused", async () => {
  const { session, log } = set({ answers: [refused(), refused(), "short"], pastes: ["wrong", "right"] });
  assert.equal(await session.open(), "short");
  assert.equal(session.token(), "short");
  assert.deepEqual(log.filter(([what]) => what === "ask"), [["ask", null], ["ask", "token_refused"]]);
});

test("a server that is starting is waited for", async () => {
  const { session, log } = set({ answers: [new Problem("starting"), new Problem("starting"), "up"] });
  assert.equal(await session.open(), "up");
  assert.ok(log.some(([what, key]) => what === "say" && key === "server_starting"));
  assert.deepEqual(log.at(-1), ["say", null]);
});

test("a server that is away or broken is tried again when the user says so", async () => {
  const { session, log } = set({ answers: [new Problem("offline"), new Problem("refused", { status: 500 }), "up"] });
  assert.equal(await session.open(), "up");
  assert.equal(log.filter(([what]) => what === "retry").length, 2);
});

test("a server that is asked too often is not called away, and the token is not called wrong", async () => {
  const busy = () => new Problem("busy", { status: 429 });
  const { session, log } = set({ answers: [busy(), refused(), busy(), "up"], pastes: ["one", "two"] });
  assert.equal(await session.open(), "up");
  assert.deepEqual(log.find(([what]) => what === "say"), ["say", "server_busy"]);
  assert.deepEqual(log.filter(([what]) => what === "ask"), [["ask", null], ["ask", "server_busy"]]);
  assert.equal(log.filter(([what]) => what === "retry").length, 1);
});

test("a code leaves the address at once, the rest of the address stays", () => {
  const replaced = [];
  const history = { replaceState: (...values) => replaced.push(values[2]) };
  const location = { hash: "#code=a%2Bb", pathname: "/try", search: "?lang=de" };
  assert.equal(takeCode(location, history), "a+b");
  assert.equal(takeCode({ ...location, hash: "" }, history), null);
  assert.deepEqual(replaced, ["/try?lang=de"]);
});
