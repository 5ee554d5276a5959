// @ts-check
// Office.js answers by callback, sometimes late, sometimes never. Here: one call at a time, each with a time limit.

export const LIMIT = 8000; // ms; a call without an answer by then is given up

/** A call that Outlook refused or did not answer. */
export class CallFailed extends Error {
  /**
   * @param {string} name
   * @param {{ code?: number, message?: string }} [error]
   */
  constructor(name, error = {}) {
    super(`${name}: ${error.message ?? "no answer"}`);
    this.name = "CallFailed";
    this.code = error.code ?? 0;
  }
}

/**
 * A lane of calls: each starts when the one before it has ended, since Outlook on the web takes few at a time.
 * @param {number} [limit] ms
 */
export function createLane(limit = LIMIT) {
  let last = Promise.resolve();

  /**
   * @template T
   * @param {string} name
   * @param {(callback: (result: Office.AsyncResult<T>) => void) => void} start
   * @returns {Promise<T>}
   */
  const one = (name, start) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new CallFailed(name)), limit);
      start((result) => {
        clearTimeout(timer);
        if (result.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
        else reject(new CallFailed(name, result.error));
      });
    });

  return {
    /**
     * The value that Office.js gives to the callback of one call.
     * @template T
     * @param {string} name
     * @param {(callback: (result: Office.AsyncResult<T>) => void) => void} start
     * @returns {Promise<T>}
     */
    call(name, start) {
      const mine = last.then(() => one(name, start));
      last = mine.then(
        () => undefined,
        () => undefined,
      );
      return mine;
    },
  };
}
