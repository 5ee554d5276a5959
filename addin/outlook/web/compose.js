// @ts-check
// The draft in Outlook: reading it, changing a phrase of it, and leaving a word for the moment of sending.

import { ALERT_KEY, printOf } from "./alert.js";
import { answeredIn, parse, quoteIn, read, serialise } from "./body.js";
import { replaceIn } from "./body_edit.js";
import { splitPlain, withPlainBreaks } from "./plain.js";

const REST = 200; // ms between two reads that must agree before a body is written: classic Outlook may be behind the keys
const WAITS = [100, 200, 400, 800, 1600]; // ms; Outlook on Mac hands out the old body for a while after a new one is set
const STALE_FOR = 10_000; // ms for which a body that was just replaced is not believed in
const HEADERS_EVERY = 5; // reads; recipients and attachments have events of their own, and are looked at seldom beside them
const LONGEST = 1_000_000; // characters that setAsync takes
const LONGEST_ANSWERED = 50_000; // characters of the mail that is answered; what it asks for stands at its beginning

/** @typedef {import("./contract.js").Replace} Replace */
/** @typedef {{ raw: string | null, isHtml: boolean, text: string, answered: string | null, html: Document | null }} Body */
/** @typedef {{ subject: string, recipients: string[], cc: string[], mailbox: string | null, attachments: number | null }} Headers */

/**
 * Opens the message being composed. `lane` runs the calls, `pause(ms)` waits, `now()` tells the time.
 * @param {{
 *   office: typeof Office, lane: ReturnType<typeof import("./office_calls.js").createLane>,
 *   pause: (ms: number) => Promise<unknown>, now: () => number,
 * }} parts
 */
export function openCompose({ office, lane, pause, now }) {
  const item = /** @type {Office.MessageCompose} */ (/** @type {unknown} */ (office.context.mailbox.item));
  const mailbox = (/** @type {string} */ set) => office.context.requirements.isSetSupported("Mailbox", set);
  // the whole conversation both ways: what is read and what is written must be the same part of it
  const whole = office.MailboxEnums?.BodyMode ? { bodyMode: office.MailboxEnums.BodyMode.FullBody } : {};

  /** @type {Body} */
  let body = { raw: null, isHtml: true, text: "", answered: null, html: null };
  /** @type {Headers} */
  let headers = { subject: "", recipients: [], cc: [], mailbox: null, attachments: null };
  /** @type {{ raw: string, until: number } | null} */
  let stale = null;
  let looks = 0;
  let areHeadersOld = true;
  let left = "";

  /** @returns {Promise<{ raw: string, isHtml: boolean }>} */
  async function fetchBody() {
    const type = await lane.call("body.getTypeAsync", (done) => item.body.getTypeAsync(done));
    const isHtml = type !== office.CoercionType.Text;
    const raw = await lane.call("body.getAsync", (done) => item.body.getAsync(type, { ...whole }, done));
    return { raw, isHtml };
  }

  /** @param {{ raw: string, isHtml: boolean }} fetched @returns {Body} */
  function understand({ raw, isHtml }) {
    if (!isHtml) {
      const { own, answered } = splitPlain(withPlainBreaks(raw));
      return { raw, isHtml, text: own, answered, html: null };
    }
    const html = parse(raw);
    const { text } = read(html.body, { end: quoteIn(html) });
    return { raw, isHtml, text, answered: answeredIn(html), html };
  }

  async function lookAtBody() {
    const fetched = await fetchBody();
    if (stale !== null && fetched.raw === stale.raw && now() < stale.until) return;
    stale = null;
    if (fetched.raw !== body.raw || fetched.isHtml !== body.isHtml) body = understand(fetched);
  }

  /**
   * @template T
   * @param {string} name
   * @param {(done: (result: Office.AsyncResult<T>) => void) => void} start
   * @param {T} otherwise
   */
  const orElse = (name, start, otherwise) => lane.call(name, start).catch(() => otherwise);

  async function lookAtHeaders() {
    const subject = await orElse("subject.getAsync", (done) => item.subject.getAsync(done), headers.subject);
    headers = { ...headers, subject };
    looks += 1;
    if (!areHeadersOld && looks % HEADERS_EVERY !== 0) return;
    areHeadersOld = false;
    const to = await lane.call("to.getAsync", (done) => item.to.getAsync(done)).catch(() => null);
    const cc = await lane.call("cc.getAsync", (done) => item.cc.getAsync(done)).catch(() => null);
    headers = { ...headers, recipients: addresses(to) ?? headers.recipients, cc: addresses(cc) ?? headers.cc };
    if (mailbox("1.7")) {
      const from = await lane.call("from.getAsync", (done) => item.from.getAsync(done)).catch(() => null);
      headers = { ...headers, mailbox: from?.emailAddress || headers.mailbox };
    }
    if (mailbox("1.8")) {
      const files = await lane.call("getAttachmentsAsync", (done) => item.getAttachmentsAsync(done)).catch(() => null);
      headers = { ...headers, attachments: files?.filter((/** @type {Office.AttachmentDetailsCompose} */ file) => !file.isInline).length ?? headers.attachments };
    }
  }

  const draft = () => ({
    text: body.text,
    replyTo: body.answered?.slice(0, LONGEST_ANSWERED) ?? null,
    ...headers,
  });

  /** @param {Replace} wish */
  const readsTheSame = ({ span, original }) => body.text.slice(span.start, span.end) === original;

  /**
   * Replaces by way of the selection, where exactly the phrase is selected: the only way that leaves undo alone.
   * @param {Replace} wish
   */
  async function replaceSelected({ original, replacement }) {
    const isOnce = body.text.split(original).length === 2 && !body.answered?.includes(original);
    if (!mailbox("1.2") || original === "" || !isOnce) return false;
    const text = office.CoercionType.Text;
    const selected = await lane.call("getSelectedDataAsync", (done) => item.getSelectedDataAsync(text, done)).catch(() => null);
    if (selected?.sourceProperty !== "body" || withPlainBreaks(String(selected.data)) !== original) return false;
    await lane.call("setSelectedDataAsync", (done) =>
      item.setSelectedDataAsync(replacement, { coercionType: text }, done),
    );
    return true;
  }

  /**
   * Replaces by writing the body anew; gives the body as it should read then, or null where it is too long.
   * @param {Replace} wish
   */
  async function replaceInBody({ span, replacement }) {
    const came = body.raw ?? "";
    const fresh = changed(came, span, replacement);
    if (fresh.length > LONGEST) return null;
    const type = body.isHtml ? office.CoercionType.Html : office.CoercionType.Text;
    const options = { coercionType: type, ...whole };
    await lane.call("body.setAsync", (done) => item.body.setAsync(fresh, options, done));
    return understand({ raw: fresh, isHtml: body.isHtml });
  }

  /** @param {string} came @param {import("./contract.js").Span} span @param {string} replacement */
  function changed(came, span, replacement) {
    if (!body.isHtml) {
      const text = withPlainBreaks(came);
      return text.slice(0, span.start) + replacement + text.slice(span.end);
    }
    const html = parse(came);
    replaceIn(read(html.body, { end: quoteIn(html) }), span, replacement);
    return serialise(html, came);
  }

  /** @param {string | null} before the body as it came before it was changed */
  async function awaitChange(before) {
    for (const wait of WAITS) {
      await pause(wait);
      const fetched = await fetchBody().catch(() => null);
      if (fetched !== null && fetched.raw !== before) {
        body = understand(fetched);
        return;
      }
    }
    stale = before === null ? null : { raw: before, until: now() + STALE_FOR };
  }

  return {
    /** Reads the draft. Rejects where Outlook does not hand out the body. */
    async look() {
      await lookAtBody();
      await lookAtHeaders();
    },
    draft,
    /** Tells `changed()` when recipients or attachments change, where Outlook tells. @param {() => void} changed */
    watch(changed) {
      const heard = () => {
        areHeadersOld = true;
        changed();
      };
      if (mailbox("1.7")) item.addHandlerAsync(office.EventType.RecipientsChanged, heard);
      if (mailbox("1.8")) item.addHandlerAsync(office.EventType.AttachmentsChanged, heard);
    },
    /**
     * Replaces a phrase where the draft still reads the same; says whether it did.
     * @param {Replace} wish
     */
    async replace(wish) {
      await lookAtBody();
      if (!readsTheSame(wish)) return false;
      const before = body.raw;
      if (!(await replaceSelected(wish))) {
        await pause(REST);
        await lookAtBody();
        if (body.raw !== before) return false; // somebody is typing: writing the body now would lose a key
        const fresh = await replaceInBody(wish);
        if (fresh === null) return false;
        body = fresh;
      }
      await awaitChange(before);
      return true;
    },
    /** The print of the text that is sent, where the body is still the one in `judged`; else null. @param {string} judged */
    async print(judged) {
      const text = await lane.call("body.getAsync", (done) => item.body.getAsync(office.CoercionType.Text, { ...whole }, done));
      await lookAtBody();
      return body.text === judged ? printOf(text) : null;
    },
    /** Leaves a word with the mail for the moment of sending ("": none); never fails. @param {string} word */
    async leave(word) {
      if (word === left || !mailbox("1.11")) return;
      const data = item.sessionData;
      const isKept = await lane
        .call("sessionData", (done) => (word === "" ? data.removeAsync(ALERT_KEY, done) : data.setAsync(ALERT_KEY, word, done)))
        .then(() => true)
        .catch(() => false); // the mail is sent without a question then
      if (isKept) left = word;
    },
  };
}

/** @param {Office.EmailAddressDetails[] | null} people */
const addresses = (people) => people?.map((person) => person.emailAddress).filter(Boolean) ?? null;
