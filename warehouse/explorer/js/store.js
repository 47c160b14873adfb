// The events as columns. An event is a position, 0 to count - 1; dated events come first, in the order of their day.

import { sums } from "./decode.js";
import { OPEN_HIGH, OPEN_LOW, UNDATED } from "./days.js";

export const DISPUTED = 1;
export const LASTING = 2;

/** How an event is drawn: its day is known, its day lies somewhere in an interval, or it went on for the interval. */
export const CERTAIN = 0;
export const VAGUE = 1;
export const LASTED = 2;

/**
 * @typedef {object} Store
 * @property {number} count @property {number} dated how many have a day
 * @property {Int32Array} at the day to plot @property {Int32Array} lo @property {Int32Array} hi inclusive or open
 * @property {Int32Array} low @property {Int32Array} high the days to paint: an open side ends at the other bound
 * @property {Uint8Array} form CERTAIN, VAGUE or LASTED @property {Uint8Array} flags
 * @property {number[]} type @property {number[]} topic @property {number[]} modality @property {number[]} outcome
 * @property {number[]} grain @property {number[]} sources @property {number[]} confidence
 * @property {string[]} title @property {Int32Array} parts where the parts of an event begin, count + 1 of them
 * @property {number[]} role @property {number[]} name
 * @property {string[]} names @property {string[]} kinds @property {string[]} families of each type
 * @property {Record<string, string[]>} strings @property {string | null} pages
 * @property {{mentions: number, documents: number, outlets: number}} facts
 * @property {number} first day plotted @property {number} last day plotted
 */

/** @param {any} raw the first data block @returns {Store} */
export function makeStore(raw) {
  const count = raw.title.length;
  const days = sums(raw.at);
  const dated = days.length;
  const at = new Int32Array(count).fill(UNDATED);
  const lo = new Int32Array(count).fill(OPEN_LOW);
  const hi = new Int32Array(count).fill(OPEN_HIGH);
  const low = new Int32Array(count).fill(UNDATED);
  const high = new Int32Array(count).fill(UNDATED);
  const form = new Uint8Array(count).fill(VAGUE);
  for (let i = 0; i < dated; i++) {
    at[i] = days[i];
    if (raw.before[i] >= 0) lo[i] = days[i] - raw.before[i];
    if (raw.after[i] >= 0) hi[i] = days[i] + raw.after[i];
    low[i] = lo[i] === OPEN_LOW ? days[i] : lo[i];
    high[i] = hi[i] === OPEN_HIGH ? days[i] : hi[i];
    form[i] = raw.flags[i] & LASTING ? LASTED : lo[i] === hi[i] ? CERTAIN : VAGUE;
  }
  const parts = Int32Array.from([0, ...sums(raw.parts)]);
  const first = dated ? low.subarray(0, dated).reduce((a, b) => Math.min(a, b)) : 0;
  const last = dated ? high.subarray(0, dated).reduce((a, b) => Math.max(a, b)) : 0;
  return { ...raw, count, dated, at, lo, hi, low, high, form, flags: Uint8Array.from(raw.flags), parts, first, last };
}

/**
 * Names that take part in an event under one role, or under any.
 * @param {Store} store @param {number} event @param {string} [role]
 */
export function namesOf(store, event, role) {
  const found = [];
  for (let p = store.parts[event]; p < store.parts[event + 1]; p++) {
    if (!role || store.strings.role[store.role[p]] === role) found.push(store.names[store.name[p]]);
  }
  return found;
}

/** @param {Store} store @param {number} event */
export function typeOf(store, event) {
  return store.strings.type[store.type[event]];
}

/** @param {Store} store @param {number} event */
export function modalityOf(store, event) {
  return store.strings.modality[store.modality[event]];
}

/** @param {Store} store @param {number} event @returns {string | null} */
export function outcomeOf(store, event) {
  return store.outcome[event] < 0 ? null : store.strings.outcome[store.outcome[event]];
}

/** What joins the topic to the words before it in a title. */
const JOIN = /\s+(?:on|over|about|against|into|in|regarding|concerning|calling for)(?:\s+(?:the|an?))?\s*$/i;

/**
 * What stands beside a mark: the topic first, then the title's other words.
 * @param {Store} store @param {number} event
 */
export function labelOf(store, event) {
  const title = store.title[event];
  const topic = store.strings.topic[store.topic[event]] ?? "";
  const begins = title.indexOf(topic);
  if (!topic || begins === 0) return title;
  const rest = begins < 0 ? title : title.slice(0, begins).trim().replace(JOIN, "");
  return `${topic[0].toUpperCase()}${topic.slice(1)} · ${rest}`;
}

/**
 * Types by how many events they have, most first: the order of lanes and colours.
 * @param {Store} store @returns {number[]}
 */
export function typesByCount(store) {
  const counts = new Array(store.strings.type.length).fill(0);
  for (const type of store.type) counts[type]++;
  return counts.map((_, type) => type).sort((a, b) => counts[b] - counts[a] || a - b);
}

/**
 * Events by how many sources they have, most first: the order of the list.
 * @param {Store} store @returns {number[]}
 */
export function bySources(store) {
  const { sources, confidence } = store;
  return [...store.title.keys()].sort((a, b) => sources[b] - sources[a] || confidence[b] - confidence[a] || a - b);
}
