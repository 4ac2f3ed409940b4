import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bindNames } from "./bind-names.ts";

const bind = (sql: string) => bindNames(sql, new Map(["a", "b", "limit"].map((name) => [name, "text"])));

describe("bindNames", () => {
  it("numbers names as they come, each once", async () => {
    expect(await bind("SELECT :b, :a, :b::int, x=:limit")).toEqual({
      sql: "SELECT ($1::text), ($2::text), ($1::text)::int, x=($3::text)",
      names: ["b", "a", "limit"],
      linesBefore: 0,
    });
  });

  it.each([
    ["strings", "SELECT ':a', E'\\':a', $$:a$$, $x$ $$ :a $x$, U&':a'"],
    ["names", 'SELECT ":a" FROM "é:a"'],
    ["comments", "SELECT 1 /* :a /* :a */ */ + 2 -- :a\n + 3"],
    ["casts, slices with a space and assignments", "SELECT a::text, b[1: n], f(x := 1)"],
  ])("leaves %s alone", async (_, sql) => {
    expect(await bind(sql)).toEqual({ sql, names: [], linesBefore: 0 });
  });

  it("finds names after characters of several bytes", async () => {
    expect((await bind("SELECT 'é☃𝄞', :a, 'ü' || :b")).sql).toBe("SELECT 'é☃𝄞', ($1::text), 'ü' || ($2::text)");
  });

  it("takes comments around the statement and the semicolon away", async () => {
    const { sql, linesBefore } = await bind("\n-- of a customer\nSELECT 1 -- one\n; -- done;\n/* next */");
    expect([sql, linesBefore]).toEqual(["SELECT 1", 2]);
  });

  it("keeps whatever a string holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
        fc.pre(!text.includes("\0"));
        const literal = `'${text.replaceAll("'", "''")}'`;
        expect((await bind(`SELECT ${literal}, :a`)).sql).toBe(`SELECT ${literal}, ($1::text)`);
      }),
    );
  });

  it.each([
    ["a string that does not end", "SELECT 'a", "does not end"],
    ["a comment that does not end", "SELECT 1 /* a", "does not end"],
    ["a name that is not known", "SELECT :constructor", ":constructor is not among the parameters"],
    ["a number for a name", "SELECT $1", "write :name"],
    ["more text than is ever a statement", `SELECT '${"x".repeat(70_000)}'`, "longer than"],
  ])("refuses %s", async (_, sql, problem) => {
    await expect(bind(sql)).rejects.toThrow(problem);
  });
});
