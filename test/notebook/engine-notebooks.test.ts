/** Notebooks 04 to 06 as a reader runs them, on few candidates, through the real kernel. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageFolder } from "../../lib/analysis/index.js";
import { joinLines, type Notebook, readNotebook, runNotebook } from "../../lib/notebook/index.js";
import { buildIfStale } from "./built-library.js";

const temporary = mkdtempSync(join(tmpdir(), "notebooks-engine-"));
/** A run of its own below results/, which is not in git; the notebooks share its reward models, as a reader's do. */
const name = `test-${basename(temporary)}`;
const results = join(packageFolder(), "results", name);
const settings = join(temporary, "settings.json");

beforeAll(() => {
  buildIfStale();
  writeFileSync(
    settings,
    JSON.stringify({
      ...{ name, candidateCount: 40, fittedCount: 36, foldCount: 4, simulationCount: 60 },
      ...{ repeatCount: 2, noiseRepeatCount: 2, budgetFractions: [0.25, 0.5] },
    }),
  );
}, 240_000);
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
  rmSync(results, { recursive: true, force: true });
});

const notebookPath = (file: string): string => join(packageFolder(), "notebooks", file);

/** Where there are no shared files the notebooks say so and go on. */
const execute = (file: string): Promise<Notebook> =>
  runNotebook(notebookPath(file), { env: { HYPER_SETTINGS: settings, HYPER_SHARED: temporary } });

/** What a cell shows as text, printed or in a table. */
function textOf({ cells }: Notebook, id: string): string {
  const outputs = cells.find((cell) => cell.id === id)?.outputs ?? [];
  const texts = outputs.map((output) => {
    if (output.output_type === "stream") return joinLines(output.text);
    if (output.output_type === "error") return "";
    return joinLines((output.data["text/plain"] ?? "") as string | readonly string[]);
  });
  return texts.join("\n");
}

const figuresIn = (part: string): string[] =>
  readdirSync(join(results, part, "figures"))
    .filter((file) => file.endsWith(".svg"))
    .map((file) => basename(file, ".svg"))
    .toSorted();

/** Whether every code cell ran, and what is shown of simulated data says so. */
function checkRun(notebook: Notebook): void {
  const code = notebook.cells.filter(({ cell_type }) => cell_type === "code");
  expect(code.every(({ execution_count }) => execution_count !== null)).toBe(true);
  const figures = code.flatMap(({ outputs = [] }) =>
    outputs.flatMap((output) => ("data" in output ? [output.data["application/vnd.plotly.v1+json"]] : [])),
  );
  const shown = figures.filter((figure) => figure !== undefined);
  expect(shown.length).toBeGreaterThan(1);
  for (const figure of shown) expect(JSON.stringify(figure)).toContain("SimPref (simulated)");
}

describe.each(["04-ppm-cross-validation.ipynb", "05-routing.ipynb", "06-candidate-size-ablation.ipynb"])(
  "notebooks/%s",
  (file) => {
    test("no cell but the imports is longer than ten lines, and words have the last word", () => {
      const { cells } = readNotebook(notebookPath(file));
      for (const { id, cell_type, source } of cells.filter((cell) => cell.id !== "settings-code")) {
        if (cell_type === "code") expect(joinLines(source).split("\n").length, id).toBeLessThanOrEqual(10);
      }
      expect(cells.at(-1)!.cell_type).toBe("markdown");
    });
  },
);

test("04: families are compared, intervals checked, and RegMix left out aloud where it is not at hand", async () => {
  const notebook = await execute("04-ppm-cross-validation.ipynb");
  checkRun(notebook);
  for (const family of ["linear", "quadratic-ridge", "lightgbm", "gp"])
    expect(textOf(notebook, "table2-code")).toContain(family);
  expect(textOf(notebook, "intervals-code")).toMatch(/conformal +0\.9/);
  expect(textOf(notebook, "regmix-code")).toMatch(/skipped: no RegMix files/);
  expect(figuresIn("ppm-cross-validation")).toEqual([
    "families",
    "learning-curves",
    "paired-differences",
    "predicted-against-actual",
    "residuals",
  ]);
}, 600_000);

test("05: every strategy is watched and compared with the truth; budgets and limits hold", async () => {
  const notebook = await execute("05-routing.ipynb");
  checkRun(notebook);
  expect(figuresIn("routing")).toEqual([
    "cost-curve",
    "optimism",
    "over-random",
    "prediction-against-truth",
    "prediction-against-truth-gp",
    "steps-greedy",
    "steps-search",
    "steps-simulated",
    "steps-topk",
  ]);
  const atHalf = textOf(notebook, "scale-code");
  const predicted = (strategy: string): number =>
    Number(new RegExp(`^${strategy} +\\S+ +(\\S+)`, "m").exec(atHalf)![1]);
  expect(predicted("search")).toBeGreaterThanOrEqual(predicted("simulated"));
  const people = [...textOf(notebook, "limits-code").matchAll(/go to people: (\d+)/g)].map(([, count]) =>
    Number(count),
  );
  const least = Number(/at least (\d+) of/.exec(textOf(notebook, "limits-code"))![1]);
  expect(people).toHaveLength(2);
  expect(people[1]!).toBeGreaterThanOrEqual(least);
  expect(textOf(notebook, "published-code")).toMatch(/^published: /);
}, 600_000);

test("06: larger pools never predict less, and times are shown but not saved", async () => {
  const notebook = await execute("06-candidate-size-ablation.ipynb");
  checkRun(notebook);
  const tables = textOf(notebook, "why-errors")
    .split(/^SimPref/m)
    .slice(1);
  expect(tables).toHaveLength(2);
  for (const table of tables) {
    const lines = table.split("\n").map((line) => line.trim().split(/ {2,}/));
    const predicted = lines.filter(([first]) => /^[\d,]+$/.test(first!)).map(([, value]) => Number(value));
    expect(predicted).toHaveLength(7);
    expect(predicted).toEqual(predicted.toSorted((a, b) => a - b));
  }
  expect(figuresIn("candidate-size-ablation")).toEqual(["pool-size-quadratic", "pool-size-quadratic-ridge"]);
  const saved = readdirSync(results, { recursive: true, encoding: "utf8" });
  expect(saved.filter((file) => /time/.test(file))).toEqual([]);
  expect(existsSync(join(results, "candidate-size-ablation", "tables", "pool-size.csv"))).toBe(true);
}, 600_000);
