// Draws the lanes: counts as bars, events as marks. Certain, vague, lasting, planned and negated never look alike.

import { between, boundaries } from "./bins.js";
import { OPEN_HIGH, OPEN_LOW } from "./days.js";
import { extent, FADE, ROW } from "./layout.js";
import { CERTAIN, labelOf, LASTED, modalityOf } from "./store.js";

/** @typedef {import("./store.js").Store} Store @typedef {import("./theme.js").Theme} Theme */
/** @typedef {import("./layout.js").LaneLayout} LaneLayout */

/**
 * @typedef {object} Lane
 * @property {number} type @property {string} colour @property {number} y @property {number} height @property {number} index
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
  const unit = (lane.height - TOP) / most;
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
  return most;
}

/** Where the first row of marks stands, below the band of what is wider than the view. @param {Lane} lane @param {LaneLayout} layout */
export function marksTop(lane, layout) {
  return lane.y + 3 + (layout.spanning.length ? ROW - 2 : 0);
}

/** @param {Scene} scene @param {Lane} lane @param {LaneLayout} layout */
export function paintMarks(scene, lane, layout) {
  const { context, store, from, perDay, width } = scene;
  const shift = -from * perDay;
  const top = marksTop(lane, layout);
  context.font = `${layout.pitch < ROW ? 11 : 12}px ${scene.theme.font}`;
  for (const { event, row, label } of layout.marks) {
    const [start, end] = extent(store, event, perDay);
    if (end + shift < 0 || start + shift > width) continue;
    const y = top + row * layout.pitch;
    if (store.form[event] === CERTAIN) dot(scene, lane, event, (start + end) / 2 + shift, y, layout.pitch);
    else bar(scene, lane, event, start + shift, end + shift, y, layout.pitch);
    if (label) writeLabel(scene, event, [start + shift, end + shift], y + layout.pitch / 2, label);
    if (event === scene.selected) ring(scene, start + shift, end + shift, y, layout.pitch);
  }
}

/**
 * @param {Scene} scene @param {Lane} lane @param {number} event @param {number} x the middle @param {number} top
 * @param {number} pitch
 */
function dot(scene, lane, event, x, top, pitch) {
  const { context, store, theme } = scene;
  const y = top + pitch / 2;
  const radius = Math.min(2.8 + 0.45 * Math.min(store.sources[event], 6), pitch / 2 - 1);
  const modality = modalityOf(store, event);
  context.beginPath();
  if (modality === "possible") diamond(context, x, y, radius + 1);
  else context.arc(x, y, radius, 0, 2 * Math.PI);
  hollowOrFull(context, lane.colour, theme, modality);
  if (modality === "negated") strike(context, theme, x - radius - 3, x + radius + 3, y);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius */
function diamond(context, x, y, radius) {
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y);
  context.lineTo(x, y + radius);
  context.lineTo(x - radius, y);
  context.closePath();
}

/** @param {CanvasRenderingContext2D} context @param {string} colour @param {Theme} theme @param {string} modality */
function hollowOrFull(context, colour, theme, modality) {
  const hollow = modality === "planned" || modality === "possible";
  context.fillStyle = hollow ? theme.paper : colour;
  context.globalAlpha = modality === "negated" ? 0.45 : 1;
  context.fill();
  context.globalAlpha = 1;
  if (!hollow) return;
  context.lineWidth = 1.6;
  context.strokeStyle = colour;
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {Theme} theme @param {number} x0 @param {number} x1 @param {number} y */
function strike(context, theme, x0, x1, y) {
  context.beginPath();
  context.moveTo(x0, y);
  context.lineTo(x1, y);
  context.lineWidth = 1.4;
  context.strokeStyle = theme.ink;
  context.stroke();
}

/**
 * @param {Scene} scene @param {Lane} lane @param {number} event @param {number} x0 @param {number} x1 @param {number} y
 * @param {number} pitch
 */
function bar(scene, lane, event, x0, x1, y, pitch) {
  const { context, store, theme, width } = scene;
  const left = Math.max(x0, -4);
  const right = Math.min(x1, width + 4);
  const [top, height] = [y + (pitch === ROW ? 2.5 : 1.5), pitch - (pitch === ROW ? 5 : 3)];
  const modality = modalityOf(store, event);
  const hollow = modality === "planned" || modality === "possible";
  if (store.form[event] === LASTED) {
    context.fillStyle = hollow ? theme.paper : lane.colour;
    context.strokeStyle = lane.colour;
    context.lineWidth = 1.4;
    context.globalAlpha = modality === "negated" ? 0.45 : 1;
    context.fillRect(left, top, right - left, height);
    context.globalAlpha = 1;
    if (hollow) context.strokeRect(left, top, right - left, height);
  } else vague(scene, lane, event, [left, top, right, height], hollow);
  if (modality === "negated") strike(context, theme, left, right, y + pitch / 2);
}

/**
 * Pale with a dashed outline; it fades out where the interval is open.
 * @param {Scene} scene @param {Lane} lane @param {number} event @param {number[]} box left, top, right, height
 * @param {boolean} hollow
 */
function vague({ context, store }, lane, event, [x0, y, x1, height], hollow) {
  const openLow = store.lo[event] === OPEN_LOW;
  const openHigh = store.hi[event] === OPEN_HIGH;
  const fade = context.createLinearGradient(x0, 0, Math.max(x1, x0 + 1), 0);
  const share = Math.min(0.9, FADE / Math.max(1, x1 - x0));
  fade.addColorStop(0, openLow ? "transparent" : lane.colour);
  if (openLow) fade.addColorStop(share, lane.colour);
  if (openHigh) fade.addColorStop(Math.max(share, 1 - share), lane.colour);
  fade.addColorStop(1, openHigh ? "transparent" : lane.colour);
  context.fillStyle = fade;
  context.strokeStyle = fade;
  context.globalAlpha = 0.22;
  if (!hollow) context.fillRect(x0, y, x1 - x0, height);
  context.globalAlpha = 1;
  context.lineWidth = 1.1;
  context.setLineDash([3, 2.5]);
  context.strokeRect(x0 + 0.5, y, x1 - x0 - 1, height);
  context.setLineDash([]);
}

/** @param {Scene} scene @param {number} event @param {number[]} extent @param {number} y the middle @param {number} room */
function writeLabel(scene, event, [x0, x1], y, room) {
  const { context, store, theme, fit } = scene;
  const inside = x1 - x0 - 8 >= 110 && store.form[event] !== CERTAIN;
  const x = inside ? Math.max(x0, 0) + 5 : x1 + 2;
  const text = fit(labelOf(store, event), inside ? Math.min(x1 - x - 4, room) : room);
  if (!text) return;
  const onColour = inside && store.form[event] === LASTED && modalityOf(store, event) === "asserted";
  context.fillStyle = onColour ? theme.paper : theme.ink;
  context.fillText(text, x, y + 0.5);
}

/** @param {Scene} scene @param {number} x0 @param {number} x1 @param {number} y @param {number} pitch */
function ring({ context, theme, width }, x0, x1, y, pitch) {
  context.lineWidth = 2;
  context.strokeStyle = theme.focus;
  const left = Math.max(x0 - 2, 1);
  context.strokeRect(left, y + 0.5, Math.min(x1 + 2, width - 1) - left, pitch - 1);
}

/**
 * The events that are wider than the view, as one band.
 * @param {Scene} scene @param {Lane} lane @param {number[]} spanning
 */
export function paintSpanning(scene, lane, spanning) {
  const { context, store, theme, width, fit } = scene;
  context.fillStyle = lane.colour;
  context.globalAlpha = 0.14;
  context.fillRect(0, lane.y + 1, width, ROW - 4);
  context.globalAlpha = 1;
  context.fillStyle = theme.ink;
  context.font = `12px ${theme.font}`;
  context.fillText(fit(spanningText(store, spanning), width - 12), 6, lane.y + 1 + (ROW - 4) / 2);
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
