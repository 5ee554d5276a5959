// The rewrite of the whole mail: a button, where the draft goes, and the new wording as a diff to read before it is taken.

import { byId, make, show, write } from "./elements.js";

/** One stretch; what went and what came is said in words, too, for those who cannot see the strokes. */
function makeStretch({ kind, text }, speaker) {
  const tag = { removed: "del", added: "ins" }[kind];
  return tag ? make(tag, {}, make("span", { class: "unseen", text: speaker.name("diff", kind) }), text) : text;
}

/** Keeps the section in step; `on` has `ask()`, `take()` and `drop()`. */
export function createRewriteView(on) {
  let drawn = [];
  byId("rewrite-ask").addEventListener("click", on.ask);
  byId("rewrite-take").addEventListener("click", on.take);
  for (const id of ["rewrite-drop", "rewrite-stop"]) byId(id).addEventListener("click", on.drop);
  byId("rewrite").addEventListener("keydown", (event) => event.key === "Escape" && on.drop());

  return function renderRewrite(rewrite, isScored, speaker) {
    const { offer, phase, result, refused, problem } = rewrite;
    const hadFocus = byId("rewrite").contains(document.activeElement);
    show("rewrite", offer !== null && (isScored || phase !== "idle"));
    if (offer === null) return;
    show("rewrite-start", phase === "idle" || phase === "refused");
    show("rewrite-wait", phase === "asking");
    show("rewrite-result", phase === "shown");
    write("rewrite-where", speaker.say("rewrite_where", { model: offer.model, host: offer.host }));
    const why = refused ? speaker.of(refused) : speaker.say(problem === "busy" ? "rewrite_busy" : "rewrite_failed");
    write("rewrite-refused", phase === "refused" ? why : "");
    if (phase === "shown" && (drawn[0] !== result || drawn[1] !== speaker)) {
      drawn = [result, speaker];
      write("rewrite-gain", speaker.say("rewrite_gain", { before: result.score_before, after: result.score_after }));
      byId("rewrite-diff").replaceChildren(...result.changes.map((one) => makeStretch(one, speaker)));
    }
    if (hadFocus) keepFocus(phase);
  };
}

/** The keyboard goes on where the eye does: to the diff when it comes, back to the button when it goes. */
function keepFocus(phase) {
  if (byId("rewrite").contains(document.activeElement) && document.activeElement.offsetParent !== null) return;
  const next = { asking: "rewrite-stop", shown: "rewrite-diff" }[phase] ?? "rewrite-ask";
  byId(next).focus();
}
