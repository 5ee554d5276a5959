import assert from "node:assert/strict";
import test from "node:test";

import { contributions, levelOf, verdictOf } from "../../addin/panel/score.js";
import { TEXTS } from "../../addin/panel/texts.js";

test("every score has words in both languages, and better scores never worse words", () => {
  const words = [];
  for (let score = 0; score <= 100; score += 1) {
    const { word } = levelOf(score);
    assert.ok(TEXTS.de[`fits_${word}`] && TEXTS.en[`fits_${word}`], word);
    if (words.at(-1) !== word) words.push(word);
  }
  assert.deepEqual(words, ["not", "anybody", "partly", "well", "very_well"]);
});

test("a score of 50 reads as to anybody, one of 85 as a very good fit", () => {
  assert.equal(levelOf(50).word, "anybody");
  assert.equal(levelOf(85).word, "very_well");
});

test("small contributions are summed, none is lost", () => {
  const deviations = [-12, 0.2, -0.3, 5].map((points) => ({ points }));
  const { worth, small, smallPoints } = contributions(deviations);
  assert.deepEqual(worth.map((one) => one.points), [-12, 5]);
  assert.equal(small, 2);
  assert.ok(Math.abs(smallPoints + 0.1) < 1e-9);
});

test("only the heaviest contributions have a line, the rest is summed", () => {
  const deviations = Array.from({ length: 12 }, (_, index) => ({ points: index % 2 ? index + 1 : -(index + 1) }));
  const { worth, small, smallPoints } = contributions(deviations);
  assert.deepEqual(worth.map((one) => Math.abs(one.points)), [5, 6, 7, 8, 9, 10, 11, 12]);
  assert.deepEqual([small, smallPoints], [4, -1 + 2 - 3 + 4]);
});

const state = (score, band, hints = [], hold_on_send = "ask") => ({ answer: { score, band, hold_on_send }, hints });
const held = { severity: "advice", hold: true, message: { de: "Ohne Anhang", en: "Nothing attached" } };

test("an open hint that is worth asking about, or a score surely below anybody's, asks before sending", () => {
  assert.equal(verdictOf(state(80, [70, 90])).ok, true);
  assert.equal(verdictOf(state(80, [70, 90], [held])).ok, false);
  assert.equal(verdictOf(state(80, [70, 90], [{ ...held, severity: "warning", hold: false }])).ok, true);
  assert.equal(verdictOf(state(40, [30, 49.9])).ok, false);
  assert.equal(verdictOf(state(40, [30, 50])).ok, true);
});

test("a server that is told never to hold a mail says ok to all, and still what is open", () => {
  const verdict = verdictOf(state(20, [10, 30], [held], "never"));
  assert.equal(verdict.ok, true);
  assert.deepEqual(verdict.reasons, [{ severity: "advice", message: held.message }]);
});

test("a coach that cannot answer never holds a mail", () => {
  const verdict = verdictOf(state(20, [10, 30], [held]), "offline");
  assert.deepEqual([verdict.ok, verdict.unsure, verdict.score], [true, "offline", null]);
  assert.equal(verdictOf({ answer: null, hints: [] }).ok, true);
});

test("a hint that went no longer holds a mail, and is no reason", () => {
  const verdict = verdictOf(state(80, [70, 90], [{ ...held, gone: true }]));
  assert.deepEqual([verdict.ok, verdict.reasons], [true, []]);
});
