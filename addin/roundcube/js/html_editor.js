// The HTML editor of Roundcube: TinyMCE.

((einklang) => {
  "use strict";

  const { readsTheSame } = einklang.spans;
  const BLOCK = "p, div, li, td, th, h1, h2, h3, h4, h5, h6, pre, body";
  const SEVERITIES = ["info", "advice", "warning", "active"];

  const escaped = (text) =>
    text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]);

  /** A text as paragraphs; a single line stays within the paragraph it is put in. */
  function asHtml(text) {
    const paragraphs = text.split(/\n{2,}/).map((lines) => escaped(lines).replace(/\n/g, "<br>"));
    return paragraphs.length === 1 ? paragraphs[0] : paragraphs.map((lines) => `<p>${lines}</p>`).join("");
  }

  function rangeOf(stretches, doc) {
    const range = doc.createRange();
    const last = stretches[stretches.length - 1];
    range.setStart(stretches[0].node, stretches[0].from);
    range.setEnd(last.node, last.from + last.length);
    return range;
  }

  const blockOf = (node) => node.parentElement.closest(BLOCK);

  /** Puts words in place of words: a text node keeps its formatting, and the browser moves the caret along. */
  function replaceWords(stretches, replacement) {
    const [first, ...rest] = stretches;
    for (const { node, from, length } of rest.reverse()) node.deleteData(from, length);
    first.node.replaceData(first.from, first.length, replacement);
  }

  function select(editor, node, start, end) {
    const range = editor.getDoc().createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    editor.selection.setRng(range);
  }

  /** Marks words without touching the draft, where the browser can (CSS custom highlights). */
  function createMarker(editor) {
    const { CSS: css, Highlight } = editor.getWin();
    if (!css?.highlights || !Highlight) return () => {};
    return (ranges) => {
      for (const name of SEVERITIES) css.highlights.delete(`einklang-${name}`);
      for (const name of SEVERITIES) {
        const mine = ranges.filter((one) => (name === "active" ? one.mark.active : one.mark.severity === name));
        if (mine.length > 0) css.highlights.set(`einklang-${name}`, new Highlight(...mine.map((one) => one.range)));
      }
    };
  }

  /** TinyMCE as an editor: `whole()`, `replace(...)`, `mark(...)`, `close()`; `changed()` is told of every change. */
  einklang.openHtmlEditor = (editor, { changed, style }) => {
    const marker = createMarker(editor);
    const observer = new MutationObserver(changed); // typing, undo, what is pasted and what Roundcube puts in: all of it

    const isGone = () => editor.removed || !editor.getBody(); // Roundcube is just putting the other editor in place
    let last = { text: "", runs: [] };

    /** What the body reads like; an editor that is gone reads as it did last. */
    function read() {
      if (!isGone()) last = einklang.readHtml(editor.getBody());
      return last;
    }
    observer.observe(editor.getBody(), { characterData: true, childList: true, subtree: true });
    editor.dom.addStyle(style);

    return {
      kind: "html",
      whole: () => read().text,
      /** As that of a text area: says whether it replaced; the caret stays, the editor's undo takes it back. */
      replace(span, original, replacement, gap) {
        const { text, runs } = read();
        if (isGone() || editor.mode?.isReadOnly?.() || !readsTheSame(text, span, original)) return false;
        const stretches = einklang.stretchesOf(runs, span);
        if (stretches.length === 0) return false;
        const block = blockOf(stretches[0].node);
        const isWords = !/\n/.test(original + replacement) && stretches.every((one) => blockOf(one.node) === block);
        editor.focus();
        editor.undoManager.add(); // what a script put in (a signature, a saved answer) is no step of its own otherwise
        editor.undoManager.transact(() => {
          if (isWords) {
            replaceWords(stretches, replacement);
          } else {
            editor.selection.setRng(rangeOf(stretches, editor.getDoc()));
            editor.insertContent(asHtml(replacement));
          }
        });
        if (gap && isWords) {
          const { node, from } = stretches[0];
          select(editor, node, from + gap.start, from + gap.end);
        }
        editor.nodeChanged();
        return true;
      },
      mark(marks) {
        if (isGone()) return;
        const { runs } = read();
        const ranges = marks.map((mark) => ({ mark, stretches: einklang.stretchesOf(runs, mark) }));
        const drawn = ranges.filter(({ mark, stretches }) => mark.start < mark.end && stretches.length > 0);
        marker(drawn.map(({ mark, stretches }) => ({ mark, range: rangeOf(stretches, editor.getDoc()) })));
      },
      focus: () => editor.focus(),
      close: () => observer.disconnect(),
    };
  };
})((globalThis.einklang ??= {}));
