// The rewrite of the whole mail: whether it is offered, asked for on a click, and dropped when the draft goes on.

const IDLE = Object.freeze({ phase: "idle", result: null, refused: null });
const TEST_TIME = 5_000; // ms for the server's own tests, beside what the model may take

/**
 * Asks the server's language model, one question at a time; `changed()` is told whenever there is something to draw.
 *
 * `of()` gives what is known: `offer` (null: switched off), `phase` (idle, asking, shown, refused), `result` (the
 * server's answer), `refused` (its reason in both languages, or null where the server could not be asked: then `problem`
 * is the kind of what was in the way).
 */
export function createRewriting({ api, changed, failed }) {
  let offer = null;
  let now = IDLE;
  let about = null; // the question that was asked
  let running = null;

  function set(next, question = null) {
    now = Object.freeze(next);
    about = question;
    changed();
  }

  function drop() {
    running?.abort();
    running = null;
    if (now !== IDLE) set(IDLE);
  }

  return {
    of: () => ({ offer, ...now }),
    /** Asks whether it is switched on. */
    async look() {
      const found = await api.rewriting().catch(() => null); // a server that is away or older offers nothing
      offer = found?.enabled ? found : null;
      changed();
    },
    /** Asks for a rewrite of `body.draft.text`; `body` is as for an assessment. */
    async ask(body) {
      running?.abort();
      const mine = (running = new AbortController());
      set({ phase: "asking", result: null, refused: null }, body);
      try {
        const answer = await api.rewrite(body, mine.signal, 1000 * offer.timeout_seconds + TEST_TIME);
        if (running !== mine) return;
        const isDone = typeof answer.text === "string";
        set({ phase: isDone ? "shown" : "refused", result: isDone ? answer : null, refused: answer.refused?.text ?? null }, body);
      } catch (problem) {
        if (running !== mine) return;
        set({ phase: "refused", result: null, refused: null, problem: problem.kind }, body);
        failed(problem);
      }
    },
    /** This is what would be asked now: what was asked about another draft or customer is forgotten. */
    considered(body) {
      if (about !== null && JSON.stringify(body) !== JSON.stringify(about)) drop();
    },
    drop,
    /** What the host is to replace, or null: the whole draft, as it stood when it was asked about. */
    replacement() {
      if (now.phase !== "shown") return null;
      const { text } = about.draft;
      return { span: { start: 0, end: text.length }, original: text, replacement: now.result.text };
    },
  };
}
