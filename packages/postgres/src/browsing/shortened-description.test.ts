import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortenedDescription } from "./shortened-description.ts";

const columns = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `column_${n}`,
    type: "text",
    not_null: true,
    comment: "what it holds",
  }));
const table = (count: number) => ({ schema: "shop", name: "wide", kind: "table", columns: columns(count) });

describe("a description", () => {
  it("is told as it is where it fits", () => {
    const description = table(10);
    expect(shortenedDescription(description, 10_000)).toBe(description);
  });

  it("is told as it is where next to nothing would fit", () => {
    const description = table(1600);
    for (const bytes of [0, 100, 3000]) expect(shortenedDescription(description, bytes)).toBe(description);
  });

  it("leaves out what is told of columns beside their types before it leaves out columns", () => {
    const { columns: told, left_out } = shortenedDescription(table(100), 9000);
    expect(told).toEqual(columns(100).map(({ comment: _, ...rest }) => rest));
    expect(left_out).toMatch(/^of columns all but name and type: /);
  });

  it("tells the first columns, and how many there are, where not all fit", () => {
    const { columns: told, left_out } = shortenedDescription(table(1600), 20_000) as Record<string, unknown[]>;
    expect(told?.slice(0, 100)).toHaveLength(100);
    expect(left_out).toContain(`columns: told are the first ${told?.length} of 1600 items`);
  });

  it("tells the beginning of a long definition", () => {
    const definition = "SELECT 1 UNION ALL ".repeat(1000);
    const shown = shortenedDescription({ schema: "shop", name: "long", kind: "view", definition }, 5000);
    expect(definition.startsWith(shown.definition as string)).toBe(true);
    expect(shown.left_out).toMatch(/^definition: told are the first \d+ of 19000 characters$/);
  });

  it("fits, whatever it holds, into any answer that a name fits into", () => {
    const value = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.integer(),
      fc.array(fc.string()),
      fc.constant(columns(30)),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.integer({ min: 3072, max: 6000 }), (description, bytes) => {
        const shown = shortenedDescription(description, bytes);
        const { left_out, ...rest } = shown;
        expect(Buffer.byteLength(JSON.stringify(rest))).toBeLessThanOrEqual(bytes);
        expect(JSON.stringify(rest)).not.toMatch(/\\ud[89a-f]/);
        for (const key of Object.keys(rest)) expect(description).toHaveProperty([key]);
      }),
    );
  });
});
