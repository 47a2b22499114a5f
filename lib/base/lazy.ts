/** Values that are made when first asked for. */

/** Wraps the making of a value that takes time or memory: it is made once, on the first call, and kept. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
