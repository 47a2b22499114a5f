import { expect, test } from "vitest";
import { BadInputError } from "../../lib/base/index.js";
import { columnOfTagName, readTagName, SHORT_TAG_NAMES, TAG_NAMES } from "../../lib/tags/index.js";

test("every tag has a short name of its own, which reads back in any case, as its full name does", () => {
  expect(new Set(SHORT_TAG_NAMES.map((name) => name.toLowerCase())).size).toBe(90);
  for (const [column, name] of SHORT_TAG_NAMES.entries()) {
    expect(columnOfTagName(name)).toBe(column);
    expect(columnOfTagName(` ${name.toUpperCase()} `)).toBe(column);
    expect(columnOfTagName(TAG_NAMES[column]!)).toBe(column);
  }
});

test("names are as people would write them", () => {
  const full = (name: string) => TAG_NAMES[readTagName(name, "--min-share")];
  expect(full("safety_concern=high")).toBe("analyzer_scalar::feature_name=safety_concern|value=high");
  expect(full("rouge = low")).toBe("rouge::min_val=0.0|max_val=0.33");
  expect(full("subject_of_expertise=law")).toMatch(/constraints=Law$/);
  expect(full("format_constraints")).toMatch(/^analyzer_open_set/);
});

test("a typo is refused with the tag that was meant", () => {
  expect(() => readTagName("safety_concern=hgh", "--min-share")).toThrow(BadInputError);
  expect(() => readTagName("safety_concern=hgh", "--min-share")).toThrow(
    /--min-share.*"safety_concern=hgh".*did you mean "safety_concern=high"/,
  );
  expect(() => readTagName("rouge::min_val=0.0|max_val=0.3", "x")).toThrow("rouge::min_val=0.0|max_val=0.33");
  expect(columnOfTagName("__proto__")).toBeUndefined();
});
