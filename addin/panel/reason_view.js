// "Why this score": each contribution as a bar to the left (costs) or to the right (brings), widest first.

import { byId, make, show, write } from "./elements.js";
import { contributions, LIKE_ANYBODY } from "./score.js";

/** One side of the pair: who, a bar as long as the amount (where it is one), and the value in words. */
function makeSide(side, one, speaker) {
  const value = one[side === "draft" ? "value" : "usual"];
  const parts = [make("dt", { text: speaker.say(side === "draft" ? "in_draft" : "usual") })];
  const amount = one.amounts?.[side === "draft" ? 0 : 1];
  const most = Math.max(...(one.amounts ?? [0]));
  if (most > 0) {
    const bar = make("span", { class: "amount", "aria-hidden": "true" });
    bar.style.setProperty("--share", String(amount / most));
    parts.push(make("dd", { class: "measured" }, bar, make("span", { text: speaker.value(value) })));
  } else parts.push(make("dd", { text: speaker.value(value) }));
  return make("div", { class: `side ${side}` }, ...parts);
}

function makeRow(one, widest, speaker) {
  const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("span", { class: "fill" }));
  bar.dataset.way = one.points < 0 ? "down" : "up";
  bar.style.setProperty("--share", String(Math.abs(one.points) / widest));
  return make("li", { class: "contribution" },
    make("span", { class: "label", text: speaker.of(one.label) }),
    bar,
    make("span", { class: "points", text: speaker.points(one.points) }),
    make("p", { class: "sentence", text: speaker.of(one.text) }),
    make("dl", { class: "facts" }, makeSide("usual", one, speaker), makeSide("draft", one, speaker)));
}

/** Shows the contributions of the newest answer; they are rebuilt only when the answer or the language changes. */
export function createReasonView() {
  let drawn = null;
  let drawnLanguage = null;
  return function renderReasons(state, speaker) {
    const { answer } = state;
    const deviations = answer?.deviations ?? [];
    show("why", typeof answer?.score === "number" && deviations.length > 0);
    if (answer === drawn && speaker.language === drawnLanguage) return;
    [drawn, drawnLanguage] = [answer, speaker.language];
    const { worth, small, smallPoints } = contributions(deviations);
    const widest = Math.max(1, ...worth.map((one) => Math.abs(one.points)));
    const rows = worth.map((one) => makeRow(one, widest, speaker));
    if (small > 0) {
      rows.push(make("li", { class: "contribution small" },
        make("span", { class: "label", text: speaker.say("small", { n: small }) }),
        make("span", { class: "points", text: speaker.points(smallPoints) })));
    }
    byId("reasons").replaceChildren(...rows);
    if (typeof answer?.score !== "number") return;
    const sum = Math.round(answer.score) - LIKE_ANYBODY;
    const points = `${sum < 0 ? "−" : "+"} ${speaker.whole(Math.abs(sum))}`;
    write("total", speaker.say("total", { points, score: answer.score }));
  };
}
