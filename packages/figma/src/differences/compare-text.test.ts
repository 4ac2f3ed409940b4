import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "./compare-text.ts";

test("changed words are told between the words that stayed", () => {
  expect(compareText("Sign in to your account", "Log in to the account")).toBe(
    "[-Sign-]{+Log+} in to [-your-]{+the+} account",
  );
});

test("of a long text only what is around the changes is shown", () => {
  const stayed = "word ".repeat(500);
  const told = compareText(`${stayed}one ${stayed}`, `${stayed}two ${stayed}`);
  expect(told).toContain("[-one-]{+two+}");
  expect(told.length).toBeLessThan(120);
});

test("any two texts are told within bounds", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 4000 }), fc.string({ maxLength: 4000 }), (from, to) => {
      expect(compareText(from, to).length).toBeLessThanOrEqual(1201);
    }),
    { numRuns: 50 },
  );
});
