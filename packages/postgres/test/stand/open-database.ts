import { connectionTarget } from "../../src/database/connection-target.ts";
import { Database } from "../../src/database/database.ts";
import type { DatabaseSettings } from "../../src/database/database-settings.ts";

/** Opens a database as the connector does, without its check of the role. */
export async function openDatabase(url: string, settings: Partial<DatabaseSettings> = {}): Promise<Database> {
  const usual = {
    name: "shop",
    poolSize: 4,
    statementTimeout: 30_000,
    role: undefined,
    maxRows: 10_000,
    allowedFunctions: new Set<string>(),
  };
  return Database.open(connectionTarget(url, {}), { ...usual, ...settings });
}
