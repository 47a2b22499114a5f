/** One tree of a text model, checked: every list as long as it must be, every node reached once. */
import { BadInputError, type Problem } from "../../base/index.js";
import { CATEGORICAL, type LightGbmTree, MISSING_CODES, MISSING_SHIFT } from "./tree.js";

interface TreePlace {
  readonly place: string;
  /** Line of `Tree=…`, from 1. */
  readonly line: number;
  readonly index: number;
  readonly columnCount: number;
}

/** @throws {BadInputError} that lists what is wrong with the tree */
export function parseTree(lines: readonly string[], where: TreePlace): LightGbmTree {
  const reader = new TreeReader(lines, where);
  reader.mustBe("Tree", String(where.index));
  reader.mustBe("num_cat", "0", "categorical splits are not read");
  reader.mustBe("is_linear", "0", "linear trees are not read");
  const leafCount = reader.numbers("num_leaves", 1, isCount)[0] ?? 0;
  if (leafCount < 1) reader.complain("num_leaves", "there must be at least one leaf", String(leafCount));
  reader.throwIfAny();

  const nodes = leafCount - 1;
  const isChild = (x: number) => Number.isInteger(x) && x < nodes && x >= -leafCount;
  const isColumn = (x: number) => isCount(x) && x < where.columnCount;
  const tree: LightGbmTree = {
    leafCount,
    splitFeature: Int32Array.from(reader.numbers("split_feature", nodes, isColumn)),
    splitGain: Float32Array.from(reader.numbers("split_gain", nodes, isNumber)),
    threshold: Float64Array.from(reader.numbers("threshold", nodes, isThreshold)),
    decisionType: Uint8Array.from(reader.numbers("decision_type", nodes, isNumericDecision)),
    leftChild: Int32Array.from(reader.numbers("left_child", nodes, isChild)),
    rightChild: Int32Array.from(reader.numbers("right_child", nodes, isChild)),
    leafValue: Float64Array.from(reader.numbers("leaf_value", leafCount, Number.isFinite)),
    leafWeight: Float64Array.from(reader.numbers("leaf_weight", leafCount, Number.isFinite)),
    leafRows: Int32Array.from(reader.numbers("leaf_count", leafCount, isCount)),
    internalValue: Float64Array.from(reader.numbers("internal_value", nodes, Number.isFinite)),
    internalWeight: Float64Array.from(reader.numbers("internal_weight", nodes, Number.isFinite)),
    internalRows: Int32Array.from(reader.numbers("internal_count", nodes, isCount)),
    shrinkage: reader.numbers("shrinkage", 1, Number.isFinite)[0] ?? 1,
  };
  reader.throwIfAny();
  if (!reachesEachNodeOnce(tree)) {
    reader.complain(
      "left_child",
      "the children must form one tree: each node and leaf reached once from node 0",
    );
    reader.throwIfAny();
  }
  return tree;
}

const isCount = (x: number) => Number.isInteger(x) && x >= 0 && x < 2 ** 31;
const isNumber = (x: number) => !Number.isNaN(x);
/** Infinite where the split parts missing values from all others. */
const isThreshold = (x: number) => Number.isFinite(x) || x === Number.POSITIVE_INFINITY;
const isNumericDecision = (x: number) =>
  isCount(x) && (x & CATEGORICAL) === 0 && x >> MISSING_SHIFT < MISSING_CODES.length;

/** Reads lists by name and keeps what is wrong with them. */
class TreeReader {
  readonly #values = new Map<string, { readonly text: string; readonly line: number }>();
  readonly #problems: Problem[] = [];
  readonly #where: TreePlace;

  constructor(lines: readonly string[], where: TreePlace) {
    this.#where = where;
    for (const [i, line] of lines.entries()) {
      const equals = line.indexOf("=");
      if (equals < 0) {
        if (line !== "") this.complain(`line ${where.line + i}`, "must be a name, = and values", line);
        continue;
      }
      const key = line.slice(0, equals);
      if (this.#values.has(key)) this.complain(key, "may be given once");
      this.#values.set(key, { text: line.slice(equals + 1), line: where.line + i });
    }
  }

  mustBe(key: string, wanted: string, remedy?: string): void {
    const found = this.#values.get(key)?.text;
    if (found !== wanted) this.complain(key, `must be ${wanted}`, found ?? "nothing", remedy);
  }

  numbers(key: string, count: number, isLegal: (x: number) => boolean): number[] {
    const text = this.#values.get(key)?.text;
    if (text === undefined) {
      this.complain(key, "is missing");
      return [];
    }
    const words = text === "" ? [] : text.split(" ");
    if (words.length !== count) {
      this.complain(key, `must have ${count} ${count === 1 ? "value" : "values"}`, `${words.length}`);
      return [];
    }
    const numbers = words.map(toNumber);
    const bad = numbers.findIndex((x) => !isLegal(x));
    if (bad >= 0) this.complain(key, `value ${bad + 1} is not one that a model can have there`, words[bad]);
    return numbers;
  }

  complain(
    key: string,
    rule: string,
    value?: string,
    remedy = "give a text model as LightGBM 4 saves it",
  ): void {
    const line = this.#values.get(key)?.line ?? this.#where.line;
    const place = `${this.#where.place}:${line}, tree ${this.#where.index}, ${key}`;
    this.#problems.push({ place, rule, value, remedy });
  }

  throwIfAny(): void {
    if (this.#problems.length > 0) throw new BadInputError(this.#problems);
  }
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function toNumber(word: string): number {
  if (NUMBER.test(word)) return Number(word);
  if (/^-?inf$/i.test(word))
    return word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number.NaN;
}

function reachesEachNodeOnce({ leafCount, leftChild, rightChild }: LightGbmTree): boolean {
  if (leafCount === 1) return true;
  const seen = new Uint8Array(2 * leafCount);
  const waiting = [0];
  let reached = 0;
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    const mark = node >= 0 ? node : leafCount + ~node;
    if (seen[mark] === 1) return false;
    seen[mark] = 1;
    reached++;
    if (node >= 0) waiting.push(leftChild[node]!, rightChild[node]!);
  }
  return reached === 2 * leafCount - 1;
}
