// The events in view as files that other programs read.

import { dayNumber, isoDay, OPEN_HIGH, OPEN_LOW, toDate, UNDATED } from "./days.js";
import { whenText } from "./list.js";
import { labelOf, LASTED, modalityOf, namesOf, outcomeOf, typeOf } from "./store.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./details.js").Details} Details */

const COLUMNS = "event_id,type,title,earliest,latest,day,date,modality,outcome,body,actors,targets,sources,confidence,links";

/** @param {Store} store @param {Details} details @param {number[]} events @returns {string} RFC 4180 */
export function csv(store, details, events) {
  const rows = events.map((i) => [
    details.ids[i],
    typeOf(store, i),
    store.title[i],
    store.lo[i] === OPEN_LOW ? "" : isoDay(store.lo[i]),
    store.hi[i] === OPEN_HIGH ? "" : isoDay(store.hi[i]),
    store.at[i] === UNDATED ? "" : isoDay(store.at[i]),
    whenText(store, i),
    modalityOf(store, i),
    outcomeOf(store, i) ?? "",
    namesOf(store, i, "body").join("; "),
    namesOf(store, i, "actor").join("; "),
    namesOf(store, i, "target").join("; "),
    String(store.sources[i]),
    String(store.confidence[i] / 100),
    addresses(details, i).join(" "),
  ]);
  return [COLUMNS, ...rows.map((row) => row.map(cell).join(","))].join("\r\n") + "\r\n";
}

/** A cell that no spreadsheet takes for a formula. @param {string} text */
function cell(text) {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** @param {Details} details @param {number} event @returns {string[]} of the articles, web addresses only */
function addresses(details, event) {
  const uris = details.tellings(event).flatMap((told) => told.articles.map((article) => article.uri));
  return [...new Set(uris)].filter((uri) => /^https?:\/\//i.test(uri));
}

/**
 * RFC 5545. A vague date is TENTATIVE; events without both bounds are left out.
 * @param {Store} store @param {Details} details @param {number[]} events
 */
export function icalendar(store, details, events) {
  const compact = (/** @type {number} */ day) => isoDay(day).replaceAll("-", "");
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Daybook//Timeline//EN"];
  for (const i of events) {
    if (store.lo[i] === OPEN_LOW || store.hi[i] === OPEN_HIGH) continue;
    const sure = store.form[i] === LASTED || store.lo[i] === store.hi[i];
    const status = { negated: "CANCELLED", asserted: sure ? "CONFIRMED" : "TENTATIVE" }[modalityOf(store, i)] ?? "TENTATIVE";
    const [address] = addresses(details, i);
    lines.push(
      "BEGIN:VEVENT",
      `UID:${details.ids[i]}@daybook`,
      `DTSTAMP:${compact(store.hi[i])}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(store.lo[i])}`,
      `DTEND;VALUE=DATE:${compact(store.hi[i] + 1)}`,
      `SUMMARY:${escaped(store.title[i])}`,
      `DESCRIPTION:${escaped(`${whenText(store, i)}. ${details.tellings(i)[0]?.text ?? ""}`)}`,
      `CATEGORIES:${escaped(typeOf(store, i))}`,
      `STATUS:${status}`,
      "TRANSP:TRANSPARENT",
      ...(address ? [`URL:${address.replace(/[\r\n]/g, "")}`] : []),
      "END:VEVENT",
    );
  }
  return [...lines, "END:VCALENDAR"].map(folded).join("\r\n") + "\r\n";
}

/** @param {string} text */
function escaped(text) {
  const plain = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, " ");
  return plain.replace(/\\/g, "\\\\").replace(/;/g, "\\;").replace(/,/g, "\\,").replace(/\n/g, "\\n");
}

/** A content line in pieces of at most 75 octets. @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  const pieces = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const own = encoder.encode(character).length;
    if (octets + own > 74) {
      pieces.push(piece);
      piece = "";
      octets = 0;
    }
    piece += character;
    octets += own;
  }
  return [...pieces, piece].join("\r\n ");
}

/**
 * TimelineJS JSON; a vague date keeps only the parts that are known.
 * @param {Store} store @param {Details} details @param {number[]} events
 */
export function timelineJs(store, details, events) {
  const slides = events
    .filter((i) => store.at[i] !== UNDATED)
    .map((i) => ({
      unique_id: details.ids[i],
      group: typeOf(store, i),
      start_date: dateParts(store, i),
      ...(store.form[i] === LASTED ? { end_date: parts(store.hi[i]) } : {}),
      display_date: whenText(store, i),
      text: { headline: markup(labelOf(store, i)), text: slideText(store, details, i) },
    }));
  return JSON.stringify({ events: slides }, null, 1);
}

/** @param {Store} store @param {number} i */
function dateParts(store, i) {
  const { year, month, day } = parts(store.form[i] === LASTED ? store.lo[i] : store.at[i]);
  if (store.lo[i] === store.hi[i] || store.form[i] === LASTED) return { year, month, day };
  const insideMonth = store.low[i] >= dayNumber(year, month, 1) && store.high[i] < dayNumber(year, month + 1, 1);
  return insideMonth ? { year, month } : { year };
}

/** @param {number} day */
function parts(day) {
  const date = toDate(day);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** @param {Store} store @param {Details} details @param {number} i */
function slideText(store, details, i) {
  const told = details.tellings(i).slice(0, 3);
  const quotes = told.map(({ text, articles }) => `<p>“${markup(text)}” ${markup(articles[0].source ?? "")}</p>`);
  return `<p>${markup(store.title[i])}</p>${quotes.join("")}`;
}

/** @param {string} text */
function markup(text) {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
