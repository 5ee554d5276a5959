// What a screen reader says: the latest sentence, once, and only when it has stood still.

export const SETTLED = 1200; // ms; shorter would speak into the typing

/** Speaks through the live region `region`; a newer sentence replaces one that is still waiting. */
export function createAnnouncer({ region, clock, settled = SETTLED }) {
  let timer = null;
  let spoken = "";
  return {
    say(sentence) {
      clock.clearTimeout(timer);
      if (sentence === spoken) return;
      timer = clock.setTimeout(() => {
        spoken = sentence;
        region.textContent = sentence;
      }, settled);
    },
  };
}
