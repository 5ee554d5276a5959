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

/** Hints that stand: those that went keep their place until the next pause, but nothing can be done with them. */
export const standing = (hints) => hints.filter((hint) => !hint.gone);

const leave = (hint) => ({ ...hint, gone: true });

/**
 * The hints to show after an answer: at most three that stand, each keeping its `key` and its place.
 *
 * `shown` and `dismissed` are in the positions of the answer's text. A hint that went stays where it was, marked
 * `gone` (and comes back to life there if the server gives it again); a newcomer is put below all others, so that
 * nothing moves while somebody types. A warning never waits behind milder hints. `rank` is the server's order.
 */
export function arrange(shown, incoming, dismissed, nextKey) {
  const ranked = incoming.map((hint, rank) => ({ ...hint, rank }));
  const { kept, rest: pool } = pair(shown, ranked.filter((hint) => !isHidden(hint, dismissed)));
  let key = nextKey;
  const keyed = (hint) => ({ ...hint, key: key++ });
  const places = shown.map((old, place) => kept[place] ?? leave(old));
  for (let place = places.length; standing(places).length > MOST_HINTS; ) {
    place -= 1; // one that came back finds its room taken
    if (shown[place].gone && !places[place].gone) places[place] = leave(places[place]);
  }
  while (standing(places).length < MOST_HINTS && pool.length) places.push(keyed(pool.shift()));
  for (const urgent of pool.filter(isWarning)) {
    const mildest = places.findLastIndex((hint) => !hint.gone && !isWarning(hint));
    if (mildest < 0) break;
    places[mildest] = leave(places[mildest]);
    places.push(keyed(urgent));
  }
  return { hints: places, nextKey: key };
}

/** The hints after the user sent one away: the best newcomer takes its place, the others stay. */
export function replaceOne(key, shown, incoming, dismissed, nextKey) {
  const place = shown.findIndex((hint) => hint.key === key);
  const arranged = arrange(shown.filter((hint) => hint.key !== key), incoming, dismissed, nextKey);
  const at = arranged.hints.findIndex((hint) => hint.key >= nextKey);
  if (at >= 0) arranged.hints.splice(place, 0, ...arranged.hints.splice(at, 1));
  return arranged;
}

/** The hints in a pause: what went makes room, the rest is in the server's order. The same list where nothing moves. */
export function settle(hints) {
  const calm = standing(hints).sort((a, b) => a.rank - b.rank);
  return calm.length === hints.length && calm.every((hint, place) => hint === hints[place]) ? hints : calm;
}
