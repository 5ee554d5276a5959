// @ts-check
// Asked when a mail is sent. Classic Outlook on Windows runs this one file in a bare JavaScript engine: no imports, no
// page, nothing newer than ECMAScript 2016. So nothing is judged here: the task pane has left its verdict with the mail.
// Whatever goes wrong, the mail is sent.

(function () {
  "use strict";

  var KEY = "einklang.alert"; // in the mail's session data; written by ../alert.js
  var LIMIT = 3000; // ms; Outlook itself shows a dialogue after 5 s, and loading this file counts too
  var MAX_AGE = 60 * 60 * 1000; // ms; what is known about a customer changes
  var LONGEST = 500; // characters that Outlook shows of a message
  var LONGEST_LABEL = 20; // characters that Outlook takes for a button

  /**
   * The same text gives the same print, however a client breaks its lines; ../alert.js has its twin.
   * @param {string} text
   */
  function printOf(text) {
    var bare = text.replace(/[\s\u200b\u2060\ufeff]+/g, "");
    var one = 0x811c9dc5;
    var two = 0x01000193;
    for (var at = 0; at < bare.length; at += 1) {
      one = Math.imul(one ^ bare.charCodeAt(at), 0x01000193);
      two = Math.imul(two ^ bare.charCodeAt(at), 0x85ebca6b);
    }
    return bare.length + "-" + (one >>> 0).toString(16) + "-" + (two >>> 0).toString(16);
  }

  /**
   * What the task pane left, where it says that this user wants to be asked and is not too old; else null.
   * @param {unknown} kept
   * @param {number} now
   * @returns {{ print: string, message: string, label: string } | null}
   */
  function readAlert(kept, now) {
    if (typeof kept !== "string" || kept === "") return null;
    var alert = JSON.parse(kept);
    if (!alert || alert.v !== 1 || alert.ask !== true || typeof alert.at !== "number") return null;
    if (typeof alert.print !== "string" || typeof alert.message !== "string" || alert.message === "") return null;
    var age = now - alert.at;
    if (!(age >= 0 && age <= MAX_AGE)) return null;
    return { print: alert.print, message: alert.message, label: typeof alert.label === "string" ? alert.label : "" };
  }

  /**
   * @param {{ message: string, label: string }} alert
   * @returns {Office.SmartAlertsEventCompletedOptions}
   */
  function question(alert) {
    /** @type {Office.SmartAlertsEventCompletedOptions} */
    var options = { allowEvent: false, errorMessage: alert.message.slice(0, LONGEST) };
    if (alert.label && Office.context.requirements.isSetSupported("Mailbox", "1.14")) {
      options.cancelLabel = alert.label.slice(0, LONGEST_LABEL);
      options.commandId = "msgComposeOpenPaneButton";
    }
    return options;
  }

  /** @param {Office.MailboxEvent} event */
  function onMessageSendHandler(event) {
    var isDone = false;

    /** @param {Office.SmartAlertsEventCompletedOptions} options */
    function complete(options) {
      if (isDone) return;
      isDone = true;
      event.completed(options);
    }

    function send() {
      complete({ allowEvent: true });
    }

    /**
     * Runs a step; one that fails sends the mail.
     * @template T
     * @param {(value: T) => void} step
     * @returns {(result: Office.AsyncResult<T>) => void}
     */
    function guarded(step) {
      return function (result) {
        try {
          if (result.status === Office.AsyncResultStatus.Succeeded) step(result.value);
          else send();
        } catch (problem) {
          send();
        }
      };
    }

    try {
      if (typeof setTimeout === "function") setTimeout(send, LIMIT);
      var item = /** @type {Office.MessageCompose} */ (/** @type {unknown} */ (Office.context.mailbox.item));
      item.sessionData.getAsync(
        KEY,
        guarded(function (kept) {
          var alert = readAlert(kept, Date.now());
          if (alert === null) {
            send();
            return;
          }
          var asked = alert;
          item.body.getAsync(
            Office.CoercionType.Text,
            guarded(function (text) {
              if (printOf(text) === asked.print) complete(question(asked));
              else send();
            })
          );
        })
      );
    } catch (problem) {
      send();
    }
  }

  // classic Outlook runs no Office.onReady before a handler
  Office.actions.associate("onMessageSendHandler", onMessageSendHandler);
})();
