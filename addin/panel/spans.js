// Positions in a draft, counted in UTF-16 code units as JavaScript counts them. Nothing here reads what a text says.

const splitsPair = (text, at) =>
  at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]) && /[\uDC00-\uDFFF]/.test(text[at]);

/** True when `span` lies in `text`, cuts no surrogate pair in two, and covers exactly `original`. */
export function readsTheSame(text, span, original) {
  const { start, end } = span ?? {};
  if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
  if (start < 0 || start > end || end > text.length) return false;
  return !splitsPair(text, start) && !splitsPair(text, end) && text.slice(start, end) === original;
}

/** The one stretch in which two texts differ: where it starts, how much went and how much came. */
export function editBetween(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { start, removed: before.length - start - tail, inserted: after.length - start - tail };
}

/** Where `span` is after `edit`; a span that the edit touched grows to hold it. */
export function carry(span, edit) {
  const oldEnd = edit.start + edit.removed;
  const by = edit.inserted - edit.removed;
  if (span.end <= edit.start) return { start: span.start, end: span.end };
  if (span.start >= oldEnd) return { start: span.start + by, end: span.end + by };
  return { start: Math.min(span.start, edit.start), end: Math.max(span.end, oldEnd) + by };
}

/** Where `original` stands in `after`, given that it stood at `span` in `before`; null when it was edited. */
export function locate(span, original, before, after) {
  const there = before === after ? span : carry(span, editBetween(before, after));
  return readsTheSame(after, there, original) ? there : null;
}

/** The first "[gap to fill]" in a text, without a caret to put where there is none: a span or null. */
export function gapIn(text) {
  const found = /\[[^\][\n]+\]/.exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

export const overlaps = (a, b) => a.start < b.end && b.start < a.end;
