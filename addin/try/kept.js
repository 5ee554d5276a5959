// What survives a reload: the draft in the browser, the token in this tab only.

const DRAFT = "einklang.try.draft";
const TOKEN = "einklang.try.token";

/** A place to keep JSON under `key`; a browser that forbids storage just forgets. */
function createPlace(storage, key) {
  return {
    read() {
      try {
        return JSON.parse(storage().getItem(key));
      } catch {
        return null;
      }
    },
    write(value) {
      try {
        if (value === null) storage().removeItem(key);
        else storage().setItem(key, JSON.stringify(value));
      } catch {
        // private mode or full: the page works, it only forgets
      }
    },
  };
}

export const keptDraft = createPlace(() => localStorage, DRAFT);
export const keptToken = createPlace(() => sessionStorage, TOKEN);
