/** How SimPref's pairs are known again once they are in files: by their source. */
import type { Preference } from "../preference.js";

const PREFIX = "simpref/";

/** The source of a pair of some kind: `simpref/fact` … */
export function simPrefSource(kind: string): string {
  return PREFIX + kind;
}

/** Whether a pair is one of SimPref's, and so simulated. */
export function isSimPref({ source }: Pick<Preference, "source">): boolean {
  return source.startsWith(PREFIX);
}
