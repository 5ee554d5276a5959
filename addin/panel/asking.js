// When to ask the server: after a pause in typing, one question at a time, and only the newest answer counts.

export const PAUSE = 200; // ms without a key; with an answer of 50 ms the score stands within 300 ms
export const PATIENCE = 1000; // ms after which a question is asked even though the typing goes on
export const GRACE = 3000; // ms that an answer may take before typing on breaks its question off: a busy server would never end one

const RETRY_STEPS = [1000, 2000, 4000, 8000, 15000]; // ms; a server that is away is not hammered

/** Milliseconds until the next try after `attempts` failures, or null where another try would not help. */
export function retryIn(problem, attempts) {
  if (problem.kind === "starting") return 1500;
  if (!["offline", "busy"].includes(problem.kind)) return null;
  return Math.max(problem.wait, RETRY_STEPS[Math.min(attempts, RETRY_STEPS.length) - 1]);
}

/**
 * Asks `ask(question, signal)` for the newest question wanted.
 *
 * A newer question waits for the running one up to its grace, then breaks it off, as one that is wanted now does at once;
 * an answer that comes out of order is dropped. For as long as the server asks to be left alone, nothing is asked. `began`,
 * `answered` and `failed` are told with the question; `clock` gives setTimeout, clearTimeout and now.
 */
export function createAsker({ ask, began, answered, failed, clock }) {
  let wanted = null;
  let wantedSince = 0;
  let timer = null;
  let running = null;
  let held = false; // a question waits for the running one
  let since = 0;
  let turn = 0;
  let failures = 0;
  let calm = 0; // the time until which the server asked to be left alone

  function unschedule() {
    clock.clearTimeout(timer);
    timer = null;
  }

  function schedule(delay) {
    unschedule();
    timer = clock.setTimeout(turnCame, delay);
  }

  function turnCame() {
    const left = running ? since + GRACE - clock.now() : 0;
    held = left > 0;
    if (held) schedule(left);
    else start();
  }

  async function start() {
    if (clock.now() < calm) return schedule(calm - clock.now());
    unschedule();
    held = false;
    since = clock.now();
    running?.abort();
    const mine = (turn += 1);
    const question = wanted;
    const controller = (running = new AbortController());
    wantedSince = 0;
    began(question);
    let answer;
    try {
      answer = await ask(question, controller.signal);
    } catch (problem) {
      if (mine !== turn) return;
      running = null;
      failures += 1;
      calm = clock.now() + problem.wait;
      failed(problem, question);
      if (held) return start();
      const delay = retryIn(problem, failures);
      if (delay !== null && timer === null) schedule(delay);
      return;
    }
    if (mine !== turn) return;
    running = null;
    failures = 0;
    answered(answer, question);
    if (held) start();
  }

  return {
    /** Asks `question` after the pause, or at once. */
    want(question, { now = false } = {}) {
      wanted = question;
      if (now) return start();
      wantedSince ||= clock.now();
      const left = wantedSince + PATIENCE - clock.now();
      return schedule(Math.max(0, Math.min(PAUSE, left)));
    },
    /** Asks the last question again, at once. */
    again() {
      return wanted === null ? undefined : start();
    },
    /** Forgets the question and any answer still on its way. */
    cancel() {
      unschedule();
      turn += 1;
      wanted = null;
      wantedSince = 0;
      running?.abort();
      running = null;
    },
  };
}
