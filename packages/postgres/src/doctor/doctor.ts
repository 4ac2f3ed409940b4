import { ConnectorError, type Finding, type OpenContext } from "@drawbridge/core";
import type * as z from "zod";
import { connectError } from "../database/connect-error.ts";
import { connectionTarget } from "../database/connection-target.ts";
import { Database } from "../database/database.ts";
import type { options } from "../options.ts";
import { servedDatabases } from "../served-databases.ts";
import { connectionFindings } from "./connection-findings.ts";
import { extensionFindings } from "./extension-findings.ts";
import { roleFindings } from "./role-findings.ts";

/** What `--doctor` tells of each database: connection, role, grants and extensions, with SQL for a role of its own. */
export async function* doctor(
  given: z.output<typeof options>,
  { access, signal }: Pick<OpenContext, "access" | "signal">,
): AsyncGenerator<Finding> {
  const { statementTimeout, role, allowFunctions, maxRows } = given;
  const settings = { statementTimeout, role, maxRows, poolSize: 1, allowedFunctions: new Set(allowFunctions) };
  for (const [name, url] of servedDatabases(given)) {
    const target = connectionTarget(url);
    const opened = await Database.open(target, { ...settings, name }, signal).catch((error: unknown) =>
      connectError(error, name),
    );
    if (ConnectorError.is(opened)) {
      yield { level: "problem", title: opened.message.replace(/\.$/, "") };
      continue;
    }
    try {
      yield* connectionFindings(opened, target, signal);
      yield* roleFindings(opened, access ?? "read", signal);
      yield* extensionFindings(opened, signal);
    } finally {
      await opened.end();
    }
  }
}
