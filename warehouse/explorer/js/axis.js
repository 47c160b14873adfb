// The axis over the lanes and the lines it sends down through them.

import { axisBottom, scaleUtc, select, utcFormat } from "./d3.js";
import { DAY_MS, toDate } from "./days.js";

const formats = {
  year: utcFormat("%Y"),
  month: utcFormat("%b"),
  day: utcFormat("%-d"),
  dayOfMonth: utcFormat("%-d %b"),
  monthOfYear: utcFormat("%b %Y"),
};
const EDGE = 8;

/**
 * @param {HTMLElement} root holds an SVG for the ticks and a label for what they leave out
 * @returns {(scene: import("./paint.js").Scene, height: number) => void} paints both for a view
 */
export function makeAxis(root) {
  const group = select(/** @type {SVGSVGElement} */ (root.querySelector("svg"))).append("g");
  const label = /** @type {HTMLElement} */ (root.querySelector("#context"));
  return ({ context, theme, from, to, width }, height) => {
    const scale = scaleUtc().domain([toDate(from), toDate(to)]).range([0, width]);
    const ticks = scale.ticks(Math.max(2, width / 90)).filter((tick) => tick.getTime() % DAY_MS === 0);
    context.fillStyle = theme.line;
    for (const tick of ticks) context.fillRect(Math.round(scale(tick)), 0, 1, height);
    const inside = ticks.filter((tick) => scale(tick) > EDGE && scale(tick) < width - EDGE);
    const axis = axisBottom(scale).tickValues(inside).tickFormat((_, n) => tickText(inside[n], inside[n - 1])).tickSize(5).tickPadding(3);
    group.call(/** @type {any} */ (axis));
    label.textContent = (to - from > 500 ? formats.year : formats.monthOfYear)(toDate(from + (to - from) * 0.03));
  };
}

/** The part of a date that is new since the tick before it. @param {Date} date @param {Date} [before] */
function tickText(date, before) {
  if (date.getUTCDate() !== 1) {
    const sameMonth = before && before.getUTCMonth() === date.getUTCMonth();
    return (sameMonth || !before ? formats.day : formats.dayOfMonth)(date);
  }
  return date.getUTCMonth() ? formats.month(date) : formats.year(date);
}
