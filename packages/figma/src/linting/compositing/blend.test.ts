import type { BlendMode, RGBA } from "@figma/rest-api-spec";
import { blend as culoriBlend } from "culori";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rgb } from "../../../test/small-design.ts";
import { blend } from "./blend.ts";

const modes = {
  DARKEN: "darken",
  MULTIPLY: "multiply",
  COLOR_BURN: "color-burn",
  LIGHTEN: "lighten",
  SCREEN: "screen",
  COLOR_DODGE: "color-dodge",
  DIFFERENCE: "difference",
  EXCLUSION: "exclusion",
  NORMAL: "normal",
} as const satisfies Partial<Record<BlendMode, string>>;

/** In steps, so that dark and light are as frequent: a double of fast-check's is nearly always next to zero. */
const channel = fc.integer({ min: 0, max: 1000 }).map((step) => step / 1000);
const opaque = fc.record({ r: channel, g: channel, b: channel, a: fc.constant(1) });
const color = fc.record({ r: channel, g: channel, b: channel, a: channel.filter((alpha) => alpha > 0) });

function expectSame(mixed: RGBA, expected: RGBA) {
  for (const name of ["r", "g", "b", "a"] as const) expect(mixed[name]).toBeCloseTo(expected[name], 9);
}

test("blend modes of single channels are those of another implementation of the W3C's formulas", () => {
  const names = fc.constantFrom(...(Object.keys(modes) as (keyof typeof modes)[]));
  fc.assert(
    fc.property(names, color, color, (mode, under, above) => {
      const { alpha = 1, ...expected } = culoriBlend(
        [
          { mode: "rgb", ...under, alpha: under.a },
          { mode: "rgb", ...above, alpha: above.a },
        ],
        modes[mode],
      );
      expectSame(blend(above, under, mode), { ...expected, a: alpha });
    }),
    { numRuns: 500 },
  );
});

// The other implementation has another formula for these two: its results jump where a channel passes the middle.
test("hard light multiplies by what is dark and screens with what is light; overlay is the same with both exchanged", () => {
  fc.assert(
    fc.property(opaque, opaque, (under, above) => {
      const each = (of: (under: number, above: number) => number): RGBA => ({
        r: of(under.r, above.r),
        g: of(under.g, above.g),
        b: of(under.b, above.b),
        a: 1,
      });
      const gray = (level: number): RGBA => ({ r: level, g: level, b: level, a: 1 });
      const hardLight = (below: number, light: number) =>
        light <= 0.5
          ? blend(gray(2 * light), gray(below), "MULTIPLY").r
          : blend(gray(2 * light - 1), gray(below), "SCREEN").r;
      expectSame(blend(above, under, "HARD_LIGHT"), each(hardLight));
      expectSame(blend(above, under, "OVERLAY"), blend(under, above, "HARD_LIGHT"));
    }),
  );
});

test("blend modes of whole colours take hue, saturation or lightness from either", () => {
  const [red, gray] = [rgb("#ff0000"), rgb("#808080")];
  expect(blend(gray, red, "SATURATION")).toMatchObject({ r: expect.closeTo(0.3), g: expect.closeTo(0.3) });
  expect(blend(gray, red, "LUMINOSITY").r).toBeGreaterThan(0.9);
  // Gray has no saturation to give a hue, and a lightness to give a colour.
  expect(blend(red, gray, "HUE")).toMatchObject({ r: expect.closeTo(0.502, 2), g: expect.closeTo(0.502, 2) });
  expect(blend(red, gray, "COLOR").r).toBeGreaterThan(blend(red, gray, "COLOR").g + 0.5);
  expect(blend(red, rgb("#00ff00"), "HUE").r).toBeGreaterThan(0.9);
});

test("whatever is blended stays a colour", () => {
  const all = [
    ...Object.keys(modes),
    "HUE",
    "SATURATION",
    "COLOR",
    "LUMINOSITY",
    "SOFT_LIGHT",
    "LINEAR_BURN",
    "LINEAR_DODGE",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...(all as BlendMode[])), color, color, (mode, under, above) => {
      for (const value of Object.values(blend(above, under, mode))) {
        expect(value).toBeGreaterThanOrEqual(-1e-9);
        expect(value).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
