// The plain editor of Roundcube: a text area.

((einklang) => {
  "use strict";

  const { readsTheSame, carried } = einklang.spans;

  /** Edits the area in the only way that the undo of every browser takes back. */
  function put(area, span, text) {
    area.focus({ preventScroll: true });
    area.setSelectionRange(span.start, span.end);
    const done = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
    if (done || (text === "" && span.start === span.end)) return;
    area.setRangeText(text, span.start, span.end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The text area as an editor: `whole()`, `replace(...)`, `mark(...)`, `close()`; `changed()` is told of every change. */
  einklang.openTextArea = (area, { changed }) => {
    const backdrop = einklang.openBackdrop(area);
    area.addEventListener("input", changed);
    return {
      kind: "plain",
      whole: () => area.value,
      /**
       * Replaces `span` where it still reads `original`; says whether it did. The caret stays with its words, or selects
       * the stretch `select` of the replacement.
       */
      replace(span, original, replacement, select) {
        if (area.readOnly || area.disabled || !readsTheSame(area.value, span, original)) return false;
        const { selectionStart, selectionEnd, scrollTop } = area;
        put(area, span, replacement);
        const after = (at) => carried(at, span, replacement.length);
        if (select) area.setSelectionRange(span.start + select.start, span.start + select.end);
        else area.setSelectionRange(after(selectionStart), after(selectionEnd));
        area.scrollTop = scrollTop;
        return true;
      },
      mark: (marks) => backdrop.draw(marks),
      focus: () => area.focus(),
      close() {
        area.removeEventListener("input", changed);
        backdrop.close();
      },
    };
  };
})((globalThis.einklang ??= {}));
