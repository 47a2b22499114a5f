/** `--compat`: by whose rules tags are counted. */
import { Option } from "commander";
import { DEFINITIONS, type Definitions, type Edges, type Provenance } from "../../lib/index.js";

export function compatOption(otherwise: string): Option {
  return new Option(
    "--compat <whose>",
    `tag and count by the paper's rules, or by those of the original's program (default: ${otherwise})`,
  ).choices(DEFINITIONS);
}

/** The rules asked for, else those of the features' measures, else the paper's; says where the two differ. */
export function resolveCompat(asked: Definitions | undefined, provenance: Provenance | null): Definitions {
  const rules = asked ?? provenance?.definitions ?? "paper";
  reportMeasured(provenance, rules);
  return rules;
}

/** Says so where features were measured by other definitions than they are counted by. */
export function reportMeasured(provenance: Provenance | null, rules: Definitions): void {
  const measured = provenance?.definitions ?? rules;
  if (measured === rules) return;
  process.stderr.write(
    `the measures were made by the definitions of ${measured}, and are counted by the rules of ${rules}\n`,
  );
}

/** Says how many values lay outside, where any did. */
export function reportClamped(count: number, where: string, edges: Edges): void {
  if (count === 0) return;
  const values = count === 1 ? "1 value lies" : `${count} values lie`;
  const fate = edges === "half-open" ? "binned with the nearest" : "likenesses among them are in no bin";
  process.stderr.write(`${values} outside ${where}: ${fate}\n`);
}
