import type { OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { assertRole } from "./database/assert-role.ts";
import { connectError } from "./database/connect-error.ts";
import { connectionTarget } from "./database/connection-target.ts";
import { Database } from "./database/database.ts";
import { Databases } from "./database/databases.ts";
import { assertMasks } from "./masking/assert-masks.ts";
import { maskSpec } from "./masking/mask-spec.ts";
import type { options } from "./options.ts";
import { assertSchemas } from "./schemas/assert-schemas.ts";
import { servedDatabases } from "./served-databases.ts";

/** Opens every database that is served; none of them where one cannot be. */
export async function openDatabases(given: z.output<typeof options>, { log, signal }: OpenContext): Promise<Databases> {
  const { statementTimeout, poolSize, role, allowFunctions, allowSuperuser, maxRows, maskKey, schemas } = given;
  const masks = given.mask.map(maskSpec);
  const settings = {
    ...{
      statementTimeout,
      poolSize,
      role,
      maxRows,
      masks,
      maskKey,
      schemas,
      allowedFunctions: new Set(allowFunctions),
    },
  };
  const opened = new Map<string, Database>();
  let opening = "";
  try {
    for (const [name, url] of servedDatabases(given)) {
      opening = name;
      const database = await Database.open(connectionTarget(url), { ...settings, name });
      opened.set(name, database);
      await assertRole(database, { allowSuperuser, log, signal });
      await database.schemaOfExtension("hypopg", signal);
    }
    await assertSchemas([...opened.values()], schemas, signal);
    await assertMasks([...opened.values()], masks, signal);
    return new Databases(opened);
  } catch (error) {
    await new Databases(opened).end();
    throw connectError(error, opening);
  }
}
