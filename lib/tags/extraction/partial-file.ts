/**
 * The unfinished result, beside its place: complete blocks, and a journal that says what they are made from. A run that
 * was killed is taken up behind the last complete block; whatever the journal does not vouch for is made again. The
 * place itself is touched only by the renaming of the finished file, so an earlier result stays until then.
 */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { hashFile, isJsonObject, type Manifest, manifestPath, sha256 } from "../../base/index.js";
import { writeWhole } from "./fragment-store.js";
import type { RowLengths } from "./length-columns.js";

/** What the journal says of a block, which is all that is needed of it later. */
export interface BlockEntry {
  readonly bytes: number;
  readonly sha256: string;
  readonly lengths: readonly RowLengths[];
  /** Rows without descriptive tags, where the analyzer had none. */
  readonly untagged: number;
}

/** Where a result's unfinished parts are: beside it, so that they can be renamed into its place. */
export function partialPaths(target: string): Readonly<Record<PartialPath, string>> {
  const data = `${target}.partial`;
  return {
    data,
    journal: `${data}.journal`,
    manifest: `${data}.manifest.json`,
    lock: `${data}.lock`,
    answers: `${data}.answers`,
    copy: `${data}.${process.pid}.input`,
  };
}

type PartialPath = "data" | "journal" | "manifest" | "lock" | "answers" | "copy";

export class PartialFile {
  /** The blocks that an earlier run has left. */
  readonly kept: readonly BlockEntry[];
  /** By the name of the result. */
  readonly isGzip: boolean;
  /** Whether an earlier run had work here that cannot be used: other input or settings. */
  readonly discarded: boolean;
  readonly #target: string;
  #files: { readonly data: number; readonly journal: number } | null = null;

  /**
   * @param target a path that is no link
   * @param settings identity of input and settings: only what was made with the same is kept
   * @param blockCount blocks of the whole result
   */
  constructor(target: string, settings: string, blockCount: number) {
    this.#target = target;
    this.isGzip = /\.gz$/i.test(target);
    const { data, journal } = partialPaths(target);
    const header = Buffer.from(`${JSON.stringify({ schema: "hyper-tags-partial/1", settings })}\n`, "utf8");
    const earlier = existsSync(journal) ? readFileSync(journal) : Buffer.alloc(0);
    const same = earlier.subarray(0, header.length).equals(header);
    this.discarded = !same && earlier.length > 0;
    const entries = same ? parseEntries(earlier.subarray(header.length)) : [];
    // Killed between the renaming of the file and the end: only what follows the renaming is left to do.
    const renamed = same && !existsSync(data) && isWhole(target, entries, blockCount);
    this.kept = renamed ? entries.map(({ entry }) => entry) : verified(data, entries);
    if (renamed) return;
    this.#files = { data: openSync(data, "a+"), journal: openSync(journal, "a+") };
    ftruncateSync(this.#files.data, sum(this.kept.map(({ bytes }) => bytes)));
    if (this.kept.length > 0)
      ftruncateSync(this.#files.journal, header.length + entries[this.kept.length - 1]!.end);
    else {
      ftruncateSync(this.#files.journal, 0);
      writeWhole(this.#files.journal, header, journal);
    }
  }

  /** Appends a block; it outlives the process when this returns. */
  append(bytes: Buffer, { lengths, untagged }: Pick<BlockEntry, "lengths" | "untagged">): void {
    const files = this.#files!;
    const paths = partialPaths(this.#target);
    const entry: BlockEntry = { bytes: bytes.length, sha256: sha256(bytes), lengths, untagged };
    writeWhole(files.data, bytes, paths.data);
    writeWhole(files.journal, Buffer.from(`${JSON.stringify(entry)}\n`, "utf8"), paths.journal);
  }

  /** SHA-256 of what there is. */
  hash(): Promise<string> {
    return hashFile(this.#files === null ? this.#target : partialPaths(this.#target).data);
  }

  /** Puts the finished file and its manifest into their place. */
  finish(manifest: Manifest): void {
    const { data, journal, manifest: staged } = partialPaths(this.#target);
    // Nobody reads it before the file has been renamed, so it need not be written in one step.
    writeFileSync(staged, `${JSON.stringify(manifest, null, 2)}\n`, { flush: true });
    if (this.#files !== null) {
      fsyncSync(this.#files.data);
      this.close();
      renameSync(data, this.#target);
    }
    renameSync(staged, manifestPath(this.#target));
    rmSync(journal);
    removeLitter(this.#target);
  }

  /** Leaves the partial file for a later run. */
  close(): void {
    if (this.#files === null) return;
    closeSync(this.#files.data);
    closeSync(this.#files.journal);
    this.#files = null;
  }
}

/** After so long what a run has beside its result is that of a run which was killed. */
const LITTER_MS = 600_000;

/** Copies of pipes and the like that killed runs have left. */
function removeLitter(target: string): void {
  const folder = dirname(target);
  const prefix = `${basename(partialPaths(target).data)}.`;
  for (const name of readdirSync(folder).filter((one) => /\.(input|lock\.[0-9a-f]{8})$/.test(one))) {
    if (!name.startsWith(prefix)) continue;
    const changedMs = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changedMs > LITTER_MS) rmSync(join(folder, name), { force: true });
  }
}

/** An entry and where its line ends in the journal, behind the header. */
interface JournalLine {
  readonly entry: BlockEntry;
  readonly end: number;
}

/** Whole lines up to the first that is none. */
function parseEntries(journal: Buffer): JournalLine[] {
  const lines: JournalLine[] = [];
  let start = 0;
  for (let end = journal.indexOf(0x0a); end >= 0; end = journal.indexOf(0x0a, start)) {
    const entry = parseEntry(journal.subarray(start, end).toString("utf8"));
    if (entry === null) break;
    start = end + 1;
    lines.push({ entry, end: start });
  }
  return lines;
}

function parseEntry(text: string): BlockEntry | null {
  try {
    const value: unknown = JSON.parse(text);
    const isEntry = isJsonObject(value) && Number.isSafeInteger(value.bytes) && Array.isArray(value.lengths);
    return isEntry ? (value as unknown as BlockEntry) : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The entries whose block is in the file as it was written, up to the first whose is not. */
function verified(path: string, lines: readonly JournalLine[]): BlockEntry[] {
  if (lines.length === 0 || !existsSync(path)) return [];
  const file = openSync(path, "r");
  try {
    const good: BlockEntry[] = [];
    let rest = fstatSync(file).size;
    for (const { entry } of lines) {
      rest -= entry.bytes;
      if (rest < 0) break;
      const bytes = Buffer.allocUnsafe(entry.bytes);
      for (let done = 0; done < bytes.length; )
        done += readSync(file, bytes, done, bytes.length - done, null);
      if (sha256(bytes) !== entry.sha256) break;
      good.push(entry);
    }
    return good;
  } finally {
    closeSync(file);
  }
}

function isWhole(path: string, lines: readonly JournalLine[], blockCount: number): boolean {
  const size = sum(lines.map(({ entry }) => entry.bytes));
  if (lines.length !== blockCount || statSync(path, { throwIfNoEntry: false })?.size !== size) return false;
  return verified(path, lines).length === blockCount;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
