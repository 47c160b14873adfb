// The chosen event: its mark, its place in the list and its evidence.

import { UNDATED } from "./days.js";
import { byId } from "./dom.js";
import { lastBefore } from "./facts.js";
import { story } from "./story.js";

export class Selection {
  /** @param {import("./page.js").Page} page */
  constructor(page) {
    this.page = page;
    this.event = -1;
  }

  isOpen() {
    return !byId("event-view").hidden;
  }

  /** Shows an event as soon as its evidence is there. @param {number} event @param {boolean} focus */
  choose(event, focus) {
    const { page } = this;
    this.event = event;
    page.lanes.select(event);
    page.list.mark(event);
    if (!page.details) return;
    page.state.event = page.details.ids[event];
    this.show(event, focus);
    this.bringIntoView(event);
    page.settle();
  }

  /** @param {string | null} id of an event, or one that it had before a merge */
  open(id) {
    const wanted = id === null ? undefined : this.page.details?.position.get(id);
    if (wanted !== undefined) this.choose(wanted, false);
    else if (this.event >= 0) this.choose(this.event, true);
  }

  /** Back to the list. @param {boolean} focus */
  leave(focus) {
    const { page } = this;
    const last = this.event;
    this.event = -1;
    page.state.event = null;
    page.lanes.select(-1);
    byId("event-view").hidden = true;
    byId("list-view").hidden = false;
    page.settle();
    if (focus && !page.list.focus(last)) byId("panel").focus();
  }

  /** To the next event in time that the query asks for. @param {number} by 1 or -1 */
  step(by) {
    const { store, mask, lanes } = this.page;
    const { from, to } = lanes.view();
    let next = this.event;
    if (next < 0) next = by > 0 ? store.at.findIndex((day) => day >= from) - 1 : lastBefore(store.at, to) + 1;
    do next += by;
    while (next >= 0 && next < store.count && !mask[next]);
    if (next >= 0 && next < store.count) this.choose(next, true);
  }

  /** @param {number} event @param {boolean} focus */
  show(event, focus) {
    const { store, details } = this.page;
    if (!details) return;
    const view = byId("event-view");
    view.className = "story";
    const parts = story({
      ...{ store, details, event, colour: this.page.colourOf(event), onBack: () => this.leave(true) },
      onSelect: (other) => this.choose(other, true),
      onStep: (by) => this.step(by),
    });
    view.replaceChildren(...parts);
    view.hidden = false;
    byId("list-view").hidden = true;
    byId("panel").scrollTop = 0;
    if (focus) view.querySelector("h2").focus();
  }

  /** @param {number} event */
  bringIntoView(event) {
    const { store, lanes } = this.page;
    const { from, to } = lanes.view();
    const at = store.at[event];
    if (at === UNDATED || (store.high[event] + 1 >= from && store.low[event] <= to)) return;
    lanes.setView(at - (to - from) / 2, at + (to - from) / 2, true);
  }
}
