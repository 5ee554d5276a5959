// @ts-check
// The host's side of the five messages (addin/messages.md): hears only its own panel.

const CONTRACT = 1;

/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ id: string, seq: number, span: Span, original: string, replacement: string, caret: Span | null }} Replace */
/**
 * @typedef {{
 *   for: string | null, ok: boolean, unsure: string | null, score: number | null, seq: number, language: string,
 *   reasons: { severity: string, message: { de: string, en: string } }[],
 * }} Verdict
 */
/** @typedef {{ ready(why: string): void, verdict(message: Verdict): void, replace(message: Replace): void }} Heard */

/**
 * Speaks with the panel in `frame`, served from `origin`.
 * @param {{ window: Window, frame: HTMLIFrameElement, origin: string, on: Heard }} parts
 */
export function openPanel({ window, frame, origin, on }) {
  window.addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow || event.origin !== origin) return;
    const message = event.data;
    if (message?.einklang !== CONTRACT) return;
    if (message.type === "ready") on.ready(message.why);
    if (message.type === "verdict") on.verdict(message);
    if (message.type === "replace") on.replace(message);
  });
  return {
    /**
     * @param {"hello" | "draft" | "check"} type
     * @param {Record<string, unknown>} fields
     */
    send: (type, fields) => frame.contentWindow?.postMessage({ einklang: CONTRACT, type, ...fields }, origin),
  };
}
