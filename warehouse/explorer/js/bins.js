// Counts of events over time, ready to be summed for any view in a time that does not depend on how many there are.

import { dayNumber, monthText, toDate } from "./days.js";
import { CERTAIN, LASTED } from "./store.js";

/** @typedef {import("./store.js").Store} Store */

/**
 * Running sums by lane: `sure[lane][s]` events lie before step `s`; an event of vague date is spread evenly over its days.
 * @typedef {object} Histogram
 * @property {number} first day @property {number} step days in a step @property {number} steps
 * @property {Float64Array[]} sure @property {Float64Array[]} vague
 */

const MOST_STEPS = 40000;

/**
 * @param {Store} store @param {Uint8Array} mask @param {number[]} laneOf lane of each type, -1 for none
 * @param {number} lanes how many
 * @returns {Histogram}
 */
export function histogram(store, mask, laneOf, lanes) {
  const { first, last } = store;
  const step = Math.max(1, Math.ceil((last - first + 1) / MOST_STEPS));
  const steps = Math.ceil((last - first + 1) / step);
  const sure = Array.from({ length: lanes }, () => new Float64Array(steps + 2));
  const vague = Array.from({ length: lanes }, () => new Float64Array(steps + 2));
  for (let i = 0; i < store.dated; i++) {
    const lane = laneOf[store.type[i]];
    if (!mask[i] || lane < 0) continue;
    if (store.form[i] === CERTAIN || store.form[i] === LASTED) {
      sure[lane][Math.floor((store.low[i] - first) / step) + 1] += 1;
      continue;
    }
    const from = Math.floor((store.low[i] - first) / step);
    const to = Math.floor((store.high[i] - first) / step);
    const share = 1 / (to - from + 1);
    vague[lane][from + 1] += share;
    vague[lane][to + 2] -= share;
  }
  for (const sums of sure) accumulate(sums);
  for (const sums of vague) {
    accumulate(sums);
    accumulate(sums);
  }
  return { first, step, steps, sure, vague };
}

/** @param {Float64Array} values */
function accumulate(values) {
  for (let i = 1; i < values.length; i++) values[i] += values[i - 1];
}

/** @param {Float64Array} sums @param {Histogram} histogram @param {number} from @param {number} to day, exclusive */
export function between(sums, histogram, from, to) {
  return sums[stepOf(histogram, to)] - sums[stepOf(histogram, from)];
}

/** @param {Histogram} histogram @param {number} day */
function stepOf({ first, step, steps }, day) {
  return Math.min(steps, Math.max(0, Math.round((day - first) / step)));
}

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/**
 * Boundaries of bins of whole days, weeks, months or years, each at least `least` pixels wide.
 * @param {number} from day @param {number} to day @param {number} perDay pixels @param {number} least
 * @returns {number[]} rising days; the first is at or before `from`, the last at or after `to`
 */
export function boundaries(from, to, perDay, least) {
  if (perDay >= least) return regular(from, to, 1, 0);
  if (7 * perDay >= least) return regular(from, to, 7, 4);
  const months = MONTHS.find((many) => many * 30.4 * perDay >= least) ?? 2400;
  const start = toDate(Math.floor(from));
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  const found = [];
  do {
    found.push(dayNumber(Math.floor(month / 12), (((month % 12) + 12) % 12) + 1, 1));
    month += months;
  } while (found[found.length - 1] < to);
  return found;
}

/** @param {number} from @param {number} to @param {number} every days @param {number} phase a day that begins a bin */
function regular(from, to, every, phase) {
  const found = [];
  let day = Math.floor((from - phase) / every) * every + phase;
  for (; day < to + every; day += every) found.push(day);
  return found;
}

/**
 * The busiest moments that lie apart, each named by the topic that stands out in it, or by its month.
 * @param {Store} store @param {Uint8Array} mask @param {number} from day @param {number} to day @param {number} most
 * @returns {{from: number, to: number, count: number, topic: string}[]} in the order of time
 */
export function peaks(store, mask, from, to, most) {
  const half = Math.max(4, Math.round((to - from) / 120));
  const counts = new Int32Array(Math.ceil((to - from) / half) + 2);
  const everywhere = new Int32Array(store.strings.topic.length);
  let all = 0;
  for (let i = 0; i < store.dated; i++) {
    if (!mask[i] || store.high[i] - store.low[i] > 4 * half || store.at[i] < from || store.at[i] > to) continue;
    const bin = Math.floor((store.at[i] - from) / half);
    counts[bin]++;
    if (bin > 0) counts[bin - 1]++;
    everywhere[store.topic[i]]++;
    all++;
  }
  const mean = (2 * all) / counts.length;
  /** @type {number[]} */
  const chosen = [];
  for (const bin of [...counts.keys()].sort((a, b) => counts[b] - counts[a] || a - b)) {
    if (chosen.length === most || counts[bin] < Math.max(3, 1.2 * mean)) break;
    if (chosen.every((other) => Math.abs(other - bin) > counts.length / (most * 1.6))) chosen.push(bin);
  }
  return chosen
    .sort((a, b) => a - b)
    .map((bin) => named(store, mask, from + bin * half, from + (bin + 2) * half - 1, everywhere, all));
}

/** @param {Store} store @param {Uint8Array} mask @param {number} from @param {number} to @param {Int32Array} everywhere @param {number} all */
function named(store, mask, from, to, everywhere, all) {
  const here = new Map();
  let count = 0;
  for (let i = 0; i < store.dated; i++) {
    if (!mask[i] || store.at[i] < from || store.at[i] > to) continue;
    here.set(store.topic[i], (here.get(store.topic[i]) ?? 0) + 1);
    count++;
  }
  let best = -1;
  let most = -Infinity;
  for (const [topic, times] of here) {
    const expected = (everywhere[topic] * count) / Math.max(1, all);
    const surprise = times * Math.log((times + 0.5) / (expected + 0.5));
    if (surprise > most || (surprise === most && topic < best)) [best, most] = [topic, surprise];
  }
  const shared = (here.get(best) ?? 0) > 1;
  return { from, to, count, topic: shared ? store.strings.topic[best] : monthText((from + to) / 2) };
}
