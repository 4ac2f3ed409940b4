import { describe, expect, it } from "vitest";
import * as z from "zod";
import { strictInput } from "../define/strict-input.ts";
import { describeIssues } from "./describe-issues.ts";

const input = strictInput(
  z.object({
    path: z.string(),
    edits: z.array(z.object({ text: z.string(), line: z.int().min(1) })).optional(),
  }),
);

function described(value: unknown): string {
  const { error } = input.safeParse(value);
  if (error === undefined) throw new Error("The input is valid");
  return describeIssues(error, Object.keys(input.shape));
}

describe("describeIssues", () => {
  it("names the argument that an unknown one was meant to be, and what there is", () => {
    expect(described({ path: "a", edit: [] })).toBe(
      'unknown argument "edit" (did you mean "edits"?). It takes: path, edits.',
    );
  });

  it("guesses nothing where nothing is near", () => {
    expect(described({ path: "a", verbosely: true })).toBe('unknown argument "verbosely". It takes: path, edits.');
  });

  it("says where inside the input a problem is", () => {
    const text = described({ path: "a", edits: [{ text: "b", line: 0, lien: 1 }] });
    expect(text).toContain("edits.0.line: ");
    expect(text).toContain('edits.0: unknown argument "lien"');
  });

  it.each([
    [z.string().min(1), "", "must not be empty"],
    [z.array(z.string()).min(1), [], "must not be empty"],
    [z.array(z.string()).max(1), ["a", "b"], "must have at most 1 item"],
    [z.string().max(3), "long", "must have at most 3 characters"],
    [z.int().min(1), 0, "must be at least 1"],
    [z.number().lt(5), 5, "must be less than 5"],
  ])("says what a size has to be: %#", (schema, value, words) => {
    const { error } = z.object({ x: schema }).safeParse({ x: value });
    expect(error && describeIssues(error, ["x"])).toBe(`x: ${words}. It takes: x.`);
  });

  it("says every problem, up to eight", () => {
    expect(described({ path: 1, edits: 2 }).split("; ")).toHaveLength(2);
    const edits = Array.from({ length: 50 }, () => ({ text: "b", line: 0 }));
    expect(described({ path: "a", edits }).split("; ")).toHaveLength(8);
  });

  it("stays short where somebody sends long and many keys", () => {
    const keys = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}${"x".repeat(10_000)}`, 1]));
    expect(described({ path: "a", ...keys }).length).toBeLessThan(1000);
  });

  it("says so where a tool takes nothing", () => {
    const { error } = strictInput(z.object({})).safeParse({ a: 1 });
    expect(describeIssues(error as z.ZodError, [])).toBe('unknown argument "a". It takes no arguments.');
  });
});
