// Which events a query asks for.

import { UNDATED } from "./days.js";
import { fold } from "./query.js";
import { CERTAIN, DISPUTED } from "./store.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./query.js").Term} Term */
/** @typedef {import("./details.js").Details} Details */

/**
 * Finds by folded text; what it has folded it keeps.
 * @param {Store} store
 */
export function makeSearch(store) {
  const titles = store.title.map(fold);
  const names = store.names.map(fold);
  /** @type {Details | null} */
  let details = null;
  /** @type {string[]} */
  let sentences = [];

  /** @param {Term} term @returns {Uint8Array} 1 for each event that satisfies the term */
  function matches(term) {
    const mask = new Uint8Array(store.count);
    const { op, value, days } = term;
    if (op === "word") {
      markNamed(mask, () => true, value);
      for (let i = 0; i < store.count; i++) if (titles[i].includes(value)) mask[i] = 1;
      if (details) markTold(mask, details, sentences, value);
    } else if (op === "body") markNamed(mask, (_, role) => role === "body", value);
    else if (op === "person") markNamed(mask, (kind) => kind === "person", value);
    else if (op === "name") markNamed(mask, () => true, value);
    else if (op === "source") {
      if (details) markSources(mask, details, value);
    } else if (op === "is") {
      for (let i = 0; i < store.count; i++) mask[i] = has(value, i) ? 1 : 0;
    } else if (days) {
      for (let i = 0; i < store.dated; i++) {
        const at = store.at[i];
        mask[i] = Number(op === "before" ? at < days[0] : op === "after" ? at > days[1] : at >= days[0] && at <= days[1]);
      }
    } else markColumn(mask, op, value);
    return mask;
  }

  /** @param {string} property @param {number} event */
  function has(property, event) {
    if (property === "disputed") return (store.flags[event] & DISPUTED) !== 0;
    if (property === "undated") return store.at[event] === UNDATED;
    return store.at[event] !== UNDATED && store.form[event] !== CERTAIN;
  }

  /** @param {Uint8Array} mask @param {(kind: string, role: string) => boolean} fits @param {string} value */
  function markNamed(mask, fits, value) {
    const named = names.map((name) => name.includes(value));
    for (let i = 0; i < store.count; i++) {
      for (let p = store.parts[i]; p < store.parts[i + 1] && !mask[i]; p++) {
        const name = store.name[p];
        if (named[name] && fits(store.kinds[name], store.strings.role[store.role[p]])) mask[i] = 1;
      }
    }
  }

  /** @param {Uint8Array} mask @param {string} column @param {string} value the whole string or its beginning */
  function markColumn(mask, column, value) {
    const strings = column === "family" ? store.families : store.strings[column];
    const numbers = column === "family" ? store.type : /** @type {any} */ (store)[column];
    const wanted = strings.map((text) => fold(text).startsWith(value));
    for (let i = 0; i < store.count; i++) mask[i] = wanted[numbers[i]] ? 1 : 0;
  }

  return {
    /** @param {Details} loaded */
    addDetails(loaded) {
      details = loaded;
      sentences = loaded.sentences.map(fold);
    },
    /**
     * Terms of one operator are alternatives, words and different operators all hold.
     * @param {Term[]} terms @returns {Uint8Array} 1 for each event asked for
     */
    run(terms) {
      const mask = new Uint8Array(store.count).fill(1);
      /** @type {Map<string, Uint8Array>} */
      const alternatives = new Map();
      for (const term of terms) {
        const found = matches(term);
        if (term.negated) and(mask, found, 0);
        else if (["word", "is", "before", "after"].includes(term.op)) and(mask, found, 1);
        else {
          const known = alternatives.get(term.op);
          if (known) for (let i = 0; i < known.length; i++) known[i] |= found[i];
          else alternatives.set(term.op, found);
        }
      }
      for (const found of alternatives.values()) and(mask, found, 1);
      return mask;
    },
  };
}

/** @param {Uint8Array} mask @param {Uint8Array} found @param {0 | 1} wanted */
function and(mask, found, wanted) {
  for (let i = 0; i < mask.length; i++) if (found[i] !== wanted) mask[i] = 0;
}

/** @param {Uint8Array} mask @param {Details} details @param {string[]} sentences @param {string} value */
function markTold(mask, details, sentences, value) {
  const told = sentences.map((sentence) => sentence.includes(value));
  for (let i = 0; i < mask.length; i++) {
    for (let m = details.start[i]; m < details.start[i + 1] && !mask[i]; m++) if (told[details.sentence[m]]) mask[i] = 1;
  }
}

/** @param {Uint8Array} mask @param {Details} details @param {string} value */
function markSources(mask, details, value) {
  const wanted = details.outlets.map((outlet) => fold(outlet).includes(value));
  for (let i = 0; i < mask.length; i++) {
    for (let m = details.start[i]; m < details.start[i + 1] && !mask[i]; m++) {
      if (wanted[details.outletOf[details.article[m]]]) mask[i] = 1;
    }
  }
}
