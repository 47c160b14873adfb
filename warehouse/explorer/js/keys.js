// The keyboard: arrows, plus and minus, slash, Escape.

import { byId } from "./dom.js";

/** @param {{step: (by: number) => void, zoom: (factor: number) => void, whole: () => void, escape: () => void}} actions */
export function listenToKeys({ step, zoom, whole, escape }) {
  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    "+": () => zoom(1.8),
    "=": () => zoom(1.8),
    "-": () => zoom(1 / 1.8),
    0: whole,
    "/": () => byId("search").focus(),
    "?": () => byId("help").showModal(),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.key === "Escape") {
      const open = document.querySelector("details[open]");
      if (open) {
        open.removeAttribute("open");
        /** @type {HTMLElement | null} */ (open.querySelector("summary"))?.focus();
      } else if (target.id === "search" && !byId("search").value) target.blur();
      else escape();
      event.preventDefault();
      return;
    }
    if (target.closest("input, select, textarea")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  addEventListener("click", (event) => {
    for (const open of document.querySelectorAll("details.menu[open]")) {
      if (!open.contains(/** @type {Node} */ (event.target))) open.removeAttribute("open");
    }
  });
}
