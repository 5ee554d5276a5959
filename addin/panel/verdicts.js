// What the host is told: the verdict of the moment, the marks in the draft, and the answer to a check on send.

import { verdictOf } from "./score.js";
import { locate } from "./spans.js";
import { openHints } from "./state.js";

const VERDICT_LIMIT = 1500; // ms; a check that takes longer never holds the mail

/** The words that a hint is about; the place of its change where it points between words. */
const wordsOf = (hint) => (hint.marks?.length ? hint.marks : [hint.span]);

/** Where the words stand that the shown hints are about, in the draft as it is now, for the host to mark. */
function marksIn(state, pointed) {
  const now = state.draft?.text ?? "";
  return openHints(state).flatMap((hint) =>
    wordsOf(hint).flatMap((place) => {
      const span = locate(place, state.answeredText.slice(place.start, place.end), state.answeredText, now);
      return span ? [{ ...span, severity: hint.severity, active: hint.key === pointed }] : [];
    }),
  );
}

/** `look()` gives the state and the key of the hint that is `pointed` at; `step(event)` changes the state. */
export function createVerdicts({ send, assess, bodyOf, look, step }) {
  function tell(verdict, { id = null, seq }) {
    const { state, pointed } = look();
    send("verdict", { ...verdict, for: id, language: state.language, seq, marks: marksIn(state, pointed) });
  }

  return {
    /** Tells the host, unasked, what the panel shows. */
    now() {
      const { state } = look();
      tell(verdictOf(state), { seq: state.draft?.seq ?? 0 });
    },
    /** Answers a `check`; a coach that is slow or away lets the mail go, and the panel says so. */
    async check({ id, draft }) {
      const limit = new AbortController();
      const timer = setTimeout(() => limit.abort(), VERDICT_LIMIT);
      const about = { id, seq: draft.seq };
      const isShown = () => draft.text === look().state.draft?.text;
      try {
        const answer = await assess(bodyOf(draft), limit.signal);
        // the question of the moment is answered too, so that panel and verdict say the same
        if (isShown()) step({ type: "answered", answer, text: draft.text });
        tell(verdictOf(isShown() ? look().state : { answer, hints: answer.suggestions }), about);
      } catch (problem) {
        const why = limit.signal.aborted ? "slow" : problem.kind;
        step({ type: "waved", why });
        tell(verdictOf(look().state, why), about);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
