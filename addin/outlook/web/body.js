// @ts-check
// The body of a draft as Outlook hands it out (HTML), read as lines of text of which each knows where it stands.

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);
const SPACED = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "DL", "BLOCKQUOTE"]);
const SILENT = new Set(["STYLE", "SCRIPT", "HEAD", "TITLE", "TEMPLATE", "NOSCRIPT", "XML"]);
const NO_MARGIN = /margin(?:-top|-bottom)?\s*:\s*0/i;
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all/i;

/** What Outlook itself puts above the mail that is answered: by name, or a ruled block with a header in it. */
const QUOTE_NAMES = "#appendonsend, #divRplyFwdMsg, #mail-editor-reference-message-container, #OLK_SRC_BODY_SECTION";
const HEADERS = "#divRplyFwdMsg, #x_divRplyFwdMsg, [data-einklang-style*='border-top']";
const RULED = /border-top\s*:[^;]*\bsolid\b/i;
const HEADER_LINES = /^[ \t]*[^\s:][^:\n]{0,30}:[ \t]*\S/gm;

/** A stretch of the text and the stretch of a text node that it comes from. @typedef {{ at: number, end: number, node: Text, from: number, to: number }} Piece */
/** A line of the text; `ender` is the line break that ended it, `isGap` the empty line between paragraphs. @typedef {{ start: number, end: number, ender: Element | null, block: Element, isGap: boolean }} Line */
/** @typedef {{ root: Element, end: Element | null, text: string, pieces: Piece[], lines: Line[] }} Reading */

const KEPT_STYLE = "data-einklang-style";
const KEPT_SHEET = "data-einklang-sheet";
/** The style sheets that were set aside, by document. @type {WeakMap<Document, string[]>} */
const sheets = new WeakMap();

/**
 * The HTML of a body as a document; its styles are set aside, so that the pane's content policy has nothing to refuse.
 * @param {string} html
 */
export function parse(html) {
  /** @type {string[]} */
  const kept = [];
  const quiet = html
    .replace(/<style\b[^>]*>[\s\S]*?<\/style\s*>/gi, (sheet) => `<meta ${KEPT_SHEET}="${kept.push(sheet) - 1}">`)
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/(\s)style(\s*=)/gi, `$1${KEPT_STYLE}$2`));
  const document = new DOMParser().parseFromString(quiet, "text/html");
  sheets.set(document, kept);
  return document;
}

/** @param {Element} element */
const styleOf = (element) => element.getAttribute(KEPT_STYLE) ?? "";

/**
 * The blocks that say from whom and when a quoted mail is, in order.
 * @param {Document} document
 */
function headersIn(document) {
  const isHeader = (/** @type {Element} */ element) => {
    if (element.id.endsWith("divRplyFwdMsg")) return true;
    if (!RULED.test(styleOf(element))) return false;
    return (read(element).text.slice(0, 1000).match(HEADER_LINES) ?? []).length >= 3;
  };
  return [...document.querySelectorAll(HEADERS)].filter(isHeader);
}

/**
 * Where the mail that is answered begins: an element, or null where there is none.
 * @param {Document} document
 * @returns {Element | null}
 */
export function quoteIn(document) {
  const begins = [document.querySelector(QUOTE_NAMES), headersIn(document)[0] ?? null].filter((one) => one !== null);
  return begins.sort((a, b) => (isBefore(a, b) ? -1 : 1))[0] ?? null;
}

/** @param {Element} a @param {Element} b */
const isBefore = (a, b) => Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

/**
 * The text of the mail that is answered, without its header and without older mails below it; null: none is quoted.
 * @param {Document} document
 * @returns {string | null}
 */
export function answeredIn(document) {
  const begin = quoteIn(document);
  if (begin === null) return null;
  const [header, older] = headersIn(document);
  const part = header ? read(document.body, { after: header, end: older ?? null }) : read(begin);
  return part.text.trim() || null;
}

/**
 * The text of `root` up to the element `end`, or from the end of `after` on; half-open places in UTF-16 units.
 * @param {Element} root
 * @param {{ end?: Element | null, after?: Element | null }} [part]
 * @returns {Reading}
 */
export function read(root, { end = null, after = null } = {}) {
  const writer = createWriter(root, end);
  const edge = end?.previousElementSibling?.tagName === "HR" ? end.previousElementSibling : end;

  /** @param {Node} node @returns {boolean} whether to go on */
  function walk(node) {
    if (node === edge || node === end) return false;
    if (after && (node === after || after.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING)) {
      if (!node.contains(after) || node === after) return true;
    }
    if (node instanceof Text) writer.words(node, isPre(node));
    if (!(node instanceof Element) || isSilent(node)) return true;
    if (node.tagName === "BR") writer.breakAt(node);
    if (!BLOCKS.has(node.tagName)) return [...node.childNodes].every(walk);
    writer.open(node);
    const goesOn = [...node.childNodes].every(walk);
    writer.close(node);
    return goesOn;
  }

  walk(root);
  return writer.done();
}

/** @param {Element} element */
const isSilent = (element) =>
  SILENT.has(element.tagName.toUpperCase()) || HIDDEN.test(styleOf(element));

/** @param {Text} node */
const isPre = (node) => node.parentElement?.closest(`pre, [${KEPT_STYLE}*='white-space:pre'], [${KEPT_STYLE}*='white-space: pre']`) != null;

/** @param {Element} block */
function hasGap(block) {
  if (!SPACED.has(block.tagName)) return false;
  if (/^(?:x_)?Mso/.test(block.className) || NO_MARGIN.test(styleOf(block))) return false;
  return block.parentElement?.closest("ul, ol") == null; // lists in lists, paragraphs in list items
}

/** @param {Element} root @param {Element | null} end */
function createWriter(root, end) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Line[]} */
  const lines = [];
  /** @type {Element[]} */
  const open = [root];
  let text = "";
  let lineStart = 0;
  let isOpen = false; // something stands in the line, be it a space that Outlook keeps
  let wantsGap = false;
  let isSpaced = false; // a space that stands for any white space is the last thing in the line

  const block = () => open[open.length - 1] ?? root;

  /** @param {Element | null} ender */
  function endLine(ender) {
    while (text.length > lineStart && text.endsWith(" ")) cutSpace();
    lines.push({ start: lineStart, end: text.length, ender, block: block(), isGap: false });
    text += "\n";
    lineStart = text.length;
    isOpen = false;
  }

  function cutSpace() {
    const piece = pieces[pieces.length - 1];
    if (piece && piece.end === text.length) {
      piece.end -= 1;
      if (piece.end === piece.at) pieces.pop();
      else piece.to = Math.min(piece.to, piece.from + (piece.end - piece.at));
    }
    text = text.slice(0, -1);
  }

  function gap() {
    const last = lines[lines.length - 1];
    if (wantsGap && last && last.end > last.start) {
      lines.push({ start: text.length, end: text.length, ender: null, block: block(), isGap: true });
      text += "\n";
      lineStart = text.length;
    }
    wantsGap = false;
  }

  /** @param {string} words @param {Text} node @param {number} from @param {number} to @param {boolean} [isSpace] */
  function put(words, node, from, to, isSpace = false) {
    if (!isOpen) gap();
    isOpen = true;
    isSpaced = isSpace;
    pieces.push({ at: text.length, end: text.length + words.length, node, from, to });
    text += words;
  }

  return {
    /** @param {Text} node @param {boolean} isPreformatted */
    words(node, isPreformatted) {
      for (const found of node.data.matchAll(isPreformatted ? /\n|[^\n]+/g : /[ \t\r\n\f]+|[^ \t\r\n\f]+/g)) {
        const [run] = found;
        const to = found.index + run.length;
        if (isPreformatted && run === "\n") endLine(null);
        else if (isPreformatted || !/^[ \t\r\n\f]/.test(run)) put(run.replaceAll("\u00a0", " "), node, found.index, to);
        else if (isOpen && !isSpaced) put(" ", node, found.index, to, true);
      }
    },
    /** @param {Element} element */
    breakAt(element) {
      if (!isOpen) gap();
      endLine(element);
    },
    /** @param {Element} element */
    open(element) {
      if (isOpen) endLine(null);
      wantsGap ||= hasGap(element);
      open.push(element);
    },
    /** @param {Element} element */
    close(element) {
      if (isOpen) endLine(null);
      open.pop();
      wantsGap ||= hasGap(element);
    },
    done() {
      if (isOpen) endLine(null);
      let last = lines.at(-1);
      while (last && last.start === last.end) {
        lines.pop();
        last = lines.at(-1);
      }
      text = last ? text.slice(0, last.end) : "";
      return { root, end, text, pieces: pieces.filter((piece) => piece.end <= text.length), lines };
    },
  };
}

/**
 * The HTML of a changed document, in the form in which it came: whole, or only what is inside the body.
 * @param {Document} document
 * @param {string} came
 */
export function serialise(document, came) {
  const html = /<body[\s>]/i.test(came) ? document.documentElement.outerHTML : document.body.innerHTML;
  const kept = sheets.get(document) ?? [];
  return html
    .replaceAll(` ${KEPT_STYLE}=`, " style=")
    .replace(/<meta data-einklang-sheet="(\d+)">/g, (_, place) => kept[Number(place)] ?? "");
}
