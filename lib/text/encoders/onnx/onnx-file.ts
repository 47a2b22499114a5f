/**
 * Writes a computation as an ONNX model, in memory. ONNX is a protocol buffer; the few messages that a graph
 * of float tensors needs are written here.
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto for the numbers of the fields
 */

import { bytesField, floatField, messageField, textField, wholeField } from "./protobuf.js";

/** Version of the operators' definitions, which every ONNX runtime since 2022 knows. */
const OPERATOR_SET = 17;
const IR_VERSION = 8;
const FLOAT = 1;
const INT64 = 7;

/** An attribute of an operator: a whole number, a fraction (marked, since 1 may be one), or whole numbers. */
export type OnnxAttribute = number | { readonly float: number } | readonly number[];

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, OnnxAttribute>>;
}

/** A tensor that is a part of the model; whole numbers are 64 bits wide. */
export interface OnnxConstant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** A tensor that goes in or comes out: dimensions by size, or by name where they vary. */
export interface OnnxValue {
  readonly name: string;
  readonly type: "float" | "int64";
  readonly shape: readonly (number | string)[];
}

export interface OnnxGraph {
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

/** The bytes of the model file. */
export function onnxFile({ nodes, constants, inputs, outputs }: OnnxGraph): Uint8Array {
  const graph = [
    ...nodes.map((node) => messageField(1, nodeFields(node))),
    textField(2, "graph"),
    ...constants.map((constant) => messageField(5, constantFields(constant))),
    ...inputs.map((value) => messageField(11, valueFields(value))),
    ...outputs.map((value) => messageField(12, valueFields(value))),
  ];
  return Buffer.concat([
    wholeField(1, IR_VERSION),
    messageField(7, graph),
    messageField(8, [wholeField(2, OPERATOR_SET)]),
  ]);
}

function nodeFields({ operator, inputs, outputs, attributes = {} }: OnnxNode): Uint8Array[] {
  return [
    ...inputs.map((name) => textField(1, name)),
    ...outputs.map((name) => textField(2, name)),
    textField(4, operator),
    ...Object.entries(attributes).map(([name, value]) =>
      messageField(5, [textField(1, name), ...attributeFields(value)]),
    ),
  ];
}

/** The value and the number that says of which type it is. */
function attributeFields(value: OnnxAttribute): Uint8Array[] {
  if (typeof value === "number") return [wholeField(3, value), wholeField(20, 2)];
  if ("float" in value) return [floatField(2, value.float), wholeField(20, 1)];
  return [...value.map((item) => wholeField(8, item)), wholeField(20, 7)];
}

function constantFields({ name, shape, values }: OnnxConstant): Uint8Array[] {
  return [
    ...shape.map((size) => wholeField(1, size)),
    wholeField(2, values instanceof Float32Array ? FLOAT : INT64),
    textField(8, name),
    bytesField(9, new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  ];
}

function valueFields({ name, type, shape }: OnnxValue): Uint8Array[] {
  const dimensions = shape.map((size) =>
    messageField(1, [typeof size === "number" ? wholeField(1, size) : textField(2, size)]),
  );
  const tensor = [wholeField(1, type === "float" ? FLOAT : INT64), messageField(2, dimensions)];
  return [textField(1, name), messageField(2, [messageField(1, tensor)])];
}
