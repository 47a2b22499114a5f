/** Hashes of tokens and of combinations of tokens: 32 bits, the same on every machine. */

/** FNV-1a over the UTF-16 code units. */
export function hashToken(token: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < token.length; i++) {
    hash = Math.imul(hash ^ token.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Combines two hashes; the order matters. Ends with MurmurHash3's finalizer, so that all bits can be used. */
export function combineHashes(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ ((second << 15) | (second >>> 17));
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
