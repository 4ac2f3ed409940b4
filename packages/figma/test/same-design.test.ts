import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { figFile, restFile, restVariables, sprout } from "@drawbridge/sandbox";
import { openFile, openSession, type RestNode } from "@drawbridge/sandbox/figma-plugin";
import { afterAll, describe, expect, it } from "vitest";
import type { FigmaDocument } from "../src/documents/figma-document.ts";
import { readFigFile } from "../src/fig/read-fig-file.ts";
import { designOf } from "../src/reading/design-of.ts";
import { treePage } from "../src/reading/tree-page.ts";

const folder = mkdtempSync(join(tmpdir(), "same-design-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The API's numbers have 32 bits, and the two are computed in another order. */
const rounded = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "number" ? Math.round(part * 1e4) / 1e4 : part)));

/** All that a model is told of a design. */
function told(document: FigmaDocument): string {
  const everything = { detail: "full", depth: 1000, start: 0, tokens: 1_000_000, bytes: 10_000_000 } as const;
  return treePage(designOf(document, new Map()), everything).text;
}

describe.each([
  ["as it is", { revised: false }],
  ["revised", { revised: true }],
])("a design %s", (_, revision) => {
  it("is the same from the API and from a file", async () => {
    const design = sprout(revision);
    const path = join(folder, `sprout-${revision.revised}.fig`);
    writeFileSync(path, figFile(design));
    const read = await readFigFile(path, AbortSignal.timeout(60_000));
    const { document, components, componentSets, styles } = restFile(design);
    expect(rounded(read.document)).toEqual(rounded(document));
    expect(read).toMatchObject({ name: "Sprout", components, componentSets, styles, source: "fig" });
    const variables = restVariables(design).meta;
    expect(rounded(read.variables)).toEqual(rounded(variables));
    const fromApi = { ...read, document, components, componentSets, styles, variables, source: "rest" } as const;
    expect(told(read)).toBe(told(fromApi));
    expect(told(read).split("\n").length).toBeGreaterThan(150);
  }, 60_000);
});

/** Type, name and words of every layer, in the document's order. */
function layersOf(node: RestNode): string[] {
  const { type, name, characters = "" } = node as RestNode & { characters?: string };
  return [`${type} ${name} ${characters}`, ...(node.children ?? []).flatMap(layersOf)];
}

it("a design that a file holds is open in the simulator as it was saved", async () => {
  const path = join(folder, "opened.fig");
  writeFileSync(path, figFile(sprout()));
  const { name, document } = await readFigFile(path, AbortSignal.timeout(60_000));
  const figma = openSession(openFile({ name, document: document as unknown as RestNode }), "person").api;
  const pages: string[] = [];
  for (const page of figma.root.children) {
    const { document: shown } = (await page.exportAsync({ format: "JSON_REST_V1" })) as { document: RestNode };
    pages.push(...layersOf(shown));
  }
  expect(pages).toEqual(document.children.flatMap((page) => layersOf(page as unknown as RestNode)));
  expect(pages.length).toBeGreaterThan(100);
}, 60_000);
