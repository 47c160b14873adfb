// Starts the page: the events first, what is told of them after the first paint.

import { readBlock } from "./decode.js";
import { byId } from "./dom.js";
import { Page } from "./page.js";

async function main() {
  const page = new Page(await readBlock("data-events"));
  tell("events");
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  page.addEvidence(await readBlock("data-evidence"));
  addEventListener("hashchange", () => page.follow());
  tell("evidence");
}

/** What is ready, for whoever waits for it. @param {string} part */
function tell(part) {
  performance.mark(part === "events" ? "daybook-ready" : "daybook-evidence");
  document.documentElement.dataset.ready = part;
}

main().catch((error) => {
  byId("facts").textContent = `The timeline could not be read: ${error}`;
  throw error;
});
