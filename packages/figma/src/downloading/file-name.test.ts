import fc from "fast-check";
import { expect, it } from "vitest";
import { fileName } from "./file-name.ts";

it.each([
  ["Hero / Image", "1:2", "hero-image-1-2.png"],
  ["Über uns – Café", "I5:6;7:8", "uber-uns-cafe-I5-6-7-8.png"],
  ["日本", "1:2", "layer-1-2.png"],
  ["../../etc/passwd", "1:2", "etc-passwd-1-2.png"],
])("names %s (%s) %s", (name, id, expected) => {
  expect(fileName(name, id, "png")).toBe(expected);
});

it("names anything plainly", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (name, id) => {
      expect(fileName(name, id, "png")).toMatch(/^[a-z0-9][0-9A-Za-z-]{0,150}\.png$/);
    }),
  );
});
