// Before a mail is sent: asks the panel, asks the user where the panel would, and never keeps a mail for want of an answer.

((einklang) => {
  "use strict";

  const VERDICT_LIMIT = 2000; // ms; the panel answers within 1.5 s

  /**
   * The hook on Roundcube's "send".
   *
   * `isThere()`: the panel has said that it is there. `check(id)` asks it, `question(verdict)` asks the user, `complete()`
   * lets Roundcube look for missing fields first, `send()` sends without coming here again, `tell(key)` says something
   * while it lasts and gives back how to stop saying it.
   */
  einklang.createGate = ({ isThere, check, question, complete, draftKey, send, back, tell, clock }) => {
    const waiting = new Map();
    let isPassing = false;
    let isBusy = false;
    let released = null; // the draft that may go as it stands
    let checks = 0;

    const verdict = () =>
      new Promise((resolve) => {
        const id = `send-${(checks += 1)}`;
        const done = (answer) => {
          clock.clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = clock.setTimeout(done, VERDICT_LIMIT, { ok: true, unsure: "slow" });
        waiting.set(id, done);
        check(id);
      });

    async function decide() {
      if (!isThere()) return { goes: true, unchecked: true };
      const quiet = tell("checking", "loading");
      const found = await verdict().finally(quiet);
      if (found.ok !== false) return { goes: true, unchecked: Boolean(found.unsure) };
      return { goes: await question(found), unchecked: false };
    }

    async function ask() {
      let decided = { goes: true, unchecked: true };
      try {
        decided = await decide();
      } catch (problem) {
        console.error("Einklang could not ask before sending", problem);
      }
      isBusy = false;
      if (decided.goes) release(decided.unchecked);
      else back();
    }

    function release(unchecked) {
      released = draftKey();
      if (unchecked) tell("unchecked", "notice");
      isPassing = true;
      try {
        send();
      } finally {
        isPassing = false;
      }
    }

    return {
      /** Called before Roundcube sends: false keeps the mail until the answer is there, undefined lets it go. */
      beforeSend(props) {
        if (isPassing) return undefined;
        if (isBusy) return false; // pressed twice
        if (released !== null && released === draftKey()) return undefined; // Roundcube asked something itself
        if (!props?.nocheck && !complete()) return false; // it has said what is missing, and comes again
        isBusy = true;
        ask();
        return false;
      },
      /** The panel's answer to a check. */
      hear: (message) => waiting.get(message.for)?.(message),
    };
  };
})((globalThis.einklang ??= {}));
