import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figmaKeys } from "@drawbridge/sandbox";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, describe, expect, it } from "vitest";
import type { Layer } from "../src/outline/layer.ts";
import { answered, ServedFigma } from "./stand/served-figma.ts";
import { documentOf, layer } from "./told-tree.ts";
import { treeIds } from "./tree-ids.ts";

const folder = mkdtempSync(join(tmpdir(), "figma-read-"));
const served = await ServedFigma.start({ isPlenty: true });
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

/** A local file with these layers on its page. */
function saved(name: string, layers: readonly Layer[], json = JSON.stringify(documentOf(layers))): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, json);
  return path;
}

/** Layers inside each other, as text: to write so deep an object is more than JSON.stringify can. */
function nested(levels: number): string {
  const around = Array.from({ length: levels }, (_, index) =>
    JSON.stringify(layer("FRAME", `7:${levels - index}`, [0, 0, 1, 1], { children: [] })).split("]"),
  );
  const leaf = JSON.stringify(layer("TEXT", "7:0", [0, 0, 1, 1], { characters: "deepest" }));
  const ends = around.map(([, end]) => `]${end}`).reverse();
  const json = around.map(([begin]) => begin).join("") + leaf + ends.join("");
  return JSON.stringify(documentOf([])).replace('"children":[]', () => `"children":[${json}]`);
}

const many = Array.from({ length: 300 }, (_, index) =>
  layer("TEXT", `8:${index}`, [index, 0, 50, 20], {
    characters: `Word ${index} Überschrift 字 ${"🙂".repeat(index % 5)}`,
  }),
);
const long = layer("TEXT", "9:1", [0, 0, 50, 20], { name: "n".repeat(5000), characters: "Жук ".repeat(20_000) });

/** What cannot be seen is written down longer than it is. */
const unseen = Array.from({ length: 60 }, (_, index) =>
  layer("TEXT", `6:${index}`, [index, 0, 50, 20], {
    name: `Row ${index}`,
    characters: `${"\u202e\u2066".repeat(20)}⟦U+202E⟧ "x"`,
  }),
);

const files = {
  unseen: saved("unseen", unseen),
  deep: saved("deep", [], nested(10_000)),
  many: saved("many", many),
  long: saved("long", [long, ...many.slice(0, 3)]),
};
const host = await served.open({ token: null, argv: Object.values(files) });

/** Every page's text, each of which with all around it stays within the budget. */
async function pagesOf(input: Record<string, unknown>, budget: number): Promise<string[]> {
  const pages: string[] = [];
  let cursor: unknown;
  do {
    const asked = { ...input, budget, ...(cursor === undefined ? {} : { cursor }) };
    const { text, meta } = await answered(host.callTool("figma_read", asked));
    expect(countTokens(text)).toBeLessThanOrEqual(budget);
    pages.push(/<data [0-9a-f]+>\n([\s\S]*)\n<\/data/.exec(text)?.[1] ?? "");
    cursor = meta?.nextCursor;
  } while (cursor !== undefined && pages.length < 2000);
  return pages;
}

describe("figma_read", () => {
  it("gives every layer once, over pages of any budget", async () => {
    for (const budget of [300, 1500, 30_000]) {
      const ids = treeIds(await pagesOf({ file: "many.json" }, budget));
      expect(ids).toEqual(["0:1", ...many.map(({ id }) => id)]);
    }
  });

  it("stays within the budget where what is told cannot be seen", async () => {
    const ids = treeIds(await pagesOf({ file: "unseen.json" }, 3000));
    expect(ids).toEqual(["0:1", ...unseen.map(({ id }) => id)]);
  });

  it("tells a layer that no page has room for in a bounded way, and goes on", async () => {
    const pages = await pagesOf({ file: "long.json" }, 300);
    expect(pages.join("\n")).toContain("…cut");
    expect(pages.at(-1)).toContain(" 8:2 ");
  });

  it("goes ten thousand levels down", async () => {
    const [first = ""] = await pagesOf({ file: "deep.json", nodes: ["7:30"] }, 5000);
    expect(first).toMatch(/\(30\) text "7:0" 7:0 .*"deepest"$/);
    const shallow = await pagesOf({ file: "deep.json", depth: 2 }, 1000);
    expect(shallow[0]).toMatch(/frame "7:10000" 7:10000 @0,0 1x1 inside:10000$/);
  });

  it("reads nodes alone, one inside another once", async () => {
    const [text = ""] = await pagesOf({ file: "many.json", nodes: ["8:5", "8:3"], detail: "outline" }, 1000);
    expect(treeIds([text])).toEqual(["8:5", "8:3"]);
    const [inside = ""] = await pagesOf({ file: "deep.json", nodes: ["7:1", "7:2"] }, 1000);
    expect(treeIds([inside])).toEqual(["7:2", "7:1", "7:0"]);
  });
});

describe("a file at Figma", () => {
  it("is asked for once for all its pages, and is told by the node that an address names", async () => {
    const remote = await served.open();
    served.asked();
    const { shop } = figmaKeys;
    const first = await answered(remote.callTool("figma_read", { file: shop, budget: 400 }));
    const again = { file: shop, budget: 400, cursor: first.meta?.nextCursor };
    const second = await answered(remote.callTool("figma_read", again));
    expect(second.text).toContain("within page");
    const files = served
      .asked()
      .filter((request) => request.startsWith(`GET /v1/files/${shop}`) && !request.endsWith("/meta"));
    expect(files.sort()).toEqual([`GET /v1/files/${shop}`, `GET /v1/files/${shop}/variables/local`]);
    const address = `https://www.figma.com/design/${shop}/Shop?node-id=1-2`;
    const { text } = await answered(remote.callTool("figma_read", { file: address, detail: "layout" }));
    expect(text).toMatch(/^frame .* 1:2 @/m);
  });
});

describe("figma_find", () => {
  it("tells a word that is no type, and finds nothing of a type that is not there", async () => {
    const { isError, text } = await host.callTool("figma_find", { file: "many.json", type: "button" });
    expect([isError, text]).toEqual([
      true,
      expect.stringMatching(/"button" is no type of layer\. In this file are: .*text/),
    ]);
    const none = await answered(host.callTool("figma_find", { file: "many.json", type: "WASHI_TAPE" }));
    expect(none.structured).toMatchObject({ layers: [] });
  });

  it("finds by all that is said, in pages", async () => {
    const first = await answered(
      host.callTool("figma_find", { file: "many.json", text: "word 1", type: "TEXT", limit: 60 }),
    );
    const found = first.structured as { layers: { id: string; path: string }[]; nextCursor?: string };
    expect(found.layers).toHaveLength(60);
    expect(found.layers[0]).toMatchObject({ id: "8:1", path: "Page", type: "text", size: "50x20" });
    const { nextCursor: cursor } = found;
    const rest = await answered(
      host.callTool("figma_find", { file: "many.json", text: "word 1", type: "TEXT", limit: 60, cursor }),
    );
    expect((rest.structured as typeof found).layers).toHaveLength(51);
  });

  it("asks what to look for where nothing is said", async () => {
    const answer = await host.callTool("figma_find", { file: "many.json" });
    expect([answer.isError, answer.text]).toEqual([true, expect.stringContaining("at least one of")]);
  });
});
