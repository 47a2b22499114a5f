/** A process that tags a file, to be killed: arguments are input, output and cache folder. */
import { extractFile } from "../../lib/tags/index.js";

const [path, out, cacheFolder] = process.argv.slice(2) as [string, string, string];
// One worker is this thread, and a cache would make later lives quick.
await extractFile(path, out, { workers: 1, cacheFolder: `${cacheFolder}-${process.pid}` });
