// @ts-check
// Changing a stretch of a draft's text inside its HTML: only the text nodes that it comes from are touched.

/** @typedef {import("./body.js").Reading} Reading */
/** @typedef {import("./body.js").Line} Line */
/** @typedef {import("./contract.js").Span} Span */

/**
 * Replaces `span` of a reading by `replacement` in its document; a line that stays as it is keeps all its formatting.
 * @param {Reading} reading
 * @param {Span} span
 * @param {string} replacement
 */
export function replaceIn(reading, span, replacement) {
  const { text } = reading;
  const touched = reading.lines.filter((line) => line.start <= span.end && line.end >= span.start);
  const first = touched[0];
  const last = touched[touched.length - 1];
  if (!first || !last) {
    insertInto(reading, replacement);
    return;
  }
  const head = text.slice(first.start, span.start);
  const tail = text.slice(span.end, last.end);
  const before = touched.map((line) => text.slice(line.start, line.end));
  const after = `${head}${replacement}${tail}`.split("\n");
  const same = edgesOf(before, after);
  const old = touched.slice(same.top, touched.length - same.bottom);
  const fresh = after.slice(same.top, after.length - same.bottom);
  const anchor = touched[same.top - 1] ?? null;
  changeLines(reading, { old, fresh, anchor, next: touched[touched.length - same.bottom] ?? null });
}

/**
 * How many lines at both ends are alike.
 * @param {string[]} before
 * @param {string[]} after
 */
function edgesOf(before, after) {
  const most = Math.min(before.length, after.length);
  let top = 0;
  while (top < most && before[top] === after[top]) top += 1;
  let bottom = 0;
  while (bottom < most - top && before[before.length - 1 - bottom] === after[after.length - 1 - bottom]) bottom += 1;
  return { top, bottom };
}

/**
 * @param {Reading} reading
 * @param {{ old: Line[], fresh: string[], anchor: Line | null, next: Line | null }} change
 */
function changeLines(reading, { old, fresh, anchor, next }) {
  const shared = Math.min(old.length, fresh.length);
  const surplus = fresh.slice(shared);
  // from the end on, so that places further up stay right
  if (surplus.length > 0) addLines(reading, surplus, { line: old[shared - 1] ?? anchor, next });
  for (const line of old.slice(shared).reverse()) removeLine(reading, line);
  for (const [at, line] of [...old.slice(0, shared).entries()].reverse()) changeLine(reading, line, fresh[at] ?? "");
}

const isInWord = (/** @type {string | undefined} */ letter) => /[\p{L}\p{N}]/u.test(letter ?? "");

/**
 * How many letters at both ends of a line are alike, whole words only.
 * @param {string} old
 * @param {string} fresh
 */
function alike(old, fresh) {
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head += 1;
  while (head > 0 && isInWord(old[head - 1]) && (isInWord(old[head]) || isInWord(fresh[head]))) head -= 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  while (tail > 0 && isInWord(old.at(-tail)) && (isInWord(old.at(-1 - tail)) || isInWord(fresh.at(-1 - tail)))) tail -= 1;
  return { head, tail };
}

/**
 * Writes one line anew: only the words between what is alike at both its ends.
 * @param {Reading} reading
 * @param {Line} line
 * @param {string} fresh
 */
function changeLine(reading, line, fresh) {
  const old = reading.text.slice(line.start, line.end);
  if (old === fresh || line.isGap) return;
  const { head, tail } = alike(old, fresh);
  const from = line.start + head;
  const to = line.end - tail;
  const words = fresh.slice(head, fresh.length - tail);
  const inside = reading.pieces.filter((piece) => piece.end > from && piece.at < to);
  const home = inside[0] ?? neighbour(reading, line, from);
  if (!home) {
    writeInto(line.block, line.ender, words);
    return;
  }
  for (const piece of inside.slice(1).reverse()) cut(piece, Math.max(from, piece.at), Math.min(to, piece.end), "");
  cut(home, Math.min(Math.max(from, home.at), home.end), Math.min(Math.max(to, home.at), home.end), words);
  const isHeldOpen = line.ender !== null || home.node.nextSibling?.nodeName === "BR";
  if (fresh === "" && !isHeldOpen) home.node.after(home.node.ownerDocument.createElement("br"));
}

/**
 * The piece of the line that touches `place`: what is inserted there belongs to the words before it.
 * @param {Reading} reading
 * @param {Line} line
 * @param {number} place
 */
function neighbour(reading, line, place) {
  const own = reading.pieces.filter((piece) => piece.at >= line.start && piece.end <= line.end);
  return own.find((piece) => piece.end === place) ?? own.find((piece) => piece.at === place) ?? null;
}

/**
 * @param {import("./body.js").Piece} piece
 * @param {number} from
 * @param {number} to
 * @param {string} words
 */
function cut(piece, from, to, words) {
  const isExact = piece.to - piece.from === piece.end - piece.at;
  const start = isExact ? piece.from + from - piece.at : from === piece.at ? piece.from : piece.to;
  const end = isExact ? piece.from + to - piece.at : to === piece.at ? piece.from : piece.to;
  const { data } = piece.node;
  piece.node.data = data.slice(0, start) + words + data.slice(end);
}

/**
 * Writes into a block in which no words stand: before its line break, or in place of the space that holds it open.
 * @param {Element} block
 * @param {Element | null} ender
 * @param {string} words
 */
function writeInto(block, ender, words) {
  const space = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
  if (ender) ender.before(words);
  else if (space instanceof Text && space.data.trim() === "") space.data = words;
  else block.append(words);
}

/**
 * Adds lines after `line`, or before `next` where that stands closer.
 * @param {Reading} reading
 * @param {string[]} fresh
 * @param {{ line: Line | null, next: Line | null }} place
 */
function addLines(reading, fresh, { line, next }) {
  const document = reading.root.ownerDocument;
  const broken = (/** @type {boolean} */ isBefore) =>
    fresh.flatMap((words) => (isBefore ? [document.createElement("br"), words] : [words, document.createElement("br")]));
  const words = (/** @type {Line} */ one) =>
    reading.pieces.filter((piece) => piece.at >= one.start && piece.end <= one.end).map((piece) => piece.node);
  if (line && !line.isGap) {
    if (line.ender) {
      line.ender.after(...broken(false));
      return;
    }
    const parts = broken(true);
    if (fresh.at(-1) === "") parts.push(document.createElement("br"));
    const last = words(line).at(-1);
    if (last) last.after(...parts);
    else line.block.append(...parts);
  } else if (next) {
    const first = words(next)[0] ?? next.ender;
    if (first) first.before(...broken(false));
    else next.block.prepend(...broken(false));
  }
}

/**
 * Takes a line away, and its block where nothing else stands in it.
 * @param {Reading} reading
 * @param {Line} line
 */
function removeLine(reading, line) {
  if (line.isGap) return; // it goes with the paragraph below
  const own = reading.pieces.filter((piece) => piece.at >= line.start && piece.end <= line.end);
  for (const piece of own.reverse()) cut(piece, piece.at, piece.end, "");
  line.ender?.remove();
  const { block } = line;
  const isBare = block.textContent?.trim() === "" && !block.querySelector("img, table, hr, input, br");
  if (isBare && block.parentElement && block.tagName !== "BODY" && !/^T[DHR]$/.test(block.tagName)) block.remove();
}

/**
 * Writes into a body in which nothing stands yet.
 * @param {Reading} reading
 * @param {string} words
 */
function insertInto({ root, end }, words) {
  const isOwn = (/** @type {Element} */ block) =>
    !end || (!block.contains(end) && Boolean(end.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_PRECEDING));
  const document = root.ownerDocument;
  let block = [...root.querySelectorAll("p, div")].find(isOwn) ?? null;
  if (block === null) {
    block = document.createElement("div");
    const edge = end?.parentElement === root ? end : root.firstChild;
    root.insertBefore(block, edge);
  }
  const [first = "", ...others] = words.split("\n");
  const holder = block.querySelector("br");
  writeInto(block, holder, first);
  const parts = others.flatMap((line) => [document.createElement("br"), line]);
  if (holder) holder.before(...parts);
  else block.append(...parts);
}
