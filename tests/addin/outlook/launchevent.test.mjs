// The handler as classic Outlook runs it: one file in a bare engine, without a page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

import { alertFor, ALERT_KEY, printOf } from "../../../addin/outlook/web/alert.js";
import { TEXTS } from "../../../addin/outlook/web/texts.js";
import { createSpeaker } from "../../../addin/panel/language.js";
import { createClock, settle } from "../fake_clock.mjs";

const FILE = new URL("../../../addin/outlook/web/commands/launchevent.js", import.meta.url);
const TEXT = "Hey Sabine,\n\npasst schon!!!";
const VERDICT = { for: "1", ok: false, unsure: null, score: 12, seq: 1, language: "de", reasons: [] };

const left = (text, { now, verdict = VERDICT } = {}) =>
  alertFor(verdict, { print: printOf(text), now, speaker: createSpeaker("de", TEXTS) });

/** Loads the file into an engine that has nothing but Office, a clock and (unless told otherwise) a timer. */
function load({ kept, text = TEXT, set = "1.15", answer = true, fails = [], throws = false, hasTimer = true } = {}) {
  const clock = createClock();
  const completed = [];
  const read = (name, value) => (...args) => {
    if (throws) throw new Error("no session data here");
    if (!answer) return;
    const result = fails.includes(name) ? { status: "failed", error: {} } : { status: "succeeded", value };
    clock.setTimeout(() => args.at(-1)(result), 20);
  };
  const handlers = {};
  const isSetSupported = (_, wanted) => Number(wanted.split(".")[1]) <= Number(set.split(".")[1]);
  const item = { sessionData: { getAsync: read("session", kept) }, body: { getAsync: read("body", text) } };
  class FixedDate extends Date {
    static now = () => clock.now();
  }
  vm.runInNewContext(readFileSync(FILE, "utf8"), {
    Date: FixedDate,
    ...(hasTimer && { setTimeout: clock.setTimeout }),
    Office: {
      AsyncResultStatus: { Succeeded: "succeeded" },
      CoercionType: { Text: "text" },
      actions: { associate: (name, handler) => (handlers[name] = handler) },
      context: { mailbox: { item }, requirements: { isSetSupported } },
    },
  });
  const send = async (wait = 100) => {
    handlers.onMessageSendHandler({ completed: (options) => completed.push(JSON.parse(JSON.stringify(options))) });
    await settle();
    await clock.tick(wait);
    return completed;
  };
  return { send, clock, completed };
}

const NOW = createClock().now();
const GOES = [{ allowEvent: true }];

test("a mail about which the pane said nothing is sent", async () => {
  assert.deepEqual(await load({ kept: undefined }).send(), GOES);
  assert.deepEqual(await load({ kept: "" }).send(), GOES);
});

test("a mail that was judged is asked about, in the words that the pane left", async () => {
  const [options] = await load({ kept: left(TEXT, { now: NOW }) }).send();
  assert.equal(options.allowEvent, false);
  assert.match(options.errorMessage, /12 von 100/);
  assert.equal(options.cancelLabel, "Einklang öffnen");
  assert.equal(options.commandId, "msgComposeOpenPaneButton");
});

test("a client before Mailbox 1.14 gets no label and no command", async () => {
  const [options] = await load({ kept: left(TEXT, { now: NOW }), set: "1.13" }).send();
  assert.deepEqual(Object.keys(options).sort(), ["allowEvent", "errorMessage"]);
});

test("the text that was judged is known again however the client breaks its lines", async () => {
  const [options] = await load({ kept: left(TEXT, { now: NOW }), text: "Hey Sabine,\r\n\r\n\r\npasst\u00a0schon!!!\r\n" }).send();
  assert.equal(options.allowEvent, false);
});

test("another text than the one that was judged is sent", async () => {
  assert.deepEqual(await load({ kept: left(TEXT, { now: NOW }), text: `${TEXT} P.S.` }).send(), GOES);
});

test("an old verdict, or one from the future, does not count", async () => {
  const hour = 3_600_000;
  assert.deepEqual(await load({ kept: left(TEXT, { now: NOW - hour - 1000 }) }).send(), GOES);
  assert.deepEqual(await load({ kept: left(TEXT, { now: NOW + hour }) }).send(), GOES);
});

test("whatever else stands in the session data, the mail is sent", async () => {
  const good = JSON.parse(left(TEXT, { now: NOW }));
  const odd = ["{", "null", "7", "[]", "{}", JSON.stringify({ ...good, v: 2 }), JSON.stringify({ ...good, ask: "true" })];
  odd.push(JSON.stringify({ ...good, message: "" }), JSON.stringify({ ...good, at: "now" }), JSON.stringify({ ...good, print: 1 }));
  for (const kept of odd) assert.deepEqual(await load({ kept }).send(), GOES, kept);
});

test("an Outlook that refuses a call, or throws, sends", async () => {
  const kept = left(TEXT, { now: NOW });
  assert.deepEqual(await load({ kept, fails: ["session"] }).send(), GOES);
  assert.deepEqual(await load({ kept, fails: ["body"] }).send(), GOES);
  assert.deepEqual(await load({ kept, throws: true }).send(), GOES);
});

test("an Outlook that does not answer sends within 3 s, before its own dialogue at 5 s", async () => {
  const { send } = load({ kept: left(TEXT, { now: NOW }), answer: false });
  assert.deepEqual(await send(2900), []);
  const late = load({ kept: left(TEXT, { now: NOW }), answer: false });
  assert.deepEqual(await late.send(3000), GOES);
});

test("the event is completed exactly once, even when the limit passes afterwards", async () => {
  const { send, clock, completed } = load({ kept: left(TEXT, { now: NOW }) });
  await send();
  await clock.tick(60_000);
  assert.equal(completed.length, 1);
});

test("an engine without a timer works too", async () => {
  const [options] = await load({ kept: left(TEXT, { now: NOW }), hasTimer: false }).send();
  assert.equal(options.allowEvent, false);
});

test("a message that is too long for Outlook is cut", async () => {
  const kept = JSON.stringify({ ...JSON.parse(left(TEXT, { now: NOW })), message: "x".repeat(900), label: "y".repeat(90) });
  const [options] = await load({ kept }).send();
  assert.equal(options.errorMessage.length, 500);
  assert.equal(options.cancelLabel.length, 20);
});

test("both sides name the same place in the session data", () => {
  assert.match(readFileSync(FILE, "utf8"), new RegExp(`"${ALERT_KEY}"`));
});
