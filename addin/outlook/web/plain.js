// @ts-check
// The body of a plain-text draft, and where in it the mail that is answered begins.

const RULE = /^[ \t]*(?:-{3,}[^\n-]{3,60}-{3,}|_{20,})[ \t]*$/;
const HEADER = /^[ \t]*\*?[^\s:][^:\n]{0,30}:\*?[ \t]*\S/;
const LEAST_HEADERS = 3; // from, when, to or about what

/** @param {string} raw */
export const withPlainBreaks = (raw) => raw.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replaceAll("\u00a0", " ");

/**
 * What the user wrote, and the text of the mail below it (null: there is none).
 * @param {string} text
 * @returns {{ own: string, answered: string | null }}
 */
export function splitPlain(text) {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const isRule = RULE.test(lines[at] ?? "");
    const headersFrom = isRule ? at + 1 : at;
    const headers = countHeaders(lines, headersFrom);
    if (headers < LEAST_HEADERS || (!isRule && at > 0 && lines[at - 1]?.trim() !== "")) continue;
    if (!isRule && !(lines[at] ?? "").includes("@")) continue; // three lines with colons may be the user's own
    return {
      own: lines.slice(0, at).join("\n").trimEnd(),
      answered: lines.slice(headersFrom + headers).join("\n").trim() || null,
    };
  }
  return { own: text.trimEnd(), answered: null };
}

/** @param {string[]} lines @param {number} from */
function countHeaders(lines, from) {
  let count = 0;
  while (HEADER.test(lines[from + count] ?? "")) count += 1;
  return count;
}
