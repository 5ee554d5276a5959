// A field with a list to choose from, after the "editable combobox with list autocomplete" pattern of the ARIA APG.

const TYPING_PAUSE = 120; // ms

/**
 * Makes a combobox of `input`, `list` and the arrow `button`.
 *
 * `find(query)` resolves to items `{ key, name, detail }`; `chosen(item | null)` is called when one is chosen or the
 * field is emptied; `nobody()` is the sentence of an empty list.
 */
export function createCombobox({ input, list, button, find, chosen, nobody }) {
  let items = [];
  let active = -1;
  let turn = 0;
  let timer = null;
  let current = null;
  let isSearching = false; // what was typed is not yet what the list shows

  const isOpen = () => !list.hidden;

  function activate(place) {
    active = place;
    [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
    if (place < 0 || items.length === 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({ block: "nearest" });
    }
  }

  function close() {
    clearTimeout(timer);
    isSearching = false;
    turn += 1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  }

  function makeOption(item, index) {
    const option = document.createElement("li");
    option.id = `${list.id}-${index}`;
    option.role = "option";
    for (const part of ["name", "detail"]) {
      const line = document.createElement("span");
      line.className = `option-${part}`;
      line.textContent = item[part];
      option.append(line);
    }
    option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    option.addEventListener("click", () => choose(item));
    return option;
  }

  async function open(query, place = -1) {
    const mine = (turn += 1);
    const found = await find(query);
    if (mine !== turn) return;
    items = found;
    isSearching = false;
    const empty = document.createElement("li");
    empty.className = "option-none";
    empty.role = "option";
    empty.setAttribute("aria-disabled", "true");
    empty.textContent = nobody();
    list.replaceChildren(...(items.length > 0 ? items.map(makeOption) : [empty]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    activate(Math.min(place, last()));
  }

  function choose(item) {
    current = item;
    input.value = item?.name ?? "";
    close();
    chosen(item);
  }

  const last = () => items.length - 1;

  const KEYS = {
    ArrowDown: () => (isOpen() && items.length > 0 ? activate(active === last() ? 0 : active + 1) : open("", 0)),
    ArrowUp: () => (isOpen() && items.length > 0 ? activate(active <= 0 ? last() : active - 1) : open("", Infinity)),
    Enter: async () => {
      if (isSearching) {
        clearTimeout(timer);
        await open(input.value.trim(), 0);
      }
      if (isOpen() && active >= 0) choose(items[active]);
    },
    Escape: () => (isOpen() ? close() : choose(null)),
  };

  input.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
  input.addEventListener("input", () => {
    clearTimeout(timer);
    isSearching = true;
    turn += 1; // a list still on its way is for older words
    timer = setTimeout(() => open(input.value.trim(), 0), TYPING_PAUSE);
  });
  input.addEventListener("click", () => isOpen() || open(""));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    close();
    if (input.value.trim() === "" && current !== null) choose(null);
    else input.value = current?.name ?? "";
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    input.focus();
    if (isOpen()) close();
    else open("");
  });

  return {
    /** Shows `item` as chosen without telling anybody. */
    set(item) {
      current = item;
      input.value = item?.name ?? "";
    },
  };
}
