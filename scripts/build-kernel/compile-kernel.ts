/** The AssemblyScript compiler, run in memory on the simulation kernel. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../lib/routing/simulation/kernel/", import.meta.url));

/** The module that holds the bytes. */
export const KERNEL_MODULE = join(FOLDER, "kernel-bytes.ts");

/** Compiles the kernel. @throws {Error} with the compiler's messages */
export function compileKernel(): Promise<Uint8Array> {
  return compileAssembly(FOLDER, "kernel");
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

/** The text of {@link KERNEL_MODULE}. */
export function kernelModule(bytes: Uint8Array): string {
  return [
    "/** The simulation kernel, compiled from the AssemblyScript beside this file: `npm run build-kernel`. Not to be edited. */",
    `export const KERNEL_BYTES =\n  "${Buffer.from(bytes).toString("base64")}";`,
    "",
  ].join("\n");
}
