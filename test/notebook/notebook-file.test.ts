import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  formatNotebook,
  joinLines,
  KERNELSPEC,
  type Notebook,
  readNotebook,
  splitLines,
  stripNotebook,
} from "../../lib/notebook/index.js";

const used: Notebook = {
  cells: [
    { cell_type: "markdown", id: "m", metadata: { collapsed: true }, source: ["# A\n", "b"] },
    {
      cell_type: "code",
      id: "c",
      metadata: { tags: ["slow"], execution: { started: "2025" } },
      execution_count: 7,
      outputs: [{ output_type: "stream", name: "stdout", text: ["hi\n"] }],
      source: "const a = 1;\na",
    },
  ],
  metadata: { kernelspec: { name: "other" }, widgets: {} },
  nbformat: 4,
  nbformat_minor: 5,
};

test("stripping removes outputs, counts and volatile metadata, and keeps sources, ids and tags", () => {
  const { cells, metadata } = stripNotebook(used);
  expect(cells).toEqual([
    { cell_type: "markdown", id: "m", metadata: {}, source: ["# A\n", "b"] },
    {
      cell_type: "code",
      id: "c",
      metadata: { tags: ["slow"] },
      execution_count: null,
      outputs: [],
      source: ["const a = 1;\n", "a"],
    },
  ]);
  expect(metadata.kernelspec).toEqual(KERNELSPEC);
  expect(Object.keys(metadata)).toEqual(["kernelspec", "language_info"]);
});

test("the text has sorted keys, as Jupyter saves them, and is read back as it was", () => {
  const text = formatNotebook(used);
  expect(text).toContain('"cell_type": "code",\n   "execution_count": 7,\n   "id": "c",\n   "metadata": {');
  expect(JSON.parse(text)).toEqual(used);
});

test("stripping twice changes nothing more", () => {
  const once = stripNotebook(used);
  expect(formatNotebook(stripNotebook(once))).toBe(formatNotebook(once));
});

test("lines split and joined are the text", () => {
  for (const text of ["", "a", "a\n", "\n\n", "a\nb\r\nc", "é\n😀"])
    expect(joinLines(splitLines(text))).toBe(text);
  expect(splitLines("a\n\nb")).toEqual(["a\n", "\n", "b"]);
});

describe("readNotebook", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "notebook-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const read = (content: string): Notebook => {
    const path = join(folder, "n.ipynb");
    writeFileSync(path, content);
    return readNotebook(path);
  };

  test("gives cells without an id one by their place", () => {
    const { cells } = read(
      JSON.stringify({ nbformat: 4, metadata: {}, cells: [{ cell_type: "code", source: "1" }] }),
    );
    expect(cells[0]).toMatchObject({ id: "cell-1", metadata: {}, source: "1" });
  });

  test("what is no notebook is refused with its place", () => {
    expect(() => read("{")).toThrow(/n\.ipynb: not JSON/);
    expect(() => read('{"nbformat": 3, "cells": []}')).toThrow(/nbformat 4/);
    expect(() => read('{"nbformat": 4, "cells": [{"source": ""}]}')).toThrow(
      /cell 1: a cell needs cell_type/,
    );
  });
});

const folder = fileURLToPath(new URL("../../notebooks/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".ipynb"));

test.each(names)("notebooks/%s is stored without outputs (tsx scripts/run-notebook.ts --strip)", (name) => {
  const stored = readNotebook(join(folder, name));
  expect(stripNotebook(stored)).toEqual(stored);
});
