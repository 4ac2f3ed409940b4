import { ConnectorError, Seal } from "@drawbridge/core";
import type { ExecuteInput } from "./execute-input.ts";

/** Milliseconds for which a dry run may be named. */
const lifetime = 60 * 60 * 1000;

const seal = new Seal(lifetime);

/** Whose dry run it is, and where it was made. */
export interface DryRunPlace {
  readonly principal: string;
  readonly database: string;
}

/**
 * Names a dry run for the real one: signed with a key of this process, good for the same statement and params, in the same
 * database, by the same principal.
 *
 * @param command how it came out, in PostgreSQL's words: `UPDATE 3`
 */
export function sealDryRun(command: string, input: ExecuteInput, place: DryRunPlace): string {
  return seal.close(command, bound(input, place));
}

/** How the dry run came out that a digest names. Throws `refused` for one of anything else. */
export function openDryRun(digest: string, input: ExecuteInput, place: DryRunPlace): string {
  const opened = seal.open(digest, bound(input, place));
  if (!("fault" in opened)) return opened.value as string;
  throw new ConnectorError(
    "refused",
    opened.fault === "expired"
      ? "The dry run that dry_run_digest names is over an hour old. Make it anew, and pass the digest that it answers."
      : "dry_run_digest names no dry run of this statement with these params in this database. Make one with dry_run: true, " +
          "and pass the digest that it answers unchanged; or leave it out.",
  );
}

function bound({ sql, params = [] }: ExecuteInput, { principal, database }: DryRunPlace): unknown {
  return [principal, database, sql, params];
}
