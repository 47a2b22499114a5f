/** The WebAssembly kernel with its memory laid out for one tag matrix and one predictor. */
import { createBitset, hasBit, setBit } from "../../../math/index.js";
import type { TagMatrix } from "../../../tags/index.js";
import type { PolynomialScorer } from "../scorer.js";
import { KERNEL_BYTES } from "./kernel-bytes.js";

/** What the kernel needs of a tag matrix. */
export type TagColumns = Pick<TagMatrix, "columns"> & { readonly rowCount: number };

interface Exports {
  readonly memory: WebAssembly.Memory;
  placeAll(rows: number, tags: number, block: number, features: number): void;
  setSeed(a: number, b: number, c: number, d: number): void;
  drawBlock(first: number, count: number, budget: number): void;
  countBlock(count: number): void;
  scoreBlock(count: number, factor: number, isQuadratic: number): void;
  readonly rowBytes: WebAssembly.Global;
  readonly columnsAt: WebAssembly.Global;
  readonly rowTagsAt: WebAssembly.Global;
  readonly featureTagsAt: WebAssembly.Global;
  readonly coefficientsAt: WebAssembly.Global;
  readonly humanCountsAt: WebAssembly.Global;
  readonly countsAt: WebAssembly.Global;
  readonly scoresAt: WebAssembly.Global;
}

/** Draws, counts and scores blocks of mixes. Its results are overwritten by the next block. */
export interface Kernel {
  /** Mixes in a block at most. */
  readonly blockSize: number;
  /** Draws mixes `first` … `first + count - 1`; `budgetCount` rows each, or a random number where it is null. */
  draw(first: number, count: number, budgetCount: number | null): void;
  /** Counts their tags. */
  count(count: number): void;
  /** Scores them. */
  score(count: number): void;
  /** Human-labelled rows of each. */
  readonly humanCounts: Uint32Array;
  /** Tag counts of each: `countStride` numbers, the tags in order first. */
  readonly counts: Uint32Array;
  readonly countStride: number;
  readonly scores: Float64Array;
}

/** As `memory.as` has them. */
const [GROUP_TAGS, CHUNK_ROWS, SCORED_TOGETHER] = [96, 128, 8];
/** Mixes of a block: enough to make the sums of a chunk worth their while, few enough for the cache. */
const BLOCK_MIXES = 2048;
/** Memory for the mixes of a block. */
const BLOCK_BYTES = 64 * 2 ** 20;

let compiled: WebAssembly.Module | undefined;

/** @param scorer what to score with; without one, mixes are drawn and counted only */
export function createKernel(
  { columns, rowCount }: TagColumns,
  seed: Uint32Array,
  scorer?: PolynomialScorer,
): Kernel {
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_BYTES, "base64"));
  const kernel = new WebAssembly.Instance(compiled, {}).exports as unknown as Exports;
  const tagCount = columns.length;
  const features = scorer?.columns.length ?? 0;
  const blockSize = blockSizeOf(rowCount);
  kernel.placeAll(rowCount, tagCount, blockSize, features);
  kernel.setSeed(seed[0]!, seed[1]!, seed[2]!, seed[3]!);
  const { buffer } = kernel.memory;
  writeColumns(kernel, columns, rowCount);
  writeRowTags(new Uint8Array(buffer, kernel.rowTagsAt.value as number), columns, rowCount);
  if (scorer) writeScorer(kernel, scorer);
  const countStride = GROUP_TAGS * Math.ceil(tagCount / GROUP_TAGS);
  const isQuadratic = scorer?.polynomial.products ? 1 : 0;
  return {
    blockSize,
    draw: (first, count, budgetCount) => kernel.drawBlock(first, count, budgetCount ?? -1),
    count: (count) => kernel.countBlock(count),
    score: (count) => kernel.scoreBlock(count, scorer?.factor ?? 0, isQuadratic),
    humanCounts: new Uint32Array(buffer, kernel.humanCountsAt.value as number, blockSize),
    counts: new Uint32Array(buffer, kernel.countsAt.value as number, blockSize * countStride),
    countStride,
    scores: new Float64Array(buffer, kernel.scoresAt.value as number, blockSize),
  };
}

/** Mixes in a block, for so many rows. */
export function blockSizeOf(rowCount: number): number {
  const fitting = Math.floor(BLOCK_BYTES / (rowCount / 8) / SCORED_TOGETHER) * SCORED_TOGETHER;
  return Math.max(SCORED_TOGETHER, Math.min(BLOCK_MIXES, fitting));
}

function writeColumns(kernel: Exports, columns: TagColumns["columns"], rowCount: number): void {
  const everyone = createBitset(rowCount);
  for (let row = 0; row < rowCount; row++) setBit(everyone, row);
  const [at, rowWords] = [kernel.columnsAt.value as number, (kernel.rowBytes.value as number) / 4];
  const words = new Uint32Array(kernel.memory.buffer, at, (columns.length + 1) * rowWords);
  for (const [tag, column] of [...columns, everyone].entries()) words.set(column, tag * rowWords);
}

/** A byte for each row and tag, 96 tags together. */
function writeRowTags(bytes: Uint8Array, columns: TagColumns["columns"], rowCount: number): void {
  const groupRows = CHUNK_ROWS * Math.ceil(rowCount / CHUNK_ROWS);
  for (const [tag, column] of columns.entries()) {
    const group = Math.floor(tag / GROUP_TAGS);
    let at = group * groupRows * GROUP_TAGS + (tag % GROUP_TAGS);
    for (let row = 0; row < rowCount; row++, at += GROUP_TAGS) if (hasBit(column, row)) bytes[at] = 1;
  }
}

function writeScorer(kernel: Exports, { polynomial, columns }: PolynomialScorer): void {
  const { buffer } = kernel.memory;
  const { intercept, coefficients, products } = polynomial;
  new Uint32Array(buffer, kernel.featureTagsAt.value as number, columns.length).set(columns);
  const size = 1 + coefficients.length + (products?.length ?? 0);
  const numbers = new Float64Array(buffer, kernel.coefficientsAt.value as number, size);
  numbers.set([intercept]);
  numbers.set(coefficients, 1);
  if (products) numbers.set(products, 1 + coefficients.length);
}
