// Making and changing elements; what is shown is always text, never markup.

export const byId = (id) => document.getElementById(id);

const found = (place) => (typeof place === "string" ? byId(place) : place);

/** A new element: `text`, `class`, `on` (event -> listener), other keys are attributes (null or false: absent). */
export function make(tag, { text, on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  if (text !== undefined) element.textContent = text;
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Changes the text of `place` (an element or its id) only where it differs: nothing is selected or spoken anew. */
export function write(place, text) {
  const element = found(place);
  if (element.textContent !== text) element.textContent = text;
}

/** Shows or hides `place`, an element or its id. */
export function show(place, shown) {
  const element = found(place);
  if (element.hidden === shown) element.hidden = !shown;
}

/** Fills every element with a `data-text` key (and `data-label`: its accessible name) below `root`. */
export function writeAll(root, speaker) {
  for (const element of root.querySelectorAll("[data-text]")) write(element, speaker.say(element.dataset.text));
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", speaker.say(element.dataset.label));
  }
}
