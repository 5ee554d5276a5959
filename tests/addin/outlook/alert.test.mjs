import assert from "node:assert/strict";
import test from "node:test";

import { alertFor, printOf, questionOf } from "../../../addin/outlook/web/alert.js";
import { TEXTS } from "../../../addin/outlook/web/texts.js";
import { createSpeaker } from "../../../addin/panel/language.js";

const DE = createSpeaker("de", TEXTS);
const EN = createSpeaker("en", TEXTS);
const reason = (text) => ({ severity: "high", message: { de: `${text} (de)`, en: `${text} (en)` } });
const verdict = (more) => ({ for: "1", ok: false, unsure: null, score: 31.4, seq: 1, language: "de", reasons: [], ...more });

test("the print of a text does not depend on how a client breaks and pads its lines", () => {
  const prints = ["Hallo Frau Krause,\n\nbis bald", "Hallo\u00a0Frau Krause,\r\n\r\n\r\nbis bald\r\n", "Hallo Frau Krause, bis\u200b bald"];
  assert.equal(new Set(prints.map(printOf)).size, 1);
});

test("the print tells texts apart that differ in one letter, or in the order of two", () => {
  const texts = ["", "a", "b", "ab", "ba", "Grüße", "Grüsse", "x".repeat(1000), "x".repeat(1001), "👍", "👎"];
  assert.equal(new Set(texts.map(printOf)).size, texts.length);
});

test("where nothing is to be asked nothing is left", () => {
  const about = { print: "p", now: 1, speaker: DE };
  assert.equal(alertFor(verdict({ ok: true }), about), "");
  assert.equal(alertFor(verdict({ ok: false, unsure: "slow" }), about), "");
});

test("an alert holds the print, the time, a question and a label for the button, and no word of the mail", () => {
  const alert = JSON.parse(alertFor(verdict({ reasons: [reason("Anrede")] }), { print: "p", now: 5, speaker: DE }));
  assert.deepEqual(Object.keys(alert).sort(), ["ask", "at", "label", "message", "print", "v"]);
  assert.equal(alert.at, 5);
  assert.match(alert.message, /31 von 100/);
  assert.match(alert.message, /Anrede \(de\)/);
});

test("the question is in the user's language and names the score only where there is one", () => {
  assert.match(questionOf(verdict(), EN), /31 of 100/);
  assert.doesNotMatch(questionOf(verdict({ score: null }), EN), /of 100|null/);
});

test("the question keeps within 500 characters, with whole reasons only", () => {
  const many = Array.from({ length: 9 }, (_, place) => reason(`${place} ${"lang ".repeat(30)}`));
  for (const reasons of [many, [reason("x".repeat(2000))], many.slice(0, 3)]) {
    const said = questionOf(verdict({ reasons }), DE);
    assert.ok(said.length <= 500, String(said.length));
    assert.ok(said.endsWith("Trotzdem senden?"));
    for (const line of said.split("\n").filter((one) => one.startsWith("–"))) assert.ok(line.endsWith("(de)"));
  }
});

test("the label of the button fits into Outlook's 20 characters in both languages", () => {
  for (const speaker of [DE, EN]) assert.ok(speaker.say("open_pane").length <= 20);
});

test("both languages say the same things", () => {
  assert.deepEqual(Object.keys(TEXTS.de), Object.keys(TEXTS.en));
});
