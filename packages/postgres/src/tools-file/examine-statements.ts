import { type Access, ConnectorError } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import type { Databases } from "../database/databases.ts";
import { statementError } from "../database/statement-error.ts";
import { withPrepared } from "../database/with-prepared.ts";
import { admitChange } from "../executing/admit-change.ts";
import { parseStatement } from "../policy/parse-statement.ts";
import type { FileStatement } from "./file-statement.ts";
import { statementProblem } from "./statement-problem.ts";

/** What PREPARE takes (PostgreSQL manual, PREPARE). */
const prepared = /^(?:Select|Insert|Update|Delete|Merge)Stmt$/;

/** What a call may do, and until when. */
interface Granted {
  readonly access: Access | undefined;
  readonly signal: AbortSignal;
}

/** Holds statements of files against their databases: what the policy refuses there, or PostgreSQL cannot take, in lines. */
export async function examineStatements(
  statements: readonly FileStatement[],
  databases: Databases,
  granted: Granted,
): Promise<string[]> {
  const problems = await Promise.all(
    statements.map(async (statement) => {
      try {
        await examine(statement, databases.named(statement.database), granted);
        return [];
      } catch (error) {
        granted.signal.throwIfAborted();
        // A database that went away says nothing of the statement.
        if (!ConnectorError.is(error) || error.code === "unavailable") throw error;
        return [statementProblem(statement, withNames(error.message, statement)).message];
      }
    }),
  );
  return problems.flat();
}

async function examine({ sql, effect }: FileStatement, database: Database, { access, signal }: Granted): Promise<void> {
  const statement = await parseStatement(sql);
  if (effect === "read") await database.policy.admit(sql, signal);
  else await admitChange(statement, database, { admits: () => access === "full" || effect === "destroy", signal });
  if (!prepared.test(statement.kind)) return;
  try {
    await withPrepared(database, sql, signal, async () => undefined);
  } catch (error) {
    throw statementError(error, sql);
  }
}

/** PostgreSQL knows parameters by their numbers. */
function withNames(message: string, { bound }: FileStatement): string {
  return message.replaceAll(/\$(\d+)/g, (number, index: string) => bound[Number(index) - 1]?.name ?? number);
}
