// The host's side of the five messages (addin/messages.md): hears only its own panel, and tells only its server.

((einklang) => {
  "use strict";

  const CONTRACT = 1;

  /** Speaks with the panel in `frame`, served from `origin`; `on` has `ready(why)`, `verdict(message)`, `replace(message)`. */
  einklang.openPanelFrame = ({ frame, origin, on }) => {
    window.addEventListener("message", (event) => {
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      const message = event.data;
      if (message?.einklang !== CONTRACT) return;
      if (message.type === "ready") on.ready(message.why);
      if (message.type === "verdict") on.verdict(message);
      if (message.type === "replace") on.replace(message);
    });
    return {
      // to a page of another origin (a browser's own error page) nothing is delivered
      send: (type, fields) => frame.contentWindow?.postMessage({ einklang: CONTRACT, type, ...fields }, origin),
    };
  };
})((globalThis.einklang ??= {}));
