import { type Plan, sha256 } from "@drawbridge/core";
import type { Files } from "../../files.ts";
import { firstPaths } from "../records/first-paths.ts";
import { shownPlaces } from "../records/shown-places.ts";
import { transactionOf } from "../records/transaction-of.ts";

/** What taking a transaction back would do, for the person who is asked. */
export async function planUndo(files: Files, id: string, principal: string): Promise<Plan> {
  const record = transactionOf(await files.journal(), id, principal);
  const { paths, more_paths: more = 0 } = firstPaths(shownPlaces(files, record.operations) ?? []);
  const summary = `Take back what ${record.tool} did at ${record.time}:\n${paths.join("\n")}${more > 0 ? `\n… and ${more} more` : ""}`;
  return { summary, stateDigest: sha256(JSON.stringify([id, record])) };
}
