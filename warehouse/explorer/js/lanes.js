// The lanes: one for each type of event, one canvas, D3's zoom over time.

import { makeAxis } from "./axis.js";
import { select, zoom, zoomIdentity } from "./d3.js";
import { hitAt, laneAt, spanningNow } from "./hit.js";
import { laneEvents, laneHeights, layoutLane, ROW } from "./layout.js";
import { paintMarks } from "./marks.js";
import { makeNames } from "./names.js";
import { paintCounts, paintSpanning } from "./paint.js";
import { makeFit, HUES, sized } from "./theme.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./layout.js").LaneLayout} LaneLayout */

const LEAST_LANE = 42;
const LEAST_DAYS = 2;
const HEAD = 22;

/**
 * @param {{root: HTMLElement, axis: HTMLElement, store: Store, from: number, to: number, types: number[],
 *   onView: (from: number, to: number) => void, onSelect: (event: number) => void,
 *   onSpanning: (events: number[]) => void, onType: (type: number) => void}} options
 */
export function makeLanes(options) {
  const { root, axis, store, from, to, types } = options;
  const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
  const nameRoot = /** @type {HTMLElement} */ (root.querySelector("#names"));
  const names = makeNames({ root: nameRoot, store, types, onType: options.onType });
  const paintAxis = makeAxis(axis);
  const fit = makeFit(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")));
  /** @type {import("./paint.js").Lane[]} */
  let lanes = [];
  /** @type {Int32Array[]} */
  let events = [];
  /** @type {import("./bins.js").Histogram | null} */
  let histogram = null;
  /** @type {import("./theme.js").Theme | null} */
  let theme = null;
  /** @type {LaneLayout[]} */
  let layouts = [];
  let laidOut = "";
  let version = 0;
  let width = 0;
  let selected = -1;
  let queued = false;
  let transform = zoomIdentity;

  const behaviour = zoom().scaleExtent([1, Math.max(1, (to - from) / LEAST_DAYS)]).on("zoom", zoomed);
  const surface = select(/** @type {Element} */ (canvas)).call(/** @type {any} */ (behaviour)).on("dblclick.zoom", null);

  const view = () => {
    const perDay = (width / (to - from)) * transform.k;
    const first = from - transform.x / perDay;
    return { from: first, to: first + width / perDay, perDay };
  };

  /** @param {any} event */
  function zoomed(event) {
    transform = event.transform;
    const seen = view();
    options.onView(seen.from, seen.to);
    redraw();
  }

  function redraw() {
    if (queued) return;
    queued = true;
    requestAnimationFrame(() => {
      queued = false;
      draw();
    });
  }

  /** Lays the lanes out for the room there is and paints them. */
  function resize() {
    const gutter = canvas.offsetLeft;
    const previous = width ? view() : { from, to };
    width = Math.max(50, root.clientWidth - gutter);
    const counts = events.map((own) => own.length);
    const shown = types.map((_, lane) => lane).filter((lane) => counts[lane] || counts.every((count) => !count));
    const room = Math.max(globalThis.innerWidth <= 760 ? shown.length * 92 : root.clientHeight, 120);
    const heights = laneHeights(shown.map((lane) => counts[lane]), room, LEAST_LANE);
    let y = 0;
    lanes = shown.map((lane, position) => {
      const own = { index: lane, type: types[lane], colour: "", y, height: heights[position], head: gutter ? 0 : HEAD };
      y += heights[position];
      return own;
    });
    behaviour.extent([[0, 0], [width, y]]).translateExtent([[0, -Infinity], [width, Infinity]]);
    names.place(lanes);
    laidOut = "";
    setView(previous.from, previous.to, false);
    draw();
  }

  /** Marks keep their places while the view moves inside a window of whole screens. */
  function layOut() {
    const seen = view();
    const screen = width / seen.perDay;
    const tile = Math.floor(seen.from / screen);
    const key = `${version} ${seen.perDay.toPrecision(12)} ${tile} ${width}`;
    if (key === laidOut) return;
    laidOut = key;
    const window = { from: (tile - 1) * screen, to: (tile + 3) * screen, perDay: seen.perDay, width };
    layouts = lanes.map((lane) => {
      return layoutLane(store, events[lane.index], { ...window, height: lane.height - lane.head - ROW - 3 });
    });
  }

  function draw() {
    if (!histogram || !theme) return;
    layOut();
    const seen = view();
    const height = lanes.reduce((sum, lane) => sum + lane.height, 0);
    const context = sized(canvas, width, height);
    context.font = `12px ${theme.font}`;
    context.textBaseline = "middle";
    const scene = { context, store, theme, fit, selected, width, ...seen };
    paintAxis(scene, height);
    lanes.forEach((lane, position) => {
      lane.colour = /** @type {any} */ (theme).hues[lane.index % HUES];
      const layout = layouts[position];
      if (layout.mode === "counts") paintCounts(scene, lane, /** @type {any} */ (histogram));
      else {
        paintMarks(scene, lane, layout);
        const spanning = spanningNow(store, layout, seen);
        if (spanning.length) paintSpanning(scene, lane, spanning);
      }
      context.fillStyle = scene.theme.line;
      context.fillRect(0, lane.y + lane.height - 1, width, 1);
      names.count(lane, countIn(events[lane.index], seen));
    });
    canvas.dataset.modes = layouts.map((layout) => layout.mode).join(" ");
  }

  /** @param {Int32Array} own @param {{from: number, to: number}} seen */
  function countIn(own, seen) {
    let many = 0;
    for (let e = 0; e < own.length; e++) if (store.low[own[e]] < seen.to && store.high[own[e]] + 1 > seen.from) many++;
    return many;
  }

  /** @param {number} first day @param {number} last @param {boolean} animate */
  function setView(first, last, animate) {
    const days = Math.min(to - from, Math.max(LEAST_DAYS, last - first));
    const start = Math.min(Math.max(from, first), to - days);
    const k = (to - from) / days;
    const target = zoomIdentity.translate((-(start - from) * width * k) / (to - from), 0).scale(k);
    const still = !animate || matchMedia("(prefers-reduced-motion: reduce)").matches;
    (still ? surface : surface.transition().duration(280)).call(/** @type {any} */ (behaviour.transform), target);
  }

  canvas.addEventListener("click", (event) => {
    const hit = hitAt({ store, lanes, layouts, ...view() }, event.offsetX, event.offsetY);
    if (hit?.length === 1) options.onSelect(hit[0]);
    else if (hit) options.onSpanning(hit);
    else zoomInto(event.offsetX, event.offsetY);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || event.buttons) return;
    const hit = hitAt({ store, lanes, layouts, ...view() }, event.offsetX, event.offsetY);
    canvas.style.cursor = hit ? "pointer" : "";
    canvas.title = hit?.length === 1 ? store.title[hit[0]] : "";
  });

  /** Where there are counts, a click comes closer. @param {number} x @param {number} y */
  function zoomInto(x, y) {
    const position = laneAt(lanes, y);
    if (layouts[position]?.mode !== "counts") return;
    const { from: first, to: last, perDay } = view();
    const [day, half] = [first + x / perDay, (last - first) / 8];
    setView(day - half, day + half, true);
  }

  return {
    resize,
    redraw,
    view,
    setView,
    canvas,
    /** @param {number} factor */
    zoomBy(factor) {
      const { from: first, to: last } = view();
      const [middle, half] = [(first + last) / 2, (last - first) / 2 / factor];
      setView(middle - half, middle + half, true);
    },
    /** @param {import("./theme.js").Theme} next */
    setTheme(next) {
      theme = next;
      redraw();
    },
    /** @param {number} event or -1 */
    select(event) {
      selected = event;
      redraw();
    },
    /** @param {Uint8Array} mask @param {number[]} laneOf @param {import("./bins.js").Histogram} counts */
    setEvents(mask, laneOf, counts) {
      events = laneEvents(store, mask, laneOf, types.length);
      histogram = counts;
      version++;
      resize();
    },
  };
}
