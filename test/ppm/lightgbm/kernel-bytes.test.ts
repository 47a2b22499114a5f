/** The committed kernel is what its source compiles to. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  compileKernel,
  HISTOGRAM_KERNEL,
  kernelModule,
} from "../../../scripts/build-kernel/compile-kernel.js";

const compiler = fileURLToPath(new URL("../../../node_modules/assemblyscript", import.meta.url));

test.skipIf(!existsSync(compiler))(
  "compiling the kernel again gives the committed bytes (skipped: where assemblyscript is not installed)",
  async () => {
    const bytes = await compileKernel(HISTOGRAM_KERNEL);
    expect(kernelModule(HISTOGRAM_KERNEL, bytes)).toBe(readFileSync(HISTOGRAM_KERNEL.module, "utf8"));
  },
);
