// Chips, filters and help. They write the query; what they show is read from it.

import { byId, el } from "./dom.js";
import { fold, termsOf, withTerms } from "./query.js";
import { HUES } from "./theme.js";

/** @typedef {import("./store.js").Store} Store */

const MOST_NAMES = 200;

/**
 * @param {{store: Store, types: number[], query: () => string, onQuery: (query: string) => void}} options
 */
export function makeControls({ store, types, query, onQuery }) {
  const chips = types.map((type, lane) => {
    const name = store.strings.type[type];
    const swatch = el("span", { class: "swatch" });
    swatch.style.color = `var(--hue-${lane % HUES})`;
    const button = el("button", { type: "button", "aria-pressed": "false", onclick: () => toggle("type", name) }, swatch, name);
    return { button, name };
  });
  byId("chips").replaceChildren(...chips.map((chip) => chip.button));

  const selects = [
    choice("body", "Body", namesBy(store, (kind, role) => role === "body")),
    choice("person", "Person", namesBy(store, (kind) => kind === "person")),
    choice("outcome", "Outcome", [...store.strings.outcome].sort()),
    choice("modality", "Happened?", [...store.strings.modality].sort()),
  ];
  const checks = [
    check("disputed", "Sources differ"),
    check("approximate", "Only approximate dates"),
    check("undated", "Only undated events"),
  ];
  const clear = el("button", { type: "button", onclick: () => onQuery("") }, "Clear the search and all filters");
  byId("filter-sheet").replaceChildren(...selects.map((s) => s.label), ...checks.map((c) => c.label), clear);

  /** @param {string} op @param {string} value */
  function toggle(op, value) {
    const asked = termsOf(query(), op);
    const without = asked.filter((other) => fold(other) !== fold(value));
    onQuery(withTerms(query(), op, without.length < asked.length ? without : [...asked, value]));
  }

  /** @param {string} op @param {string} title @param {string[]} values */
  function choice(op, title, values) {
    const all = el("option", { value: "" }, "any");
    const select = el("select", {}, all, ...values.map((value) => el("option", { value }, value)));
    select.addEventListener("change", () => onQuery(withTerms(query(), op, select.value ? [select.value] : [])));
    const label = el("label", {}, title, select);
    return { op, select, label };
  }

  /** @param {string} op @param {string} title */
  function check(op, title) {
    const input = el("input", { type: "checkbox" });
    input.addEventListener("change", () => onQuery(withTerms(query(), op, input.checked ? [op] : [])));
    return { op, input, label: el("label", { class: "check" }, input, title) };
  }

  return {
    /** Shows what the query asks for. */
    update() {
      const asked = termsOf(query(), "type").map(fold);
      for (const { button, name } of chips) button.setAttribute("aria-pressed", String(asked.includes(fold(name))));
      for (const { op, select } of selects) {
        const wanted = termsOf(query(), op).map(fold);
        const options = /** @type {HTMLOptionElement[]} */ ([...select.options]);
        select.value = options.find((option) => wanted.includes(fold(option.value)))?.value ?? "";
      }
      for (const { op, input } of checks) input.checked = termsOf(query(), op).length > 0;
    },
    toggle,
  };
}

/**
 * The names that take part most often, in the order of the alphabet.
 * @param {Store} store @param {(kind: string, role: string) => boolean} fits
 */
function namesBy(store, fits) {
  const counts = new Int32Array(store.names.length);
  store.name.forEach((name, p) => {
    if (fits(store.kinds[name], store.strings.role[store.role[p]])) counts[name]++;
  });
  return [...counts.keys()]
    .filter((name) => counts[name])
    .sort((a, b) => counts[b] - counts[a] || a - b)
    .slice(0, MOST_NAMES)
    .map((name) => store.names[name])
    .sort((a, b) => a.localeCompare(b, "en"));
}

const KEYS = [
  ["← →", "the event before or after"],
  ["+ −", "zoom in or out"],
  ["0", "the whole time"],
  ["/", "search"],
  ["Esc", "close what is open, then leave the event, then clear the search"],
];
const SEARCHES = [
  ['library "bus route"', "words and phrases, in titles, names and evidence"],
  ['body:"Library Board"', "whose decision or meeting it is"],
  ["person:okafor name:trust", "who takes part"],
  ["type:motion type:vote", "either of two types"],
  ["outcome:passed modality:planned", "how it ended; planned, possible, negated"],
  ["before:2019 after:2018-06 in:2018-06-12", "by the day on which it is drawn"],
  ["source:herald disputed undated approximate", "who tells it; properties"],
  ["-type:letter -disputed", "not"],
];

/** Fills the help dialogue. */
export function makeHelp() {
  const dialog = byId("help");
  const rows = (/** @type {string[][]} */ pairs) =>
    el("dl", {}, ...pairs.flatMap(([term, text]) => [el("dt", {}, term), el("dd", {}, text)]));
  dialog.append(
    el("h2", { id: "help-title" }, "Keys and searches"),
    rows(KEYS),
    rows(SEARCHES),
    el("p", {}, "Drag to move through time, turn the wheel or pinch to zoom, choose a mark to see who says so."),
    el("p", { class: "neighbours" }, el("button", { type: "button", onclick: () => dialog.close() }, "Close")),
  );
  byId("help-button").addEventListener("click", () => dialog.showModal());
}

const FORMS = [
  ["sure", "day known; larger with more sources"],
  ["vague", "day uncertain"],
  ["lasted", "it lasted"],
  ["planned", "planned"],
  ["possible", "possible"],
  ["negated", "did not happen"],
];

/** Fills the key to the marks. */
export function makeKey() {
  byId("key").replaceChildren(...FORMS.map(([form, text]) => el("span", {}, el("i", { class: form }), text)));
}
