import fc from "fast-check";
import { codePoint } from "./code-point.ts";
import { oddTexts } from "./odd-texts.ts";

/** Texts that somebody thought of, and some that nobody did. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: codePoint, maxLength: 40 }),
  fc.constantFrom(...oddTexts),
);
