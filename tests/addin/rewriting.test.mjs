import assert from "node:assert/strict";
import test from "node:test";

import { createRewriting } from "../../addin/panel/rewriting.js";

const OFFER = { enabled: true, model: "tiny", host: "127.0.0.1", timeout_seconds: 60, max_words: 400 };
const DONE = { text: "Dear Ann", score_before: 40, score_after: 70, changes: [], refused: null };
const REFUSED = { text: null, refused: { code: "facts", text: { de: "Nein.", en: "No." } } };
const body = (text, customer = "ann@x.example") => ({ draft: { text, subject: "" }, customer });

/** A rewriting whose server answers as told; `answers` are given out one by one, by hand. */
function stage(offer = OFFER) {
  const asked = [];
  const failures = [];
  let draws = 0;
  const api = {
    rewriting: () => (offer instanceof Error ? Promise.reject(offer) : Promise.resolve(offer)),
    rewrite: (question, signal, within) =>
      new Promise((answer, fail) => asked.push({ question, signal, within, answer, fail })),
  };
  const rewriting = createRewriting({ api, changed: () => (draws += 1), failed: (problem) => failures.push(problem) });
  return { rewriting, asked, failures, draws: () => draws };
}

test("nothing is offered until the server says that a model is switched on", async () => {
  const { rewriting } = stage();
  assert.equal(rewriting.of().offer, null);
  await rewriting.look();
  assert.equal(rewriting.of().offer.model, "tiny");
  for (const answer of [{ enabled: false }, new Error("offline")]) {
    const off = stage(answer).rewriting;
    await off.look();
    assert.equal(off.of().offer, null);
  }
});

test("a rewrite replaces the whole draft as it was asked about", async () => {
  const { rewriting, asked } = stage();
  await rewriting.look();
  const asking = rewriting.ask(body("Hi Ann 👍"));
  assert.equal(rewriting.of().phase, "asking");
  assert.equal(rewriting.replacement(), null);
  assert.ok(asked[0].within > 60_000, "the model may take its time, and the server some more");
  asked[0].answer(DONE);
  await asking;
  assert.equal(rewriting.of().phase, "shown");
  assert.deepEqual(rewriting.replacement(), { span: { start: 0, end: 9 }, original: "Hi Ann 👍", replacement: "Dear Ann" });
});

test("a refusal is told, and nothing can be taken", async () => {
  const { rewriting, asked } = stage();
  await rewriting.look();
  const asking = rewriting.ask(body("Hi"));
  asked[0].answer(REFUSED);
  await asking;
  assert.deepEqual([rewriting.of().phase, rewriting.of().refused], ["refused", { de: "Nein.", en: "No." }]);
  assert.equal(rewriting.replacement(), null);
});

test("a server that cannot be asked is told of, too", async () => {
  const { rewriting, asked, failures } = stage();
  await rewriting.look();
  const asking = rewriting.ask(body("Hi"));
  asked[0].fail({ kind: "expired" });
  await asking;
  assert.deepEqual(rewriting.of(), { offer: OFFER, phase: "refused", result: null, refused: null, problem: "expired" });
  assert.deepEqual(failures, [{ kind: "expired" }]);
});

test("what was asked about another draft or customer is forgotten, and the answer comes too late", async () => {
  for (const other of [body("Hi Ann!"), body("Hi Ann", "bob@x.example")]) {
    const { rewriting, asked } = stage();
    await rewriting.look();
    const asking = rewriting.ask(body("Hi Ann"));
    rewriting.considered(body("Hi Ann"));
    assert.equal(rewriting.of().phase, "asking");
    rewriting.considered(other);
    assert.equal(rewriting.of().phase, "idle");
    assert.ok(asked[0].signal.aborted);
    asked[0].answer(DONE);
    await asking;
    assert.equal(rewriting.of().phase, "idle");
  }
});

test("of two questions the later one counts, whatever comes first", async () => {
  const { rewriting, asked } = stage();
  await rewriting.look();
  const first = rewriting.ask(body("one"));
  const second = rewriting.ask(body("two"));
  asked[1].answer(REFUSED);
  asked[0].answer(DONE);
  await Promise.all([first, second]);
  assert.equal(rewriting.of().phase, "refused");
});

test("a new wording that is discarded leaves nothing behind", async () => {
  const { rewriting, asked, draws } = stage();
  await rewriting.look();
  const asking = rewriting.ask(body("Hi"));
  asked[0].answer(DONE);
  await asking;
  rewriting.drop();
  assert.deepEqual([rewriting.of().phase, rewriting.replacement()], ["idle", null]);
  const before = draws();
  rewriting.drop();
  assert.equal(draws(), before, "nothing to draw twice");
});
