/** The WebAssembly kernel for histograms, with its memory laid out for one table. */
import { lazy } from "../../../base/index.js";
import type { BinnedFeature, BinnedTable } from "../binned-table.js";
import { KERNEL_BYTES } from "./kernel-bytes.js";

interface Exports {
  readonly memory: WebAssembly.Memory;
  place(...places: number[]): void;
  grow(
    rowsAt: number,
    rowCount: number,
    histogramAt: number,
    largerAt: number,
    splittableAt: number,
    largerSplittableAt: number,
    gradient: number,
    hessian: number,
    scans: number,
  ): number;
}

/** A leaf's histogram to be made, from the parent's or from nothing. */
export interface GrowRequest {
  /** Its rows: positions in {@link HistogramKernel.rows}. */
  readonly firstRow: number;
  readonly rowCount: number;
  /** Where its histogram goes. */
  readonly slot: number;
  readonly gradient: number;
  /** Sum of second derivatives. */
  readonly hessian: number;
  /** Where the parent's histogram is; null for the root. */
  readonly parentSlot: number | null;
  /** Whether to turn the parent's histogram into the larger leaf's. */
  readonly subtracts: boolean;
  readonly scans: boolean;
  readonly scansLarger: boolean;
}

const PAGE = 65_536;
const MOST_PAGES = 65_536;
const FEATURE_NUMBERS = 8;
/** Doubles of a leaf, as `scan.as` has them. */
const LEAF_NUMBERS = 16;
/** A pooled memory is at most so large. */
const KEPT_BYTES = 2 ** 26;

const compiled = lazy(() => new WebAssembly.Module(Buffer.from(KERNEL_BYTES, "base64")));
/** Kernels that nobody uses: a memory takes long to get and the collector long to free. */
const idle: Exports[] = [];

/** Whether the kernel finds the feature's best split: no values are missing that could go either way. */
export function isPlain({ mapper }: BinnedFeature): boolean {
  return mapper.missing === "none" || mapper.binCount <= 2;
}

/** Histograms of one table's leaves. To be released after use. */
export class HistogramKernel {
  readonly #kernel: Exports;
  readonly #totalBins: number;
  readonly #featureCount: number;
  readonly #rowCount: number;
  readonly #rowsAt: number;
  readonly #gradientsAt: number;
  readonly #activeAt: number;
  readonly #leavesAt: number;
  readonly #slotsAt: number;
  readonly #slotBytes: number;
  #slotCount = 0;
  #end = PAGE;
  #rows: Int32Array;
  #leaves: readonly [Float64Array, Float64Array];

  constructor({ rowCount, features, totalBins }: BinnedTable) {
    this.#kernel = idle.pop() ?? (new WebAssembly.Instance(compiled(), {}).exports as unknown as Exports);
    this.#rowCount = rowCount;
    this.#featureCount = features.length;
    this.#totalBins = totalBins;
    const mostBins = features.reduce((most, { mapper }) => Math.max(most, mapper.binCount), 0);
    const featuresAt = this.#reserve(4 * FEATURE_NUMBERS * features.length);
    this.#rowsAt = this.#reserve(4 * rowCount);
    this.#gradientsAt = this.#reserve(4 * rowCount);
    this.#activeAt = this.#reserve(4 * features.length);
    this.#leavesAt = this.#reserve(2 * 8 * LEAF_NUMBERS);
    const gatheredAt = this.#reserve(16 * rowCount);
    const [sumsAt, largerSumsAt] = [this.#reserve(16 * (mostBins + 1)), this.#reserve(16 * (mostBins + 1))];
    const binsAt = features.map(() => this.#reserve(2 * rowCount));
    this.#slotsAt = this.#end;
    this.#slotBytes = roundUp(16 * totalBins + features.length, 16);
    this.#ensure(this.#end);
    this.#rows = this.#viewRows();
    this.#leaves = this.#viewLeaves();
    const { buffer } = this.#kernel.memory;
    const numbers = new Uint32Array(buffer, featuresAt, FEATURE_NUMBERS * features.length);
    for (const [f, feature] of features.entries()) {
      const { bins, start, mapper } = feature;
      const plain = isPlain(feature) ? 1 : 0;
      const described = [binsAt[f]!, 16 * start, mapper.binCount, mapper.mostFrequentBin, plain];
      numbers.set(described, FEATURE_NUMBERS * f);
      new Uint16Array(buffer, binsAt[f]!, rowCount).set(bins);
    }
    const [leafAt, largerLeafAt] = this.#leaves.map((leaf) => leaf.byteOffset);
    const places = [this.#activeAt, this.#gradientsAt, gatheredAt, sumsAt, largerSumsAt];
    this.#kernel.place(featuresAt, features.length, ...places, leafAt!, largerLeafAt!);
  }

  /** Rows of the leaves. Not to be kept: {@link HistogramKernel.addSlot} may move it. */
  get rows(): Int32Array {
    return this.#rows;
  }

  /** What to scan the smaller leaf by, and the larger one; their best splits afterwards. Not to be kept either. */
  get leaves(): readonly [smaller: Float64Array, larger: Float64Array] {
    return this.#leaves;
  }

  /** @param gradients one a row of the table */
  setGradients(gradients: Float32Array): void {
    new Float32Array(this.#kernel.memory.buffer, this.#gradientsAt, this.#rowCount).set(gradients);
  }

  /** Makes room for one more histogram. @returns its slot */
  addSlot(): number {
    this.#ensure(this.#slotAt(this.#slotCount + 1));
    return this.#slotCount++;
  }

  /** Gradient and second derivatives of each bin, alternating. */
  histogram(slot: number): Float64Array {
    return new Float64Array(this.#kernel.memory.buffer, this.#slotAt(slot), 2 * this.#totalBins);
  }

  /** Whether each feature may split the slot's leaf. */
  splittable(slot: number): Uint8Array {
    const at = this.#slotAt(slot) + 16 * this.#totalBins;
    return new Uint8Array(this.#kernel.memory.buffer, at, this.#featureCount);
  }

  /** Makes histograms and scans plain features. @returns the features that may split the parent */
  grow(request: GrowRequest): Int32Array {
    const { parentSlot } = request;
    const histogramAt = this.#slotAt(request.slot);
    const parentAt = parentSlot === null ? 0 : this.#slotAt(parentSlot);
    const splittable = 16 * this.#totalBins;
    const count = this.#kernel.grow(
      this.#rowsAt + 4 * request.firstRow,
      request.rowCount,
      histogramAt,
      request.subtracts ? parentAt : 0,
      histogramAt + splittable,
      parentSlot === null ? 0 : parentAt + splittable,
      request.gradient,
      request.hessian,
      (request.scans ? 1 : 0) | (request.scansLarger ? 2 : 0),
    );
    return new Int32Array(this.#kernel.memory.buffer, this.#activeAt, count);
  }

  /** Gives the memory to the next table. */
  release(): void {
    if (this.#kernel.memory.buffer.byteLength <= KEPT_BYTES && idle.length === 0) idle.push(this.#kernel);
  }

  #slotAt(slot: number): number {
    return this.#slotsAt + slot * this.#slotBytes;
  }

  #reserve(bytes: number): number {
    const at = this.#end;
    this.#end = roundUp(at + bytes, 16);
    return at;
  }

  /** Growing detaches what looks at the memory. */
  #ensure(end: number): void {
    const { memory } = this.#kernel;
    const pages = memory.buffer.byteLength / PAGE;
    const missing = Math.ceil(end / PAGE) - pages;
    if (missing <= 0) return;
    // By half at least: growing takes long, and starts the collector.
    memory.grow(Math.max(missing, Math.min(pages >> 1, MOST_PAGES - pages)));
    this.#rows = this.#viewRows();
    this.#leaves = this.#viewLeaves();
  }

  #viewRows(): Int32Array {
    return new Int32Array(this.#kernel.memory.buffer, this.#rowsAt, this.#rowCount);
  }

  #viewLeaves(): readonly [Float64Array, Float64Array] {
    const { buffer } = this.#kernel.memory;
    const second = this.#leavesAt + 8 * LEAF_NUMBERS;
    return [
      new Float64Array(buffer, this.#leavesAt, LEAF_NUMBERS),
      new Float64Array(buffer, second, LEAF_NUMBERS),
    ];
  }
}

function roundUp(size: number, to: number): number {
  return Math.ceil(size / to) * to;
}
