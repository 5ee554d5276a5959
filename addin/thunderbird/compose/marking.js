// Marks the words that hints are about. The marks are painted only: nothing of them is in the mail.

(() => {
  const KINDS = ["info", "advice", "warning", "active"];

  const nameOf = (mark) => (mark.active ? "active" : KINDS.includes(mark.severity) ? mark.severity : "info");

  /** Marks `[{ start, end, severity, active }]`, where the draft still reads `text`; else takes the marks away. */
  einklang.mark = ({ text, marks }) => {
    if (!globalThis.CSS?.highlights || typeof Highlight !== "function") return false;
    const own = einklang.readOwn(document.body);
    const shown = own.text === text ? marks.filter(({ start, end }) => start < end && end <= text.length) : [];
    for (const kind of KINDS) {
      const ranges = shown.filter((mark) => nameOf(mark) === kind).map(({ start, end }) => einklang.rangeOf(own, start, end));
      CSS.highlights.set(`einklang-${kind}`, new Highlight(...ranges));
    }
    return true;
  };
})();
