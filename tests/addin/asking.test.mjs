import assert from "node:assert/strict";
import test from "node:test";

import { createAsker, GRACE, PATIENCE, PAUSE, retryIn } from "../../addin/panel/asking.js";
import { Problem } from "../../addin/panel/api.js";
import { createClock, createServer, settle } from "./fake_clock.mjs";

function set() {
  const clock = createClock();
  const server = createServer();
  const seen = [];
  const asker = createAsker({
    ask: server.ask,
    began: (question) => seen.push(["began", question]),
    answered: (answer, question) => seen.push(["answered", answer, question]),
    failed: (problem, question) => seen.push(["failed", problem.kind, question]),
    clock,
  });
  const answers = () => seen.filter(([what]) => what === "answered").map(([, answer]) => answer);
  return { clock, asker, seen, answers, ...server };
}

test("one question is asked after the pause, about the last text", async () => {
  const { clock, asker, asked } = set();
  for (const text of ["H", "Ha", "Hal"]) {
    asker.want(text);
    await clock.tick(50);
  }
  assert.equal(asked.length, 0);
  await clock.tick(PAUSE);
  assert.deepEqual(asked.map((one) => one.question), ["Hal"]);
});

test("with an answer of 50 ms the score stands within 300 ms of the last key", async () => {
  const { clock, asker, asked, answers } = set();
  asker.want("Hallo");
  const lastKey = clock.now();
  while (asked.length === 0) await clock.tick(10);
  await clock.tick(50);
  asked[0].answer("85");
  await settle();
  assert.deepEqual(answers(), ["85"]);
  assert.ok(clock.now() - lastKey <= 300, `${clock.now() - lastKey} ms`);
});

test("typing without a pause is asked about all the same, once its patience is over", async () => {
  const { clock, asker, asked } = set();
  for (let key = 0; key < 25; key += 1) {
    asker.want(`text ${key}`);
    await clock.tick(100);
    asked.at(-1)?.answer("85");
    await settle();
  }
  assert.ok(asked.length >= 2 && asked.length <= Math.ceil(2500 / PATIENCE) + 1, `${asked.length} questions`);
});

test("an applied hint is asked about at once", async () => {
  const { asker, asked } = set();
  asker.want("neu", { now: true });
  await settle();
  assert.equal(asked.length, 1);
});

test("an answer that comes after a newer one is dropped, and its request aborted", async () => {
  const { asker, asked, answers } = set();
  asker.want("first", { now: true });
  asker.want("second", { now: true });
  assert.equal(asked[0].signal.aborted, true);
  asked[1].answer("of second");
  await settle();
  asked[0].answer("of first");
  await settle();
  assert.deepEqual(answers(), ["of second"]);
});

test("typing on lets a slow answer come, and asks about the newest text right after it", async () => {
  const { clock, asker, asked, answers } = set();
  asker.want("first", { now: true });
  for (const text of ["second", "third"]) {
    asker.want(text);
    await clock.tick(PAUSE + 1);
  }
  assert.equal(asked.length, 1);
  assert.equal(asked[0].signal.aborted, false);
  asked[0].answer("of first");
  await settle();
  assert.deepEqual(answers(), ["of first"]);
  assert.deepEqual(asked.map((one) => one.question), ["first", "third"]);
});

test("an answer that takes longer than its grace is broken off for the newer question", async () => {
  const { clock, asker, asked } = set();
  asker.want("first", { now: true });
  asker.want("second");
  await clock.tick(GRACE - 1);
  assert.equal(asked.length, 1);
  await clock.tick(1);
  assert.equal(asked[0].signal.aborted, true);
  assert.deepEqual(asked.map((one) => one.question), ["first", "second"]);
});

test("where the running question fails, the one that waits for it is asked at once", async () => {
  const { clock, asker, asked } = set();
  asker.want("first", { now: true });
  asker.want("second");
  await clock.tick(PAUSE + 1);
  asked[0].fail(new Problem("offline"));
  await settle();
  assert.deepEqual(asked.map((one) => one.question), ["first", "second"]);
});

test("nobody waits for an answer when nothing newer was written", async () => {
  const { clock, asker, asked, answers } = set();
  asker.want("only", { now: true });
  asked[0].answer("of only");
  await settle();
  await clock.tick(60_000);
  assert.equal(asked.length, 1);
  assert.deepEqual(answers(), ["of only"]);
});

test("an aborted request that fails late says nothing", async () => {
  const { asker, asked, seen } = set();
  asker.want("first", { now: true });
  asker.want("second", { now: true });
  asked[0].fail(new Problem("offline"));
  await settle();
  assert.equal(seen.some(([what]) => what === "failed"), false);
});

test("a server that is away is asked again, ever more rarely, until it answers", async () => {
  const { clock, asker, asked, answers, seen } = set();
  asker.want("text", { now: true });
  const times = [];
  for (let round = 0; round < 4; round += 1) {
    asked.at(-1).fail(new Problem("offline"));
    await settle();
    const since = clock.now();
    const before = asked.length;
    while (asked.length === before) await clock.tick(100);
    times.push(clock.now() - since);
  }
  assert.deepEqual(times, [1000, 2000, 4000, 8000]);
  asked.at(-1).answer("back");
  await settle();
  assert.deepEqual(answers(), ["back"]);
  await clock.tick(60_000);
  assert.equal(asked.length, 5);
  assert.equal(seen.filter(([what]) => what === "failed").length, 4);
});

test("typing while the server is away asks with the newest text", async () => {
  const { clock, asker, asked } = set();
  asker.want("old", { now: true });
  asked[0].fail(new Problem("offline"));
  await settle();
  asker.want("new");
  await clock.tick(PAUSE);
  assert.equal(asked.at(-1).question, "new");
  await clock.tick(5000);
  assert.equal(asked.length, 2);
});

test("a server that asks to be left alone is asked nothing until then, then about the newest text", async () => {
  const { clock, asker, asked, answers } = set();
  asker.want("old", { now: true });
  asker.want("waits for it");
  await clock.tick(PAUSE);
  asked[0].fail(new Problem("busy", { wait: 30_000 }));
  await settle();
  for (let second = 0; second < 29; second += 1) {
    asker.want(`text ${second}`);
    if (second % 10 === 5) asker.want(`text ${second}, applied`, { now: true });
    if (second % 10 === 6) asker.again();
    await clock.tick(1_000);
  }
  await clock.tick(999);
  assert.equal(asked.length, 1);
  await clock.tick(1);
  assert.deepEqual(asked.map((one) => one.question), ["old", "text 28"]);
  asked[1].answer("there");
  await settle();
  assert.deepEqual(answers(), ["there"]);
  asker.want("newer");
  await clock.tick(PAUSE);
  assert.equal(asked.at(-1).question, "newer");
});

test("a server that is asked too often and names no time is asked again by and by", async () => {
  const { clock, asker, asked } = set();
  asker.want("text", { now: true });
  asked[0].fail(new Problem("busy"));
  await settle();
  await clock.tick(1_000);
  assert.equal(asked.length, 2);
});

test("a refused or expired question is not repeated by itself", async () => {
  for (const kind of ["refused", "expired"]) {
    const { clock, asker, asked } = set();
    asker.want("text", { now: true });
    asked[0].fail(new Problem(kind));
    await clock.tick(60_000);
    assert.equal(asked.length, 1, kind);
    asker.again();
    assert.equal(asked.length, 2, kind);
  }
});

test("a starting server is asked again soon, however often", () => {
  assert.equal(retryIn(new Problem("starting"), 1), retryIn(new Problem("starting"), 40));
});

test("after cancel neither a waiting question nor an answer on its way is heard of", async () => {
  const { clock, asker, asked, answers } = set();
  asker.want("asked", { now: true });
  asker.cancel();
  asked[0].answer("late");
  asker.want("waiting");
  asker.cancel();
  await clock.tick(5000);
  assert.equal(asked.length, 1);
  assert.deepEqual(answers(), []);
});
