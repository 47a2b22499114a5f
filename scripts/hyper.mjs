#!/usr/bin/env node
// The `hyper` command. Where it has been built since its sources were last changed, it starts from `dist/`; else tsx
// loads the TypeScript sources, which takes twice as long to start.
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const changedMs = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function isBuilt() {
  const builtMs = changedMs(at("dist/built"));
  const isOld = (name) => !name.endsWith(".ts") || changedMs(at(name)) <= builtMs;
  const sourcesOf = (folder) =>
    readdirSync(at(folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`);
  return builtMs > 0 && [...sourcesOf("lib"), ...sourcesOf("scripts/hyper"), "scripts/hyper.ts"].every(isOld);
}

if (isBuilt()) {
  await import("../dist/scripts/hyper.js");
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./hyper.ts");
}
