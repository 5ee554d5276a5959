import assert from "node:assert/strict";
import test from "node:test";

import { createPolling, OFTEN, SELDOM } from "../../../addin/outlook/web/polling.js";
import { createClock, settle } from "../fake_clock.mjs";

function set({ answers = [], took = 0, isVisible = () => true } = {}) {
  const clock = createClock();
  const looks = [];
  let open = 0;
  let most = 0;
  const look = async () => {
    looks.push(clock.now());
    open += 1;
    most = Math.max(most, open);
    const answer = answers[looks.length - 1] ?? false;
    if (took > 0) await new Promise((resolve) => clock.setTimeout(resolve, took));
    open -= 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const polling = createPolling({ look, isVisible, clock });
  const pauses = () => looks.slice(1).map((at, place) => at - looks[place]);
  return { polling, clock, looks, pauses, most: () => most };
}

test("a draft that changes is read every 1.5 s", async () => {
  const { polling, clock, pauses } = set({ answers: [true, true, true, true] });
  polling.now();
  await settle();
  await clock.tick(4500);
  assert.deepEqual(pauses(), [OFTEN, OFTEN, OFTEN]);
});

test("a draft that rests is read less and less often, down to every 6 s, and often again once it changes", async () => {
  const { polling, clock, pauses } = set({ answers: [false, false, false, false, false, true] });
  polling.now();
  await settle();
  await clock.tick(40_000);
  assert.deepEqual(pauses().slice(0, 4), [2250, 3375, 5062.5, SELDOM]);
  assert.equal(pauses()[5], OFTEN);
});

test("a client that takes long to read is given ten times as long a rest", async () => {
  const { polling, clock, pauses } = set({ answers: [true, true, true], took: 800 });
  polling.now();
  await settle();
  await clock.tick(20_000);
  assert.deepEqual(pauses().slice(0, 2), [8800, 8800]);
});

test("no read begins before the one before it has ended, however often one is asked for", async () => {
  const { polling, clock, looks, most } = set({ took: 1000 });
  for (let time = 0; time < 5; time += 1) polling.now();
  await clock.tick(2100);
  assert.equal(most(), 1);
  assert.equal(looks.length, 2); // the one under way, and one more for all that were asked for meanwhile
});

test("nothing is read while nobody looks, and at once when somebody does", async () => {
  let visible = true;
  const { polling, clock, looks } = set({ isVisible: () => visible });
  polling.now();
  await settle();
  visible = false;
  polling.seen();
  await clock.tick(60_000);
  assert.equal(looks.length, 1);
  visible = true;
  polling.seen();
  await settle();
  assert.equal(looks.length, 2);
});

test("a pane that is hidden while a read is under way rests after it", async () => {
  let visible = true;
  const { polling, clock, looks } = set({ took: 500, isVisible: () => visible });
  polling.now();
  visible = false;
  polling.seen();
  await clock.tick(60_000);
  assert.equal(looks.length, 1);
});

test("a body that is not handed out is asked for again, seldom", async () => {
  const { polling, clock, pauses } = set({ answers: [new Error("no"), new Error("no"), true] });
  polling.now();
  await settle();
  await clock.tick(60_000);
  assert.deepEqual(pauses().slice(0, 3), [12_000, 24_000, OFTEN]);
});
