// The customer card: who this is, how they write, and what they wait for.

import { byId, make, show } from "./elements.js";

function makeFacts(customer, speaker, now) {
  const spoken = customer.languages.map(({ language }) => speaker.name("language", language)).join(", ");
  const form = customer.address_form && speaker.name("form", customer.address_form);
  const last = customer.last_mail && `${speaker.since(customer.last_mail, now)} (${speaker.day(customer.last_mail)})`;
  const mails = speaker.say("mails_counted", { in: customer.mails_in, out: customer.mails_out });
  const standing = customer.standing && speaker.of(customer.standing);
  const facts = { standing, company: customer.domain, language: spoken, address_form: form, mails, last_contact: last };
  return make("dl", { class: "facts-list" },
    ...Object.entries(facts)
      .filter(([, value]) => value)
      .flatMap(([key, value]) => [make("dt", { text: speaker.say(key) }), make("dd", { text: value })]));
}

function makeList(heading, name, items) {
  if (items.length === 0) return null;
  return make("section", { class: name }, make("h3", { text: heading }), make("ul", {}, ...items));
}

/** A need, and whether the draft promises it or surely leaves it open; that it is answered is not for us to say. */
function makeNeed(need, speaker) {
  const known = ["open", "promised"].includes(need.standing) ? need.standing : null;
  const standing = known && make("span", { class: "standing", text: speaker.name("standing", known) });
  return make("li", { class: known },
    make("span", { class: "kind", text: speaker.name("need", need.kind) }), " ",
    make("span", { text: need.text }), standing ? " " : null, standing);
}

/** The habits to show: those of the draft's language, else of the language with most mails. */
function habitsOf(customer, language) {
  const known = [...customer.languages].sort((a, b) => b.mails - a.mails);
  return (known.find((one) => one.language === language) ?? known[0])?.habits ?? [];
}

const seesNothing = ({ mailboxes }) => mailboxes?.length === 0;

function makeBody(state, speaker, now) {
  const { card, answer, address } = state;
  const asked = (answer?.needs ?? []).map((need) => makeNeed(need, speaker));
  const replied = makeList(speaker.say("needs_reply"), "needs", asked);
  if (card.state === "loading") return [make("p", { class: "quiet-text", text: speaker.say("card_loading") })];
  if (card.state === "unknown") {
    const text = speaker.say(seesNothing(state) ? "card_closed" : "card_unknown", { address });
    return [make("p", { class: "quiet-text", text }), replied];
  }
  const { customer } = card;
  const habits = habitsOf(customer, answer?.language).map((habit) => make("li", { text: speaker.of(habit.text) }));
  const open = asked.length ? [] : customer.needs.map((need) => makeNeed(need, speaker));
  return [
    make("p", { class: "name", text: customer.name || customer.address }),
    make("p", { class: "address", text: customer.address }),
    makeFacts(customer, speaker, now),
    replied ?? makeList(speaker.say("needs"), "needs", open),
    makeList(speaker.say("promises"), "promises", (customer.promises ?? []).map((each) => make("li", { text: speaker.of(each) }))),
    makeList(speaker.say("habits"), "habits", habits),
  ];
}

/** Shows the card; it is rebuilt only when something on it changes. */
export function createCardView() {
  let drawn = [];
  return function renderCard(state, speaker, { now }) {
    show("card", state.card !== null);
    const shown = [state.card, state.answer?.language, JSON.stringify(state.answer?.needs ?? []), speaker.language, seesNothing(state)];
    if (state.card === null || shown.every((part, index) => part === drawn[index])) return;
    drawn = shown;
    byId("card-body").replaceChildren(...makeBody(state, speaker, now).filter(Boolean));
  };
}
