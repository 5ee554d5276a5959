import assert from "node:assert/strict";
import { test } from "node:test";

const { beside } = await import(`${process.env.EINKLANG_ADDON}/docking.js`);

const SCREEN = { left: 0, top: 0, width: 1600, height: 900 };
const frame = (left, width) => ({ left, top: 20, width, height: 700 });

test("the panel stands right of its mail, else left, else over its right edge", () => {
  assert.equal(beside(frame(100, 900), SCREEN, 360).left, 1000);
  assert.equal(beside(frame(700, 800), SCREEN, 360).left, 340);
  assert.equal(beside(frame(0, 1600), SCREEN, 360).left, 1240);
});

test("it is as high as its mail, but never too low for the first hint", () => {
  assert.deepEqual(beside(frame(0, 500), SCREEN, 360), { left: 500, top: 20, width: 360, height: 700 });
  assert.equal(beside({ ...frame(0, 500), height: 120 }, SCREEN, 360).height, 360);
});

test("on a second screen the screen's own edge counts", () => {
  const second = { left: 1600, top: 0, width: 1600, height: 900 };
  assert.equal(beside(frame(2500, 600), second, 360).left, 2140);
});
