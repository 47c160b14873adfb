// Puts the vendored D3 on the global, as the page does; imported before the modules under test.

import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const vendor = new URL("../../../warehouse/explorer/vendor/", import.meta.url);
for (const [, name] of readFileSync(new URL("modules.toml", vendor), "utf8").matchAll(/^name = "(.+)"$/gm)) {
  runInThisContext(readFileSync(new URL(`${name}.min.js`, vendor), "utf8"), { filename: `${name}.min.js` });
}
