// Which hints are shown, and where: a hint stays in its place for as long as the server gives it.

import { carry, editBetween, overlaps } from "./spans.js";

export const MOST_HINTS = 3;

const isWarning = (hint) => hint.severity === "warning";

/** Ways in which a hint of a new answer can be an old one, the surest first. */
const SAME = [
  (old, hint) => hint.rule === old.rule && hint.original === old.original && overlaps(hint.span, old.span),
  (old, hint) => hint.rule === old.rule && hint.original === old.original,
  (old, hint) => hint.rule === old.rule && overlaps(hint.span, old.span),
];

/** For each of `shown` its hint among `incoming` (null: it went), and the `rest` that is new. */
function pair(shown, incoming) {
  const rest = [...incoming];
  const kept = shown.map(() => null);
  for (const isSame of SAME) {
    shown.forEach((old, place) => {
      const at = kept[place] === null ? rest.findIndex((hint) => isSame(old, hint)) : -1;
      if (at >= 0) kept[place] = { ...rest.splice(at, 1)[0], key: old.key };
    });
  }
  return { kept, rest };
}

const isHidden = (hint, dismissed) =>
  dismissed.some((gone) => gone.rule === hint.rule && (gone.original === hint.original || overlaps(gone.span, hint.span)));

/** Hints with their spans moved along with the draft, from the text they were found in to another. */
export function carryAll(hints, before, after) {
  if (before === after) return hints;
  const edit = editBetween(before, after);
  return hints.map((hint) => ({ ...hint, span: carry(hint.span, edit) }));
}

/**
 * The hints to show after an answer: at most three, each keeping its `key` and its place.
 *
 * `shown` and `dismissed` are in the positions of the answer's text. A hint that went leaves its place to the best
 * newcomer; a warning never waits behind milder hints.
 */
export function arrange(shown, incoming, dismissed, nextKey) {
  const { kept, rest: pool } = pair(shown, incoming.filter((hint) => !isHidden(hint, dismissed)));
  let key = nextKey;
  const keyed = (hint) => ({ ...hint, key: key++ });
  const places = kept.map((hint) => hint ?? (pool.length ? keyed(pool.shift()) : null)).filter(Boolean);
  while (places.length < MOST_HINTS && pool.length) places.push(keyed(pool.shift()));
  for (const urgent of pool.filter(isWarning)) {
    const mildest = places.findLastIndex((hint) => !isWarning(hint));
    if (mildest < 0) break;
    places[mildest] = keyed(urgent);
  }
  return { hints: places, nextKey: key };
}
