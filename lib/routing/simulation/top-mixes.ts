/** The best of a stream of scored mixes. */

/** A mix by its place in the stream: {@link redrawMix} gives its rows. */
export interface SimulatedMix {
  /** Which mix of the seed. */
  readonly index: number;
  /** How many instances humans label. */
  readonly humanCount: number;
  readonly score: number;
}

/** Whether `a` ranks before `b`: by score, of equal ones the earlier. */
export function ranksBefore(a: SimulatedMix, b: SimulatedMix): boolean {
  return a.score > b.score || (a.score === b.score && a.index < b.index);
}

/** For sorting: best first. */
export function byRank(a: SimulatedMix, b: SimulatedMix): number {
  return b.score - a.score || a.index - b.index;
}

/** Keeps the best `keepCount` mixes, the worst of them on top of a heap. */
export class TopMixes {
  readonly #heap: SimulatedMix[] = [];
  readonly #keepCount: number;

  constructor(keepCount: number) {
    this.#keepCount = keepCount;
  }

  /** What a score must at least reach to be kept. */
  get threshold(): number {
    return this.#heap.length < this.#keepCount ? Number.NEGATIVE_INFINITY : this.#heap[0]!.score;
  }

  add(mix: SimulatedMix): void {
    const heap = this.#heap;
    if (heap.length < this.#keepCount) {
      heap.push(mix);
      this.#rise(heap.length - 1);
    } else if (this.#keepCount > 0 && ranksBefore(mix, heap[0]!)) {
      heap[0] = mix;
      this.#sink();
    }
  }

  /** Best first. */
  ranked(): SimulatedMix[] {
    return [...this.#heap].sort(byRank);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!ranksBefore(heap[parent]!, heap[at]!)) return;
      [heap[parent], heap[at]] = [heap[at]!, heap[parent]!];
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && ranksBefore(heap[worst]!, heap[child]!)) worst = child;
      }
      if (worst === at) return;
      [heap[worst], heap[at]] = [heap[at]!, heap[worst]!];
      at = worst;
    }
  }
}
