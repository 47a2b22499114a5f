import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CellProgress,
  displayBundle,
  type Notebook,
  NotebookError,
  runNotebook,
} from "../../lib/notebook/index.js";
import { Kernel } from "../../lib/notebook/kernel/kernel.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "run-notebook-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a notebook of code cells; their ids are `c1`, `c2` … */
function notebookOf(name: string, ...sources: string[]): string {
  const path = join(folder, name);
  const cells = sources.map((source, i) => ({ cell_type: "code", id: `c${i + 1}`, metadata: {}, source }));
  writeFileSync(path, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  return path;
}

const read = (path: string): Notebook => JSON.parse(readFileSync(path, "utf8")) as Notebook;

describe.concurrent("runNotebook", () => {
  test("runs cells in one kernel, with types checked, awaits and environment, and keeps their outputs", async () => {
    const path = notebookOf(
      "good.ipynb",
      "const answer: number = 41;\nconsole.log(process.env.GREETING, process.cwd());\nanswer + 1",
      "",
      "import { display } from 'tslab';\nawait new Promise((done) => setTimeout(done, 5));\ndisplay.html('<b>' + answer + '</b>');",
    );
    const progress: CellProgress[] = [];
    const outPath = join(folder, "out", "good.ipynb");
    const notebook = await runNotebook(path, {
      outPath,
      env: { GREETING: "hello" },
      onCell: (cell) => progress.push(cell),
    });
    expect(notebook.cells.map((cell) => cell.outputs)).toEqual([
      [{ output_type: "stream", name: "stdout", text: [`hello ${folder}\n`, "42\n"] }],
      [],
      [{ output_type: "display_data", data: { "text/html": ["<b>41</b>"] }, metadata: {} }],
    ]);
    expect(notebook.cells.map((cell) => cell.execution_count)).toEqual([1, null, 2]);
    expect(
      progress.map(({ cellNumber, cellCount, cellId, status }) => [cellNumber, cellCount, cellId, status]),
    ).toEqual([
      [1, 3, "c1", "started"],
      [1, 3, "c1", "ok"],
      [3, 3, "c3", "started"],
      [3, 3, "c3", "ok"],
    ]);
    expect(read(outPath)).toEqual(notebook);
    expect(notebook.metadata).toMatchObject({ kernelspec: { name: "tslab", language: "typescript" } });
  });

  test("a failing cell is named, later ones do not run, and what ran is on disk with the error", async () => {
    const path = notebookOf("bad.ipynb", "1", "throw new TypeError('on purpose')", "2");
    const outPath = join(folder, "bad-out.ipynb");
    const failure = await runNotebook(path, { outPath }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(NotebookError);
    expect(failure).toMatchObject({
      path,
      cellNumber: 2,
      cellId: "c2",
      source: "throw new TypeError('on purpose')",
    });
    expect((failure as Error).message).toMatch(
      /bad\.ipynb: cell 2 \(id c2\) failed: TypeError: on purpose\n.*on purpose'\)$/s,
    );
    const { cells } = read(outPath);
    expect(cells[1]!.outputs!.at(-1)).toMatchObject({
      output_type: "error",
      ename: "TypeError",
      evalue: "on purpose",
    });
    expect(cells.map((cell) => cell.outputs!.length > 0)).toEqual([true, true, false]);
  });

  test("a cell over its time fails, and the kernel with it", async () => {
    const path = notebookOf("endless.ipynb", "for (;;) {}");
    await expect(runNotebook(path, { timeoutS: 1 })).rejects.toThrow(/cell 1 .*took longer than 1 s/);
  });

  test("a cell that does not compile fails before it runs", async () => {
    const path = notebookOf("types.ipynb", "console.log('never'); const text: string = 1;");
    const outPath = join(folder, "types-out.ipynb");
    await expect(runNotebook(path, { outPath })).rejects.toThrow(/CompileError: .*to type 'string'/);
    expect(JSON.stringify(read(outPath).cells[0]!.outputs)).not.toContain("never");
  });

  test("a cell that ends the kernel fails, and so does any later one", async () => {
    const kernel = await Kernel.start({ cwd: folder });
    try {
      for (const code of ["process.exit(3)", "1"]) {
        const { failure } = await kernel.execute(code, 60);
        expect(failure).toMatchObject({ name: "KernelError", message: "the kernel ended (code 3)" });
      }
    } finally {
      await kernel.stop();
    }
  });

  test("a working directory that is not there is said to be the reason, and no notebook is written", async () => {
    const path = notebookOf("homeless.ipynb", "1");
    const outPath = join(folder, "homeless-out.ipynb");
    await expect(runNotebook(path, { cwd: join(folder, "missing"), outPath })).rejects.toThrow(
      /cannot be started/,
    );
    expect(existsSync(outPath)).toBe(false);
  });
});

test("outside a kernel, displaying says where it works and what to use instead", () => {
  expect(() => displayBundle({ "text/plain": "x" })).toThrow(
    /own tslab kernel only; .*`npm run kernel` .*elsewhere use saveFigure/,
  );
});

const built = existsSync(join(root, "dist", "notebook", "index.js"));

describe.skipIf(!built)(
  `through the built library${built ? "" : " (skipped: run `npm run build` first)"}`,
  () => {
    test("a figure is one output with a PNG and its size, a table one with HTML and text", async () => {
      const path = notebookOf(
        "show.ipynb",
        'import { showFigure, showTable } from "../dist/notebook/index.js";',
        'await showFigure({ data: [{ type: "scatter", x: [1, 2], y: [2, 1] }], layout: { width: 300, height: 200 } });',
        'await showTable([{ mix: "<b>a</b>", score: 0.5 }], { formats: { score: "percent" } });',
      );
      const { cells } = await runNotebook(path, { cwd: join(root, "notebooks") });
      const [figure] = cells[1]!.outputs!;
      const [table] = cells[2]!.outputs!;
      if (!figure || !("data" in figure) || !table || !("data" in table))
        throw new Error("an output is missing");
      expect(Object.keys(figure.data)).toEqual(["application/vnd.plotly.v1+json", "image/png", "text/plain"]);
      expect(figure.metadata).toEqual({ "image/png": { width: 300, height: 200 } });
      const png = Buffer.from(String(figure.data["image/png"]), "base64");
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([600, 400]);
      expect(table.data["text/plain"]).toEqual(["mix       score\n", "────────  ─────\n", "<b>a</b>  50.0%"]);
      expect(String(table.data["text/html"])).toContain("&lt;b&gt;a&lt;/b&gt;");
    });
  },
);
