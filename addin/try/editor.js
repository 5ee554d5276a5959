// The text area of the draft, with the words of the hints marked behind it.

import { carry, editBetween, readsTheSame } from "../panel/spans.js";
import { cut } from "./pieces.js";

/** Edits `area`, so that the browser's undo knows about it; false where the browser will not. */
function insert(area, span, text) {
  area.focus();
  area.setSelectionRange(span.start, span.end);
  // the only way into a text area that the undo of every browser takes back; an empty text is a deletion
  return text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
}

/** Drives a `textarea` and the `backdrop` behind it; `changed(text)` is called at every change of the text. */
export function createEditor({ area, backdrop, changed }) {
  let drawnText = area.value;
  let marks = [];

  function draw() {
    const text = area.value;
    const pieces = cut(text, marks).map(({ text: words, mark }) => {
      if (mark === null) return words;
      const element = document.createElement("mark");
      element.textContent = words;
      element.dataset.severity = mark.severity;
      if (mark.active) element.dataset.active = "";
      return element;
    });
    backdrop.replaceChildren(...pieces, "\u200b"); // a last empty line has height too
    drawnText = text;
  }

  area.addEventListener("input", () => {
    if (area.value !== drawnText && marks.length > 0) {
      const edit = editBetween(drawnText, area.value);
      marks = marks.map((mark) => ({ ...mark, ...carry(mark, edit) }));
    }
    draw();
    changed(area.value);
  });
  draw();

  function put(span, text) {
    if (insert(area, span, text)) return;
    area.setRangeText(text, span.start, span.end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return {
    text: () => area.value,
    /** Sets the text as it was kept, without a change that could be undone. */
    restore(text) {
      area.value = text;
      marks = [];
      draw();
    },
    /** Replaces everything; the browser's undo brings the old text back. */
    replaceAll(text) {
      marks = [];
      put({ start: 0, end: area.value.length }, text);
      area.setSelectionRange(0, 0);
    },
    /**
     * Replaces `span` where it still reads `original`; says whether it did. The caret stays with its words, or selects
     * the stretch `select` of the replacement.
     */
    replace(span, original, replacement, select = null) {
      if (!readsTheSame(area.value, span, original)) return false;
      const caret = { start: area.selectionStart, end: area.selectionEnd };
      const edit = { start: span.start, removed: span.end - span.start, inserted: replacement.length };
      put(span, replacement);
      if (select) {
        area.focus();
        area.setSelectionRange(span.start + select.start, span.start + select.end);
        return true;
      }
      const after = (at) => (at > span.start && at < span.end ? span.start + replacement.length : carry({ start: at, end: at }, edit).start);
      area.setSelectionRange(after(caret.start), after(caret.end));
      return true;
    },
    mark(newMarks) {
      marks = newMarks;
      draw();
    },
  };
}
