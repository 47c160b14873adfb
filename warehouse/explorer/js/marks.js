// Draws events as marks. Certain, vague, lasting, planned, possible and negated never look alike.

import { OPEN_HIGH, OPEN_LOW } from "./days.js";
import { extent, FADE, ROW } from "./layout.js";
import { CERTAIN, labelOf, LASTED, modalityOf } from "./store.js";

/** @typedef {import("./theme.js").Theme} Theme @typedef {import("./layout.js").LaneLayout} LaneLayout */
/** @typedef {import("./paint.js").Scene} Scene @typedef {import("./paint.js").Lane} Lane */

/** Where the first row of marks stands, below the band of what is wider than the view. @param {Lane} lane @param {LaneLayout} layout */
export function marksTop(lane, layout) {
  return lane.y + lane.head + 3 + (layout.spanning.length ? ROW - 2 : 0);
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
  const share = Math.min(0.9, FADE / Math.max(1, x1 - x0));
  const fading = (/** @type {string} */ colour) => {
    if (!openLow && !openHigh) return colour;
    const fade = context.createLinearGradient(x0, 0, Math.max(x1, x0 + 1), 0);
    fade.addColorStop(0, openLow ? "transparent" : colour);
    if (openLow) fade.addColorStop(share, colour);
    if (openHigh) fade.addColorStop(Math.max(share, 1 - share), colour);
    fade.addColorStop(1, openHigh ? "transparent" : colour);
    return fade;
  };
  // The colour itself is pale: a printed canvas keeps no alpha of its context for a gradient.
  context.fillStyle = fading(`color-mix(in srgb, ${lane.colour} 22%, transparent)`);
  context.strokeStyle = fading(lane.colour);
  if (!hollow) context.fillRect(x0, y, x1 - x0, height);
  context.lineWidth = 1.1;
  context.setLineDash([3, 2.5]);
  context.strokeRect(x0 + 0.5, y, x1 - x0 - 1, height);
  context.setLineDash([]);
}

/** @param {Scene} scene @param {number} event @param {number[]} extent @param {number} y the middle @param {number} room */
function writeLabel(scene, event, [x0, x1], y, room) {
  const { context, store, theme, fit } = scene;
  const inside = x1 - x0 - 8 >= 110 && store.form[event] !== CERTAIN;
  const x = inside ? Math.max(x0, 0) + 5 : x1 + (store.form[event] === CERTAIN ? 2 : 5);
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
