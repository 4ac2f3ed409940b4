import fc from "fast-check";
import { codePoint } from "./code-point.ts";
import { oddTexts } from "./odd-texts.ts";

const unforeseen = 40;

/** Every text that somebody thought of, and as many that nobody did. */
export function hostileTexts(): readonly string[] {
  return [...oddTexts, ...fc.sample(fc.string({ unit: codePoint, maxLength: 40 }), unforeseen)];
}
