// What the panel knows: one frozen value, changed only by `reduce`.

import { extend } from "./history.js";
import { arrange, carryAll, replaceOne, settle, standing } from "./hints.js";

const FRESH = { // of a draft that was not yet judged
  answer: null, // the newest assessment, and the text it is about
  answeredText: "",
  history: Object.freeze([]), // the scores of this draft, the first one first
  change: 0, // points since the last answer with a score
  hints: Object.freeze([]), // some of them may be `gone`: see hints.js
  dismissed: Object.freeze([]),
  refused: false, // the last replacement was not made, because the draft had changed there
  waved: null, // why a check on send was let through without an answer
};

export const INITIAL = Object.freeze({
  ...FRESH,
  language: "en",
  greeted: false, // the host has said hello
  problem: null, // { kind, detail } while the server cannot be asked
  asking: false,
  draft: null, // the newest draft message
  nextKey: 1,
  address: null, // whose card is wanted
  card: null, // { state: "loading" | "known" | "unknown", customer }
  mailboxes: null,
});

const isAnotherDraft = (state, draft) => state.draft !== null && (state.draft.id ?? null) !== (draft.id ?? null);

const STEPS = {
  spoke: (state, { language }) => ({ ...state, language }),
  greeted: (state) => ({ ...state, greeted: true, problem: null }),
  drafted: (state, { draft }) => ({
    ...state,
    ...(isAnotherDraft(state, draft) ? FRESH : {}),
    draft,
    refused: draft.replaced ? !draft.replaced.done : state.refused && draft.text === state.draft?.text,
    waved: draft.text === state.draft?.text ? state.waved : null,
  }),
  emptied: (state) => ({ ...state, ...FRESH, dismissed: state.dismissed, asking: false, problem: null }),
  asked: (state) => ({ ...state, asking: true }),
  answered(state, { answer, text }) {
    const before = state.answer?.score ?? null;
    const dismissed = carryAll(state.dismissed, state.answeredText, text);
    const shown = carryAll(state.hints, state.answeredText, text);
    return {
      ...state,
      ...arrange(shown, answer.suggestions ?? [], dismissed, state.nextKey),
      dismissed,
      answer,
      answeredText: text,
      asking: false,
      problem: null,
      history: extend(state.history, answer.score),
      change: answer.score === null || before === null ? 0 : answer.score - before,
    };
  },
  failed: (state, { problem }) => ({ ...state, asking: false, problem }),
  dismissed(state, { key }) {
    const dismissed = [...state.dismissed, ...state.hints.filter((hint) => hint.key === key)];
    return {
      ...state,
      dismissed,
      ...replaceOne(key, state.hints, state.answer?.suggestions ?? [], dismissed, state.nextKey),
    };
  },
  settled(state) {
    const hints = settle(state.hints);
    return hints === state.hints ? state : { ...state, hints };
  },
  closed: (state) => ({ ...state, hints: standing(state.hints) }),
  waved: (state, { why }) => ({ ...state, waved: why }),
  restored: (state) => ({
    ...state,
    answer: state.answer && { ...state.answer, dismissed: [] },
    dismissed: INITIAL.dismissed,
    ...arrange(state.hints, state.answer?.suggestions ?? [], INITIAL.dismissed, state.nextKey),
  }),
  wanted: (state, { address }) => ({ ...state, address, card: address ? { state: "loading", customer: null } : null }),
  carded: (state, { address, card }) => (address === state.address ? { ...state, card } : state),
  synced: (state, { mailboxes }) => ({ ...state, mailboxes }),
};

/** The state after `event`; `event.type` names one of the steps above. */
export const reduce = (state, event) => Object.freeze(STEPS[event.type](state, event));

/** The customer a draft is for, as far as the host knows: an address or null. */
export const addressee = (draft, chosen) => chosen || draft?.recipients?.[0] || null;

/** The hints that stand; those that went are only a gap in the list. */
export const openHints = (state) => standing(state.hints);

/** The rules whose hints are kept back for this customer: sent away in this draft, or before it. */
export const awayRules = (state) => [
  ...new Set([...state.dismissed.map((hint) => hint.rule), ...(state.answer?.dismissed ?? [])]),
];

/** True while the words on show belong to an older draft than the one being written. */
export const isOld = (state) =>
  state.answer !== null && (state.asking || state.problem !== null || state.answeredText !== state.draft?.text);
