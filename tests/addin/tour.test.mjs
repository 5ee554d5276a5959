import assert from "node:assert/strict";
import test from "node:test";

import { createTour, createTourMemory, TOUR_STEPS } from "../../addin/panel/tour.js";

function createStorage() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, String(value)) };
}

function start(storage = createStorage()) {
  let moves = 0;
  const memory = createTourMemory(() => storage);
  const tour = createTour({ memory, changed: () => (moves += 1) });
  return { tour, storage, moves: () => moves };
}

const forbidden = () => {
  throw new Error("SecurityError");
};

test("at first the tour is there while nothing is judged, and yields to a score", () => {
  const { tour } = start();
  assert.equal(tour.stepWhile(true), 0);
  assert.equal(tour.stepWhile(false), null);
  assert.equal(tour.stepWhile(true), 0);
});

test("it goes step by step, and after the last it never comes back by itself", () => {
  const { tour, storage, moves } = start();
  for (let step = 0; step < TOUR_STEPS; step += 1) {
    assert.equal(tour.stepWhile(true), step);
    tour.next();
  }
  assert.equal(moves(), TOUR_STEPS);
  assert.equal(tour.stepWhile(true), null);
  assert.equal(start(storage).tour.stepWhile(true), null);
});

test("sent away is sent away", () => {
  const { tour, storage } = start();
  tour.stop();
  assert.equal(tour.stepWhile(true), null);
  assert.equal(start(storage).tour.stepWhile(true), null);
});

test("whoever asks for it gets it from the start, beside a score, too", () => {
  const { tour } = start();
  tour.stop();
  tour.open();
  assert.equal(tour.stepWhile(false), 0);
  tour.next();
  assert.equal(tour.stepWhile(false), 1);
  tour.stop();
  assert.equal(tour.stepWhile(false), null);
});

test("where nothing may be stored it is remembered for this page", () => {
  const memory = createTourMemory(forbidden);
  assert.equal(memory.isDone(), false);
  memory.setDone();
  assert.equal(memory.isDone(), true);
  assert.equal(createTourMemory(forbidden).isDone(), false);
});
