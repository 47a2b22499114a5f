import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import {
  candidateHeatmap,
  type Figure,
  mixScores,
  predictedAgainstActual,
  renderPdf,
  renderPng,
  renderSvg,
  saveFigure,
  scoreByBudget,
  tagFrequencies,
  tagGains,
} from "../../lib/figures/index.js";
import { createBoxReader } from "../../lib/figures/render/boxes.js";
import { boxAround, corners, parseTransform } from "../../lib/figures/render/geometry.js";
import { loadPlotly } from "../../lib/figures/render/plotly.js";
import { loadTextMetrics } from "../../lib/figures/render/text-metrics.js";
import {
  demoBaseline,
  demoBudgetScores,
  demoCandidates,
  demoGains,
  demoHeldOut,
  demoMixScores,
  demoShares,
  demoTags,
} from "./demo-rows.js";

const FIGURES: Readonly<Record<string, Figure>> = {
  heatmap: candidateHeatmap(demoCandidates, demoTags, { scoreName: "Overall score" }),
  "small heatmap": candidateHeatmap(demoCandidates.slice(0, 20), demoTags),
  predicted: predictedAgainstActual(demoHeldOut, { subtitle: "simulated rows" }),
  "one budget panel": scoreByBudget(demoBudgetScores(["Overall"]), { subtitle: "simulated rows" }),
  "four budget panels": scoreByBudget(demoBudgetScores(["A", "B", "C", "D"])),
  "five budget panels": scoreByBudget(
    demoBudgetScores(["Overall", "Chat", "Chat Hard", "Safety", "Reasoning"]),
  ),
  mixes: mixScores(demoMixScores, { baseline: demoBaseline, subtitle: "simulated rows" }),
  "eleven mixes": mixScores(
    Array.from({ length: 11 }, (_, i) => ({
      ...demoMixScores[0]!,
      mix: `Mix number ${i} with a rather long name`,
    })),
    { subtitle: "simulated rows" },
  ),
  frequencies: tagFrequencies(demoShares),
  "top frequencies": tagFrequencies(demoShares, { most: 12, subtitle: "simulated rows" }),
  gains: tagGains(demoGains, { subtitle: "the paper's Table 13" }),
  "long titles": predictedAgainstActual(demoHeldOut.slice(0, 9), {
    title: "A title that says at some length what there is to be seen in the dots below it",
    subtitle:
      "and a subtitle that goes on about the data, the seeds, the folds, the intervals and the weather",
  }),
};

const drawn = new Map<string, Promise<string>>();

/** Each figure is drawn once for all tests of it. */
function svgOf(name: string): Promise<string> {
  const svg = drawn.get(name) ?? renderSvg(FIGURES[name]!);
  drawn.set(name, svg);
  return svg;
}

const tiny: Figure = {
  data: [
    {
      type: "heatmap",
      z: [
        [1, 2],
        [3, null],
      ],
    },
    { type: "scatter", x: [0, 1], y: [1, 0] },
  ],
  layout: { width: 200, height: 150 },
};

/** Boxes of all texts of a document, in its own pixels. */
function textBoxes(svg: string) {
  const { document } = new JSDOM(svg, { contentType: "image/svg+xml" }).window;
  const reader = createBoxReader(loadTextMetrics());
  return [...document.querySelectorAll("text")].map((text) => {
    let box = reader.boxOf(text)!;
    for (let element: Element | null = text; element; element = element.parentElement) {
      const transform = parseTransform(element.getAttribute("transform") ?? "");
      box = boxAround(corners(box).map(transform))!;
    }
    return { text: text.textContent ?? "", ...box };
  });
}

type TextBox = ReturnType<typeof textBoxes>[number];

/** How far two boxes reach into each other, in pixels, in the direction in which they do so least. */
function overlap(a: TextBox, b: TextBox): number {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.min(across, down);
}

describe.each(Object.entries(FIGURES))("%s", (name, figure) => {
  test("uses no attribute that Plotly does not know", async () => {
    const { plotly } = await loadPlotly();
    const { data, layout } = JSON.parse(JSON.stringify(figure)) as Figure;
    // "unused" ones are known, but have no effect beside the others: the shared axis style has some.
    const problems = (plotly.validate(data, layout) ?? []).filter(({ code }) => code !== "unused");
    expect(problems.map(({ msg }) => msg)).toEqual([]);
  });

  test("is a well-formed SVG without a number gone wrong", async () => {
    const svg = await svgOf(name);
    const root = new JSDOM(svg, { contentType: "image/svg+xml" }).window.document.documentElement;
    expect([root.getAttribute("width"), root.getAttribute("height")].map(Number)).toEqual([
      figure.layout.width,
      figure.layout.height,
    ]);
    const withoutPictures = svg.replace(/data:[^"]*/g, "");
    expect(withoutPictures.match(/.{0,40}(?:NaN|Infinity|[\s"(,:]undefined).{0,10}/g)).toBeNull();
  });

  test("cuts no text and lets no two overlap", async () => {
    const boxes = textBoxes(await svgOf(name)).filter(({ text }) => text.trim() !== "");
    const { width, height } = figure.layout;
    expect(boxes.length).toBeGreaterThan(5);
    const cut = boxes.filter((b) => b.x < 0 || b.y < 0 || b.x + b.width > width || b.y + b.height > height);
    expect(cut.map(({ text }) => text)).toEqual([]);
    // A line's box is higher than its letters by about a quarter on each side.
    const colliding = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .flatMap((b) =>
          overlap(a, b) > 0.25 * Math.min(a.width, a.height, b.width, b.height)
            ? [`${a.text} × ${b.text}`]
            : [],
        ),
    );
    expect(colliding).toEqual([]);
  });
});

describe("rendering", () => {
  test("gives the same bytes whatever was drawn before, and ids of its own to each figure", async () => {
    const first = await renderSvg(tiny);
    const [other] = await Promise.all([renderSvg(FIGURES.mixes!), renderSvg(FIGURES.gains!)]);
    expect(await renderSvg(tiny)).toBe(first);
    const ids = (svg: string): string[] => [...svg.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!);
    expect(ids(first).length).toBeGreaterThan(0);
    expect(ids(first).filter((id) => ids(other!).includes(id))).toEqual([]);
  });

  test("PNG is twice the figure's size, and the same bytes each time", async () => {
    const svg = await renderSvg(tiny);
    const png = Buffer.from(await renderPng(svg));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([400, 300]);
    expect(png.equals(await renderPng(svg))).toBe(true);
  });

  test("PDF has the figure's size in points, and the same bytes each time", async () => {
    const svg = await renderSvg(tiny);
    const pdf = Buffer.from(await renderPdf(svg));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1")).toContain("/MediaBox [0 0 150 112.5]");
    expect(pdf.equals(await renderPdf(svg))).toBe(true);
  });

  test("a heatmap's cells are in the file, sharp, and not as an address that only the drawing process knows", async () => {
    const svg = await renderSvg(tiny);
    expect(svg).toMatch(/<image[^>]* style="image-rendering:pixelated"[^>]*data:image\/png;base64,iVBOR/);
    expect(svg).not.toContain("vector-tile");
  });

  test("a heatmap with gaps is drawn as rectangles", async () => {
    const svg = await renderSvg({
      layout: { width: 300, height: 300 },
      data: [
        {
          type: "heatmap",
          z: [
            [1, 2],
            [3, 4],
          ],
          xgap: 2,
          ygap: 2,
        },
      ],
    });
    expect(svg.match(/<path fill="rgba\([^"]*" d="M\d+,\d+h\d+v\d+h-\d+z"\/>/g)).toHaveLength(4);
  });

  test("untrusted labels are shown as they are written", async () => {
    const figure = mixScores([
      { mix: "<b>a</b> & <i>", section: "S", score: 0.5, low: 0.4, high: 0.6 },
      ...demoMixScores,
    ]);
    const texts = textBoxes(await renderSvg(figure)).map(({ text }) => text);
    expect(texts).toContain("<b>a</b> & <i>");
  });

  test("a trace type that was not checked is refused by name, a wrong size too", () => {
    const unchecked = {
      data: [{ type: "scatter3d" }, { type: "bar" }],
      layout: { width: 10, height: 100.5 },
    };
    expect(() => renderSvg(unchecked as unknown as Figure)).toThrow(
      /3 problems:.*data\[0\].*scatter3d.*scatter, bar, heatmap.*width.*height/s,
    );
  });

  test("a figure that fails does not stop the next one", async () => {
    const broken = {
      data: [{ type: "scatter", x: "no list" }],
      layout: { width: 100, height: 100, xaxis: 7 },
    };
    await renderSvg(broken as unknown as Figure).catch(() => "failed");
    expect(await renderSvg(tiny)).toContain("</svg>");
  });
});

test("saveFigure writes three files and nothing else; a name may not leave the folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "figures-"));
  try {
    const paths = await saveFigure(join(folder, "new"), "score-by-budget", tiny);
    expect(readdirSync(join(folder, "new")).sort()).toEqual([
      "score-by-budget.pdf",
      "score-by-budget.png",
      "score-by-budget.svg",
    ]);
    expect(readFileSync(paths[0]!, "utf8")).toBe(await renderSvg(tiny));
    await expect(saveFigure(folder, "../out", tiny)).rejects.toThrow(/plain file name/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
