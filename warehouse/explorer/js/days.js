// Days as whole numbers counted from 1 January 1970, UTC, and how they are told to people.

import { utcFormat } from "./d3.js";

export const DAY_MS = 86400000;
/** Stand for an open side of an interval and for an event without a day. */
export const OPEN_LOW = -(2 ** 31);
export const OPEN_HIGH = 2 ** 31 - 1;
export const UNDATED = OPEN_LOW;

const dayFormat = utcFormat("%-d %b %Y");
const monthFormat = utcFormat("%B %Y");
const isoFormat = utcFormat("%Y-%m-%d");

/** @param {number} day @returns {Date} */
export function toDate(day) {
  return new Date(day * DAY_MS);
}

/** @param {number} day */
export function dayText(day) {
  return dayFormat(toDate(day));
}

/** @param {number} day */
export function monthText(day) {
  return monthFormat(toDate(Math.floor(day)));
}

/** @param {number} day @returns {string} `2019-02-20` */
export function isoDay(day) {
  return isoFormat(toDate(day));
}

/** @param {number} year @param {number} month counts from 1, may run over @param {number} day */
export function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

/**
 * The days that `2019`, `2019-02` or `2019-02-20` means, inclusive; null for anything else.
 * @param {string} text
 * @returns {[number, number] | null}
 */
export function parseDays(text) {
  const found = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (!month) return found[2] === undefined ? [dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1) - 1] : null;
  if (month > 12) return null;
  const last = dayNumber(year, month + 1, 1) - 1;
  if (found[3] === undefined) return [dayNumber(year, month, 1), last];
  const exact = dayNumber(year, month, day);
  return day >= 1 && exact <= last ? [exact, exact] : null;
}

/**
 * An interval as a person would say it; what is not known is said to be unknown.
 * @param {number} lo @param {number} hi inclusive, or the open values @param {boolean} lasting
 */
export function intervalText(lo, hi, lasting = false) {
  if (lo === OPEN_LOW && hi === OPEN_HIGH) return "date unknown";
  if (lo === OPEN_LOW) return `on or before ${dayText(hi)}`;
  if (hi === OPEN_HIGH) return `on or after ${dayText(lo)}`;
  if (lo === hi) return dayText(lo);
  if (lasting) return `${rangeText(lo, hi)} (${hi - lo + 1} days)`;
  return wholeUnit(lo, hi) ?? `between ${dayText(lo)} and ${dayText(hi)}`;
}

/** @param {number} lo @param {number} hi */
export function rangeText(lo, hi) {
  return lo === hi ? dayText(lo) : `${dayText(lo)} – ${dayText(hi)}`;
}

/**
 * @param {number} lo @param {number} hi
 * @returns {string | null} the week, month, quarter or year that the interval is exactly
 */
function wholeUnit(lo, hi) {
  const first = toDate(lo);
  const after = toDate(hi + 1);
  if (hi - lo === 6 && first.getUTCDay() === 1) return `week of ${dayText(lo)}`;
  if (first.getUTCDate() !== 1 || after.getUTCDate() !== 1) return null;
  const months = monthIndex(after) - monthIndex(first);
  if (months === 1) return `${monthFormat(first)} (day unknown)`;
  if (months === 3 && first.getUTCMonth() % 3 === 0) {
    return `Q${first.getUTCMonth() / 3 + 1} ${first.getUTCFullYear()} (month unknown)`;
  }
  if (months === 12 && first.getUTCMonth() === 0) return `${first.getUTCFullYear()} (month unknown)`;
  return null;
}

/** @param {Date} date @returns {number} months since year 0 */
function monthIndex(date) {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
