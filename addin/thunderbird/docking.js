// Where the panel's window stands: at the right of its compose window, and it goes where that goes.

const LEAST_HEIGHT = 360; // px; lower, the first hint is out of sight

/**
 * The place for a window of `width` beside another, in px of the screen: right of it, else left, else within its right edge.
 *
 * `screen` is `{ left, top, width, height }`, or null where it is not known.
 */
export function beside(frame, screen, width) {
  const height = Math.max(LEAST_HEIGHT, frame.height);
  const right = frame.left + frame.width;
  let left = right;
  if (screen && right + width > screen.left + screen.width) {
    const isRoomLeft = frame.left - width >= screen.left;
    left = isRoomLeft ? frame.left - width : Math.max(screen.left, screen.left + screen.width - width);
  }
  return { left, top: frame.top, width, height };
}

const SAME = (a, b) => a !== null && ["left", "top", "width", "height", "state"].every((key) => a[key] === b[key]);
const LOOK_EVERY = 350; // ms; Thunderbird tells nobody that a window was moved

/**
 * Keeps this window beside the window `frameId` for as long as that is there, then calls `gone()`.
 *
 * It moves only when the other has moved: where the user puts the panel, it stays until then.
 */
export function follow(frameId, { windows, screen, width, gone }) {
  let last = null;
  async function look() {
    let frame;
    try {
      frame = await windows.get(frameId);
    } catch {
      gone();
      return;
    }
    const now = { left: frame.left, top: frame.top, width: frame.width, height: frame.height, state: frame.state };
    if (!SAME(last, now)) {
      last = now;
      const own = await windows.getCurrent();
      if (frame.state === "minimized") await windows.update(own.id, { state: "minimized" });
      else {
        if (own.state === "minimized") await windows.update(own.id, { state: "normal" });
        await windows.update(own.id, beside(now, screen(), width()));
      }
    }
    setTimeout(look, LOOK_EVERY);
  }
  return look();
}
