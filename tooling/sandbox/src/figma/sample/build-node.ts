import type { Node, RGBA } from "@figma/rest-api-spec";

type Box = readonly [x: number, y: number, width: number, height: number];

const colour = (hex: string, a = 1): RGBA => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  return { r, g, b, a };
};

/** A fill of one colour. */
export const solid = (hex: string) => ({ blendMode: "NORMAL", type: "SOLID", color: colour(hex) });

/**
 * A layer with what the description asks of all layers, and what the caller says beside.
 *
 * @param box as it lies on the canvas
 */
export function layer(id: string, type: string, name: string, box: Box, more: object = {}): Node {
  const [x, y, width, height] = box;
  return {
    ...{ id, name, type, scrollBehavior: "SCROLLS", blendMode: "PASS_THROUGH" },
    ...{ fills: [], strokes: [], strokeWeight: 1, strokeAlign: "INSIDE", effects: [] },
    absoluteBoundingBox: { x, y, width, height },
    absoluteRenderBounds: { x, y, width, height },
    constraints: { vertical: "TOP", horizontal: "LEFT" },
    ...more,
  } as unknown as Node;
}

/** A layer that holds others. */
export function frame(id: string, name: string, box: Box, children: readonly Node[], more: object = {}): Node {
  return layer(id, "FRAME", name, box, { children, clipsContent: false, ...more });
}

/** A line of text. */
export function text(id: string, name: string, box: Box, characters: string, more: object = {}): Node {
  return layer(id, "TEXT", name, box, {
    fills: [solid("#1a1a2e")],
    characters,
    style: {
      ...{ fontFamily: "Inter", fontPostScriptName: "Inter-Regular", fontWeight: 400, fontSize: 16 },
      ...{ textAlignHorizontal: "LEFT", textAlignVertical: "TOP", letterSpacing: 0 },
      ...{ lineHeightPx: 24, lineHeightPercent: 100, lineHeightUnit: "PIXELS" },
    },
    ...{ characterStyleOverrides: [], styleOverrideTable: {}, lineTypes: ["NONE"], lineIndentations: [0] },
    ...more,
  });
}

/** A page. */
export function page(id: string, name: string, children: readonly Node[]): Node {
  return {
    ...{ id, name, type: "CANVAS", scrollBehavior: "SCROLLS", children },
    ...{ backgroundColor: colour("#f5f5f5"), prototypeStartNodeID: null, flowStartingPoints: [] },
    prototypeDevice: { type: "NONE", rotation: "NONE" },
  } as unknown as Node;
}
