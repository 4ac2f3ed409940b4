import { defineTool } from "@drawbridge/core";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { ToolAnswer } from "../../hosts/host.ts";
import { answerFaults } from "./answer-faults.ts";

const words = { title: "Peek", description: "Peeks.", effect: "read", input: z.object({}) } as const;
const content = defineTool({ ...words, name: "jar_peek", run: async () => ({ parts: [] }) });
const record = defineTool({
  ...words,
  name: "jar_facts",
  output: z.object({ jars: z.array(z.object({ name: z.string() })) }),
  run: async () => ({ jars: [] }),
});

const meta = { provenance: { origin: "jars" } };
const ofText = (text: string, more: Partial<ToolAnswer> = {}): ToolAnswer => {
  return { text, structured: undefined, meta, isError: false, ...more };
};
const ofRecord = (structured: Record<string, unknown>, more: Partial<ToolAnswer> = {}) =>
  ofText(JSON.stringify(structured), { structured, ...more });

describe("answerFaults", () => {
  it.each([
    ["a header and a text", "[etag: 1]\n\n<data 0a1b2c3d>\none\n\ntwo\n</data 0a1b2c3d>"],
    ["a header alone", "[etag: 1]"],
    ["several texts", "<data 0a1b2c3d>\n1\n</data 0a1b2c3d>\n\n[part: 2]\n\n<data 0a1b2c3d>\n2\n</data 0a1b2c3d>"],
  ])("finds nothing in %s of a content tool", (_, text) => {
    expect(answerFaults(content, ofText(text))).toEqual([]);
  });

  it.each<[string, ToolAnswer]>([
    ["failed: refused: no", ofText("refused: no", { isError: true })],
    ["does not say in _meta where it comes from", ofText("[a: 1]", { meta: {} })],
    ["answers text and a structure", ofText("[a: 1]", { structured: {} })],
    ["answers nothing at all", ofText("")],
    ["has text outside the marks: hello", ofText("hello\n\n<data 0a1b2c3d>\n1\n</data 0a1b2c3d>")],
    ["has text outside the marks: <data 0a1b2c3d>", ofText("<data 0a1b2c3d>\n1\n</data 99999999>")],
    ["writes next_cursor for what others spell otherwise", ofText("[a: 1]", { meta: { ...meta, next_cursor: "c" } })],
  ])("finds that a content tool %s", (fault, answer) => {
    expect(answerFaults(content, answer)).toContain(fault);
  });

  it("finds nothing in a record that is as declared", () => {
    expect(answerFaults(record, ofRecord({ jars: [{ name: "salt" }] }))).toEqual([]);
  });

  it.each<[string, ToolAnswer]>([
    [expect.stringContaining("is not what its output declares"), ofRecord({ jars: "none" })],
    ["has jars[].secret, which its output does not declare", ofRecord({ jars: [{ name: "salt", secret: 1 }] })],
    ["has more, which its output does not declare", ofRecord({ jars: [], more: true })],
    ["has a text that is not the JSON of its structure", ofRecord({ jars: [] }, { text: "none" })],
  ])("finds that a record tool %s", (fault, answer) => {
    expect(answerFaults(record, answer)).toContainEqual(fault);
  });
});
