// @ts-check
// How often the draft is read. Outlook tells no add-in that a body changed, so it has to be asked, and every question
// costs: one read at a time, seldom while nothing happens, never while nobody looks.

export const OFTEN = 1500; // ms between reads while the draft changes
export const SELDOM = 6000; // ms between reads of a draft that rests
export const SLOW_READ = 300; // ms; a client that takes longer is asked less often (Mac: 80 % of a core at short pauses)
const SHARE = 10; // a slow client reads at most a tenth of the time
const LONGEST = 30_000; // ms

/** @typedef {{ setTimeout(run: () => void, delay: number): unknown, clearTimeout(timer: unknown): void, now(): number }} Clock */

/**
 * Calls `look()` again and again, never twice at a time; it resolves to whether the draft changed, and rejects where it
 * could not be read. `paused(delay)` is told how long it rests now.
 * @param {{ look: () => Promise<boolean>, isVisible: () => boolean, paused?: (delay: number) => void, clock: Clock }} parts
 */
export function createPolling({ look, isVisible, paused = () => {}, clock }) {
  /** @type {unknown} */
  let timer = null;
  let isLooking = false;
  let isWanted = false;
  let isStopped = false;
  let delay = OFTEN;

  /**
   * @param {"changed" | "same" | "failed"} found
   * @param {number} took
   */
  function pauseAfter(found, took) {
    if (found === "changed") delay = OFTEN;
    else if (found === "same") delay = Math.min(Math.max(delay, OFTEN) * 1.5, SELDOM);
    else delay = Math.min(Math.max(delay, SELDOM) * 2, LONGEST);
    return took > SLOW_READ ? Math.min(Math.max(delay, took * SHARE), LONGEST) : delay;
  }

  async function run() {
    clock.clearTimeout(timer);
    timer = null;
    if (isStopped) return;
    if (isLooking) {
      isWanted = true;
      return;
    }
    isLooking = true;
    isWanted = false;
    const began = clock.now();
    /** @type {"changed" | "same" | "failed"} */
    let found;
    try {
      found = (await look()) ? "changed" : "same";
    } catch {
      found = "failed"; // `look` has said so; here it only means a longer pause
    }
    isLooking = false;
    const pause = pauseAfter(found, clock.now() - began);
    if (isWanted) {
      run();
      return;
    }
    if (isStopped || !isVisible()) return;
    paused(pause);
    timer = clock.setTimeout(run, pause);
  }

  return {
    /** Reads now, or right after the read that is under way. */
    now: run,
    /** Reads again where the pane is seen again; rests while it is not. */
    seen() {
      if (isVisible()) run();
      else clock.clearTimeout(timer);
    },
    /** Never reads again. */
    stop() {
      isStopped = true;
      clock.clearTimeout(timer);
    },
  };
}
