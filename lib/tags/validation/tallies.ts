/** Hits and misses of labels, over rows that may count more than once, and the metrics made of them. */

/** A row's gold labels and predicted labels, as positions in a list of labels; each at most once. */
export interface LabelledRow {
  readonly gold: readonly number[];
  readonly predicted: readonly number[];
}

/** Counts for each label, and over all rows. */
export interface Tallies {
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  readonly falseNegatives: Float64Array;
  /** Rows whose labels are exactly the gold ones. */
  readonly exactRows: number;
  readonly rows: number;
}

/**
 * @param weights how often each row counts, in the order of the rows; default once
 */
export function tally(
  rows: readonly LabelledRow[],
  labelCount: number,
  weights?: ArrayLike<number>,
): Tallies {
  const truePositives = new Float64Array(labelCount);
  const falsePositives = new Float64Array(labelCount);
  const falseNegatives = new Float64Array(labelCount);
  let exactRows = 0;
  let total = 0;
  for (const [i, { gold, predicted }] of rows.entries()) {
    const weight = weights?.[i] ?? 1;
    if (weight === 0) continue;
    let missed = gold.length;
    let wrong = 0;
    for (const label of predicted) {
      if (gold.includes(label)) {
        truePositives[label]! += weight;
        missed -= 1;
      } else {
        falsePositives[label]! += weight;
        wrong += 1;
      }
    }
    for (const label of gold) if (!predicted.includes(label)) falseNegatives[label]! += weight;
    if (missed === 0 && wrong === 0) exactRows += weight;
    total += weight;
  }
  return { truePositives, falsePositives, falseNegatives, exactRows, rows: total };
}

/** Share of rows whose labels are exactly the gold ones; for one label a row the accuracy. NaN without rows. */
export function exactMatch({ exactRows, rows }: Tallies): number {
  return exactRows / rows;
}

/** F1 of one label: 2 tp / (2 tp + fp + fn). NaN where it is neither in the gold nor predicted. */
export function labelF1({ truePositives, falsePositives, falseNegatives }: Tallies, label: number): number {
  const hits = 2 * truePositives[label]!;
  return hits / (hits + falsePositives[label]! + falseNegatives[label]!);
}

/** Mean F1 over the labels that are in the gold or predicted; NaN where there are none. */
export function macroF1(tallies: Tallies): number {
  let sum = 0;
  let count = 0;
  for (let label = 0; label < tallies.truePositives.length; label++) {
    const value = labelF1(tallies, label);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

/** F1 of all decisions on labels taken together. NaN where no row has a label on either side. */
export function microF1({ truePositives, falsePositives, falseNegatives }: Tallies): number {
  const hits = 2 * sum(truePositives);
  return hits / (hits + sum(falsePositives) + sum(falseNegatives));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
