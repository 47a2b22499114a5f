/**
 * `npm run bench [-- GROUP …]`: speeds of the parts that take time, on simulated data of stated size. Each line names
 * its unit; nothing here is ever part of a test.
 */
import { availableParallelism } from "node:os";
import { benchAnnotation } from "./bench/annotation.js";
import { benchFeatures } from "./bench/bench-matrix.js";
import { benchEngine } from "./bench/engine.js";
import { benchMethod } from "./bench/method.js";
import { benchTags } from "./bench/tags.js";

const GROUPS: Readonly<Record<string, () => Promise<void>>> = {
  engine: benchEngine,
  method: benchMethod,
  tags: async () => benchTags(await benchFeatures()),
  annotation: benchAnnotation,
};

process.env.HYPER_QUIET = "1";
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  process.stderr.write(`no group ${unknown.join(", ")}; take some of ${Object.keys(GROUPS).join(", ")}\n`);
  process.exit(2);
}
process.stdout.write(`Node ${process.versions.node}, ${availableParallelism()} cores; simulated data\n`);
for (const [name, bench] of Object.entries(GROUPS)) {
  if (asked.length === 0 || asked.includes(name)) await bench();
}
