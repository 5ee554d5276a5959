// The text of an HTML draft as its reader sees it, and where each stretch of it stands in the document.

((einklang) => {
  "use strict";

  // What Roundcube puts there: the signature, the quoted mail and the line above it.
  const NOT_OWN =
    "#_rc_sig, #reply-intro, blockquote, [id^=replybody], [id^=forwardbody], [data-mce-bogus=all], style, script, title";
  const PARAGRAPHS = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "PRE", "UL", "OL", "TABLE", "HR"]);
  const BLOCKS = new Set([
    ...PARAGRAPHS, "DIV", "LI", "TR", "TD", "TH", "TBODY", "DL", "DT", "DD", "ADDRESS", "SECTION", "ARTICLE", "CENTER",
  ]);
  const PLAIN = /^(?:[^\s\ufeff\u200b]|[ \u00a0](?! ))*$/; // nothing in it that is not shown as it is

  function createCollector() {
    const runs = [];
    let text = "";
    let breaks = 0;

    function add(node, from, words) {
      if (words === "") return;
      if (breaks > 0 && text !== "") text += "\n".repeat(Math.min(breaks, 2));
      breaks = 0;
      runs.push({ at: text.length, node, from, length: words.length });
      text += words;
    }

    const isAtStart = () => text === "" || breaks > 0;

    /** What is left of a node's characters once white space is collapsed as a browser does. */
    function addCollapsed(node, data) {
      let from = -1;
      let words = "";
      let isSpace = isAtStart() || text.endsWith(" ");
      const flush = () => {
        if (from >= 0) add(node, from, words);
        from = -1;
        words = "";
      };
      for (let at = 0; at < data.length; at += 1) {
        const char = data[at];
        const isCollapsible = /[ \t\n\r\f]/.test(char);
        if (char === "\ufeff" || char === "\u200b" || (isCollapsible && isSpace)) {
          flush();
          continue;
        }
        if (from < 0) from = at;
        words += isCollapsible || char === "\u00a0" ? " " : char;
        isSpace = isCollapsible;
      }
      flush();
    }

    return {
      addNode(node) {
        const { data } = node;
        const startsClean = !data.startsWith(" ") || !(isAtStart() || text.endsWith(" "));
        if (startsClean && PLAIN.test(data)) add(node, 0, data.replace(/\u00a0/g, " "));
        else addCollapsed(node, data);
      },
      /** So many line ends come before the next words. */
      breakAtLeast: (count) => (breaks = Math.max(breaks, count)),
      breakOnce: () => (breaks += 1),
      result: () => ({ text, runs }),
    };
  }

  /** `{ text, runs }` of `body`: each run says that `length` code units at `at` stand in text node `node` at `from`. */
  function readHtml(body) {
    const collector = createCollector();
    const walk = (parent) => {
      for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
        if (node.nodeType === Node.TEXT_NODE) collector.addNode(node);
        else if (node.nodeType === Node.ELEMENT_NODE) visit(node);
      }
    };
    const visit = (element) => {
      const lines = PARAGRAPHS.has(element.nodeName) ? 2 : BLOCKS.has(element.nodeName) ? 1 : 0;
      if (element.matches(NOT_OWN)) {
        collector.breakAtLeast(2);
      } else if (element.nodeName === "BR") {
        collector.breakOnce();
      } else {
        collector.breakAtLeast(lines);
        walk(element);
        collector.breakAtLeast(lines);
      }
    };
    walk(body);
    return collector.result();
  }

  /** The stretches of text nodes that make up `span`: `[{ node, from, length }]`, in order. */
  function stretchesOf(runs, span) {
    if (span.start === span.end) {
      const run = runs.find((one) => one.at <= span.start && span.start <= one.at + one.length);
      return run ? [{ node: run.node, from: run.from + span.start - run.at, length: 0 }] : [];
    }
    const touched = runs.filter((run) => run.at < span.end && run.at + run.length > span.start);
    return touched.map((run) => {
      const start = Math.max(span.start, run.at);
      return { node: run.node, from: run.from + start - run.at, length: Math.min(span.end, run.at + run.length) - start };
    });
  }

  einklang.readHtml = readHtml;
  einklang.stretchesOf = stretchesOf;
})((globalThis.einklang ??= {}));
