import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

import { createGate } from "./load.mjs";

const settle = () => new Promise((resolve) => setImmediate(resolve));

let world;
let gate;

beforeEach(() => {
  world = { there: true, complete: true, draft: "a", sent: [], asked: [], checks: [], told: [], timers: [], answers: [], backs: 0 };
  gate = createGate({
    isThere: () => world.there,
    check: (id) => world.checks.push(id),
    question: async (verdict) => {
      world.asked.push(verdict);
      return world.answers.shift();
    },
    complete: () => world.complete,
    draftKey: () => world.draft,
    send: () => world.sent.push(gate.beforeSend({ nocheck: true })),
    back: () => (world.backs += 1),
    tell: (key) => {
      world.told.push(key);
      return () => world.told.push(`no ${key}`);
    },
    clock: { setTimeout: (run, delay, ...values) => world.timers.push({ run: () => run(...values), delay }), clearTimeout() {} },
  });
});

const hear = async (verdict) => {
  gate.hear({ for: world.checks.at(-1), unsure: null, ...verdict });
  await settle();
};

test("a mail that fits is sent once, and nothing is asked", async () => {
  assert.equal(gate.beforeSend(""), false);
  await hear({ ok: true });
  assert.deepEqual(world.sent, [undefined]);
  assert.deepEqual([world.asked, world.told], [[], ["checking", "no checking"]]);
});

test("a mail that is held stays when the user goes back, and is looked at anew", async () => {
  world.answers = [false];
  gate.beforeSend("");
  await hear({ ok: false, score: 20 });
  assert.deepEqual([world.sent, world.backs], [[], 1]);
  gate.beforeSend("");
  assert.equal(world.checks.length, 2);
});

test("a held mail is sent once when the user says so", async () => {
  world.answers = [true];
  gate.beforeSend("");
  await hear({ ok: false });
  assert.deepEqual(world.sent, [undefined]);
});

test("pressing twice asks once and sends once", async () => {
  assert.equal(gate.beforeSend(""), false);
  assert.equal(gate.beforeSend(""), false);
  await hear({ ok: true });
  assert.deepEqual([world.checks.length, world.sent.length], [1, 1]);
});

test("without an answer the mail goes after two seconds, and this is said", async () => {
  gate.beforeSend("");
  assert.deepEqual(world.timers.map(({ delay }) => delay), [2000]);
  world.timers[0].run();
  await settle();
  assert.equal(world.sent.length, 1);
  assert.equal(world.told.at(-1), "unchecked");
  await hear({ ok: false }); // too late
  assert.deepEqual([world.sent.length, world.asked.length], [1, 0]);
});

test("a panel that cannot say lets the mail go, and this is said", async () => {
  gate.beforeSend("");
  await hear({ ok: true, unsure: "offline" });
  assert.equal(world.sent.length, 1);
  assert.ok(world.told.includes("unchecked"));
});

test("without a panel nothing is waited for", async () => {
  world.there = false;
  gate.beforeSend("");
  await settle();
  assert.deepEqual([world.checks.length, world.timers.length, world.sent.length], [0, 0, 1]);
});

test("what is missing in the mail is said first, and nothing is asked meanwhile", () => {
  world.complete = false;
  assert.equal(gate.beforeSend(""), false);
  assert.equal(world.checks.length, 0);
  gate.beforeSend({ nocheck: true }); // Roundcube comes again once all is there
  assert.equal(world.checks.length, 1);
});

test("a draft that was let go is not asked about again while it stands as it was", async () => {
  world.answers = [true];
  gate.beforeSend("");
  await hear({ ok: false });
  assert.equal(gate.beforeSend(""), undefined); // the mail server refused it, the user presses again
  world.draft = "b";
  assert.equal(gate.beforeSend(""), false);
});

test("a dialogue that cannot be shown loses no mail", async () => {
  const failing = createGate({
    isThere: () => true, check: (id) => world.checks.push(id), question: () => Promise.reject(new Error("no dialogue")),
    complete: () => true, draftKey: () => "a", send: () => world.sent.push("sent"), back() {}, tell: () => () => {},
    clock: { setTimeout: () => 0, clearTimeout() {} },
  });
  const complain = mock.method(console, "error", () => {});
  failing.beforeSend("");
  failing.hear({ for: world.checks.at(-1), ok: false });
  await settle();
  assert.deepEqual(world.sent, ["sent"]);
  assert.equal(complain.mock.callCount(), 1);
});
