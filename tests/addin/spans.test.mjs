import assert from "node:assert/strict";
import test from "node:test";

import { carry, editBetween, gapIn, locate, readsTheSame } from "../../addin/panel/spans.js";
import { cut } from "../../addin/try/pieces.js";

const spanOf = (text, words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test("positions are UTF-16 code units: an emoji counts two", () => {
  const text = "👍 ok, dann";
  assert.equal(text.indexOf("ok"), 3);
  assert.equal(readsTheSame(text, { start: 3, end: 5 }, "ok"), true);
  assert.equal(readsTheSame(text, { start: 2, end: 4 }, "ok"), false);
});

test("a span that cuts an emoji in two is refused", () => {
  const text = "a👍b";
  assert.equal(readsTheSame(text, { start: 0, end: 2 }, text.slice(0, 2)), false);
  assert.equal(readsTheSame(text, { start: 2, end: 4 }, text.slice(2, 4)), false);
  assert.equal(readsTheSame(text, { start: 1, end: 3 }, "👍"), true);
});

test("a replacement is made only where the draft still reads the same", () => {
  const span = { start: 0, end: 2 };
  assert.equal(readsTheSame("Hi Anna", span, "Hi"), true);
  assert.equal(readsTheSame("He Anna", span, "Hi"), false);
  assert.equal(readsTheSame("H", span, "Hi"), false);
});

test("spans outside the text, reversed or not whole numbers are refused", () => {
  for (const span of [null, {}, { start: -1, end: 1 }, { start: 2, end: 1 }, { start: 0, end: 9 }, { start: 0.5, end: 1 }]) {
    assert.equal(readsTheSame("Hallo", span, "Hallo".slice(span?.start, span?.end)), false);
  }
});

test("an insertion may have an empty original, up to the end of the text", () => {
  assert.equal(readsTheSame("Danke", { start: 5, end: 5 }, ""), true);
  assert.equal(readsTheSame("Danke", { start: 5, end: 5 }, "!"), false);
});

test("the edit between two texts is what differs in the middle", () => {
  assert.deepEqual(editBetween("Hallo Welt", "Hallo liebe Welt"), { start: 6, removed: 0, inserted: 6 });
  assert.deepEqual(editBetween("Hallo Welt", "Hallo Welt"), { start: 10, removed: 0, inserted: 0 });
  assert.deepEqual(editBetween("aaa", "aa"), { start: 2, removed: 1, inserted: 0 });
  assert.deepEqual(editBetween("", "x"), { start: 0, removed: 0, inserted: 1 });
});

test("words written before a hint move it along, words after it leave it", () => {
  const before = "Hi Anna, melde dich ASAP bei mir.";
  const span = spanOf(before, "ASAP");
  for (const after of ["Guten Morgen! Hi Anna, melde dich ASAP bei mir.", "Hi, melde dich ASAP bei mir.", `${before} Danke!`]) {
    assert.deepEqual(locate(span, "ASAP", before, after), spanOf(after, "ASAP"));
  }
});

test("a hint whose words were edited stands nowhere", () => {
  const before = "melde dich ASAP bei mir";
  assert.equal(locate(spanOf(before, "ASAP"), "ASAP", before, "melde dich ASAaP bei mir"), null);
  assert.equal(locate(spanOf(before, "ASAP"), "ASAP", before, "melde dich bald bei mir"), null);
});

test("an edit inside a span makes it grow with the edit", () => {
  assert.deepEqual(carry({ start: 4, end: 10 }, { start: 6, removed: 1, inserted: 3 }), { start: 4, end: 12 });
  assert.deepEqual(carry({ start: 4, end: 10 }, { start: 2, removed: 4, inserted: 0 }), { start: 2, end: 6 });
});

test("cutting a text at its marks loses no character and skips marks that overlap", () => {
  const text = "Hi 👍 Anna, ASAP!";
  const marks = [spanOf(text, "ASAP"), { start: 0, end: 2 }, { start: 1, end: 5 }, { start: 40, end: 50 }];
  const pieces = cut(text, marks);
  assert.equal(pieces.map((piece) => piece.text).join(""), text);
  assert.deepEqual(pieces.filter((piece) => piece.mark).map((piece) => piece.text), ["Hi", "ASAP"]);
});

test("the first gap to fill is found, in the units of the text", () => {
  assert.deepEqual(gapIn("👍 bis [Datum], an [wen]"), { start: 7, end: 14 });
  assert.equal(gapIn("bis Freitag"), null);
  assert.equal(gapIn("[]"), null);
});
