import type { FunctionFacts } from "../catalog/usage-facts.ts";
import { deniedFunctions, deniedWithText } from "./denied-functions.ts";
import { harmlessFunctions } from "./harmless-functions.ts";

/** The type `text`. */
const text = "25";

/**
 * Why a function may not be called by a statement that only reads, in words that follow its name; undefined where it may.
 *
 * @param allowed `schema.name` of functions that the person vouches for
 */
export function functionDanger(facts: FunctionFacts, allowed: ReadonlySet<string>): string | undefined {
  const { schema, name, extension, volatility, kind, arguments: types } = facts;
  if (kind === "p") return "is a procedure";
  const origin = schema === "pg_catalog" ? schema : extension;
  const denied = origin === null ? undefined : deniedFunctions[origin]?.find(([pattern]) => pattern.test(name));
  if (denied !== undefined) return denied[1];
  if (origin === "pg_catalog" && types.includes(text) && deniedWithText[name] !== undefined)
    return deniedWithText[name];
  if (volatility !== "v" || allowed.has(`${schema}.${name}`)) return undefined;
  if (origin !== null && harmlessFunctions[origin]?.some((pattern) => pattern.test(name))) return undefined;
  return (
    "is marked VOLATILE, so that it may change something; if it only reads, its owner can say so with " +
    `ALTER FUNCTION ${schema}.${name} STABLE, or the person who runs this server with --allow-functions ${schema}.${name}`
  );
}
