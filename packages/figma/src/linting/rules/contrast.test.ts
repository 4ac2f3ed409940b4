import type { GradientPaint } from "@figma/rest-api-spec";
import { describe, expect, test } from "vitest";
import { box, problemsIn } from "../../../test/problems-in.ts";
import { rgb, type SmallNode, solid } from "../../../test/small-design.ts";

const place = box(0, 0, 200, 20);
const words = { id: "1:1", type: "TEXT", characters: "Some words", style: { fontSize: 16, fontWeight: 400 }, ...place };

function text(hex: string, more: object = {}): SmallNode {
  return { ...words, fills: [solid(hex)], ...more } as SmallNode;
}

function rectangle(fills: readonly object[], more: object = {}): SmallNode {
  return { id: "1:9", type: "RECTANGLE", fills, ...box(-10, -10, 400, 100), ...more } as unknown as SmallNode;
}

function frame(children: readonly SmallNode[], more: object = {}): SmallNode {
  return { id: "1:8", type: "FRAME", fills: [], ...box(-10, -10, 400, 100), children, ...more } as unknown as SmallNode;
}

function gradient(from: string, to: string): GradientPaint {
  return {
    type: "GRADIENT_LINEAR",
    blendMode: "NORMAL",
    gradientHandlePositions: [
      { x: 0, y: 0.5 },
      { x: 1, y: 0.5 },
      { x: 0, y: 1 },
    ],
    gradientStops: [
      { position: 0, color: rgb(from) },
      { position: 1, color: rgb(to) },
    ],
  };
}

const image = { type: "IMAGE", blendMode: "NORMAL", scaleMode: "FILL", imageRef: "x" };

/** The ratios that are told. */
function ratios(...nodes: readonly SmallNode[]): number[] {
  return problemsIn("contrast", nodes).map((line) => Number(line.match(/contrast ([\d.]+):1 of/)?.[1]));
}

describe("contrast of text", () => {
  test("is that of WCAG: the lightest gray that may stand on white is #767676", () => {
    expect(ratios(text("#767676"))).toEqual([]);
    expect(ratios(text("#777777"))).toEqual([4.47]);
    expect(ratios(text("#ffff00"))).toEqual([1.07]);
  });

  test("may be less of large text, and of bold text that is less large", () => {
    const style = (fontSize: number, fontWeight: number) => text("#949494", { style: { fontSize, fontWeight } });
    expect(ratios(style(24, 400), style(18.66, 700))).toEqual([]);
    expect(ratios(style(23.9, 400))).toHaveLength(1);
    expect(ratios(style(18, 700))).toHaveLength(1);
  });

  test("is held against what lies below, and not against what lies beside or above", () => {
    const dark = rectangle([solid("#000000")]);
    expect(ratios(dark, text("#ffffff"))).toEqual([]);
    expect(ratios(rectangle([solid("#000000")], box(500, 0, 10, 10)), text("#ffffff"))).toEqual([1]);
    expect(ratios(text("#767676"), rectangle([solid("#ffffff80")]))).toHaveLength(1);
  });

  test("is none of what nobody sees: hidden, covered, transparent", () => {
    expect(ratios(text("#ffffff", { visible: false }))).toEqual([]);
    expect(ratios(frame([text("#ffffff")], { visible: false }))).toEqual([]);
    expect(ratios(text("#eeeeee"), rectangle([solid("#123456")]))).toEqual([]);
    expect(ratios(text("#ffffff", { fills: [] }))).toEqual([]);
  });

  test("counts opacity of a paint, of the layer and of the groups around it", () => {
    // Black at 54% on white is #757575, at 53% #787878, which is 4.42:1.
    expect(ratios(text("#0000008a"))).toEqual([]);
    expect(ratios(text("#000000", { opacity: 0.53 }))).toEqual([4.42]);
    expect(ratios(frame([text("#000000")], { opacity: 0.53 }))).toEqual([4.42]);
    // A group that fades a black text and its own white background together lies here on black: 54% white is #8a8a8a.
    const card = frame([text("#000000")], { opacity: 0.54, fills: [solid("#ffffff")] });
    expect(ratios(rectangle([solid("#000000")]), card)).toEqual([]);
    const faint = frame([text("#000000")], { opacity: 0.4, fills: [solid("#ffffff")] });
    expect(ratios(rectangle([solid("#000000")]), faint)).toEqual([3.65]);
  });

  test("counts several fills, and the blend modes between layers", () => {
    expect(ratios(rectangle([solid("#ffffff"), solid("#00000099")]), text("#ffffff"))).toEqual([]);
    const multiplied = rectangle([solid("#808080")], { id: "1:7", blendMode: "MULTIPLY" });
    expect(ratios(rectangle([solid("#808080")]), multiplied, text("#ffffff"))).toEqual([]);
    expect(ratios(rectangle([solid("#808080")]), text("#ffffff"))).toEqual([3.94]);
  });

  test("is that of a gradient's worst point below the letters", () => {
    expect(ratios(rectangle([gradient("#000000", "#ffffff")], box(0, 0, 200, 20)), text("#ffffff"))).toEqual([1]);
    expect(ratios(rectangle([gradient("#000000", "#ffffff")], box(0, 0, 2000, 20)), text("#ffffff"))).toEqual([]);
    expect(ratios(text("#000000", { fills: [gradient("#000000", "#ffffff")] }))[0]).toBeLessThan(1.1);
    expect(ratios(text("#000000", { fills: [gradient("#000000", "#555555")] }))).toEqual([]);
  });

  test("is found before a gradient of more stops than anybody makes", () => {
    const color = (index: number) => rgb(index % 2 === 0 ? "#ffffff" : "#eeeeee");
    const gradientStops = Array.from({ length: 100_000 }, (_, index) => ({
      position: index / 1e5,
      color: color(index),
    }));
    const many = rectangle([{ ...gradient("#ffffff", "#ffffff"), gradientStops }], box(0, 0, 200, 20));
    expect(ratios(many, text("#ffffff"))).toEqual([1]);
    expect(ratios(many, text("#000000"))).toEqual([]);
  });

  test("is not certain before an image, unless what lies between is enough", () => {
    const before = problemsIn("contrast", [rectangle([image]), text("#ffffff")]);
    expect(before).toEqual([expect.stringMatching(/^unknown 1:1: behind "Some" .* is an image/)]);
    expect(problemsIn("contrast", [rectangle([image, solid("#000000a0")]), text("#ffffff")])).toEqual([]);
    expect(problemsIn("contrast", [rectangle([image, solid("#00000060")]), text("#ffffff")])).toHaveLength(1);
    expect(problemsIn("contrast", [rectangle([image, solid("#000000")]), text("#ffffff")])).toEqual([]);
  });

  test("is not certain before a shape whose outline is not told", () => {
    const vector = rectangle([solid("#000000")], { type: "VECTOR" });
    // On black 5.9:1, on the white around it 3.5:1; and #555555 on black 2.8:1; and #111111 on either.
    expect(problemsIn("contrast", [vector, text("#888888")])).toEqual([expect.stringMatching(/^unknown .* outline/)]);
    expect(problemsIn("contrast", [vector, rectangle([solid("#ffffff")]), text("#555555")])).toEqual([]);
    const dark = rectangle([solid("#222222")]);
    expect(problemsIn("contrast", [dark, vector, text("#333333")])).toEqual([
      expect.stringMatching(/^error .* at best/),
    ]);
  });

  test("heeds clipping, masks, round corners and ellipses", () => {
    const outside = rectangle([solid("#000000")], box(0, 0, 400, 100));
    const clipping = frame([outside], { ...box(300, 0, 50, 100), clipsContent: true });
    expect(ratios(clipping, text("#767676"))).toEqual([]);
    const mask = rectangle([solid("#000000")], { id: "1:5", isMask: true, ...box(300, 0, 50, 50) });
    expect(ratios(frame([mask, outside]), text("#767676"))).toEqual([]);
    const circle = rectangle([solid("#000000")], { type: "ELLIPSE", ...box(0, 0, 200, 20) });
    expect(ratios(circle, text("#ffffff"))).toEqual([1]);
    expect(ratios(rectangle([solid("#000000")], { cornerRadius: 10, ...box(0, 0, 200, 20) }), text("#ffffff"))).toEqual(
      [1],
    );
  });

  test("is told of each run of a text by itself", () => {
    const runs = text("#000000", {
      characters: "Good bad",
      characterStyleOverrides: [0, 0, 0, 0, 0, 3, 3, 3],
      styleOverrideTable: { 3: { fills: [solid("#cccccc")] } },
    });
    expect(problemsIn("contrast", [runs])).toEqual([expect.stringMatching(/contrast 1.6:1 of "bad"/)]);
  });

  test("is not asked of what is disabled", () => {
    expect(ratios(frame([text("#cccccc")], { name: "State=Disabled" }))).toEqual([]);
    expect(
      ratios(frame([text("#cccccc")], { componentProperties: { "Disabled#1:2": { type: "BOOLEAN", value: true } } })),
    ).toEqual([]);
    expect(ratios(frame([text("#cccccc")], { name: "Size=L, Disabled=False" }))).toHaveLength(1);
  });
});
