import type { ParsedStatement, ParseNode } from "../policy/parse-statement.ts";
import { Refusal } from "../policy/refusal.ts";

const standsAlone = "every call is a transaction and a session of its own";
const roles = "roles and their memberships are for a person to change";

/** Kinds of statements that are never run, with what to do instead. */
const reasons: Readonly<Record<string, string>> = {
  DoStmt: "DO runs a program that nobody has looked at: write its statements one by one",
  CopyStmt: "COPY is never run: INSERT … SELECT FROM unnest($1::int[], $2::text[]) takes many rows at once",
  LoadStmt: "LOAD brings the server's files into its programs",
  AlterSystemStmt: "ALTER SYSTEM changes the whole server: that is for a person to do",
  CreateRoleStmt: `CREATE ROLE is never run: ${roles}`,
  AlterRoleStmt: `ALTER ROLE is never run: ${roles}`,
  AlterRoleSetStmt: `ALTER ROLE is never run: ${roles}`,
  DropRoleStmt: `DROP ROLE is never run: ${roles}`,
  GrantRoleStmt: `GRANT of a role is never run: ${roles}`,
  TransactionStmt: `BEGIN, COMMIT and the like are never run: ${standsAlone}. Join several changes with a WITH clause`,
  VariableSetStmt: `SET is never run: ${standsAlone}`,
  DiscardStmt: `DISCARD is never run: ${standsAlone}`,
  PrepareStmt: "PREPARE is not needed: pass values in params",
  ExecuteStmt: "EXECUTE is not needed: pass values in params",
  DeallocateStmt: `DEALLOCATE is not needed: ${standsAlone}`,
  DeclareCursorStmt: "DECLARE is not needed: pg_query answers by pages",
  FetchStmt: "FETCH is not needed: pg_query answers by pages",
  ClosePortalStmt: "CLOSE is not needed: pg_query answers by pages",
  ListenStmt: "LISTEN is never run: subscribe to the resource postgres://{database}/channels/{channel}",
  UnlistenStmt: `UNLISTEN is not needed: ${standsAlone}`,
  LockStmt: `LOCK is not needed: ${standsAlone}`,
  ConstraintsSetStmt: `SET CONSTRAINTS is not needed: ${standsAlone}`,
  VariableShowStmt: "SHOW changes nothing: use pg_query",
};

/** Refuses what no grant lets run. */
export function assertMayRun({ kind, node }: ParsedStatement): void {
  const reason = reasons[kind];
  if (reason !== undefined) throw new Refusal(reason);
  if (kind === "RenameStmt" && node.renameType === "OBJECT_ROLE")
    throw new Refusal(`ALTER ROLE is never run: ${roles}`);
  if (namesTemporary(node))
    throw new Refusal(`What is temporary is gone with the call that makes it: ${standsAlone}. Use a WITH clause`);
}

/** Whether a relation is made that ends with its session. */
function namesTemporary(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { relpersistence, schemaname } = value as ParseNode;
  return relpersistence === "t" || schemaname === "pg_temp" || Object.values(value).some(namesTemporary);
}
