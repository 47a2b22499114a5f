/** One transformer: from a text to the states of its tokens in one layer. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInputError } from "../../../base/index.js";
import { cutAfter, onnxOutline } from "../onnx/hidden-state.js";
import { createOnnxSession, type OnnxSession } from "../onnx/onnx-session.js";
import { hashModel, MODEL_FILES, type ModelFolder } from "./model-folder.js";
import { loadTokenizer, readJsonObject, type TokenizedText } from "./transformer-tokenizer.js";

/** The states of a text's tokens and of the marks around them. */
export interface TextStates extends TokenizedText {
  /** Row by row, one row an id. */
  readonly states: Float32Array;
}

export interface TransformerModel {
  /** Name and hash of its files. */
  readonly id: string;
  readonly dimension: number;
  /** Most tokens of a text that it takes, its marks not counted. */
  readonly maxTokens: number;
  readonly markCount: number;
  statesOf(text: string, maxTokens: number): Promise<TextStates>;
}

/** The names that exporters give to the last layer's states. */
const LAST_STATES = ["last_hidden_state", "token_embeddings"];
const KNOWN_INPUTS: ReadonlySet<string> = new Set(["input_ids", "attention_mask", "token_type_ids"]);

/**
 * @param layer after which transformer layer states are taken, counted from 1; the last one where absent
 * @throws {BadInputError} where a file cannot be used, or the model has no such states
 */
export async function loadTransformer(model: ModelFolder, layer?: number): Promise<TransformerModel> {
  const tokenizer = await loadTokenizer(model);
  const maxTokens = tokenizer.maxLength - tokenizer.markCount;
  checkRoom(model, maxTokens);
  const weights = join(model.folder, MODEL_FILES.weights);
  const session = await loadStates(weights, layer);
  const run = async (text: TokenizedText): Promise<TextStates> => {
    // Texts run one by one: in a batch the runtime sums in another order, so that the last bits of a vector
    // would depend on its neighbours.
    const states = await asBadInput(weights, "does not run", () =>
      session.run(feedsOf(session, text.ids), 1),
    );
    return { ...text, states };
  };
  const probe = await run(tokenizer.tokenize("a", 1));
  const dimension = probe.states.length / probe.ids.length;
  checkDimension(model, dimension);
  return {
    id: `${model.name}@${(await hashModel(model)).slice(0, 8)}${layer === undefined ? "" : `-layer${layer}`}`,
    dimension,
    maxTokens,
    markCount: tokenizer.markCount,
    statesOf: (text, wanted) => run(tokenizer.tokenize(text, Math.min(wanted, maxTokens))),
  };
}

/** A model without room for a token would find all texts empty, and so alike. */
function checkRoom({ folder }: ModelFolder, maxTokens: number): void {
  if (maxTokens >= 1) return;
  const rule = `by its configuration the model takes no token beside the marks around a text (${maxTokens})`;
  const remedy = `get ${MODEL_FILES.config} and ${MODEL_FILES.tokenizerConfig} of the model anew`;
  throw new BadInputError([{ place: folder, rule, remedy }]);
}

/** @param what of the file is wrong, for a message in one line */
async function asBadInput<Value>(place: string, what: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof BadInputError || !(error instanceof Error)) throw error;
    const rule = `${what}: ${error.message.trim().split("\n", 1)[0]}`;
    throw new BadInputError([{ place, rule, remedy: "get the files of the model anew" }]);
  }
}

/** Guards against names of tensors that mean something else than they say. */
function checkDimension({ folder }: ModelFolder, dimension: number): void {
  const config = readJsonObject(join(folder, MODEL_FILES.config));
  const expected = config.hidden_size ?? config.dim ?? null;
  if (expected === null || expected === dimension) return;
  const rule = `its states have ${dimension} numbers a token, and ${MODEL_FILES.config} says ${expected}`;
  const remedy = "get a model with its own configuration, exported for the task feature-extraction";
  throw new BadInputError([{ place: join(folder, MODEL_FILES.weights), rule, remedy }]);
}

function feedsOf(session: OnnxSession, ids: readonly number[]): Record<string, BigInt64Array> {
  const feeds: Readonly<Record<string, () => BigInt64Array>> = {
    input_ids: () => BigInt64Array.from(ids, BigInt),
    attention_mask: () => new BigInt64Array(ids.length).fill(1n),
    token_type_ids: () => new BigInt64Array(ids.length),
  };
  return Object.fromEntries(session.inputs.map((name) => [name, feeds[name]!()]));
}

function loadStates(path: string, layer: number | undefined): Promise<OnnxSession> {
  return asBadInput(path, "cannot be loaded as an ONNX model", async () => {
    const bad = (rule: string, remedy: string): BadInputError =>
      new BadInputError([{ place: path, rule, remedy }]);
    const bytes = readFileSync(path);
    if (bytes.length === 0) throw bad("the file is empty", "get the files of the model anew");
    const outline = onnxOutline(bytes);
    const states =
      layer === undefined
        ? (LAST_STATES.find((name) => outline.outputs.includes(name)) ?? outline.layerOutputs.at(-1))
        : outline.layerOutputs[layer - 1];
    if (states === undefined) {
      const wanted = layer === undefined ? "its tokens" : `layer ${layer}`;
      throw bad(
        `gives no states of ${wanted} (its outputs: ${outline.outputs.join(", ")})`,
        "export the model anew, for the task feature-extraction and without optimizing its graph",
      );
    }
    const session = await createOnnxSession(outline.outputs[0] === states ? bytes : cutAfter(bytes, states));
    const unknown = session.inputs.filter((name) => !KNOWN_INPUTS.has(name));
    if (unknown.length > 0)
      throw bad(`wants inputs that a text has not: ${unknown.join(", ")}`, "choose an encoder model");
    return session;
  });
}
