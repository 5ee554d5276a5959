// The dialogue of the check on send: says what a mail client would say, and sends nothing.

const byId = (id) => document.getElementById(id);

/** Shows a verdict (null: nothing is written yet; `unsure`: no answer in time) until the user goes back. */
export function showVerdict(verdict, speaker, { back }) {
  const dialog = byId("verdict");
  const { ok = false, unsure = null, score = null, band = null, reasons = [] } = verdict ?? {};
  const word = verdict === null ? "verdict_empty" : unsure ? "verdict_unsure" : ok ? "verdict_ok" : "verdict_ask";
  byId("verdict-word").textContent = speaker.say(word);
  byId("verdict-word").dataset.ok = String(verdict !== null && ok);
  const [low, high] = (band ?? [score, score]).map((value) => speaker.whole(value ?? 0));
  const figure = score === null
    ? speaker.say("verdict_no_score")
    : speaker.say("verdict_score", { score: speaker.whole(score), low, high });
  byId("verdict-score").textContent = verdict === null || unsure ? "" : figure;
  byId("verdict-reasons").replaceChildren(
    ...reasons.map(({ severity, message }) => {
      const item = document.createElement("li");
      item.dataset.severity = severity;
      item.textContent = speaker.of(message);
      return item;
    }),
  );
  const next = ok ? "verdict_sends" : "verdict_asks";
  byId("verdict-next").textContent = verdict === null ? "" : speaker.say(next);
  byId("verdict-back").onclick = () => dialog.close();
  dialog.onclose = back;
  dialog.showModal();
}
