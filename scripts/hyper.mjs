#!/usr/bin/env node
// The `hyper` command. The sources are TypeScript; tsx loads them, in a checkout and in an installed package alike.
import { register } from "tsx/esm/api";

register();
await import("./hyper.ts");
