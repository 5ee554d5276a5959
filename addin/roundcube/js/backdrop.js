// The marks behind a text area: the same text on a sheet below it, with nothing to be seen of it but the marks.

((einklang) => {
  "use strict";

  const MOST = 200_000; // characters; a longer draft is not drawn twice
  const SAME = [
    "font", "letterSpacing", "wordSpacing", "lineHeight", "textAlign", "textIndent", "tabSize", "direction", "padding",
    "borderWidth", "borderStyle", "boxSizing", "overflowWrap", "wordBreak",
  ];

  /** `text` cut at the marks, in order; of two marks that overlap the earlier one is kept. */
  function cut(text, marks) {
    const pieces = [];
    let at = 0;
    for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (mark.start < at || mark.end > text.length || mark.start >= mark.end) continue;
      pieces.push({ text: text.slice(at, mark.start), mark: null }, { text: text.slice(mark.start, mark.end), mark });
      at = mark.end;
    }
    pieces.push({ text: text.slice(at), mark: null });
    return pieces;
  }

  function elementOf({ text, mark }) {
    if (mark === null) return document.createTextNode(text);
    const element = document.createElement("mark");
    element.textContent = text;
    element.dataset.severity = mark.severity;
    if (mark.active) element.dataset.active = "";
    return element;
  }

  /** A sheet below `area`; `draw([{ start, end, severity, active }])` puts marks on it, typing moves them along. */
  einklang.openBackdrop = (area) => {
    const sheet = document.createElement("div");
    sheet.className = "einklang-backdrop";
    sheet.setAttribute("aria-hidden", "true");
    let text = area.value;
    let marks = [];

    function place() {
      const style = getComputedStyle(area);
      for (const name of SAME) sheet.style[name] = style[name];
      Object.assign(sheet.style, {
        left: `${area.offsetLeft}px`,
        top: `${area.offsetTop}px`,
        width: `${area.offsetWidth - (area.offsetWidth - area.clientWidth - 2 * area.clientLeft)}px`,
        height: `${area.offsetHeight}px`,
      });
      sheet.scrollTop = area.scrollTop;
    }

    function show() {
      const isShown = marks.length > 0 && area.value.length <= MOST && area.offsetParent !== null;
      if (!isShown) {
        sheet.remove();
        area.classList.remove("einklang-marked");
        return;
      }
      sheet.replaceChildren(...cut(area.value, marks).map(elementOf), "\u200b"); // a last empty line has height too
      if (!sheet.isConnected) area.before(sheet);
      area.classList.add("einklang-marked");
      place();
    }

    function follow() {
      if (marks.length > 0 && area.value !== text) {
        const edit = einklang.spans.editBetween(text, area.value);
        const moved = (at) => einklang.spans.carried(at, edit, edit.length);
        marks = marks.map((mark) => ({ ...mark, start: moved(mark.start), end: moved(mark.end) }));
        show();
      }
      text = area.value;
    }

    const scroll = () => (sheet.scrollTop = area.scrollTop);
    const sizes = new ResizeObserver(() => sheet.isConnected && place());
    sizes.observe(area);
    area.addEventListener("input", follow);
    area.addEventListener("scroll", scroll, { passive: true });
    return {
      draw(newMarks) {
        text = area.value;
        marks = newMarks;
        show();
      },
      close() {
        sizes.disconnect();
        area.removeEventListener("input", follow);
        area.removeEventListener("scroll", scroll);
        marks = [];
        show();
      },
    };
  };
})((globalThis.einklang ??= {}));
