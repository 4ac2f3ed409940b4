import { ConnectorError, type ToolContext } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { ours } from "../database/ours.ts";
import { quoteIdentifier } from "../database/quote-identifier.ts";
import { inWords } from "../errors/in-words.ts";
import { onlyServed } from "../schemas/only-served.ts";
import { servedNames } from "../schemas/served-names.ts";
import { withinSchemas } from "../schemas/within-schemas.ts";
import { describeQuery } from "./describe-query.ts";
import { type Description, maskedDescription } from "./masked-description.ts";
import { nearestRelation } from "./nearest-relation.ts";

/** Descriptions are shortened by the pipeline; more than this is in none. */
const mostBytes = 4 * 1024 * 1024;

/** All that the catalog says of a relation. Throws `not_found`, with the nearest name, where there is none. */
export async function describeRelation(
  { name, database }: { readonly name: string; readonly database?: string | undefined },
  { client, signal }: Pick<ToolContext<Databases>, "client" | "signal">,
): Promise<Record<string, unknown>> {
  const served = client.named(database);
  return inWords(served, signal, () => described(name, served, signal));
}

async function described(name: string, served: Database, signal: AbortSignal): Promise<Record<string, unknown>> {
  for (const written of [name, quoted(name)]) {
    const step = { text: ours(describeQuery), values: [written, servedNames(served)] };
    const { rows } = await served
      .read(step, { rows: 1, bytes: mostBytes, signal }, onlyServed(served))
      // A name that is none, such as one with a space in it, is quoted in the second turn.
      .catch((error: unknown) => {
        if ((error as { code?: string }).code === "42602" || (error as { code?: string }).code === "42601")
          return { rows: [] };
        throw error;
      });
    if (rows[0]?.[0]) {
      const description = JSON.parse(rows[0][0]) as Description;
      if (!isServed(description.schema, served)) break;
      return maskedDescription(await withinSchemas(description, served, signal), served, signal);
    }
  }
  throw await notFound(served, name, signal);
}

/** What is PostgreSQL's own is the same everywhere. */
function isServed(schema: string, { schemas }: Database): boolean {
  return schemas === undefined || schemas.names.has(schema) || /^(pg_catalog|information_schema)$/.test(schema);
}

/** The parts of a name as SQL has them where they hold capitals or spaces. */
function quoted(name: string): string {
  return name.split(".").map(quoteIdentifier).join(".");
}

async function notFound(database: Database, name: string, signal: AbortSignal): Promise<ConnectorError> {
  const meant = await nearestRelation(database, name.replaceAll('"', ""), signal);
  const { schemas } = database;
  const served = schemas === undefined ? "" : ` in the schemas that are served: ${[...schemas.names].join(", ")}`;
  return new ConnectorError(
    "not_found",
    `There is no relation of that name in reach.${meant === undefined ? "" : ` Did you mean ${meant}?`} pg_search_objects finds what there is${served}.`,
  );
}
