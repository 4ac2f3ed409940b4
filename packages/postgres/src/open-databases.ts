import { randomBytes } from "node:crypto";
import { ConnectorError, type Log, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { assertRole } from "./database/assert-role.ts";
import { connectError } from "./database/connect-error.ts";
import { connectionTarget } from "./database/connection-target.ts";
import { Database } from "./database/database.ts";
import { Databases } from "./database/databases.ts";
import { listenedChannels } from "./listened-channels.ts";
import { Listening } from "./listening/listening.ts";
import { assertMasks } from "./masking/assert-masks.ts";
import { DefinitionChanges } from "./masking/definition-changes.ts";
import { maskSpec } from "./masking/mask-spec.ts";
import type { options } from "./options.ts";
import { assertSchemas } from "./schemas/assert-schemas.ts";
import { servedDatabases } from "./served-databases.ts";

/** Opens every database that is served; none of them where one cannot be. */
export async function openDatabases(given: z.output<typeof options>, context: OpenContext): Promise<Databases> {
  const { log, signal } = context;
  const { statementTimeout, poolSize, role, allowFunctions, allowSuperuser, maxRows, schemas } = given;
  const masks = given.mask.map(maskSpec);
  // The same value has the same hash in every database.
  const { maskKey = randomBytes(32).toString("hex") } = given;
  const settings = {
    ...{ statementTimeout, poolSize, role, maxRows, allowedFunctions: new Set(allowFunctions) },
    ...{ masks, maskKey, schemas, changes: new DefinitionChanges() },
  };
  const opened = new Map<string, Database>();
  let opening = "";
  try {
    for (const [name, url] of servedDatabases(given)) {
      opening = name;
      const database = await Database.open(connectionTarget(url), { ...settings, name }, signal);
      opened.set(name, database);
      await assertRole(database, { allowSuperuser, log, signal });
      await database.schemaOfExtension("hypopg", signal);
    }
    await assertSchemas([...opened.values()], schemas, signal);
    await assertMasks([...opened.values()], masks, { log, signal });
    const problems = await problemsOfFiles(given.toolsFile, new Databases(opened), context);
    return new Databases(opened, { listening: listeningIn(opened, given, log), problems });
  } catch (error) {
    await new Databases(opened).end();
    if (signal.aborted) throw new ConnectorError("unavailable", "The server is stopping. Call again when it is back.");
    throw connectError(error, opening);
  }
}

/** What listens to channels, for each database: to none of most. */
function listeningIn(
  opened: ReadonlyMap<string, Database>,
  given: z.output<typeof options>,
  log: Log,
): ReadonlyMap<string, Listening> {
  const channels = listenedChannels(given);
  return new Map([...opened].map(([name, database]) => [name, new Listening(database, channels.get(name) ?? [], log)]));
}

/** What keeps statements in files from being run here. The other tools are served all the same. */
async function problemsOfFiles(
  files: readonly string[],
  databases: Databases,
  context: OpenContext,
): Promise<readonly string[]> {
  if (files.length === 0) return [];
  const { readToolsFiles } = await import("./tools-file/read-tools-files.ts");
  const { examineStatements } = await import("./tools-file/examine-statements.ts");
  const problems = await examineStatements(await readToolsFiles(files, []), databases, context);
  for (const problem of problems) context.log.write("warn", { event: "tools-file", problem });
  return problems;
}
