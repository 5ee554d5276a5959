// The five messages between the panel and the mail client around it; addin/messages.md is their contract.

const CONTRACT = 1;

const isText = (value) => typeof value === "string";
const isTexts = (value) => value === undefined || (Array.isArray(value) && value.every(isText));
const isNothing = (value) => value === undefined || value === null;
const isCount = (value) => isNothing(value) || (Number.isInteger(value) && value >= 0);
const isTextOrNothing = (value) => isNothing(value) || isText(value);

const WELL_FORMED = {
  hello: (m) => isText(m.token) && [m.language, m.customer, m.theme].every(isTextOrNothing),
  draft: (m) =>
    isText(m.text) &&
    Number.isInteger(m.seq) &&
    isCount(m.attachments) &&
    [m.recipients, m.cc].every(isTexts) &&
    [m.subject, m.replyTo, m.id, m.mailbox].every(isTextOrNothing),
  check: (m) => isText(m.id) && WELL_FORMED.draft({ ...m.draft, id: undefined }),
};

/**
 * Opens the way to the host: `on.hello`, `on.draft` and `on.check` get its messages.
 *
 * Only the window that embeds the panel is heard. The origin of its first `hello` is the only one heard from then on,
 * and the only one that is told anything; who may embed the panel at all is the server's `frame-ancestors`.
 */
export function openBridge({ window, on }) {
  const host = window.parent;
  let origin = null;

  window.addEventListener("message", (event) => {
    const message = event.data;
    if (event.source !== host || message?.einklang !== CONTRACT) return;
    if (event.origin === "null" || (origin !== null && event.origin !== origin)) return;
    if (!Object.hasOwn(WELL_FORMED, message.type) || !WELL_FORMED[message.type](message)) return;
    if (origin === null && message.type !== "hello") return;
    origin = event.origin;
    on[message.type](message);
  });

  return {
    embedded: host !== window,
    /** Asks for a `hello`; it carries nothing, so that it may go to a host not yet known. */
    ready: (why) => host.postMessage({ einklang: CONTRACT, type: "ready", why }, origin ?? "*"),
    send(type, fields) {
      if (origin !== null) host.postMessage({ einklang: CONTRACT, type, ...fields }, origin);
    },
  };
}
