// "Why this score": each contribution as a bar to the left (costs) or to the right (brings), widest first.

import { make, show, write } from "./elements.js";
import { contributions, LIKE_ANYBODY } from "./score.js";

const byId = (id) => document.getElementById(id);

function makeRow(one, widest, speaker) {
  const bar = make("span", { class: "bar", "aria-hidden": "true" }, make("span", { class: "fill" }));
  bar.dataset.way = one.points < 0 ? "down" : "up";
  bar.style.setProperty("--share", String(Math.abs(one.points) / widest));
  const fact = (key, value) =>
    make("span", { class: "fact" }, make("span", { text: speaker.say(key) }), " ", make("b", { text: speaker.value(value) }));
  return make("li", { class: "contribution" },
    make("span", { class: "label", text: speaker.of(one.label) }),
    bar,
    make("span", { class: "points", text: speaker.points(one.points) }),
    make("p", { class: "sentence", text: speaker.of(one.text) }),
    make("p", { class: "facts" }, fact("in_draft", one.value), fact("usual", one.usual)));
}

/** Shows the contributions of the newest answer; they are rebuilt only when the answer or the language changes. */
export function createReasonView() {
  let drawn = null;
  let drawnLanguage = null;
  return function renderReasons(state, speaker) {
    const { answer } = state;
    const deviations = answer?.deviations ?? [];
    show(byId("why"), typeof answer?.score === "number" && deviations.length > 0);
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
    const points = sum < 0 ? `− ${speaker.whole(-sum)}` : `+ ${speaker.whole(sum)}`;
    write(byId("total"), speaker.say("total", { points, score: speaker.whole(answer.score) }));
  };
}
