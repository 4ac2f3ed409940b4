import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { describeQuery } from "./describe-query.ts";
import { nearestRelation } from "./nearest-relation.ts";

/** Descriptions are shortened by the pipeline; more than this is in none. */
const mostBytes = 4 * 1024 * 1024;

/** All that the catalog says of a relation. Throws `not_found`, with the nearest name, where there is none. */
export async function describeRelation(
  { name, database }: { readonly name: string; readonly database?: string | undefined },
  { client, signal }: Pick<ToolContext<Databases>, "client" | "signal">,
): Promise<Record<string, unknown>> {
  const served = client.named(database);
  for (const written of [name, quoted(name)]) {
    const { rows } = await served
      .read({ text: describeQuery, values: [written] }, { rows: 1, bytes: mostBytes, signal })
      // A name that is none, such as one with a space in it, is quoted in the second turn.
      .catch((error: unknown) => {
        if ((error as { code?: string }).code === "42602" || (error as { code?: string }).code === "42601")
          return { rows: [] };
        throw error;
      });
    if (rows[0]?.[0]) return JSON.parse(rows[0][0]) as Record<string, unknown>;
  }
  throw await notFound(served, name, signal);
}

/** The parts of a name as SQL has them where they hold capitals or spaces. */
function quoted(name: string): string {
  return name.split(".").map(quoteIdentifier).join(".");
}

async function notFound(database: Database, name: string, signal: AbortSignal): Promise<ConnectorError> {
  const meant = await nearestRelation(database, name.replaceAll('"', ""), signal);
  return new ConnectorError(
    "not_found",
    `There is no relation of that name in reach.${meant === undefined ? "" : ` Did you mean ${meant}?`} pg_search_objects finds what there is.`,
  );
}
