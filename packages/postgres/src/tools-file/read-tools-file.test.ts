import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "@drawbridge/core";
import { afterAll, describe, expect, it } from "vitest";
import { readToolsFiles } from "./read-tools-files.ts";

const folder = mkdtempSync(join(tmpdir(), "drawbridge-tools-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "shop.sql");

const head = "/*---\nname: some_orders\ndescription: Some orders.\n";
/** Five lines of front matter or more, and a statement. */
const one = (more: string, sql: string) => `${head}${more}---*/\n${sql}`;
const withA = "parameters:\n  a: { type: integer }\n";

async function read(text: string, ...others: string[]) {
  writeFileSync(file, text);
  return readToolsFiles([file, ...others], ["pg_query"]);
}

describe("a file of statements", () => {
  it("becomes tools, each with its parameters, limit, place and effect", async () => {
    const sql = `\n-- The newest\nSELECT *\nFROM orders WHERE id > :a;\n`;
    const delete_ = "/*---\nname: forget\ndescription: Forgets.\n---*/\nDELETE FROM orders -- all of them\n";
    const [first, second] = await read(`-- Tools of the shop\r\n\r\n${one(`${withA}limit: 7\n`, sql)}\n${delete_}`);
    expect(first).toMatchObject({
      name: "some_orders",
      line: 12,
      sql: "SELECT *\nFROM orders WHERE id > ($1::integer)",
      bound: [{ name: "a", type: "integer" }],
      limit: 7,
      effect: "read",
    });
    expect(second).toMatchObject({ name: "forget", sql: "DELETE FROM orders", limit: 100, effect: "destroy" });
  });

  it.each([
    ["UPDATE orders SET note = 'x' WHERE id = 1", "write"],
    ["WITH gone AS (DELETE FROM orders WHERE id = 1 RETURNING *) SELECT * FROM gone", "write"],
    ["TRUNCATE orders", "destroy"],
    ["EXPLAIN SELECT 1", "read"],
    ["TABLE orders", "read"],
  ])("has the effect of the statement: %s", async (sql, effect) => {
    expect((await read(one("", sql)))[0]?.effect).toBe(effect);
  });

  it("runs a SELECT as a change where it says so", async () => {
    expect((await read(one("effect: destroy\n", "SELECT restock(1, 2)")))[0]?.effect).toBe("destroy");
  });

  it.each<[string, string, number, string]>([
    ["no statement", "-- nothing\n", 1, "needs front matter"],
    ["a statement without front matter", "\n\nSELECT 1;\n", 3, "needs front matter"],
    ["front matter that is not closed", "\n/*---\nname: a\n", 2, "is not closed"],
    ["front matter that is no YAML", "/*---\nname: a\nb: [1\n---*/\nSELECT 1", 3, "Flow sequence"],
    ["front matter that says nothing", "/*---\n---*/\nSELECT 1", 2, "expected object"],
    [
      "a mistyped key",
      "/*---\nname: a\ndescripton: A.\n---*/\nSELECT 1",
      3,
      "no key descripton; did you mean description?",
    ],
    ["no name", "/*---\ndescription: A.\n---*/\nSELECT 1", 2, "name is missing"],
    ["a name that is none", one("", "SELECT 1").replace("some_orders", "Some-Orders"), 2, "name: expected"],
    ["a key that there is not", one("limits: 3\n", "SELECT 1"), 4, "no key limits; did you mean limit?"],
    [
      "a text with hidden characters",
      one("", "SELECT 1").replace("Some orders", "Some\u200borders"),
      3,
      "cannot be seen",
    ],
    ["a parameter of no type", one("parameters:\n  a: { type: int }\n", "SELECT :a"), 5, "there are text, integer"],
    [
      "a default of another type",
      one("parameters:\n  a: { type: integer, default: x }\n", "SELECT :a"),
      5,
      'default "x"',
    ],
    [
      "an enum of another type",
      one("parameters:\n  a: { type: date, enum: [may] }\n", "SELECT :a"),
      5,
      '"may" of its enum',
    ],
    [
      "a default outside of its enum",
      one("parameters:\n  a: { type: text, enum: [x], default: y }\n", "SELECT :a"),
      5,
      '"y"',
    ],
    [
      "both required and default",
      one("parameters:\n  a: { type: text, default: y, required: true }\n", "SELECT :a"),
      5,
      "leave one",
    ],
    [
      "a parameter that the tool has",
      one("parameters:\n  cursor: { type: text }\n", "SELECT :cursor"),
      5,
      "take another",
    ],
    ["a parameter that is not used", one(withA, "SELECT 1 -- :a"), 5, "the statement has no :a"],
    ["a parameter that is not declared", one(withA, "SELECT :a,\n  :b"), 8, ":b is not among the parameters"],
    ["a slice", one("", "SELECT x[1:n]"), 5, "space after the colon"],
    ["a parameter by number", one("", "SELECT $1"), 5, "write :name"],
    ["a string that does not end", one("", "SELECT 'x"), 5, "does not end"],
    ["an error of syntax", one("", "\nSELECT *\nFORM orders"), 7, 'syntax error at or near "FORM"'],
    ["two statements", one("", "SELECT 1;\nSELECT 2;"), 5, "2 statements"],
    ["none after front matter", one("", "\n-- nothing\n"), 5, "no statement"],
    ["what is never run", one("", "\n\nDO $$ BEGIN END $$"), 7, "DO runs a program"],
    ["a SELECT that does more than read", one("", "SELECT * INTO x FROM orders"), 5, "The statement is not run"],
    [
      "an effect that is less than the statement's",
      one("effect: read\n", "DELETE FROM orders"),
      6,
      "write effect: destroy",
    ],
    ["an effect that is more than the statement's", one("effect: write\n", "VALUES (1)"), 6, "write effect: destroy"],
    ["the name of a tool of the connector's", one("", "SELECT 1").replace("some_orders", "pg_query"), 2, "of its own"],
    ["one name twice", `${one("", "SELECT 1;")}\n${one("", "SELECT 2;")}`, 7, "line 5 is called some_orders already"],
  ])("with %s is refused in one line with its place", async (_, text, line, problem) => {
    const error = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(/^--tools-file [^\n]*shop\.sql, line \d+: [^\n]*[^\n.]$/);
    expect((error as UsageError).message).toContain(problem);
    expect((error as UsageError).message).toContain(`line ${line}: `);
  });

  it("that is not UTF-8 is refused", async () => {
    writeFileSync(file, Buffer.from(one("", "SELECT 'Café'"), "latin1"));
    await expect(readToolsFiles([file], [])).rejects.toThrow(/is not UTF-8/);
  });

  it("that cannot be read is refused with its name", async () => {
    await expect(read(one("", "SELECT 1"), join(folder, "gone.sql"))).rejects.toThrow(
      /gone\.sql: there is no such file$/,
    );
    await expect(read(one("", "SELECT 1"), folder)).rejects.toThrow(/: it is a folder: name each file in it$/);
  });
});
