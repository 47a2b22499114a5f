/** A bounded memory of results, for functions of one text that are asked the same again and again. */

/** Looks a key up, or computes and keeps its value. */
export type Memo<Value> = (key: string, compute: (key: string) => Value) => Value;

/** Keeps at most `capacity` values, and forgets all of them when full: what is kept never changes a result. */
export function createMemo<Value>(capacity: number): Memo<Value> {
  const known = new Map<string, Value>();
  return (key, compute) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= capacity) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
