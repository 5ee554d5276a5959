// What the user wrote, told apart from the mail quoted below or above it and from the signature.

((einklang) => {
  "use strict";

  const literal = (text) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

  /** The line that introduces the quotation, however an editor has broken it. */
  function introIn(whole, intro) {
    const words = (intro ?? "").trim().split(/\s+/).filter(Boolean).map(literal);
    if (words.length === 0) return [];
    const found = new RegExp(`^[ \\t]*${words.join("\\s+")}[ \\t]*$`, "m").exec(whole);
    return found ? [{ start: found.index, end: found.index + found[0].length }] : [];
  }

  /** From "-------- Original Message --------" on, nothing is the user's own. */
  function originalIn(whole, original) {
    if (!original) return [];
    const found = new RegExp(`^-{5,} *${literal(original)} *-{5,}[ \\t]*$`, "m").exec(whole);
    return found ? [{ start: found.index, end: whole.length }] : [];
  }

  function quotedIn(whole) {
    if (!whole.startsWith(">") && !whole.includes("\n>")) return [];
    return [...whole.matchAll(/^>.*$/gm)].map((line) => ({ start: line.index, end: line.index + line[0].length }));
  }

  function signatureIn(whole, signature) {
    const text = (signature ?? "").replace(/\r\n?/g, "\n").trim();
    const at = text === "" ? -1 : whole.lastIndexOf(text);
    return at < 0 ? [] : [{ start: at, end: at + text.length }];
  }

  /** From a line "-- " to the end of the text or to what is cut out after it. */
  function delimitedIn(whole, cuts) {
    const found = /^-- $/m.exec(whole);
    if (found === null) return [];
    const next = cuts.map((cut) => cut.start).filter((start) => start > found.index);
    return [{ start: found.index, end: Math.min(whole.length, ...next) }];
  }

  function trimmed(whole, start, end) {
    const piece = whole.slice(start, end);
    const left = piece.length - piece.trimStart().length;
    return { from: start + left, length: piece.trim().length };
  }

  /**
   * `whole` without what the mail program put there: `intro` is the line above a quotation, `original` the name of a
   * forwarded mail, `signature` that of the identity; each may be missing.
   *
   * Gives the `text` and its `pieces`: `length` code units at `at` of the text stand at `from` of the whole.
   */
  function written(whole, { intro, original, signature } = {}) {
    const cuts = [
      ...introIn(whole, intro),
      ...originalIn(whole, original),
      ...quotedIn(whole),
      ...signatureIn(whole, signature),
    ];
    cuts.push(...delimitedIn(whole, cuts), { start: whole.length, end: whole.length });
    cuts.sort((a, b) => a.start - b.start || b.end - a.end);
    const pieces = [];
    let text = "";
    let from = 0;
    for (const cut of cuts) {
      const piece = trimmed(whole, from, Math.max(from, cut.start));
      if (piece.length > 0) {
        if (text !== "") text += "\n\n";
        pieces.push({ at: text.length, ...piece });
        text += whole.slice(piece.from, piece.from + piece.length);
      }
      from = Math.max(from, cut.end);
    }
    return { text, pieces };
  }

  /** Where a span of the text stands in the whole; null where something was cut out of it. */
  function placeOf(span, pieces) {
    const piece = pieces.find((one) => span.start >= one.at && span.end <= one.at + one.length);
    if (!piece) return null;
    const by = piece.from - piece.at;
    return { start: span.start + by, end: span.end + by };
  }

  einklang.written = written;
  einklang.placeOf = placeOf;
})((globalThis.einklang ??= {}));
