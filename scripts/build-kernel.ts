/**
 * `npm run build-kernel`: compiles the kernels (AssemblyScript, `lib/routing/simulation/kernel/*.as` and
 * `lib/ppm/lightgbm/kernel/*.as`) and writes their bytes as TypeScript modules, so that nothing has to be compiled
 * where the library is used.
 */

import { writeFileAtomic } from "../lib/base/index.js";
import {
  compileKernel,
  HISTOGRAM_KERNEL,
  kernelModule,
  SIMULATION_KERNEL,
} from "./build-kernel/compile-kernel.js";

for (const kernel of [SIMULATION_KERNEL, HISTOGRAM_KERNEL]) {
  const bytes = await compileKernel(kernel);
  writeFileAtomic(kernel.module, kernelModule(kernel, bytes));
  process.stdout.write(`${kernel.module}: ${bytes.length} bytes of WebAssembly\n`);
}
