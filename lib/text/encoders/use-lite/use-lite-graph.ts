/**
 * The computation of the Universal Sentence Encoder lite as an ONNX graph over its published weights.
 *
 * Two transformer layers (4 heads; 256 then 512 dimensions; layer norm before each part), the mean over the
 * tokens, one dense layer with tanh, scaled to length 1.
 * Source: Cer et al. 2018, arXiv 1803.11175, and the graph of the model's TensorFlow.js form.
 */
import type { OnnxAttribute, OnnxConstant, OnnxGraph, OnnxNode } from "../onnx/onnx-file.js";
import type { Weights } from "./use-lite-weights.js";

/** The model itself looks at no more tokens. */
export const USE_LITE_MAX_TOKENS = 128;
export const USE_LITE_DIMENSION = 512;
const EMBEDDING_DIMENSION = 256;
const HEAD_COUNT = 4;
const EPSILON = 1e-6;

/** From `tokens` (texts × tokens, int64, all texts equally long) to `vectors` (texts × 512). */
export function useLiteGraph(weights: Weights): OnnxGraph {
  const graph = new GraphBuilder();
  const layers = transformerLayers(graph, weights, embedded(graph, weights));
  const mean = graph.add("ReduceMean", [layers], { axes: [1], keepdims: 0 });
  const dense = graph.dense(mean, weights.get("hidden_layers/tanh_layer_0/weights"), [
    USE_LITE_DIMENSION,
    USE_LITE_DIMENSION,
  ]);
  const biased = graph.add("Add", [
    dense,
    graph.floats(weights.get("hidden_layers/tanh_layer_0/bias"), [USE_LITE_DIMENSION]),
  ]);
  const squashed = graph.add("Tanh", [biased]);
  graph.nodes.push({
    operator: "LpNormalization",
    inputs: [squashed],
    outputs: ["vectors"],
    attributes: { axis: -1, p: 2 },
  });
  return {
    nodes: graph.nodes,
    constants: graph.constants,
    inputs: [{ name: "tokens", type: "int64", shape: ["texts", "length"] }],
    outputs: [{ name: "vectors", type: "float", shape: ["texts", USE_LITE_DIMENSION] }],
  };
}

/** Twice the token's embedding plus the sinusoids of its position, as the model adds them. */
function embedded(graph: GraphBuilder, weights: Weights): string {
  const table = weights.get("module/Embeddings_en");
  const rows = graph.floats(table, [table.length / EMBEDDING_DIMENSION, EMBEDDING_DIMENSION]);
  const tokens = graph.add("Gather", [rows, "tokens"]);
  const length = graph.add("Slice", [graph.add("Shape", ["tokens"]), graph.wholes([1]), graph.wholes([2])]);
  const positions = graph.floats(sinusoids(weights), [USE_LITE_MAX_TOKENS, EMBEDDING_DIMENSION]);
  const signal = graph.add("Slice", [positions, graph.wholes([0]), length, graph.wholes([0])]);
  return graph.add("Add", [graph.add("Add", [tokens, tokens]), signal]);
}

function sinusoids(weights: Weights): Float32Array {
  const frequencies = weights.get("AddTimingSignal/TimingSignal/ExpandDims_1");
  const half = frequencies.length;
  return Float32Array.from({ length: USE_LITE_MAX_TOKENS * 2 * half }, (_, i) => {
    const angle = Math.fround(Math.floor(i / (2 * half)) * frequencies[i % half]!);
    return i % (2 * half) < half ? Math.sin(angle) : Math.cos(angle);
  });
}

function transformerLayers(graph: GraphBuilder, weights: Weights, input: string): string {
  let states = input;
  let width = EMBEDDING_DIMENSION;
  for (const layer of ["Layer_0/TransformerLayer", "Layer_1/TransformerLayer"]) {
    const get = (part: string): Float32Array => weights.get(`${layer}/${part}`);
    const norm = (of: string, part: string, size: number): string =>
      graph.add(
        "LayerNormalization",
        [
          of,
          graph.floats(get(`${part}layer_norm_scale`), [size]),
          graph.floats(get(`${part}layer_norm_bias`), [size]),
        ],
        { axis: -1, epsilon: { float: EPSILON } },
      );
    const dense = (of: string, part: string, bias: string, shape: readonly [number, number]): string =>
      graph.add("Add", [graph.dense(of, get(part), shape), graph.floats(get(bias), [shape[1]])]);
    const full = USE_LITE_DIMENSION;

    const queriesKeysValues = dense(
      norm(states, "layer_prepostprocess/layer_norm/", width),
      "MultiheadAttention/qkv_transform_single/kernel",
      "MultiheadAttention/qkv_transform_single/bias",
      [width, 3 * width],
    );
    const attended = dense(
      attention(graph, queriesKeysValues, width),
      "MultiheadAttention/output_transform_single/kernel",
      "MultiheadAttention/output_transform_single/bias",
      [width, full],
    );
    // The first layer's input is narrower than its output.
    const residual = width === full ? states : dense(states, "dense/kernel", "dense/bias", [width, full]);
    const middle = graph.add("Add", [attended, residual]);
    const hidden = dense(
      norm(middle, "FFN/layer_prepostprocess/layer_norm/", full),
      "FFN/conv1/Tensordot/Reshape_1",
      "FFN/conv1/bias",
      [full, 3 * full],
    );
    const out = dense(graph.add("Relu", [hidden]), "FFN/conv2/Tensordot/Reshape_1", "FFN/conv2/bias", [
      3 * full,
      full,
    ]);
    states = graph.add("Add", [out, middle]);
    width = full;
  }
  return states;
}

function attention(graph: GraphBuilder, queriesKeysValues: string, width: number): string {
  const parts = graph.addMany("Split", [queriesKeysValues], 3, { axis: -1 });
  const heads = parts.map((part) =>
    graph.add("Reshape", [part, graph.wholes([0, 0, HEAD_COUNT, width / HEAD_COUNT])]),
  );
  const query = graph.add("Transpose", [heads[0]!], { perm: [0, 2, 1, 3] });
  const keys = graph.add("Transpose", [heads[1]!], { perm: [0, 2, 3, 1] });
  const values = graph.add("Transpose", [heads[2]!], { perm: [0, 2, 1, 3] });
  const scale = graph.floats(Float32Array.of(1 / Math.sqrt(width / HEAD_COUNT)), []);
  const scores = graph.add("MatMul", [graph.add("Mul", [query, scale]), keys]);
  const mixed = graph.add("MatMul", [graph.add("Softmax", [scores], { axis: -1 }), values]);
  const together = graph.add("Transpose", [mixed], { perm: [0, 2, 1, 3] });
  return graph.add("Reshape", [together, graph.wholes([0, 0, width])]);
}

/** Collects nodes and constants under fresh names. */
class GraphBuilder {
  readonly nodes: OnnxNode[] = [];
  readonly constants: OnnxConstant[] = [];

  /** Adds a node; its output's name. */
  add(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, OnnxAttribute>> = {},
  ): string {
    return this.addMany(operator, inputs, 1, attributes)[0]!;
  }

  addMany(
    operator: string,
    inputs: readonly string[],
    outputCount: number,
    attributes: Readonly<Record<string, OnnxAttribute>>,
  ): string[] {
    const outputs = Array.from({ length: outputCount }, (_, i) => `n${this.nodes.length}.${i}`);
    this.nodes.push({ operator, inputs, outputs, attributes });
    return outputs;
  }

  dense(input: string, values: Float32Array, shape: readonly [number, number]): string {
    return this.add("MatMul", [input, this.floats(values, shape)]);
  }

  floats(values: Float32Array, shape: readonly number[]): string {
    return this.#constant(shape, values);
  }

  wholes(values: readonly number[]): string {
    return this.#constant([values.length], BigInt64Array.from(values, BigInt));
  }

  #constant(shape: readonly number[], values: Float32Array | BigInt64Array): string {
    const name = `c${this.constants.length}`;
    this.constants.push({ name, shape, values });
    return name;
  }
}
