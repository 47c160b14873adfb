// What is told of the events: sentences, articles, claims, links and reasons, read after the first paint.

import { bytesOf, knownSums, sums } from "./decode.js";
import { OPEN_HIGH, OPEN_LOW } from "./days.js";

/**
 * @typedef {object} Article
 * @property {string | null} source @property {string | null} title @property {number | null} published
 * @property {string} uri @property {string} basis how the day of publication is known
 *
 * @typedef {object} Telling one sentence of one article
 * @property {number} sentence @property {string} text @property {Article[]} articles that print it in the same words
 * @property {[number, number]} trigger where the words begin and how many @property {[number, number]} time
 * @property {number} lo @property {number} hi @property {string | null} basis @property {string} rule
 * @property {string | null} attributed @property {string} modality @property {boolean} headline
 *
 * @typedef {object} Details
 * @property {string[]} ids @property {Map<string, number>} position of an id, old ids included
 * @property {Int32Array} start of each event's mentions @property {number[]} article @property {number[]} sentence
 * @property {string[]} sentences @property {string[]} outlets @property {number[]} outletOf article
 * @property {(event: number) => Telling[]} tellings
 * @property {(event: number) => {attribute: string, values: {value: string, outlets: string[], chosen: boolean}[]}[]} claims
 * @property {(event: number) => {relation: string, other: number}[]} links both ways
 * @property {(event: number) => {side: string, day: number | null, statement: string, setAside: boolean}[]} reasons
 * @property {(event: number) => {pairs: number, lowest: number, highest: number, features: [string, string][]} | null} merge
 *   features of the lowest pair: what was found and its bits
 */

/** @param {any} raw the second data block @returns {Details} */
export function makeDetails(raw) {
  const { mentions, words, sentences } = raw;
  const start = Int32Array.from([0, ...sums(raw.told)]);
  const article = sums(mentions.article);
  const sentence = sums(mentions.sentence);
  const published = knownSums(raw.articles.published);
  const lo = knownSums(mentions.lo);
  const hi = knownSums(mentions.hi);
  const ids = idsOf(bytesOf(raw.ids), raw.told.length);
  const position = new Map(/** @type {[string, number][]} */ (raw.history));
  ids.forEach((/** @type {string} */ id, /** @type {number} */ event) => position.set(id, event));
  const claims = grouped(absolute(raw.claims));
  const links = grouped([...raw.links, ...raw.links.map(turned)]);
  const reasons = grouped(raw.reasons);
  const merges = grouped(raw.merges.rows);

  /** @param {number} number @returns {Article} */
  function articleOf(number) {
    const { sources, source, title, uri, bases, basis } = raw.articles;
    return {
      source: sources[source[number]] ?? null,
      title: title[number],
      published: published[number],
      uri: uri[number],
      basis: bases[basis[number]],
    };
  }

  /** @param {number} m */
  function telling(m) {
    return {
      sentence: sentence[m],
      text: sentences[sentence[m]],
      articles: [articleOf(article[m])],
      trigger: /** @type {[number, number]} */ ([mentions.trigger[m], mentions.trigger_length[m]]),
      time: /** @type {[number, number]} */ ([mentions.time[m], mentions.time_length[m]]),
      lo: lo[m] ?? OPEN_LOW,
      hi: hi[m] ?? OPEN_HIGH,
      basis: words[mentions.basis[m]] ?? null,
      rule: words[mentions.rule[m]],
      attributed: words[mentions.attributed[m]] ?? null,
      modality: words[mentions.modality[m]],
      headline: mentions.headline[m] === 1,
    };
  }

  return {
    ids,
    position,
    start,
    article,
    sentence,
    sentences,
    outlets: raw.articles.sources,
    outletOf: raw.articles.source,
    tellings(event) {
      /** @type {Map<number, Telling>} */
      const found = new Map();
      for (let m = start[event]; m < start[event + 1]; m++) {
        const known = found.get(sentence[m]);
        const next = telling(m);
        if (!known) found.set(sentence[m], next);
        else if (!known.articles.some((other) => other.uri === next.articles[0].uri)) known.articles.push(...next.articles);
      }
      return [...found.values()];
    },
    claims(event) {
      /** @type {Map<string, {value: string, outlets: string[], chosen: boolean}[]>} */
      const found = new Map();
      for (const [, attribute, value, chosen, ...articles] of claims.get(event) ?? []) {
        const outlets = articles.map((/** @type {number} */ a) => articleOf(a).source ?? "unnamed source");
        found.set(attribute, [...(found.get(attribute) ?? []), { value, outlets: [...new Set(outlets)], chosen: chosen === 1 }]);
      }
      return [...found].map(([attribute, values]) => ({ attribute, values }));
    },
    links: (event) => (links.get(event) ?? []).map(([, relation, other]) => ({ relation, other })),
    reasons: (event) =>
      (reasons.get(event) ?? []).map(([, side, day, statement, , aside]) => ({ side, day, statement, setAside: aside === 1 })),
    merge(event) {
      const row = merges.get(event)?.[0];
      if (!row) return null;
      const [, pairs, lowest, highest, ...numbers] = row;
      const features = numbers.map((number) => raw.merges.features[number].split("\n"));
      return { pairs, lowest, highest, features };
    },
  };
}

const TURNED = /** @type {Record<string, string>} */ ({
  decides: "decided by",
  amends: "amended by",
  about: "talked of in",
  part_of: "includes",
  responds_to: "answered by",
  precedes: "follows",
});

/** @param {any[]} link @returns {any[]} the same link seen from its other end */
function turned([event, relation, other]) {
  return [other, TURNED[relation] ?? `${relation} of`, event];
}

/** @param {Uint8Array} bytes of all ids, which are of one length @param {number} count @returns {string[]} hexadecimal */
function idsOf(bytes, count) {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const length = digits.length / count;
  return Array.from({ length: count }, (_, event) => digits.slice(event * length, (event + 1) * length));
}

/**
 * Claims with their events and articles as numbers of their own, not as steps.
 * @param {any[][]} rows @returns {any[][]}
 */
function absolute(rows) {
  let event = 0;
  let first = 0;
  return rows.map(([by, attribute, value, chosen, step, ...rest]) => {
    event += by;
    first += step;
    return [event, attribute, value, chosen, ...sums([first, ...rest])];
  });
}

/** @param {any[][]} rows whose first value is an event @returns {Map<number, any[][]>} */
function grouped(rows) {
  const found = new Map();
  for (const row of rows) {
    const known = found.get(row[0]);
    if (known) known.push(row);
    else found.set(row[0], [row]);
  }
  return found;
}
