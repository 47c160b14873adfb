// The stretch of time to begin with: all of it, unless a few far-off events would squeeze the rest.

const FAR = 3;

/**
 * @param {import("./store.js").Store} store
 * @returns {{from: number, to: number}} days; `to` is exclusive
 */
export function usualSpan(store) {
  const { at, dated, first, last } = store;
  if (!dated) return { from: first - 15, to: first + 15 };
  const low = at[Math.floor(dated * 0.03)];
  const high = at[Math.ceil(dated * 0.97) - 1];
  const core = Math.max(30, high - low);
  const from = low - first > FAR * core ? low - core * 0.1 : first;
  const to = last - high > FAR * core ? high + core * 0.1 : last + 1;
  const margin = Math.max(2, (to - from) * 0.015);
  return { from: Math.floor(from - margin), to: Math.ceil(to + margin) };
}
