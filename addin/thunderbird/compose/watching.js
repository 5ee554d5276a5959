// Tells the add-on what the user writes, and does to the draft what it asks for.

(() => {
  const PAUSE = 40; // ms without a change; the panel waits for the pause in typing itself
  const SHARE = 4; // reading a very long draft takes at most a fifth of the time

  let timer = null;
  let told = null;
  let cost = 0; // ms that the last reading took

  function read() {
    const began = performance.now();
    const { text } = einklang.readOwn(document.body);
    cost = performance.now() - began;
    return text;
  }

  // nobody may listen: the add-on is being updated, or has just been removed
  const say = (message) => browser.runtime.sendMessage(message).catch(() => {});

  function tell() {
    clearTimeout(timer);
    timer = null;
    const text = read();
    if (text === told) return;
    told = text;
    say({ einklang: "typed", text });
  }

  function changed() {
    clearTimeout(timer);
    timer = setTimeout(tell, Math.max(PAUSE, SHARE * cost));
  }

  /** The user comes from the lines above, or goes there: recipients and subject may be others now. */
  const moved = () => say({ einklang: "moved" });

  const ANSWERS = {
    read: ({ quote }) => ({ text: read(), quote: quote ? einklang.readQuote(document.body) : null }),
    replace(message) {
      const done = einklang.replace(message);
      tell();
      return { done, text: read() };
    },
    mark: (message) => einklang.mark(message),
  };

  browser.runtime.onMessage.addListener((message) =>
    Object.hasOwn(ANSWERS, message?.einklang) ? Promise.resolve(ANSWERS[message.einklang](message)) : undefined,
  );
  document.addEventListener("input", changed, true);
  window.addEventListener("focus", moved);
  window.addEventListener("blur", moved);
  new MutationObserver(changed).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  tell();
})();
