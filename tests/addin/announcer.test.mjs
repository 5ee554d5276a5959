import assert from "node:assert/strict";
import test from "node:test";

import { createAnnouncer, SETTLED } from "../../addin/panel/announcer.js";
import { createClock } from "./fake_clock.mjs";

function set() {
  const spoken = [];
  const region = { set textContent(text) { spoken.push(text); } };
  const clock = createClock();
  return { clock, spoken, announcer: createAnnouncer({ region, clock }) };
}

test("the score is spoken only when it has settled, not at each key", async () => {
  const { clock, spoken, announcer } = set();
  for (const score of [40, 45, 52]) {
    announcer.say(`${score} of 100`);
    await clock.tick(SETTLED / 2);
  }
  assert.deepEqual(spoken, []);
  await clock.tick(SETTLED);
  assert.deepEqual(spoken, ["52 of 100"]);
});

test("the same score is not spoken twice", async () => {
  const { clock, spoken, announcer } = set();
  for (const score of [52, 60, 52]) announcer.say(`${score} of 100`);
  await clock.tick(SETTLED);
  announcer.say("52 of 100");
  await clock.tick(SETTLED);
  assert.deepEqual(spoken, ["52 of 100"]);
});
