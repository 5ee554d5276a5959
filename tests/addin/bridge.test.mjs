import assert from "node:assert/strict";
import test from "node:test";

import { openBridge } from "../../addin/panel/bridge.js";

const HOST = "https://mail.example";

function set() {
  const told = [];
  const parent = { postMessage: (message, target) => told.push({ ...message, target }) };
  const listeners = [];
  const window = { parent, addEventListener: (_, listener) => listeners.push(listener) };
  const heard = [];
  const hear = (type) => (message) => heard.push([type, message]);
  const bridge = openBridge({ window, on: { hello: hear("hello"), draft: hear("draft"), check: hear("check") } });
  const say = (data, { source = parent, origin = HOST } = {}) =>
    listeners.forEach((listen) => listen({ data: { einklang: 1, ...data }, source, origin }));
  return { bridge, say, heard, told };
}

const HELLO = { type: "hello", token: "t" };
const DRAFT = { type: "draft", seq: 1, text: "Hallo" };

test("hello, draft and check of the host are heard", () => {
  const { say, heard } = set();
  say(HELLO);
  say(DRAFT);
  say({ type: "check", id: "c1", draft: { seq: 2, text: "Hallo" } });
  assert.deepEqual(heard.map(([type]) => type), ["hello", "draft", "check"]);
});

test("who else gets the mail, what is attached and which mailbox it leaves are heard", () => {
  const { say, heard } = set();
  say(HELLO);
  say({ ...DRAFT, cc: ["a@x.example"], attachments: 0, mailbox: "support@x.example" });
  say({ ...DRAFT, attachments: null, mailbox: null });
  assert.deepEqual(heard.slice(1).map(([, message]) => message.attachments), [0, null]);
});

test("another window is not heard, even from the host's origin", () => {
  const { say, heard } = set();
  say(HELLO, { source: {} });
  assert.equal(heard.length, 0);
});

test("after the first hello no other origin is heard", () => {
  const { say, heard } = set();
  say(HELLO);
  say({ ...HELLO, token: "stolen" }, { origin: "https://evil.example" });
  say(DRAFT, { origin: "https://evil.example" });
  assert.equal(heard.length, 1);
});

test("an opaque origin is never heard", () => {
  const { say, heard } = set();
  say(HELLO, { origin: "null" });
  assert.equal(heard.length, 0);
});

test("a draft before hello is not heard", () => {
  const { say, heard } = set();
  say(DRAFT);
  assert.equal(heard.length, 0);
});

test("malformed messages and other people's messages are dropped", () => {
  const { say, heard } = set();
  say(HELLO);
  for (const bad of [
    { type: "draft", seq: 1 },
    { type: "draft", seq: "1", text: "x" },
    { type: "draft", seq: 1, text: "x", recipients: "a@x.example" },
    { type: "draft", seq: 1, text: "x", cc: [7] },
    { type: "draft", seq: 1, text: "x", attachments: -1 },
    { type: "draft", seq: 1, text: "x", attachments: "2" },
    { type: "draft", seq: 1, text: "x", mailbox: ["support@x.example"] },
    { type: "hello", token: 7 },
    { type: "check", id: "c", draft: null },
    { type: "constructor" },
    { ...DRAFT, einklang: 2 },
  ]) {
    say(bad);
  }
  assert.equal(heard.length, 1);
});

test("nothing but ready is said before the host is known, and then only to its origin", () => {
  const { bridge, say, told } = set();
  bridge.ready("loaded");
  bridge.send("verdict", { ok: true });
  assert.deepEqual(told, [{ einklang: 1, type: "ready", why: "loaded", target: "*" }]);
  say(HELLO);
  bridge.send("verdict", { ok: true });
  bridge.ready("token");
  assert.deepEqual(told.slice(1).map((message) => message.target), [HOST, HOST]);
});
