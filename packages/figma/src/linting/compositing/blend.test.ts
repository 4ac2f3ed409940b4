import type { BlendMode } from "@figma/rest-api-spec";
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
  OVERLAY: "overlay",
  HARD_LIGHT: "hard-light",
  DIFFERENCE: "difference",
  EXCLUSION: "exclusion",
  NORMAL: "normal",
} as const satisfies Partial<Record<BlendMode, string>>;

const color = fc.record({
  r: fc.double({ min: 0, max: 1, noNaN: true }),
  g: fc.double({ min: 0, max: 1, noNaN: true }),
  b: fc.double({ min: 0, max: 1, noNaN: true }),
  a: fc.double({ min: 0.01, max: 1, noNaN: true }),
});

/** To three digits: the other rounds its results. */
test("blend modes of single channels are those of another implementation of the W3C's formulas", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(modes) as (keyof typeof modes)[])),
      color,
      color,
      (mode, under, above) => {
        const expected = culoriBlend(
          [
            { mode: "rgb", ...under, alpha: under.a },
            { mode: "rgb", ...above, alpha: above.a },
          ],
          modes[mode],
        );
        const mixed = blend(above, under, mode);
        for (const channel of ["r", "g", "b"] as const) expect(mixed[channel]).toBeCloseTo(expected[channel], 3);
        expect(mixed.a).toBeCloseTo(expected.alpha ?? 1, 3);
      },
    ),
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
