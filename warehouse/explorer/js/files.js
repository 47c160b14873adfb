// The export menu: files of the view, made in the page.

import { byId, el } from "./dom.js";
import { csv, icalendar, timelineJs } from "./exports.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./details.js").Details} Details */

const MARGIN = 16;
const HEAD = 46;

/**
 * @param {{store: Store, details: () => Details | null, events: () => number[], lanes: any,
 *   theme: () => import("./theme.js").Theme, title: () => string}} options
 */
export function makeExports({ store, details, events, lanes, theme, title }) {
  /** @type {[string, string, string, (loaded: Details) => string][]} */
  const kinds = [
    ["Spreadsheet (CSV)", "timeline.csv", "text/csv", (loaded) => csv(store, loaded, events())],
    ["Calendar (iCalendar)", "timeline.ics", "text/calendar", (loaded) => icalendar(store, loaded, events())],
    ["TimelineJS (JSON)", "timeline.json", "application/json", (loaded) => timelineJs(store, loaded, events())],
  ];
  const buttons = kinds.map(([label, name, type, write]) => {
    const onclick = () => {
      const loaded = details();
      if (loaded) save(new Blob([write(loaded)], { type: `${type};charset=utf-8` }), name);
    };
    return el("button", { type: "button", onclick }, label);
  });
  const picture = el("button", { type: "button", onclick: () => savePicture(lanes, theme(), title()) }, "Picture (PNG)");
  const lasting = [el("a", { href: "feed.atom" }, "Feed of new events"), el("a", { href: "upcoming.ics" }, "Calendar of what is to come")];
  const subscribe = store.pages ? [el("p", { class: "soft" }, "To subscribe to"), ...lasting] : [];
  byId("export-sheet").replaceChildren(el("p", { class: "soft" }, "The events in view as"), ...buttons, picture, ...subscribe);
}

/** @param {any} lanes @param {import("./theme.js").Theme} theme @param {string} title */
function savePicture(lanes, theme, title) {
  const lanesCanvas = /** @type {HTMLCanvasElement} */ (lanes.canvas);
  const ratio = lanesCanvas.width / parseFloat(lanesCanvas.style.width);
  const names = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#names button:not([hidden])")]);
  const ticks = /** @type {SVGGElement[]} */ ([...document.querySelectorAll("#axis .tick")]);
  const gutter = 110;
  const canvas = document.createElement("canvas");
  canvas.width = lanesCanvas.width + (gutter + MARGIN) * ratio;
  canvas.height = lanesCanvas.height + (HEAD + MARGIN + 20) * ratio;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(ratio, ratio);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = theme.ink;
  context.font = `13px ${theme.font}`;
  context.fillText(title, MARGIN, 22);
  context.font = `12px ${theme.font}`;
  for (const tick of ticks) {
    const x = /** @type {SVGGElement} */ (tick).transform.baseVal.consolidate()?.matrix.e ?? 0;
    context.fillText(tick.textContent ?? "", gutter + x, HEAD + 8);
  }
  const top = HEAD + 14;
  context.drawImage(lanesCanvas, gutter, top, lanesCanvas.width / ratio, lanesCanvas.height / ratio);
  for (const name of names) {
    context.fillStyle = getComputedStyle(name).color;
    context.fillText(name.firstChild?.textContent ?? "", MARGIN, top + parseFloat(name.style.top) + 18);
  }
  canvas.toBlob((blob) => blob && save(blob, "timeline.png"), "image/png");
}

/** @param {Blob} blob @param {string} name */
function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
