import assert from "node:assert/strict";
import test from "node:test";

import { createPlace, createSession } from "../../../addin/outlook/web/session.js";

const json = (status, body) => ({ ok: status < 400, status, json: async () => body });

function storageOf(entries = {}) {
  const held = new Map(Object.entries(entries));
  return { held, getItem: (key) => held.get(key) ?? null, setItem: (key, value) => held.set(key, value), removeItem: (key) => held.delete(key) };
}

function set({ answers, codes = [], kept = null }) {
  const asked = [];
  const told = [];
  const storage = storageOf(kept === null ? {} : { "einklang.outlook.token": kept });
  const fetch = async (url, { method, headers, body }) => {
    if (method === "DELETE") asked.push({ path: url.pathname, bearer: headers.Authorization });
    else asked.push({ path: url.pathname, body: JSON.parse(body) });
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const form = {
    code: async (reason) => {
      told.push(["code", reason]);
      return codes.shift();
    },
    say: (key) => key && told.push(["say", key]),
    retry: async () => told.push(["retry"]),
  };
  const place = createPlace(() => storage, undefined);
  const session = createSession({ base: new URL("https://coach.example/"), fetch, place, form, label: "Outlook", pause: 0 });
  return { session, asked, told, storage, place };
}

test("a demo gives a session without a code", async () => {
  const { session, asked, told } = set({ answers: [json(200, { token: "short" })] });
  assert.equal(await session.open(), "short");
  assert.deepEqual(asked, [{ path: "/api/v1/session", body: {} }]);
  assert.deepEqual(told, []);
});

test("a code is exchanged for a token that is kept, and that for a session", async () => {
  const answers = [json(401), json(200, { token: "long" }), json(200, { token: "short" })];
  const { session, asked, storage } = set({ answers, codes: ["ABCD2345"] });
  assert.equal(await session.open(), "short");
  assert.deepEqual(asked[1], { path: "/api/v1/pairing", body: { code: "ABCD2345", client: "outlook", label: "Outlook" } });
  assert.deepEqual(asked[2].body, { code: "long" });
  assert.deepEqual([...storage.held], [["einklang.outlook.token", "long"]]);
});

test("a wrong code is asked for again, and too many tries are told", async () => {
  const answers = [json(401), json(401), json(422), json(429), json(200, { token: "long" }), json(200, { token: "short" })];
  const { session, told } = set({ answers, codes: ["A", "B", "C", "D"] });
  await session.open();
  assert.deepEqual(told, [["code", null], ["code", "code_refused"], ["code", "code_refused"], ["code", "code_wait"]]);
});

test("a kept token that was revoked or is none is forgotten, and the reason is said", async () => {
  for (const status of [401, 422]) {
    const answers = [json(status), json(200, { token: "new" }), json(200, { token: "short" })];
    const { session, told, place } = set({ answers, codes: ["A"], kept: "old" });
    await session.open();
    assert.deepEqual(told, [["code", "paired_before"]]);
    assert.equal(place.read(), "new");
  }
});

test("too many tries and a name that is not the server's cost no pairing", async () => {
  const { session, told, place } = set({ answers: [json(429), json(421), json(200, { token: "short" })], kept: "long" });
  assert.equal(await session.open(), "short");
  assert.deepEqual(told.filter(([what]) => what === "say").map(([, key]) => key), ["server_busy", "server_name"]);
  assert.equal(place.read(), "long");
});

test("what a proxy answers of its own costs no pairing and is not said of a code", async () => {
  for (const status of [403, 404, 408, 413]) {
    const { session, told, place } = set({ answers: [json(status), json(200, { token: "short" })], kept: "long" });
    assert.equal(await session.open(), "short");
    assert.deepEqual([told, place.read()], [[["say", "server_refused"], ["retry"]], "long"], status);

    const answers = [json(401), json(status), json(200, { token: "long" }), json(200, { token: "short" })];
    const pairing = set({ answers, codes: ["A", "A"] });
    await pairing.session.open();
    assert.deepEqual(pairing.told, [["code", null], ["say", "server_refused"], ["retry"], ["code", null]], status);
  }
});

test("without a pairing too many tries are told, and no code is asked for", async () => {
  const { session, told } = set({ answers: [json(429), json(200, { token: "short" })] });
  assert.equal(await session.open(), "short");
  assert.deepEqual(told, [["say", "server_busy"], ["retry"]]);
});

test("a server that is away, starting or broken costs no pairing", async () => {
  const answers = [new TypeError("refused"), json(503), json(500), json(504), json(200, { token: "short" })];
  const { session, told, place } = set({ answers, kept: "long" });
  assert.equal(await session.open(), "short");
  assert.deepEqual(told.filter(([what]) => what === "say").map(([, key]) => key), ["server_away", "server_starting", "server_refused", "server_away"]);
  assert.equal(place.read(), "long");
});

test("an answer without a token is no session", async () => {
  const { session, told } = set({ answers: [json(200, null), json(200, { token: "short" })] });
  assert.equal(await session.open(), "short");
  assert.deepEqual(told, [["say", "server_refused"], ["retry"]]);
});

test("a renewal asks the server once, however many ask for it", async () => {
  const { session, asked } = set({ answers: [json(200, { token: "one" }), json(200, { token: "two" })], kept: "long" });
  await session.open();
  assert.equal(await session.open(), "one");
  assert.deepEqual(await Promise.all([session.open({ renew: true }), session.open({ renew: true })]), ["two", "two"]);
  assert.equal(asked.length, 2);
});

test("Office on the web keeps the token under the key of its partition, others under a plain one", () => {
  const storage = storageOf();
  createPlace(() => storage, "outlook.example#1").write("t");
  assert.deepEqual([...storage.held.keys()], ["outlook.example#1einklang.outlook.token"]);
  assert.equal(createPlace(() => storage, "other").read(), null);
});

test("where storage is forbidden the token is remembered as long as the pane is open", () => {
  const place = createPlace(() => {
    throw new Error("SecurityError");
  }, undefined);
  place.write("t");
  assert.equal(place.read(), "t");
  place.write(null);
  assert.equal(place.read(), null);
});

test("disconnecting ends the token on the server and forgets it here, even where the server is away", async () => {
  for (const answer of [json(204), new TypeError("refused")]) {
    const { session, asked, place } = set({ answers: [answer], kept: "long" });
    await session.forget();
    assert.deepEqual(asked, [{ path: "/api/v1/pairing", bearer: "Bearer long" }]);
    assert.equal(place.read(), null);
  }
});
