// The strip over the whole time: counts, the busiest moments by name, and the window that is looked at.

import { between, boundaries, peaks } from "./bins.js";
import { axisBottom, scaleUtc, select } from "./d3.js";
import { toDate } from "./days.js";
import { el } from "./dom.js";
import { sized } from "./theme.js";

const HEIGHT = 58;
const LEAST_WINDOW = 3;

/**
 * @param {{root: HTMLElement, store: import("./store.js").Store, from: number, to: number,
 *   onWindow: (from: number, to: number, animate: boolean) => void}} options from and to: the days of the strip
 */
export function makeOverview({ root, store, from, to, onWindow }) {
  const strip = /** @type {HTMLElement} */ (root.querySelector("#strip"));
  const canvas = /** @type {HTMLCanvasElement} */ (root.querySelector("canvas"));
  const frame = /** @type {HTMLElement} */ (root.querySelector("#window"));
  const chips = /** @type {HTMLElement} */ (root.querySelector("#peaks"));
  const axis = select(/** @type {SVGElement} */ (root.querySelector("svg")));
  let width = 0;
  let seen = { from, to };

  const perDay = () => width / (to - from);
  const dayAt = (/** @type {number} */ x) => from + x / perDay();

  /** @param {import("./bins.js").Histogram} histogram @param {string[]} colours of the lanes @param {string} line */
  function paint(histogram, colours, line) {
    width = strip.clientWidth;
    const context = sized(canvas, width, HEIGHT);
    const days = boundaries(from, to, perDay(), width < 500 ? 2.5 : 3.5);
    const totals = days.slice(1).map((day, b) => total(histogram, days[b], day));
    const unit = (HEIGHT - 4) / Math.max(1, ...totals);
    for (let b = 0; b + 1 < days.length; b++) {
      let y = HEIGHT - 1;
      const x = (days[b] - from) * perDay();
      const across = Math.max(1, (days[b + 1] - days[b]) * perDay() - 1);
      colours.forEach((colour, lane) => {
        const height = amount(histogram, lane, days[b], days[b + 1]) * unit;
        context.fillStyle = colour;
        context.fillRect(x, y - height, across, height);
        y -= height;
      });
    }
    context.fillStyle = line;
    context.fillRect(0, HEIGHT - 1, width, 1);
    const scale = scaleUtc().domain([toDate(from), toDate(to)]).range([0, width]);
    axis.selectChildren("g").remove();
    const ticks = scale.ticks(Math.max(2, width / 110)).filter((tick) => scale(tick) > 20 && scale(tick) < width - 20);
    axis.append("g").call(axisBottom(scale).tickValues(ticks).tickSize(0).tickPadding(4));
    move(seen.from, seen.to);
  }

  /** @param {Uint8Array} mask */
  function name(mask) {
    width = strip.clientWidth;
    const most = Math.max(1, Math.floor(width / 240));
    const found = peaks(store, mask, from, to, most).map((peak) => {
      const text = `${peak.count} · ${peak.topic}`;
      return { peak, chip: el("button", { type: "button", title: text, onclick: () => zoomTo(peak) }, text) };
    });
    const far = outside(mask);
    chips.replaceChildren(...far, ...found.map(({ chip }) => chip));
    const taken = far.map((chip) => [chip.offsetLeft, chip.offsetLeft + chip.offsetWidth]);
    for (const { peak, chip } of [...found].sort((a, b) => b.peak.count - a.peak.count)) {
      const own = chip.offsetWidth;
      const middle = ((peak.from + peak.to) / 2 - from) * perDay();
      const x = Math.min(Math.max(middle - own / 2, 4), width - own - 4);
      if (taken.some(([start, end]) => x < end + 6 && x + own + 6 > start)) chip.remove();
      else {
        chip.style.left = `${x}px`;
        taken.push([x, x + own]);
      }
    }
  }

  /** Ways to the events before and after the strip. @param {Uint8Array} mask @returns {HTMLElement[]} */
  function outside(mask) {
    let earlier = 0;
    let later = 0;
    for (let i = 0; i < store.dated; i++) {
      if (mask[i] && store.high[i] < from) earlier++;
      if (mask[i] && store.low[i] >= to) later++;
    }
    const all = () => onWindow(Math.min(from, store.first - 1), Math.max(to, store.last + 2), true);
    const chip = (/** @type {string} */ side, /** @type {string} */ text) =>
      el("button", { type: "button", class: `far ${side}`, onclick: all }, text);
    return [
      ...(earlier ? [chip("left", `‹ ${earlier} earlier`)] : []),
      ...(later ? [chip("right", `${later} later ›`)] : []),
    ];
  }

  /** @param {{from: number, to: number}} peak */
  function zoomTo(peak) {
    const around = (peak.to - peak.from) * 0.4;
    onWindow(peak.from - around, peak.to + around, true);
  }

  /** @param {number} first day seen @param {number} last */
  function move(first, last) {
    seen = { from: first, to: last };
    const left = Math.max(0, (first - from) * perDay());
    const right = Math.min(width, (last - from) * perDay());
    frame.style.left = `${Math.min(left, width - 6)}px`;
    frame.style.width = `${Math.max(6, right - left)}px`;
  }

  strip.addEventListener("pointerdown", (event) => {
    const x = event.clientX - strip.getBoundingClientRect().left;
    const grip = gripAt(x);
    const start = { ...seen };
    if (grip === "outside") {
      const half = (start.to - start.from) / 2;
      onWindow(dayAt(x) - half, dayAt(x) + half, true);
      return;
    }
    strip.setPointerCapture(event.pointerId);
    const drag = (/** @type {PointerEvent} */ moved) => {
      const by = (moved.clientX - event.clientX) / perDay();
      const first = grip === "right" ? start.from : start.from + by;
      const last = grip === "left" ? start.to : start.to + by;
      if (last - first >= LEAST_WINDOW) onWindow(first, last, false);
    };
    strip.addEventListener("pointermove", drag);
    strip.addEventListener("lostpointercapture", () => strip.removeEventListener("pointermove", drag), { once: true });
  });

  /** @param {number} x */
  function gripAt(x) {
    const left = (seen.from - from) * perDay();
    const right = (seen.to - from) * perDay();
    if (Math.abs(x - left) < 8 && left > 0) return "left";
    if (Math.abs(x - right) < 8 && right < width) return "right";
    return x > left && x < right ? "inside" : "outside";
  }

  return { paint, name, move };
}

/** @param {import("./bins.js").Histogram} histogram @param {number} lane @param {number} from @param {number} to */
function amount(histogram, lane, from, to) {
  return (
    between(histogram.sure[lane], histogram, from, to) + Math.max(0, between(histogram.vague[lane], histogram, from, to))
  );
}

/** @param {import("./bins.js").Histogram} histogram @param {number} from @param {number} to */
function total(histogram, from, to) {
  return histogram.sure.reduce((sum, _, lane) => sum + amount(histogram, lane, from, to), 0);
}
