/** Progress on standard error: a bar on a terminal, a line every few seconds elsewhere, silence when told. */
import { SingleBar } from "cli-progress";

export interface Progress {
  /** Reports that `count` more units are done. */
  advance(count?: number): void;
  /** Ends the display; call it once, also after a failure. */
  done(): void;
}

const LINE_EVERY_MS = 5000;
/** Work that is over sooner needs no line at all. */
const SHORT_MS = 2000;

/** Runs some work with progress shown over `total` units; the display ends with the work, also when it fails. */
export async function withProgress<T>(
  label: string,
  total: number,
  work: (progress: Progress) => Promise<T>,
): Promise<T> {
  const progress = createProgress(label, total);
  try {
    return await work(progress);
  } finally {
    progress.done();
  }
}

/** Shows progress over `total` units of work named by `label`. Silent where `HYPER_QUIET` is set. */
export function createProgress(label: string, total: number): Progress {
  if (process.env.HYPER_QUIET) return { advance() {}, done() {} };
  return process.stderr.isTTY ? bar(label, total) : lines(label, total);
}

function bar(label: string, total: number): Progress {
  const display = new SingleBar({
    format: `${label} {bar} {value}/{total} · {rate} · {duration_formatted} · {eta_formatted} left`,
    hideCursor: true,
  });
  const start = Date.now();
  let value = 0;
  display.start(total, 0, { rate: "" });
  return {
    advance(count = 1) {
      value += count;
      display.increment(count, { rate: rateText(value, start) });
    },
    done: () => display.stop(),
  };
}

/** Units a second since the start. */
function rateText(value: number, start: number): string {
  const rate = (1000 * value) / Math.max(1, Date.now() - start);
  return `${rate.toFixed(rate < 10 ? 1 : 0)}/s`;
}

function lines(label: string, total: number): Progress {
  const start = Date.now();
  let last = start;
  let value = 0;
  const print = (): void => {
    process.stderr.write(
      `${label} ${value}/${total} · ${((Date.now() - start) / 1000).toFixed(0)} s · ${rateText(value, start)}\n`,
    );
    last = Date.now();
  };
  return {
    advance(count = 1) {
      value += count;
      if (Date.now() - last >= LINE_EVERY_MS) print();
    },
    done() {
      if (Date.now() - start >= SHORT_MS) print();
    },
  };
}
