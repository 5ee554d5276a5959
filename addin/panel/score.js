// What a score means in words, and what the panel advises when a mail is about to be sent.

import { standing } from "./hints.js";

export const LIKE_ANYBODY = 50;

const LEVELS = [
  [80, "very_well", "good"],
  [68, "well", "good"],
  [56, "partly", "fair"],
  [44, "anybody", "fair"],
  [-Infinity, "not", "poor"],
];

/** The level of a score: `word` is a key of the texts (`fits_...`), `tone` is good, fair or poor. */
export function levelOf(score) {
  const [, word, tone] = LEVELS.find(([least]) => score >= least);
  return { word, tone };
}

const MOST_LINES = 8; // more is not read
const LEAST_POINTS = 0.5; // less would show as 0

/** Contributions worth a line of their own, in their order, and what the many small ones add up to. */
export function contributions(deviations) {
  const weight = (one) => Math.abs(one.points);
  const heaviest = [...deviations].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_LINES);
  const isWorth = (one) => weight(one) >= LEAST_POINTS && heaviest.includes(one);
  const worth = deviations.filter(isWorth);
  const small = deviations.filter((one) => !isWorth(one));
  return { worth, small: small.length, smallPoints: small.reduce((sum, one) => sum + one.points, 0) };
}

/**
 * The verdict on a draft: `ok` is false when a hint is open that is worth asking about, or when the score is surely
 * below "like anybody"; always true on a server that is told never to hold a mail.
 *
 * Without an answer (`unsure` says why) the verdict is always ok: a coach that is away never holds a mail.
 */
export function verdictOf(state, unsure = null) {
  if (unsure !== null) return { ok: true, unsure, score: null, band: null, reasons: [] };
  const { answer } = state;
  const hints = standing(state.hints);
  const surelyLow = Boolean(answer?.band) && answer.band[1] < LIKE_ANYBODY;
  const isHeld = answer?.hold_on_send === "ask" && (surelyLow || hints.some((hint) => hint.hold));
  return {
    ok: !isHeld,
    unsure,
    score: answer?.score ?? null,
    band: answer?.band ?? null,
    reasons: hints.map(({ severity, message }) => ({ severity, message })),
  };
}
