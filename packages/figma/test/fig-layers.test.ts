import { encodeCommandsBlob } from "openfig-core";
import { describe, expect, it } from "vitest";
import { at, first, guid, under } from "./stand/told-of.ts";

describe("a layer", () => {
  it("lies where the layers around it are turned to", () => {
    const turned = {
      guid: guid(3),
      type: "FRAME",
      size: { x: 100, y: 50 },
      transform: { m00: 0, m01: -1, m02: 50, m10: 1, m11: 0, m12: 0 },
    };
    const child = {
      guid: guid(4),
      type: "ROUNDED_RECTANGLE",
      size: { x: 10, y: 20 },
      transform: at(30, 5),
      ...under(guid(3)),
    };
    const frame = first([turned, child]);
    expect(frame).toMatchObject({ rotation: Math.PI / 2, absoluteBoundingBox: { x: 0, y: 0, width: 50, height: 100 } });
    expect(frame).toMatchObject({ children: [{ absoluteBoundingBox: { x: 25, y: 30, width: 20, height: 10 } }] });
  });

  it("in a grid has its place in it", () => {
    const tracks = (...ids: number[]) => ({ entries: ids.map((id) => ({ id: guid(id, 6), position: String(id) })) });
    const sizing = (id: number, type: string, value: number) => ({
      id: guid(id, 6),
      trackSize: { maxSizing: { type, value } },
    });
    const grid = {
      guid: guid(3),
      type: "FRAME",
      stackMode: "GRID",
      gridColumns: tracks(2, 1),
      gridRows: tracks(3),
      gridColumnGap: 8,
      gridColumnsSizing: { entries: [sizing(1, "FIXED", 120), sizing(2, "FLEX", 2)] },
    };
    const cell = {
      guid: guid(4),
      type: "ROUNDED_RECTANGLE",
      gridColumnAnchor: guid(2, 6),
      gridRowAnchor: guid(3, 6),
      gridColumnSpan: 1,
      ...under(guid(3)),
    };
    expect(first([grid, cell])).toMatchObject({
      layoutMode: "GRID",
      gridColumnCount: 2,
      gridRowCount: 1,
      gridColumnGap: 8,
      gridColumnsSizing: "120px minmax(0, 2fr)",
      children: [{ gridColumnAnchorIndex: 1, gridRowAnchorIndex: 0, gridColumnSpan: 1 }],
    });
  });

  it("has its outlines where they are wanted", () => {
    const outline = encodeCommandsBlob([{ type: "M", x: 0, y: 0 }, { type: "L", x: 10, y: 0 }, { type: "Z" }]);
    const vector = {
      guid: guid(3),
      type: "VECTOR",
      fillGeometry: [{ windingRule: "ODD", commandsBlob: 0, styleID: 0 }],
    };
    expect(first([vector], { blobs: [outline], geometry: true })).toMatchObject({
      fillGeometry: [{ path: expect.stringMatching(/^M0 0L10 0/), windingRule: "EVENODD" }],
      size: { x: 10, y: 10 },
    });
    expect(first([vector], { blobs: [outline] })).not.toHaveProperty("fillGeometry");
  });

  it("is drawn with what REST has words for", () => {
    const drawn = {
      guid: guid(3),
      type: "STAR",
      strokePaints: [{ type: "SOLID", color: { r: 0, g: 0, b: 0, a: 1 }, blendMode: "MULTIPLY", opacity: 0.5 }],
      strokeWeight: 2,
      strokeAlign: "OUTSIDE",
      strokeCap: "ARROW_EQUILATERAL",
      strokeJoin: "ROUND",
      dashPattern: [4, 2],
      miterLimit: 2,
      fillPaints: [
        { type: "EMOJI" },
        {
          type: "IMAGE",
          image: { hash: new Uint8Array([0xab, 0x01]) },
          imageScaleMode: "STRETCH",
          transform: at(0.25, 0),
        },
      ],
      effects: [
        {
          type: "FOREGROUND_BLUR",
          radius: 4,
          visible: true,
          blurOpType: "PROGRESSIVE",
          startRadius: 1,
          startOffset: { x: 0, y: 0 },
          endOffset: { x: 1, y: 1 },
        },
        { type: "GLASS", radius: 4 },
        {
          type: "NOISE",
          noiseType: "DUOTONE",
          density: 0.5,
          noiseSize: { x: 2, y: 2 },
          color: { r: 1, g: 1, b: 1, a: 1 },
          secondaryColor: { r: 0, g: 0, b: 0, a: 1 },
        },
      ],
      mask: true,
      maskType: "LUMINANCE",
    };
    expect(first([drawn])).toMatchObject({
      type: "STAR",
      strokes: [{ blendMode: "MULTIPLY", opacity: 0.5 }],
      strokeAlign: "OUTSIDE",
      strokeCap: "TRIANGLE_ARROW",
      strokeJoin: "ROUND",
      strokeDashes: [4, 2],
      strokeMiterAngle: expect.closeTo(60, 5),
      fills: [
        {
          type: "IMAGE",
          imageRef: "ab01",
          scaleMode: "STRETCH",
          imageTransform: [
            [1, 0, 0.25],
            [0, 1, 0],
          ],
        },
      ],
      effects: [
        { type: "LAYER_BLUR", blurType: "PROGRESSIVE", startRadius: 1 },
        { type: "NOISE", noiseType: "DUOTONE", secondaryColor: { r: 0, g: 0, b: 0, a: 1 } },
      ],
      isMask: true,
      maskType: "LUMINANCE",
    });
  });
});
