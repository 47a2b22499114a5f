/** A shard's file, as its manifest describes it. */
import { existsSync } from "node:fs";
import { z } from "zod";
import { type JsonObject, type Manifest, manifestPath, type Problem, readText } from "../../base/index.js";
import type { Shard } from "./blocks.js";
import { partialPaths } from "./partial-file.js";

export interface ShardFile extends Shard {
  readonly path: string;
  /** What shards of one input, made in one way, have in common. */
  readonly corpus: string;
  /** Of the file. */
  readonly sha256: string;
  readonly rowCount: number;
  /** How features were made, as in the manifest. */
  readonly methods: JsonObject;
  readonly inputs: Manifest["inputs"];
}

const MANIFEST = z.object({
  inputs: z.record(z.string(), z.string()),
  settings: z.looseObject({
    rows: z.int().min(0),
    shard: z.object({
      index: z.int().min(1),
      count: z.int().min(1),
      corpus: z.string(),
      sha256: z.string(),
    }),
  }),
});

/** The shard at a path, or what is wrong with it. */
export function readShard(path: string): {
  readonly shard: ShardFile | null;
  readonly problems: readonly Problem[];
} {
  const problem = (rule: string, remedy: string) => ({
    shard: null,
    problems: [{ place: path, rule, remedy }],
  });
  if (existsSync(partialPaths(path).journal))
    return problem("this shard is not finished", "run its command again, or wait until it has ended");
  if (!existsSync(path))
    return problem("the file does not exist", "make it with `hyper tags --shard`, or check the path");
  if (!existsSync(manifestPath(path)))
    return problem("it has no manifest beside it", "keep each shard and its .manifest.json in one folder");
  const { data } = MANIFEST.safeParse(parseJson(readText(manifestPath(path))));
  if (data === undefined)
    return problem("its manifest is not that of a shard", "make it with `hyper tags --shard`");
  const { rows, shard, ...methods } = data.settings;
  return {
    shard: { path, ...shard, rowCount: rows, methods: methods as JsonObject, inputs: data.inputs },
    problems: [],
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
