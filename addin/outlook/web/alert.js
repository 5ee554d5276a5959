// @ts-check
// What the task pane leaves with the mail for the moment of sending: ask the user, and with which words.

/** @typedef {import("./contract.js").Verdict} Verdict */
/**
 * @typedef {{
 *   say(key: string, values?: Record<string, unknown>): string,
 *   of(both: { de: string, en: string }): string, whole(number: number): string,
 * }} Speaker
 */

export const ALERT_KEY = "einklang.alert"; // commands/launchevent.js reads it
const LONGEST = 500; // characters that Outlook shows of a message
const MOST_REASONS = 4; // more is not read in a dialogue

/**
 * The same text gives the same print, however a client breaks its lines; commands/launchevent.js has its twin.
 * @param {string} text
 */
export function printOf(text) {
  const bare = text.replace(/[\s\u200b\u2060\ufeff]+/g, "");
  let one = 0x811c9dc5;
  let two = 0x01000193;
  for (let at = 0; at < bare.length; at += 1) {
    one = Math.imul(one ^ bare.charCodeAt(at), 0x01000193);
    two = Math.imul(two ^ bare.charCodeAt(at), 0x85ebca6b);
  }
  return `${bare.length}-${(one >>> 0).toString(16)}-${(two >>> 0).toString(16)}`;
}

/**
 * The words of the question, whole reasons only, at most as long as Outlook shows.
 * @param {Verdict} verdict
 * @param {Speaker} speaker
 */
export function questionOf(verdict, speaker) {
  const { score } = verdict;
  const head = score === null ? speaker.say("ask_head") : speaker.say("ask_head_score", { score: speaker.whole(score) });
  const tail = speaker.say("ask_tail");
  let message = `${head} ${tail}`;
  const said = [];
  for (const { message: both } of verdict.reasons.slice(0, MOST_REASONS)) {
    said.push(`– ${speaker.of(both).replace(/\s+/g, " ")}`);
    const longer = [head, ...said, tail].join("\n");
    if (longer.length > LONGEST) break;
    message = longer;
  }
  return message.slice(0, LONGEST);
}

/**
 * What is kept in the session data: an alert for a text with this print, or "" where nothing is to be asked.
 * @param {Verdict} verdict
 * @param {{ print: string, now: number, speaker: Speaker }} about
 */
export function alertFor(verdict, { print, now, speaker }) {
  if (verdict.ok || verdict.unsure !== null) return "";
  const message = questionOf(verdict, speaker);
  return JSON.stringify({ v: 1, ask: true, at: now, print, message, label: speaker.say("open_pane") });
}
