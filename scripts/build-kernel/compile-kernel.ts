/** The AssemblyScript compiler, run in memory on the library's kernels. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A kernel: sources `*.as` beside the module that holds its bytes. */
export interface KernelSource {
  /** What it is for, as the module's first line says it. */
  readonly name: string;
  readonly folder: string;
  /** The module that holds the bytes. */
  readonly module: string;
}

export const SIMULATION_KERNEL = kernelIn("simulation", "lib/routing/simulation/kernel/");
export const HISTOGRAM_KERNEL = kernelIn("histogram", "lib/ppm/lightgbm/kernel/");

function kernelIn(name: string, path: string): KernelSource {
  const folder = fileURLToPath(new URL(`../../${path}`, import.meta.url));
  return { name, folder, module: join(folder, "kernel-bytes.ts") };
}

/** Compiles a kernel. @throws {Error} with the compiler's messages */
export function compileKernel({ folder }: KernelSource): Promise<Uint8Array> {
  return compileAssembly(folder, "kernel");
}

/**
 * Compiles AssemblyScript; needs the development dependency `assemblyscript`.
 * @param entry name of the module in the folder, without its ending `.as`
 */
export async function compileAssembly(folder: string, entry: string): Promise<Uint8Array<ArrayBuffer>> {
  const { default: asc } = await import("assemblyscript/asc");
  let bytes: Uint8Array | undefined;
  // The compiler takes only files named .ts. Ours end in .as, so that TypeScript's tools leave them alone.
  const { error, stderr } = await asc.main([`${entry}.ts`, "--outFile", "out.wasm", ...OPTIONS], {
    readFile: (name) =>
      /^\w+\.ts$/.test(name) ? readFileSync(join(folder, name.replace(/ts$/, "as")), "utf8") : null,
    writeFile: (_, content) => {
      if (typeof content !== "string") bytes = content;
    },
    listFiles: () => [],
  });
  if (error || bytes === undefined) throw new Error(`${entry}.as does not compile:\n${stderr.toString()}`);
  return Uint8Array.from(bytes);
}

const OPTIONS = ["-Ospeed", "--noAssert", "--runtime", "stub", "--enable", "simd"];

/** The text of a kernel's module. */
export function kernelModule({ name }: KernelSource, bytes: Uint8Array): string {
  return [
    `/** The ${name} kernel, compiled from the AssemblyScript beside this file: \`npm run build-kernel\`. Not to be edited. */`,
    `export const KERNEL_BYTES =\n  "${Buffer.from(bytes).toString("base64")}";`,
    "",
  ].join("\n");
}
