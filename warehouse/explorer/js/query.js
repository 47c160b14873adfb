// The search language: words, "phrases", -not, and operators such as body:"Library Board" or before:2019-03.

import { parseDays } from "./days.js";

/** Operators whose value is looked for in the event itself. */
export const OPERATORS = ["body", "person", "name", "type", "family", "outcome", "modality", "source", "before", "after", "in"];
/** Words that ask for a property by themselves. */
export const PROPERTIES = ["disputed", "undated", "approximate"];

/**
 * @typedef {object} Term
 * @property {string} op an operator, "is" for a property, or "word"
 * @property {string} value folded
 * @property {boolean} negated
 * @property {[number, number]} [days] of a date operator
 */

/**
 * Text as it is compared: without case, accents and typographic quotes.
 * @param {string} text
 */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}+/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/**
 * @param {string} text what the person typed
 * @returns {{terms: Term[], problems: string[]}} problems are sentences to show
 */
export function parseQuery(text) {
  const terms = [];
  const problems = [];
  for (const { op, value, negated } of pieces(text)) {
    if (op === "word" && PROPERTIES.includes(fold(value))) terms.push({ op: "is", value: fold(value), negated });
    else if (op === "before" || op === "after" || op === "in") {
      const days = parseDays(value);
      if (days) terms.push({ op, value, negated, days });
      else problems.push(`${op}: needs a year, month or day such as 2019, 2019-03 or 2019-03-24, not “${value}”.`);
    } else terms.push({ op, value: fold(value), negated });
  }
  return { terms, problems };
}

/**
 * @param {string} text
 * @returns {{op: string, value: string, negated: boolean, source: string}[]} the parts in order, as typed
 */
function pieces(text) {
  const found = [];
  for (const match of text.matchAll(/(-?)(?:([a-z]+):)?(?:["“”]([^"“”]*)["“”]?|([^\s"“”]+))/giu)) {
    const [source, minus, name, quoted, bare] = match;
    const op = name?.toLowerCase();
    const value = (quoted ?? bare).trim();
    const negated = minus === "-";
    if (!value) continue;
    if (op === "is") found.push({ op: "word", value, negated, source });
    else if (op === undefined || OPERATORS.includes(op)) found.push({ op: op ?? "word", value, negated, source });
    else found.push({ op: "word", value: `${name}:${value}`, negated, source });
  }
  return found;
}

/**
 * The query with its terms of one operator replaced by `values`; none takes the operator out.
 * @param {string} text @param {string} op @param {string[]} values
 */
export function withTerms(text, op, values) {
  const kept = pieces(text).filter((piece) => (piece.op === op ? piece.negated : true) && !isProperty(piece, op));
  const added = PROPERTIES.includes(op) ? (values.length ? [op] : []) : values.map((value) => `${op}:${quoted(value)}`);
  return [...kept.map((piece) => piece.source), ...added].join(" ");
}

/**
 * The values that the query asks for under one operator.
 * @param {string} text @param {string} op
 */
export function termsOf(text, op) {
  return pieces(text)
    .filter((piece) => !piece.negated && (piece.op === op || isProperty(piece, op)))
    .map((piece) => piece.value);
}

/** @param {{op: string, value: string}} piece @param {string} property */
function isProperty(piece, property) {
  return piece.op === "word" && PROPERTIES.includes(property) && fold(piece.value) === property;
}

/** @param {string} value */
function quoted(value) {
  return /^[\p{L}\p{N}.'_-]+$/u.test(value) ? value : `"${value.replace(/["“”]/g, "")}"`;
}
