// The names of the lanes, with how many events of each are in view.

import { el } from "./dom.js";
import { HUES } from "./theme.js";

/**
 * @param {{root: HTMLElement, store: import("./store.js").Store, types: number[], onType: (type: number) => void}} options
 *   types in the order of the lanes
 */
export function makeNames({ root, store, types, onType }) {
  const counts = types.map(() => el("small"));
  const buttons = types.map((type, index) => {
    const onclick = () => onType(type);
    const button = el("button", { type: "button", onclick }, store.strings.type[type], counts[index]);
    button.style.color = `var(--hue-${index % HUES})`;
    return button;
  });
  root.replaceChildren(...buttons);
  return {
    /** Puts the names beside their lanes; the buttons stay, and with them the focus. @param {import("./paint.js").Lane[]} lanes */
    place(lanes) {
      buttons.forEach((button, index) => (button.hidden = lanes.every((lane) => lane.index !== index)));
      for (const lane of lanes) {
        const button = buttons[lane.index];
        button.style.top = `${lane.y}px`;
        button.style.maxHeight = `${lane.height}px`;
      }
    },
    /** @param {import("./paint.js").Lane} lane @param {number} many */
    count(lane, many) {
      const text = many.toLocaleString("en-GB");
      if (counts[lane.index].textContent !== text) counts[lane.index].textContent = text;
    },
  };
}
