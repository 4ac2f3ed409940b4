import { expect, it } from "vitest";
import type { FunctionFacts } from "../catalog/usage-facts.ts";
import { functionDanger } from "./function-danger.ts";

/** A volatile function, as the catalog tells of it. */
function fact(name: string, extension: string | null, schema = "public"): FunctionFacts {
  const plain = {
    oid: "1",
    volatility: "v",
    kind: "f",
    arguments: [],
    defaults: 0,
    isVariadic: false,
    returns: "25",
  } as const;
  return { ...plain, schema, name, extension };
}

const dangerOf = (facts: FunctionFacts, effect: "read" | "write" | "destroy") =>
  functionDanger(facts, { functions: new Set([`${facts.schema}.${facts.name}`]), effect });

it.each([
  ["http_get", "http", /reaches another server/],
  ["http_post", "pg_net", /reaches another server/],
  ["query_export_to_s3", "aws_s3", /reaches another server/],
  ["schedule_in_database", "pg_cron", /runs SQL that it is given as text/],
  ["pg_background_launch", "pg_background", /runs SQL that it is given as text/],
  ["pg_file_write", "adminpack", /reads the files/],
])("calls %s of %s under no grant, even where a person vouches for it", (name, extension, reason) => {
  for (const effect of ["read", "write", "destroy"] as const)
    expect(dangerOf(fact(name, extension), effect)).toMatch(reason);
  // Somebody's own function of that name is another.
  expect(dangerOf(fact(name, null), "destroy")).toBeUndefined();
});

it("takes numbers of a sequence under a grant to write, and sets it only under one to destroy", () => {
  const dangers = (name: string) =>
    (["read", "write", "destroy"] as const).map(
      (effect) => dangerOf(fact(name, null, "pg_catalog"), effect) === undefined,
    );
  expect(dangers("nextval")).toEqual([false, true, true]);
  expect(dangers("setval")).toEqual([false, false, true]);
});

it("advises nobody to mark PostgreSQL's own functions anew", () => {
  const danger = (schema: string) =>
    functionDanger(fact("pg_switch_wal", null, schema), { functions: new Set(), effect: "read" });
  expect(danger("pg_catalog")).toMatch(/it only reads, the person .* --allow-functions pg_catalog\.pg_switch_wal$/);
  expect(danger("shop")).toMatch(/ALTER FUNCTION shop\.pg_switch_wal STABLE, or the person/);
});
