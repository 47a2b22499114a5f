/** Every relative link of the documentation leads to a file that is there, and every anchor to a heading. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

function documents(): string[] {
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  const inside = ["docs", "datasets", "notebooks", "results"].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
          .filter((name) => name.endsWith(".md"))
          .map((name) => join(folder, name))
      : [],
  );
  return [...top, ...inside].map((name) => join(root, name));
}

function anchors(markdown: string): Set<string> {
  const headings = [...markdown.matchAll(/^#+\s+(.+)$/gm)].map((match) => match[1]!);
  return new Set(
    headings.map((text) =>
      text
        .toLowerCase()
        .replace(/[^\w\- ]/g, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}

function brokenLinks(document: string): string[] {
  const markdown = readFileSync(document, "utf8");
  const links = [...markdown.matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? document : resolve(dirname(document), decodeURI(path));
      if (!existsSync(target)) return true;
      return (
        anchor !== undefined && target.endsWith(".md") && !anchors(readFileSync(target, "utf8")).has(anchor)
      );
    })
    .map((link) => `${relative(root, document)}: ${link}`);
}

test("the documents' relative links and anchors resolve", () => {
  expect(documents().length).toBeGreaterThan(3);
  expect(documents().flatMap(brokenLinks)).toEqual([]);
});
