import { expect, test } from "vitest";
import { plainText } from "../../lib/figures/index.js";

test("markup and entities become the characters they are written with", () => {
  expect(plainText("a < b & c > &lt;d&gt;")).toBe("a &lt; b &amp; c &gt; &amp;lt;d&amp;gt;");
});

test("what no XML may hold becomes U+FFFD", () => {
  expect(plainText("a\u0000b\u001bc\ud800d\tе😀")).toBe("a\ufffdb\ufffdc\ufffdd\tе😀");
});

test("long text ends in an ellipsis, counted in characters as seen", () => {
  expect(plainText("😀😀😀😀😀", 3)).toBe("😀😀…");
  expect(plainText("abc", 3)).toBe("abc");
  expect(plainText("&&&&", 3)).toBe("&amp;&amp;…");
});
