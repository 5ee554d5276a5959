import assert from "node:assert/strict";
import { test } from "node:test";

const { badgeFor } = await import(`${process.env.EINKLANG_ADDON}/badge.js`);

const say = (key, values) => [key, ...(values ?? [])].join(" ");
const verdict = (score, hints = 0) => ({ ok: true, unsure: null, score, reasons: Array(hints).fill({}) });

test("the badge is the whole score, its colour the panel's, its tooltip counts the hints", () => {
  assert.deepEqual(badgeFor(verdict(84.6), say), { text: "85", color: "#0b6e65", title: "title_score 85 0" });
  assert.deepEqual(badgeFor(verdict(25.2, 1), say), { text: "25", color: "#a8323f", title: "title_score_one 25 1" });
  assert.equal(badgeFor(verdict(60, 3), say).title, "title_score_hints 60 3");
});

test("why nothing can be said is told, also for a reason of a newer panel", () => {
  assert.equal(badgeFor({ unsure: "offline", score: null }, say).title, "unsure_offline");
  assert.equal(badgeFor({ unsure: "busy", score: null }, say).title, "unsure_busy");
  assert.equal(badgeFor({ unsure: "tired", score: null }, say).title, "unsure_offline");
  assert.equal(badgeFor({ unsure: "slow", score: null }, say).text, "–");
});

test("without a score there is no badge", () => {
  assert.equal(badgeFor(null, say).text, "");
  assert.equal(badgeFor({ ...verdict(1), score: null }, say).text, "");
});
