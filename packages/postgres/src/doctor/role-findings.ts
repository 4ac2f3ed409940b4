import type { Access, Finding } from "@drawbridge/core";
import type { Database } from "../database/database.ts";
import { readRecords } from "../watching/read-records.ts";
import { leastPrivilege } from "./least-privilege.ts";

interface Role {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly canCreateRoles: boolean;
  readonly bypassesPolicies: boolean;
  readonly reachesFiles: readonly string[];
  readonly seesStatistics: boolean;
  readonly schemas: readonly string[];
  readonly owned: number;
  readonly writable: number;
}

const query = `
SELECT json_build_object('name', current_user, 'isSuperuser', r.rolsuper, 'canCreateRoles', r.rolcreaterole, 'bypassesPolicies', r.rolbypassrls,
  'reachesFiles', ARRAY(SELECT g.rolname FROM pg_roles g WHERE pg_has_role(current_user, g.oid, 'MEMBER')
    AND g.rolname IN ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')),
  'seesStatistics', r.rolsuper OR EXISTS (SELECT FROM pg_roles g WHERE g.rolname = 'pg_read_all_stats' AND pg_has_role(current_user, g.oid, 'USAGE')),
  'schemas', ARRAY(SELECT n.nspname FROM pg_namespace n WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND has_schema_privilege(n.oid, 'USAGE') AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm')
      AND has_any_column_privilege(c.oid, 'SELECT')) ORDER BY 1),
  'owned', (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')),
  'writable', (SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_'
    AND n.nspname <> 'information_schema' AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')))
FROM pg_roles r WHERE r.rolname = current_user`;

/** Whether the role is bound to what it is for, and SQL for one that is. */
export async function* roleFindings(database: Database, access: Access, signal: AbortSignal): AsyncGenerator<Finding> {
  const [role] = await readRecords<Role>(database, { text: query }, signal);
  if (role === undefined) return;
  const remedy = leastPrivilege(database.name, role.schemas, access);
  const faults = faultsOf(role, access);
  for (const [title, detail] of faults) {
    const isRefused = role.isSuperuser || role.reachesFiles.length > 0;
    yield { level: isRefused ? "problem" : "warning", title: `The role ${role.name} ${title}`, detail };
  }
  if (faults.length > 0)
    yield {
      level: "note",
      title: `This makes a role of its own to serve ${database.name} by, once a password is put in`,
      remedy,
    };
  else yield { level: "ok", title: `The role ${role.name} may do no more than it needs` };
  if (!role.seesStatistics) {
    yield {
      level: "note",
      title: `The role ${role.name} does not see what others run`,
      detail: "pg_activity and pg_top_queries show its own statements alone",
      remedy: `GRANT pg_read_all_stats TO ${role.name};`,
    };
  }
}

function faultsOf(role: Role, access: Access): [title: string, detail: string][] {
  const faults: [string, string][] = [];
  if (role.isSuperuser)
    faults.push(["is a superuser", "No other layer of safety holds for it; it is refused without --allow-superuser"]);
  else if (role.reachesFiles.length > 0)
    faults.push([
      `is a member of ${role.reachesFiles.join(", ")}`,
      "It reaches files and programs of the server; it is refused without --allow-superuser",
    ]);
  if (role.canCreateRoles && !role.isSuperuser)
    faults.push(["may make roles", "It could give others what it has itself"]);
  if (role.bypassesPolicies && !role.isSuperuser)
    faults.push(["is not bound by row-level security", "It sees rows that policies keep from others"]);
  if (role.owned > 0 && !role.isSuperuser)
    faults.push([`owns ${role.owned} tables`, "An owner may do anything with them, whatever is granted"]);
  if (access === "read" && role.writable > 0 && !role.isSuperuser)
    faults.push([
      `may write to ${role.writable} tables`,
      "This server only reads; a role that can only read is a second lock",
    ]);
  return faults;
}
