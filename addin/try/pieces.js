// A draft in pieces, so that the words of the hints can be marked behind it. Positions are UTF-16 code units.

/** `text` cut at the marks: `[{ text, mark | null }]`, in order; of two marks that overlap the earlier one is kept. */
export function cut(text, marks) {
  const pieces = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > text.length || mark.start >= mark.end) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), mark: null });
    pieces.push({ text: text.slice(mark.start, mark.end), mark });
    at = mark.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
  return pieces;
}
