import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";

const TAB = { id: 3, windowId: 7 };
const HELD = { score: 20, band: [10, 30], hold_on_send: "ask", suggestions: [{ severity: "warning", hold: true, message: {} }] };

let calls; // what the add-on asked of Thunderbird
let answer; // what the server answers: a function
let paired;
const removed = [];

function fakeThunderbird() {
  calls = { created: [], removed: [], said: [], awake: 0 };
  removed.length = 0;
  const event = { addListener: (one) => removed.push(one), removeListener: (one) => removed.splice(removed.indexOf(one), 1) };
  globalThis.browser = {
    i18n: { getMessage: (key) => key },
    runtime: {
      getPlatformInfo: async () => (calls.awake += 1),
      sendMessage: async (message) => calls.said.push(message),
    },
    storage: {
      local: { get: async () => (paired ? { pairing: { address: "https://coach.example.org", token: "t" } } : {}) },
      session: { get: async () => ({ session: { token: "s", address: "https://coach.example.org", expires: "2999-01-01" } }) },
    },
    windows: {
      get: async () => ({ left: 0, top: 0, width: 900, height: 700 }),
      create: async (how) => (calls.created.push(how), { id: 99 }),
      remove: async (id) => calls.removed.push(id),
      onRemoved: event,
    },
  };
  globalThis.messenger = {
    composeAction: { setBadgeText: async () => {}, setBadgeBackgroundColor: async () => {}, setTitle: async () => {} },
  };
  globalThis.fetch = (_, { signal }) => answer(signal);
}

const says = (body) => async () => Response.json(body);
const never = (signal) => new Promise((_, refuse) => signal.addEventListener("abort", () => refuse(new Error("aborted"))));

fakeThunderbird();
const { createSendCheck } = await import(`${process.env.EINKLANG_ADDON}/sending.js`);
const draftOf = async () => ({ text: "Hallo", subject: "", recipients: [], cc: [], attachments: 0, mailbox: null, replyTo: null });
const turn = async (times = 30) => {
  for (let n = 0; n < times; n += 1) await new Promise((resolve) => setImmediate(resolve));
};

beforeEach(() => {
  fakeThunderbird();
  paired = true;
  answer = says(HELD);
  mock.timers.reset();
});

async function held() {
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  const check = createSendCheck({ draftOf });
  const state = { done: null };
  check.check(TAB, {}).then((value) => (state.done = value));
  await turn();
  const id = new URL(calls.created[0].url, "https://x/").searchParams.get("id");
  return { check, state, id };
}

test("a mail that fits goes out without a question", async () => {
  answer = says({ ...HELD, suggestions: [], band: [70, 90] });
  assert.deepEqual(await createSendCheck({ draftOf }).check(TAB, {}), {});
  assert.equal(calls.created.length, 0);
});

test("back holds the mail, send anyway sends it, and the dialogue is closed", async () => {
  for (const [send, expected] of [[false, { cancel: true }], [true, {}]]) {
    fakeThunderbird();
    const { check, state, id } = await held();
    assert.equal(state.done, null);
    assert.equal(check.question(id).verdict.score, 20);
    assert.equal(check.answer(id, send), true);
    await turn();
    assert.deepEqual(state.done, expected);
    assert.deepEqual(calls.removed, [99]);
    assert.equal(check.question(id), null);
    mock.timers.reset();
  }
});

test("without an answer the mail stays open after 45 s, is not sent, and the dialogue is told", async () => {
  const { check, state, id } = await held();
  mock.timers.tick(44_900);
  await turn();
  assert.equal(state.done, null);
  assert.ok(calls.awake > 40, "the event page was kept alive meanwhile");
  mock.timers.tick(200);
  await turn();
  assert.deepEqual(state.done, { cancel: true });
  assert.deepEqual(calls.said, [{ einklang: "overdue", id }]);
  assert.deepEqual(calls.removed, []);
  assert.equal(check.answer(id, true), false, "an answer after that counts no more");
  const before = calls.awake;
  mock.timers.tick(5_000);
  assert.equal(calls.awake, before, "nobody is kept alive any more");
});

test("a server that never answers holds a mail for at most two seconds", async () => {
  answer = never;
  mock.timers.enable({ apis: ["setTimeout", "setInterval"] });
  let done = null;
  createSendCheck({ draftOf }).check(TAB, {}).then((value) => (done = value));
  await turn();
  mock.timers.tick(2000);
  await turn();
  assert.deepEqual(done, {});
});

test("a draft that cannot be read, a dialogue that cannot be opened, or no pairing hold no mail", async () => {
  const broken = createSendCheck({ draftOf: () => Promise.reject(new Error("gone")) });
  assert.deepEqual(await broken.check(TAB, {}), {});
  browser.windows.create = () => Promise.reject(new Error("no window"));
  assert.deepEqual(await createSendCheck({ draftOf }).check(TAB, {}), {});
  paired = false;
  assert.deepEqual(await createSendCheck({ draftOf }).check(TAB, {}), {});
});
