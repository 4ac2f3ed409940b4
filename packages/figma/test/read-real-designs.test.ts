import type { Node } from "@figma/rest-api-spec";
import fc from "fast-check";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import type { FigmaDocument } from "../src/documents/figma-document.ts";
import { designOf } from "../src/reading/design-of.ts";
import type { Detail } from "../src/reading/detail.ts";
import { type TreePage, treePage } from "../src/reading/tree-page.ts";
import { lostInTree } from "./lost-in-tree.ts";
import { realDesign } from "./real-design.ts";
import { treeIds } from "./tree-ids.ts";

const names = ["template", "wizard", "components"] as const;
const designs = names.map((name) => realDesign(name));
const [template, wizard] = designs;
const reason = "the folder of real designs is beside the project";

/** What Framelink's tree format (figma-developer-mcp 0.13.2) takes for the same documents. */
const framelink = { template: 24_529, wizard: 1_838, components: 8_599 };

/** All of a document in pages of at most so many tokens. */
function pagesOf(document: FigmaDocument, detail: Detail, tokens: number, depth = 1000): TreePage[] {
  const design = designOf(document, new Map());
  const pages: TreePage[] = [];
  for (let start: number | undefined = 0; start !== undefined; start = pages.at(-1)?.next) {
    pages.push(treePage(design, { detail, depth, start, tokens, bytes: 1e9 }));
  }
  return pages;
}

const sum = (pages: readonly TreePage[], of: "told" | "folded" | "hidden" | "deeper") =>
  pages.reduce((all, page) => all + page[of], 0);

/** Every node of a document but itself, with whether it can be seen. */
function nodesOf(document: FigmaDocument): { node: Node; visible: boolean }[] {
  const found: { node: Node; visible: boolean }[] = [];
  const enter = (node: Node, visible: boolean) => {
    found.push({ node, visible });
    if ("children" in node) for (const child of node.children) enter(child, visible && child.visible !== false);
  };
  for (const page of document.document.children) enter(page, true);
  return found;
}

describe.runIf(template !== undefined)(`real designs (where ${reason})`, () => {
  it("are told whole in fewer tokens than another server's tree takes", () => {
    for (const [index, name] of names.entries()) {
      const [page, ...more] = pagesOf(designs[index] as FigmaDocument, "full", 1e6);
      expect(more).toEqual([]);
      expect(countTokens(page?.text ?? "")).toBeLessThanOrEqual(framelink[name] * 0.8);
    }
    const [whole, ...more] = pagesOf(template as FigmaDocument, "full", 19_900);
    expect([more.length, countTokens(whole?.text ?? "") < 20_000]).toEqual([0, true]);
  });

  it("lose nothing that can be seen: texts, colors, measures, styles, properties, ids", () => {
    for (const document of designs as FigmaDocument[]) {
      const text = pagesOf(document, "full", 1e6)[0]?.text ?? "";
      const lost = nodesOf(document).flatMap(({ node, visible }) => (visible ? lostInTree(node, text, document) : []));
      expect(lost).toEqual([]);
      expect(text).not.toContain("unreadable");
    }
  });

  it("hold every node once over all pages, whatever their size, with the same ids", () => {
    for (const document of designs as FigmaDocument[]) {
      const total = nodesOf(document).length;
      const [whole] = pagesOf(document, "full", 1e6);
      const ids = treeIds([whole?.text ?? ""]);
      expect(ids).toHaveLength(whole?.told ?? 0);
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(nodesOf(document).map(({ node }) => node.id));
      expect(ids.filter((id) => !known.has(id))).toEqual([]);
      for (const tokens of [400, 1000, 5000]) {
        const pages = pagesOf(document, "full", tokens);
        expect(treeIds(pages.map(({ text }) => text))).toEqual(ids);
        expect(sum(pages, "told") + sum(pages, "folded") + sum(pages, "hidden")).toBe(total);
      }
    }
  });

  it("never exceed a budget", () => {
    const asked = fc.record({
      document: fc.constantFrom(...(designs as FigmaDocument[])),
      detail: fc.constantFrom<Detail>("outline", "layout", "full"),
      tokens: fc.oneof(fc.integer({ min: 150, max: 2000 }), fc.integer({ min: 300, max: 30_000 })),
      from: fc.nat({ max: 500 }),
    });
    fc.assert(
      fc.property(asked, ({ document, detail, tokens, from }) => {
        const design = designOf(document, new Map());
        const start = from % design.flat.length;
        const { text } = treePage(design, { detail, depth: 1000, start, tokens, bytes: 1e9 });
        expect(countTokens(text)).toBeLessThanOrEqual(tokens);
      }),
      { numRuns: 120 },
    );
  });

  it("say how much is deeper than was asked for", () => {
    const pages = pagesOf(template as FigmaDocument, "layout", 1e6, 1);
    expect(pages[0]?.text).toMatch(/frame "Easings" \S+ .* inside:3$/m);
    const all = (["told", "folded", "hidden", "deeper"] as const).map((of) => sum(pages, of));
    expect(all.reduce((one, other) => one + other)).toBe(nodesOf(template as FigmaDocument).length);
  });

  it("tell variants and their options", () => {
    const text = pagesOf(wizard as FigmaDocument, "layout", 1e6)[0]?.text;
    expect(text).toContain("props:[Property 1=Default*|Variant2]");
  });
});
