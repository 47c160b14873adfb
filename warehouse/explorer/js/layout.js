// Semantic zoom: whether a lane shows counts, marks or labelled marks, and in which row each mark stands.

import { LASTED, VAGUE } from "./store.js";
import { OPEN_HIGH, OPEN_LOW } from "./days.js";

/** @typedef {import("./store.js").Store} Store */

/** Heights of a row: with room for a label, with room for a small one, and for marks alone. */
export const ROW = 19;
export const SMALL_ROW = 14;
export const CLOSE_ROW = 10;
const MARK = 14;
const LABEL = 168;
const SHORTEST_LABEL = 54;
/** Pixels by which a bar with an open side fades out. */
export const FADE = 36;

/**
 * @typedef {object} Mark
 * @property {number} event @property {number} row @property {number} label pixels for the label, 0 for none
 *
 * @typedef {object} LaneLayout
 * @property {"counts" | "marks"} mode @property {Mark[]} marks @property {number} pitch height of a row @property {number[]} spanning events wider than the view
 */

/** What is tried in turn: the height of a row and the room kept for each label. */
const CROWDING = [
  [ROW, LABEL],
  [ROW, 0],
  [SMALL_ROW, 0],
  [CLOSE_ROW, 0],
];

/** @type {LaneLayout} */
const COUNTS = { mode: "counts", marks: [], spanning: [], pitch: ROW };

/**
 * The events of each lane in the order in which they begin.
 * @param {Store} store @param {Uint8Array} mask @param {number[]} laneOf lane of each type @param {number} lanes
 * @returns {Int32Array[]}
 */
export function laneEvents(store, mask, laneOf, lanes) {
  /** @type {number[][]} */
  const found = Array.from({ length: lanes }, () => []);
  for (let i = 0; i < store.dated; i++) if (mask[i] && laneOf[store.type[i]] >= 0) found[laneOf[store.type[i]]].push(i);
  return found.map((events) => Int32Array.from(events.sort((a, b) => store.low[a] - store.low[b] || a - b)));
}

/**
 * Lays out one lane over the days `from` to `to`, which are more than what is seen, so that marks keep their rows while
 * the view moves.
 * @param {Store} store @param {Int32Array} events of the lane, in the order in which they begin
 * @param {{from: number, to: number, perDay: number, width: number, height: number}} window
 *   width: of the view, height: of the lane, in pixels
 * @returns {LaneLayout}
 */
export function layoutLane(store, events, window) {
  const { from, to, perDay, width, height } = window;
  const rowsOf = (/** @type {number} */ pitch) => Math.max(1, Math.floor(height / pitch));
  const capacity = rowsOf(CLOSE_ROW) * Math.ceil(((to - from) * perDay) / MARK);
  const spanning = [];
  const near = [];
  for (let e = 0; e < events.length; e++) {
    const i = events[e];
    if (store.low[i] > to) break;
    if (store.high[i] < from) continue;
    if ((store.high[i] - store.low[i] + 1) * perDay > width) spanning.push(i);
    else if (near.push(i) > capacity) return COUNTS;
  }
  for (const [pitch, label] of CROWDING) {
    const marks = pack(store, near, perDay, rowsOf(pitch), label);
    if (!marks) continue;
    if (pitch > CLOSE_ROW) fitLabels(store, marks, perDay, rowsOf(pitch));
    return { mode: "marks", marks, spanning, pitch };
  }
  return COUNTS;
}

/**
 * Where a mark begins and ends, in pixels from day 0.
 * @param {Store} store @param {number} event @param {number} perDay @returns {[number, number]}
 */
export function extent(store, event, perDay) {
  const form = store.form[event];
  if (form !== VAGUE && form !== LASTED) {
    const middle = (store.at[event] + 0.5) * perDay;
    return [middle - MARK / 2, middle + MARK / 2];
  }
  const start = store.low[event] * perDay - (store.lo[event] === OPEN_LOW ? FADE : 0);
  const end = (store.high[event] + 1) * perDay + (store.hi[event] === OPEN_HIGH ? FADE : 0);
  return [start, Math.max(end, start + MARK)];
}

/**
 * First-fit rows; null when they do not suffice.
 * @param {Store} store @param {number[]} events @param {number} perDay @param {number} rows @param {number} label
 * @returns {Mark[] | null}
 */
function pack(store, events, perDay, rows, label) {
  const ends = new Float64Array(rows).fill(-Infinity);
  const marks = [];
  for (const event of events) {
    const [start, end] = extent(store, event, perDay);
    const row = ends.findIndex((taken) => taken <= start);
    if (row < 0) return null;
    const inside = end - start >= label;
    ends[row] = (inside ? end : end + label) + 2;
    marks.push({ event, row, label: 0 });
  }
  return marks;
}

/**
 * Gives each mark the room up to the next one of its row, when a label fits in.
 * @param {Store} store @param {Mark[]} marks are changed @param {number} perDay @param {number} rows
 */
function fitLabels(store, marks, perDay, rows) {
  const next = new Float64Array(rows).fill(Infinity);
  for (let m = marks.length - 1; m >= 0; m--) {
    const mark = marks[m];
    const [start, end] = extent(store, mark.event, perDay);
    const room = Math.min(next[mark.row] - end - 4, 320);
    const inside = end - start - 8;
    mark.label = inside >= 110 ? inside : room >= SHORTEST_LABEL ? room : 0;
    next[mark.row] = start;
  }
}

/**
 * Heights of the lanes: each has the least, the rest is shared by the square root of how many events they hold.
 * @param {number[]} counts @param {number} height in all @param {number} least @returns {number[]}
 */
export function laneHeights(counts, height, least) {
  const spare = Math.max(0, height - least * counts.length);
  const weights = counts.map((count) => Math.sqrt(count) + 1);
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => Math.floor(least + (spare * weight) / all));
}
