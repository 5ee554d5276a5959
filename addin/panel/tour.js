// The first-run tour: three short steps, only while there is nothing to judge, and gone for good once sent away.

const KEY = "einklang.panel.tour";
const DONE = "done";
export const TOUR_STEPS = 3;

/** What is remembered of the tour in `storage()`; a browser that forbids storage just forgets. */
export function createTourMemory(storage) {
  let isDone = false;
  return {
    isDone() {
      try {
        return isDone || storage().getItem(KEY) === DONE;
      } catch {
        return isDone;
      }
    },
    setDone() {
      isDone = true;
      try {
        storage().setItem(KEY, DONE);
      } catch {
        // private mode, or a frame that may not store: it holds for this page
      }
    },
  };
}

/** The tour itself: `stepWhile(isIdle)` gives the step to show (from 0) or null; `changed()` is told of every move. */
export function createTour({ memory, changed }) {
  let step = 0;
  let isWanted = false; // asked for by the user: then it stays beside a score, too
  let isOver = memory.isDone();

  function stop() {
    isOver = true;
    isWanted = false;
    step = 0;
    memory.setDone();
    changed();
  }

  return {
    stepWhile: (isIdle) => (isWanted || (isIdle && !isOver) ? step : null),
    open() {
      isWanted = true;
      step = 0;
      changed();
    },
    next() {
      if (step + 1 === TOUR_STEPS) return stop();
      step += 1;
      return changed();
    },
    stop,
  };
}
