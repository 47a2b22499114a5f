/**
 * Dot products of many vectors with many, four numbers at a time: a WebAssembly function with SIMD, assembled
 * here. This is the inner loop of feature extraction, and plain JavaScript takes six times as long. WebAssembly's
 * arithmetic is the same on every processor, so that the results are too.
 */

// The instructions in use, as bytes. See webassembly.github.io/spec/core/binary/instructions.html
const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const whole = (value: number): number[] => [0x41, value];
const ADD = [0x6a];
const LESS = [0x49];
const FLOAT_ADD = [0x92];
const storeFloat = (offset: number): number[] => [0x38, 2, offset];
const simd = (code: number, ...rest: number[]): number[] =>
  code < 128 ? [0xfd, code, ...rest] : [0xfd, (code & 127) | 128, code >> 7, ...rest];
const LOAD_FOUR = simd(0x00, 4, 0);
const ZERO_FOUR = simd(0x0c, ...new Array<number>(16).fill(0));
const ADD_FOUR = simd(0xe4);
const MULTIPLY_FOUR = simd(0xe6);
const lane = (index: number): number[] => simd(0x1f, index);
/** Repeats its body as long as the condition at its end holds. */
const loop = (body: number[], condition: number[]): number[] => [
  ...[0x03, 0x40],
  ...body,
  ...condition,
  ...[0x0d, 0, 0x0b],
];

// Parameters: addresses of both stacks and their ends, bytes a row, address of the results. Then locals.
const [A, A_END, B, B_END, ROW, OUT, J, P, Q, P_END] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const SUMS = [10, 11, 12, 13] as const;
const [A0, A1, B0] = [14, 15, 16];

const advance = (local: number, ...by: number[][]): number[] => [
  ...get(local),
  ...by.flatMap((amount) => [...amount, ...ADD]),
  ...set(local),
];
const isBefore = (local: number, end: number): number[] => [...get(local), ...get(end), ...LESS];
const addProduct = (sum: number, a: number): number[] =>
  [get(sum), get(a), get(B0), MULTIPLY_FOUR, ADD_FOUR, set(sum)].flat();
const storeSum = (sum: number, place: number): number[] =>
  [
    get(OUT),
    [get(sum), lane(0), get(sum), lane(1), FLOAT_ADD].flat(),
    [get(sum), lane(2), get(sum), lane(3), FLOAT_ADD].flat(),
    FLOAT_ADD,
    storeFloat(4 * place),
  ].flat();

/** Two rows by two at a time, which halves what is loaded: the four results lie one after another. */
function body(): number[] {
  const products = [
    [get(P), LOAD_FOUR, set(A0)],
    [get(P), get(ROW), ADD, LOAD_FOUR, set(A1)],
    [get(Q), LOAD_FOUR, set(B0), addProduct(SUMS[0], A0), addProduct(SUMS[2], A1)],
    [get(Q), get(ROW), ADD, LOAD_FOUR, set(B0), addProduct(SUMS[1], A0), addProduct(SUMS[3], A1)],
    [advance(P, whole(16)), advance(Q, whole(16))],
  ].flat(2);
  const tile = [
    [get(A), set(P), get(J), set(Q), get(A), get(ROW), ADD, set(P_END)],
    SUMS.flatMap((sum) => [ZERO_FOUR, set(sum)]),
    [loop(products, isBefore(P, P_END))],
    SUMS.map(storeSum),
    [advance(OUT, whole(16)), advance(J, get(ROW), get(ROW))],
  ].flat(2);
  const rows = [get(B), set(J), loop(tile, isBefore(J, B_END)), advance(A, get(ROW), get(ROW))].flat();
  return loop(rows, isBefore(A, A_END));
}

function moduleBytes(): Uint8Array<ArrayBuffer> {
  const INT = 0x7f;
  const FOUR_FLOATS = 0x7b;
  const section = (id: number, content: number[]): number[] => [id, ...size(content.length), ...content];
  const code = [2, 4, INT, 7, FOUR_FLOATS, ...body(), 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 6, INT, INT, INT, INT, INT, INT, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, 1, 0x66, 0, 0, 1, 0x6d, 2, 0]),
    ...section(10, [1, ...size(code.length), ...code]),
  ]);
}

/** Seven bits a byte, lowest first. */
function size(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...size(value >> 7)];
}

type Kernel = (a: number, aEnd: number, b: number, bEnd: number, rowBytes: number, out: number) => void;

const instance = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes()));
const kernel = instance.exports.f as Kernel;
const memory = instance.exports.m as WebAssembly.Memory;
const PAGE_BYTES = 65_536;

/** Takes the product of row `i` with row `j`. */
export type OnProduct = (i: number, j: number, product: number) => void;

/**
 * The dot product of every vector of `a` with every one of `b`, summed in 32-bit floats; in no particular order.
 * @param a not empty, all vectors equally long, as those of `b`
 */
export function dotProducts(
  a: readonly Float32Array[],
  b: readonly Float32Array[],
  onProduct: OnProduct,
): void {
  const rowFloats = 4 * Math.ceil(a[0]!.length / 4);
  const [countA, countB] = [2 * Math.ceil(a.length / 2), 2 * Math.ceil(b.length / 2)];
  const startB = countA * rowFloats;
  const out = startB + countB * rowFloats;
  const bytes = 4 * (out + countA * countB);
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  const floats = new Float32Array(memory.buffer);
  floats.fill(0, 0, out);
  for (const [i, vector] of a.entries()) floats.set(vector, i * rowFloats);
  for (const [j, vector] of b.entries()) floats.set(vector, startB + j * rowFloats);
  kernel(0, 4 * startB, 4 * startB, 4 * out, 4 * rowFloats, 4 * out);
  let place = out;
  for (let i = 0; i < countA; i += 2) {
    for (let j = 0; j < countB; j += 2, place += 4) {
      const [isLastA, isLastB] = [i + 1 === a.length, j + 1 === b.length];
      onProduct(i, j, floats[place]!);
      if (!isLastB) onProduct(i, j + 1, floats[place + 1]!);
      if (!isLastA) onProduct(i + 1, j, floats[place + 2]!);
      if (!isLastA && !isLastB) onProduct(i + 1, j + 1, floats[place + 3]!);
    }
  }
}
