import assert from "node:assert/strict";
import test from "node:test";

import { addressee, awayRules, INITIAL, isOld, openHints, reduce } from "../../addin/panel/state.js";

const TEXT = "Hi Anna, melde dich ASAP, das ist super wichtig und eilt!!";
const DRAFT = { id: "d1", seq: 1, text: TEXT };

function hint(words, more = {}) {
  const start = TEXT.indexOf(words);
  return {
    id: "changes-with-each-answer-" + Math.random(),
    rule: `rule ${words}`,
    severity: "advice",
    original: words,
    span: { start, end: start + words.length },
    replacement: "x",
    ...more,
  };
}

const assessment = (score, suggestions = []) => ({ score, band: score === null ? null : [score - 5, score + 5], suggestions });
const play = (...events) => events.reduce(reduce, INITIAL);
const drafted = (text = TEXT, more = {}) => ({ type: "drafted", draft: { ...DRAFT, text, ...more } });
const answered = (score, suggestions, text = TEXT) => ({ type: "answered", answer: assessment(score, suggestions), text });
const words = (state) => openHints(state).map((one) => one.original);
const places = (state) => state.hints.map((one) => (one.gone ? null : one.original));
const settled = { type: "settled" };

test("at most three hints are shown, the server's best first", () => {
  const state = play(drafted(), answered(60, ["Hi", "ASAP", "super", "!!"].map((each) => hint(each))));
  assert.deepEqual(words(state), ["Hi", "ASAP", "super"]);
});

test("hints keep order and place when the server ranks them anew", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP"), hint("super")]));
  const then = reduce(first, answered(61, [hint("super"), hint("!!"), hint("ASAP"), hint("Hi")]));
  assert.deepEqual(words(then), ["Hi", "ASAP", "super"]);
  assert.deepEqual(then.hints.map((one) => one.key), first.hints.map((one) => one.key));
});

test("a hint that went leaves a gap, and a newcomer comes below all that stand", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP"), hint("super")]));
  const then = reduce(first, answered(70, [hint("!!"), hint("super"), hint("Hi")]));
  assert.deepEqual(places(then), ["Hi", null, "super", "!!"]);
  assert.deepEqual(places(reduce(first, answered(70, [hint("super"), hint("Hi")]))), ["Hi", null, "super"]);
});

test("a hint that comes back is where it was", () => {
  const all = [hint("Hi"), hint("ASAP"), hint("super")];
  const first = play(drafted(), answered(60, all));
  const then = reduce(reduce(first, answered(61, all.slice(1))), answered(62, all));
  assert.deepEqual(places(then), ["Hi", "ASAP", "super"]);
  assert.deepEqual(then.hints.map((one) => one.key), first.hints.map((one) => one.key));
});

test("a hint that comes back when its room is taken waits", () => {
  const all = ["Hi", "ASAP", "super"].map((each) => hint(each));
  const first = play(drafted(), answered(60, all));
  const taken = reduce(first, answered(61, [hint("!!"), ...all.slice(1)]));
  assert.deepEqual(places(taken), [null, "ASAP", "super", "!!"]);
  assert.deepEqual(places(reduce(taken, answered(62, [...all, hint("!!")]))), [null, "ASAP", "super", "!!"]);
});

test("in a pause gaps close and the server's order holds", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP"), hint("super")]));
  const then = reduce(first, answered(70, [hint("!!"), hint("super"), hint("Hi")]));
  const calm = reduce(then, settled);
  assert.deepEqual(places(calm), ["!!", "super", "Hi"]);
  assert.deepEqual(new Set(calm.hints.map((one) => one.key)), new Set(openHints(then).map((one) => one.key)));
  assert.equal(reduce(calm, settled).hints, calm.hints);
});

test("a warning does not wait behind milder hints", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP", { severity: "warning" }), hint("super")]));
  const all = [hint("Hi"), hint("ASAP", { severity: "warning" }), hint("super"), hint("!!", { severity: "warning" })];
  assert.deepEqual(places(reduce(first, answered(50, all))), ["Hi", "ASAP", null, "!!"]);
});

test("a hint stays the same while its own words are being edited", () => {
  const long = hint("melde dich ASAP", { rule: "long" });
  const first = play(drafted(), answered(60, [hint("Hi"), long]));
  const edited = TEXT.replace("dich ASAP", "dich bitte ASAP");
  const now = { ...long, original: "melde dich bitte ASAP", span: { start: long.span.start, end: long.span.end + 6 } };
  const then = reduce(first, answered(61, [now, hint("Hi")], edited));
  assert.deepEqual(then.hints.map((one) => one.key), first.hints.map((one) => one.key));
});

test("two hints of one rule on the same words are two", () => {
  const text = "du und du";
  const twice = [0, 7].map((start) => hint("du", { rule: "form", span: { start, end: start + 2 } }));
  const first = play(drafted(text), answered(40, twice, text));
  assert.equal(new Set(first.hints.map((one) => one.key)).size, 2);
  const then = reduce(first, answered(45, [twice[1]], text));
  assert.deepEqual(openHints(then).map((one) => one.key), [first.hints[1].key]);
});

test("a dismissed hint stays away while the draft goes on", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP")]));
  const gone = reduce(first, { type: "dismissed", key: first.hints[1].key });
  assert.deepEqual(words(gone), ["Hi"]);
  const longer = `Guten Morgen! ${TEXT}`;
  const moved = (one) => ({ ...one, span: { start: one.span.start + 14, end: one.span.end + 14 } });
  const then = reduce(reduce(gone, drafted(longer)), answered(62, [moved(hint("ASAP")), moved(hint("Hi"))], longer));
  assert.deepEqual(words(then), ["Hi"]);
});

test("a dismissed hint stays away even when its own words are edited", () => {
  const long = hint("melde dich ASAP", { rule: "long" });
  const first = play(drafted(), answered(60, [long]));
  const gone = reduce(first, { type: "dismissed", key: first.hints[0].key });
  const edited = TEXT.replace("dich ASAP", "dich bitte ASAP");
  const again = { ...long, original: "melde dich bitte ASAP", span: { start: long.span.start, end: long.span.end + 6 } };
  assert.deepEqual(words(reduce(gone, answered(60, [again], edited))), []);
});

test("a dismissed hint makes room for the next one, in its place", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP"), hint("super"), hint("!!")]));
  assert.deepEqual(words(reduce(first, { type: "dismissed", key: first.hints[0].key })), ["!!", "ASAP", "super"]);
});

test("dismissed hints can be shown again", () => {
  const first = play(drafted(), answered(60, [hint("Hi"), hint("ASAP")]));
  const gone = reduce(first, { type: "dismissed", key: first.hints[0].key });
  assert.deepEqual(words(reduce(gone, { type: "restored" })).sort(), ["ASAP", "Hi"]);
});

test("rules are away that were dismissed here or before, each counted once, until they are restored", () => {
  const answer = { ...assessment(60, [hint("Hi"), hint("ASAP")]), dismissed: ["rule Hi", "rule of old"] };
  const first = play(drafted(), { type: "answered", answer, text: TEXT });
  const gone = reduce(first, { type: "dismissed", key: first.hints[0].key });
  assert.deepEqual(awayRules(gone), ["rule Hi", "rule of old"]);
  assert.deepEqual(awayRules(reduce(gone, { type: "restored" })), []);
  assert.deepEqual(awayRules(INITIAL), []);
});

test("another draft starts anew: dismissed hints, trend and answer", () => {
  const first = play(drafted(), answered(60, [hint("Hi")]));
  const gone = reduce(first, { type: "dismissed", key: first.hints[0].key });
  const other = reduce(gone, drafted(TEXT, { id: "d2" }));
  assert.equal(other.answer, null);
  assert.deepEqual(other.history, []);
  assert.deepEqual(words(reduce(other, answered(60, [hint("Hi")]))), ["Hi"]);
});

test("trend counts from the first score, change from the last", () => {
  const state = play(drafted(), answered(null), answered(60), answered(72), answered(70));
  assert.equal(state.history[0], 60);
  assert.equal(state.change, -2);
});

test("there is no change where there was no score before", () => {
  assert.equal(play(drafted(), answered(60)).change, 0);
  assert.equal(play(drafted(), answered(60), answered(null)).change, 0);
  assert.equal(play(drafted(), answered(60), answered(null), answered(65)).change, 0);
});

test("the answer is old while a newer text waits for its own", () => {
  const first = play(drafted(), answered(60));
  assert.equal(isOld(first), false);
  const typed = reduce(first, drafted(`${TEXT} Danke`));
  assert.equal(isOld(typed), true);
  assert.equal(isOld(reduce(typed, answered(61, [], `${TEXT} Danke`))), false);
});

test("a failure keeps the old answer and says what is wrong", () => {
  const failed = play(drafted(), answered(60), { type: "failed", problem: { kind: "offline" } });
  assert.equal(failed.answer.score, 60);
  assert.equal(isOld(failed), true);
  assert.equal(reduce(failed, answered(61)).problem, null);
});

test("a refused replacement is told until the draft changes", () => {
  const refused = play(drafted(), drafted(TEXT, { replaced: { id: "1", done: false } }));
  assert.equal(refused.refused, true);
  assert.equal(reduce(refused, drafted(`${TEXT}!`)).refused, false);
});

test("a check that was let through is told until the draft changes", () => {
  const waved = play(drafted(), { type: "waved", why: "slow" });
  assert.equal(waved.waved, "slow");
  assert.equal(reduce(waved, drafted()).waved, "slow");
  assert.equal(reduce(waved, drafted(`${TEXT}!`)).waved, null);
});

test("a card that comes after the customer changed is dropped", () => {
  const state = play({ type: "wanted", address: "a@x.example" }, { type: "wanted", address: "b@x.example" });
  const late = reduce(state, { type: "carded", address: "a@x.example", card: { state: "known", customer: {} } });
  assert.equal(late.card.state, "loading");
});

test("the customer is the one the host names, else the first recipient", () => {
  assert.equal(addressee({ recipients: ["a@x.example", "b@x.example"] }, "c@x.example"), "c@x.example");
  assert.equal(addressee({ recipients: ["a@x.example", "b@x.example"] }, null), "a@x.example");
  assert.equal(addressee({}, null), null);
});

test("the state cannot be changed from outside", () => {
  assert.throws(() => {
    play(drafted()).answer = {};
  }, TypeError);
});
