// The one sentence of facts, and where time stands among the events.

import { toDate, UNDATED } from "./days.js";
import { plural } from "./dom.js";
import { CERTAIN, LASTED } from "./store.js";

/** @param {Int32Array} days rising @param {number} day @returns {number} position of the last one before it */
export function lastBefore(days, day) {
  let found = -1;
  days.forEach((own, i) => {
    if (own !== UNDATED && own < day) found = i;
  });
  return found;
}

/** @param {import("./store.js").Store} store */
export function factsText(store) {
  if (!store.count) return "No events yet.";
  let vague = store.count - store.dated;
  for (let i = 0; i < store.dated; i++) if (store.form[i] !== CERTAIN && store.form[i] !== LASTED) vague++;
  const years = store.dated ? [store.first, store.last].map((day) => toDate(day).getUTCFullYear()) : [];
  return [
    plural(store.count, "event"),
    plural(store.facts.mentions, "source sentence"),
    [...new Set(years)].join("–"),
    `${Math.round((100 * vague) / store.count)} % of dates approximate`,
  ]
    .filter(Boolean)
    .join(" · ");
}
