/**
 * Takes the states of one transformer layer out of an ONNX model. Published models often give only their last
 * output (for a masked language model a score for each word of the vocabulary), while BERTScore is tuned on an
 * inner layer. The graph up to that layer is kept, and what follows is dropped, which also saves its time.
 */
import { fieldsOf, messageField, textField, wholeField } from "./protobuf.js";

// Numbers of fields in ONNX messages.
const MODEL_GRAPH = 7;
const GRAPH_NODE = 1;
const GRAPH_OUTPUT = 12;
/** Types of inner tensors; optional, and some name what is dropped. */
const GRAPH_VALUE_INFO = 13;
const VALUE_NAME = 1;
const NODE_OUTPUT = 2;
const FLOAT = 1;

/** Exporters name each tensor for the module that makes it, such as `/encoder/layer.4/output/LayerNorm/Add_1_output_0`. */
const IN_LAYER = /(?:^|[./])layers?\.(\d+)[./]/;

/** What an ONNX model gives. */
export interface OnnxOutline {
  readonly outputs: readonly string[];
  /** The tensor that leaves each transformer layer, the first layer first; empty where the names do not tell. */
  readonly layerOutputs: readonly string[];
}

/** @throws {RangeError} where the bytes are not a protocol buffer */
export function onnxOutline(model: Uint8Array): OnnxOutline {
  const outputs: string[] = [];
  const layerOutputs: string[] = [];
  for (const field of graphFields(model)) {
    if (field.number === GRAPH_OUTPUT) outputs.push(...textsOf(field.content, VALUE_NAME));
    if (field.number !== GRAPH_NODE) continue;
    for (const name of textsOf(field.content, NODE_OUTPUT)) {
      const layer = IN_LAYER.exec(name)?.[1];
      // Nodes lie in the order of computation: the last one named for a layer makes the layer's output.
      if (layer !== undefined) layerOutputs[Number(layer)] = name;
    }
  }
  const isWhole = Array.from(layerOutputs).every((name) => name !== undefined);
  return { outputs, layerOutputs: isWhole ? layerOutputs : [] };
}

/** The same model up to the tensor `output`, a float tensor that becomes its only output. */
export function cutAfter(model: Uint8Array, output: string): Uint8Array {
  let isFound = false;
  const kept: Uint8Array[] = [];
  for (const { number, whole, content } of graphFields(model)) {
    const isDropped = number === GRAPH_OUTPUT || number === GRAPH_VALUE_INFO;
    if (!isDropped && !(number === GRAPH_NODE && isFound)) kept.push(whole);
    if (number === GRAPH_NODE) isFound ||= textsOf(content, NODE_OUTPUT).includes(output);
  }
  const type = messageField(2, [messageField(1, [wholeField(1, FLOAT)])]);
  kept.push(messageField(GRAPH_OUTPUT, [textField(VALUE_NAME, output), type]));
  const rest = [...fieldsOf(model)].filter(({ number }) => number !== MODEL_GRAPH);
  return Buffer.concat([...rest.map(({ whole }) => whole), messageField(MODEL_GRAPH, kept)]);
}

function* graphFields(
  model: Uint8Array,
): Generator<{ number: number; whole: Uint8Array; content: Uint8Array }> {
  for (const { number, content } of fieldsOf(model)) if (number === MODEL_GRAPH) yield* fieldsOf(content);
}

function textsOf(message: Uint8Array, number: number): string[] {
  return [...fieldsOf(message)]
    .filter((field) => field.number === number)
    .map(({ content }) => Buffer.from(content).toString("utf8"));
}
