// The page as a whole: the state, what follows from it, and who is told.

import { histogram } from "./bins.js";
import { makeControls, makeHelp, makeKey } from "./controls.js";
import { UNDATED } from "./days.js";
import { makeDetails } from "./details.js";
import { byId, plural } from "./dom.js";
import { factsText } from "./facts.js";
import { makeExports } from "./files.js";
import { listenToInputs } from "./inputs.js";
import { listenToKeys } from "./keys.js";
import { makeLanes } from "./lanes.js";
import { makeList, spanText } from "./list.js";
import { makeOverview } from "./overview.js";
import { parseQuery } from "./query.js";
import { makeSearch } from "./search.js";
import { Selection } from "./selection.js";
import { usualSpan } from "./span.js";
import { readHash, writeHash } from "./state.js";
import { bySources, makeStore, typesByCount } from "./store.js";
import { HUES, readTheme } from "./theme.js";

const SETTLE_MS = 140;

export class Page {
  /** @param {any} raw the first data block */
  constructor(raw) {
    this.store = makeStore(raw);
    this.state = readHash(location.hash);
    this.types = typesByCount(this.store);
    this.laneOf = this.store.strings.type.map((_, type) => this.types.indexOf(type));
    this.usual = usualSpan(this.store);
    this.search = makeSearch(this.store);
    this.best = bySources(this.store);
    /** @type {import("./details.js").Details | null} */
    this.details = null;
    /** @type {Uint8Array} */
    this.mask = new Uint8Array(this.store.count).fill(1);
    /** @type {number[] | null} the events of a band that was clicked, in the list instead of those in view */
    this.spanning = null;
    this.settling = 0;
    this.theme = readTheme();
    this.selection = new Selection(this);
    const { store, types, usual } = this;
    const whole = { from: Math.min(usual.from, store.first - 1), to: Math.max(usual.to, store.last + 2) };
    const onSelect = (/** @type {number} */ event) => this.selection.choose(event, true);
    this.list = makeList({ store, colourOf: (event) => this.colourOf(event), onSelect });
    this.controls = makeControls({ store, types, query: () => this.state.q, onQuery: (query) => this.ask(query) });
    this.lanes = makeLanes({
      ...{ root: byId("lanes"), axis: byId("axis"), store, types, ...whole, onSelect },
      onView: (from, to) => this.moved(from, to),
      onSpanning: (events) => this.showSpanning(events),
      onType: (type) => this.controls.toggle("type", store.strings.type[type]),
    });
    this.overview = makeOverview({
      ...{ root: byId("overview"), store, ...usual },
      onWindow: (from, to, animate) => this.lanes.setView(from, to, animate),
    });
    this.addTools();
    this.listen();
    byId("facts").textContent = factsText(store);
    this.repaint();
    this.lookAt(this.state);
    this.refreshList();
  }

  addTools() {
    makeExports({
      ...{ store: this.store, lanes: this.lanes, details: () => this.details, events: () => this.inView() },
      ...{ theme: () => this.theme, title: () => byId("facts").textContent },
    });
    makeHelp();
    makeKey();
  }

  listen() {
    listenToKeys({
      step: (by) => this.selection.step(by),
      zoom: (factor) => this.lanes.zoomBy(factor),
      whole: () => this.lanes.setView(this.usual.from, this.usual.to, true),
      escape: () => this.escape(),
    });
    listenToInputs({
      ...{ state: this.state, settleMs: SETTLE_MS, busy, ask: (query) => this.ask(query) },
      firstInList: () => this.list.focus(this.list.first()),
      sorted: () => this.settle(),
      switched: () => this.lanes.resize(),
    });
    for (const media of ["(prefers-color-scheme: dark)", "print"]) {
      matchMedia(media).addEventListener("change", () => this.repaint());
    }
    addEventListener("resize", () => this.repaint());
  }

  /** @param {number} event */
  colourOf(event) {
    return `var(--hue-${this.laneOf[this.store.type[event]] % HUES})`;
  }

  /** The view has moved; address and list follow when it rests. @param {number} from @param {number} to */
  moved(from, to) {
    this.overview.move(from, to);
    this.spanning = null;
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLE_MS);
    busy(true);
  }

  /** Writes the state into the address and the events in view into the list. */
  settle() {
    clearTimeout(this.settling);
    const { from, to } = this.lanes.view();
    const atFirst = Math.abs(from - this.usual.from) < 0.5 && Math.abs(to - this.usual.to) < 0.5;
    this.state.from = atFirst ? null : from;
    this.state.to = atFirst ? null : to - 1;
    history.replaceState(null, "", location.pathname + location.search + writeHash(this.state));
    this.refreshList();
    requestAnimationFrame(() => busy(false));
  }

  /** @param {string} query */
  ask(query) {
    this.state.q = query;
    byId("search").value = query;
    this.apply();
    this.settle();
  }

  /** Finds what the query asks for and shows only that. */
  apply() {
    const { terms, problems } = parseQuery(this.state.q);
    this.mask = this.search.run(terms);
    byId("problems").textContent = problems.join(" ");
    const counts = histogram(this.store, this.mask, this.laneOf, this.types.length);
    this.lanes.setEvents(this.mask, this.laneOf, counts);
    const colours = this.types.map((_, lane) => this.theme.hues[lane % HUES]);
    this.overview.paint(counts, colours, this.theme.line);
    this.overview.name(this.mask);
    this.controls.update();
  }

  repaint() {
    this.theme = readTheme();
    this.lanes.setTheme(this.theme);
    this.apply();
  }

  /** @param {{from: number | null, to: number | null}} days the usual ones where null */
  lookAt({ from, to }) {
    this.lanes.setView(from ?? this.usual.from, to === null ? this.usual.to : to + 1, false);
  }

  /** @returns {number[]} in the order of the list; undated events belong to the whole time */
  inView() {
    if (this.spanning) return this.spanning;
    const { store, mask } = this;
    const { from, to } = this.lanes.view();
    const everything = from <= this.usual.from + 0.5 && to >= this.usual.to - 0.5;
    const order = this.state.sort === "day" ? [...store.title.keys()] : this.best;
    const seen = (/** @type {number} */ i) => store.low[i] < to && store.high[i] + 1 > from;
    return order.filter((i) => mask[i] && (store.at[i] === UNDATED ? everything : seen(i)));
  }

  refreshList() {
    const { from, to } = this.lanes.view();
    const found = this.inView();
    const words = parseQuery(this.state.q).terms.filter((term) => term.op === "word" && !term.negated);
    const many = plural(found.length, "event");
    const heading = this.spanning ? `${many} wider than this view` : `${many} in view`;
    this.list.show(found, heading, spanText(from, to), words.map((term) => term.value));
    this.list.mark(this.selection.event);
    this.lanes.canvas.setAttribute("aria-label", `Timeline of ${many}, ${spanText(from, to)}`);
  }

  /** @param {number[]} events that are wider than the view */
  showSpanning(events) {
    this.spanning = events;
    this.selection.leave(false);
  }

  /** Steps back: from an event, from a band's events, from a search. */
  escape() {
    if (this.selection.isOpen()) this.selection.leave(true);
    else if (this.spanning) {
      this.spanning = null;
      this.settle();
    } else if (this.state.q) this.ask("");
  }

  /** @param {any} block the second data block */
  addEvidence(block) {
    this.details = makeDetails(block);
    this.search.addDetails(this.details);
    if (this.state.q) {
      this.apply();
      this.refreshList();
    }
    this.selection.open(this.state.event);
  }

  /** Goes where the address leads. */
  follow() {
    Object.assign(this.state, readHash(location.hash));
    const { q, from, to, event } = this.state;
    this.ask(q);
    this.lookAt({ from, to });
    if (event === null) this.selection.leave(false);
    else this.selection.open(event);
  }
}

/** Tells whether something is still to be drawn or written. @param {boolean} whether */
function busy(whether) {
  document.documentElement.dataset.busy = whether ? "yes" : "no";
}
