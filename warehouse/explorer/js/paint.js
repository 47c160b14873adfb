// Draws counts as bars, and what is wider than the view as one band.

import { between, boundaries } from "./bins.js";
import { ROW } from "./layout.js";
import { LASTED } from "./store.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./theme.js").Theme} Theme */

/**
 * @typedef {object} Lane
 * @property {number} type @property {string} colour @property {number} y @property {number} height @property {number} index
 * @property {number} head room for the name, when it stands above the marks and not beside them
 *
 * @typedef {object} Scene
 * @property {CanvasRenderingContext2D} context @property {Store} store @property {Theme} theme
 * @property {number} from first day seen @property {number} to @property {number} perDay @property {number} width
 * @property {(text: string, width: number) => string} fit @property {number} selected event or -1
 */

const TOP = 20;
const LEAST_BAR = 5;

/**
 * @param {Scene} scene @param {Lane} lane @param {import("./bins.js").Histogram} histogram
 * @returns {number} the tallest count
 */
export function paintCounts(scene, lane, histogram) {
  const { context, from, to, perDay } = scene;
  const days = boundaries(from, to, perDay, LEAST_BAR);
  const sure = histogram.sure[lane.index];
  const vague = histogram.vague[lane.index];
  const bars = [];
  let most = 1;
  for (let b = 0; b + 1 < days.length; b++) {
    const certain = between(sure, histogram, days[b], days[b + 1]);
    const cap = Math.max(0, between(vague, histogram, days[b], days[b + 1]));
    if (certain + cap < 0.01) continue;
    bars.push([(days[b] - from) * perDay, (days[b + 1] - from) * perDay, certain, cap]);
    most = Math.max(most, certain + cap);
  }
  const unit = (lane.height - Math.max(TOP, lane.head)) / most;
  const floor = lane.y + lane.height - 1;
  context.fillStyle = lane.colour;
  for (const [x0, x1, certain, cap] of bars) {
    const width = Math.max(1, x1 - x0 - 1);
    context.globalAlpha = 0.88;
    context.fillRect(x0, floor - certain * unit, width, certain * unit);
    context.globalAlpha = 0.32;
    context.fillRect(x0, floor - (certain + cap) * unit, width, cap * unit);
  }
  context.globalAlpha = 1;
  pin(scene, lane);
  return most;
}

/** Where the selected event is among the counts. @param {Scene} scene @param {Lane} lane */
function pin({ context, store, theme, selected, from, perDay }, lane) {
  if (selected < 0 || selected >= store.dated || store.type[selected] !== lane.type) return;
  const x = (store.at[selected] + 0.5 - from) * perDay;
  context.fillStyle = theme.focus;
  context.fillRect(x - 1, lane.y + lane.head + 6, 2, lane.height - lane.head - 7);
  context.beginPath();
  context.arc(x, lane.y + lane.head + 7, 4, 0, 2 * Math.PI);
  context.fill();
}

/**
 * The events that are wider than the view, as one band.
 * @param {Scene} scene @param {Lane} lane @param {number[]} spanning
 */
export function paintSpanning(scene, lane, spanning) {
  const { context, store, theme, width, fit } = scene;
  context.fillStyle = lane.colour;
  context.globalAlpha = 0.14;
  context.fillRect(0, lane.y + lane.head + 1, width, ROW - 4);
  context.globalAlpha = 1;
  context.fillStyle = theme.ink;
  context.font = `12px ${theme.font}`;
  context.fillText(fit(spanningText(store, spanning), width - 12), 6, lane.y + lane.head + 1 + (ROW - 4) / 2);
}

/** @param {Store} store @param {number[]} spanning */
export function spanningText(store, spanning) {
  let lasting = 0;
  let years = 0;
  for (const event of spanning) {
    if (store.form[event] === LASTED) lasting++;
    else if (store.high[event] - store.low[event] >= 364) years++;
  }
  const rest = spanning.length - lasting - years;
  const told = [
    years ? `${years} known only to the year` : "",
    rest ? `${rest} known only roughly` : "",
    lasting ? `${lasting} long-running` : "",
  ].filter(Boolean);
  return `+${spanning.length} spanning this whole view (${told.join(", ")})`;
}
