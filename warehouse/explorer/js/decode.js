// Reads the page's two data blocks: base64 of gzipped JSON.

/**
 * @param {string} id of the element that holds the block
 * @returns {Promise<any>}
 */
export async function readBlock(id) {
  const text = /** @type {HTMLElement} */ (document.getElementById(id)).textContent ?? "";
  const stream = new Blob([bytesOf(text.trim())]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

/** @param {string} text base64 @returns {Uint8Array<ArrayBuffer>} */
function bytesOf(text) {
  const native = /** @type {any} */ (Uint8Array).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
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
