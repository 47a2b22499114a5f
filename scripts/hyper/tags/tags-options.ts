/** The options of `hyper tags` as commander gives them, checked together. */
import { Command } from "commander";
import {
  BadInputError,
  type Definitions,
  type EncoderKind,
  type EncoderSpec,
  type Problem,
  type Shard,
} from "../../../lib/index.js";
import { type LmCommandOptions, withLmOptions } from "../lm-options.js";
import type { LmAnalyzerOptionValues } from "./analyzer-options.js";

export interface TagsOptions extends LmCommandOptions, LmAnalyzerOptionValues {
  preferences: string;
  out: string;
  encoder: EncoderKind;
  textModel?: string;
  tokenModel?: string;
  modelDir?: string;
  compat?: Definitions;
  analyzer: "embedded" | "lm";
  allowUntagged?: true;
  recompute?: true;
  shard?: Shard;
  workers?: number;
  skipBad?: true;
}

const TRANSFORMERS_ONLY = ["textModel", "tokenModel", "modelDir"];
/** Of the options that all LM verbs share, those that are of use without an LM too. */
const GENERAL = ["cache", "dryRun"];
const LM_ONLY = ["model", "perDimension", "temperature", "maxTokens", "attempts", "allowUntagged"];

/** @throws {BadInputError} listing every option that is of no use with the others */
export function checkedOptions(command: Command): TagsOptions {
  const options = command.opts<TagsOptions>();
  const shared = withLmOptions(new Command(), { model: false }).options.map((option) =>
    option.attributeName(),
  );
  const lmOnly = [...LM_ONLY, ...shared.filter((name) => !GENERAL.includes(name))];
  const problems: Problem[] = [];
  const given = (names: readonly string[]): string[] =>
    command.options
      .filter((option) => names.includes(option.attributeName()))
      .filter((option) => command.getOptionValueSource(option.attributeName()) === "cli")
      .map((option) => option.long ?? option.flags);
  const refuse = (names: readonly string[], where: string): void => {
    const places = given(names);
    if (places.length > 0)
      problems.push({
        place: places.join(", "),
        rule: `of use with ${where} only`,
        remedy: `add ${where}, or leave it out`,
      });
  };
  if (options.encoder !== "transformers") refuse(TRANSFORMERS_ONLY, "--encoder transformers");
  if (options.analyzer !== "lm") refuse(lmOnly, "--analyzer lm");
  else if (options.model === undefined)
    problems.push({ place: "--analyzer lm", rule: "needs a model", remedy: "name it with --model" });
  if (problems.length > 0) throw new BadInputError(problems);
  return options;
}

/** The encoder that the options name. */
export function encoderSpec({ encoder, textModel, tokenModel, modelDir }: TagsOptions): EncoderSpec {
  return encoder === "transformers" ? { kind: encoder, textModel, tokenModel, modelDir } : { kind: encoder };
}
