import { describe, expect, it } from "vitest";
import { withoutLiterals } from "./without-literals.ts";

describe("a statement without the values in it", () => {
  it.each([
    [
      "SELECT 'a', E'b\\'c', $$d$$, $x$e$x$, U&'f', B'01', X'1F', N'g', 12, 1.5, 1e3",
      "SELECT …, …, …, …, …, …, …, n…, …, …, …",
    ],
    ["SELECT 'a\\' || 'secret', 'it''s'", "SELECT … || …, …"],
    [
      'SELECT "Name", t.* FROM "T b" AS t -- secret\n/* secret */ WHERE a = $1',
      'SELECT "Name", t.* FROM "T b" AS t WHERE a = $1',
    ],
  ])("is %s", async (sql, plain) => {
    expect((await withoutLiterals(sql))?.toLowerCase()).toBe(plain.toLowerCase());
  });

  it("is nothing where it was cut off within one", async () => {
    expect(await withoutLiterals("SELECT 'secr")).toBeUndefined();
  });
});
