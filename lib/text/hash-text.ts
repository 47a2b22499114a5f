/** A fast hash of short texts, for feature hashing; not for identity (see SHA-256 in base). */

/** 32 bits: FNV-1a over UTF-16 units, then MurmurHash3's finaliser, so that the low bits are well mixed. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
