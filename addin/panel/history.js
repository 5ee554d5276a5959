// The scores of a draft since it was opened: kept in memory only, and drawn as one small line.

export const MOST_POINTS = 40; // more would not be told apart at the width of a sidebar
const LEAST_SPAN = 20; // points; a line over less would make waves out of nothing

const isSame = (a, b) => Math.round(a) === Math.round(b);

/** `history` with `score` at its end: null and what reads as the same number change nothing; the first always stays. */
export function extend(history, score) {
  if (score === null || (history.length > 0 && isSame(history.at(-1), score))) return history;
  const longer = [...history, score];
  return Object.freeze(longer.length > MOST_POINTS ? [longer[0], ...longer.slice(2)] : longer);
}

/** What the line says in numbers; null where there is no line yet. */
export function outline(history) {
  if (history.length < 2) return null;
  const [first, last] = [history[0], history.at(-1)];
  return { first, last, low: Math.min(...history), high: Math.max(...history) };
}

/** The points of the line in a box of `width` by `height`, from left to right: `[[x, y], ...]`. */
export function line(history, { width, height }) {
  const { low, high } = outline(history);
  const span = Math.max(LEAST_SPAN, high - low);
  const floor = Math.max(0, Math.min(100 - span, (low + high - span) / 2));
  const round = (number) => Math.round(10 * number) / 10;
  return history.map((score, place) => [
    round((width * place) / (history.length - 1)),
    round(height - (height * (score - floor)) / span),
  ]);
}
