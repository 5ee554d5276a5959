// The addresses in a field such as To: 'Krause, "Anna" <anna@example.com>, team@example.com; ...'

((einklang) => {
  "use strict";

  const PART = /((?:"(?:[^"\\]|\\.)*"|[^,;\r\n])*)(?:[,;\r\n]|$)/g;

  /** The bare addresses, in their order, each once; what is no address (a name being typed) is left out. */
  function addressesIn(field) {
    const found = new Set();
    for (const [, part] of field.matchAll(PART)) {
      const bare = part.replace(/"(?:[^"\\]|\\.)*"/g, " ");
      const address = /<\s*([^<>\s]+@[^<>\s]+)\s*>/.exec(bare)?.[1] ?? /[^\s<>]+@[^\s<>]+/.exec(bare)?.[0];
      if (address) found.add(address);
    }
    return [...found];
  }

  einklang.addressesIn = addressesIn;
})((globalThis.einklang ??= {}));
