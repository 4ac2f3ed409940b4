import type { Paint } from "@figma/rest-api-spec";
import { describe, expect, it } from "vitest";
import { layer, toldTree } from "../../test/told-tree.ts";
import type { Layer } from "../outline/layer.ts";

const red = { r: 1, g: 0, b: 0, a: 1 };
const blue = { r: 0, g: 0.5, b: 1, a: 1 };
const solid = (color = red, more: object = {}): Paint => ({ type: "SOLID", blendMode: "NORMAL", color, ...more });
const told = (more: Partial<Layer>, box: readonly [number, number, number, number] = [0, 0, 100, 100]) =>
  toldTree([layer("RECTANGLE", "1", box, more)]).replace(/^ *rect "1" 1 @0,0 \d+x\d+ ?/m, "");

const gradient = (type: string, handles: readonly (readonly [number, number])[], more: object = {}) =>
  ({
    ...{ type, blendMode: "NORMAL", gradientHandlePositions: handles.map(([x, y]) => ({ x, y })) },
    gradientStops: [
      { position: 0, color: red },
      { position: 1, color: { ...blue, a: 0.5 } },
    ],
    ...more,
  }) as Paint;

describe("paints", () => {
  it("are told topmost first, without those that do not show", () => {
    expect(told({ fills: [solid(red, { visible: false })] })).toBe("");
    expect(told({ fills: [solid(), solid(blue, { opacity: 0.5, blendMode: "COLOR_BURN" })] })).toBe(
      "fill:#0080FF80 blend:color-burn,#F00",
    );
  });

  it("have gradients as CSS writes them, by the measures of the layer", () => {
    const across = gradient("GRADIENT_LINEAR", [
      [0, 0.5],
      [1, 0.5],
      [0, 1],
    ]);
    expect(told({ fills: [across] })).toBe("fill:linear-gradient(90deg,#F00 0%,#0080FF80 100%)");
    const half = gradient("GRADIENT_LINEAR", [
      [0.5, 0.25],
      [0.5, 0.75],
      [0, 0],
    ]);
    expect(told({ fills: [half] })).toBe("fill:linear-gradient(180deg,#F00 25%,#0080FF80 75%)");
    const corner = gradient("GRADIENT_LINEAR", [
      [0, 0],
      [1, 1],
      [0, 1],
    ]);
    expect(told({ fills: [corner] }, [0, 0, 200, 100])).toContain("linear-gradient(116.57deg,");
    const round = gradient("GRADIENT_RADIAL", [
      [0.5, 0.5],
      [1, 0.5],
      [0.5, 1],
    ]);
    expect(told({ fills: [round] })).toBe("fill:radial-gradient(50% 50% at 50% 50%,#F00 0%,#0080FF80 100%)");
    const sweep = gradient(
      "GRADIENT_ANGULAR",
      [
        [0.5, 0.5],
        [0.5, 0],
        [1, 0.5],
      ],
      { opacity: 0.5 },
    );
    expect(told({ fills: [sweep] })).toBe(
      "fill:conic-gradient(from 0deg at 50% 50%,#F0000080 0%,#0080FF40 100%)".replace("#F0000080", "#FF000080"),
    );
    expect(
      told({
        fills: [
          gradient("GRADIENT_DIAMOND", [
            [0.5, 0.5],
            [1, 0.5],
            [0.5, 1],
          ]),
        ],
      }),
    ).toContain("diamond-gradient(");
  });

  it("have images by reference, with how they fit, their crop and their filters", () => {
    const image = { type: "IMAGE", blendMode: "NORMAL", imageRef: "abc123" };
    expect(told({ fills: [{ ...image, scaleMode: "FILL" } as Paint] })).toBe("i1 abc123\n\nfill:image(i1 cover)");
    const crop = {
      ...image,
      scaleMode: "STRETCH",
      imageTransform: [
        [0.5, 0, 0.25],
        [0, 1, 0],
      ],
      opacity: 0.4,
    };
    expect(told({ fills: [{ ...crop, filters: { exposure: 0.2 } } as Paint] })).toContain(
      "image(i1 crop 25%,0%,50%,100% exposure:0.2 opacity:0.4)",
    );
    expect(told({ fills: [{ ...image, type: "VIDEO", videoRef: "def" } as never] })).toContain(
      "i1 def\n\nfill:video(i1)",
    );
    const pattern = {
      type: "PATTERN",
      blendMode: "NORMAL",
      sourceNodeId: "9:9",
      tileType: "RECTANGULAR",
      scalingFactor: 0.5,
    };
    expect(told({ fills: [{ ...pattern, spacing: { x: 4, y: 0 } } as never] })).toBe(
      "fill:pattern(9:9 rectangular x0.5 gap:4,0)",
    );
  });

  it("survive what nobody has described yet", () => {
    expect(told({ fills: [{ type: "SHADER" } as never, null as never] })).toBe("fill:shader()");
    expect(told({ fills: null as never, strokes: null as never, effects: null as never })).toBe("");
  });
});

describe("the rest of a look", () => {
  it("has strokes as borders, with each side, dashes and ends", () => {
    expect(told({ strokes: [solid()], strokeWeight: 2, strokeAlign: "OUTSIDE", strokeDashes: [4, 2] })).toBe(
      "stroke:2 #F00 outside dash:4,2",
    );
    const sides = { top: 1, right: 0, bottom: 1, left: 0 };
    expect(told({ strokes: [solid()], individualStrokeWeights: sides, strokeCap: "ROUND", strokeJoin: "BEVEL" })).toBe(
      "stroke:1,0,1,0 #F00 cap:round join:bevel",
    );
    expect(told({ strokes: [], strokeWeight: 2 })).toBe("");
  });

  it("has corners, opacity, blend mode, mask, turn and arc", () => {
    expect(told({ rectangleCornerRadii: [8, 8, 0, 0], cornerSmoothing: 0.6 })).toBe("r:8,8,0,0 smooth:0.6");
    expect(told({ rectangleCornerRadii: [4, 4, 4, 4], opacity: 0.5, blendMode: "MULTIPLY" })).toBe(
      "r:4 opacity:0.5 blend:multiply",
    );
    expect(told({ isMask: true, maskType: "LUMINANCE", rotation: -Math.PI / 2 })).toBe("mask:luminance rotate:90deg");
    expect(told({ arcData: { startingAngle: 0, endingAngle: Math.PI, innerRadius: 0.5 } })).toBe("arc:0,180 inner:0.5");
  });

  it("has effects as CSS writes shadows and blurs, and those that CSS lacks", () => {
    const shadow = {
      visible: true,
      blendMode: "NORMAL",
      color: { ...red, a: 0.25 },
      offset: { x: 0, y: 4 },
      radius: 8,
    };
    const effects = [
      { ...shadow, type: "DROP_SHADOW", spread: 2 },
      { ...shadow, type: "INNER_SHADOW" },
      { type: "BACKGROUND_BLUR", visible: true, radius: 12 },
      { type: "LAYER_BLUR", visible: false, radius: 1 },
      {
        type: "NOISE",
        visible: true,
        noiseType: "MONOTONE",
        color: red,
        noiseSize: 2,
        density: 0.5,
        blendMode: "NORMAL",
      },
      { type: "TEXTURE", visible: true, noiseSize: 3, radius: 4, clipToShape: true },
    ];
    expect(told({ effects: effects as never })).toBe(
      "effect:0 4 8 2 #FF000040,inset 0 4 8 0 #FF000040,backdrop-blur(12),noise(monotone #F00 2 density:0.5),texture(3 radius:4 clip)",
    );
  });
});
