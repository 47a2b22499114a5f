/** A bounded memory of results, for functions of one text that are asked the same again and again. */

/** Looks a key up, or computes and keeps its value. */
export type Memo<Value> = (key: string, compute: (key: string) => Value) => Value;

/** Keys longer than this together are forgotten, so that a few huge texts cannot fill the memory. */
const MAX_CHARACTERS = 32_000_000;

/** Keeps at most `capacity` values, and forgets all of them when full: what is kept never changes a result. */
export function createMemo<Value>(capacity: number): Memo<Value> {
  const known = new Map<string, Value>();
  let characters = 0;
  return (key, compute) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    if (known.size >= capacity || characters + key.length > MAX_CHARACTERS) {
      known.clear();
      characters = 0;
    }
    const value = compute(key);
    known.set(copyOf(key), value);
    characters += key.length;
    return value;
  };
}

/** A part of a text keeps the whole of it in memory, unless it is copied. */
function copyOf(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
