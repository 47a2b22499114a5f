/**
 * `npm run build-kernel`: compiles the simulation kernel (AssemblyScript, `lib/routing/simulation/kernel/*.as`) and
 * writes its bytes as a TypeScript module, so that nothing has to be compiled where the library is used.
 */

import { writeFileAtomic } from "../lib/index.js";
import { compileKernel, KERNEL_MODULE, kernelModule } from "./build-kernel/compile-kernel.js";

const bytes = await compileKernel();
writeFileAtomic(KERNEL_MODULE, kernelModule(bytes));
process.stdout.write(`${KERNEL_MODULE}: ${bytes.length} bytes of WebAssembly\n`);
