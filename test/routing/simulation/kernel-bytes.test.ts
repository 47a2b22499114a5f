/** The committed kernel is what its source compiles to. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import {
  compileKernel,
  kernelModule,
  SIMULATION_KERNEL,
} from "../../../scripts/build-kernel/compile-kernel.js";

const compiler = fileURLToPath(new URL("../../../node_modules/assemblyscript", import.meta.url));

test.skipIf(!existsSync(compiler))(
  "compiling the kernel again gives the committed bytes (skipped: where assemblyscript is not installed)",
  async () => {
    const bytes = await compileKernel(SIMULATION_KERNEL);
    expect(kernelModule(SIMULATION_KERNEL, bytes)).toBe(readFileSync(SIMULATION_KERNEL.module, "utf8"));
  },
);
