import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import { cutAfter, onnxOutline } from "../../lib/text/encoders/onnx/hidden-state.js";
import { onnxFile } from "../../lib/text/encoders/onnx/onnx-file.js";
import { loadTransformer } from "../../lib/text/encoders/transformers/transformer-model.js";
import { createEncoder, type Encoder, type TransformersSpec } from "../../lib/text/index.js";
import { FIXTURES, TINY_BERT, tinyExamples } from "./tiny-bert.js";

const TINY: TransformersSpec = {
  kind: "transformers",
  textModel: "tiny-bert",
  tokenModel: "tiny-bert",
  modelDir: FIXTURES,
};
const unit = (vector: readonly number[]): number[] => {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};
const largestDifference = (a: ArrayLike<number>, b: readonly number[]): number =>
  Math.max(...b.map((value, i) => Math.abs(value - a[i]!)));

/** A copy of the tiny model that a test may spoil. */
function spoilt(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(tmpdir(), "model-dir-"));
  cpSync(TINY_BERT, join(folder, "tiny-bert"), { recursive: true });
  change(join(folder, "tiny-bert"));
  return folder;
}

/** Sets fields of a JSON file. */
function change(path: string, fields: object): void {
  const old = JSON.parse(readFileSync(path, "utf8")) as object;
  writeFileSync(path, JSON.stringify({ ...old, ...fields }));
}

async function problemsOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInputError);
  return (error as BadInputError).message;
}

describe("a transformer", () => {
  let encoder: Encoder;
  beforeAll(async () => {
    encoder = await createEncoder(TINY);
  });

  test.each(tinyExamples())(
    "gives the states of NumPy's forward pass after every layer, to 1e-5: $text",
    async (example) => {
      for (const [i, states] of example.statesByLayer.entries()) {
        const model = await loadTransformer({ name: "tiny-bert", folder: TINY_BERT }, i + 1);
        const found = await model.statesOf(example.text, 100);
        expect(found.tokens).toEqual(example.tokens);
        expect(found.ids).toEqual(example.ids);
        expect(largestDifference(found.states, states.flat())).toBeLessThan(1e-5);
      }
    },
  );

  test.each(tinyExamples())(
    "a text's vector is the mean over tokens and marks, of length 1: $text",
    async (example) => {
      const states = example.statesByLayer.at(-1)!;
      const mean = states[0]!.map((_, k) => states.reduce((sum, row) => sum + row[k]!, 0) / states.length);
      const [vector] = await encoder.encodeText([example.text]);
      expect(largestDifference(vector!, unit(mean))).toBeLessThan(1e-5);
    },
  );

  test.each(tinyExamples())("token vectors leave the marks out: $text", async (example) => {
    const [found] = await encoder.encodeTokens([example.text], 256);
    expect(found!.tokens).toEqual(example.tokens);
    for (const [i, vector] of found!.vectors.entries()) {
      expect(largestDifference(vector, unit(example.statesByLayer.at(-1)![i + 1]!))).toBeLessThan(1e-5);
    }
  });

  test("a text's vectors are bit by bit the same alone and among others", async () => {
    const texts = ["Bake bread.", "magma", "the volcano erupts at night and the magma rises".repeat(2)];
    const together = await encoder.encodeText(texts);
    const tokens = await encoder.encodeTokens(texts, 256);
    for (const [i, text] of texts.entries()) {
      expect((await encoder.encodeText([text]))[0]).toEqual(together[i]);
      expect((await encoder.encodeTokens([text], 256))[0]).toEqual(tokens[i]);
    }
  });

  test("keeps to the positions that the model has, with the marks in their places", async () => {
    const [found] = await encoder.encodeTokens(["bake ".repeat(100)], 256);
    // 40 positions, less two marks.
    expect(found!.tokens).toHaveLength(38);
    const [cut, whole] = await encoder.encodeText(["bake ".repeat(100), "bake ".repeat(38)]);
    expect(cut).toEqual(whole);
  });

  test("its name holds the models' names and changes with their files", async () => {
    expect(encoder.id).toMatch(/^transformers\/1-tiny-bert@[0-9a-f]{8}-200-tiny-bert@[0-9a-f]{8}$/);
    const folder = spoilt((tiny) => {
      const path = join(tiny, "onnx", "model.onnx");
      const bytes = readFileSync(path);
      // A bias's values follow its name: another model of the same shape.
      const name = "encoder.layer.1.output.dense.bias";
      bytes[bytes.lastIndexOf(name) + name.length + 8]! ^= 1;
      writeFileSync(path, bytes);
    });
    expect((await createEncoder({ ...TINY, modelDir: folder })).id).not.toBe(encoder.id);
    rmSync(folder, { recursive: true });
  });
});

describe("a model folder", () => {
  test("may hold models under their whole names or without the owner; nothing is fetched", async () => {
    const fetched = vi.spyOn(globalThis, "fetch");
    const folder = mkdtempSync(join(tmpdir(), "model-dir-"));
    mkdirSync(join(folder, "some-owner"));
    cpSync(TINY_BERT, join(folder, "some-owner", "texts"), { recursive: true });
    cpSync(TINY_BERT, join(folder, "tokens"), { recursive: true });
    const spec = {
      kind: "transformers",
      textModel: "some-owner/texts",
      tokenModel: "other/tokens",
      modelDir: folder,
    } as const;
    expect((await createEncoder(spec)).dimension).toBe(16);
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
    rmSync(folder, { recursive: true });
  });

  test("that lacks files is refused with all of them, in one go", async () => {
    const folder = spoilt((tiny) => rmSync(join(tiny, "tokenizer.json")));
    const message = await problemsOf(
      createEncoder({ ...TINY, tokenModel: "owner/absent", modelDir: folder }),
    );
    for (const part of [
      join("tiny-bert", "tokenizer.json"),
      join("owner", "absent", "onnx", "model.onnx"),
      join("owner", "absent", "config.json"),
      "nothing is downloaded",
    ]) {
      expect(message).toContain(part);
    }
    rmSync(folder, { recursive: true });
  });

  test.each([
    ["onnx/model.onnx", "not a model", "cannot be loaded as an ONNX model"],
    ["onnx/model.onnx", "", "the file is empty"],
    ["tokenizer.json", "{", "cannot be used as a file of the model"],
    ["tokenizer.json", "{}", "cannot be used as a file of the model"],
    ["tokenizer_config.json", "[]", "must be a JSON object"],
    ["config.json", '{"hidden_size":32}', "its states have 16 numbers a token, and config.json says 32"],
  ])("with a broken %s (%j) is refused by its path", async (file, content, rule) => {
    const folder = spoilt((tiny) => writeFileSync(join(tiny, file), content));
    const message = await problemsOf(createEncoder({ ...TINY, modelDir: folder }));
    expect(message).toContain(join(folder, "tiny-bert", file === "config.json" ? "onnx" : file));
    expect(message).toContain(rule);
    rmSync(folder, { recursive: true });
  });

  test.each([
    { max_position_embeddings: 2 },
    { max_position_embeddings: 3, model_type: "roberta", pad_token_id: 1 },
    { model_type: "roberta", pad_token_id: "none" },
  ])("whose configuration leaves no room for a token is refused: %j", async (config) => {
    const folder = spoilt((tiny) => change(join(tiny, "config.json"), config));
    const message = await problemsOf(createEncoder({ ...TINY, modelDir: folder }));
    expect(message).toContain("takes no token beside the marks");
    rmSync(folder, { recursive: true });
  });

  test("whose tokenizer belongs to another model is refused by its path", async () => {
    const folder = spoilt((tiny) => {
      const path = join(tiny, "tokenizer.json");
      const { model } = JSON.parse(readFileSync(path, "utf8")) as {
        model: { vocab: Record<string, number> };
      };
      const vocab = Object.fromEntries(Object.entries(model.vocab).map(([token, id]) => [token, id + 5_000]));
      change(path, { model: { ...model, vocab } });
    });
    const message = await problemsOf(createEncoder({ ...TINY, modelDir: folder }));
    expect(message).toMatch(/model\.onnx: does not run/);
    rmSync(folder, { recursive: true });
  });

  test("that is a file, or lacks one model for texts and tokens, is told once", async () => {
    const message = await problemsOf(createEncoder({ ...TINY, modelDir: join(TINY_BERT, "config.json") }));
    expect(message).toMatch(/^\S+config\.json: there is no such folder of models[^\n]*$/);
    const folder = spoilt((tiny) => {
      rmSync(join(tiny, "onnx", "model.onnx"));
      mkdirSync(join(tiny, "onnx", "model.onnx"));
    });
    const absent = await problemsOf(createEncoder({ ...TINY, modelDir: folder }));
    expect(absent).toMatch(/^[^\n]*model\.onnx: a file of the model [^\n]* is missing[^\n]*$/);
    rmSync(folder, { recursive: true });
  });

  test.each(["../tiny-bert", "a/../../b", "/etc", "a/b/c", "..", ".hidden", "a\\b", "", "a b"])(
    "is never left by a model's name: %j",
    async (textModel) => {
      const message = await problemsOf(createEncoder({ ...TINY, textModel }));
      expect(message).toContain("a model's name must be");
    },
  );
});

describe("the states of a layer", () => {
  const bytes = readFileSync(join(TINY_BERT, "onnx", "model.onnx"));

  test("are found by the names that exporters give, and the graph ends with them", () => {
    const { outputs, layerOutputs } = onnxOutline(bytes);
    expect(outputs).toEqual(["last_hidden_state"]);
    expect(layerOutputs).toHaveLength(2);
    expect(layerOutputs[0]).toContain("/encoder/layer.0/output/LayerNorm");
    const cut = cutAfter(bytes, layerOutputs[0]!);
    expect(onnxOutline(cut)).toEqual({ outputs: [layerOutputs[0]], layerOutputs: [layerOutputs[0]] });
    expect(cut.length).toBeLessThan(bytes.length);
  });

  test("that a model does not name are refused, with what it gives instead", async () => {
    const logits = onnxFile({
      nodes: [{ operator: "Cast", inputs: ["input_ids"], outputs: ["logits"], attributes: { to: 1 } }],
      constants: [],
      inputs: [{ name: "input_ids", type: "int64", shape: ["texts", "length"] }],
      outputs: [{ name: "logits", type: "float", shape: ["texts", "length"] }],
    });
    const folder = spoilt((tiny) => writeFileSync(join(tiny, "onnx", "model.onnx"), logits));
    const message = await problemsOf(createEncoder({ ...TINY, modelDir: folder }));
    expect(message).toContain("gives no states of its tokens (its outputs: logits)");
    rmSync(folder, { recursive: true });
  });
});
