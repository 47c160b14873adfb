// The parallel list: the accessible view of the same events, in pages.

import { intervalText, rangeText, UNDATED } from "./days.js";
import { byId, el, marked, plural } from "./dom.js";
import { fold } from "./query.js";
import { DISPUTED, LASTED, modalityOf, typeOf } from "./store.js";

const PAGE = 60;

/**
 * @param {{store: import("./store.js").Store, colourOf: (event: number) => string, onSelect: (event: number) => void}} options
 */
export function makeList({ store, colourOf, onSelect }) {
  const list = byId("list");
  const more = byId("more");
  /** @type {number[]} */
  let shown = [];
  /** @type {string[]} */
  let words = [];
  let current = -1;

  /** @param {number} event */
  function item(event) {
    const title = el("span", { class: modalityOf(store, event) === "negated" ? "negated-title" : "" });
    title.append(...marked(store.title[event], hits(store.title[event], words)));
    const swatch = el("span", { class: "swatch" });
    swatch.style.color = colourOf(event);
    const meta = el("span", { class: "meta" }, swatch, metaText(store, event), ...tags(store, event));
    const button = el("button", { type: "button", "data-event": event, onclick: () => onSelect(event) }, title, meta);
    if (event === current) button.setAttribute("aria-current", "true");
    return el("li", {}, button);
  }

  function addPage() {
    const have = list.childElementCount;
    list.append(...shown.slice(have, have + PAGE).map(item));
    more.hidden = list.childElementCount >= shown.length;
    more.textContent = `Show ${Math.min(PAGE, shown.length - list.childElementCount)} more`;
  }

  more.addEventListener("click", () => {
    const next = list.childElementCount;
    addPage();
    list.children[next]?.firstElementChild.focus();
  });

  return {
    /**
     * @param {number[]} events in the order to show @param {string} heading @param {string} span @param {string[]} searched
     */
    show(events, heading, span, searched) {
      if (byId("count").textContent !== heading) byId("count").textContent = heading;
      byId("span").textContent = span;
      if (list.childElementCount && same(shown, events) && same(words, searched)) return;
      shown = events;
      words = searched;
      list.replaceChildren();
      if (!events.length) list.append(el("li", { class: "empty" }, "No event here. Zoom out, or ask for less."));
      addPage();
      more.hidden ||= !events.length;
    },
    /** @param {number} event or -1 */
    mark(event) {
      list.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
      list.querySelector(`[data-event="${event}"]`)?.setAttribute("aria-current", "true");
      current = event;
    },
    /** @param {number} event @returns {boolean} whether it is there to take the focus */
    focus(event) {
      const button = list.querySelector(`[data-event="${event}"]`);
      button?.focus();
      return Boolean(button);
    },
    first: () => shown[0] ?? -1,
  };
}

/** @param {import("./store.js").Store} store @param {number} event */
export function whenText(store, event) {
  if (store.at[event] === UNDATED) return "date unknown";
  return intervalText(store.lo[event], store.hi[event], store.form[event] === LASTED);
}

/** @param {import("./store.js").Store} store @param {number} event */
function metaText(store, event) {
  return `${typeOf(store, event)} · ${whenText(store, event)} · ${plural(store.sources[event], "source").replace(" ", "\u00a0")}`;
}

/** @param {import("./store.js").Store} store @param {number} event */
function tags(store, event) {
  const modality = modalityOf(store, event);
  const told = modality === "asserted" ? [] : [modality === "negated" ? "did not happen" : modality];
  if (store.flags[event] & DISPUTED) told.push("disputed");
  return told.map((text) => el("span", { class: "tag" }, text));
}

/** @param {any[]} one @param {any[]} other */
function same(one, other) {
  return one.length === other.length && one.every((value, n) => value === other[n]);
}

/** @param {string} text @param {string[]} words folded @returns {{start: number, length: number, kind: string}[]} */
function hits(text, words) {
  const folded = fold(text);
  if (folded.length !== text.length) return [];
  return words
    .map((word) => ({ start: folded.indexOf(word), length: word.length, kind: "hit" }))
    .filter(({ start }) => start >= 0);
}

/** @param {number} from day @param {number} to day, both seen in part */
export function spanText(from, to) {
  return rangeText(Math.floor(from), Math.ceil(to) - 1);
}
