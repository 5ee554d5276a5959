// The add-on's own words, in Thunderbird's language.

/** A message of _locales, with its values. */
export const say = (key, ...values) => browser.i18n.getMessage(key, values.map(String));

/** Fills each element with a `data-say` key. */
export function fillPage(root = document) {
  document.documentElement.lang = browser.i18n.getUILanguage();
  for (const element of root.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
}
