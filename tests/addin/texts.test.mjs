import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { createSpeaker, pickLanguage } from "../../addin/panel/language.js";
import { TEXTS as PANEL } from "../../addin/panel/texts.js";
import { EXAMPLES, exampleFor } from "../../addin/try/examples.js";
import { TEXTS as TRY } from "../../addin/try/texts.js";

const PAGES = { panel: PANEL, try: TRY };
const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const folder = (page) => new URL(`../../addin/${page}/`, import.meta.url);

for (const [page, texts] of Object.entries(PAGES)) {
  test(`${page}: German and English have the same keys`, () => {
    assert.deepEqual(Object.keys(texts.de).sort(), Object.keys(texts.en).sort());
  });

  test(`${page}: German and English fill in the same values`, () => {
    for (const key of Object.keys(texts.de)) assert.deepEqual(names(texts.de[key]), names(texts.en[key]), key);
  });

  test(`${page}: no text is empty, and quotation marks are typographic`, () => {
    for (const [language, own] of Object.entries(texts)) {
      for (const [key, text] of Object.entries(own)) {
        assert.ok(text.trim(), `${language} ${key}`);
        assert.doesNotMatch(text, /["']/, `${language} ${key}`);
      }
      const all = Object.values(own).join(" ");
      const [open, close] = language === "de" ? ["„", "“"] : ["“", "”"];
      assert.equal(all.split(open).length, all.split(close).length, `${language}: every quotation ends`);
    }
  });

  test(`${page}: every text that the page names exists, and every text is used`, () => {
    const files = readdirSync(folder(page)).filter((name) => /\.(js|html)$/.test(name) && name !== "texts.js");
    const sources = files.map((name) => readFileSync(new URL(name, folder(page)), "utf8")).join("\n");
    const named = [...sources.matchAll(/data-(?:text|label|hint)="(\w+)"|\bsay\("(\w+)"/g)].map(([, a, b]) => a ?? b);
    for (const key of named) assert.ok(key in texts.de || `${key}_other` in texts.de, key);
    const families = [
      ...[...sources.matchAll(/say\(`(\w+_)\$\{/g)].map(([, start]) => start),
      ...[...sources.matchAll(/\bname\("(\w+)",/g)].map(([, family]) => `${family}_`),
    ];
    for (const key of Object.keys(texts.de)) {
      const plain = key.replace(/_(one|other)$/, "");
      const isUsed =
        [key, plain].some((name) => new RegExp(`["\\s{(,]${name}["\\s:,})]`).test(sources)) ||
        families.some((start) => key.startsWith(start));
      assert.ok(isUsed, `${key} is never said`);
    }
  });
}

test("German addresses nobody by Sie or Du", () => {
  for (const [key, text] of [...Object.entries(PANEL.de), ...Object.entries(TRY.de)]) {
    if (key.startsWith("form_")) continue;
    assert.doesNotMatch(text, /\b(Sie|Ihr|Ihre|Ihnen|du|dein|deine|dir)\b/, `${key}: ${text}`);
  }
});

test("the language is the first wish that is spoken here, else English", () => {
  assert.equal(pickLanguage("de-AT"), "de");
  assert.equal(pickLanguage(null, "DE"), "de");
  assert.equal(pickLanguage("fr", "de"), "de");
  assert.equal(pickLanguage("fr", undefined), "en");
});

test("one and many are told apart", () => {
  const speaker = createSpeaker("de", PANEL);
  assert.equal(speaker.say("dismissed", { n: 1 }), "1 Hinweis für diesen Kontakt ausgeblendet");
  assert.equal(speaker.say("dismissed", { n: 2 }), "2 Hinweise für diesen Kontakt ausgeblendet");
});

test("a number is said whole, as the language writes it; a text stays as it is", () => {
  const [de, en] = ["de", "en"].map((language) => createSpeaker(language, PANEL));
  assert.equal(de.say("mails_counted", { in: 1234, out: 5 }), "1.234 erhalten, 5 gesendet");
  assert.equal(en.say("basis_contact", { n: 1234 }), "Based on 1,234 mails from this person");
  assert.equal(en.say("gauge", { score: 61.7, low: -0.6, high: "70.5" }), "62 of 100, probably between −1 and 70.5");
});

test("a code that this panel does not know is shown as it is", () => {
  const speaker = createSpeaker("de", PANEL);
  assert.equal(speaker.name("language", "de"), "Deutsch");
  assert.equal(speaker.name("language", "fr"), "fr");
});

test("a value that looks like a placeholder is not filled in again", () => {
  assert.equal(createSpeaker("en", PANEL).say("becomes", { old: "{new}", new: "x" }), "“{new}” becomes “x”");
});

test("points carry their sign, with a true minus; values are readable in both languages", () => {
  const [de, en] = ["de", "en"].map((language) => createSpeaker(language, PANEL));
  assert.deepEqual([12.3, -12.3, 0].map(de.points), ["+12", "−12", "0"]);
  assert.deepEqual([0.12345, "Hallo", null].map(de.value), ["0,123", "Hallo", "–"]);
  assert.equal(en.value(0.12345), "0.123");
  assert.deepEqual([de, en].map((speaker) => speaker.value({ de: "9 Wörter", en: "9 words" })), ["9 Wörter", "9 words"]);
});

test("a past time is told in the largest unit that fits, and the future never", () => {
  const now = Date.parse("2026-11-21T12:00:00Z");
  const speaker = createSpeaker("en", PANEL);
  assert.equal(speaker.since("2026-11-21T11:57:00Z", now), "3 minutes ago");
  assert.equal(speaker.since("2026-11-20T12:00:00Z", now), "yesterday");
  assert.equal(speaker.since("2026-09-01T12:00:00Z", now), "2 months ago");
  assert.equal(speaker.since("2026-11-21T12:00:09Z", now), "this minute");
});

test("there are two example drafts in each language, and each can be loaded", () => {
  for (const language of ["de", "en"]) {
    const own = EXAMPLES.filter((example) => example.language === language);
    assert.equal(own.length, 2);
    const loaded = [0, 1].map((turn) => exampleFor(null, language, turn).subject);
    assert.deepEqual(loaded.sort(), own.map((example) => example.subject).sort());
  }
});

test("the first example is the one that fits the customer worse", () => {
  const who = { name: "Dr. Thomas Krause", language: "de" };
  assert.match(exampleFor({ ...who, address_form: "sie" }, "en", 0).text, /^Hi Thomas,/);
  assert.match(exampleFor({ ...who, address_form: "du" }, "en", 0).text, /^Sehr geehrte/);
});

test("no example keeps a placeholder when the customer has no name", () => {
  for (const turn of [0, 1]) assert.doesNotMatch(exampleFor({ name: null, language: "de" }, "de", turn).text, /[{}]/);
});
