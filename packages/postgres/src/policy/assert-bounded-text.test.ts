import fc from "fast-check";
import { expect, it } from "vitest";
import { assertBoundedText, mostSqlBytes } from "./assert-bounded-text.ts";

const piece = fc.constantFrom("/*", "*/", "'", '"', "--", "\n", "$$", "a", " ", "/", "*", "é");
const text = fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join(""));

/** How deep PostgreSQL's scanner goes into comments, wherever it takes one to begin. */
function deepest(sql: string): number {
  let most = 0;
  for (let start = sql.indexOf("/*"); start !== -1; start = sql.indexOf("/*", start + 1)) {
    let depth = 0;
    for (let at = start; at < sql.length; at += 1) {
      if (sql.startsWith("/*", at)) {
        depth += 1;
        at += 1;
      } else if (sql.startsWith("*/", at)) {
        depth -= 1;
        at += 1;
      }
      most = Math.max(most, depth);
      if (depth === 0) break;
    }
  }
  return most;
}

it("lets nothing pass in which a comment may be deeper than 16, wherever quotes begin and end", () => {
  fc.assert(
    fc.property(text, fc.nat(20), (around, depth) => {
      const sql = around + "/*".repeat(depth) + around;
      let isAdmitted = true;
      try {
        assertBoundedText(sql);
      } catch {
        isAdmitted = false;
      }
      if (isAdmitted) expect(deepest(sql)).toBeLessThanOrEqual(16);
    }),
  );
});

it("sees comments in a row of both marks, whichever of them the first is", () => {
  for (const sql of ["/*".repeat(17), `SELECT 1 ${"*/".repeat(40)}`]) {
    expect(() => assertBoundedText(sql)).toThrow(/nested more than 16/);
  }
  expect(() => assertBoundedText("SELECT 1 /* a */ + 2 /* b */".repeat(100))).not.toThrow();
});

it("counts bytes, not characters", () => {
  expect(() => assertBoundedText("é".repeat(mostSqlBytes / 2))).not.toThrow();
  expect(() => assertBoundedText(`${"é".repeat(mostSqlBytes / 2)}x`)).toThrow(/longer than 65536 bytes/);
});

it("refuses a NUL, at which PostgreSQL would stop to read", () => {
  expect(() => assertBoundedText("SELECT 1\0; DROP TABLE x")).toThrow(/NUL/);
});
