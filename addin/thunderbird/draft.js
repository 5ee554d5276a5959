// The draft in a compose window, in the fields of addin/messages.md.

const MOST_RECIPIENTS = 1000; // what the server takes
const MOST_SUBJECT = 2000;
const MOST_REPLY = 200_000; // characters; what a long thread adds beyond says nothing new

const listOf = (value) => (Array.isArray(value) ? value : value ? [value] : []).filter((one) => typeof one === "string");

/** The addresses in header fields such as "Anna <anna@example.org>, tim@example.org". */
async function addressesIn(value) {
  const fields = listOf(value).join(", ");
  if (fields === "") return [];
  const found = await messenger.messengerUtilities.parseMailboxString(fields);
  return found.flatMap(({ email, group }) => (group ? group.map((one) => one.email) : [email]))
    .filter((address) => address?.includes("@")).slice(0, MOST_RECIPIENTS);
}

async function textOfMessage(id) {
  const parts = await messenger.messages.listInlineTextParts(id);
  const plain = parts.filter((part) => part.contentType === "text/plain");
  if (plain.length > 0) return plain.map((part) => part.content).join("\n");
  const html = parts.filter((part) => part.contentType === "text/html");
  const texts = await Promise.all(html.map((part) => messenger.messengerUtilities.convertToPlainText(part.content)));
  return texts.join("\n");
}

/** Reads drafts; what is replied to is read once for each compose window. */
export function createDraftReader() {
  const replies = new Map(); // tab id -> text of the mail that is answered

  async function readReply(tabId, details) {
    if (details.type !== "reply" && details.type !== "draft") return null;
    if (replies.has(tabId)) return replies.get(tabId);
    let text = "";
    if (details.type === "reply" && details.relatedMessageId !== undefined) {
      text = await textOfMessage(details.relatedMessageId).catch(() => ""); // gone, or never loaded: the quote is there
    }
    if (!text.trim()) {
      const answer = await browser.tabs.sendMessage(tabId, { einklang: "read", quote: true }).catch(() => null);
      text = answer?.quote ?? "";
    }
    const reply = text.replaceAll("\r\n", "\n").trim().slice(0, MOST_REPLY) || null;
    replies.set(tabId, reply);
    return reply;
  }

  return {
    /** Everything but the text; `details` as `compose.getComposeDetails` gives them. */
    async about(tabId, details = null) {
      const known = details ?? (await messenger.compose.getComposeDetails(tabId));
      const [to, cc, bcc, from, attached, replyTo] = await Promise.all([
        addressesIn(known.to),
        addressesIn(known.cc),
        addressesIn(known.bcc),
        addressesIn(known.from),
        messenger.compose.listAttachments(tabId),
        readReply(tabId, known),
      ]);
      return {
        id: String(tabId),
        subject: (known.subject ?? "").slice(0, MOST_SUBJECT),
        recipients: to.length || cc.length ? to : bcc, // a mail to blind copies alone is for them
        cc,
        attachments: attached.length,
        mailbox: from[0] ?? null,
        replyTo,
      };
    },
    /** The user's own text, read in the compose window. */
    async text(tabId) {
      const { text } = await browser.tabs.sendMessage(tabId, { einklang: "read" });
      return text;
    },
    forget: (tabId) => replies.delete(tabId),
  };
}

/** What is asked of the server about a draft. */
export const questionAbout = (draft) => ({
  draft: { text: draft.text, subject: draft.subject },
  customer: null,
  recipients: draft.recipients,
  cc: draft.cc,
  attachments: draft.attachments,
  mailbox: draft.mailbox,
  reply_to: draft.replyTo,
});
