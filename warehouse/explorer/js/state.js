// What is looked at, as the fragment of the address, so that a view can be sent.

import { isoDay, parseDays } from "./days.js";

/**
 * @typedef {object} State
 * @property {string} q the query @property {number | null} from day @property {number | null} to day
 * @property {string | null} event id @property {string} sort "best" or "day"
 */

/** @param {string} hash @returns {State} */
export function readHash(hash) {
  const values = new URLSearchParams(hash.replace(/^#/, ""));
  const from = parseDays(values.get("from") ?? "")?.[0] ?? null;
  const to = parseDays(values.get("to") ?? "")?.[1] ?? null;
  const ordered = from !== null && to !== null && from < to;
  return {
    q: (values.get("q") ?? "").slice(0, 1000),
    from: ordered ? from : null,
    to: ordered ? to : null,
    event: values.get("event"),
    sort: values.get("sort") === "day" ? "day" : "best",
  };
}

/** @param {State} state @returns {string} with the leading # unless everything is as at first */
export function writeHash({ q, from, to, event, sort }) {
  const values = new URLSearchParams();
  if (q) values.set("q", q);
  if (from !== null && to !== null) {
    values.set("from", isoDay(Math.round(from)));
    values.set("to", isoDay(Math.round(to)));
  }
  if (event) values.set("event", event);
  if (sort !== "best") values.set("sort", sort);
  const text = values.toString();
  return text ? `#${text}` : "";
}
