/** What the manifest beside a features file says. */
import { createManifest, type JsonObject, type Manifest } from "../../base/index.js";
import type { Bins } from "../counting/bins.js";
import { binsToJson } from "../counting/bins-json.js";
import { entitiesId } from "../entities/index.js";
import { MEASURES_ID } from "../measures/index.js";
import type { Provenance } from "./provenance.js";

/** The part of the settings that says how features were made. */
export function methodSettings({ definitions, encoder, analyzer }: Provenance): JsonObject {
  return { definitions, encoder, analyzer, entities: entitiesId(), measures: MEASURES_ID };
}

/** What a pair's measures depend on, beside its texts. */
export function measuresVersion({ definitions, encoder }: Provenance): JsonObject {
  return { definitions, encoder, entities: entitiesId(), measures: MEASURES_ID };
}

/**
 * The manifest of a features file.
 * @param methods as of {@link methodSettings}
 * @param more what else is to be said
 * @param inputs hash by name, of inputs that have been hashed already
 */
export async function featuresManifest(
  methods: JsonObject,
  more: {
    readonly rows: number;
    readonly bins?: Bins;
    readonly shards?: number;
    readonly shard?: JsonObject;
  },
  inputs: Manifest["inputs"],
): Promise<Manifest> {
  const { bins, ...rest } = more;
  const settings = { ...methods, ...rest, ...(bins === undefined ? {} : { bins: binsToJson(bins) }) };
  return {
    ...(await createManifest({ command: "hyper tags", settings: settings as JsonObject, inputs: [] })),
    inputs,
  };
}
