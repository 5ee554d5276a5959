import assert from "node:assert/strict";
import test from "node:test";

import { extend, line, MOST_POINTS, outline } from "../../addin/panel/history.js";

const BOX = { width: 78, height: 18 };
const grow = (...scores) => scores.reduce(extend, []);

test("a score that is not there, or reads as the one before, adds nothing", () => {
  assert.deepEqual(grow(null, 50, 50.3, null, 50.4, 62, 50), [50, 62, 50]);
});

test("a long history keeps its first score and the newest ones", () => {
  const all = Array.from({ length: 3 * MOST_POINTS }, (_, place) => (place % 2 ? 40 + (place % 17) : 80));
  const kept = grow(99, ...all);
  assert.equal(kept.length, MOST_POINTS);
  assert.equal(kept[0], 99);
  assert.deepEqual(kept.slice(1), all.slice(1 - MOST_POINTS));
});

test("one score is no history yet", () => {
  assert.equal(outline(grow(50)), null);
  assert.deepEqual(outline(grow(50, 70, 40, 60)), { first: 50, last: 60, low: 40, high: 70 });
});

test("the line goes from edge to edge, up for more points, and stays in its box", () => {
  for (const scores of [[0, 100], [99, 100], [1, 0], [50, 52], [50, 70, 40, 60]]) {
    const points = line(scores, BOX);
    assert.deepEqual([points[0][0], points.at(-1)[0]], [0, BOX.width]);
    for (const [, y] of points) assert.ok(y >= 0 && y <= BOX.height, `${scores}: ${y}`);
    const [[, first], [, second]] = points;
    assert.equal(Math.sign(first - second), Math.sign(scores[1] - scores[0]));
  }
});

test("a small move stays small", () => {
  const [[, first], [, second]] = line([50, 52], BOX);
  assert.ok(first - second < BOX.height / 4);
});
