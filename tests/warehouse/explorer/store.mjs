// A small store for tests, from a few lines.

import { makeStore } from "../../../warehouse/explorer/js/store.js";
import { parseDays } from "../../../warehouse/explorer/js/days.js";

const TYPES = ["motion", "letter"];
const MODALITIES = ["asserted", "planned", "possible", "negated"];

/**
 * Events as [type, title, from, to, more]; days as text, null for an open side; they come in the order of their day.
 */
export function storeOf(events) {
  const topics = [];
  const names = [];
  const raw = {
    ...{ at: [], before: [], after: [], type: [], grain: [], modality: [], outcome: [], topic: [], title: [] },
    ...{ sources: [], confidence: [], flags: [], parts: [], role: [], name: [], kinds: [] },
  };
  const numbered = (list, value) => (list.includes(value) ? list.indexOf(value) : list.push(value) - 1);
  let before = 0;
  for (const [type, title, from, to, more = {}] of events) {
    const lo = from && parseDays(from)[0];
    const hi = to && parseDays(to)[1];
    if (from || to) {
      const at = from && to ? lo + Math.floor((hi - lo) / 2) : from ? lo : hi;
      raw.at.push(at - before);
      raw.before.push(from ? at - lo : -1);
      raw.after.push(to ? hi - at : -1);
      before = at;
    }
    raw.type.push(TYPES.indexOf(type));
    raw.title.push(title);
    raw.topic.push(numbered(topics, more.topic ?? title));
    raw.modality.push(MODALITIES.indexOf(more.modality ?? "asserted"));
    raw.outcome.push(-1);
    raw.grain.push(-1);
    raw.sources.push(more.sources ?? 1);
    raw.confidence.push(80);
    raw.flags.push(more.flags ?? 0);
    const people = Object.entries(more.people ?? {});
    raw.parts.push(people.length);
    for (const [name, role] of people) {
      raw.role.push(["body", "actor"].indexOf(role));
      raw.name.push(numbered(names, name));
    }
  }
  raw.names = names;
  raw.kinds = names.map((name) => (name.includes("Board") ? "organisation" : "person"));
  raw.families = ["decision", "publication"];
  raw.strings = { type: TYPES, topic: topics, modality: MODALITIES, outcome: ["passed"], role: ["body", "actor"], grain: [] };
  raw.facts = { mentions: 0, documents: 0, outlets: 0 };
  raw.pages = null;
  return makeStore(raw);
}
