// Reads the page's two data blocks: gzipped JSON in base 85.

/**
 * @param {string} id of the element that holds the block
 * @returns {Promise<any>}
 */
export async function readBlock(id) {
  const text = /** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? "";
  const stream = new Blob([bytesOf(text.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;/=>?@^_`{|}~";

/**
 * Bytes from base 85: five digits are four bytes, a last group may be shorter.
 * @param {string} text @returns {Uint8Array<ArrayBuffer>}
 */
export function bytesOf(text) {
  const values = new Uint8Array(128);
  for (let digit = 0; digit < 85; digit++) values[DIGITS.charCodeAt(digit)] = digit;
  const missing = (5 - (text.length % 5)) % 5;
  const groups = (text.length + missing) / 5;
  const bytes = new Uint8Array(groups * 4);
  for (let group = 0, c = 0, b = 0; group < groups; group++) {
    let value = 0;
    for (let n = 0; n < 5; n++, c++) value = value * 85 + (c < text.length ? values[text.charCodeAt(c)] : 84);
    for (let shift = 24; shift >= 0; shift -= 8) bytes[b++] = value >>> shift;
  }
  return bytes.slice(0, bytes.length - missing);
}

/** @param {(number | null)[]} steps from the last known number @returns {(number | null)[]} */
export function knownSums(steps) {
  let total = 0;
  return steps.map((step) => (step === null ? null : (total += step)));
}

/** @param {number[]} steps differences between neighbours @returns {number[]} */
export function sums(steps) {
  let total = 0;
  return steps.map((step) => (total += step));
}
