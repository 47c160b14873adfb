// Wires the page: the state, what follows from it, and who is told.

import { histogram } from "./bins.js";
import { makeControls, makeHelp, makeKey } from "./controls.js";
import { makeDetails } from "./details.js";
import { readBlock } from "./decode.js";
import { UNDATED } from "./days.js";
import { byId, plural } from "./dom.js";
import { factsText, lastBefore } from "./facts.js";
import { makeExports } from "./files.js";
import { listenToInputs } from "./inputs.js";
import { listenToKeys } from "./keys.js";
import { makeLanes } from "./lanes.js";
import { makeList, spanText } from "./list.js";
import { makeOverview } from "./overview.js";
import { parseQuery } from "./query.js";
import { usualSpan } from "./span.js";
import { makeSearch } from "./search.js";
import { readHash, writeHash } from "./state.js";
import { makeStore, typesByCount } from "./store.js";
import { story } from "./story.js";
import { readTheme } from "./theme.js";

const SETTLE_MS = 140;

/** @param {any} raw the first data block */
function start(raw) {
  const store = makeStore(raw);
  const types = typesByCount(store);
  const laneOf = store.strings.type.map((_, type) => types.indexOf(type));
  const usual = usualSpan(store);
  const whole = { from: Math.min(usual.from, store.first - 1), to: Math.max(usual.to, store.last + 2) };
  const search = makeSearch(store);
  const state = readHash(location.hash);
  const order = [...store.title.keys()].sort((a, b) => store.sources[b] - store.sources[a] || store.confidence[b] - store.confidence[a] || a - b);
  /** @type {import("./details.js").Details | null} */
  let details = null;
  let theme = readTheme();
  /** @type {Uint8Array} */
  let mask = new Uint8Array(store.count).fill(1);
  let selected = -1;
  let settling = 0;
  /** @type {number[] | null} */
  let spanning = null;

  const colourOf = (/** @type {number} */ event) => `var(--hue-${laneOf[store.type[event]] % 12})`;
  const list = makeList({ store, colourOf, onSelect: (event) => choose(event, true) });
  const controls = makeControls({ store, types, query: () => state.q, onQuery: ask });
  const lanes = makeLanes({
    ...{ root: byId("lanes"), axis: byId("axis"), store, types, ...whole },
    onView: moved,
    onSelect: (event) => choose(event, true),
    onSpanning(events) {
      spanning = events;
      leave();
      refreshList();
    },
    onType: (type) => controls.toggle("type", store.strings.type[type]),
  });
  const overview = makeOverview({
    ...{ root: byId("overview"), store, ...usual },
    onWindow: (from, to, animate) => lanes.setView(from, to, animate),
  });

  /** @param {number} from @param {number} to */
  function moved(from, to) {
    overview.move(from, to);
    spanning = null;
    clearTimeout(settling);
    settling = setTimeout(settle, SETTLE_MS);
    busy(true);
  }

  /** Writes the state into the address and the events in view into the list. */
  function settle() {
    clearTimeout(settling);
    const { from, to } = lanes.view();
    const atFirst = Math.abs(from - usual.from) < 0.5 && Math.abs(to - usual.to) < 0.5;
    state.from = atFirst ? null : from;
    state.to = atFirst ? null : to - 1;
    history.replaceState(null, "", location.pathname + location.search + writeHash(state));
    refreshList();
    requestAnimationFrame(() => busy(false));
  }

  /** @param {string} query */
  function ask(query) {
    state.q = query;
    byId("search").value = query;
    apply();
    settle();
  }

  function apply() {
    const { terms, problems } = parseQuery(state.q);
    mask = search.run(terms);
    byId("problems").textContent = problems.join(" ");
    const counts = histogram(store, mask, laneOf, types.length);
    lanes.setEvents(mask, laneOf, counts);
    overview.paint(counts, theme.hues.length ? types.map((_, lane) => theme.hues[lane % 12]) : [], theme.line);
    overview.name(mask);
    const { from, to } = lanes.view();
    overview.move(from, to);
    controls.update();
  }

  /** @returns {number[]} in the order of the list */
  function inView() {
    if (spanning) return spanning;
    const { from, to } = lanes.view();
    const everything = from <= usual.from + 0.5 && to >= usual.to - 0.5;
    const found = (state.sort === "day" ? [...store.title.keys()] : order).filter((i) => mask[i]);
    return found.filter((i) => (store.at[i] === UNDATED ? everything : store.low[i] < to && store.high[i] + 1 > from));
  }

  function refreshList() {
    const { from, to } = lanes.view();
    const found = inView();
    const words = parseQuery(state.q).terms.filter((term) => term.op === "word" && !term.negated);
    const heading = spanning ? `${plural(found.length, "event")} wider than this view` : `${plural(found.length, "event")} in view`;
    list.show(found, heading, spanText(from, to), words.map((term) => term.value));
    list.mark(selected);
    lanes.canvas.setAttribute("aria-label", `Timeline of ${plural(found.length, "event")}, ${spanText(from, to)}`);
  }

  /** @param {number} event @param {boolean} focus */
  function choose(event, focus) {
    selected = event;
    lanes.select(event);
    list.mark(event);
    if (!details) return;
    state.event = details.ids[event];
    show(event, focus);
    const { from, to } = lanes.view();
    const at = store.at[event];
    if (at !== UNDATED && (store.high[event] + 1 < from || store.low[event] > to)) {
      lanes.setView(at - (to - from) / 2, at + (to - from) / 2, true);
    }
    settle();
  }

  /** @param {number} event @param {boolean} focus */
  function show(event, focus) {
    if (!details) return;
    const view = byId("event-view");
    view.className = "story";
    const onBack = () => leave(true);
    view.replaceChildren(
      ...story({ store, details, event, colour: colourOf(event), onBack, onSelect: (other) => choose(other, true), onStep: step }),
    );
    view.hidden = false;
    byId("list-view").hidden = true;
    byId("panel").scrollTop = 0;
    if (focus) view.querySelector("h2").focus();
  }

  /** Back to the list. @param {boolean} [focus] */
  function leave(focus) {
    const last = selected;
    selected = -1;
    state.event = null;
    lanes.select(-1);
    byId("event-view").hidden = true;
    byId("list-view").hidden = false;
    settle();
    if (focus && !list.focus(last)) byId("panel").focus();
  }

  /** To the next event in time that the query asks for. @param {number} by 1 or -1 */
  function step(by) {
    const { from, to } = lanes.view();
    let next = selected;
    if (next < 0) next = by > 0 ? store.at.findIndex((day) => day >= from) - 1 : lastBefore(store.at, to) + 1;
    do next += by;
    while (next >= 0 && next < store.count && !mask[next]);
    if (next >= 0 && next < store.count) choose(next, true);
  }

  makeExports({ store, details: () => details, events: inView, lanes, theme: () => theme, title: () => byId("facts").textContent });
  makeHelp();
  makeKey();
  listenToKeys({
    step,
    zoom: lanes.zoomBy,
    whole: () => lanes.setView(usual.from, usual.to, true),
    escape() {
      if (!byId("event-view").hidden) leave(true);
      else if (spanning) settle();
      else if (state.q) ask("");
    },
  });
  listenToInputs({
    state,
    ask,
    busy,
    firstInList: () => list.focus(list.first()),
    sorted: settle,
    switched: lanes.resize,
    settleMs: SETTLE_MS,
  });
  const repaint = () => {
    theme = readTheme();
    lanes.setTheme(theme);
    apply();
  };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  addEventListener("resize", repaint);

  byId("facts").textContent = factsText(store);
  lanes.setTheme(theme);
  apply();
  lanes.setView(state.from ?? usual.from, state.to === null ? usual.to : state.to + 1, false);
  refreshList();
  return {
    /** @param {any} block the second data block */
    addEvidence(block) {
      details = makeDetails(block);
      search.addDetails(details);
      if (state.q) apply();
      const wanted = state.event === null ? undefined : details.position.get(state.event);
      if (wanted !== undefined) choose(wanted, false);
      else if (selected >= 0) choose(selected, true);
      else if (state.q) refreshList();
    },
    /** Goes where the address leads. */
    follow() {
      const next = readHash(location.hash);
      Object.assign(state, next);
      ask(next.q);
      lanes.setView(next.from ?? usual.from, next.to === null ? usual.to : next.to + 1, false);
      const wanted = next.event === null ? undefined : details?.position.get(next.event);
      if (wanted !== undefined) choose(wanted, false);
      else if (selected >= 0) leave();
    },
  };
}

/** Tells whether something is still to be drawn or written. @param {boolean} whether */
function busy(whether) {
  document.documentElement.dataset.busy = whether ? "yes" : "no";
}

const app = readBlock("data-events").then((raw) => {
  const started = start(raw);
  performance.mark("daybook-ready");
  document.documentElement.dataset.ready = "events";
  return started;
});
app
  .then(async (started) => {
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    started.addEvidence(await readBlock("data-evidence"));
    addEventListener("hashchange", started.follow);
    performance.mark("daybook-evidence");
    document.documentElement.dataset.ready = "evidence";
  })
  .catch((error) => {
    byId("facts").textContent = `The timeline could not be read: ${error}`;
    throw error;
  });
