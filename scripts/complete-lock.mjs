/**
 * Completes package-lock.json with optional platform packages.
 * npm leaves those out that its registry does not offer at the time, and `npm ci` on another machine then
 * refuses the lock file. Run after each change of the lock file: `node scripts/complete-lock.mjs [FOLDER]`.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const SYSTEMS = "aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32";
const PROCESSORS = "arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64|wasm32";
const PLATFORM = new RegExp(
  `(?:^|[-/])(${SYSTEMS})-(${PROCESSORS})(?:-(gnu|musl|msvc|gnueabihf|musleabihf|eabi))?$`,
);
const LIBC = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };
const EXACT_VERSION = /^\d+\.\d+\.\d+(?:[-+][\w.-]+)?$/;

/** What a package at `path` finds under `name`: in its own node_modules or in the nearest above it. */
function find(packages, path, name) {
  for (
    let folder = path;
    folder !== "";
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))
  ) {
    const found = packages[`${folder}/node_modules/${name}`];
    if (found) return found;
  }
  return packages[`node_modules/${name}`];
}

/** The lock entry of a platform package: what npm itself writes, as far as the name tells. */
function entryFor(name, version, parent) {
  const [, system, processor, library] = PLATFORM.exec(name) ?? [];
  return {
    version,
    ...(processor && { cpu: [processor] }),
    ...(parent.dev && { dev: true }),
    ...(system === "linux" && LIBC[library] && { libc: [LIBC[library]] }),
    optional: true,
    ...(system && { os: [system] }),
  };
}

const file = join(process.argv[2] ?? ".", "package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const packages = { ...lock.packages };
const unknown = [];
let addedCount = 0;
for (const [path, parent] of Object.entries(lock.packages)) {
  if (path === "") continue;
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const found = find(packages, path, name);
    if (found && (found.version === version || !EXACT_VERSION.test(version))) continue;
    if (!EXACT_VERSION.test(version)) unknown.push(`${name}@${version} (optional for ${path})`);
    else {
      // Beside the others where the place is free, else inside the package that wants this version.
      const place = found ? `${path}/node_modules/${name}` : `node_modules/${name}`;
      packages[place] = entryFor(name, version, parent);
      addedCount++;
    }
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, "en")));
writeFileSync(`${file}.tmp`, `${JSON.stringify(lock, null, 2)}\n`);
renameSync(`${file}.tmp`, file);
console.log(`${file}: added ${addedCount} optional platform packages`);
if (unknown.length > 0) {
  console.error(`cannot know the versions of:\n  ${unknown.join("\n  ")}`);
  process.exitCode = 1;
}
