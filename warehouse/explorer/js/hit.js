// What is under a point of the lanes.

import { extent } from "./layout.js";
import { marksTop } from "./marks.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./layout.js").LaneLayout} LaneLayout */
/** @typedef {import("./paint.js").Lane} Lane */

/** @param {Lane[]} lanes @param {number} y @returns {number} position of the lane, or -1 */
export function laneAt(lanes, y) {
  return lanes.findIndex((lane) => y >= lane.y && y < lane.y + lane.height);
}

/**
 * Of the events wider than the view, those that it shows a part of.
 * @param {Store} store @param {LaneLayout} layout @param {{from: number, to: number}} seen
 */
export function spanningNow(store, layout, seen) {
  return layout.spanning.filter((i) => store.low[i] <= seen.to && store.high[i] + 1 >= seen.from);
}

/**
 * @param {{store: Store, lanes: Lane[], layouts: LaneLayout[], from: number, to: number, perDay: number}} scene
 * @param {number} x @param {number} y
 * @returns {number[] | null} the event under the point, or a band's events
 */
export function hitAt({ store, lanes, layouts, ...seen }, x, y) {
  const position = laneAt(lanes, y);
  const layout = layouts[position];
  if (!layout || layout.mode === "counts") return null;
  const spanning = spanningNow(store, layout, seen);
  const top = marksTop(lanes[position], layout);
  if (spanning.length && y < top) return spanning;
  for (const { event, row, label } of layout.marks) {
    const [start, end] = extent(store, event, seen.perDay);
    const left = start - seen.from * seen.perDay - 2;
    const right = end - seen.from * seen.perDay + label;
    if (y >= top + row * layout.pitch && y < top + (row + 1) * layout.pitch && x >= left && x <= right) return [event];
  }
  return null;
}
