// Making and changing elements; what is shown is always text, never markup.

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

/** Changes a text only where it differs, so that nothing is selected or spoken anew without a reason. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function show(element, shown) {
  if (element.hidden === shown) element.hidden = !shown;
}

/** Fills every element with a `data-text` key (and `data-label`: its accessible name) below `root`. */
export function writeAll(root, speaker) {
  for (const element of root.querySelectorAll("[data-text]")) write(element, speaker.say(element.dataset.text));
  for (const element of root.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", speaker.say(element.dataset.label));
  }
}
