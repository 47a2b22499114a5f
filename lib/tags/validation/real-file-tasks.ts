/** What real files' labels are compared with: an area with the subject, unsafe with the safety concern, code with material. */
import { type DescriptiveTags, labelsOf, NONE, SOME } from "./descriptive-tags.js";
import {
  type LabelledPrompt,
  mtBenchPrompts,
  type RealFiles,
  SAFE,
  taskPrompts,
  UNSAFE,
  xstestPrompts,
} from "./real-files.js";
import { SUBJECT_AREAS, subjectArea } from "./subject-areas.js";

export interface RealFileTask {
  readonly task: string;
  readonly prompts: readonly LabelledPrompt[];
  readonly labels: readonly string[];
  /** The label that a prompt's tags amount to; null for none of them. */
  predict(tags: DescriptiveTags): string | null;
  /** The label whose F1 is shown beside the macro-F1; null for exact match. */
  readonly positive: string | null;
  /** The constant answer of the baseline; null for the most frequent label. */
  readonly constant: string | null;
}

/** The tasks whose files are there. @throws {BadInputError} as the readers do */
export async function realFileTasks(files: RealFiles): Promise<RealFileTask[]> {
  const mtBench = files.mtBench === undefined ? [] : await mtBenchPrompts(files.mtBench);
  const tasks = await taskPrompts(files);
  const area = (tags: DescriptiveTags): string | null => subjectArea(tags.subject_of_expertise ?? []);
  const all: RealFileTask[] = [
    {
      ...{ task: "MT-bench: category by subject", prompts: mtBench, labels: SUBJECT_AREAS },
      ...{ predict: area, positive: null, constant: null },
    },
    {
      ...{ task: "XSTest: unsafe by safety", prompts: await xstestPrompts(files), labels: [UNSAFE, SAFE] },
      ...{ predict: safety, positive: UNSAFE, constant: UNSAFE },
    },
    {
      ...{ task: "HumanEvalPack, GSM8K: task by subject", prompts: tasks, labels: ["coding", "math"] },
      ...{ predict: area, positive: null, constant: null },
    },
    {
      task: "HumanEvalPack, GSM8K: code by material",
      prompts: tasks.map((one) => ({ ...one, label: one.label === "coding" ? SOME : NONE })),
      labels: [SOME, NONE],
      predict: (tags) => labelsOf(tags, "type_of_in_context_material")[0] ?? null,
      ...{ positive: SOME, constant: SOME },
    },
  ];
  return all.filter(({ prompts }) => prompts.length > 0);
}

/** Moderate and high concern are unsafe. */
function safety({ safety_concern: concern }: DescriptiveTags): string | null {
  if (concern === null || concern === undefined) return null;
  return concern === "moderate" || concern === "high" ? UNSAFE : SAFE;
}
