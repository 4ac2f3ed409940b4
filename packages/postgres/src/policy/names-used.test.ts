import fc from "fast-check";
import { expect, it } from "vitest";
import { namesUsed } from "./names-used.ts";
import { parseStatement } from "./parse-statement.ts";
import { readableKinds } from "./readable-kinds.ts";

/** An expression, and the functions that it calls. */
interface Generated {
  readonly sql: string;
  readonly calls: readonly string[];
}

/** Where an expression can stand in another, or in a statement that is one. */
const places = [
  "(?)::text",
  "(?) + (?)",
  "CASE (?) WHEN (?) THEN (?) ELSE (?) END",
  "COALESCE(?, ?)",
  "ARRAY[?, ?]",
  "(ARRAY[1])[?]",
  "ROW(?, ?)",
  "((?), 1) IN (SELECT ?, 1)",
  "(?) BETWEEN (?) AND (?)",
  "(?) = ANY (?)",
  "(SELECT ? FROM t WHERE ? GROUP BY ? HAVING ? ORDER BY ? LIMIT (?) OFFSET (?))",
  "(SELECT count(*) FILTER (WHERE ?) OVER (PARTITION BY ? ORDER BY ? ROWS (?) PRECEDING) FROM t)",
  "(SELECT 1 FROM t JOIN LATERAL (VALUES (?), (?)) AS v(x) ON (?) WINDOW w AS (ORDER BY ?))",
  "(WITH c AS (SELECT ?) SELECT ? FROM c UNION ALL SELECT ?)",
  "(SELECT mode() WITHIN GROUP (ORDER BY ?))",
  "(SELECT 1 FROM t TABLESAMPLE system (?) REPEATABLE (?))",
  "(SELECT DISTINCT ON (?) 1 FROM t GROUP BY GROUPING SETS ((?), ROLLUP (?)))",
  "JSON_OBJECT('a': ?)",
  "JSON_VALUE(?, '$.a' DEFAULT ? ON EMPTY)",
  "XMLELEMENT(NAME a, XMLATTRIBUTES(? AS b), ?)",
  "(?) IS DISTINCT FROM (?)",
  "GREATEST(?, LEAST(?, NULLIF(?, ?)))",
  '(?) COLLATE "C"',
  "NOT (? AND (?) IS NULL)",
  "(?).field",
  "(SELECT 1 FROM XMLTABLE('/a' PASSING (?) COLUMNS b text DEFAULT (?)))",
  "(SELECT 1 FROM JSON_TABLE(?, '$[*]' COLUMNS (b int PATH '$')))",
  "JSON_ARRAYAGG((?) ORDER BY (?) RETURNING jsonb)",
  "JSON_OBJECTAGG((?) VALUE (?)) FILTER (WHERE (?)) OVER (PARTITION BY (?))",
];

const { expression } = fc.letrec<{ expression: Generated }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.nat(999).map((n) => ({ sql: `f${n}()`, calls: [`f${n}`] })),
    fc.tuple(fc.nat(999), tie("expression")).map(([n, { sql, calls }]) => ({
      sql: `g${n}(${sql})`,
      calls: [`g${n}`, ...calls],
    })),
    fc.tuple(fc.constantFrom(...places), fc.array(tie("expression"), { minLength: 7, maxLength: 7 })).map(fill),
  ),
}));

function fill([place, inner]: [string, Generated[]]): Generated {
  const used: Generated[] = [];
  const sql = place.replaceAll("?", () => {
    const next = inner[used.length] ?? { sql: "1", calls: [] };
    used.push(next);
    return next.sql;
  });
  return { sql, calls: used.flatMap(({ calls }) => calls) };
}

it("finds every function that is called, wherever it stands", async () => {
  await fc.assert(
    fc.asyncProperty(expression, async ({ sql, calls }) => {
      fc.pre(sql.length < 20_000);
      const found = new Set(namesUsed(await parseStatement(`SELECT ${sql}`), undefined).calls.map(({ name }) => name));
      expect(calls.filter((name) => !found.has(name))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it.each(["JSON_ARRAYAGG(x RETURNING checked)", "JSON_OBJECTAGG(x VALUE y RETURNING checked)"])(
  "takes %s for what reads, and finds its type",
  async (call) => {
    const { types } = namesUsed(await parseStatement(`SELECT ${call} FROM t`), readableKinds);
    expect(types.map(({ name }) => name)).toEqual(["checked"]);
  },
);

it("finds every operator with its operands, also those that syntax only means", async () => {
  const names = async (sql: string) =>
    namesUsed(await parseStatement(`SELECT ${sql}`), undefined).operators.map(
      ({ name, arguments: { length } }) => name + length,
    );
  expect(await names("1 + 2")).toEqual(["+2"]);
  expect(await names("- x")).toEqual(["-1"]);
  expect(await names("x BETWEEN 1 AND 2")).toEqual([">=2", ">=2", "<=2", "<=2"]);
  expect(await names("x IN (SELECT 1)")).toEqual(["=2"]);
  expect(await names("CASE x WHEN 1 THEN 2 WHEN 3 THEN 4 END")).toEqual(["=2", "=2"]);
  expect(await names("(1, 2) < (3, 4)")).toEqual(["<2", "<2"]);
  expect(await names("1 FROM a JOIN b USING (c, d)")).toEqual(["=2", "=2"]);
  expect(await names("1 FROM a NATURAL JOIN b")).toEqual(["=2"]);
  expect(await names("1 FROM a ORDER BY b USING <")).toEqual(["<2"]);
});
