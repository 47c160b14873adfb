import "./d3.mjs";
import assert from "node:assert/strict";
import test from "node:test";
import { between, boundaries, histogram, peaks } from "../../../warehouse/explorer/js/bins.js";
import { isoDay, parseDays } from "../../../warehouse/explorer/js/days.js";
import { extent, laneEvents, laneHeights, layoutLane, ROW } from "../../../warehouse/explorer/js/layout.js";
import { usualSpan } from "../../../warehouse/explorer/js/span.js";
import { labelOf } from "../../../warehouse/explorer/js/store.js";
import { storeOf } from "./store.mjs";

const day = (text) => parseDays(text)[0];
const all = (store) => new Uint8Array(store.count).fill(1);
const pad = (n) => String(n).padStart(2, "0");
const daily = (many) => storeOf(Array.from({ length: many }, (_, n) => {
  const text = isoDay(day("2019-01-01") + n);
  return ["motion", `on ${n}`, text, text];
}));

test("counts of a lane add up, and a vague event is spread over its days", () => {
  const store = storeOf([
    ["motion", "a", "2019-01-05", "2019-01-05"],
    ["motion", "b", "2019-01-01", "2019-01-31"],
    ["letter", "c", "2019-01-20", "2019-01-20"],
    ["motion", "d", null, null],
  ]);
  const counts = histogram(store, all(store), [0, 1], 2);
  const [from, middle, to] = [day("2019-01-01"), day("2019-01-11"), day("2019-02-01")];
  assert.equal(between(counts.sure[0], counts, from, to), 1);
  assert.equal(between(counts.sure[1], counts, from, middle), 0);
  assert.ok(Math.abs(between(counts.vague[0], counts, from, to) - 1) < 1e-9);
  assert.ok(Math.abs(between(counts.vague[0], counts, from, middle) - 10 / 31) < 1e-9);
});

test("a span of a thousand years keeps its counts", () => {
  const store = storeOf([
    ["motion", "a", "1019-01-05", "1019-01-05"],
    ["motion", "b", "2019-01-01", "2019-01-01"],
  ]);
  const counts = histogram(store, all(store), [0, 1], 2);
  assert.equal(between(counts.sure[0], counts, store.first, store.last + 10), 2);
});

test("bins begin with days, Mondays, months and years", () => {
  const [from, to] = [day("2019-02-13"), day("2019-02-15")];
  const first = (perDay, least) => isoDay(boundaries(from, to, perDay, least)[0]);
  assert.equal(first(10, 5), "2019-02-13");
  assert.equal(first(1, 5), "2019-02-11");
  assert.equal(first(0.2, 5), "2019-02-01");
  assert.equal(first(0.06, 5), "2019-01-01");
  for (const perDay of [10, 1, 0.2, 0.06, 0.001]) {
    const found = boundaries(from, to, perDay, 5);
    assert.ok(found[0] <= from && found[found.length - 1] >= to, `${perDay}`);
    assert.deepEqual(found, [...new Set(found)].sort((a, b) => a - b));
  }
});

test("marks of a row never overlap", () => {
  const store = daily(60);
  const [events] = laneEvents(store, all(store), [0, 1], 2);
  const perDay = 12;
  const layout = layoutLane(store, events, { from: store.first, to: store.last, perDay, width: 700, height: 5 * ROW });
  assert.equal(layout.mode, "marks");
  assert.equal(layout.marks.length, 60);
  const ends = new Map();
  for (const { event, row, label } of layout.marks) {
    const [start, end] = extent(store, event, perDay);
    assert.ok(start >= (ends.get(row) ?? -Infinity), `event ${event}`);
    ends.set(row, end + label);
  }
});

test("far is counts, nearer is marks, near is labelled marks", () => {
  const store = daily(900);
  const [events] = laneEvents(store, all(store), [0, 1], 2);
  const at = (perDay) => layoutLane(store, events, { from: store.first, to: store.last, perDay, width: 800, height: 60 });
  assert.equal(at(0.5).mode, "counts");
  assert.equal(at(5).mode, "marks");
  assert.ok(at(5).marks.filter((mark) => mark.label).length < 10);
  assert.ok(at(80).marks.filter((mark) => mark.label > 50).length > 800);
});

test("what is wider than the view is kept apart", () => {
  const store = storeOf([
    ["motion", "a", "2019-06-05", "2019-06-05"],
    ["motion", "b", "2019-01-01", "2019-12-31"],
  ]);
  const [events] = laneEvents(store, all(store), [0, 1], 2);
  const layout = layoutLane(store, events, { from: day("2019-05-01"), to: day("2019-07-01"), perDay: 20, width: 900, height: 80 });
  assert.deepEqual(layout.spanning.map((event) => store.title[event]), ["b"]);
  assert.deepEqual(layout.marks.map((mark) => store.title[mark.event]), ["a"]);
});

test("lanes share the height and none is too low", () => {
  const heights = laneHeights([1000, 10, 0], 300, 40);
  assert.ok(heights[0] > heights[1] && heights[1] > heights[2] && heights[2] >= 40);
  assert.ok(heights.reduce((a, b) => a + b) <= 300);
  assert.deepEqual(laneHeights([1, 1], 10, 40), [40, 40]);
});

test("the busiest moment is named by the topic that stands out in it", () => {
  const often = (month, many, topic) =>
    Array.from({ length: many }, (_, n) => ["motion", topic, `2019-${month}-${pad((n % 5) + 10)}`, `2019-${month}-${pad((n % 5) + 10)}`, { topic }]);
  const store = storeOf([...often("01", 6, "rents"), ...often("02", 5, "rents"), ...often("03", 3, "rents"), ...often("06", 9, "pool"), ...often("09", 4, "rents")]);
  const found = peaks(store, all(store), store.first, store.last + 1, 1);
  assert.deepEqual(found.map(({ topic }) => topic), ["pool"]);
});

test("one event a thousand years off does not squeeze the others", () => {
  const near = Array.from({ length: 40 }, (_, n) => ["motion", "x", `2019-02-${pad((n % 28) + 1)}`, `2019-02-${pad((n % 28) + 1)}`]);
  const sorted = near.sort((a, b) => a[2].localeCompare(b[2]));
  const { from, to } = usualSpan(storeOf([["motion", "far", "1019-01-01", "1019-01-01"], ...sorted]));
  assert.ok(from > day("2018-01-01") && to < day("2020-01-01"));
  assert.ok(from < day("2019-02-01") && to > day("2019-02-28"));
});

test("labels lead with the topic", () => {
  const label = (title, topic) => labelOf(storeOf([["motion", title, "2019", "2019", { topic }]]), 0);
  assert.equal(label("Ann Lee tables a motion on the 20 mph zone", "20 mph zone"), "20 mph zone · Ann Lee tables a motion");
  assert.equal(label("rents motion", "rents"), "rents motion");
  assert.equal(label("A motion of censure", "Bo Ray"), "Bo Ray · A motion of censure");
});
