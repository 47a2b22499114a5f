/** Concurrent work on a stream, with a bound on what is held. */

/**
 * Maps a stream; results come in its order, and only as fast as they are taken.
 * @param limit values that are under way or done and not yet taken, at most; ≥ 1
 * @throws the first error, of the stream or of the work
 */
export async function* mapInOrder<T, R>(
  source: AsyncIterable<T> | Iterable<T>,
  limit: number,
  map: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  for await (const value of source) {
    const result = map(value);
    // Its turn may never come when an earlier one fails; where it comes, the error is thrown.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length >= limit) yield await underWay.shift()!;
  }
  for (const result of underWay) yield await result;
}
