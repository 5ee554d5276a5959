// Changes one stretch of the user's text, so that undo, caret and formatting survive.

(() => {
  const isHalf = (text, at) =>
    at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]) && /[\uDC00-\uDFFF]/.test(text[at]);

  function readsTheSame(text, span, original) {
    const { start, end } = span ?? {};
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start > end || end > text.length) return false;
    return !isHalf(text, start) && !isHalf(text, end) && text.slice(start, end) === original;
  }

  /** What really changes: without the words that both begin or both end with, so that their formatting is not touched. */
  function narrow(span, original, replacement) {
    const shorter = Math.min(original.length, replacement.length);
    let head = 0;
    while (head < shorter && original[head] === replacement[head]) head += 1;
    if (isHalf(original, head) || isHalf(replacement, head)) head -= 1;
    let tail = 0;
    while (tail < shorter - head && original.at(-1 - tail) === replacement.at(-1 - tail)) tail += 1;
    if (isHalf(original, original.length - tail) || isHalf(replacement, replacement.length - tail)) tail -= 1;
    return {
      start: span.start + head,
      end: span.end - tail,
      words: replacement.slice(head, replacement.length - tail),
    };
  }

  /** The number of the first run of which `isAfter` holds; `runs` is in order. */
  function firstRun(runs, isAfter) {
    let low = 0;
    let high = runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(runs[middle])) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  const indexOf = (node) => Array.prototype.indexOf.call(node.parentNode.childNodes, node);

  /** The place `offset` characters into a run, as a container and an offset. */
  const pointIn = ({ node, at }, offset) =>
    node.nodeType === Node.TEXT_NODE ? [node, at + offset] : [node.parentNode, indexOf(node) + offset];

  /** The run with the character at `offset`; undefined for a line end that only a block's edge stands for. */
  function runAt(runs, offset) {
    const run = runs[firstRun(runs, (one) => one.start > offset) - 1];
    return run && offset < run.start + run.length ? run : undefined;
  }

  const endOf = (run) => pointIn(run, run.length);

  /** Where the character at `offset` begins. */
  function startPoint({ root, runs }, offset) {
    const run = runAt(runs, offset);
    if (run) return pointIn(run, offset - run.start);
    const before = runs[firstRun(runs, (one) => one.start > offset) - 1];
    return before ? endOf(before) : [root, 0];
  }

  /** Where the character before `offset` ends. */
  function endPoint({ root, runs }, offset) {
    const run = offset > 0 ? runAt(runs, offset - 1) : undefined;
    if (run) return pointIn(run, offset - run.start);
    const next = runs[firstRun(runs, (one) => one.start >= offset)];
    if (next) return pointIn(next, 0);
    return runs.length ? endOf(runs.at(-1)) : [root, 0];
  }

  function rangeOf(own, start, end) {
    const range = document.createRange();
    range.setStart(...(start === end ? endPoint(own, start) : startPoint(own, start)));
    range.setEnd(...endPoint(own, end));
    return range;
  }

  /** The offset in the text of a place in the document. */
  function offsetOf({ text, runs }, container, at) {
    const place = document.createRange();
    place.setStart(container, at);
    const next = firstRun(runs, (run) => place.comparePoint(...pointIn(run, 0)) >= 0);
    const within = runs[next - 1];
    if (within?.node === container) return Math.min(within.start + at - within.at, within.start + within.length);
    if (runs[next]) return runs[next].start;
    return text.length;
  }

  const isCrossed = (runs, start, end) => {
    const first = runs[Math.max(0, firstRun(runs, (one) => one.start > start) - 1)];
    const last = runs[Math.max(0, firstRun(runs, (one) => one.start >= end) - 1)];
    return first !== undefined && first.zone !== last.zone;
  };

  const isIn = (root, node) => node !== null && root.contains(node);

  /** The user's selection as offsets, or as a living range where it lies in what they did not write. */
  function keepSelection(own, selection) {
    const { root } = own;
    if (!isIn(root, selection.anchorNode) || !isIn(root, selection.focusNode)) return null;
    const isForeign = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("blockquote, .moz-signature, [_moz_quote]");
    if (isForeign(selection.anchorNode)) return { range: selection.getRangeAt(0).cloneRange() };
    return {
      anchor: offsetOf(own, selection.anchorNode, selection.anchorOffset),
      focus: offsetOf(own, selection.focusNode, selection.focusOffset),
    };
  }

  function restoreSelection(kept, own, edit, selection) {
    if (kept === null) return;
    if (kept.range) {
      selection.removeAllRanges();
      selection.addRange(kept.range);
      return;
    }
    const grown = edit.words.length - (edit.end - edit.start);
    const moved = (at) => (at <= edit.start ? at : at >= edit.end ? at + grown : edit.start + edit.words.length);
    selection.setBaseAndExtent(...endPoint(own, moved(kept.anchor)), ...endPoint(own, moved(kept.focus)));
  }

  /**
   * Replaces `span` where it still reads `original`; says whether it did, and else changes nothing.
   *
   * The caret stays with its words; or it selects `caret`, a stretch of the replacement, and the draft gets the focus.
   */
  einklang.replace = ({ span, original, replacement, caret }) => {
    const own = einklang.readOwn(document.body);
    if (!readsTheSame(own.text, span, original)) return false;
    const edit = narrow(span, original, replacement);
    if (isCrossed(own.runs, edit.start, edit.end)) return false;
    const selection = document.getSelection();
    const kept = keepSelection(own, selection);
    if (edit.start !== edit.end || edit.words !== "") {
      const range = rangeOf(own, edit.start, edit.end);
      selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
      // the only ways that Thunderbird's own undo takes back
      const done = edit.words === "" ? document.execCommand("delete") : document.execCommand("insertText", false, edit.words);
      if (!done) return false;
    }
    const after = einklang.readOwn(document.body);
    if (caret) {
      const place = rangeOf(after, span.start + caret.start, span.start + caret.end);
      selection.setBaseAndExtent(place.startContainer, place.startOffset, place.endContainer, place.endOffset);
      window.focus();
    } else {
      restoreSelection(kept, after, edit, selection);
    }
    return true;
  };

  einklang.rangeOf = rangeOf;
})();
