import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openFile, openSession, type RestNode } from "./index.ts";

const fixture = new URL("../../../../../shared/fixtures/figma/figmagic-template.json", import.meta.url);
const there = existsSync(fixture);

interface Placed extends RestNode {
  readonly absoluteBoundingBox?: { x: number; y: number; width: number; height: number };
}

function flat(node: RestNode): Placed[] {
  return [node, ...(node.children ?? []).flatMap(flat)] as Placed[];
}

describe.skipIf(!there)(`a document of a real designer${there ? "" : " (not there: shared/fixtures/figma)"}`, () => {
  const read = () => (JSON.parse(readFileSync(fixture, "utf8")) as { document: RestNode }).document;

  it("comes out of the simulator as it went in: the same tree, in the same places, with the same words", async () => {
    const document = read();
    const figma = openSession(openFile({ document }), "person").api;
    for (const [i, page] of figma.root.children.entries()) {
      const exported = (await page.exportAsync({ format: "JSON_REST_V1" })) as { document: RestNode };
      const after = flat(exported.document);
      const before = flat(document.children?.[i] as RestNode);
      expect(after.map(({ id, type, name }) => [id, type, name])).toEqual(
        before.map(({ id, type, name }) => [id, type, name]),
      );
      for (const [n, node] of before.entries()) {
        const { characters, absoluteBoundingBox: box } = node;
        expect(after[n]?.characters).toEqual(characters);
        if (box && !node.rotation) {
          expect(after[n]?.absoluteBoundingBox?.x).toBeCloseTo(box.x, 2);
          expect(after[n]?.absoluteBoundingBox?.width).toBeCloseTo(box.width, 2);
        }
      }
    }
  });

  it("is drawn as a picture with its words in it", async () => {
    const figma = openSession(openFile({ document: read() }), "person").api;
    const svg = await figma.currentPage.exportAsync({ format: "SVG_STRING" });
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>$/);
    expect(svg).toContain("Design System template");
    expect(svg).not.toContain("NaN");
    expect(svg).not.toContain("undefined");
  });
});

describe("gradients", () => {
  it("have the same handles after they went through their transform", async () => {
    const gradientHandlePositions = [
      { x: 0.1, y: 0.2 },
      { x: 0.9, y: 0.4 },
      { x: 0, y: 0.7 },
    ];
    const color = { r: 1, g: 0, b: 0, a: 1 };
    const gradientStops = [
      { position: 0, color },
      { position: 1, color },
    ];
    const fills = [{ type: "GRADIENT_LINEAR", blendMode: "NORMAL", gradientHandlePositions, gradientStops }];
    const box = { x: 0, y: 0, width: 100, height: 50 };
    const shape = { id: "1:2", name: "Shape", type: "RECTANGLE", absoluteBoundingBox: box, fills };
    const document = {
      id: "0:0",
      name: "Document",
      type: "DOCUMENT",
      children: [{ id: "0:1", name: "Page", type: "CANVAS", children: [shape] }],
    };
    const figma = openSession(openFile({ document }), "person").api;
    const exported = await figma.currentPage.exportAsync({ format: "JSON_REST_V1" });
    const [after] = (exported as unknown as { document: { children: [{ fills: typeof fills }] } }).document.children[0]
      .fills;
    for (const [i, handle] of gradientHandlePositions.entries()) {
      expect(after?.gradientHandlePositions[i]?.x).toBeCloseTo(handle.x, 6);
      expect(after?.gradientHandlePositions[i]?.y).toBeCloseTo(handle.y, 6);
    }
  });
});
