import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { createTokens } from "./load.mjs";

let world;
let tokens;

const settle = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  world = { now: 0, answers: [], fetched: 0, timers: [], renewed: 0 };
  tokens = createTokens({
    fetchToken: async () => {
      world.fetched += 1;
      return world.answers.shift() ?? { token: `token-${world.fetched}`, seconds: 600 };
    },
    renewed: () => (world.renewed += 1),
    clock: {
      setTimeout: (run, delay) => world.timers.push({ run, delay }),
      clearTimeout: (timer) => timer && (world.timers[timer - 1].run = () => {}),
      now: () => world.now,
    },
  });
});

test("the first token is fetched at once, and then it is at hand", async () => {
  assert.equal(await tokens.provide(), true);
  assert.equal(await tokens.provide(), true);
  assert.deepEqual([tokens.now(), world.fetched], ["token-1", 1]);
});

test("the next one is fetched ahead of the end of the first, and told", async () => {
  await tokens.provide();
  assert.equal(world.timers[0].delay, 480_000);
  world.timers[0].run();
  await settle();
  assert.deepEqual([tokens.now(), world.renewed], ["token-2", 1]);
});

test("a token that is refused once is replaced at once", async () => {
  await tokens.provide();
  world.now = 300_000;
  assert.equal(await tokens.provide({ isRefused: true }), true);
  assert.equal(tokens.now(), "token-2");
});

test("where every token is refused, fewer and fewer are fetched", async () => {
  await tokens.provide();
  const pauses = [];
  for (let round = 0; round < 5; round += 1) {
    const before = world.timers.length;
    const provided = tokens.provide({ isRefused: true });
    await settle();
    const pause = world.timers.slice(before).find(({ delay }) => delay < 480_000);
    pauses.push(pause?.delay ?? 0);
    pause?.run();
    await provided;
  }
  assert.deepEqual(pauses, [0, 2_000, 10_000, 30_000, 30_000]);
});

test("without Roundcube there is no token, and the old one is not tried again", async () => {
  await tokens.provide();
  world.now = 700_000;
  world.answers = [{}];
  assert.equal(await tokens.provide({ isRefused: true }), false);
});

test("two that ask at a time get the same one", async () => {
  await Promise.all([tokens.provide(), tokens.provide()]);
  assert.equal(world.fetched, 1);
});
