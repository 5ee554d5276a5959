// What the user wrote in a compose document, and where each character of it stands. Runs inside every compose window.

globalThis.einklang = {};

(() => {
  // the quoted mail, its first line, a forwarded mail, the signature that Thunderbird put there: not written here
  const FOREIGN = 'blockquote[type="cite"], .moz-cite-prefix, .moz-forward-container, .moz-signature, [_moz_quote="true"]';
  const QUOTED = 'blockquote[type="cite"], [_moz_quote="true"]';
  const PARAGRAPHS = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "DL", "TABLE"]);
  const LINES = new Set(["DIV", "LI", "TR", "DT", "DD", "PRE", "BLOCKQUOTE", "ADDRESS", "CENTER"]);
  const SOLID = new Set(["IMG", "HR", "VIDEO", "AUDIO", "OBJECT", "SVG", "CANVAS"]); // a change must not swallow them
  const SKIPPED = new Set(["STYLE", "SCRIPT", "TITLE", "HEAD"]);
  const BLANKS = /[ \t\r\n]{2,}|[\t\r\n]|^ /g; // all but one plain blank between words, which is what it reads

  const edgeOf = (element) => (PARAGRAPHS.has(element.nodeName) ? 2 : LINES.has(element.nodeName) ? 1 : 0);

  /** Collects text and its runs; a run is a stretch of the text that stands in one node, character by character. */
  function createCollector(root) {
    const parts = [];
    const runs = [];
    const kept = new Map(); // does the element keep its blanks as they are?
    let length = 0;
    let ends = 0; // line ends at the end of what is collected
    let zone = 0;

    const put = (words, run) => {
      parts.push(words);
      if (run) runs.push({ ...run, start: length, length: words.length, zone });
      length += words.length;
    };
    const keepsBlanks = (element) => {
      if (!kept.has(element)) kept.set(element, /^(?:pre|break)/.test(getComputedStyle(element).whiteSpace));
      return kept.get(element);
    };
    const lines = (words) => {
      const tail = /\n*$/.exec(words)[0].length;
      ends = tail === words.length ? ends + tail : tail;
    };
    const piece = (node, data, from, to) => {
      put(data.slice(from, to).replaceAll("\u00a0", " "), { node, at: from });
      ends = 0;
    };
    const putBlank = (node, at) => {
      if (length === 0 || ends > 0 || parts.at(-1).endsWith(" ")) return; // as a browser does: one blank, none at a line's start
      put(" ", { node, at });
    };

    return {
      root,
      /** A block begins or ends: at least `count` line ends stand between it and what comes next. */
      edge(count) {
        if (length === 0 || ends >= count) return;
        put("\n".repeat(count - ends), null);
        ends = count;
      },
      lineEnd(node) {
        put("\n", { node, at: 0 });
        ends += 1;
      },
      /** What lies here belongs to somebody else; no change reaches across it. */
      barrier() {
        zone += 1;
      },
      words(node) {
        const { data } = node;
        if (keepsBlanks(node.parentElement)) {
          if (data === "") return;
          put(data.replaceAll("\u00a0", " "), { node, at: 0 });
          lines(data);
          return;
        }
        let at = 0;
        for (const blank of data.matchAll(BLANKS)) {
          if (blank.index > at) piece(node, data, at, blank.index);
          putBlank(node, blank.index);
          at = blank.index + blank[0].length;
        }
        if (at < data.length) piece(node, data, at, data.length);
      },
      done() {
        const whole = parts.join("");
        const text = whole.replace(/\s+$/, "");
        return { root, text, runs: runs.filter((run) => run.start < text.length || text.length === 0) };
      },
    };
  }

  function walk(parent, into, isForeign) {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        into.words(node);
      } else if (node.nodeType === Node.ELEMENT_NODE && !SKIPPED.has(node.nodeName)) {
        walkElement(node, into, isForeign);
      }
    }
  }

  function walkElement(element, into, isForeign) {
    if (isForeign(element)) {
      into.edge(1);
      into.barrier();
    } else if (element.nodeName === "BR") {
      into.lineEnd(element);
    } else if (SOLID.has(element.nodeName.toUpperCase())) {
      into.barrier();
    } else {
      const edge = edgeOf(element);
      into.edge(edge);
      walk(element, into, isForeign);
      into.edge(edge);
    }
  }

  /** `{ text, runs }` of what the user wrote: no quoted mail, no signature; paragraphs with an empty line between. */
  einklang.readOwn = (root) => {
    const into = createCollector(root);
    walk(root, into, (element) => element.matches(FOREIGN));
    return into.done();
  };

  /** The text of the quoted mail, as it stands below or between the user's words. */
  einklang.readQuote = (root) =>
    [...root.querySelectorAll(QUOTED)]
      .filter((element) => !element.parentElement.closest(QUOTED))
      .map((element) => {
        const into = createCollector(element);
        walk(element, into, () => false);
        return into.done().text.replace(/^>+ ?/gm, "");
      })
      .join("\n");
})();
