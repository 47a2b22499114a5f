/** The ONNX runtime, loaded when it is first needed. */
import type { InferenceSession, Tensor } from "onnxruntime-node";

/** A model that turns token ids into vectors. */
export interface OnnxSession {
  readonly inputs: readonly string[];
  /**
   * @param feeds for each input a value for each token of each text, text by text
   * @returns the first output's values
   */
  run(feeds: Readonly<Record<string, BigInt64Array>>, textCount: number): Promise<Float32Array>;
}

/** The runtime otherwise prints warnings that users cannot act on, and each error that it also throws. */
const LOG_FATAL_ONLY = 4;

/**
 * @param model the bytes of an ONNX model whose inputs are all texts × tokens, 64-bit whole numbers
 * @param threads of the runtime; default: one a core
 */
export async function createOnnxSession(model: Uint8Array, threads?: number): Promise<OnnxSession> {
  const runtime = await import("onnxruntime-node");
  const session: InferenceSession = await runtime.InferenceSession.create(model, {
    ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    interOpNumThreads: 1,
    logSeverityLevel: LOG_FATAL_ONLY,
  });
  return {
    inputs: session.inputNames,
    async run(feeds, textCount) {
      const tensors = Object.fromEntries(
        Object.entries(feeds).map(([name, values]) => [
          name,
          new runtime.Tensor("int64", values, [textCount, values.length / textCount]),
        ]),
      );
      const outputs = await session.run(tensors);
      return (outputs[session.outputNames[0]!] as Tensor).data as Float32Array;
    },
  };
}
