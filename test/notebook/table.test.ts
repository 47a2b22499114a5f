import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { escapeHtml, renderTable } from "../../lib/notebook/index.js";

const rows = [
  { mix: "100% human", score: 0.60417, pairs: 7000, sure: true },
  { mix: "LM", score: Number.NaN, pairs: 12, note: "x" },
];

describe("renderTable", () => {
  test("aligns numbers right and texts left, in plain text", () => {
    expect(renderTable(rows, { caption: "Mixes", formats: { score: "percent" } }).text).toBe(
      [
        "Mixes",
        "mix         score  pairs  sure  note",
        "──────────  ─────  ─────  ────  ────",
        "100% human  60.4%  7,000  true",
        "LM              –     12        x",
      ].join("\n"),
    );
  });

  test("the HTML holds the same cells", () => {
    const { document } = new JSDOM(renderTable(rows).html).window;
    const texts = [...document.querySelectorAll("tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(texts).toEqual([
      ["mix", "score", "pairs", "sure", "note"],
      ["100% human", "0.604", "7,000", "true", ""],
      ["LM", "–", "12", "", "x"],
    ]);
  });

  test("plain text holds no control character that could steer a terminal", () => {
    const { text } = renderTable([{ "a\u009b": "\u001b[31mred\u0007" }]);
    expect(text).toContain("\\u001b[31mred\\u0007");
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("untrusted texts, column names and captions make no element", () => {
    const evil = `</td><script>alert("1")</script>&amp;'`;
    const { document } = new JSDOM(renderTable([{ [evil]: evil }], { caption: evil }).html).window;
    expect(document.querySelectorAll("script")).toHaveLength(0);
    expect(document.querySelector("td")!.textContent).toBe(evil);
    expect(document.querySelector("th")!.textContent).toBe(evil);
    expect(document.querySelector("caption")!.textContent).toBe(evil);
  });

  test("columns can be chosen and numbers formatted by a function", () => {
    const { text } = renderTable(rows, { columns: ["pairs"], formats: { pairs: (n) => `${n / 1000}k` } });
    expect(text.split("\n")).toEqual(
      ["pairs", "──────", "7k".padStart(6), "0.012k"].map((line, i) => (i === 0 ? " pairs" : line)),
    );
  });

  test("a column's numbers have the same digits: none where all are whole", () => {
    const { text } = renderTable([
      { share: 0, pairs: 1200 },
      { share: 0.25, pairs: 3 },
      { share: 100, pairs: Number.NaN },
    ]);
    expect(text.split("\n").slice(2)).toEqual(["  0.000  1,200", "  0.250      3", "100.000      –"]);
  });

  test("rows beyond the limit are counted", () => {
    const { text, html } = renderTable([...rows, ...rows, ...rows], { maxRows: 2 });
    expect(text.split("\n").at(-1)).toBe("… and 4 more rows");
    expect(html).toContain("… and 4 more rows");
  });

  test("line breaks and wide characters do not tear the plain table", () => {
    const { text } = renderTable([
      { a: "one\ntwo", b: 1 },
      { a: "😀", b: 2 },
    ]);
    expect(text.split("\n")).toEqual(["a        b", "───────  ─", "one two  1", "😀        2"]);
  });

  test("no rows give an empty table, not an error", () => {
    expect(renderTable([], { columns: ["a"] }).text).toBe("a\n─");
    expect(renderTable([]).html).toContain("<table>");
  });
});

test("escapeHtml keeps every character readable", () => {
  const text = `a<b>&amp;"c"'d'`;
  expect(
    new JSDOM(`<p title="${escapeHtml(text)}">${escapeHtml(text)}</p>`).window.document.querySelector("p"),
  ).toMatchObject({
    textContent: text,
    title: text,
  });
});
