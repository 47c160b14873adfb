// The names we use of D3; the vendored builds put them all on one global.

/** @type {any} */
const d3 = /** @type {any} */ (globalThis).d3;

/** @type {typeof import("d3-scale").scaleUtc} */
export const scaleUtc = d3.scaleUtc;
/** @type {typeof import("d3-axis").axisBottom} */
export const axisBottom = d3.axisBottom;
/** @type {typeof import("d3-selection").select} */
export const select = d3.select;
/** @type {typeof import("d3-zoom").zoom} */
export const zoom = d3.zoom;
/** @type {typeof import("d3-zoom").zoomIdentity} */
export const zoomIdentity = d3.zoomIdentity;
/** @type {typeof import("d3-time-format").utcFormat} */
export const utcFormat = d3.utcFormat;
/** @type {typeof import("d3-format").format} */
export const format = d3.format;
