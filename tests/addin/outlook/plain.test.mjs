import assert from "node:assert/strict";
import test from "node:test";

import { splitPlain, withPlainBreaks } from "../../../addin/outlook/web/plain.js";

const HEADER = "Von: Sabine Krause <s.krause@x.example>\nGesendet: Montag, 3. März 2025 09:12\nAn: Service\nBetreff: Termin";
const OWN = "Hallo Frau Krause,\n\ngerne: Das passt.\n\nViele Grüße";
const MAIL = "Guten Tag,\n\npasst Ihnen der 5.?";

test("what stands below Outlook's rule and header is the mail that is answered", () => {
  for (const rule of ["-----Ursprüngliche Nachricht-----", "-----Original Message-----", "_".repeat(32)]) {
    assert.deepEqual(splitPlain(`${OWN}\n\n${rule}\n${HEADER}\n\n${MAIL}\n`), { own: OWN, answered: MAIL });
  }
});

test("a header without a rule is known by the address in it", () => {
  assert.deepEqual(splitPlain(`${OWN}\n\n${HEADER}\n\n${MAIL}`), { own: OWN, answered: MAIL });
});

test("lines with colons and rules of the user's own stay", () => {
  const lists = `${OWN}\n\nMenge: 5\nPreis: 3\nOrt: Köln\n\n----------\nEnde`;
  assert.deepEqual(splitPlain(lists), { own: lists, answered: null });
});

test("a new mail answers nothing", () => {
  assert.deepEqual(splitPlain("Hallo\n\n"), { own: "Hallo", answered: null });
  assert.deepEqual(splitPlain(""), { own: "", answered: null });
});

test("line ends and hard spaces of Windows are as everywhere", () => {
  assert.equal(withPlainBreaks("a\r\nb\rc\u00a0d"), "a\nb\nc d");
});
