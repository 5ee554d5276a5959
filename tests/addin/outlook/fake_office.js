// Office.js as an add-in meets it: callbacks that come later, errors, calls that never answer. Own code, after
// Microsoft's reference; the window around the frame (mail_window.js) plays Outlook.
"use strict";

(() => {
  const outlook = window.parent.outlook ?? null; // outside of Outlook there is none
  let inFlight = 0; // of this frame: the pane and the handler on sending are two programs
  const number = (set) => Number(String(set).split(".")[1] ?? 0);
  const has = (set) => number(set) <= number(outlook.set);

  /** One call of the API: `name` as Microsoft writes it, `since` the Mailbox set that brought it. */
  function api(name, since = "1.1") {
    return (...given) => {
      if (!has(since)) throw new TypeError(`${name} is not a function`);
      const callback = given.findLast((one) => typeof one === "function") ?? (() => undefined);
      const args = given.filter((one) => typeof one !== "function");
      const options = args.find((one) => typeof one === "object" && one !== null) ?? {};
      outlook.calls[name] = (outlook.calls[name] ?? 0) + 1;
      if (outlook.hangs.has(name)) return;
      inFlight += 1;
      outlook.mostInFlight = Math.max(outlook.mostInFlight, inFlight);
      setTimeout(() => {
        inFlight -= 1;
        callback({ asyncContext: options.asyncContext, diagnostics: null, ...result(name, args) });
      }, outlook.latency);
    };
  }

  function result(name, args) {
    try {
      if (outlook.fails.has(name)) throw { code: 9018, name: "GenericResponseError", message: "played failure" };
      return { status: "succeeded", value: outlook.answer[name](...args), error: undefined };
    } catch (error) {
      return { status: "failed", value: undefined, error };
    }
  }

  const listen = (type, handler, callback) => {
    (outlook.handlers[type] ??= []).push(handler);
    callback?.({ status: "succeeded" });
  };

  const item = {
    itemType: "message",
    conversationId: "AAQk-conversation",
    body: { getTypeAsync: api("body.getTypeAsync"), getAsync: api("body.getAsync", "1.3"), setAsync: api("body.setAsync", "1.3") },
    subject: { getAsync: api("subject.getAsync") },
    to: { getAsync: api("to.getAsync") },
    cc: { getAsync: api("cc.getAsync") },
    from: { getAsync: api("from.getAsync", "1.7") },
    getAttachmentsAsync: api("getAttachmentsAsync", "1.8"),
    getSelectedDataAsync: api("getSelectedDataAsync", "1.2"),
    setSelectedDataAsync: api("setSelectedDataAsync", "1.2"),
    sessionData: {
      getAsync: api("sessionData.getAsync", "1.11"),
      setAsync: api("sessionData.setAsync", "1.11"),
      removeAsync: api("sessionData.removeAsync", "1.11"),
    },
    addHandlerAsync: listen,
  };

  window.Office = {
    HostType: { Outlook: "Outlook" },
    CoercionType: { Text: "text", Html: "html" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: {
      RecipientsChanged: "olkRecipientsChanged",
      AttachmentsChanged: "olkAttachmentsChanged",
      OfficeThemeChanged: "officeThemeChanged",
    },
    MailboxEnums: { BodyMode: { FullBody: 0, HostConfig: 1 } },
    context: outlook && {
      displayLanguage: outlook.language,
      partitionKey: outlook.partition,
      officeTheme: outlook.isDark === undefined ? undefined : { isDarkTheme: outlook.isDark },
      requirements: { isSetSupported: (name, set) => name === "Mailbox" && has(set) },
      mailbox: { item, addHandlerAsync: listen, diagnostics: { hostName: "OutlookWebApp" } },
    },
    actions: {
      associated: {},
      associate(name, handler) {
        this.associated[name] = handler;
      },
    },
    onReady: (then) => Promise.resolve({ host: outlook && "Outlook", platform: outlook && "OfficeOnline" }).then(then),
  };
})();
