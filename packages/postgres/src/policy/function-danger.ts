import type { FunctionFacts } from "../catalog/usage-facts.ts";
import { deniedFunctions, deniedWithText } from "./denied-functions.ts";
import { harmlessFunctions } from "./harmless-functions.ts";

/** The type `text`. */
const text = "25";

/** What a statement may do, by what it calls. */
export interface Allowed {
  /** `schema.name` of volatile functions that the person vouches for. */
  readonly functions: ReadonlySet<string>;
  readonly effect: "read" | "write" | "destroy";
}

/** Of PostgreSQL's own, what a change needs that one who reads does not. */
const forChanges = /^(nextval|currval|lastval|txid_current|pg_current_xact_id)$/;

/** And what overwrites. */
const forDestroying = /^setval$/;

/** Why a function may not be called, in words that follow its name; undefined where it may. */
export function functionDanger(facts: FunctionFacts, { functions, effect }: Allowed): string | undefined {
  const { schema, name, extension, volatility, kind, arguments: types } = facts;
  if (kind === "p" && effect !== "destroy") return "is a procedure";
  const origin = schema === "pg_catalog" ? schema : extension;
  if (effect !== "read" && origin === "pg_catalog" && forChanges.test(name)) return undefined;
  if (effect !== "read" && origin === "pg_catalog" && forDestroying.test(name))
    return effect === "destroy"
      ? undefined
      : "has numbers given again that were given: that takes the grant to destroy";
  const denied = origin === null ? undefined : deniedFunctions[origin]?.find(([pattern]) => pattern.test(name));
  if (denied !== undefined) return denied[1];
  if (origin === "pg_catalog" && types.includes(text) && deniedWithText[name] !== undefined)
    return deniedWithText[name];
  if (volatility !== "v" || effect === "destroy" || functions.has(`${schema}.${name}`)) return undefined;
  if (origin !== null && harmlessFunctions[origin]?.some((pattern) => pattern.test(name))) return undefined;
  if (effect === "write") {
    return (
      "is marked VOLATILE, so that it may delete as well as add: that takes the grant to destroy, or that the person who runs this " +
      `server names it with --allow-functions ${schema}.${name}`
    );
  }
  return `is marked VOLATILE, so that it may change something; if it only reads, ${remedies(facts)}`;
}

/** Of PostgreSQL's own none is to be marked anew: that would hold for every session. */
function remedies({ schema, name }: FunctionFacts): string {
  const here = `the person who runs this server can allow it with --allow-functions ${schema}.${name}`;
  return schema === "pg_catalog"
    ? here
    : `its owner can say so with ALTER FUNCTION ${schema}.${name} STABLE, or ${here}`;
}
