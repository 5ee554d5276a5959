// The hints: cards that keep their element (and with it the keyboard's focus) while answers come and go.

import { byId, make, show, write } from "./elements.js";
import { LIKE_ANYBODY } from "./score.js";
import { gapIn, locate } from "./spans.js";
import { awayRules, openHints } from "./state.js";

const BETWEEN = " … ";
const GLIDE = 180; // ms in which cards move to a new place
const REST = 3000; // ms after which a pointer that lies on the list is not about to press

const isStill = matchMedia("(prefers-reduced-motion: reduce)");

function makeCard(key, on) {
  const part = (tag, name, more) => make(tag, { class: name, ...more });
  const parts = {
    severity: part("span", "severity"),
    message: part("h3", "message"),
    reason: part("p", "reason"),
    words: part("p", "words"),
    old: part("del", "old"),
    fresh: part("ins", "new"),
    becomes: part("span", "unseen"),
    asks: part("p", "asks"),
    gain: part("span", "gain"),
    applyText: make("span"),
    dismiss: part("button", "quiet", { type: "button", on: { click: () => on.dismiss(key) } }),
  };
  parts.apply = make("button", { type: "button", class: "strong", on: { click: () => on.apply(key) } }, parts.applyText);
  const arrow = make("span", { text: "→", class: "arrow" });
  parts.swap = make("p", { class: "swap" }, parts.becomes,
    make("span", { class: "swap-words", "aria-hidden": "true" }, parts.old, arrow, parts.fresh));
  const here = () => on.point(key);
  const away = () => on.point(null);
  const pointing = { mouseenter: here, focusin: here, mouseleave: away, focusout: away };
  parts.card = make("li", { class: "hint", "data-key": key, on: pointing },
    make("div", { class: "hint-head" }, parts.severity, parts.gain),
    parts.message, parts.words, parts.swap, parts.asks, parts.reason,
    make("div", { class: "actions" }, parts.apply, parts.dismiss));
  return parts;
}

/** What goes and what comes: of a change in several places only the words that change. */
function changedWords({ original, replacement, edits }) {
  if (!edits || edits.length < 2) return [original, replacement];
  return [edits.map((edit) => edit.original).join(BETWEEN), edits.map((edit) => edit.text).join(BETWEEN)];
}

function fill(parts, hint, state, speaker) {
  const message = speaker.of(hint.message);
  const { original, replacement } = hint;
  const isReplaceable = typeof replacement === "string";
  parts.card.dataset.severity = hint.severity;
  write(parts.severity, speaker.name("severity", hint.severity));
  write(parts.message, message);
  write(parts.reason, speaker.of(hint.reason));
  show(parts.words, !isReplaceable && Boolean(original));
  write(parts.words, speaker.say("words", { words: original }));
  show(parts.swap, isReplaceable);
  if (isReplaceable) {
    const [old, fresh] = changedWords(hint);
    write(parts.old, old);
    write(parts.fresh, fresh);
    const becomes = fresh === "" ? speaker.say("becomes_nothing", { old: old.trim() }) : null;
    write(parts.becomes, becomes ?? speaker.say("becomes", { old, new: fresh }));
  }
  const gap = hint.asks && isReplaceable ? gapIn(replacement) : null;
  show(parts.asks, gap !== null);
  if (gap) write(parts.asks, speaker.say("fill_in", { gap: replacement.slice(gap.start, gap.end) }));
  const gain = typeof hint.gain === "number" ? Math.round(hint.gain) : 0;
  show(parts.gain, gain > 0);
  write(parts.gain, speaker.say("gain", { n: gain, points: speaker.points(gain) }));
  show(parts.apply, isReplaceable);
  write(parts.applyText, speaker.say("apply"));
  write(parts.dismiss, speaker.say("dismiss"));
  parts.apply.setAttribute("aria-label", speaker.say("apply_this", { message }));
  parts.dismiss.setAttribute("aria-label", speaker.say("dismiss_this", { message }));
  const stands = locate(hint.span, original, state.answeredText, state.draft?.text ?? "") !== null;
  parts.apply.setAttribute("aria-disabled", String(!stands));
}

/** Moves cards from where they stood to where they are now, so that the eye can follow. */
function glide(cards, tops) {
  if (isStill.matches) return;
  for (const [key, { card }] of cards) {
    const by = (tops.get(key) ?? card.offsetTop) - card.offsetTop;
    if (by) card.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: GLIDE, easing: "ease-out" });
  }
}

/** Keeps the list of hints in step with the state; `on` has `apply(key)`, `dismiss(key)` and `point(key | null)`. */
export function createHintView(on) {
  const cards = new Map();
  const list = byId("hint-list");
  let order = "";
  let pointedAt = -Infinity;
  list.addEventListener("pointermove", () => (pointedAt = performance.now()));

  /** Puts the cards in the state's order; an element that stays in its place is not touched. */
  function place(hints) {
    const shown = new Set(hints.map((hint) => hint.key));
    const tops = new Map([...cards].map(([key, { card }]) => [key, card.offsetTop]));
    for (const [key, { card }] of cards) {
      if (shown.has(key)) continue;
      card.remove();
      cards.delete(key);
    }
    hints.forEach(({ key }, at) => {
      if (!cards.has(key)) cards.set(key, makeCard(key, on));
      const { card } = cards.get(key);
      if (list.children[at] !== card) list.insertBefore(card, list.children[at] ?? null);
    });
    glide(cards, tops);
  }

  function render(state, speaker) {
    const { hints, answer } = state;
    const open = openHints(state);
    const away = awayRules(state).length;
    show("hints", answer !== null && (answer.score !== null || hints.length > 0 || away > 0));
    const focused = document.activeElement;
    const hadFocus = list.contains(focused);
    const keys = hints.map((hint) => hint.key).join();
    if (keys !== order) place(hints);
    order = keys;
    for (const hint of hints) {
      const parts = cards.get(hint.key);
      parts.card.classList.toggle("gone", Boolean(hint.gone));
      parts.card.inert = Boolean(hint.gone);
      if (!hint.gone) fill(parts, hint, state, speaker);
    }
    if (hadFocus) keepFocus(focused);
    show("no-hints", open.length === 0 && away === 0);
    write("no-hints", speaker.say(answer?.score >= LIKE_ANYBODY + 15 ? "no_hints" : "no_more_hints"));
    show("hidden-hints", away > 0);
    write("hidden-count", speaker.say("dismissed", { n: away }));
    write("refused", state.refused ? speaker.say("refused") : "");
  }

  /** The focus stays on its control, wherever that moved; where it went, the heading has it, without a jump. */
  function keepFocus(focused) {
    const stays = list.contains(focused) && !focused.closest("[inert], [hidden]");
    if (!stays) byId("hints-title").focus({ preventScroll: true });
    else if (document.activeElement !== focused) focused.focus({ preventScroll: true });
  }

  return {
    render,
    /** True while somebody moves over the list or has the focus in it: then nothing is moved away from under them. */
    isInUse: () =>
      (list.matches(":hover") && performance.now() - pointedAt < REST) ||
      (document.hasFocus() && list.contains(document.activeElement)),
  };
}
