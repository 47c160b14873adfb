// One event with its evidence: who says so in which words, where they differ, and why the date and the merge are as they are.

import { dayText, intervalText, parseDays } from "./days.js";
import { el, marked, plural } from "./dom.js";
import { whenText } from "./list.js";
import { LASTED, modalityOf, namesOf, outcomeOf, typeOf } from "./store.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./details.js").Details} Details */

/** What a claim is of, where one word does not say it. @type {Record<string, string>} */
const ATTRIBUTES = { for: "votes for", against: "votes against", abstained: "abstentions", people: "people taking part" };
const ROLES = ["body", "actor", "target", "supporter", "opponent", "venue"];

/**
 * @param {{store: Store, details: Details, event: number, colour: string, onBack: () => void,
 *   onSelect: (event: number) => void, onStep: (by: number) => void}} options
 * @returns {Node[]} the children of the article
 */
export function story(options) {
  const { store, details, event, colour, onBack } = options;
  const modality = modalityOf(store, event);
  const kind = el("p", { class: "kind" }, [typeOf(store, event), ...modalityNote(modality)].join(" · "));
  kind.style.color = colour;
  const tellings = details.tellings(event);
  return [
    el("button", { class: "back", type: "button", onclick: onBack }, "← All events in view"),
    kind,
    el("h2", { tabIndex: -1, class: modality === "negated" ? "negated-title" : "" }, store.title[event]),
    el("p", {}, whenText(store, event)),
    el("p", { class: "soft" }, `${plural(store.sources[event], "source")} · confidence ${store.confidence[event]} %`),
    ...claims(details, event),
    ...section("Who says so", el("ul", {}, ...byArticle(tellings).map(article))),
    ...section("Taking part", parts(store, details, event)),
    ...section("Why this date", dateReasons(store, details, event, tellings)),
    ...section("Why one event", mergeReasons(details, event)),
    ...section("Linked events", links(options)),
    ...section("Keep", permanent(store, details, event)),
    el(
      "p",
      { class: "neighbours" },
      el("button", { type: "button", onclick: () => options.onStep(-1) }, "← Before"),
      el("button", { type: "button", onclick: () => options.onStep(1) }, "After →"),
    ),
  ];
}

/** @param {string} title @param {Node | null} content */
function section(title, content) {
  return content ? [el("h3", {}, title), content] : [];
}

/** @param {string} modality @returns {string[]} */
function modalityNote(modality) {
  if (modality === "planned") return ["planned"];
  if (modality === "possible") return ["possible: called for or threatened"];
  return modality === "negated" ? ["did not happen, say the sources"] : [];
}

/**
 * Sentences that follow each other and stand in the same articles.
 * @param {import("./details.js").Telling[]} tellings @returns {import("./details.js").Telling[][]}
 */
function byArticle(tellings) {
  /** @type {import("./details.js").Telling[][]} */
  const found = [];
  const key = (/** @type {import("./details.js").Telling} */ told) => told.articles.map((article) => article.uri).join("\n");
  for (const told of tellings) {
    const last = found[found.length - 1];
    if (last && key(last[0]) === key(told)) last.push(told);
    else found.push([told]);
  }
  return found;
}

/** @param {import("./details.js").Telling[]} tellings of the same articles */
function article(tellings) {
  const [first, ...others] = tellings[0].articles;
  return el(
    "li",
    { class: "told" },
    el("p", { class: "outlet" }, byline(first)),
    ...tellings.flatMap(sentence),
    el("p", {}, source(first)),
    ...others.map((other) => el("p", {}, `Same words in ${byline(other)}: `, source(other))),
  );
}

/** @param {import("./details.js").Telling} told */
function sentence({ text, trigger, time, attributed, headline }) {
  const stretches = [
    { start: trigger[0], length: trigger[1], kind: "trigger" },
    { start: time[0], length: time[1], kind: "time" },
  ].filter(({ start }) => start >= 0);
  const notes = [headline ? "in the headline" : "", attributed ? `in the words of ${attributed}` : ""].filter(Boolean);
  const note = notes.length ? [el("p", { class: "soft" }, notes.join(", "))] : [];
  return [el("blockquote", { dir: "auto" }, ...marked(text, stretches)), ...note];
}

/** @param {import("./details.js").Article} article */
function byline({ source, published }) {
  return `${source ?? "unnamed source"} · ${published === null ? "day unknown" : dayText(published)}`;
}

/** @param {import("./details.js").Article} article @returns {Node} a link where the address is one of the web */
function source({ title, uri }) {
  const text = title || uri;
  if (!/^https?:\/\//i.test(uri)) return el("span", { class: "soft" }, text);
  return el("a", { href: uri, target: "_blank", rel: "noopener noreferrer nofollow" }, text);
}

/** @param {Details} details @param {number} event */
function claims(details, event) {
  return details
    .claims(event)
    .filter(({ values }) => values.length > 1)
    .flatMap(({ attribute, values }) => [
      el("h3", {}, `Sources differ: ${ATTRIBUTES[attribute] ?? attribute}`),
      el("div", { class: "claims" }, ...values.slice(0, 4).map(claim)),
      ...(values.length > 4 ? [el("p", { class: "soft" }, `and ${values.slice(4).map((more) => valueText(more.value)).join(", ")}`)] : []),
    ]);
}

/** @param {{value: string, outlets: string[], chosen: boolean}} claim */
function claim({ value, outlets, chosen }) {
  const shown = valueText(value);
  const note = chosen ? el("span", { class: "soft" }, " · used here") : null;
  return el("div", { class: chosen ? "claim chosen" : "claim" }, el("b", { class: shown.length > 10 ? "long" : "" }, shown), outlets.join(", "), note);
}

/** A claimed date is an interval of days. @param {string} value */
function valueText(value) {
  const [first, last] = value.split("/").map(parseDays);
  return first && last ? intervalText(first[0], last[1]) : value;
}

/** @param {Store} store @param {Details} details @param {number} event */
function parts(store, details, event) {
  const outcome = outcomeOf(store, event);
  const rows = ROLES.map((role) => [role, namesOf(store, event, role).join(", ")]).filter(([, names]) => names);
  if (outcome) rows.push(["outcome", outcome]);
  for (const { attribute, values } of details.claims(event)) if (values.length === 1) rows.push([ATTRIBUTES[attribute] ?? attribute, values[0].value]);
  return rows.length ? definitions(rows) : null;
}

/** @param {string[][]} rows */
function definitions(rows) {
  return el("dl", {}, ...rows.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)]));
}

/** @param {Store} store @param {Details} details @param {number} event @param {import("./details.js").Telling[]} tellings */
function dateReasons(store, details, event, tellings) {
  const chain = details.reasons(event);
  const told = chain.length ? chain.map(reason) : distinct(tellings.map(reading)).map((text) => el("li", {}, text));
  const lasted = store.form[event] === LASTED ? [el("li", {}, "The words tell how long it went on.")] : [];
  return el("ul", {}, ...told, ...lasted);
}

/** @param {{statement: string, setAside: boolean}} reason */
function reason({ statement, setAside }) {
  return el("li", { class: setAside ? "aside" : "" }, statement.replace(/^./, (first) => first.toUpperCase()));
}

/** @param {import("./details.js").Telling} told @returns {string} what one sentence says of the day, and by which rule */
function reading({ basis, rule, lo, hi, articles }) {
  const words = basis ? `“${basis}”` : "No time words";
  const published = articles[0].published === null ? "" : `, published ${dayText(articles[0].published)}`;
  const outlet = articles[0].source ?? "unnamed source";
  return `${words} in ${outlet}${published}: ${intervalText(lo, hi)} (rule: ${rule.replaceAll("_", " ")})`;
}

/** @param {string[]} texts */
function distinct(texts) {
  return [...new Set(texts)];
}

/** @param {Details} details @param {number} event */
function mergeReasons(details, event) {
  const merge = details.merge(event);
  if (!merge) return null;
  const { pairs, lowest, highest, features } = merge;
  const scores = lowest === highest ? `score ${lowest}` : `scores ${lowest} to ${highest}`;
  const told = features.map(([name, bits]) => [name, `${Number(bits) > 0 ? "+" : "−"}${Math.abs(Number(bits))}`]);
  return el(
    "div",
    {},
    el("p", {}, `${plural(pairs, "pair")} of sentences taken for the same event, ${scores}. What weighed in the weakest:`),
    definitions(told),
  );
}

/** @param {{store: Store, details: Details, event: number, onSelect: (event: number) => void}} options */
function links({ store, details, event, onSelect }) {
  const found = details.links(event).map(({ relation, other }) => {
    const text = `${store.title[other]} (${whenText(store, other)})`;
    const button = el("button", { class: "linked", type: "button", onclick: () => onSelect(other) }, text);
    return el("li", {}, `${relation.replaceAll("_", " ")}: `, button);
  });
  return found.length ? el("ul", {}, ...found) : null;
}

/** @param {Store} store @param {Details} details @param {number} event */
function permanent(store, details, event) {
  const id = details.ids[event];
  const link = store.pages
    ? el("a", { href: `${store.pages}${id}.html` }, "This event's own page")
    : el("a", { href: `#event=${encodeURIComponent(id)}` }, "Link to this event");
  return el("p", {}, link, el("span", { class: "soft" }, ` · id ${id}`));
}
