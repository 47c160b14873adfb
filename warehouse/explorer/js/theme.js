// Colours for the canvas, read from the style sheet so that there is one place for them.

export const HUES = 12;

/**
 * @typedef {object} Theme
 * @property {string[]} hues @property {string} ink @property {string} soft @property {string} line
 * @property {string} paper @property {string} focus @property {string} font
 */

/** @returns {Theme} of the colour scheme in force */
export function readTheme() {
  const style = getComputedStyle(document.documentElement);
  const colour = (/** @type {string} */ name) => style.getPropertyValue(`--${name}`).trim();
  return {
    hues: Array.from({ length: HUES }, (_, n) => colour(`hue-${n}`)),
    ink: colour("ink"),
    soft: colour("soft"),
    line: colour("line"),
    paper: colour("paper"),
    focus: colour("focus"),
    font: getComputedStyle(document.body).fontFamily,
  };
}

/**
 * A canvas as sharp as the screen.
 * @param {HTMLCanvasElement} canvas @param {number} width CSS pixels @param {number} height
 * @returns {CanvasRenderingContext2D}
 */
export function sized(canvas, width, height) {
  const ratio = globalThis.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}

/**
 * The beginning of a text that fits into a width, with an ellipsis; measures each character once.
 * @param {CanvasRenderingContext2D} context
 */
export function makeFit(context) {
  /** @type {Map<string, number>} */
  const widths = new Map();
  /** @param {string} text @param {number} width */
  return (text, width) => {
    let used = 0;
    let cut = 0;
    for (const character of text) {
      let own = widths.get(character);
      if (own === undefined) widths.set(character, (own = context.measureText(character).width));
      used += own;
      if (used > width) return cut < 3 ? "" : `${text.slice(0, cut).trimEnd()}…`;
      if (used < width - 12) cut += character.length;
    }
    return text;
  };
}
