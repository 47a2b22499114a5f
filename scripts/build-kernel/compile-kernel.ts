/** The AssemblyScript compiler, run in memory on the simulation kernel. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../lib/routing/simulation/kernel/", import.meta.url));

/** The module that holds the bytes. */
export const KERNEL_MODULE = join(FOLDER, "kernel-bytes.ts");

/** Compiles the kernel; needs the development dependency `assemblyscript`. @throws {Error} with the compiler's messages */
export async function compileKernel(): Promise<Uint8Array> {
  const { default: asc } = await import("assemblyscript/asc");
  let bytes: Uint8Array | undefined;
  // The compiler takes only files named .ts. Ours end in .as, so that TypeScript's tools leave them alone.
  const { error, stderr } = await asc.main(["kernel.ts", "--outFile", "kernel.wasm", ...OPTIONS], {
    readFile: (name) =>
      /^\w+\.ts$/.test(name) ? readFileSync(join(FOLDER, name.replace(/ts$/, "as")), "utf8") : null,
    writeFile: (_, content) => {
      if (typeof content !== "string") bytes = content;
    },
    listFiles: () => [],
  });
  if (error || bytes === undefined) throw new Error(`the kernel does not compile:\n${stderr.toString()}`);
  return bytes;
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
