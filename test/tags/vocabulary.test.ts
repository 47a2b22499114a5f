import { describe, expect, test } from "vitest";
import { BadInputError, sha256 } from "../../lib/base/index.js";
import { formatTag, parseTag, SUBJECTS, TAG_NAMES, TAGS, tagColumn } from "../../lib/tags/index.js";

describe("the vocabulary", () => {
  test("has 90 different tags: 27 bins, 46 subjects, English, 14 scalar values, 2 open sets", () => {
    expect(new Set(TAG_NAMES).size).toBe(90);
    const countOf = (wanted: string): number => TAGS.filter(({ kind }) => kind === wanted).length;
    expect(["measure", "subject", "language", "scalar", "open-set"].map(countOf)).toEqual([27, 46, 1, 14, 2]);
  });

  test("is the original's list, string by string and in its order", () => {
    // SHA-256 of the original's 90 names joined by line breaks.
    expect(sha256(TAG_NAMES.join("\n"))).toBe(
      "44205913ad2845673d71ceb3309134e817d196a339a7fd1c70e3f90a93ea1c74",
    );
  });

  test("every tag string survives parsing and formatting", () => {
    for (const [column, name] of TAG_NAMES.entries()) {
      expect(formatTag(parseTag(name))).toBe(name);
      expect(parseTag(name)).toBe(TAGS[column]);
      expect(tagColumn(name)).toBe(column);
    }
  });

  test("spells tags as the original does", () => {
    expect(parseTag("rouge::min_val=0.33|max_val=0.67")).toEqual({
      kind: "measure",
      measure: "rouge",
      bin: 1,
    });
    expect(formatTag({ kind: "subject", subject: "Chemistry" })).toBe(
      "analyzer_closed_set::feature_name=subject_of_expertise|constraints=Chemistry",
    );
    expect(formatTag({ kind: "scalar", dimension: "safety_concern", value: "moderate" })).toBe(
      "analyzer_scalar::feature_name=safety_concern|value=moderate",
    );
    expect(SUBJECTS.at(-1)).toBe("Others");
  });

  test("a string that is no tag is refused, with the nearest one", () => {
    expect(() => parseTag("rouge::min_val=0.33|max_val=0.66")).toThrow(BadInputError);
    expect(() => parseTag("rouge::min_val=0.33|max_val=0.66")).toThrow(/rouge::min_val=0.33\|max_val=0.67/);
  });
});
