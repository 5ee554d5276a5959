import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf, written } from "./load.mjs";

const INTRO = "Am 2026-11-21 09:00, schrieb Sabine Krause:";
const QUOTED = `${INTRO}\n> Guten Tag,\n> \n> wann kommt jemand?`;
const SIGNATURE = "-- \nJana Brandt\nService";

const about = (whole, more = {}) => written(whole, { intro: INTRO, original: "Originalnachricht", ...more }).text;

test("what stands above the quotation is the user's own", () => {
  assert.equal(about(`Hallo,\n\nmorgen.\n\n${QUOTED}`), "Hallo,\n\nmorgen.");
});

test("what stands below the quotation is the user's own", () => {
  assert.equal(about(`${QUOTED}\n\nHallo,\n\nmorgen.`), "Hallo,\n\nmorgen.");
});

test("answers between quoted lines are all the user's own", () => {
  assert.equal(about(`${INTRO}\n> Wann?\nMorgen.\n> Wer?\nIch.`), "Morgen.\n\nIch.");
});

test("the line above the quotation is known though an editor has broken it", () => {
  assert.equal(about(`Gern.\n\nAm 2026-11-21 09:00,\nschrieb Sabine\u00a0Krause: \n\n> Guten Tag`), "Gern.");
});

test("a line of the user's own that ends in a colon stays", () => {
  assert.equal(about("Dazu Frau Krause schrieb:\n> Wann?\n"), "Dazu Frau Krause schrieb:");
});

test("a sign that compares two numbers is no quotation", () => {
  assert.equal(about("Der Wert ist 5\nund 7 > 5."), "Der Wert ist 5\nund 7 > 5.");
});

test("the signature of the identity is left out, wherever it stands", () => {
  assert.equal(about(`Hallo.\n\n${SIGNATURE}\n\n${QUOTED}`, { signature: SIGNATURE }), "Hallo.");
  assert.equal(about("Hallo.\n\n---\nJana", { signature: "---\r\nJana" }), "Hallo.");
});

test("a signature that nobody knows is left out from its delimiter on", () => {
  assert.equal(about(`Hallo.\n\n${SIGNATURE}`), "Hallo.");
  assert.equal(about(`Hallo.\n\n${SIGNATURE}\n\n${QUOTED}\n\nNachtrag.`), "Hallo.\n\nNachtrag.");
});

test("from a forwarded mail on nothing is the user's own", () => {
  assert.equal(about("Zur Kenntnis.\n\n\n-------- Originalnachricht --------\nBetreff: x\n\nText"), "Zur Kenntnis.");
});

test("an empty reply has no text", () => {
  assert.deepEqual(written(`\n\n${QUOTED}`, { intro: INTRO }), { text: "", pieces: [] });
});

test("words with a meaning in patterns are taken as they are", () => {
  assert.equal(written("Ja.\n\nA. (B) [C]* schrieb:\n> x", { intro: "A. (B) [C]* schrieb:" }).text, "Ja.");
});

test("every span of the text has its place in the whole", () => {
  const whole = `\n\nHallo 👍 du.\n\n${QUOTED}\n\nBis bald.\n`;
  const { text, pieces } = written(whole, { intro: INTRO });
  for (const words of ["Hallo", "👍", "du.", "Bis bald."]) {
    const start = text.indexOf(words);
    const place = placeOf({ start, end: start + words.length }, pieces);
    assert.equal(whole.slice(place.start, place.end), words);
  }
});

test("a span over what was cut out has no place", () => {
  const { text, pieces } = written(`Eins.\n> x\nZwei.`);
  assert.equal(placeOf({ start: 0, end: text.length }, pieces), null);
});

test("a draft of a megabyte is read", () => {
  const whole = `${"Ein Satz mit einigen Wörtern. ".repeat(20_000)}\n\n${QUOTED}\n${"> mehr\n".repeat(60_000)}`;
  assert.ok(about(whole, { signature: SIGNATURE }).endsWith("Wörtern."));
});
