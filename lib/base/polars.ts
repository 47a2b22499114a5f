/** polars, loaded when first needed: its library takes a tenth of a second to load. */
import { createRequire } from "node:module";
import type pl from "nodejs-polars";
import { lazy } from "./lazy.js";

export const loadPolars = lazy((): typeof pl => createRequire(import.meta.url)("nodejs-polars") as typeof pl);
