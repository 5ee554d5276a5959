// A clock that goes only when told, and answers that come only when told.

export function createClock() {
  let now = 1_000_000;
  let nextId = 1;
  const timers = new Map();
  return {
    now: () => now,
    setTimeout(run, delay, ...values) {
      timers.set(nextId, { at: now + delay, run: () => run(...values) });
      return nextId++;
    },
    clearTimeout: (id) => timers.delete(id),
    async tick(by) {
      const end = now + by;
      for (;;) {
        const due = [...timers].filter(([, timer]) => timer.at <= end).sort((a, b) => a[1].at - b[1].at)[0];
        if (!due) break;
        timers.delete(due[0]);
        now = due[1].at;
        due[1].run();
        await settle();
      }
      now = end;
      await settle();
    },
  };
}

/** Lets everything that is promised and due happen. */
export const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A server whose answers are given by hand: `asked` holds the questions in order. */
export function createServer() {
  const asked = [];
  const ask = (question, signal) =>
    new Promise((resolve, reject) => asked.push({ question, signal, answer: resolve, fail: reject }));
  return { ask, asked };
}
