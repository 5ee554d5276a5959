import assert from "node:assert/strict";
import { test } from "node:test";

import { addressesIn } from "./load.mjs";

const CASES = [
  ["", []],
  ["anna@example.com", ["anna@example.com"]],
  ["Anna <anna@example.com>, ", ["anna@example.com"]],
  ['"Krause, Anna" <anna@example.com>; team@example.com', ["anna@example.com", "team@example.com"]],
  ['"anna@private.example" <anna@example.com>', ["anna@example.com"]],
  ['"Anna \\"die\\" <x@y.z>" <anna@example.com>,b@c.de', ["anna@example.com", "b@c.de"]],
  ["anna@example.com, anna@example.com", ["anna@example.com"]],
  ["Ann", []],
  ["Anna <anna@example.com>, ber", ["anna@example.com"]],
  ['"offen anna@example.com, b@c.de', ["anna@example.com", "b@c.de"]],
  ["Jürgen Müller <j@müller.example>\r\nb@c.de", ["j@müller.example", "b@c.de"]],
];

for (const [field, addresses] of CASES) {
  test(`${JSON.stringify(field)} names ${addresses.length}`, () => assert.deepEqual(addressesIn(field), addresses));
}

test("three hundred recipients are read in their order", () => {
  const all = Array.from({ length: 300 }, (_, number) => `kunde${number}@example.com`);
  assert.deepEqual(addressesIn(all.map((one) => `"Kunde, ${one}" <${one}>`).join(", ")), all);
});
