// The names of the lanes, with how many events of each are in view.

import { el } from "./dom.js";
import { HUES } from "./theme.js";

/**
 * @param {{root: HTMLElement, store: import("./store.js").Store, onType: (type: number) => void}} options
 */
export function makeNames({ root, store, onType }) {
  /** @type {HTMLElement[]} */
  let counts = [];
  return {
    /** @param {import("./paint.js").Lane[]} lanes */
    place(lanes) {
      counts = lanes.map(() => el("small"));
      const buttons = lanes.map((lane, position) => {
        const name = store.strings.type[lane.type];
        const button = el("button", { type: "button", onclick: () => onType(lane.type) }, name, counts[position]);
        button.style.top = `${lane.y}px`;
        button.style.maxHeight = `${lane.height}px`;
        button.style.color = `var(--hue-${lane.index % HUES})`;
        return button;
      });
      root.replaceChildren(...buttons);
    },
    /** @param {number} position of the lane @param {number} many */
    count(position, many) {
      const text = many.toLocaleString("en-GB");
      if (counts[position].textContent !== text) counts[position].textContent = text;
    },
  };
}
