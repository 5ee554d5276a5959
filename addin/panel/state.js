// What the panel knows: one frozen value, changed only by `reduce`.

import { arrange, carryAll } from "./hints.js";

export const INITIAL = Object.freeze({
  language: "en",
  greeted: false, // the host has said hello
  problem: null, // { kind, detail } while the server cannot be asked
  asking: false,
  draft: null, // the newest draft message
  answer: null, // the newest assessment, and the text it is about
  answeredText: "",
  opening: null, // the first score of this draft
  change: 0, // points since the last answer with a score
  hints: Object.freeze([]),
  dismissed: Object.freeze([]),
  nextKey: 1,
  refused: false, // the last replacement was not made, because the draft had changed there
  address: null, // whose card is wanted
  card: null, // { state: "loading" | "known" | "unknown", customer }
  mailboxes: null,
});

const fresh = {
  answer: null,
  answeredText: "",
  opening: null,
  change: 0,
  hints: INITIAL.hints,
  dismissed: INITIAL.dismissed,
  refused: false,
};

const isAnotherDraft = (state, draft) => state.draft !== null && (state.draft.id ?? null) !== (draft.id ?? null);

const STEPS = {
  spoke: (state, { language }) => ({ ...state, language }),
  greeted: (state) => ({ ...state, greeted: true, problem: null }),
  drafted: (state, { draft }) => ({
    ...state,
    ...(isAnotherDraft(state, draft) ? fresh : {}),
    draft,
    refused: draft.replaced ? !draft.replaced.done : state.refused && draft.text === state.draft?.text,
  }),
  emptied: (state) => ({ ...state, ...fresh, dismissed: state.dismissed, asking: false, problem: null }),
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
      opening: state.opening ?? answer.score,
      change: answer.score === null || before === null ? 0 : answer.score - before,
    };
  },
  failed: (state, { problem }) => ({ ...state, asking: false, problem }),
  dismissed(state, { key }) {
    const gone = state.hints.filter((hint) => hint.key === key);
    const dismissed = [...state.dismissed, ...gone];
    return { ...state, dismissed, ...arrange(state.hints, state.answer?.suggestions ?? [], dismissed, state.nextKey) };
  },
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

/** The rules whose hints are kept back for this customer: sent away in this draft, or before it. */
export const awayRules = (state) => [
  ...new Set([...state.dismissed.map((hint) => hint.rule), ...(state.answer?.dismissed ?? [])]),
];

/** True while the words on show belong to an older draft than the one being written. */
export const isOld = (state) =>
  state.answer !== null && (state.asking || state.problem !== null || state.answeredText !== state.draft?.text);
