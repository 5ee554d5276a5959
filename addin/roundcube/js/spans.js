// Positions in a text, counted in UTF-16 code units as JavaScript counts them.

((einklang) => {
  "use strict";

  const splitsPair = (text, at) =>
    at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]) && /[\uDC00-\uDFFF]/.test(text[at]);

  /** True when `span` lies in `text`, cuts no surrogate pair in two, and covers exactly `original`. */
  function readsTheSame(text, span, original) {
    const { start, end } = span ?? {};
    if (!Number.isInteger(start) || !Number.isInteger(end)) return false;
    if (start < 0 || start > end || end > text.length) return false;
    return !splitsPair(text, start) && !splitsPair(text, end) && text.slice(start, end) === original;
  }

  /** Where the position `at` is after `span` was replaced by `length` code units: with its words, or behind the new ones. */
  function carried(at, span, length) {
    if (at <= span.start) return at;
    return at >= span.end ? at + length - (span.end - span.start) : span.start + length;
  }

  /** The one stretch in which two texts differ: where it starts, how much went and how much came. */
  function editBetween(before, after) {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start]) start += 1;
    let tail = 0;
    while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    return { start, end: before.length - tail, length: after.length - tail - start };
  }

  einklang.spans = Object.freeze({ readsTheSame, carried, editBetween });
})((globalThis.einklang ??= {}));
