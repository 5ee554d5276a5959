// The top of the panel: score, band, what it means, and what stands in the way of one.

import { byId, make, show, write, writeAll } from "./elements.js";
import { line, outline } from "./history.js";
import { levelOf } from "./score.js";
import { isOld } from "./state.js";

const TROUBLES = {
  offline: { text: "offline", button: "again" },
  starting: { text: "starting", button: null },
  expired: { text: "expired", button: "sign_in" },
  busy: { text: "too_often", button: null }, // asked again by itself: a click would only be one question more
};
const TOO_LONG = { text: "too_long", button: null };
const REFUSED = { text: "refused_request", button: "again" };
const LINE = { width: 78, height: 18 }; // within its box of 84 by 24, so that the stroke is not cut off
const MARGIN = 3;

const troubleOf = (problem) => problem && (problem.status === 413 ? TOO_LONG : TROUBLES[problem.kind] ?? REFUSED);

function renderTrouble(state, speaker, { embedded }) {
  const { problem, greeted, waved } = state;
  const trouble = troubleOf(problem);
  let sentence = "";
  if (!embedded) sentence = speaker.say("alone");
  else if (trouble) sentence = speaker.say(trouble.text);
  else if (waved) sentence = speaker.say("waved");
  else if (!greeted) sentence = speaker.say("waiting");
  if (trouble === REFUSED && problem.detail) sentence += ` ${problem.detail}`;
  show("trouble", sentence !== "");
  write("trouble-text", sentence);
  byId("trouble").dataset.kind = trouble ? problem.kind : waved ? "waved" : "calm";
  const button = byId("trouble-button");
  show(button, Boolean(embedded && trouble?.button));
  if (trouble?.button) write(button, speaker.say(trouble.button));
  show("trouble-link", !embedded);
  write("trouble-link", speaker.say("try_page"));
}

function renderGauge(answer, speaker) {
  const gauge = byId("gauge");
  const [low, high] = answer.band ?? [answer.score, answer.score];
  const values = { low, high, score: answer.score };
  for (const [name, value] of Object.entries(values)) {
    gauge.style.setProperty(`--${name}`, String(Math.max(0, Math.min(100, value)) / 100));
  }
  gauge.setAttribute("aria-label", speaker.say("gauge", values));
}

/** The course of the score as a small line; its numbers are its name for those who cannot see it. */
function renderHistory(history, speaker) {
  const told = outline(history);
  const box = byId("history");
  show(box, told !== null);
  if (told === null) return;
  const points = line(history, LINE).map(([x, y]) => [x + MARGIN, y + MARGIN]);
  box.querySelector("polyline").setAttribute("points", points.map((point) => point.join()).join(" "));
  const [x, y] = points.at(-1);
  box.querySelector("circle").setAttribute("cx", x);
  box.querySelector("circle").setAttribute("cy", y);
  box.setAttribute("aria-label", speaker.say("history", told));
}

function renderTrend(state, speaker) {
  const sinceOpening = Math.round(state.answer.score - state.history[0]);
  const arrow = sinceOpening > 0 ? "↗" : sinceOpening < 0 ? "↘" : "→";
  const points = speaker.points(sinceOpening);
  const words = sinceOpening ? speaker.say("since_opening", { points }) : speaker.say("same_since_opening");
  byId("trend").dataset.way = sinceOpening > 0 ? "up" : sinceOpening < 0 ? "down" : "level";
  byId("trend").replaceChildren(make("span", { text: arrow, class: "arrow", "aria-hidden": "true" }), words);

  const change = Math.round(state.change);
  const mark = byId("change");
  mark.dataset.way = change > 0 ? "up" : "down";
  write(mark, change ? speaker.points(change) : "");
  mark.title = speaker.say("points_change", { points: speaker.points(change) });
}

function renderNumbers(state, speaker) {
  const { answer } = state;
  const { word, tone } = levelOf(answer.score);
  byId("score").dataset.tone = tone;
  write("number", speaker.whole(answer.score));
  write("meaning", speaker.say(`fits_${word}`));
  const [low, high] = answer.band ?? [];
  const confidence = speaker.name("confidence", answer.confidence);
  write("certainty", answer.band ? `${speaker.say("band", { low, high })} · ${confidence}` : confidence);
  renderGauge(answer, speaker);
  renderTrend(state, speaker);
  renderHistory(state.history, speaker);
}

/** The answer's note; without a recipient nothing about "this customer" can be said. */
function noteOf(answer, speaker) {
  if (!answer?.note) return "";
  return answer.customer ? speaker.of(answer.note.text) : speaker.say("note_nobody");
}

function renderFoot(state, speaker, now) {
  const { answer, mailboxes } = state;
  const basis = answer?.customer?.basis;
  const isNamed = ["contact", "account", "language"].includes(basis);
  show("basis", isNamed);
  if (isNamed) write("basis", speaker.say(`basis_${basis}`, { n: answer.customer.mails }));
  const lsm = answer?.diagnosis?.lsm;
  show("lsm", typeof lsm === "number");
  if (typeof lsm === "number") write("lsm", speaker.say("lsm", { value: speaker.value(lsm) }));

  const facts = [];
  if (mailboxes) {
    const times = mailboxes.map((mailbox) => mailbox.last_sync).filter(Boolean).sort();
    facts.push(
      times.length ? speaker.say("synced", { when: speaker.since(times.at(-1), now) }) : speaker.say("never_synced"),
    );
    for (const { address, error } of mailboxes) {
      if (error) facts.push(speaker.say("mailbox_error", { mailbox: address, error }));
    }
  }
  const total = answer?.timings?.total;
  if (typeof total === "number") facts.push(speaker.say("answered_in", { ms: total }));
  write("fresh", facts.join(" · "));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === speaker.language));
  }
}

/** Shows everything but hints, reasons and card; `place` says whether the panel is `embedded` and what time it is. */
export function renderScore(state, speaker, place) {
  const { answer, draft } = state;
  document.documentElement.lang = speaker.language;
  document.documentElement.dataset.old = String(isOld(state));
  writeAll(document.body, speaker);
  const name = answer?.customer?.name || state.card?.customer?.name || state.address;
  write("whom", name ? speaker.say("to", { name }) : state.greeted ? speaker.say("nobody") : "");
  renderTrouble(state, speaker, place);

  const hasScore = typeof answer?.score === "number";
  const isEmpty = answer === null && state.greeted && !draft?.text.trim();
  const isFirst = answer === null && state.asking;
  show("score", answer !== null || isEmpty || isFirst);
  show("welcome", isEmpty || isFirst);
  write("welcome", isFirst ? speaker.say("loading") : speaker.say(name ? "welcome" : "welcome_nobody"));
  show("scored", hasScore);
  show("no-score", answer !== null && !hasScore);
  if (hasScore) renderNumbers(state, speaker);
  byId("score").setAttribute("aria-busy", String(isFirst));
  const note = noteOf(answer, speaker);
  show("note", note !== "");
  write("note", note);
  renderFoot(state, speaker, place.now);
}
