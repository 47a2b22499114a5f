/** Where tslab's command lies: the one that this package's own `display.ts` speaks to. */
import { createRequire } from "node:module";

/** Path of the script that Node runs as `tslab`. */
export function tslabMain(): string {
  return createRequire(import.meta.url).resolve("tslab/bin/tslab");
}
