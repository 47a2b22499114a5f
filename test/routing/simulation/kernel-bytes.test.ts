/** The committed kernel is what its source compiles to. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compileKernel, KERNEL_MODULE, kernelModule } from "../../../scripts/build-kernel/compile-kernel.js";

const compiler = fileURLToPath(new URL("../../../node_modules/assemblyscript", import.meta.url));

test.skipIf(!existsSync(compiler))(
  "compiling the kernel again gives the committed bytes (skipped: where assemblyscript is not installed)",
  async () => {
    expect(kernelModule(await compileKernel())).toBe(readFileSync(KERNEL_MODULE, "utf8"));
  },
);
