import { expect, test } from "vitest";
import { sampleText } from "./sample-text.ts";

test("a sample text has exactly the bytes asked for and ends with a newline", () => {
  for (const bytes of [1024, 1024 * 1024]) {
    expect(Buffer.byteLength(sampleText(bytes))).toBe(bytes);
    expect(sampleText(bytes).endsWith("\n")).toBe(true);
  }
});

test("the same length gives the same text, in every run", () => {
  expect(sampleText(4096)).toBe(sampleText(4096));
});

test("no line occurs twice", () => {
  const lines = sampleText(1024 * 1024)
    .trimEnd()
    .split("\n");
  expect(new Set(lines).size).toBe(lines.length);
});
