// The search box, the way past the timeline, the order of the list and, on a phone, the switch between list and timeline.

import { byId } from "./dom.js";

/**
 * @param {{state: import("./state.js").State, ask: (query: string) => void, busy: (whether: boolean) => void,
 *   firstInList: () => void, sorted: () => void, switched: () => void, settleMs: number}} options
 */
export function listenToInputs({ state, ask, busy, firstInList, sorted, switched, settleMs }) {
  const search = byId("search");
  let typing = 0;
  search.value = state.q;
  search.addEventListener("input", () => {
    clearTimeout(typing);
    busy(true);
    typing = setTimeout(() => ask(search.value), settleMs);
  });
  search.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter") return;
    clearTimeout(typing);
    ask(search.value);
    firstInList();
  });

  /** @type {HTMLElement} */ (document.querySelector(".skip")).addEventListener("click", (event) => {
    event.preventDefault();
    byId("panel").focus();
  });

  const sort = byId("sort");
  sort.value = state.sort;
  sort.addEventListener("change", () => {
    state.sort = sort.value;
    sorted();
  });

  const switches = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("#switch button")]);
  for (const button of switches) {
    button.addEventListener("click", () => {
      document.body.dataset.view = button.dataset.view;
      for (const other of switches) other.setAttribute("aria-pressed", String(other === button));
      switched();
    });
  }
}
