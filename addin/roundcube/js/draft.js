// The draft as it stands in Roundcube's compose form, in the words of addin/messages.md.

((einklang) => {
  "use strict";

  const field = (name) => document.querySelector(`[name="_${name}"]`);

  /** The address that the mail is sent from: that of the chosen identity, or what was typed. */
  function mailboxOf(rcmail) {
    const from = field("from");
    if (from === null) return null;
    return rcmail.env.identities?.[from.value]?.email ?? einklang.addressesIn(from.value)[0] ?? null;
  }

  const isUpload = (attachment) => typeof attachment === "object" && attachment !== null;

  /** What Roundcube itself put into the body; it changes with the identity. */
  const notOwn = (rcmail) => ({
    intro: rcmail.env.einklang_intro,
    original: rcmail.env.einklang_original,
    signature: rcmail.env.signatures?.[rcmail.env.identity]?.text,
  });

  let last = { about: null, found: null };

  /** `written`, but not again for what it was asked about last: a draft may be a megabyte long. */
  function writtenIn(whole, own) {
    const isSame = last.about?.whole === whole && Object.keys(own).every((name) => last.about[name] === own[name]);
    if (!isSame) last = { about: { whole, ...own }, found: einklang.written(whole, own) };
    return last.found;
  }

  /** The draft in the form around `editor`: the fields of a `draft` message but its number, and the pieces of its text. */
  einklang.readDraft = (rcmail, editor) => {
    const { text, pieces } = writtenIn(editor.whole(), notOwn(rcmail));
    const draft = {
      id: rcmail.env.compose_id,
      text,
      subject: field("subject")?.value ?? "",
      recipients: einklang.addressesIn(field("to")?.value ?? ""),
      cc: einklang.addressesIn(field("cc")?.value ?? ""),
      attachments: Object.values(rcmail.env.attachments ?? {}).filter(isUpload).length,
      mailbox: mailboxOf(rcmail),
      replyTo: rcmail.env.einklang_replied || null,
    };
    return { draft, pieces };
  };
})((globalThis.einklang ??= {}));
