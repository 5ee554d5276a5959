// The tour on the page: a card above the score, never a layer over it, and never with the focus unless asked for.

import { byId, show, write } from "./elements.js";
import { TOUR_STEPS } from "./tour.js";

/** Keeps the card in step with `tour`; whoever opened it is back at the button when it closes. */
export function createTourView(tour) {
  const card = byId("tour");
  byId("tour-next").addEventListener("click", tour.next);
  byId("tour-stop").addEventListener("click", tour.stop);
  byId("tour-open").addEventListener("click", () => {
    tour.open();
    byId("tour-next").focus();
  });
  card.addEventListener("keydown", (event) => event.key === "Escape" && tour.stop());

  return function renderTour(state, speaker) {
    const hadFocus = card.contains(document.activeElement);
    const isIdle = state.greeted && state.problem === null && typeof state.answer?.score !== "number";
    const step = tour.stepWhile(isIdle);
    show(card, step !== null);
    if (step === null) {
      if (hadFocus) byId("tour-open").focus({ preventScroll: true });
      return;
    }
    write("tour-text", speaker.say(`tour_${step}`));
    write("tour-next", speaker.say(step + 1 < TOUR_STEPS ? "tour_next" : "tour_end"));
    write("tour-at", speaker.say("tour_at", { n: step + 1, all: TOUR_STEPS }));
  };
}
